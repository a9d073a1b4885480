package system

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// reading is a website of a test and the source that reads it.
type reading struct {
	*instance
	site   *shelf
	server *httptest.Server
	source source.Source
}

func readShelf(t *testing.T, settings map[string]string, site *shelf, rules crawl.Rules) *reading {
	t.Helper()
	return begin(t, settings).readsBy(rules, site)
}

// reads has the bot of an instance read a website.
func (i *instance) reads(site *shelf) *reading {
	i.t.Helper()
	return i.readsBy(crawl.Rules{}, site)
}

func (i *instance) readsBy(rules crawl.Rules, site *shelf) *reading {
	i.t.Helper()
	r := &reading{instance: i, site: site, server: httptest.NewServer(site)}
	i.t.Cleanup(r.server.Close)
	r.again(rules)
	r.bot = r.refreshed()
	return r
}

// again reads the website as the command does that is given a second time.
func (r *reading) again(rules crawl.Rules) {
	r.t.Helper()
	r.site.mu.Lock()
	r.site.asked, r.site.answered = map[string]int{}, map[int]int{}
	r.site.mu.Unlock()
	s, err := r.app.Library.AddSite(r.t.Context(), r.bot.Workspace, r.bot.ID, source.Website{Address: r.server.URL + "/", Rules: rules, Accepted: true})
	must(r.t, err)
	r.ingest(s.ID)
	r.source, err = r.app.DB.Source(r.t.Context(), r.bot.Workspace, r.bot.ID, s.ID)
	must(r.t, err)
}

func (r *reading) change(f func()) {
	r.site.mu.Lock()
	defer r.site.mu.Unlock()
	f()
}

// documents are the paths that are in the store, and when each was written.
func (i *instance) documents(prefix string) map[string]time.Time {
	i.t.Helper()
	all, err := i.app.DB.Documents(i.t.Context(), i.bot.Workspace, i.bot.ID, 1000, 0)
	must(i.t, err)
	out := map[string]time.Time{}
	for _, d := range all {
		out[strings.TrimPrefix(d.Address, prefix)] = d.UpdatedAt
	}
	return out
}

// found is the address of the best passage.
func (i *instance) found(question string) string {
	i.t.Helper()
	index, err := i.app.Desk.Indexes.Index(i.t.Context(), i.refreshed())
	must(i.t, err)
	hits := index.Search(retrieve.Query{Text: question, K: 1}).Hits
	if len(hits) == 0 {
		return ""
	}
	return hits[0].Passage.Address
}

func aShop() *shelf {
	return &shelf{pages: map[string]string{
		"/": "Willkommen in unserem Laden für Fahrräder.", "/preise": "Eine Inspektion kostet 49 Euro.",
		"/rollschuhe": "Wir verkaufen Rollschuhe der Marke Sausewind.", "/zeiten": "Samstags ist bis 16 Uhr geöffnet.",
	}}
}

// An outage is no reason to forget: what was read stays until the website says otherwise.
func TestAnOutageRemovesNothing_F38(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, aShop(), crawl.Rules{})
		for name, down := range map[string]func(path string) bool{
			"all":         func(string) bool { return true },
			"pages only":  func(path string) bool { return path != "/robots.txt" },
			"robots only": func(path string) bool { return path == "/robots.txt" },
		} {
			r.change(func() {
				r.site.answer = func(w http.ResponseWriter, r *http.Request) bool {
					if down(r.URL.Path) {
						w.WriteHeader(http.StatusInternalServerError)
					}
					return down(r.URL.Path)
				}
			})
			r.again(crawl.Rules{})
			if got := r.documents(r.server.URL); len(got) != 4 {
				t.Errorf("%s: %v", name, got)
			}
			english, german := "4 of 4 could not be read; the list of pages says why (wca sources --pages).", "4 von 4 ließen sich nicht lesen; den Grund nennt die Liste der Seiten (wca sources --pages)."
			if down("/robots.txt") {
				n := r.source.Notice
				if r.source.State != source.Failed || n.Code != source.Unanswered || n.Again.Sub(r.source.EndedAt) != time.Hour || !r.source.DueAt.Equal(n.Again) || len(r.site.asked) != 1 {
					t.Errorf("%s: %s %+v, asked for %v", name, r.source.State, n, r.site.asked)
				}
				english, german = "could not be read itself, so no page is read for now. What was read before is kept. A running server tries again at ", "ließ sich selbst nicht lesen; darum wird vorerst keine Seite gelesen. Was vorher gelesen wurde, bleibt erhalten. Ein laufender Server versucht es wieder: "
			} else if r.source.State != source.Ready {
				t.Errorf("%s: %s", name, r.source.State)
			}
			if !strings.Contains(r.source.Message, english) || !strings.Contains(r.startPage("de"), german) {
				t.Errorf("%s: %q, in German: %s", name, r.source.Message, troubleOf(r.startPage("de")))
			}
			if got := r.found("Was kostet eine Inspektion?"); got != r.server.URL+"/preise" {
				t.Errorf("%s: found %q", name, got)
			}
		}
		r.change(func() { r.site.answer = nil })
		r.again(crawl.Rules{})
		if r.source.Counts.Failed != 0 || r.source.Counts.Done != 4 || r.source.Message != "" {
			t.Errorf("after the outage: %+v %q", r.source.Counts, r.source.Message)
		}
	})
}

