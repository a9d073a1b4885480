package crawl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// oftenKilled reads a website by crawls that are killed after so many pages, each going on where the one before
// stopped, until one comes to its end.
func oftenKilled(t *testing.T, start string, rules Rules, m *memory, pages int32) {
	t.Helper()
	killed := errors.New("killed")
	for range 20 {
		c, err := New(client(t, true), start, rules, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		var handled atomic.Int32
		inner := handler(m, func(f Fetched) string { return f.URL })
		err = c.Run(t.Context(), m, func(ctx context.Context, f Fetched, admit func(Read) (Outcome, error)) error {
			if handled.Add(1) > pages {
				return killed
			}
			return inner(ctx, f, admit)
		})
		if err == nil {
			return
		}
		if !errors.Is(err, killed) {
			t.Fatal(err)
		}
	}
	t.Fatal("no crawl came to its end")
}

// A kill may come at any moment: when a page is finished, its links must be known already.
func TestAKillRightAfterAPageLosesNoLink(t *testing.T) {
	s := site(t, map[string]string{"/": `<a href="/a">`, "/a": `<a href="/b">`, "/b": `<a href="/c">`, "/c": "end"})
	m := newMemory(Page{URL: s.URL + "/"})
	killed := errors.New("killed")
	for range 10 {
		c, err := New(client(t, true), s.URL+"/", Rules{}, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		inner := handler(m, func(f Fetched) string { return f.URL })
		err = c.Run(t.Context(), m, func(ctx context.Context, f Fetched, admit func(Read) (Outcome, error)) error {
			if err := inner(ctx, f, admit); err != nil {
				return err
			}
			return killed
		})
		if err == nil {
			break
		}
		if !errors.Is(err, killed) {
			t.Fatal(err)
		}
	}
	for _, path := range []string{"/", "/a", "/b", "/c"} {
		if m.outcomes[s.URL+path].State != Done {
			t.Errorf("%s: %+v", path, m.outcomes[s.URL+path])
		}
	}
}

// A kill loses less than half of what was known to be left out.
func TestAKillKeepsWhatWasLeftOut(t *testing.T) {
	pages := map[string]string{"/": `<a href="/0">`, "/robots.txt": ""}
	for i := range 40 {
		pages[fmt.Sprintf("/%d", i)] = fmt.Sprintf(`<a href="/%d"><a href="/left/%d">`, i+1, i)
	}
	s := site(t, pages)
	m := newMemory(Page{URL: s.URL + "/"})
	for i := range 20 {
		m.known[fmt.Sprintf("%s/%d", s.URL, i)] = true
		m.pending = append(m.pending, Page{URL: fmt.Sprintf("%s/%d", s.URL, i), Depth: 1})
	}
	c, err := New(client(t, true), s.URL+"/", Rules{MaxPages: 21, Concurrency: 1}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	inner, handled := handler(m, func(f Fetched) string { return f.URL }), 0
	ctx, kill := context.WithCancel(t.Context())
	_ = c.Run(ctx, m, func(ctx context.Context, f Fetched, admit func(Read) (Outcome, error)) error {
		if handled++; handled == 16 { // the start and 15 pages
			m.mu.Lock()
			if m.leftOut.Pages < 8 {
				t.Errorf("of 14 addresses that were left out %d are known", m.leftOut.Pages)
			}
			m.mu.Unlock()
			kill()
			return ctx.Err()
		}
		return inner(ctx, f, admit)
	})
	if handled != 16 || m.leftOut.Pages != 14 {
		t.Errorf("%d pages were handled, %d addresses are known to be left out", handled, m.leftOut.Pages)
	}
}

// A start address that leads to another host leads there still when the crawl goes on later.
func TestACrawlGoesOnWhereTheStartAddressLed(t *testing.T) {
	pages := map[string]string{"/robots.txt": "User-agent: *\nDisallow: /closed\n", "/": `<a href="/1"><a href="/closed">`, "/closed": "x"}
	for i := range 20 {
		pages[fmt.Sprintf("/%d", i)] = fmt.Sprintf(`<a href="/%d">`, i+1)
	}
	real := site(t, pages)
	home := strings.Replace(real.URL, "127.0.0.1", "localhost", 1) // the same server by another name
	old := httptest.NewServer(http.RedirectHandler(home+"/", http.StatusMovedPermanently))
	t.Cleanup(old.Close)
	m := newMemory(Page{URL: old.URL + "/"})
	oftenKilled(t, old.URL+"/", Rules{Concurrency: 1}, m, 3)
	for i := 1; i < 11; i++ { // as deep as is read
		if o := m.outcomes[fmt.Sprintf("%s/%d", home, i)]; i < 10 && o.State != Done {
			t.Errorf("page %d: %+v", i, o)
		}
	}
	if o := m.outcomes[home+"/closed"]; o.Reason != ByRobots {
		t.Errorf("the robots.txt of the new host was not obeyed: %+v", o)
	}
}

// Rules that were changed hold for pages that are known already.
func TestPagesThatAreNowExcludedAreLeftOut(t *testing.T) {
	s := site(t, map[string]string{"/": "start", "/shop/a": "a", "/blog/b": "b"})
	m := newMemory(Page{URL: s.URL + "/"}, Page{URL: s.URL + "/shop/a", Depth: 1}, Page{URL: s.URL + "/blog/b", Depth: 1})
	run(t, s.URL+"/", Rules{Exclude: []string{"/shop/**"}}, m)
	if o := m.outcomes[s.URL+"/shop/a"]; o.State != Skipped || o.Reason != Excluded {
		t.Errorf("an excluded page: %+v", o)
	}
	if o := m.outcomes[s.URL+"/blog/b"]; o.State != Done {
		t.Errorf("another page: %+v", o)
	}
}

// While a server is out of order it says nothing about what may be read: what was read stays.
func TestAServerOutOfOrderForbidsNothing_F38(t *testing.T) {
	s := site(t, map[string]string{"/robots.txt": "500 x", "/": "start"})
	m := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{}, m)
	if o := m.outcomes[s.URL+"/"]; o.State != Failed || o.Reason != NoRobots {
		t.Errorf("got %+v", o)
	}
}

// A server that sends a byte now and then must not hold the crawl: neither with a page nor with
// the files that are read before the pages.
func TestADrippingServerIsLeft_S13(t *testing.T) {
	for _, path := range []string{"/robots.txt", "/sitemap.xml", "/"} {
		synctest.Test(t, func(t *testing.T) {
			hanging := roundTripper(func(r *http.Request) (*http.Response, error) {
				response := &http.Response{StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"text/html"}}, Body: io.NopCloser(strings.NewReader("text")), Request: r}
				if r.URL.Path == path {
					response.Body = &drip{ctx: r.Context()}
				}
				return response, nil
			})
			c, err := New(&http.Client{Transport: hanging}, "http://drip.test/", Rules{}, slog.New(slog.DiscardHandler))
			if err != nil {
				t.Fatal(err)
			}
			m := newMemory(Page{URL: "http://drip.test/"})
			began := time.Now()
			if err := c.Run(t.Context(), m, handler(m, func(f Fetched) string { return f.URL })); err != nil {
				t.Fatal(err)
			}
			if took := time.Since(began); took > patience+time.Second {
				t.Errorf("%s held the crawl for %v", path, took)
			}
			want := Outcome{State: Done}
			if path != "/sitemap.xml" { // without its robots.txt nobody knows what a website forbids
				want = Outcome{State: Failed, Reason: TimedOut}
			}
			if o := m.outcomes["http://drip.test/"]; o.State != want.State || o.Reason != want.Reason {
				t.Errorf("%s: the page is %+v", path, o)
			}
		})
	}
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// drip is a body that sends one byte a second, as a connection does until its request is over.
type drip struct{ ctx context.Context }

func (d *drip) Read(b []byte) (int, error) {
	if err := sleep(d.ctx, time.Second); err != nil {
		return 0, err
	}
	b[0] = 'x'
	return 1, nil
}

func (d *drip) Close() error { return nil }

func TestAnInterruptedCrawlGoesOnAndReadsNothingTwice(t *testing.T) {
	pages := map[string]string{"/": ""}
	for i := range 60 {
		pages[fmt.Sprintf("/%d", i)] = fmt.Sprintf(`<a href="/%d">`, i+1)
		pages["/"] += fmt.Sprintf(`<a href="/%d">`, i)
	}
	s := site(t, pages)
	m := newMemory(Page{URL: s.URL + "/"})
	oftenKilled(t, s.URL+"/", Rules{Concurrency: 3}, m, 10)
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
