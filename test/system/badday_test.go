package system

import (
	"fmt"
	unescape "html"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"sync"
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
		gone, err := r.app.DB.PagesBy(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID, source.Removed, 10, 0)
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
		for path, text := range r.site.pages {
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

// What an operator leaves out is no accident.
func TestExcludedPagesLeaveAtOnce(t *testing.T) {
	r := readShelf(t, nil, aBigShop(), crawl.Rules{})
	r.again(crawl.Rules{Include: []string{"/preise"}})
	if got := r.documents(r.server.URL); len(got) != 2 || r.source.State != source.Ready {
		t.Errorf("%s %v %+v", r.source.State, got, r.source.Notice)
	}
}

// A slip in a pattern does not empty the bot: it is said what would go, and nothing is changed until that is accepted.
func TestRulesThatLeaveOutMostMustBeAccepted(t *testing.T) {
	d := sit(t)
	server := httptest.NewServer(aBigShop())
	t.Cleanup(server.Close)
	d.ok("bot", "create", "shop")
	read := []string{"ingest", "--bot", "shop", "--allow-private", server.URL + "/"}
	d.ok(read...)
	code, _, messages := d.run("", append(read, "--include", "/prese")...)
	if code != 2 || !strings.Contains(messages, "11 of the 12 documents") || !strings.Contains(messages, server.URL+"/") || !strings.Contains(messages, "and 8 more") || !strings.Contains(messages, "--accept") {
		t.Errorf("exit %d: %s", code, messages)
	}
	if out := d.ok("sources", "--bot", "shop"); !strings.Contains(out, "12 documents") || !strings.Contains(out, "ready") {
		t.Errorf("after the slip: %s", out)
	}
	if code, _, messages = d.run("", append(read, "--exclude", "/preise")...); code != 0 || !strings.Contains(messages, "1 removed") {
		t.Errorf("a single page: exit %d: %s", code, messages)
	}
	if code, _, messages = d.run("", append(read, "--include", "/zeiten", "--accept")...); code != 0 || !strings.Contains(messages, "2 documents") {
		t.Errorf("accepted: exit %d: %s", code, messages)
	}
}

// Who gives the command again to have a website read does not have it read otherwise.
func TestRulesStayUntilOthersAreGiven(t *testing.T) {
	d := sit(t)
	server := httptest.NewServer(aBigShop())
	t.Cleanup(server.Close)
	d.ok("bot", "create", "shop")
	read := []string{"ingest", "--bot", "shop", "--allow-private", server.URL + "/"}
	for _, c := range []struct {
		flags      []string
		says, lack string
	}{
		{[]string{"--include", "/rad/**", "--every", "24h"}, "9 documents", "As before"},
		{nil, "As before: --include /rad/** --every 24h\n", "new, "},
		{[]string{"--include", ""}, "12 documents", "--include"},
		{nil, "As before: --every 24h\n", "--include"},
		{[]string{"--every", "0"}, "12 documents", "As before"},
	} {
		code, _, messages := d.run("", append(read, c.flags...)...)
		if code != 0 || !strings.Contains(messages, c.says) || strings.Contains(strings.ReplaceAll(messages, "0 new, ", ""), c.lack) {
			t.Errorf("%q: exit %d: %s", c.flags, code, messages)
		}
	}
}

func TestTheAPIRefusesRulesThatLeaveOutMost(t *testing.T) {
	r := readShelf(t, nil, aBigShop(), crawl.Rules{})
	path, wish := "/v1/bots/"+r.bot.ID+"/sources", `{"address":"`+r.server.URL+`/","include":["/prese"]`
	response := r.do("POST", path, wish+"}", "Authorization", "Bearer "+r.key)
	if text := r.text(response); response.StatusCode != http.StatusConflict || !strings.Contains(text, source.CodeMostLeave) || !strings.Contains(text, "11 of the 12") {
		t.Errorf("status %d: %s", response.StatusCode, text)
	}
	response = r.do("POST", path, wish+`,"accept":true}`, "Authorization", "Bearer "+r.key)
	if text := r.text(response); response.StatusCode != http.StatusOK {
		t.Errorf("accepted: status %d: %s", response.StatusCode, text)
	}
}

// maintenance is what some websites answer at every address.
var maintenance = everywhere(func(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, "<html lang=de><title>Wartung</title><!-- %s --><p>Wir sind gleich wieder da.</p>", r.URL.Path)
})

// A website in maintenance that shows the same at every address with status 200 takes no page's place.
func TestAMaintenancePageTakesNoPlace(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, aBigShop(), crawl.Rules{})
		r.answering(maintenance)
		r.again(crawl.Rules{})
		pages := 0
		for _, n := range r.site.asked {
			pages += n
		}
		if got := r.documents(r.server.URL); len(got) != 12 || r.source.State != source.Failed || r.source.Notice.Code != source.SameText || pages > 10 {
			t.Errorf("%s %v %+v, asked for %v", r.source.State, got, r.source.Notice, r.site.asked)
		}
		if got := r.found("Was kostet eine Inspektion?"); got != r.server.URL+"/preise" {
			t.Errorf("found %q", got)
		}
		if got := r.found("Willkommen in unserem Laden für Fahrräder"); got != r.server.URL+"/" {
			t.Errorf("the start page is lost: %q", got)
		}
		if said := r.startPage("de"); !strings.Contains(said, "Alle Seiten, nach denen gefragt wurde, zeigen auf einmal denselben Text") {
			t.Errorf("in German: %s", troubleOf(said))
		}
		r.answering(nil)
		if r.again(crawl.Rules{}); r.source.State != source.Ready || r.source.Counts.Unchanged != 12 {
			t.Errorf("when it is well again: %s %+v", r.source.State, r.source.Counts)
		}

		r.answering(maintenance)
		r.again(crawl.Rules{})
		r.later(48 * time.Hour)
		if r.again(crawl.Rules{}); len(r.documents("")) != 12 || r.source.Notice.Code != source.SameText {
			t.Errorf("after a weekend: %s %+v", r.source.State, r.source.Notice)
		}
		if said := r.startPage("en"); !strings.Contains(said, "suddenly show the same text") {
			t.Errorf("in English: %s", troubleOf(said))
		}
		r.manage("POST", "/v1/bots/"+r.bot.ID+"/sources/"+r.source.ID+"/accept", "", nil)
		r.ingest(r.source.ID)
		passages, _, err := r.app.DB.Passages(t.Context(), r.bot.Workspace, r.bot.ID)
		must(t, err)
		for _, p := range passages {
			if p.Text != "Wir sind gleich wieder da." {
				t.Errorf("accepted, and yet there is %q", p.Text)
			}
		}
	})
}

