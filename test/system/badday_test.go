package system

import (
	"fmt"
	unescape "html"
	"maps"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

func aBigShop() *shelf {
	site := aShop()
	for i := range 8 {
		site.pages[fmt.Sprintf("/rad/%d", i)] = fmt.Sprintf("Das Fahrrad Nummer %d ist rot.", i)
	}
	return site
}

// later lets time pass for the library.
func (r *reading) later(d time.Duration) {
	now := r.app.Library.Now
	r.app.Library.Now = func() time.Time { return now().Add(d) }
}

// answering has the website answer in this way, nil as before.
func (r *reading) answering(f func(w http.ResponseWriter, r *http.Request) bool) {
	r.change(func() { r.site.answer = f })
}

func (r *reading) startPage(language string) string {
	return unescape.UnescapeString(r.text(r.do("GET", "/?lang="+language, "")))
}

func everywhere(f http.HandlerFunc) func(http.ResponseWriter, *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path == "/robots.txt" || strings.HasPrefix(r.URL.Path, "/sitemap") {
			http.NotFound(w, r)
		} else {
			f(w, r)
		}
		return true
	}
}

// One reading on a bad day of the website, whatever the accident, does not empty the bot. A later one that finds
// the same does, and one that finds the website well again leaves no trace.
func TestABadDayOfAWebsiteDoesNotEmptyTheBot(t *testing.T) {
	accidents := map[string]func(http.ResponseWriter, *http.Request) bool{
		"not found": everywhere(http.NotFound),
		"gone":      everywhere(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) }),
		"robots": func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Path == "/robots.txt" {
				fmt.Fprint(w, "User-agent: *\nDisallow: /\n")
			}
			return r.URL.Path == "/robots.txt"
		},
		"noindex": func(w http.ResponseWriter, _ *http.Request) bool {
			w.Header().Set("X-Robots-Tag", "noindex")
			return false
		},
		"password": everywhere(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }),
		"redirect": everywhere(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/wartung" {
				_, _ = w.Write([]byte("<html lang=de><title>Wartung</title><p>Wir sind gleich wieder da.</p>"))
				return
			}
			http.Redirect(w, r, "/wartung", http.StatusFound)
		}),
	}
	for name, accident := range accidents {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, settings map[string]string) {
				r := readShelf(t, settings, aBigShop(), crawl.Rules{})
				if c := r.source.Counts; c.New != 12 || c.Changed+c.Unchanged+c.Removed+c.Kept != 0 {
					t.Fatalf("at first: %+v", c)
				}
				r.answering(accident)
				for range 2 { // the second time too soon to mean anything
					r.again(crawl.Rules{})
					n := r.source.Notice
					if r.source.State != source.Failed || n.Code != source.Vanished || n.Kept != 12 || n.Of < 12 || n.Reason == "" {
						t.Errorf("%s %+v %+v", r.source.State, n, r.source.Counts)
					}
					if got := r.found("Was kostet eine Inspektion?"); got != r.server.URL+"/preise" {
						t.Errorf("found %q", got)
					}
					if !r.source.DueAt.Equal(n.Again) || n.Again.Sub(r.source.EndedAt) < time.Hour {
						t.Errorf("due at %s, ended at %s, %+v", r.source.DueAt, r.source.EndedAt, n)
					}
					if name == "robots" && (len(r.site.asked) != 1 || r.site.asked["/robots.txt"] != 1) {
						t.Errorf("asked for %v although robots.txt asks for nothing to be read", r.site.asked)
					}
				}
				if said := r.startPage("de"); !strings.Contains(said, "Seiten sollen auf einmal nicht mehr gelesen werden oder sind verschwunden (Die ") || !strings.Contains(said, "12 von 1") || strings.Contains(said, "suddenly") {
					t.Errorf("in German: %s", troubleOf(said))
				}
				if said := r.startPage("en"); !strings.Contains(said, "pages are suddenly gone or ask not to be read (The ") {
					t.Errorf("in English: %s", troubleOf(said))
				}
				var view struct {
					State  string
					Notice struct{ Code string }
				}
				r.manage("GET", "/v1/bots/"+r.bot.ID+"/sources/"+r.source.ID, "", &view)
				if view.State != "failed" || view.Notice.Code != "vanished" {
					t.Errorf("the API says %+v", view)
				}

				r.answering(nil)
				r.again(crawl.Rules{})
				if c := r.source.Counts; r.source.State != source.Ready || r.source.Message != "" || !reflect.DeepEqual(r.source.Notice, source.Notice{}) || c.Unchanged != 12 || c.Kept != 0 || !r.source.DueAt.IsZero() {
					t.Errorf("when it is well again: %s %q %+v %+v", r.source.State, r.source.Message, r.source.Notice, c)
				}

				r.answering(accident)
				r.again(crawl.Rules{})
				r.later(13 * time.Hour)
				r.answering(maintenance)
				r.again(crawl.Rules{})
				if got := r.found("Was kostet eine Inspektion?"); got != r.server.URL+"/preise" || r.source.Notice.Code != source.SameText {
					t.Errorf("another accident confirms the first: found %q, %+v", got, r.source.Notice)
				}
				r.answering(accident)
				r.again(crawl.Rules{})
				r.later(13 * time.Hour)
				r.again(crawl.Rules{})
				if got := r.found("Was kostet eine Inspektion?"); got == r.server.URL+"/preise" || r.source.Counts.Removed < 12 || r.source.Counts.Kept != 0 || r.source.Notice.Code != "" {
					t.Errorf("confirmed: found %q, %+v %+v", got, r.source.Notice, r.source.Counts)
				}
			})
		})
	}
}