// Pages that still answer but ask not to be read, lead elsewhere or ask for a password leave the
// index, too.
func TestPagesThatWithdrawLeaveTheIndex_C2(t *testing.T) {
	for name, withdraw := range map[string]http.HandlerFunc{
		"noindex": func(w http.ResponseWriter, _ *http.Request) { html(w, `<meta name="robots" content="noindex">`) },
		"robots header": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Robots-Tag", "noindex")
			html(w, "")
		},
		"header": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) },
		"login": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<title>Anmelden</title><form><input name="u"><input type="password"></form>`)
		},
		"not found with status 200": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<title>Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>Die gesuchte Seite existiert leider nicht mehr.</p>`)
		},
		"redirect": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusMovedPermanently) },
		"deleted":  func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) },
	} {
		t.Run(name, func(t *testing.T) {
			r := readShelf(t, nil, aShop(), crawl.Rules{})
			if got := r.found("Rollschuhe Sausewind"); got != r.server.URL+"/rollschuhe" {
				t.Fatalf("found %q", got)
			}
			r.change(func() {
				r.site.answer = func(w http.ResponseWriter, r *http.Request) bool {
					if r.URL.Path == "/rollschuhe" {
						withdraw(w, r)
					}
					return r.URL.Path == "/rollschuhe"
				}
			})
			r.again(crawl.Rules{})
			if got := r.documents(r.server.URL); len(got) != 3 {
				t.Errorf("the store holds %v", got)
			}
			if got := r.found("Rollschuhe Sausewind"); got == r.server.URL+"/rollschuhe" {
				t.Error("it is still found")
			}
		})
	}
}

// What stands in for a page for a while takes nothing away: its document stays, and its owner reads why it was not read.
func TestPagesBehindWallsKeepTheirDocuments_C2(t *testing.T) {
	for wall, want := range map[string]string{
		`<title>Shop</title><div><p>Diese Website verwendet Cookies. Bitte stimmen Sie der Verwendung zu.</p><button>Alle akzeptieren</button></div>`: "Außer der Frage nach Cookies enthält die Seite keinen Text.",
		`<title>Just a moment...</title><h1>Checking your browser before accessing shop.example</h1>`:                                                 "Die Website weist Programme ab.",
		`<title>Shop</title><h1>Wartungsmodus</h1><p>Unsere Website wird gerade überarbeitet.</p>`:                                                    "Die Seite sagt nur, dass die Website gerade gewartet wird",
	} {
		t.Run(want, func(t *testing.T) {
			r := readShelf(t, nil, aShop(), crawl.Rules{})
			r.change(func() {
				r.site.answer = func(w http.ResponseWriter, r *http.Request) bool {
					if r.URL.Path == "/rollschuhe" {
						w.Header().Set("Content-Type", "text/html; charset=utf-8")
						fmt.Fprint(w, wall)
					}
					return r.URL.Path == "/rollschuhe"
				}
			})
			r.again(crawl.Rules{})
			if got := r.documents(r.server.URL); len(got) != 4 || r.source.Counts.Failed != 1 {
				t.Errorf("the store holds %v, %+v", got, r.source.Counts)
			}
			if got := r.found("Rollschuhe Sausewind"); got != r.server.URL+"/rollschuhe" {
				t.Errorf("found %q", got)
			}
			r.answering(everywhere(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<!DOCTYPE html>"+wall) }))
			other := readShelf(t, nil, r.site, crawl.Rules{})
			if got := other.startPage("de"); other.source.State != source.Failed || !strings.Contains(got, want) {
				t.Errorf("a new source of only this is %s: %s", other.source.State, troubleOf(got))
			}
		})
	}
}

func html(w http.ResponseWriter, head string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, "<html lang=de><head><title>Rollschuhe</title>%s</head><body><p>Wir verkaufen Rollschuhe der Marke Sausewind.</p></body></html>", head)
}

// A server that only knows dates is asked by date, and its pages are neither sent nor read again.
func TestUnchangedPagesAreNotSentAgain_C2(t *testing.T) {
	const since = "Mon, 02 Mar 2026 08:00:00 GMT"
	site := aShop()
	site.answer = func(w http.ResponseWriter, r *http.Request) bool {
		w.Header().Set("Last-Modified", since)
		if r.Header.Get("If-Modified-Since") != since {
			return false
		}
		w.WriteHeader(http.StatusNotModified)
		return true
	}
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, site, crawl.Rules{})
		before := r.documents(r.server.URL)
		r.again(crawl.Rules{})
		if r.site.answered[0] != 4 || r.site.answered[200] != 1 { // the start page is asked once more, where it leads
			t.Errorf("answers: %v", r.site.answered)
		}
		after := r.documents(r.server.URL)
		for path, written := range before {
			if !after[path].Equal(written) {
				t.Errorf("%s was written again", path)
			}
		}
		if len(before) != 4 || r.source.Counts.Done != 4 || r.source.Counts.Passages != 4 {
			t.Errorf("%v, %+v", before, r.source.Counts)
		}
	})
}

