package system

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/retention"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
	"github.com/webchatagent/wca/test/postgres"
)

type receipt struct {
	ID, Kind, Subject, Disk string
	Counts, Remaining       map[string]int
}

// nowhere checks that a text stands in no file of the data directory.
func (i *instance) nowhere(text string) {
	i.t.Helper()
	must(i.t, i.app.DB.Flush(i.t.Context()))
	for name, content := range i.everything() {
		if strings.Contains(content, text) {
			i.t.Errorf("%q stands in %s", text, name)
		}
	}
	if strings.Contains(i.log.String(), text) {
		i.t.Errorf("%q stands in the program's log", text)
	}
}

// canarySite is a website of two pages, the second of which says what is to be erased.
func canarySite(t *testing.T) (address string) {
	t.Helper()
	var visits atomic.Int64
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/":
			n := visits.Add(1) // so that the page is never as before and its links are followed again
			fmt.Fprint(w, `<html lang="de"><title>Start</title><body><main><h1>Start</h1><p>Wir verkaufen Fahrräder und Zubehör in Hannover.</p><p>Besucher: `, n, `</p><a href="/lager">Lager</a></main>`)
		case "/lager":
			_, _ = w.Write([]byte(`<html lang="de"><title>Lager</title><body><main><h1>Öffnungszeiten</h1><p>Das Kanarienlager ist am Samstag von 10 bis 16 Uhr geöffnet.</p></main>`))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(site.Close)
	return site.URL
}

// Visitors and the customer erase what a model was told and said; afterwards no file of the data directory holds a word of
// it, and a question finds nothing of it either.
func TestErasedThroughTheFrontDoor_E4_K2(t *testing.T) {
	model := llmfake.New(t, "openai", llmfake.Script{Reply: func([]byte) []string {
		return []string{"Das Kanarienlager ist samstags bis 16 Uhr geöffnet [1]."}
	}})
	i := beginWith(t, nil, model)
	var source struct{ ID string }
	i.manage("POST", "/v1/bots/"+i.bot.ID+"/sources", `{"address":"`+canarySite(t)+`"}`, &source)
	i.ingest(source.ID)

	first := i.ask("", "Kanarienfrage: Wann ist das Lager am Samstag geöffnet?")
	second := i.ask("", "Wann ist das Lager am Samstag geöffnet?")
	if first.Text == "" || len(second.Citations) == 0 {
		t.Fatalf("got %+v and %+v", first, second)
	}
	i.erasesAsAVisitor(first.Session)
	i.erasesADocument("/lager", second.Session)
	i.leavesOutErased(source.ID)
	i.erasesAConversation()
	i.erasesTheBot()
	i.erasesTheWorkspace()
}

// erasesAsAVisitor ends a conversation, which the customer could find before.
func (i *instance) erasesAsAVisitor(session string) {
	t := i.t
	t.Helper()
	var found []struct{ ID string }
	base := "/v1/bots/" + i.bot.ID + "/sessions"
	if s := i.manage("POST", base+"/find", `{"text":"kanarienfrage"}`, &found); s != http.StatusOK || len(found) != 1 {
		t.Errorf("%d, found %+v", s, found)
	}
	if s := i.manage("POST", base+"/find", `{"text":" "}`, nil); s != http.StatusUnprocessableEntity {
		t.Errorf("who looks for nothing finds everything: %d", s)
	}
	if s := i.manage("GET", base, "", &found); s != http.StatusOK || len(found) != 2 {
		t.Errorf("%d, listed %+v", s, found)
	}
	var got receipt
	must(t, json.Unmarshal([]byte(i.text(i.do("DELETE", i.chat("/session"), "", "WCA-Session", session))), &got))
	if got.Kind != "session" || got.Counts["message"] != 2 || got.Counts["transfer.body"] != 1 || len(got.Remaining) != 0 || got.Disk != erasure.Overwritten {
		t.Errorf("the visitor's receipt: %+v", got)
	}
	i.nowhere("Kanarienfrage")
}