// Single pages that are taken away leave in the reading that finds it, however the rest is.
func TestSinglePagesLeaveAtOnce(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, aBigShop(), crawl.Rules{})
		r.change(func() {
			delete(r.site.pages, "/preise")
			delete(r.site.pages, "/rad/0")
			delete(r.site.pages, "/rad/1")
			r.site.pages["/zeiten"] = "Samstags ist bis 17 Uhr geöffnet."
			r.site.pages["/neu"] = "Neu im Laden sind Lastenräder."
		})
		r.again(crawl.Rules{})
		c := r.source.Counts
		if c.Removed != 3 || c.Changed != 1 || c.New != 1 || c.Kept != 0 || c.Documents != 10 || r.source.State != source.Ready {
			t.Errorf("%s %+v", r.source.State, c)
		}
		gone, err := r.app.DB.Pages(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID, source.Some{Effect: source.Removed, Limit: 10})
		must(t, err)
		if len(gone) != 3 || gone[0].Address != r.server.URL+"/preise" || gone[0].Reason != "The page does not exist (404)." {
			t.Errorf("removed %+v", gone)
		}
	})
}

// A website that was built anew at other addresses has not vanished.
func TestARebuiltWebsiteIsTakenAtOnce(t *testing.T) {
	r := readShelf(t, nil, aBigShop(), crawl.Rules{})
	r.change(func() {
		for path, text := range maps.Clone(r.site.pages) {
			if path != "/" {
				delete(r.site.pages, path)
				r.site.pages["/neu"+path] = text
			}
		}
	})
	r.again(crawl.Rules{})
	if got := r.documents(r.server.URL); len(got) != 12 || got["/neu/preise"].IsZero() || r.source.State != source.Ready || r.source.Counts.Removed != 11 {
		t.Errorf("%s %v %+v", r.source.State, got, r.source.Counts)
	}
}

func TestWhatIsKeptIsRemovedOnRequest(t *testing.T) {
	d := sit(t)
	site := aBigShop()
	server := httptest.NewServer(site)
	t.Cleanup(server.Close)
	d.ok("bot", "create", "shop")
	read := []string{"ingest", "--bot", "shop", "--allow-private", server.URL + "/"}
	code, _, messages := d.run("", read...)
	if code != 0 || !strings.Contains(messages, "12 documents") || strings.Contains(messages, "unchanged") {
		t.Fatalf("exit %d: %s", code, messages)
	}
	if code, _, messages = d.run("", "sources", "--bot", "shop", "--accept", server.URL+"/"); code == 0 || !strings.Contains(messages, "Nothing of this source waits to be removed.") {
		t.Errorf("nothing to accept: exit %d: %s", code, messages)
	}
	site.mu.Lock()
	delete(site.pages, "/preise")
	site.pages["/zeiten"] = "Samstags ist bis 17 Uhr geöffnet."
	site.mu.Unlock()
	code, _, messages = d.run("", read...)
	if code != 0 || !strings.Contains(messages, "0 new, 1 changed, 10 unchanged, 1 removed") || !strings.Contains(messages, "removed "+server.URL+"/preise: The page does not exist (404).") {
		t.Errorf("exit %d: %s", code, messages)
	}
	site.mu.Lock()
	site.pages = map[string]string{"/": site.pages["/"]}
	site.mu.Unlock()
	code, _, messages = d.run("", read...)
	if code == 0 || !strings.Contains(messages, "10 of 11 pages are suddenly gone") || !strings.Contains(messages, "wca sources --accept") {
		t.Errorf("exit %d: %s", code, messages)
	}
	if out := d.ok("sources", "--bot", "shop", "--pages"); strings.Count(out, "  kept  ") != 10 {
		t.Errorf("wca sources --pages: %s", out)
	}
	code, _, messages = d.run("", "sources", "--bot", "shop", "--accept", server.URL+"/")
	if code != 0 || !strings.Contains(messages, "Removed 10 documents; 1 is left") {
		t.Errorf("exit %d: %s", code, messages)
	}
	if out := d.ok("sources", "--bot", "shop"); !strings.Contains(out, "ready") || !strings.Contains(out, "1 document ") || strings.Contains(out, "suddenly") {
		t.Errorf("wca sources: %s", out)
	}
}