// Rules that are changed later hold as if they had been so from the beginning.
func TestChangedRulesHoldForKnownPages(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, aShop(), crawl.Rules{MaxPages: 2})
		if got := r.documents(""); len(got) != 2 {
			t.Fatalf("read %v", got)
		}
		r.again(crawl.Rules{MaxPages: 50})
		if got := r.documents(""); len(got) != 4 {
			t.Errorf("with a higher limit: %v", got)
		}
		r.again(crawl.Rules{Exclude: []string{"/roll*"}})
		if got := r.documents(r.server.URL); len(got) != 3 || !got["/rollschuhe"].IsZero() || r.site.asked["/rollschuhe"] != 0 {
			t.Errorf("with an excluded page: %v", got)
		}
		r.again(crawl.Rules{})
		if got := r.documents(""); len(got) != 4 {
			t.Errorf("without rules: %v", got)
		}
	})
}

// Who reads a website with a limit learns that there is more, also when it is read again unchanged,
// until the limit is raised.
func TestPagesBeyondALimitAreTold(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		site := aShop()
		for i := range 20 {
			site.pages[fmt.Sprintf("/rad/%d", i)] = fmt.Sprintf("Das Fahrrad Nummer %d ist rot.", i)
		}
		r := readShelf(t, settings, site, crawl.Rules{MaxPages: 15})
		for range 2 {
			if want := "At least 9 further addresses were not read: the limit of 15 pages was reached; raise it with --max-pages."; r.source.Message != want || r.source.State != source.Ready {
				t.Errorf("%s %q", r.source.State, r.source.Message)
			}
			if want := (crawl.LeftOut{Pages: 9}); r.source.LeftOut != want {
				t.Errorf("left out %+v", r.source.LeftOut)
			}
			if said := r.text(r.do("GET", "/?lang=de", "")); !strings.Contains(said, "Mindestens 9 weitere Adressen wurden nicht gelesen: Die Grenze von 15 Seiten ist erreicht") {
				t.Errorf("the start page says: %s", said)
			}
			r.again(crawl.Rules{MaxPages: 15})
		}
		r.again(crawl.Rules{MaxPages: 24})
		if r.source.Message != "" || (r.source.LeftOut != crawl.LeftOut{}) || r.source.Counts.Documents != 24 {
			t.Errorf("with a higher limit: %q, %+v, %+v", r.source.Message, r.source.LeftOut, r.source.Counts)
		}
	})
}