// erasesADocument erases the document whose address ends so; the visitor who got an answer from it reads that it is withdrawn.
func (i *instance) erasesADocument(address, session string) {
	t := i.t
	t.Helper()
	var got receipt
	var documents []struct{ ID, Address string }
	i.manage("GET", "/v1/bots/"+i.bot.ID+"/documents", "", &documents)
	for _, d := range documents {
		if !strings.HasSuffix(d.Address, address) {
			continue
		}
		if s := i.manage("DELETE", "/v1/bots/bot_other/documents/"+d.ID, "", nil); s != http.StatusNotFound {
			t.Errorf("through another bot: %d", s)
		}
		if s := i.manage("DELETE", "/v1/bots/"+i.bot.ID+"/documents/"+d.ID, "", &got); s != http.StatusOK || got.Counts["passage"] == 0 || got.Counts["message.text"] != 1 {
			t.Errorf("%d, the document's receipt: %+v", s, got)
		}
	}
	i.nowhere("Kanarienlager")
	i.nowhere("samstags bis 16 Uhr")
	var shown struct{ Messages []struct{ Text string } }
	must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/messages"), "", "WCA-Session", session))), &shown))
	if len(shown.Messages) != 2 || shown.Messages[1].Text != erasure.Withdrawn("de") {
		t.Errorf("the visitor now reads %+v", shown)
	}
	var hits []any
	i.manage("GET", "/v1/bots/"+i.bot.ID+"/search?q=Kanarienlager", "", &hits)
	if text, _ := json.Marshal(hits); strings.Contains(string(text), "Kanarien") {
		t.Errorf("it is still found: %s", text)
	}
}

// leavesOutErased reads the website again, which still says what was erased: the page is left out.
func (i *instance) leavesOutErased(source string) {
	t := i.t
	t.Helper()
	i.manage("POST", "/v1/bots/"+i.bot.ID+"/sources/"+source+"/read", "", nil)
	i.ingest(source)
	i.nowhere("Kanarienlager")
	var pages []struct{ Address, State, Code string }
	i.manage("GET", "/v1/bots/"+i.bot.ID+"/sources/"+source+"/pages", "", &pages)
	if len(pages) != 2 || pages[1].State != "skipped" || pages[1].Code != "erased" {
		t.Errorf("pages: %+v", pages)
	}
}

// erasesAConversation is what the customer does with the last one.
func (i *instance) erasesAConversation() {
	t := i.t
	t.Helper()
	var found []struct{ ID string }
	var got receipt
	base := "/v1/bots/" + i.bot.ID + "/sessions"
	if i.manage("GET", base, "", &found); len(found) != 1 {
		t.Fatalf("listed %+v", found)
	}
	if s := i.manage("DELETE", base+"/"+found[0].ID, "", &got); s != http.StatusOK || got.Kind != "session" {
		t.Errorf("%d, the customer's receipt: %+v", s, got)
	}
	i.nowhere("Wann ist das Lager")
}

// erasesTheBot leaves nothing of it in memory either, and receipts of all that was erased.
func (i *instance) erasesTheBot() {
	t := i.t
	t.Helper()
	var got receipt
	if s := i.manage("DELETE", "/v1/bots/"+i.bot.ID, "", &got); s != http.StatusOK || got.Counts["bot_settings"] == 0 || len(got.Remaining) != 0 {
		t.Errorf("%d, the bot's receipt: %+v", s, got)
	}
	i.nowhere("Fahrräder")
	if used := i.app.Indexes.Used(); used != 0 {
		t.Errorf("%d bytes of indexes are still in memory", used)
	}
	var all []receipt
	if i.manage("GET", "/v1/erasures", "", &all); len(all) != 4 || all[0].Kind != "bot" || all[1].Kind != "session" {
		t.Errorf("receipts: %+v", all)
	}
}