// A server that slept, or whose database was away, while another took the source on ends its reading: it asks for no more
// pages, and writes neither these nor the end.
func TestAReadingEndsWhereAnotherServerHasTakenIt(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, aBigShop(), crawl.Rules{})
		taken, asked := false, 0
		another := source.Lease{Workspace: r.bot.Workspace, Bot: r.bot.ID, Source: r.source.ID, Holder: "another", For: time.Hour}
		r.answering(everywhere(func(w http.ResponseWriter, q *http.Request) {
			switch {
			case q.URL.Path == "/":
			case !taken:
				taken = true
				lite, pool := r.app.DB.Pools()
				if pool != nil {
					_, err := pool.Exec(t.Context(), "UPDATE source SET held_until = 0")
					must(t, err)
				} else {
					_, err := lite.ExecContext(t.Context(), "UPDATE source SET held_until = 0")
					must(t, err)
				}
				if got, err := r.app.DB.Lease(t.Context(), another); err != nil || !got {
					t.Errorf("the other did not get it: %v", err)
				}
			default:
				asked++
			}
			fmt.Fprintf(w, "<title>%s</title><p>Das Angebot von %s wurde inzwischen geändert und kostet 12 Euro.</p>", q.URL.Path, q.URL.Path)
		}))
		s, err := r.app.Library.ReadAgain(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID)
		must(t, err)
		again, err := r.app.Library.Ingest(t.Context(), s.Workspace, s.Bot, s.ID, nil)
		now, looked := r.app.DB.Source(t.Context(), s.Workspace, s.Bot, s.ID)
		if must(t, looked); err != nil || again || now.State != source.Running || now.Counts.Pending < 9 || asked > 4 {
			t.Errorf("again %t, %v; state %s, %d pages are pending, %d were asked for", again, err, now.State, now.Counts.Pending, asked)
		}
		must(t, r.app.DB.Release(t.Context(), another))
		r.ingest(s.ID)
		now, err = r.app.DB.Source(t.Context(), s.Workspace, s.Bot, s.ID)
		if must(t, err); now.State != source.Ready || now.Counts.Pending != 0 {
			t.Errorf("read on by the other: %s, %d pages are pending", now.State, now.Counts.Pending)
		}
	})
}

// What was kept is not removed while another server reads the source: what it marks meanwhile nobody has seen.
func TestAWebsiteThatIsBeingReadIsNotAccepted(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, aBigShop(), crawl.Rules{})
		r.answering(everywhere(http.NotFound))
		r.again(crawl.Rules{})
		another := source.Lease{Workspace: r.bot.Workspace, Bot: r.bot.ID, Source: r.source.ID, Holder: "another", For: time.Minute}
		free, err := r.app.DB.Lease(t.Context(), another)
		if must(t, err); !free {
			t.Fatal("somebody has the source")
		}
		if _, err := r.app.Library.Accept(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID); !problem.Is(err, problem.Conflict) || !strings.Contains(err.Error(), "is being read") {
			t.Errorf("got %v", err)
		}
		if n := len(r.documents("")); n != 12 {
			t.Errorf("%d documents are left", n)
		}
		must(t, r.app.DB.Release(t.Context(), another))
		s, err := r.app.Library.Accept(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID)
		if must(t, err); s.Notice.Code != "" || len(r.documents("")) != 0 {
			t.Errorf("accepted: %+v, %d documents are left", s.Notice, len(r.documents("")))
		}
	})
}