func TestIngestSaysWhatALimitKeptOut(t *testing.T) {
	d := sit(t)
	server := httptest.NewServer(aShop())
	t.Cleanup(server.Close)
	d.ok("bot", "create", "shop")
	code, _, messages := d.run("", "ingest", "--bot", "shop", "--allow-private", "--max-pages", "2", server.URL+"/")
	const want = "At least 2 further addresses were not read: the limit of 2 pages was reached; raise it with --max-pages."
	if code != 0 || !strings.Contains(messages, want) {
		t.Errorf("exit %d: %s", code, messages)
	}
	if out := d.ok("sources", "--bot", "shop"); !strings.Contains(out, want) {
		t.Errorf("wca sources: %s", out)
	}
	if out := d.ok("sources", "--bot", "shop", "--json"); !strings.Contains(out, `"left_out":{"pages":2,"depth":0}`) {
		t.Errorf("wca sources --json: %s", out)
	}
}

// Who runs a website that is read can see by whom.
func TestWebsitesLearnWhoReadsThem(t *testing.T) {
	for public, want := range map[string]string{
		"":                             "Mozilla/5.0 (compatible; WebChatAgent/1.0)",
		"https://chat.example.com/":    "Mozilla/5.0 (compatible; WebChatAgent/1.0; +https://chat.example.com/)",
		"https://example.com/chat/bot": "Mozilla/5.0 (compatible; WebChatAgent/1.0; +https://example.com/chat/bot/)",
	} {
		site, agents := aShop(), map[string]int{}
		site.answer = func(_ http.ResponseWriter, r *http.Request) bool {
			agents[r.UserAgent()]++
			return false
		}
		r := readShelf(t, map[string]string{"public_url": public}, site, crawl.Rules{})
		if len(agents) != 1 || agents[want] < 4 {
			t.Errorf("%q: asked as %v (%d documents)", public, agents, r.source.Counts.Documents)
		}
	}
}

// A first page that is only a picture, and one that asks for a password, lead to others all the same.
func TestPagesWithoutTextLeadOn(t *testing.T) {
	for _, first := range []string{
		`<a href="/preise"><img src="logo.png"></a>`,
		`<form><input name="u"><input type="password"><button>Los</button></form><a href="/preise"></a>`,
		`<noscript></noscript><div id="app"></div><a href="/preise"></a>`,
	} {
		site := aShop()
		site.answer = func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Path == "/" {
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprint(w, "<html><body>"+first+"</body></html>")
			}
			return r.URL.Path == "/"
		}
		r := readShelf(t, nil, site, crawl.Rules{})
		if got := r.documents(r.server.URL); len(got) != 3 || r.source.State != source.Ready {
			t.Errorf("%s: %v, %s %s", first, got, r.source.State, r.source.Message)
		}
	}
}

// A website whose start page leads to somebody else's by now, because its domain was sold or by mistake, does
// not make that one's pages what the bot knows.
func TestAnotherWebsiteDoesNotTakeTheFirstOnesPlace(t *testing.T) {
	foreign := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte("<html lang=de><title>Fremd</title><main><h1>Zeppelin</h1><p>Wir verkaufen Zeppelinreisen nach Feuerland.</p></main>"))
	}))
	t.Cleanup(foreign.Close)
	sold := false
	site := aShop()
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if sold && r.URL.Path == "/" {
			http.Redirect(w, r, strings.Replace(foreign.URL, "127.0.0.1", "localhost", 1)+"/", http.StatusFound)
			return
		}
		site.ServeHTTP(w, r)
	}))
	t.Cleanup(front.Close)
	r := &reading{instance: begin(t, nil), site: site, server: front}
	r.again(crawl.Rules{})
	before := len(r.documents(front.URL))
	if before < 2 || r.source.State != source.Ready {
		t.Fatalf("%d documents, %+v", before, r.source)
	}
	sold = true
	r.again(crawl.Rules{})
	sold = false
	if r.source.State != source.Failed || !strings.Contains(r.source.Message, "leads to another website") || len(r.documents(front.URL)) != before {
		t.Errorf("%d documents, %+v", len(r.documents(front.URL)), r.source)
	}
	if german, err := source.Trouble(t.Context(), r.app.DB, r.source, "de"); err != nil || !strings.Contains(german, "führt inzwischen zu einer anderen Website, http://localhost") {
		t.Errorf("in German: %q, %v", german, err)
	}
	if r.again(crawl.Rules{}); r.source.State != source.Ready || len(r.documents(front.URL)) != before {
		t.Errorf("afterwards: %+v", r.source)
	}
}