// erasesTheWorkspace wants its name, and leaves nothing to the next one.
func (i *instance) erasesTheWorkspace() {
	t := i.t
	t.Helper()
	var got receipt
	var all []receipt
	for _, unconfirmed := range []string{"", "?name=", "?name=Another"} {
		response := i.do("DELETE", "/v1/workspace"+unconfirmed, "", "Authorization", "Bearer "+i.key, "Origin", "")
		if said := i.text(response); response.StatusCode != http.StatusBadRequest || !strings.Contains(said, "/v1/workspace?name=Workspace") {
			t.Errorf("without its name: %d %s", response.StatusCode, said)
		}
	}
	if s := i.manage("DELETE", "/v1/workspace?name=Workspace", "", &got); s != http.StatusOK || got.Counts["api_key"] != 1 {
		t.Errorf("%d, the workspace's receipt: %+v", s, got)
	}
	if s := i.manage("GET", "/v1/bots", "", nil); s != http.StatusUnauthorized {
		t.Errorf("the key of an erased workspace: %d", s)
	}
	if response := i.do("GET", "/ledger?lang=en", "", "Origin", ""); response.StatusCode != http.StatusNotFound || !strings.Contains(i.text(response), "Nothing is listed here.") {
		t.Errorf("the ledger without a workspace, at the server itself: %d", response.StatusCode)
	}
	_, key, err := i.app.Keys.FirstStart(t.Context())
	must(t, err)
	i.key = key
	if s := i.manage("GET", "/v1/erasures", "", &all); s != http.StatusOK || len(all) != 0 {
		t.Errorf("%d, the next workspace is shown receipts of the erased one: %+v", s, all)
	}
}

// The database is put back from a backup; at the next start, before anything is shown, what had
// been erased is erased again.
func TestAnOldBackupIsErasedAtTheStart_K2(t *testing.T) {
	i := begin(t, nil).read()
	got := i.ask("", "Kanarienfrage: Wann hat der Laden am Samstag geöffnet?")
	corrects := i.ask("", openOnSaturday).Session
	i.told("PUT", "/session/contact", `{"name":"Kanariennamen"}`, corrects)
	must(t, i.app.DB.Compact(t.Context()))
	path := filepath.Join(i.app.Config.Data, "wca.db")
	backup, err := os.ReadFile(path)
	must(t, err)
	i.do("DELETE", i.chat("/session"), "", "WCA-Session", got.Session)
	i.told("PUT", "/session/contact", `{"name":"Erika"}`, corrects)
	i.nowhere("Kanarienfrage")
	i.nowhere("Kanariennamen")

	restored := i.app.Config
	restored.Data = dataDirectory(t)
	must(t, os.WriteFile(filepath.Join(restored.Data, "wca.db"), backup, 0o600))
	stones, err := os.ReadFile(filepath.Join(i.app.Config.Data, "erasures.jsonl"))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(restored.Data, "erasures.jsonl"), stones, 0o600))
	again, err := app.Open(t.Context(), restored, app.Options{Version: "test", Log: i.app.Log})
	must(t, err)
	defer func() { must(t, again.Close()) }()
	i.app.Config.Data = restored.Data
	for name, content := range i.everything() {
		if strings.Contains(content, "Kanarienfrage") || strings.Contains(content, "Kanariennamen") {
			t.Errorf("it is back in %s", name)
		}
	}
	if !strings.Contains(i.log.String(), "an older backup had come back") {
		t.Error("nobody was told")
	}
}

