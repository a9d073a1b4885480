package system

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// Addresses that a limit kept out are read when there is room for them again, and are no longer told of.
func TestRoomThatBecomesFreeIsUsed(t *testing.T) {
	site := aBigShop()
	site.etags = true
	r := readShelf(t, nil, site, crawl.Rules{MaxPages: 10})
	if r.source.LeftOut.Pages != 2 {
		t.Fatalf("left out %+v", r.source.LeftOut)
	}
	r.change(func() {
		for path := range r.documents(r.server.URL) {
			if strings.HasPrefix(path, "/rad/") && len(r.site.pages) > 10 {
				delete(r.site.pages, path)
			}
		}
	})
	r.again(crawl.Rules{MaxPages: 10})
	r.again(crawl.Rules{MaxPages: 10})
	if r.source.LeftOut.Pages != 0 || r.source.Counts.Documents != 10 || r.source.Message != "" {
		t.Errorf("left out %+v, %+v, %q", r.source.LeftOut, r.source.Counts, r.source.Message)
	}
}

// An address that was too far from the start and no longer is, or that nothing leads to any more, is not told of for
// ever; and what is still too far does not make every reading a full one.
func TestWhatWasTooFarIsForgotten(t *testing.T) {
	for name, change := range map[string]func(pages map[string]string){
		"nearer": func(pages map[string]string) { pages["/"] = `Willkommen. <a href="/fern">Fern</a> <a href="/a">A</a>` },
		"gone":   func(pages map[string]string) { delete(pages, "/a") },
	} {
		t.Run(name, func(t *testing.T) {
			pages := map[string]string{"/": `Willkommen. <a href="/a">A</a>`, "/a": `Hier geht es weiter. <a href="/fern">Fern</a>`, "/fern": "Endlich da."}
			var mu sync.Mutex
			full := 0
			i := begin(t, nil)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				mu.Lock()
				defer mu.Unlock()
				text, ok := pages[r.URL.Path]
				if !ok {
					http.NotFound(w, r)
					return
				}
				tag := fmt.Sprintf("%q", fmt.Sprint(len(text)))
				w.Header().Set("ETag", tag)
				if r.Header.Get("If-None-Match") == tag {
					w.WriteHeader(http.StatusNotModified)
					return
				}
				full++
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				fmt.Fprintf(w, "<html lang=de><title>%s</title><p>%s</p>", r.URL.Path, text)
			}))
			t.Cleanup(server.Close)
			read := func() (s source.Source) {
				s, err := i.app.Library.AddSite(t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: server.URL + "/", Rules: crawl.Rules{MaxDepth: 1}})
				must(t, err)
				i.ingest(s.ID)
				s, err = i.app.DB.Source(t.Context(), i.bot.Workspace, i.bot.ID, s.ID)
				must(t, err)
				return s
			}
			if s := read(); s.LeftOut.Depth != 1 {
				t.Fatalf("left out %+v", s.LeftOut)
			}
			read()
			mu.Lock()
			before := full
			mu.Unlock()
			s := read()
			mu.Lock()
			if again := full - before; s.LeftOut.Depth != 1 || again > 1 { // the start page is asked for where it leads, too
				t.Errorf("left out %+v, %d pages were read in full", s.LeftOut, again)
			}
			change(pages)
			mu.Unlock()
			read()
			if s := read(); s.LeftOut.Depth != 0 || s.Message != "" {
				t.Errorf("left out %+v, %q", s.LeftOut, s.Message)
			}
		})
	}
}

// Pages that lead in a circle count once, also while reading is watched.
func TestACircleCountsOnce(t *testing.T) {
	i := begin(t, nil)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<html lang=de><title>Laden</title><p>Willkommen in unserem Laden.</p><a href="/a">A</a>`)
		case "/a", "/b":
			http.Redirect(w, r, map[string]string{"/a": "/b", "/b": "/a"}[r.URL.Path], http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	s, err := i.website(server.URL + "/")()
	must(t, err)
	var last source.Counts
	again, err := i.app.Library.Ingest(t.Context(), i.bot.Workspace, i.bot.ID, s.ID, func(s source.Source, _ *source.Page) { last = s.Counts })
	must(t, err)
	s, err = i.app.DB.Source(t.Context(), i.bot.Workspace, i.bot.ID, s.ID)
	must(t, err)
	if again || last != s.Counts || last.Failed != 2 {
		t.Errorf("watched: %+v\nstored: %+v", last, s.Counts)
	}
}
