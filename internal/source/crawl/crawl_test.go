package crawl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/problem"
)

type noLedger struct{}

func (noLedger) Record(context.Context, egress.Transfer) error   { return nil }
func (noLedger) Complete(context.Context, egress.Transfer) error { return nil }

func client(t testing.TB, allowPrivate bool) *http.Client {
	t.Helper()
	door := egress.Open(noLedger{}, egress.Options{})
	t.Cleanup(func() { door.Close() })
	return door.Client(egress.Crawl, egress.Policy{AllowPrivate: allowPrivate, Timeout: 5 * time.Second})
}

var href = regexp.MustCompile(`href="([^"]*)"`)

// handler takes every page in and follows its links; a page says noindex, canonical or login in
// plain words.
func handler(m *memory, base func(Fetched) string) Handler {
	return func(ctx context.Context, f Fetched, admit func(Read) (Outcome, error)) error {
		var r Read
		body := string(f.Body)
		for _, match := range href.FindAllStringSubmatch(body, -1) {
			r.Links = append(r.Links, resolve(base(f), match[1]))
		}
		r.NoIndex = strings.Contains(body, "noindex")
		r.Login = strings.Contains(body, "type=password")
		if _, rest, ok := strings.Cut(body, "canonical="); ok {
			r.Canonical = resolve(base(f), strings.Fields(rest)[0])
		}
		outcome, err := admit(r)
		if err != nil {
			return err
		}
		return m.Finish(ctx, f.Page, outcome)
	}
}

func resolve(base, link string) string {
	r, err := http.NewRequest(http.MethodGet, base, nil)
	if err != nil {
		return ""
	}
	u, err := r.URL.Parse(link)
	if err != nil {
		return ""
	}
	return u.String()
}

func run(t testing.TB, start string, rules Rules, m *memory) {
	t.Helper()
	c, err := New(client(t, true), start, rules, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Run(t.Context(), m, handler(m, func(f Fetched) string { return f.URL })); err != nil {
		t.Fatal(err)
	}
}

// site serves pages by path; a value beginning with a digit is a status with an argument.
func site(t testing.TB, pages map[string]string) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := pages[r.URL.RequestURI()]
		if !ok {
			http.NotFound(w, r)
			return
		}
		var status int
		var argument string
		if n, _ := fmt.Sscanf(text, "%d %s", &status, &argument); n > 0 && status >= 300 {
			if status/100 == 3 {
				w.Header().Set("Location", argument)
			}
			w.WriteHeader(status)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, text)
	}))
	t.Cleanup(s.Close)
	return s
}

// memoryless panics where it is asked for pages.
type memoryless struct{ *memory }

func (memoryless) Next(context.Context, int) ([]Page, error) { panic("no memory") }

// A panic over a page is that page's matter, one between the pages ends the reading; none ends the program.
func TestAPanicIsAPageThatFailed_F34(t *testing.T) {
	s := site(t, map[string]string{"/": `<a href="/a"><a href="/b">`, "/a": "A", "/b": "B"})
	m := newMemory(Page{URL: s.URL + "/"})
	c, err := New(client(t, true), s.URL+"/", Rules{}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	take := handler(m, func(f Fetched) string { return f.URL })
	err = c.Run(t.Context(), m, func(ctx context.Context, f Fetched, admit func(Read) (Outcome, error)) error {
		if strings.HasSuffix(f.URL, "/a") {
			panic("cannot read " + string(f.Body))
		}
		return take(ctx, f, admit)
	})
	if err != nil || m.outcomes[s.URL+"/a"].Reason != GaveUp || m.outcomes[s.URL+"/a"].State != Failed || m.outcomes[s.URL+"/b"].State != Done {
		t.Errorf("%+v, %v", m.outcomes, err)
	}
	err = c.Run(t.Context(), memoryless{newMemory(Page{URL: s.URL + "/"})}, take)
	var broken *problem.Panic
	if !errors.As(err, &broken) {
		t.Errorf("a crawl that broke down: %v", err)
	}
}

func TestEveryPageSaysWhatBecameOfIt(t *testing.T) {
	s := site(t, map[string]string{
		"/robots.txt": "User-agent: *\nDisallow: /secret\n",
		"/": `<a href="/a?utm_source=x#top"><a href="/a"><a href="/secret"><a href="/missing"><a href="/old"><a href="/away"><a href="/private"><a href="/no"><a href="/copy">
			<a href="/broken"><a href="/gone"><a href="/loop"><a href="/pic.png"><a href="mailto:x@y"><a href="http://other.test/"><a href="/login"><a href="/a/../b">`,
		"/a": "A", "/b": "B", "/old": "301 /new", "/new": "New", "/away": "302 http://other.test/", "/private": "401 x", "/no": "noindex",
		"/copy": "canonical=/a ", "/broken": "500 x", "/gone": "410 x", "/loop": "302 /loop", "/login": "type=password",
	})
	m := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{}, m)
	for path, want := range map[string]Outcome{
		"/": {State: Done}, "/a": {State: Done}, "/b": {State: Done}, "/new": {State: Done},
		"/secret":  {State: Skipped, Reason: ByRobots},
		"/missing": {State: Gone, Reason: NotFound}, "/gone": {State: Gone, Reason: WasDeleted},
		"/old": {State: Skipped, Reason: Redirected}, "/away": {State: Skipped, Reason: OffSite},
		"/private": {State: Skipped, Reason: LoginPage}, "/login": {State: Skipped, Reason: LoginPage},
		"/no": {State: Skipped, Reason: NoIndex}, "/copy": {State: Skipped, Reason: Duplicate},
		"/broken": {State: Failed, Reason: ServerError}, "/loop": {State: Failed, Reason: Loop},
	} {
		got := m.outcomes[s.URL+path]
		if got.State != want.State || got.Reason != want.Reason {
			t.Errorf("%s: %s %s, want %s %s", path, got.State, got.Reason, want.State, want.Reason)
		}
		if got.Reason != "" && (!strings.Contains(got.Reason.Sentence("en"), " ") || !strings.Contains(got.Reason.Sentence("de"), " ")) {
			t.Errorf("%s has no sentence", got.Reason)
		}
	}
	if len(m.outcomes) != 15 {
		t.Errorf("%d addresses were handled, want 15: %v", len(m.outcomes), m.outcomes)
	}
	for url, n := range m.finished {
		if n != 1 {
			t.Errorf("%s was handled %d times", url, n)
		}
	}
}

