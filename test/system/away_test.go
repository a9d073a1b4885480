package system

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A person who opens a page while the database is away reads a sentence, not JSON; a program gets its problem.
func TestPagesSaySoWhileTheDatabaseIsAway(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		other := i.beside()
		handler := other.Handler()
		server := httptest.NewServer(handler)
		t.Cleanup(server.Close)
		i.url = server.URL
		page := func(path, language string, headers ...string) (*http.Response, string) {
			t.Helper()
			r := i.do("GET", path, "", append([]string{"Origin", "", "Accept-Language", language, "Accept", "text/html,*/*;q=0.8"}, headers...)...)
			return r, i.text(r)
		}
		chat := "/c/" + i.bot.PublicID
		if r, text := page(chat, "de"); r.StatusCode != http.StatusOK {
			t.Fatalf("status %d, %s", r.StatusCode, text)
		}
		if r, text := page("/c/unknown", "de"); r.StatusCode != http.StatusNotFound || !strings.Contains(text, "Diesen Chat gibt es nicht") {
			t.Errorf("a chat that does not exist: status %d, %s", r.StatusCode, text)
		}
		must(t, other.DB.Close())
		for _, path := range []string{"/", "/ledger", "/ledger/" + i.bot.Workspace + "/" + i.bot.ID + "/msg_1", chat, "/embed/" + i.bot.PublicID} {
			for language, want := range map[string]string{"de": "Bitte versuchen Sie es in einigen Sekunden noch einmal", "en": "Please try again in a few seconds"} {
				r, text := page(path, language)
				if r.StatusCode != http.StatusServiceUnavailable || r.Header.Get("Retry-After") == "" || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
					t.Errorf("%s: status %d, %v", path, r.StatusCode, r.Header)
				}
				if !strings.Contains(text, want) || !strings.Contains(text, `lang="`+language+`"`) || strings.Contains(text, "sql:") || strings.Contains(text, "{") {
					t.Errorf("%s in %s: %s", path, language, text)
				}
				if framed := !strings.Contains(r.Header.Get("Content-Security-Policy"), "frame-ancestors 'none'"); framed != strings.HasPrefix(path, "/embed/") {
					t.Errorf("%s may be framed: %v", path, framed)
				}
			}
		}
		for _, path := range []string{"/docs", "/trust"} { // they need no database
			if r, _ := page(path, "de"); r.StatusCode != http.StatusOK {
				t.Errorf("%s: status %d", path, r.StatusCode)
			}
		}
		if r, text := page(chat, "de", "Accept", "application/json"); !strings.Contains(r.Header.Get("Content-Type"), "problem+json") {
			t.Errorf("a program gets %s", text)
		}
	})
}