// The journal is lost and then the database, too: what the next start after the first loss has written
// anew is enough to erase and to object again.
func TestALostJournalIsMadeUpForAtTheStart_K1_K2(t *testing.T) {
	i := begin(t, nil).read()
	gone := i.ask("", "Kanarienfrage: Wann hat der Laden am Samstag geöffnet?")
	objects := i.ask("", "Wann hat der Laden am Samstag geöffnet?")
	must(t, i.app.DB.Compact(t.Context()))
	backup, err := os.ReadFile(filepath.Join(i.app.Config.Data, "wca.db"))
	must(t, err)
	i.do("DELETE", i.chat("/session"), "", "WCA-Session", gone.Session)
	i.wish(objects.Session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
	must(t, i.app.DB.Compact(t.Context()))
	later, err := os.ReadFile(filepath.Join(i.app.Config.Data, "wca.db"))
	must(t, err)

	again := i.app.Config
	again.Data = dataDirectory(t)
	start := func(database []byte) {
		t.Helper()
		must(t, os.WriteFile(filepath.Join(again.Data, "wca.db"), database, 0o600))
		a, err := app.Open(t.Context(), again, app.Options{Version: "test", Log: i.app.Log})
		must(t, err)
		must(t, a.Close())
	}
	start(later)
	if !strings.Contains(i.log.String(), "the journal lacked") || !strings.Contains(i.log.String(), "erasures=1 wishes=1") {
		t.Errorf("nobody was told: %s", i.log)
	}
	start(backup)
	if !strings.Contains(i.log.String(), "erased=1 wished=1") {
		t.Errorf("the backup came back as it was: %s", i.log)
	}
	i.app.Config.Data = again.Data
	for name, content := range i.everything() {
		if strings.Contains(content, "Kanarienfrage") {
			t.Errorf("it is back in %s", name)
		}
	}
}

// Receipts go with their years, in the database and in the journal; that of an erased page stays while its
// website does. A database that was last in use before is told of.
func TestReceiptsHaveAnEnd_E4_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		flags := map[string]string{"erasure_years": "3", "listen": "127.0.0.1:0"}
		maps.Copy(flags, settings)
		i := begin(t, flags).read()
		said := i.ask("", openOnSaturday)
		i.do("DELETE", i.chat("/session"), "", "WCA-Session", said.Session)
		objects := i.ask("", openOnSaturday)
		i.wish(objects.Session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
		documents, err := i.app.DB.Documents(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		_, err = i.app.Eraser.Erase(t.Context(), i.bot.Workspace, erasure.Document, documents[0].ID)
		must(t, err)

		left := func(after int) (receipts []erasure.Kind, journal string) {
			t.Helper()
			if after < 9 { // a server was running until then
				must(t, i.app.DB.RecordRetention(t.Context(), retention.Run{Workspace: i.bot.Workspace, Bot: i.bot.ID, ID: "idle", At: time.Now().AddDate(after, 0, -1)}))
			}
			other, err := app.Open(t.Context(), i.config, app.Options{Version: "test", Log: i.app.Log, Now: func() time.Time { return time.Now().AddDate(after, 0, 0) }})
			must(t, err)
			ctx, stop := context.WithCancel(t.Context())
			must(t, other.Run(ctx, func(string) { stop() }))
			all, err := i.app.DB.Erasures(t.Context(), i.bot.Workspace, 100, 0)
			must(t, err)
			for _, r := range all {
				receipts = append(receipts, r.Kind)
			}
			must(t, other.Close())
			content, err := os.ReadFile(filepath.Join(i.config.Data, "erasures.jsonl"))
			must(t, err)
			return receipts, string(content)
		}
		if receipts, journal := left(3); len(receipts) != 2 || !strings.Contains(journal, `"kind":"session"`) {
			t.Errorf("after three years: %v\n%s", receipts, journal)
		}
		receipts, journal := left(4)
		if len(receipts) != 1 || receipts[0] != erasure.Document || strings.Contains(journal, `"kind":"session"`) || strings.Contains(journal, "no_model") || !strings.Contains(journal, `"kind":"document"`) {
			t.Errorf("after four: %v\n%s", receipts, journal)
		}
		if strings.Contains(i.log.String(), "older than what the journal") {
			t.Error("a database that was in use is called old")
		}
		left(9)
		if !strings.Contains(i.log.String(), "older than what the journal") {
			t.Errorf("nobody is told that the journal knows less than the database needs: %s", i.log)
		}
	})
}

