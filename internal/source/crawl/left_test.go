package crawl

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

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
