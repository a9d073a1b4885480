package system

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/test/postgres"
)

func each(t *testing.T, test func(t *testing.T, settings map[string]string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, nil) })
	t.Run("postgres", func(t *testing.T) { test(t, map[string]string{"database": postgres.New(t)}) })
}

// What comes nearest to an answer is shown as such, with its source, and counts as no answer.
func TestARefusalShowsWhatComesNearest(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		for question, want := range map[string]struct{ said, quoted, document string }{
			"Do you sell used tents?":                               {"This comes nearest:", "[1]", "/en/"},
			"Darf ich Sonntagmittag vorbeikommen und parken?":       {"Am nächsten kommt diese Stelle:", "[1]", "/de/"},
			"Wie viele Gänge hat das Rad?":                          {"Am nächsten kommt diese Stelle:", "[1]", "/de/"}, // which of them is meant?
			"Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?":  {"leider nichts gefunden", "", ""},
			"Who wrote the libretto of Verdi's opera of the Egypt?": {"could not find anything", "", ""},
		} {
			got := i.ask("", question)
			if !got.Refused || !strings.Contains(got.Text, want.said) || !strings.Contains(got.Text, want.quoted) || got.Streamed != got.Text {
				t.Errorf("%s: %+v", question, got)
			}
			if want.quoted == "" && len(got.Citations) > 0 || want.quoted != "" && (len(got.Citations) != 1 || !strings.Contains(got.Citations[0].Document, want.document)) {
				t.Errorf("%s: cited %+v", question, got.Citations)
			}
			if !strings.Contains(got.Text, "@speichenhof.example") {
				t.Errorf("%s: nobody is named who could know: %s", question, got.Text)
			}
		}
		gaps, err := i.app.DB.Gaps(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		if len(gaps) != 5 {
			t.Errorf("%d gaps: %+v", len(gaps), gaps)
		}
	})
}

func TestAVisitorAsksAndEndsTheChat_C3_E1_E4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		first := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
		if first.Session == "" || first.Refused || !strings.Contains(first.Text, "16 Uhr") || first.Streamed != first.Text {
			t.Fatalf("got %+v", first)
		}
		if len(first.Citations) == 0 || !strings.HasSuffix(first.Citations[0].Document, "/de/oeffnungszeiten") || !strings.Contains(first.Text, "[1]") {
			t.Errorf("cited %+v", first.Citations)
		}
		next := i.ask(first.Session, "und am Sonntag?")
		if next.Session != first.Session || !strings.Contains(next.Text, "onntag") {
			t.Errorf("the follow-up: %+v", next)
		}
		refused := i.ask(first.Session, "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
		if !refused.Refused || len(refused.Citations) != 0 || !strings.Contains(refused.Text, "leider") {
			t.Errorf("off topic: %+v", refused)
		}
		if hello := i.ask(first.Session, "Hallo!"); hello.Refused || !strings.Contains(hello.Text, "Guten Tag") {
			t.Errorf("a greeting: %+v", hello)
		}
		if left := i.ask("", "erika@example.org"); left.Refused || len(left.Citations) != 0 || !strings.Contains(left.Text, "„Meine Daten“") {
			t.Errorf("contact data: %+v", left)
		}
		english := i.ask(first.Session, "How long do I have to return something I bought online?")
		if len(english.Citations) == 0 || !strings.Contains(english.Citations[0].Document, "/en/") {
			t.Errorf("an English question: %+v", english)
		}

		var history struct {
			Messages []struct{ ID, Role, Text, Feedback string }
		}
		must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/messages"), "", "WCA-Session", first.Session))), &history))
		if len(history.Messages) != 10 || history.Messages[1].Text != first.Text || history.Messages[0].Role != "visitor" {
			t.Errorf("history: %+v", history)
		}
		if s := i.do("PUT", i.chat("/messages/"+first.Answer+"/feedback"), `{"value":"up"}`, "WCA-Session", first.Session).StatusCode; s != http.StatusNoContent {
			t.Errorf("feedback: status %d", s)
		}
		if s := i.do("PUT", i.chat("/messages/"+first.Question+"/feedback"), `{"value":"up"}`, "WCA-Session", first.Session).StatusCode; s != http.StatusNotFound {
			t.Errorf("feedback on a question: status %d", s)
		}
		export := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session))
		if !strings.Contains(export, "16 Uhr") || strings.Contains(export, first.Session) {
			t.Errorf("export: %s", export)
		}

		gaps, err := i.app.DB.Gaps(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		if len(gaps) != 1 || !strings.Contains(gaps[0].Question, "Weltmeisterschaft") {
			t.Errorf("gaps: %+v", gaps)
		}
		if s := i.do("DELETE", i.chat("/session"), "", "WCA-Session", first.Session).StatusCode; s != http.StatusOK {
			t.Errorf("ending: status %d", s)
		}
		for _, call := range []*http.Response{
			i.do("GET", i.chat("/messages"), "", "WCA-Session", first.Session),
			i.do("POST", i.chat("/messages"), `{"text":"Hallo?"}`, "WCA-Session", first.Session),
			i.do("DELETE", i.chat("/session"), "", "WCA-Session", first.Session),
			i.do("GET", i.chat("/messages"), "", "WCA-Session", "s_invented"),
		} {
			if call.StatusCode != http.StatusGone {
				t.Errorf("%s after the end: status %d", call.Request.Method, call.StatusCode)
			}
		}
		if log := i.log.String(); strings.Contains(log, "Samstag") || strings.Contains(log, first.Session) || strings.Contains(log, "127.0.0.1:") {
			t.Errorf("the log holds what it must not: %s", log)
		}
	})
}

