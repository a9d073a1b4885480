package system

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
)

// On a full disk who writes is told so, what is stored can be read, and with room again all goes on (F07).
func TestAFullDiskIsSaid_K1_F07(t *testing.T) {
	i := begin(t, nil).read()
	asked := i.ask("", openOnSaturday)
	lite, _ := i.app.DB.Pools()
	pages := func(n string) {
		_, err := lite.ExecContext(t.Context(), "PRAGMA max_page_count = "+n)
		must(t, err)
	}
	pages("1") // no more than there are
	for round := 0; ; round++ {
		r := i.do("POST", "/v1/bots/"+i.bot.ID+"/pairs", fmt.Sprintf(`{"question":"Frage %d?","answer":%q}`, round, strings.Repeat("Ja. ", 900)), "Authorization", "Bearer "+i.key, "Origin", "")
		if r.StatusCode/100 == 2 && round < 100 {
			continue
		}
		if text := i.text(r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "no_room") {
			t.Errorf("a program reads %d, %s", r.StatusCode, text)
		}
		break
	}
	if r := i.do("GET", i.chat("/messages"), "", "WCA-Session", asked.Session); r.StatusCode != http.StatusOK || !strings.Contains(i.text(r), "Samstag") {
		t.Errorf("what is stored can't be read: %d", r.StatusCode)
	}
	// A copy names everybody who was sent anything: without the last of them, which cannot be stored, none is given.
	must(t, i.app.DB.Record(t.Context(), egress.Transfer{ID: token.ID("tr"), Time: time.Now(), Purpose: egress.Crawl, Recipient: "www.example", Path: strings.Repeat("/page", 10_000), Attribution: egress.Attribution{Workspace: i.bot.Workspace, Bot: i.bot.ID}}))
	if r := i.do("GET", i.chat("/session/export"), "", "WCA-Session", asked.Session); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(i.text(r), "no_room") {
		t.Errorf("a copy is given: %d", r.StatusCode)
	}
	if log := i.log.String(); !strings.Contains(log, "the disk of the database is full: make room on it") {
		t.Errorf("the log does not say why: %s", log)
	}
	pages("1000000")
	if again := i.ask(asked.Session, openOnSaturday); again.Error != "" || again.Text == "" {
		t.Errorf("with room again: %+v", again)
	}
}

// So is who wants something erased or objects when the journal has no room: nothing was done, and the reason is told.
func TestAJournalWithoutRoomIsSaid_K1_K2_F07(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	i := begin(t, nil).read()
	asked := i.ask("", openOnSaturday)
	i.app.Eraser.Journal, i.app.Desk.Journal = "/dev/full", "/dev/full"
	for _, r := range []*http.Response{
		i.do("DELETE", i.chat("/session"), "", "WCA-Session", asked.Session), i.do("PATCH", i.chat("/session"), `{"no_model":true}`, "WCA-Session", asked.Session),
	} {
		if text := i.text(r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "no_room") {
			t.Errorf("%s: %d, %s", r.Request.Method, r.StatusCode, text)
		}
	}
	if r := i.do("GET", i.chat("/messages"), "", "WCA-Session", asked.Session); r.StatusCode != http.StatusOK {
		t.Errorf("what was not erased: %d", r.StatusCode)
	}
}

// A website whose reading stopped because the disk was full says so, and with room again it is read to its end.
func TestAFullDiskWhileReadingIsSaid_F07(t *testing.T) {
	i := begin(t, nil)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if r.URL.Path == "/" {
			for n := range 40 {
				fmt.Fprintf(w, `<a href="/%d">Seite %d</a> `, n, n)
			}
		}
		fmt.Fprintf(w, "<title>%s</title>", r.URL.Path)
		for n := range 200 {
			fmt.Fprintf(w, "<p>Regal %d im Gang %s hat %d Fächer aus Holz.</p>", n, r.URL.Path, n+7)
		}
	}))
	defer site.Close()
	s, err := i.app.Library.AddSite(t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: site.URL})
	must(t, err)
	lite, _ := i.app.DB.Pools()
	var pages int
	must(t, lite.QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&pages))
	_, err = lite.ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", pages+300))
	must(t, err)
	i.ingest(s.ID)
	now, err := i.app.DB.Source(t.Context(), s.Workspace, s.Bot, s.ID)
	must(t, err)
	if why, err := source.Trouble(t.Context(), i.app.DB, now, "de"); err != nil || now.Counts.Pending == 0 || !strings.Contains(now.Message, "no room left on its disk") || !strings.Contains(why, "kein Speicherplatz mehr frei") {
		t.Errorf("%+v, %q, %v", now, why, err)
	}
	if log := i.log.String(); !strings.Contains(log, "the disk of the database is full: make room on it") || strings.Contains(log, "no transaction is active") {
		t.Errorf("the log: %s", log)
	}
	_, err = lite.ExecContext(t.Context(), "PRAGMA max_page_count = 1000000")
	must(t, err)
	i.ingest(s.ID)
	if now, err = i.app.DB.Source(t.Context(), s.Workspace, s.Bot, s.ID); err != nil || now.State != source.Ready || now.Message != "" || now.Counts.Pending != 0 || now.Counts.Documents != 41 {
		t.Errorf("with room again: %+v, %v", now, err)
	}
}
