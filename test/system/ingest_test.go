package system

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
)

// shelf is a website whose pages tests change.
type shelf struct {
	mu       sync.Mutex
	pages    map[string]string // path → text, or the whole page
	asked    map[string]int
	answered map[int]int // status → how often
	etags    bool
	gate     func(path string)
	answer   func(w http.ResponseWriter, r *http.Request) bool // true if it has answered itself
}

func (s *shelf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.gate != nil {
		s.gate(r.URL.Path)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.asked == nil {
		s.asked, s.answered = map[string]int{}, map[int]int{}
	}
	s.asked[r.URL.Path]++
	if s.answer != nil && s.answer(w, r) {
		s.answered[0]++
		return
	}
	text, ok := s.pages[r.URL.Path]
	if !ok {
		s.answered[404]++
		http.NotFound(w, r)
		return
	}
	tag := fmt.Sprintf(`"%x"`, len(text)*31+int(text[0]))
	if s.etags {
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			s.answered[304]++
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	s.answered[200]++
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if strings.HasPrefix(text, "<html") {
		fmt.Fprint(w, text)
		return
	}
	fmt.Fprintf(w, `<html lang="de"><head><title>%s</title></head><body><main><h1>Seite %s</h1><p>%s</p></main><nav>`, r.URL.Path, r.URL.Path, text)
	for path := range s.pages {
		fmt.Fprintf(w, `<a href="%s">%s</a> `, path, path)
	}
	fmt.Fprint(w, "</nav></body></html>")
}

// halted is a website that stops answering in the middle, when reached is closed, until it is told to go on.
type halted struct {
	*shelf
	url     string
	reached chan struct{}
	goOn    func()
}

func halting(t *testing.T, pages int) halted {
	t.Helper()
	h := halted{shelf: &shelf{pages: map[string]string{}}, reached: make(chan struct{})}
	for n := range pages {
		h.pages[fmt.Sprintf("/p%02d", n)] = fmt.Sprintf("Das ist der Text der Seite Nummer %d über das Thema Nummer %d.", n, n*7)
	}
	var served atomic.Int64
	hold := make(chan struct{})
	arrive := sync.OnceFunc(func() { close(h.reached) })
	h.goOn = sync.OnceFunc(func() { close(hold) })
	h.gate = func(path string) {
		if strings.HasPrefix(path, "/p") && served.Add(1) > int64(pages/2) {
			arrive()
			<-hold
		}
	}
	server := httptest.NewServer(h.shelf)
	h.url = server.URL
	t.Cleanup(server.Close)
	t.Cleanup(h.goOn) // before the server's Close, which waits for its requests
	return h
}

// A process killed while it reads loses nothing and does nothing twice.
func TestAKilledReaderGoesOn_C2_G05(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		const pages = 60
		site := halting(t, pages)
		d := sitOn(t, settings)
		d.ok("bot", "create", "shop")
		reader := exec.CommandContext(t.Context(), os.Args[0], "ingest", "--bot", "shop", "--allow-private", site.url+"/p00")
		reader.Dir, reader.Env = d.dir, d.env
		must(t, reader.Start())
		<-site.reached
		must(t, reader.Process.Kill())
		if err := reader.Wait(); err == nil {
			t.Fatal("it was not killed")
		}
		site.goOn()

		d.ok("ingest", "--bot", "shop", "--allow-private", site.url+"/p00")
		var listed []struct {
			State  string
			Counts countsLine
		}
		for _, l := range lines[map[string]any](t, d.ok("sources", "--bot", "shop", "--json")) {
			counts := l["counts"].(map[string]any)
			listed = append(listed, struct {
				State  string
				Counts countsLine
			}{l["state"].(string), countsLine{Done: int(counts["done"].(float64)), Documents: int(counts["documents"].(float64)), Passages: int(counts["passages"].(float64)), Pending: int(counts["pending"].(float64))}})
		}
		if len(listed) != 1 || listed[0].State != "ready" || listed[0].Counts.Documents != pages || listed[0].Counts.Passages != pages || listed[0].Counts.Pending != 0 {
			t.Errorf("%+v", listed)
		}
		// What had been stored was not fetched again: only what was under way at the kill.
		again := 0
		site.mu.Lock()
		for path, n := range site.asked {
			if strings.HasPrefix(path, "/p") && n > 1 {
				again += n - 1
			}
		}
		site.mu.Unlock()
		if again > 25 {
			t.Errorf("%d pages were fetched a second time", again)
		}
		for n := range pages {
			query := fmt.Sprintf("Thema Nummer %d", n*7)
			hits := lines[struct {
				Query   string
				Results []cliHit
			}](t, d.ok("search", "--bot", "shop", "--json", "--k", "20", query))
			if n%20 == 0 { // each process opens the database anew; a few suffice
				seen := map[string]int{}
				for _, h := range hits[0].Results {
					seen[h.Document]++
				}
				for document, n := range seen {
					if n > 1 {
						t.Errorf("%s stands %d times in the index", document, n)
					}
				}
			} else {
				break
			}
		}
	})
}

