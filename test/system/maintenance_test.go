package system

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

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
		passages, err := r.app.DB.Passages(t.Context(), r.bot.Workspace, r.bot.ID)
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