// Nobody takes a quote for something done: who has an errand done reads that it is not, before what the site says of it.
func TestAVisitorHasAnErrandDone(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		first := i.ask("", "Reservieren Sie mir bitte ein Rad, der Laden hat am Samstag ja geöffnet")
		if !strings.Contains(first.Text, "nichts buchen") || !strings.Contains(first.Text, "16 Uhr") || first.Streamed != first.Text || len(first.Citations) == 0 || first.Refused {
			t.Errorf("an order that the site says something of: %+v", first)
		}
		unknown := i.ask(first.Session, "Bitte stornieren Sie mir den Flug nach Kairo")
		if !unknown.Refused || !strings.Contains(unknown.Text, "nichts buchen") || strings.Contains(unknown.Text, "leider nichts gefunden") || unknown.Streamed != unknown.Text || len(unknown.Citations) != 0 {
			t.Errorf("one that it says nothing of: %+v", unknown)
		}
		if done := i.ask(first.Session, "Ist das jetzt storniert?"); done.Refused || !strings.Contains(done.Text, "durch diesen Chat nicht") || !strings.Contains(done.Text, "@speichenhof.example") {
			t.Errorf("whether it is done: %+v", done)
		}
	})
}

// What is about the conversation itself is no question that the sources lack.
func TestAVisitorSpeaksOfTheConversation(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		first := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
		if again := i.ask(first.Session, "Wiederhole das bitte"); again.Text != first.Text || len(again.Citations) != len(first.Citations) {
			t.Errorf("the answer again: %+v", again)
		}
		for said, want := range map[string]string{"kürzer bitte": "Einzelheit", "warum?": "Begründen", "und?": "Mehr kann ich", "ja": "Was möchten Sie wissen"} {
			if got := i.ask(first.Session, said); got.Refused || !strings.Contains(got.Text, want) {
				t.Errorf("%s: %+v", said, got)
			}
		}
		if next := i.ask(first.Session, "und am Sonntag?"); next.Refused || !strings.Contains(next.Text, "onntag") {
			t.Errorf("the follow-up after all that: %+v", next)
		}
		unknown := i.ask("", "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
		if again := i.ask(unknown.Session, "noch einmal bitte"); !again.Refused {
			t.Errorf("a refusal again: %+v", again)
		}
		gaps, err := i.app.DB.Gaps(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		if len(gaps) != 1 {
			t.Errorf("gaps: %+v", gaps)
		}
	})
}