func TestAServerDoesNotStartThatCannotNoteErasures_K2(t *testing.T) {
	i := begin(t, nil)
	c := i.app.Config
	c.Data, c.Erasures = dataDirectory(t), filepath.Join(t.TempDir(), "no", "such", "file")
	if a, err := app.Open(t.Context(), c, app.Options{Version: "test", Log: i.app.Log}); err == nil || !strings.Contains(err.Error(), "journal of erasures") {
		t.Errorf("got %v", err)
		if err == nil {
			must(t, a.Close())
		}
	}
}

func TestErasingAtTheCommandLine_K2(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("kanarie.md", "# Öffnungszeiten\n\nWir haben am Samstag von 10 bis 16 Uhr geöffnet."))
	if code, _, messages := d.run("", "erase", "bot", "shop"); code != 2 || !strings.Contains(messages, "--yes") {
		t.Errorf("without --yes: %d, %s", code, messages)
	}
	if code, _, messages := d.run("", "erase", "cat", "x", "--yes"); code != 2 || !strings.Contains(messages, "session") {
		t.Errorf("a cat: %d, %s", code, messages)
	}
	if code, _, _ := d.run("", "erase", "session", "ses_unknown", "--yes"); code != 1 {
		t.Errorf("an unknown session: %d", code)
	}
	if out := d.ok("sessions", "--bot", "shop", "--find", "x"); out != "" {
		t.Errorf("conversations: %s", out)
	}
	var sources []struct{ ID, Address string }
	must(t, json.Unmarshal([]byte("["+d.ok("sources", "--bot", "shop", "--json")+"]"), &sources))
	var got receipt
	must(t, json.Unmarshal([]byte(d.ok("erase", "source", sources[0].Address, "--yes", "--json")), &got))
	if got.Kind != "source" || got.Counts["passage"] == 0 || len(got.Remaining) != 0 || got.Subject != erasure.Hash(sources[0].ID) {
		t.Errorf("got %+v", got)
	}
	if out := d.ok("erase", "bot", "shop", "--yes"); !strings.Contains(out, "nothing is left") {
		t.Errorf("got %s", out)
	}
	if out := d.ok("erase", "list"); strings.Count(out, "\n") != 2 {
		t.Errorf("receipts: %s", out)
	}
}

// On PostgreSQL erased bytes stand in its files until these are written anew: a receipt of before says so.
func TestAReceiptSaysWhatMayStandOnTheDisk_K2(t *testing.T) {
	dsn := postgres.New(t)
	d := sit(t)
	d.env = append(d.env, "WCA_DATABASE="+dsn)
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.txt", "Samstags ist von 10 bis 16 Uhr geöffnet."))
	if out := d.ok("erase", "bot", "shop", "--yes"); !strings.Contains(out, "on the disk PostgreSQL writes over it") || strings.Contains(out, "nothing is left") {
		t.Errorf("at once: %s", out)
	}
	i := begin(t, map[string]string{"database": dsn})
	must(t, i.app.Eraser.Finish(t.Context()))
	if out := d.ok("erase", "list"); !strings.Contains(out, "nothing is left") {
		t.Errorf("within the hour: %s", out)
	}
}

