package crawl

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/egress"
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

// A server that answers can be reached: what is wrong with its answer is said.
func TestAnswersThatBreakOffOrArePacked(t *testing.T) {
	packed := map[string][]byte{}
	for name, pack := range map[string]func(io.Writer) io.WriteCloser{
		"gzip": func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
		"zlib": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
		"flate": func(w io.Writer) io.WriteCloser {
			z, err := flate.NewWriter(w, flate.BestSpeed)
			if err != nil {
				t.Error(err)
			}
			return z
		},
	} {
		var b bytes.Buffer
		z := pack(&b)
		io.WriteString(z, `text <a href="/linked">`)
		z.Close()
		packed[name] = b.Bytes()
	}
	half := func(b []byte) []byte { return b[:len(b)/2] }
	type answer struct {
		encoding, length string
		body             []byte
		want             Outcome
	}
	answers := map[string]answer{
		"/length":   {"", "1000", []byte("half"), Outcome{State: Failed, Reason: BrokenOff}},
		"/cut-gzip": {"gzip", "", half(packed["gzip"]), Outcome{State: Failed, Reason: BrokenOff}},
		"/cut-zlib": {"deflate", "", half(packed["zlib"]), Outcome{State: Failed, Reason: BrokenOff}},
		"/no-gzip":  {"gzip", "", []byte("this is not gzip"), Outcome{State: Failed, Reason: Packed}},
		"/br":       {"br", "", []byte("text"), Outcome{State: Failed, Reason: Packed}},
		"/zstd":     {"Zstd", "", []byte("text"), Outcome{State: Failed, Reason: Packed}},
		"/zlib":     {"deflate", "", packed["zlib"], Outcome{State: Done}},
		"/flate":    {"deflate", "", packed["flate"], Outcome{State: Done}},
		"/gzip":     {"gzip", "", packed["gzip"], Outcome{State: Done}},
		"/x-gzip":   {"x-gzip", "", packed["gzip"], Outcome{State: Done}},
		"/wrong":    {"utf-8", "", []byte("text"), Outcome{State: Done}},
		"/linked":   {"", "", []byte("text"), Outcome{State: Done}},
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		a, ok := answers[r.URL.Path]
		switch {
		case r.URL.Path == "/":
			for path := range answers {
				if path != "/linked" { // only what was unpacked leads there
					fmt.Fprintf(w, `<a href="%s">`, path)
				}
			}
			return
		case !ok:
			http.NotFound(w, r)
			return
		}
		for name, value := range map[string]string{"Content-Encoding": a.encoding, "Content-Length": a.length} {
			if value != "" {
				w.Header().Set(name, value)
			}
		}
		w.Write(a.body)
	}))
	t.Cleanup(s.Close)
	m := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{}, m)
	for path, a := range answers {
		if got := m.outcomes[s.URL+path]; got.State != a.want.State || got.Reason != a.want.Reason || got.Status != http.StatusOK {
			t.Errorf("%s: %+v, want %s %s", path, got, a.want.State, a.want.Reason)
		}
	}
}