func TestOnlyAllowedWebsitesMayUseTheBot_W01_W04_W13_W15(t *testing.T) {
	i := begin(t, nil)
	i.set(func(s *bot.Settings) { s.Origins = []string{"https://a.test"} })
	for origin, want := range map[string]int{
		"https://a.test": 200, i.url: 200, "https://evil.test": 403, "https://a.test.evil": 403, "https://evila.test": 403,
		"http://a.test": 403, "https://a.test:8443": 403, "null": 403, "": 403,
	} {
		r := i.do("POST", i.chat("/messages"), `{"text":"Hallo"}`, "Origin", origin)
		allow := r.Header.Get("Access-Control-Allow-Origin")
		if r.StatusCode != want || (want == 403 && allow != "") || allow == "*" || r.Header.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%q: status %d, allowed origin %q", origin, r.StatusCode, allow)
		}
		if origin == "https://a.test" && (allow != origin || !strings.Contains(r.Header.Get("Vary"), "Origin")) {
			t.Errorf("%q: allowed origin %q, vary %q", origin, allow, r.Header.Get("Vary"))
		}
		if r.Header.Get("Set-Cookie") != "" {
			t.Errorf("%q: a cookie was set", origin)
		}
		if text := i.text(r); origin == "" && !strings.Contains(text, "does not say from which website it comes") {
			t.Errorf("without an origin it says %s", text)
		}
	}
	panel := i.do("GET", "/embed/"+i.bot.PublicID, "", "Origin", "")
	if policy := panel.Header.Get("Content-Security-Policy"); !strings.HasSuffix(policy, "frame-ancestors 'self' https://a.test") {
		t.Errorf("the panel's policy: %s", policy)
	}
	for host, want := range map[string]int{"https://a.test": 200, i.url: 200, "https://www.a.test": 403, "http://a.test": 403} {
		r := i.do("GET", "/embed/"+i.bot.PublicID+"?host="+url.QueryEscape(host), "", "Origin", "", "Accept", "text/html", "Accept-Language", "de")
		text := i.text(r)
		if r.StatusCode != want || (want == 403) != strings.Contains(text, "für diese Website nicht freigegeben") {
			t.Errorf("the panel on %s: status %d, %s", host, r.StatusCode, text)
		}
		if policy := r.Header.Get("Content-Security-Policy"); want == 403 && (strings.Contains(policy, "frame-ancestors") || strings.Contains(text, i.bot.Name) || strings.Contains(text, "<script")) {
			t.Errorf("what a website that is not allowed shows: %s, %s", policy, text)
		}
	}
	page := i.do("GET", "/c/"+i.bot.PublicID, "", "Origin", "")
	if policy := page.Header.Get("Content-Security-Policy"); !strings.HasSuffix(policy, "frame-ancestors 'none'") || page.StatusCode != 200 {
		t.Errorf("the chat page: status %d, policy %s", page.StatusCode, policy)
	}
}

func TestTheSameMessageTwiceIsOneQuestion(t *testing.T) {
	i := begin(t, nil).read()
	session := i.ask("", "Hallo").Session
	body := `{"text":"Was kostet die kleine Inspektion?","client_id":"c1","language":"de"}`
	one := i.text(i.do("POST", i.chat("/messages"), body, "WCA-Session", session))
	two := i.text(i.do("POST", i.chat("/messages"), body, "WCA-Session", session))
	if !strings.Contains(one, "event: done") || !strings.Contains(two, "event: done") {
		t.Fatalf("%s\n%s", one, two)
	}
	_, messages, err := i.app.Desk.History(t.Context(), i.bot, session)
	must(t, err)
	if len(messages) != 4 {
		t.Errorf("%d messages, want 4", len(messages))
	}
}

func TestWrongRequestsGetAClearProblem_P02(t *testing.T) {
	i := begin(t, map[string]string{"rate": "30"})
	long := strings.Repeat("ä", 2001)
	for name, c := range map[string]struct {
		body string
		want int
		say  string
	}{
		"no JSON":      {"hallo", 400, "not valid JSON"},
		"empty":        {`{"text":"  "}`, 400, "write a question"},
		"wrong type":   {`{"text":7}`, 400, "not valid JSON"},
		"null":         {`null`, 400, "write a question"},
		"list":         {`[]`, 400, "not valid JSON"},
		"too long":     {`{"text":"` + long + `"}`, 413, "2001 characters"},
		"huge":         {`{"text":"` + strings.Repeat("x", 70_000) + `"}`, 413, "larger than"},
		"deep nesting": {strings.Repeat("[", 20_000), 400, "not valid JSON"},
	} {
		r := i.do("POST", i.chat("/messages"), c.body)
		text := i.text(r)
		if r.StatusCode != c.want || !strings.Contains(text, c.say) || r.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: status %d, %s", name, r.StatusCode, text)
		}
	}
	limited := false
	for range 30 {
		r := i.do("POST", i.chat("/messages"), `{"text":"Hallo"}`)
		if r.StatusCode == http.StatusTooManyRequests {
			limited = true
			if r.Header.Get("Retry-After") == "" || !strings.Contains(i.text(r), "wait") {
				t.Error("a limited visitor is not told how long to wait")
			}
		}
	}
	if !limited {
		t.Error("no limit was reached")
	}
	if r := i.do("GET", "/v1/chat/pub_unknown/messages", ""); r.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown bot: status %d", r.StatusCode)
	}
}