// The workspace is erased by the name or id that a command shows, and the receipts of it and of what it
// held can still be shown afterwards, without those of the checks of promises.
func TestErasingTheWorkspaceAtTheCommandLine_K2(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	name, rest, _ := strings.Cut(strings.TrimSpace(d.ok("workspace")), "\t")
	id, rest, _ := strings.Cut(rest, "\t")
	if name == "" || !strings.HasPrefix(id, "ws_") || !strings.HasSuffix(rest, "\t1 bot") {
		t.Fatalf("the workspace is shown as %q %q %q", name, id, rest)
	}
	if out := d.ok("erase", "--help"); !strings.Contains(out, "wca workspace") {
		t.Errorf("the help does not say where the name is found: %s", out)
	}
	if code, _, messages := d.run("", "erase", "workspace", "nonsense", "--yes"); code != 1 || !strings.Contains(messages, name) || !strings.Contains(messages, id) {
		t.Errorf("another name: %d, %s", code, messages)
	}
	d.ok("erase", "bot", "shop", "--yes")
	var erased receipt
	must(t, json.Unmarshal([]byte(d.ok("erase", "workspace", name, "--yes", "--json")), &erased))
	if erased.Kind != "workspace" || erased.Subject != erasure.Hash(id) || len(erased.Remaining) != 0 {
		t.Errorf("the receipt: %+v", erased)
	}
	d.run("", "prove", "--json")
	d.ok("bot", "create", "new")
	d.ok("erase", "bot", "new", "--yes")
	var kinds []string
	for _, r := range lines[erasure.Receipt](t, d.ok("erase", "list", "--json")) {
		kinds = append(kinds, string(r.Kind))
	}
	if want := []string{"bot", "workspace", "bot"}; !slices.Equal(kinds, want) {
		t.Errorf("listed are receipts of %q, want %q", kinds, want)
	}
	_, rest, _ = strings.Cut(strings.TrimSpace(d.ok("workspace")), "\t")
	id, _, _ = strings.Cut(rest, "\t")
	if out := d.ok("erase", "workspace", id, "--yes"); !strings.Contains(out, "nothing is left") {
		t.Errorf("by its id: %s", out)
	}
}

// A visitor ends the chat while the model is still writing; on PostgreSQL also through another server
// than the one that writes. Nothing of the answer, and nothing of what the model was sent, appears
// afterwards.
func TestErasedWhileTheAnswerIsBeingWritten_E4_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		between := make(chan struct{})
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Die Kanarienantwort ", "lautet: samstags bis 16 Uhr [1]."}, Between: between})
		i := beginWith(t, settings, model).read()
		var other *app.App
		if settings != nil {
			cfg := i.app.Config
			cfg.Data = dataDirectory(t)
			var err error
			other, err = app.Open(t.Context(), cfg, app.Options{Version: "test", Log: i.app.Log})
			must(t, err)
			defer func() { must(t, other.Close()) }()
		}
		ended := make(chan struct{})
		response := i.do("POST", i.chat("/messages"), `{"text":"Kanarienfrage: Wann ist samstags geöffnet?","language":"de"}`)
		var answer string
		events(t, response.Body, func(name string, data []byte) {
			switch name {
			case "start":
				var e struct{ Session, Answer string }
				must(t, json.Unmarshal(data, &e))
				answer = e.Answer
				go func() {
					defer close(ended)
					erase := func() (erasure.Receipt, error) { return i.app.Desk.End(t.Context(), i.bot, e.Session) }
					if other != nil {
						erase = func() (erasure.Receipt, error) { return other.Desk.End(t.Context(), i.bot, e.Session) }
					}
					model.Await(1)
					if _, err := erase(); err != nil {
						t.Error(err)
					}
					if other == nil { // else it learns of it within a second
						ends(t, model)
					}
					close(between)
				}()
			}
		})
		<-ended
		i.app.Desk.Running.Wait(t.Context())
		i.nowhere("Kanarienantwort")
		i.nowhere("Kanarienfrage")
		transfers, err := i.app.DB.Transfers(t.Context(), i.bot.Workspace, i.bot.ID, answer)
		must(t, err)
		for _, x := range transfers {
			if x.Body != nil {
				t.Errorf("the ledger still holds what was sent: %s", x.Body)
			}
		}
		messages, err := i.app.DB.Erasures(t.Context(), i.bot.Workspace, 10, 0)
		if err != nil || len(messages) != 1 || !messages[0].Verified() {
			t.Errorf("receipts: %+v, %v", messages, err)
		}
	})
}
