package crawl

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
)

func TestWishesOfAHeader(t *testing.T) {
	none, noIndex, noFollow, both := wishes{}, wishes{noIndex: true}, wishes{noFollow: true}, wishes{noIndex: true, noFollow: true}
	for _, c := range []struct {
		lines []string
		want  wishes
	}{
		{nil, none},
		{[]string{"noindex"}, noIndex},
		{[]string{" NoIndex , NOFOLLOW"}, both},
		{[]string{"none"}, both},
		{[]string{"nofollow"}, noFollow},
		{[]string{"all"}, none},
		{[]string{"noarchive, nosnippet"}, none},
		{[]string{"googlebot: noindex"}, none},
		{[]string{"googlebot: noindex, nofollow"}, none}, // all of the line is for that robot
		{[]string{"WebChatAgent: noindex"}, noIndex},
		{[]string{"webchatagent/1.0: noindex"}, noIndex},
		{[]string{"*: none"}, both},
		{[]string{"googlebot: nofollow", "noindex"}, noIndex},
		{[]string{"googlebot: noindex, webchatagent: nofollow"}, noFollow},
		{[]string{"webchatagent: nofollow, googlebot: noindex"}, noFollow},
		{[]string{"max-image-preview: none"}, none},
		{[]string{"max-snippet: 20, noindex"}, noIndex},
		{[]string{"unavailable_after: Wed, 25 Jun 2030 15:00:00 CET, noindex"}, noIndex},
		{[]string{":", ",,", "x:"}, none},
	} {
		if got := wishesOf(http.Header{"X-Robots-Tag": c.lines}); got != c.want {
			t.Errorf("%q: %+v, want %+v", c.lines, got, c.want)
		}
	}
}

// A page that asks in its header not to be taken in is left out, also where it is known and did not
// change; where it may be followed its links are.
func TestHeadersAskNotToBeIndexed(t *testing.T) {
	var asks atomic.Bool
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page := map[string]string{
			"/": `<a href="/same"><a href="/etag"><a href="/cut"><a href="/other"><a href="/closed"><a href="/list.pdf">`, "/same": `<a href="/behind">`, "/etag": "text", "/cut": "half",
			"/closed": `<a href="/hidden">`, "/other": "text", "/list.pdf": "%PDF", "/behind": "text", "/hidden": "text",
		}[r.URL.Path]
		if page == "" {
			http.NotFound(w, r)
			return
		}
		if asks.Load() {
			switch r.URL.Path {
			case "/same", "/etag", "/cut", "/list.pdf":
				w.Header().Set("X-Robots-Tag", "noindex")
			case "/closed":
				w.Header().Set("X-Robots-Tag", "webchatagent: none")
			case "/other":
				w.Header().Set("X-Robots-Tag", "googlebot: noindex")
			}
		}
		switch r.URL.Path {
		case "/etag":
			w.Header().Set("ETag", `"1"`)
			if r.Header.Get("If-None-Match") == `"1"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		case "/cut":
			if asks.Load() {
				w.Header().Set("Content-Length", "100")
			}
		}
		io.WriteString(w, page)
	}))
	t.Cleanup(s.Close)
	left := []string{"/same", "/etag", "/cut", "/closed", "/list.pdf"}

	first := newMemory(Page{URL: s.URL + "/"})
	run(t, s.URL+"/", Rules{}, first)
	var known []Page
	for _, path := range append(left, "/other") {
		o := first.outcomes[s.URL+path]
		if o.State != Done {
			t.Fatalf("at first %s: %+v", path, o)
		}
		known = append(known, Page{URL: s.URL + path, ETag: o.ETag, ContentHash: o.ContentHash})
	}
	asks.Store(true)
	for name, m := range map[string]*memory{"anew": newMemory(Page{URL: s.URL + "/"}), "known": newMemory(known...)} {
		run(t, s.URL+"/", Rules{}, m)
		for _, path := range left {
			if o := m.outcomes[s.URL+path]; o.State != Skipped || o.Reason != NoIndex {
				t.Errorf("%s, %s: %+v", name, path, o)
			}
		}
		if o := m.outcomes[s.URL+"/other"]; o.State != Done && o.State != Unchanged {
			t.Errorf("%s, what another robot is asked: %+v", name, o)
		}
		if o := m.outcomes[s.URL+"/behind"]; o.State != Done {
			t.Errorf("%s, behind a page that may be followed: %+v", name, o)
		}
		if o, read := m.outcomes[s.URL+"/hidden"]; read {
			t.Errorf("%s, behind a page that may not: %+v", name, o)
		}
	}
}