// A file without a title is named as it is called; in which folder of the server it lies is not for visitors.
func TestVisitorsReadTheNamesOfFilesAndNotTheirFolders(t *testing.T) {
	i := begin(t, nil)
	s, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "/srv/Kunden Huber", slices.Values([]source.Upload{
		{Name: "/srv/Kunden Huber/2025/preise.csv", Body: []byte("Artikel;Preis\nZungenreiniger;5,95 €\n")},
		{Name: "/srv/Kunden Huber/2026/preise.csv", Body: []byte("Artikel;Preis\nZungenreiniger Silber;6,95 €\n")},
	}))
	must(t, err)
	i.ingest(s.ID)
	answer := i.ask("", "Was kostet ein Zungenreiniger?")
	if len(answer.Citations) == 0 || answer.Citations[0].Title != "preise.csv" {
		t.Errorf("sources %+v", answer.Citations)
	}
	for what, text := range map[string]string{
		"the answer":   fmt.Sprintf("%+v", answer),
		"the history":  i.text(i.do("GET", i.chat("/messages"), "", "WCA-Session", answer.Session)),
		"the message":  i.text(i.do("GET", i.chat("/messages/"+answer.Answer), "", "WCA-Session", answer.Session)),
		"the own data": i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", answer.Session)),
	} {
		if !strings.Contains(text, "preise.csv") || strings.Contains(text, "Huber") || strings.Contains(text, "2026/") {
			t.Errorf("%s: %s", what, text)
		}
	}
}

// A session's secret counts in its header only: in an address it would stand in histories and logs, and a cookie would be sent by
// itself. What is said to who has it may be kept by nobody on the way, and no cookie is set.
func TestASessionsSecretIsTakenFromItsHeaderOnly_E1(t *testing.T) {
	i := begin(t, nil).read()
	session := i.ask("", openOnSaturday).Session
	for _, path := range []string{"/session/export", "/messages"} {
		own := i.do("GET", i.chat(path), "", "WCA-Session", session)
		if body := i.text(own); own.StatusCode != http.StatusOK || !strings.Contains(body, "Samstag") || own.Header.Get("Cache-Control") != "no-store" || len(own.Cookies()) != 0 {
			t.Errorf("%s with the header: %d, %v", path, own.StatusCode, own.Header)
		}
		for _, name := range []string{"session", "WCA-Session", "wca-session", "wca_session"} {
			inAddress := i.do("GET", i.chat(path)+"?"+name+"="+session, "")
			inCookie := i.do("GET", i.chat(path), "", "Cookie", name+"="+session)
			for _, r := range []*http.Response{inAddress, inCookie} {
				if body := i.text(r); r.StatusCode != http.StatusGone || strings.Contains(body, "Samstag") {
					t.Errorf("%s with %s elsewhere: %d %s", path, name, r.StatusCode, body)
				}
			}
		}
	}
}

// What a visitor's browser shows loads from nobody else, tells nobody where it stands, and sets no cookie.
func TestTheChatLoadsFromNobodyElse_E1(t *testing.T) {
	i := begin(t, nil)
	for _, path := range []string{"/c/", "/embed/"} {
		r := i.do("GET", path+i.bot.PublicID, "")
		i.text(r)
		policy := r.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;") || r.Header.Get("Referrer-Policy") != "no-referrer" || len(r.Cookies()) != 0 {
			t.Errorf("%s: %v", path, r.Header)
		}
	}
}
