package access

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

func served(t *testing.T, pattern, target string) *http.Request {
	t.Helper()
	r := httptest.NewRequest("GET", target, nil)
	mux := http.NewServeMux()
	mux.HandleFunc(pattern, func(http.ResponseWriter, *http.Request) {})
	mux.ServeHTTP(httptest.NewRecorder(), r)
	return r
}

func TestALineHoldsTheNamedFieldsAndNothingElse_J1(t *testing.T) {
	r := served(t, "GET /v1/chat/{bot}/messages/{id}", "https://chat.example:8443/v1/chat/pub_1/messages/msg_geheim?token=geheim")
	r.Header.Set("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; geheim) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.1234.77 Safari/537.36")
	r.Header.Set("Referer", "https://erika:geheim@www.shop.example/kontakt?mail=geheim#geheim")
	at := time.Date(2026, 11, 23, 23, 59, 59, 999, time.FixedZone("", 3600))
	text, err := json.Marshal(Of(r, netip.MustParseAddr("203.0.113.77"), 200, at, 12*time.Millisecond))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"time":"2026-11-23T22:59:59Z","method":"GET","path":"/v1/chat/{bot}/messages/{id}","status":200,"ms":12,"host":"chat.example:8443","network":"203.0.113.0/24","browser":"Chrome 141","system":"Linux","referrer":"https://www.shop.example/kontakt"}`
	if string(text) != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
}

// Who deletes or moves the file of the day, or its folder, as logrotate does, gets a new one with the next line.
func TestALogThatIsTakenAwayIsBegunAnew_J1(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	dir := filepath.Join(t.TempDir(), "logs")
	l := Open(dir, 14, func() time.Time { return now }, quiet)
	defer l.Close()
	file := filepath.Join(dir, "access-2026-11-23.log")
	for name, take := range map[string]func() error{
		"deleted": func() error { return os.Remove(file) }, "moved": func() error { return os.Rename(file, file+".1") }, "without its folder": func() error { return os.RemoveAll(dir) },
	} {
		l.Add(Line{Time: now, Path: "/before"})
		if err := take(); err != nil {
			t.Fatal(err)
		}
		l.Add(Line{Time: now, Path: "/after"})
		if content, err := os.ReadFile(file); err != nil || !strings.Contains(string(content), "/after") || strings.Contains(string(content), "/before") {
			t.Errorf("%s: %q, %v", name, content, err)
		}
	}
}

func TestWhatStrangersTypeIsNotKept_J1(t *testing.T) {
	for pattern, want := range map[string]string{"GET /": "-", "GET /c/{bot}": "-", "GET /{$}": "-", "/erika.mustermann@example.org": "/erika.mustermann@example.org"} {
		if got := Path(served(t, pattern, "/erika.mustermann@example.org")); got != want {
			t.Errorf("by %s it is kept as %q, want %q", pattern, got, want)
		}
	}
	r := served(t, "GET /{$}", "/")
	if got := Path(r); got != "/" {
		t.Errorf("the start page is kept as %q", got)
	}
	r.Method, r.Host = "ERIKA", "erika@x"
	r.Header.Set("Referer", "javascript:erika")
	r.Header.Set("User-Agent", "erika/1")
	text, err := json.Marshal(Of(r, netip.Addr{}, 404, time.Now(), 0))
	if err != nil || strings.Contains(strings.ToLower(string(text)), "erika") {
		t.Errorf("got %s, %v", text, err)
	}
}

func TestOfAReferringPageNothingIsKeptThatMaySpeakOfAPerson_J1(t *testing.T) {
	for given, want := range map[string]string{
		"https://shop.example/":                                       "https://shop.example/",
		"https://shop.example":                                        "https://shop.example/",
		"https://shop.example/service/über-uns.html":                  "https://shop.example/service/%C3%BCber-uns.html",
		"https://shop.example/konto/erika@example.org/bestellungen":   "https://shop.example/konto",
		"https://shop.example/konto/erika%40example.org":              "https://shop.example/konto",
		"https://shop.example/passwort/3f9a8c1d77e0b2":                "https://shop.example/passwort",
		"https://shop.example/profil/erika.meier":                     "https://shop.example/profil",
		"https://shop.example/team/erika-mustermann":                  "https://shop.example/team",
		"https://shop.example/team/":                                  "https://shop.example/team/",
		"https://shop.example/Mitarbeiter/schmidt.html":               "https://shop.example/Mitarbeiter",
		"https://shop.example/bewerbung-jana-schneider.html":          "https://shop.example",
		"https://shop.example/rad/city-bike-kaufen":                   "https://shop.example/rad/city-bike-kaufen",
		"https://shop.example/kunde/4711":                             "https://shop.example/kunde",
		"https://chat.example/c/pub_tm18gq5na2b9kp1d0k5fb955p4":       "https://chat.example/c",
		"https://shop.example/" + strings.Repeat("abcdefghijklm", 10): "https://shop.example",
	} {
		if got := referrer(given); got != want {
			t.Errorf("%s is kept as %q, want %q", given, got, want)
		}
	}
}

func TestBrowserAndSystem_J1(t *testing.T) {
	for header, want := range map[string][2]string{
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0":                                                           {"Firefox 145", "Windows"},
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0":              {"Edge 141", "Windows"},
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1":    {"Safari 18", "iOS"},
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15":                      {"Safari 18", "macOS"},
		"Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36": {"Samsung Internet 28", "Android"},
		"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)":                                                                   {"robot", ""},
		"curl/8.5.0":           {"curl 8", ""},
		"Chrome/1234567890123": {"Chrome", ""},
		"":                     {"", ""},
	} {
		if b, s := agent(header); b != want[0] || s != want[1] {
			t.Errorf("%s: got %q on %q", header, b, s)
		}
	}
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func TestEachDayHasItsFileAndOldOnesGo_J1(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs")
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	l := Open(dir, 3, func() time.Time { return now }, quiet)
	for range 5 {
		l.Add(Line{Time: now, Path: "/"})
		l.Add(Line{Time: now, Path: "/"})
		now = now.AddDate(0, 0, 1)
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, 0, -1) // the 24th, the day of the last line
	if n, err := l.Expire(); n != 2 || err != nil {
		t.Errorf("removed %d, %v", n, err)
	}
	if got, want := names(t, dir), "access-2026-11-22.log access-2026-11-23.log access-2026-11-24.log notes.txt"; got != want {
		t.Errorf("got %s", got)
	}
	text, err := os.ReadFile(filepath.Join(dir, "access-2026-11-24.log"))
	if err != nil || strings.Count(string(text), "\n") != 2 {
		t.Errorf("got %q, %v", text, err)
	}
	if info, err := os.Stat(filepath.Join(dir, "access-2026-11-24.log")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	off := Open(dir, 0, func() time.Time { return now }, quiet)
	off.Add(Line{Time: now})
	if n, err := off.Expire(); n != 3 || err != nil || names(t, dir) != "notes.txt" {
		t.Errorf("switched off: removed %d, %v, left %s", n, err, names(t, dir))
	}
}

func TestAFullDiskStopsNobody(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs")
	if err := os.WriteFile(dir, nil, 0o600); err != nil { // a file where the directory should be
		t.Fatal(err)
	}
	var said strings.Builder
	l := Open(dir, 3, time.Now, slog.New(slog.NewTextHandler(&said, nil)))
	l.Add(Line{Time: time.Now()})
	l.Add(Line{Time: time.Now()})
	if n := strings.Count(said.String(), "can't be written"); n != 1 {
		t.Errorf("reported %d times: %s", n, said.String())
	}
}

func TestTheServersOwnReportsNameNoAddress_J1(t *testing.T) {
	var said strings.Builder
	l := ErrorLog(slog.New(slog.NewTextHandler(&said, &slog.HandlerOptions{Level: slog.LevelDebug})))
	l.Printf("http: TLS handshake error from 203.0.113.77:51234: EOF")
	l.Printf("http: panic serving [2001:db8:1:2:3::77]:443: of 203.0.113.78.")
	for _, full := range []string{"203.0.113.77", "203.0.113.78", "2001:db8:1:2", "51234"} {
		if strings.Contains(said.String(), full) {
			t.Errorf("%s stands in %s", full, said.String())
		}
	}
	if !strings.Contains(said.String(), "error from 203.0.113.0/24: EOF") || !strings.Contains(said.String(), "serving 2001:db8:1::/48: of") {
		t.Errorf("got %s", said.String())
	}
}