// Where every page has changed, and some in the same way, nothing is held back for long.
func TestPagesThatAllChangeAreTaken(t *testing.T) {
	r := readShelf(t, nil, aBigShop(), crawl.Rules{})
	r.change(func() {
		for path, text := range r.site.pages {
			r.site.pages[path] = text + " Wir haben Betriebsferien."
		}
		r.site.pages["/preise"] = r.site.pages["/"] // two alike are none in maintenance
	})
	r.again(crawl.Rules{})
	if c := r.source.Counts; c.Changed != 12 || c.Pending != 0 || r.source.State != source.Ready {
		t.Errorf("%s %+v", r.source.State, c)
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
	if code != 0 || !strings.Contains(messages, "Removed 10 documents; 1 are left") {
		t.Errorf("exit %d: %s", code, messages)
	}
	if out := d.ok("sources", "--bot", "shop"); !strings.Contains(out, "ready") || !strings.Contains(out, "1 documents") || strings.Contains(out, "suddenly") {
		t.Errorf("wca sources: %s", out)
	}
}

// A website that says it is in maintenance is left in peace until it wants to be asked again.
func TestAWebsiteInMaintenanceIsAskedLater(t *testing.T) {
	busy := func(status int, after string, where func(path string) bool) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if where(r.URL.Path) {
				if after != "" {
					w.Header().Set("Retry-After", after)
				}
				w.WriteHeader(status)
			}
			return where(r.URL.Path)
		}
	}
	all := func(path string) bool { return true }
	pages := func(path string) bool { return path != "/robots.txt" && path != "/sitemap.xml" }
	below := func(path string) bool { return pages(path) && path != "/" }
	for name, c := range map[string]struct {
		answer func(http.ResponseWriter, *http.Request) bool
		status int
		wait   time.Duration
		most   int // requests
	}{
		"with a time":      {busy(503, "7200", pages), 503, 2 * time.Hour, 2},
		"with a long time": {busy(503, "9999999", pages), 503, 24 * time.Hour, 2},
		"with a date":      {busy(429, time.Now().Add(3*time.Hour).UTC().Format(http.TimeFormat), pages), 429, 3 * time.Hour, 2},
		"robots.txt, too":  {busy(503, "30", all), 503, 10 * time.Minute, 1},
		"without a time":   {busy(503, "", pages), 503, time.Hour, 18},
		"but for a page":   {busy(503, "", below), 503, time.Hour, 24},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, settings map[string]string) {
				r := readShelf(t, settings, aBigShop(), crawl.Rules{})
				r.answering(c.answer)
				r.again(crawl.Rules{})
				n, asked := r.source.Notice, 0
				for _, times := range r.site.asked {
					asked += times
				}
				wait := n.Again.Sub(r.source.EndedAt)
				if r.source.State != source.Failed || n.Code != source.Maintenance || n.Status != c.status || (wait-c.wait).Abs() > time.Minute || !r.source.DueAt.Equal(n.Again) {
					t.Errorf("%s %+v, again after %s", r.source.State, n, wait)
				}
				if asked > c.most || len(r.documents("")) != 12 {
					t.Errorf("%d requests: %v; %d documents", asked, r.site.asked, len(r.documents("")))
				}
				if !strings.Contains(r.startPage("de"), "Die Website wird gerade gewartet oder ist überlastet (Status "+fmt.Sprint(c.status)+"). Was vorher gelesen wurde, bleibt erhalten. Ein laufender Server versucht es wieder: "+n.Again.Format("02.01.2006, 15:04 Uhr UTC")) {
					t.Errorf("the start page says: %s", troubleOf(r.startPage("de")))
				}
				due, err := r.app.DB.DueSources(t.Context(), n.Again.Add(time.Second), 100)
				must(t, err)
				if !slices.ContainsFunc(due, func(s source.Source) bool { return s.ID == r.source.ID && s.Bot == r.bot.ID }) {
					t.Error("it is not asked again")
				}
				r.answering(nil)
				if r.again(crawl.Rules{}); r.source.State != source.Ready || r.source.Message != "" || r.source.Counts.Unchanged != 12 {
					t.Errorf("afterwards: %s %q %+v", r.source.State, r.source.Message, r.source.Counts)
				}
			})
		})
	}
}