// A page that leads elsewhere says what becomes of the other address.
func TestRedirectsSayWhatIsTrue(t *testing.T) {
	pages := map[string]string{
		"/":      `<a href="/one"><a href="/loop1"><a href="/into"><a href="/zip"><a href="/out"><a href="/known">`,
		"/one":   "302 /two",
		"/two":   "302 /three",
		"/loop1": "302 /loop2", "/loop2": "302 /loop3", "/loop3": "302 /loop1", "/into": "302 /loop1",
		"/zip": "302 /all.zip", "/out": "302 /shop/a", "/shop/a": "a", "/known": "302 /",
	}
	s := site(t, pages)
	for _, rules := range []Rules{{MaxDepth: 2, Concurrency: 1}, {MaxDepth: 2, Concurrency: 4}} {
		rules.Exclude = []string{"/shop/**"}
		m := newMemory(Page{URL: s.URL + "/"})
		run(t, s.URL+"/", rules, m)
		for path, want := range map[string]Outcome{
			"/one": {State: Skipped, Reason: Redirected}, "/two": {State: Skipped, Reason: TooDeep},
			"/zip": {State: Skipped, Reason: NotFollowed}, "/out": {State: Skipped, Reason: NotFollowed}, "/known": {State: Skipped, Reason: Redirected},
			"/loop2": {State: Skipped, Reason: TooDeep}, // as far as may be read: nobody knows that it is a circle
		} {
			if got := m.outcomes[s.URL+path]; got.State != want.State || got.Reason != want.Reason || got.Detail == "" {
				t.Errorf("%s: %+v, want %s %s", path, got, want.State, want.Reason)
			}
		}
		rules.MaxDepth = 10
		m = newMemory(Page{URL: s.URL + "/"})
		run(t, s.URL+"/", rules, m)
		for _, path := range []string{"/loop1", "/loop2", "/loop3"} {
			if got := m.outcomes[s.URL+path]; got.State != Failed || got.Reason != Loop || got.Status != http.StatusFound {
				t.Errorf("%s: %+v, want a loop", path, got)
			}
		}
		if got := m.outcomes[s.URL+"/into"]; got.Reason != Redirected {
			t.Errorf("/into: %+v", got)
		}
	}
	m := newMemory(Page{URL: s.URL + "/one"})
	run(t, s.URL+"/one", Rules{MaxPages: 1}, m)
	if got := m.outcomes[s.URL+"/one"]; got.Reason != OverLimit || got.Detail != s.URL+"/two" {
		t.Errorf("with a limit of one page: %+v", got)
	}
	for reason := range sentences {
		if en, de := reason.Sentence("en"), reason.Sentence("de"); !strings.HasSuffix(en, ".") || !strings.HasSuffix(de, ".") || en == de {
			t.Errorf("%s: %q, %q", reason, en, de)
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

func TestPrivateAddressesAreRefusedUnlessAllowed_S01(t *testing.T) {
	var connections atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { connections.Add(1) }))
	defer s.Close()
	c, err := New(client(t, false), s.URL+"/", Rules{}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	m := newMemory(Page{URL: s.URL + "/"})
	if err := c.Run(t.Context(), m, handler(m, func(f Fetched) string { return f.URL })); err != nil {
		t.Fatal(err)
	}
	got := m.outcomes[s.URL+"/"]
	if got.Reason != PrivateAddr || !strings.Contains(got.Detail, "--allow-private") || connections.Load() != 0 {
		t.Errorf("got %+v, %d requests arrived", got, connections.Load())
	}
}

func TestHugeAndEndlessAnswersAreCut_S13(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		switch r.URL.Path {
		case "/":
			io.WriteString(w, `<a href="/declared"><a href="/endless"><a href="/bomb"><a href="/deflate">`)
		case "/declared":
			w.Header().Set("Content-Length", "2147483648")
			w.WriteHeader(http.StatusOK)
		case "/endless":
			chunk := []byte(strings.Repeat("x", 64<<10))
			for r.Context().Err() == nil {
				if _, err := w.Write(chunk); err != nil {
					return
				}
			}
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			chunk := make([]byte, 1<<20)
			for range 2048 {
				if _, err := z.Write(chunk); err != nil {
					return
				}
			}
			z.Close()
		case "/deflate":
			w.Header().Set("Content-Encoding", "deflate")
			z := zlib.NewWriter(w)
			chunk := make([]byte, 1<<20)
			for range 2048 {
				if _, err := z.Write(chunk); err != nil {
					return
				}
			}
			z.Close()
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	m := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{MaxBytes: 1 << 20}, m)
	for _, path := range []string{"/declared", "/endless", "/bomb", "/deflate"} {
		if got := m.outcomes[s.URL+path]; got.Reason != TooLarge {
			t.Errorf("%s: %+v", path, got)
		}
	}
}

func TestUnchangedPagesAreNotReadAgain(t *testing.T) {
	var conditional atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/etag":
			if r.Header.Get("If-None-Match") == `"1"` {
				conditional.Add(1)
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("ETag", `"1"`)
			io.WriteString(w, "text")
		case "/same":
			io.WriteString(w, "the same")
		case "/":
			io.WriteString(w, `<a href="/etag"><a href="/same">`)
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	first := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{}, first)
	var again []Page
	for url, o := range first.outcomes {
		if o.State == Done {
			again = append(again, Page{URL: url, ETag: o.ETag, LastModified: o.LastModified, ContentHash: o.ContentHash})
		}
	}
	second := newMemory(again...)
	run(t, s.URL+"/", Rules{}, second)
	for url, o := range second.outcomes {
		if o.State != Unchanged || o.ContentHash == "" {
			t.Errorf("%s: %+v", url, o)
		}
	}
	if len(second.outcomes) != 3 || conditional.Load() != 1 {
		t.Errorf("%d pages, %d conditional answers", len(second.outcomes), conditional.Load())
	}
}

func TestAnInterruptedCrawlGoesOnAndReadsNothingTwice(t *testing.T) {
	pages := map[string]string{"/": ""}
	for i := range 60 {
		pages[fmt.Sprintf("/%d", i)] = fmt.Sprintf(`<a href="/%d">`, i+1)
		pages["/"] += fmt.Sprintf(`<a href="/%d">`, i)
	}
	s := site(t, pages)
	m := newMemory(Page{URL: s.URL + "/"})
	stop := errors.New("killed")
	for range 10 {
		c, err := New(client(t, true), s.URL+"/", Rules{Concurrency: 3}, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		var handled atomic.Int32
		inner := handler(m, func(f Fetched) string { return f.URL })
		err = c.Run(t.Context(), m, func(ctx context.Context, f Fetched, admit func(Read) (Outcome, error)) error {
			if handled.Add(1) > 10 {
				return stop
			}
			return inner(ctx, f, admit)
		})
		if err == nil {
			break
		}
		if !errors.Is(err, stop) {
			t.Fatal(err)
		}
	}
	done := 0
	for url, o := range m.outcomes {
		if m.finished[url] != 1 {
			t.Errorf("%s was taken in %d times", url, m.finished[url])
		}
		if o.State == Done {
			done++
		}
	}
	if done != 61 || len(m.pending) != 0 {
		t.Errorf("%d pages done, %d pending; want 61 and none", done, len(m.pending))
	}
}

func TestTrapsAndLimitsEnd_S15(t *testing.T) {
	var served atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/robots") || strings.HasPrefix(r.URL.Path, "/sitemap") {
			http.NotFound(w, r)
			return
		}
		n := served.Add(1)
		fmt.Fprintf(w, `<a href="/cal?day=%d"><a href="/cal?day=%d"><a href="/x%s/x">`, n*2, n*2+1, strings.TrimSuffix(r.URL.Path, "/"))
	}))
	defer s.Close()
	m := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{MaxDepth: 1000, MaxPages: 100_000}, m)
	if n := len(m.outcomes); n > 1500 {
		t.Errorf("%d pages of an endless calendar were read", n)
	}
	served.Store(0)
	m = newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{MaxPages: 20}, m)
	if n := len(m.outcomes); n != 20 {
		t.Errorf("%d pages with a limit of 20", n)
	}
}