func TestAChangedWebsiteIsReadAgain_C2(t *testing.T) {
	for _, etags := range []bool{true, false} {
		each(t, func(t *testing.T, settings map[string]string) {
			site := &shelf{etags: etags, pages: map[string]string{
				"/": "Willkommen in unserem Laden für Fahrräder.", "/preise": "Eine Inspektion kostet 49 Euro.", "/alt": "Wir verkaufen Rollschuhe der Marke Sausewind.", "/zeiten": "Samstags ist bis 16 Uhr geöffnet.",
			}}
			server := httptest.NewServer(site)
			i := begin(t, settings)
			s, err := i.app.Library.AddSite(t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: server.URL + "/", Every: 24 * time.Hour})
			must(t, err)
			i.ingest(s.ID)
			times := func() map[string]time.Time {
				all, err := i.app.DB.Documents(t.Context(), i.bot.Workspace, i.bot.ID, 100, 0)
				must(t, err)
				out := map[string]time.Time{}
				for _, d := range all {
					out[strings.TrimPrefix(d.Address, server.URL)] = d.UpdatedAt
				}
				return out
			}
			find := func(question string) string {
				index, err := i.app.Desk.Indexes.Index(t.Context(), i.refreshed())
				must(t, err)
				found := index.Search(retrieve.Query{Text: question, K: 1})
				if len(found.Hits) == 0 {
					return ""
				}
				return found.Hits[0].Passage.Text
			}
			before := times()
			if len(before) != 4 || !strings.Contains(find("Rollschuhe Sausewind"), "Sausewind") {
				t.Fatalf("etags %v: read %v", etags, before)
			}

			site.mu.Lock()
			delete(site.pages, "/alt")
			site.pages["/preise"] = "Eine Inspektion kostet jetzt 59 Euro."
			site.pages["/neu"] = "Neu ist unser Lastenradverleih am Marktplatz."
			site.answered = map[int]int{}
			site.mu.Unlock()
			_, err = i.app.Library.ReadAgain(t.Context(), i.bot.Workspace, i.bot.ID, s.ID)
			must(t, err)
			i.ingest(s.ID)

			after := times()
			if _, still := after["/alt"]; still || len(after) != 4 {
				t.Errorf("etags %v: now there are %v", etags, after)
			}
			if strings.Contains(find("Rollschuhe Sausewind"), "Sausewind") {
				t.Errorf("etags %v: a vanished page is still found", etags)
			}
			if text := find("Was kostet eine Inspektion?"); !strings.Contains(text, "59 Euro") {
				t.Errorf("etags %v: found %q", etags, text)
			}
			if text := find("Lastenradverleih"); !strings.Contains(text, "Marktplatz") {
				t.Errorf("etags %v: found %q", etags, text)
			}
			if !after["/zeiten"].Equal(before["/zeiten"]) {
				t.Errorf("etags %v: an unchanged page was written again", etags)
			}
			if !after["/preise"].After(before["/preise"]) {
				t.Errorf("etags %v: a changed page was not", etags)
			}
			site.mu.Lock()
			if etags && site.answered[304] == 0 {
				t.Errorf("nothing was asked for conditionally: %v", site.answered)
			}
			site.mu.Unlock()
			server.Close()
		})
	}
}

// refreshed is the bot as it is stored now: its index has a new version after reading.
func (i *instance) refreshed() bot.Bot {
	i.t.Helper()
	b, err := i.app.DB.Bot(i.t.Context(), i.bot.Workspace, i.bot.ID)
	must(i.t, err)
	return b
}

// What a killed process had reserved is waited for; who waits reads why.
func TestWaitingForAnotherReaderIsSaid(t *testing.T) {
	i := begin(t, nil)
	d := &desk{t: t, dir: t.TempDir(), data: i.config.Data, env: []string{"WCA_DATA=" + i.config.Data, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + os.TempDir()}}
	d.write("zeiten.md", "# Öffnungszeiten\n\nSamstags ist von 10 bis 16 Uhr geöffnet.\n")
	s, err := i.file("zeiten.md", "# Öffnungszeiten\n\nSamstags geschlossen.\n")()
	must(t, err)
	const said = "Another process is reading this"
	for _, c := range []struct {
		args     []string
		reserved time.Duration
		says     int
	}{
		{nil, 0, 0},
		{nil, 2500 * time.Millisecond, 1},
		{[]string{"--quiet"}, 2500 * time.Millisecond, 0},
		{[]string{"--json"}, 2500 * time.Millisecond, 1},
	} {
		got, err := i.app.DB.Lease(t.Context(), source.Lease{Workspace: s.Workspace, Bot: s.Bot, Source: s.ID, Holder: "worker_killed", For: c.reserved})
		if err != nil || !got {
			t.Fatalf("%v, %v", got, err)
		}
		code, out, messages := d.run("", append([]string{"ingest", "zeiten.md"}, c.args...)...)
		if code != 0 || strings.Count(messages, said) != c.says || strings.Contains(out, said) {
			t.Errorf("%v, reserved for %v: exit %d, %s", c.args, c.reserved, code, messages)
		}
	}
}
