package system

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"testing"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/source"
)

// erases erases something in the moment that a page of the site is asked for, through another server, once.
func (r *reading) erases(path string, kind erasure.Kind, id string) {
	r.t.Helper()
	other := r.beside()
	var once sync.Once
	r.site.gate = func(asked string) {
		if asked == path {
			once.Do(func() {
				if receipt, err := other.Eraser.Erase(context.Background(), r.bot.Workspace, kind, id); err != nil || !receipt.Verified() {
					r.t.Errorf("erasing the %s: %+v, %v", kind, receipt, err)
				}
			})
		}
	}
}

// While a website is read its source or bot is erased: neither what it says nor an address that it leads to comes back.
func TestErasedWhileItIsRead_C2_K2(t *testing.T) {
	for _, kind := range []erasure.Kind{erasure.Source, erasure.Bot} {
		t.Run(string(kind), func(t *testing.T) {
			each(t, func(t *testing.T, settings map[string]string) {
				r := begin(t, settings).reads(&shelf{pages: map[string]string{"/": "Wir verkaufen Fahrräder.", "/a": "Hier gibt es Räder."}})
				r.change(func() {
					r.site.pages["/a"] = "Das Kanarienlager ist am Samstag geöffnet."
					r.site.pages["/kanarienseite"] = "Am Sonntag ist geschlossen."
				})
				id := r.source.ID
				if kind == erasure.Bot {
					id = r.bot.ID
				}
				r.erases("/", kind, id)
				s, err := r.app.Library.AddSite(t.Context(), r.bot.Workspace, r.bot.ID, source.Website{Address: r.server.URL + "/", Accepted: true})
				must(t, err)
				for again := true; again; {
					again, err = r.app.Library.Ingest(t.Context(), r.bot.Workspace, r.bot.ID, s.ID, nil)
				}
				must(t, err)
				must(t, r.app.DB.Flush(t.Context()))
				for _, text := range []string{"Kanarienlager", "kanarienseite", r.server.URL} {
					r.nowhereAtAll(text)
				}
			})
		})
	}
}

// A page that is erased while it is fetched, or held back because another said the same, is not taken in again by that
// reading, though others lead to it.
func TestAPageErasedWhileItIsFetched_C2_K2(t *testing.T) {
	for _, during := range []string{"/a", "/b"} {
		t.Run(during, func(t *testing.T) {
			each(t, func(t *testing.T, settings map[string]string) {
				r := begin(t, settings).reads(&shelf{pages: map[string]string{"/": "Wir verkaufen Fahrräder.", "/a": "Hier gibt es Räder.", "/b": "Hier gibt es Zubehör."}})
				r.answering(func(w http.ResponseWriter, q *http.Request) bool {
					said := "Das Kanarienlager ist am Samstag geöffnet."
					if q.URL.Path == "/b" {
						said = "Hier gibt es Helme."
					}
					w.Header().Set("Content-Type", "text/html")
					fmt.Fprintf(w, `<html lang="de"><title>Laden</title><main><h1>Laden</h1><p>%s</p></main><nav><a href="/">1</a> <a href="/a">2</a> <a href="/b">3</a></nav>`, said)
					return true
				})
				r.erases(during, erasure.Document, r.document("/a"))
				s, err := r.app.Library.AddSite(t.Context(), r.bot.Workspace, r.bot.ID, source.Website{Address: r.server.URL + "/", Accepted: true})
				must(t, err)
				for range 2 {
					r.ingest(s.ID)
					for address := range r.documents(r.server.URL) {
						if address == "/a" {
							t.Error("it is there again")
						}
					}
				}
			})
		})
	}
}

// Files that come after their source was erased are refused, the rest of an upload, too.
func TestErasedWhileFilesAreTakenIn_C1_K2(t *testing.T) {
	for _, kind := range []erasure.Kind{erasure.Source, erasure.Bot} {
		t.Run(string(kind), func(t *testing.T) {
			each(t, func(t *testing.T, settings map[string]string) {
				i := begin(t, settings)
				other := i.beside()
				files := func(yield func(source.Upload) bool) {
					if !yield(source.Upload{Name: "a.txt", Body: []byte("Wir verkaufen Fahrräder.")}) {
						return
					}
					sources, err := other.DB.Sources(t.Context(), i.bot.Workspace, i.bot.ID)
					must(t, err)
					id := sources[0].ID
					if kind == erasure.Bot {
						id = i.bot.ID
					}
					_, err = other.Eraser.Erase(t.Context(), i.bot.Workspace, kind, id)
					must(t, err)
					yield(source.Upload{Name: "kanarie.txt", Body: []byte("Das Kanarienlager ist am Samstag geöffnet.")})
				}
				if _, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "files", files); err == nil {
					t.Error("taken in")
				}
				for _, text := range []string{"Kanarienlager", "kanarie.txt"} {
					i.nowhereAtAll(text)
				}
			})
		})
	}
}