// What a limit keeps out is counted, each address once, whichever and however many pages lead there.
func TestWhatALimitKeepsOutIsCounted(t *testing.T) {
	pages := map[string]string{"/": "", "/deep": `<a href="/deep/er"><a href="/0"><a href="/deep/er?utm_source=x">`, "/deep/er": `<a href="/deep/est"><a href="/deep">`}
	for i := range 40 {
		pages[fmt.Sprintf("/%d", i)] = `<a href="/"><a href="/deep"><a href="/39"><a href="/pic.png"><a href="http://other.test/">`
		pages["/"] += fmt.Sprintf(`<a href="/%d">`, i)
	}
	s := site(t, pages)
	for _, c := range []struct {
		rules Rules
		want  LeftOut
	}{
		{Rules{}, LeftOut{}},
		{Rules{MaxPages: 44}, LeftOut{}}, // the start, 40 pages and three below /deep
		{Rules{MaxPages: 43}, LeftOut{Pages: 1}},
		{Rules{MaxPages: 15}, LeftOut{Pages: 27}}, // /deep is seen, what it leads to is not
		{Rules{MaxDepth: 1}, LeftOut{Depth: 1}},
		{Rules{MaxDepth: 2, MaxPages: 1000}, LeftOut{Depth: 1}},
	} {
		m := newMemory(Page{URL: s.URL + "/"})
		run(t, s.URL+"/", c.rules, m)
		if m.leftOut != c.want {
			t.Errorf("%+v: left out %+v, want %+v", c.rules, m.leftOut, c.want)
		}
		run(t, s.URL+"/", c.rules, m) // nothing is pending: a crawl that goes on counts nothing twice
		if m.leftOut != c.want {
			t.Errorf("%+v: after going on %+v, want %+v", c.rules, m.leftOut, c.want)
		}
		for _, language := range []string{"de", "en"} {
			if said := m.leftOut.Sentence(language, c.rules); (said == "") != (c.want == LeftOut{}) {
				t.Errorf("%+v: %q", c.want, said)
			}
		}
	}
}

// An address that is too far by one way may be near by another.
func TestAShorterWayTakesBackThatAnAddressIsTooDeep(t *testing.T) {
	pages := map[string]string{"/": `<a href="/long"><a href="/short">`, "/long": `<a href="/end">`, "/short": "", "/end": "end"}
	s := site(t, pages)
	c, err := New(client(t, true), s.URL+"/", Rules{MaxDepth: 2}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	m := newMemory(Page{URL: s.URL + "/"})
	for _, depth := range []int{3, 2} {
		if err := c.add(t.Context(), m, depth, []string{s.URL + "/end"}); err != nil {
			t.Fatal(err)
		}
		if want := (LeftOut{Depth: depth - 2}); c.left.count != want {
			t.Errorf("found %d links away: left out %+v, want %+v", depth, c.left.count, want)
		}
	}
}

// A sitemap that alone fills the limit must not hide that there are others.
func TestALimitThatSitemapsReachIsNoticed(t *testing.T) {
	pages := map[string]string{"/": "start", "/a": "a", "/b": "b"}
	s := site(t, pages)
	pages["/robots.txt"] = "Sitemap: " + s.URL + "/one.xml\nSitemap: " + s.URL + "/two.xml\n"
	pages["/one.xml"] = "<urlset><url><loc>" + s.URL + "/a</loc></url></urlset>"
	pages["/two.xml"] = "<urlset><url><loc>" + s.URL + "/b</loc></url></urlset>"
	m := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{MaxPages: 2}, m)
	if want := (LeftOut{Pages: 1}); m.leftOut != want || len(m.outcomes) != 2 {
		t.Errorf("left out %+v of %v, want %+v", m.leftOut, m.outcomes, want)
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