// A pause that makes a reading long is told, and that it is not kept in full.
func TestALongCrawlDelayIsTold(t *testing.T) {
	site := &shelf{pages: map[string]string{"/": "Willkommen in unserem Laden."}, answer: func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path == "/robots.txt" {
			fmt.Fprint(w, "User-agent: *\nCrawl-delay: 30\nDisallow: /sitemap.xml\n")
		}
		return r.URL.Path == "/robots.txt"
	}}
	r := readShelf(t, nil, site, crawl.Rules{})
	if want := "The website's robots.txt asks for 30 s between two requests (Crawl-delay); at most 10 s are kept."; r.source.Message != want || r.source.State != source.Ready {
		t.Errorf("%s %q", r.source.State, r.source.Message)
	}
	if said := r.startPage("de"); !strings.Contains(said, "Die robots.txt der Website wünscht 30 s Pause zwischen zwei Abrufen (Crawl-delay); eingehalten werden höchstens 10 s.") {
		t.Errorf("in German: %s", troubleOf(said))
	}
	if r.site.asked["/sitemap.xml"] != 0 {
		t.Error("a sitemap was asked for that robots.txt closes")
	}
}

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
				s, err := i.app.Library.AddSite(t.Context(), i.bot.Workspace, i.bot.ID, server.URL+"/", crawl.Rules{MaxDepth: 1}, 0, false)
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

// What was kept is not removed while another server reads the source: what it marks meanwhile nobody has seen.
func TestAWebsiteThatIsBeingReadIsNotAccepted(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		r := readShelf(t, settings, aBigShop(), crawl.Rules{})
		r.answering(everywhere(http.NotFound))
		r.again(crawl.Rules{})
		now := time.Now()
		free, err := r.app.DB.Lease(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID, "another", now, now.Add(time.Minute))
		if must(t, err); !free {
			t.Fatal("somebody has the source")
		}
		if _, err := r.app.Library.Accept(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID); !problem.Is(err, problem.Conflict) || !strings.Contains(err.Error(), "is being read") {
			t.Errorf("got %v", err)
		}
		if n := len(r.documents("")); n != 12 {
			t.Errorf("%d documents are left", n)
		}
		must(t, r.app.DB.Release(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID, "another"))
		s, err := r.app.Library.Accept(t.Context(), r.bot.Workspace, r.bot.ID, r.source.ID)
		if must(t, err); s.Notice.Code != "" || len(r.documents("")) != 0 {
			t.Errorf("accepted: %+v, %d documents are left", s.Notice, len(r.documents("")))
		}
	})
}