func TestADeadStartSaysWhy(t *testing.T) {
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	tls := httptest.NewTLSServer(http.NotFoundHandler())
	defer tls.Close()
	for url, want := range map[string]Reason{
		closed.URL + "/":                 Unreachable,
		"http://does-not-exist.invalid/": NoHost,
		tls.URL + "/":                    BadTLS,
	} {
		m := newMemory(Page{URL: url})
		run(t, url, Rules{}, m)
		if got := m.outcomes[url]; got.State != Failed || got.Reason != want {
			t.Errorf("%s: %s %s, want %s", url, got.State, got.Reason, want)
		}
	}
}

func TestRulesChooseThePaths(t *testing.T) {
	s := site(t, map[string]string{
		"/docs/":    `<a href="/docs/a/b"><a href="/docs/x/secret"><a href="/shop"><a href="/docs/deep">`,
		"/docs/a/b": "b", "/docs/x/secret": "s", "/shop": "shop", "/docs/deep": `<a href="/docs/deeper">`, "/docs/deeper": "d",
	})
	m := newMemory(Page{URL: s.URL + "/docs/"})
	run(t, s.URL+"/docs/", Rules{Include: []string{"/docs/**"}, Exclude: []string{"/docs/*/secret"}, MaxDepth: 1}, m)
	if len(m.outcomes) != 3 {
		t.Errorf("read %v", m.outcomes)
	}
	if _, err := New(nil, "https://a.test/", Rules{Include: []string{""}}, nil); err == nil {
		t.Error("an empty pattern was accepted")
	}
}

func TestSitemapsAreFollowed(t *testing.T) {
	pages := map[string]string{"/": "start", "/only-in-sitemap": "x", "/second": "y"}
	s := site(t, pages)
	pages["/robots.txt"] = "Sitemap: " + s.URL + "/index.xml\n"
	pages["/index.xml"] = `<?xml version="1.0"?><sitemapindex><sitemap><loc>` + s.URL + `/one.xml</loc></sitemap></sitemapindex>`
	pages["/one.xml"] = `<?xml version="1.0"?><urlset><url><loc>` + s.URL + `/only-in-sitemap</loc></url><url><loc> ` + s.URL + `/second </loc></url><url><loc>http://other.test/</loc></url></urlset>`
	m := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{}, m)
	for _, path := range []string{"/only-in-sitemap", "/second"} {
		if m.outcomes[s.URL+path].State != Done {
			t.Errorf("%s: %+v", path, m.outcomes[s.URL+path])
		}
	}
}

func BenchmarkCrawl(b *testing.B) {
	pages := map[string]string{"/": ""}
	for i := range 200 {
		pages[fmt.Sprintf("/%d", i)] = strings.Repeat("text ", 500)
		pages["/"] += fmt.Sprintf(`<a href="/%d">`, i)
	}
	s := site(b, pages)
	for b.Loop() {
		run(b, s.URL+"/", Rules{Concurrency: 8}, newMemory(Page{URL: s.URL + "/"}))
	}
	b.ReportMetric(float64(201*b.N)/b.Elapsed().Seconds(), "pages/s")
}
