package crawl

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

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
