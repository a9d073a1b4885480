package system

import (
	"bufio"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
)

// killing is a server under load that is killed again and again, and what it has said before each kill.
type killing struct {
	*serving
	key    string
	keep   bot.Bot // is never erased
	dsn    string  // of PostgreSQL
	config config.Config

	mu     sync.Mutex
	said   map[string]string   // text by the session it was said in, whose answer came
	erased []string            // strings of what a receipt was given for
	maybe  map[string][]string // strings by the id of a bot whose erasure was not answered: all are there or none
	kills  int

	answers, cut int // that were looked for; erasures that a kill cut short
	planted      int // of erased, before the server ran
}

func mark() string { return "kanarie" + strings.ToLower(strings.TrimPrefix(token.ID("x"), "x_")) }

// ask sends a request as the owner; the body is nil if there was no whole answer.
func (k *killing) ask(method, path, body string, headers ...string) (status int, answer []byte) {
	r, err := http.NewRequest(method, "http://"+k.address+path, strings.NewReader(body))
	if err != nil {
		return 0, nil
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", "http://"+k.address)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if len(headers) == 0 {
		r.Header.Set("Authorization", "Bearer "+k.key)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, nil
	}
	defer response.Body.Close()
	all, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, nil
	}
	return response.StatusCode, all
}

// talk says something to a bot and ends the chat now and then. It reports whether the answer came.
func (k *killing) talk(public string, end bool) (text string, answered bool) {
	text = mark()
	status, stream := k.ask("POST", "/v1/chat/"+public+"/messages", `{"text":"Was kostet `+text+`?","language":"de"}`, "WCA-Session", "")
	if status != http.StatusOK {
		return text, false
	}
	session, done, name := "", false, ""
	lines := bufio.NewScanner(strings.NewReader(string(stream)))
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
			name = rest
			done = done || name == "done"
		}
		if rest, ok := strings.CutPrefix(lines.Text(), "data: "); ok && name == "start" {
			var e struct{ Session string }
			_ = json.Unmarshal([]byte(rest), &e)
			session = e.Session
		}
	}
	if !done {
		return text, false
	}
	if !end {
		k.mu.Lock()
		k.said[session] = text
		k.mu.Unlock()
		return text, true
	}
	if status, _ := k.ask("DELETE", "/v1/chat/"+public+"/session", "", "WCA-Session", session); status == http.StatusOK {
		k.gone(text)
	}
	return text, true
}

func (k *killing) gone(strings ...string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.erased = append(k.erased, strings...)
}

// bots are made, read files, are talked to and erased.
func (k *killing) bots(site string) {
	name := mark()
	status, body := k.ask("POST", "/v1/bots", `{"name":"`+name+`"}`)
	var made botView
	if status/100 != 2 || json.Unmarshal(body, &made) != nil {
		return
	}
	said := []string{name}
	k.ask("POST", "/v1/bots/"+made.ID+"/sources", `{"address":"`+site+`"}`)
	for range rand.IntN(4) {
		text, _ := k.talk(made.PublicID, rand.IntN(4) == 0)
		said = append(said, text)
	}
	status, _ = k.ask("DELETE", "/v1/bots/"+made.ID, "")
	k.mu.Lock()
	defer k.mu.Unlock()
	if status == http.StatusOK {
		k.erased = append(k.erased, said...)
	} else {
		k.maybe[made.ID] = said
	}
}

// confirmed reports whether the server has answered and erased something since it runs.
func (k *killing) confirmed() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.said) > 0 && len(k.erased) > k.planted
}

// load keeps the server busy until the kill.
func (k *killing) load(site string, stop <-chan struct{}) *sync.WaitGroup {
	var busy sync.WaitGroup
	for n, work := range []func(){
		func() { k.talk(k.keep.PublicID, rand.IntN(3) == 0) }, func() { k.talk(k.keep.PublicID, false) }, func() { k.bots(site) }, func() { k.bots(site) },
		func() { // one source is added, read and erased again and again
			status, body := k.ask("POST", "/v1/bots/"+k.keep.ID+"/sources", `{"address":"`+site+`"}`)
			var s struct{ ID string }
			if status/100 == 2 && json.Unmarshal(body, &s) == nil {
				time.Sleep(time.Duration(rand.IntN(500)) * time.Millisecond)
				k.ask("DELETE", "/v1/bots/"+k.keep.ID+"/sources/"+s.ID, "")
			}
		},
	} {
		busy.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(time.Duration(n) * time.Millisecond):
					work()
				}
			}
		})
	}
	return &busy
}

// plant writes, beside the killed server, conversations whose time is over, and a large bot. Both are gone in the end.
func (k *killing) plant(t *testing.T, large bool) (id string) {
	t.Helper()
	a := k.open(t)
	defer func() { must(t, a.Close()) }()
	long, text := time.Now().AddDate(0, 0, -500), mark()
	k.gone(text)
	k.planted = len(k.erased)
	fill := func(b bot.Bot, sessions int, at time.Time, text string) {
		for n := range sessions {
			s := conversation.Session{Workspace: b.Workspace, Bot: b.ID, ID: token.ID("ses"), Hash: token.Hash(token.Secret("s")), Channel: "api", Language: "de", CreatedAt: at, LastAt: at}
			q := conversation.Message{Workspace: b.Workspace, Bot: b.ID, Session: s.ID, ID: token.ID("msg"), ClientID: strconv.Itoa(n), Role: conversation.Visitor, State: conversation.Done, Text: text, At: at}
			said := conversation.Message{Workspace: b.Workspace, Bot: b.ID, Session: s.ID, ID: token.ID("msg"), Role: conversation.Assistant, State: conversation.Done, Text: text, At: at}
			_, err := a.DB.BeginAnswer(t.Context(), &s, &q, &said)
			must(t, err)
		}
	}
	fill(k.keep, 30, long, text)
	if !large {
		return ""
	}
	b, err := a.NewBot(t.Context(), k.keep.Workspace, mark())
	must(t, err)
	said := mark()
	fill(b, 1_100, time.Now(), said)
	k.mu.Lock()
	k.maybe[b.ID] = []string{said, b.Name}
	k.mu.Unlock()
	return b.ID
}

func (k *killing) open(t *testing.T) *app.App {
	t.Helper()
	a, err := app.Open(t.Context(), k.config, app.Options{Version: "test", Log: slog.New(slog.DiscardHandler)})
	must(t, err)
	return a
}

// look checks, while no server runs, what has to hold after every kill.
func (k *killing) look(t *testing.T) {
	t.Helper()
	a := k.open(t) // does again what the journal knows
	defer func() { must(t, a.Close()) }()
	must(t, a.Retention.Run(t.Context()))
	k.until("the killed server has let go of its tables", func() bool { return a.Eraser.Finish(t.Context()) == nil })
	must(t, a.DB.Compact(t.Context()))
	found := k.search(t, a, k.erased)
	for _, text := range k.erased {
		if len(found[text]) > 0 {
			t.Errorf("after %d kills %s, which was erased, stands in %q", k.kills, text, found[text])
		}
	}
	for id, texts := range k.maybe {
		k.cut++
		_, err := a.DB.Bot(t.Context(), k.keep.Workspace, id)
		if err == nil {
			continue
		}
		if !problem.Is(err, problem.NotFound) {
			t.Fatal(err)
		}
		for text, where := range k.search(t, a, texts) {
			if len(where) > 0 {
				t.Errorf("after %d kills %s of an erased bot stands in %q", k.kills, text, where)
			}
		}
		delete(k.maybe, id)
	}
	for secret, text := range k.said {
		_, messages, err := a.Desk.History(t.Context(), k.keep, secret)
		if problem.Is(err, problem.Gone) { // of a bot that went
			continue
		}
		must(t, err)
		if len(messages) != 2 || !strings.Contains(messages[0].Text, text) || messages[1].State != conversation.Done {
			t.Errorf("after %d kills of %s, which was answered, there is %+v", k.kills, text, messages)
		}
	}
	k.answers += len(k.said)
	clear(k.said)
	k.whole(t)
	again := k.open(t)
	defer func() { must(t, again.Close()) }()
	erasures := again.Eraser.Journalled()
	must(t, again.Eraser.Journal.Reconcile(t.Context(), erasures))
	if erasures.Done+erasures.Renewed > 0 {
		t.Errorf("after %d kills and a start the journal and the database differ: %d, %d", k.kills, erasures.Done, erasures.Renewed)
	}
}

// whole asks the database itself for halves.
func (k *killing) whole(t *testing.T) {
	t.Helper()
	driver, dsn := "sqlite", filepath.Join(k.d.data, "wca.db")
	if k.dsn != "" {
		driver, dsn = "pgx", k.dsn
	}
	db, err := sql.Open(driver, dsn)
	must(t, err)
	defer db.Close()
	for what, count := range map[string]string{
		"documents with other passages than they say": "SELECT COUNT(*) FROM document d WHERE d.passages <> (SELECT COUNT(*) FROM passage p WHERE p.workspace = d.workspace AND p.bot = d.bot AND p.document = d.id)",
		"passages without a document":                 "SELECT COUNT(*) FROM passage p WHERE NOT EXISTS (SELECT 1 FROM document d WHERE p.workspace = d.workspace AND p.bot = d.bot AND p.document = d.id)",
		"pages that are read and have no document":    "SELECT COUNT(*) FROM page p WHERE p.state = 'done' AND p.code = '' AND NOT EXISTS (SELECT 1 FROM document d WHERE p.workspace = d.workspace AND p.bot = d.bot AND p.source = d.source AND p.address = d.address)",
		"questions without an answer":                 "SELECT COUNT(*) FROM message q WHERE q.role = 'visitor' AND NOT EXISTS (SELECT 1 FROM message a WHERE a.workspace = q.workspace AND a.bot = q.bot AND a.session = q.session AND a.reply_to = q.id)",
		"sessions without a bot":                      "SELECT COUNT(*) FROM session s WHERE NOT EXISTS (SELECT 1 FROM bot b WHERE b.workspace = s.workspace AND b.id = s.bot)",
		"sessions without a message":                  "SELECT COUNT(*) FROM session s WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.workspace = s.workspace AND m.bot = s.bot AND m.session = s.id)",
		"erasures that go on":                         "SELECT COUNT(*) FROM erasing",
		"erasures without an end":                     "SELECT COUNT(*) FROM erasure WHERE disk = ''",
		"conversations whose time is over":            fmt.Sprint("SELECT COUNT(*) FROM session WHERE last_at < ", time.Now().AddDate(0, 0, -400).UnixMicro()),
	} {
		var n int
		if err := db.QueryRow(count).Scan(&n); err != nil || n != 0 {
			t.Errorf("after %d kills there are %d %s, %v", k.kills, n, what, err)
		}
	}
	var left string
	if err := db.QueryRow("SELECT COALESCE(MAX(kind || ' ' || counts || ' ' || remaining), '') FROM erasure WHERE remaining NOT IN ('{}', 'null')").Scan(&left); err != nil || left != "" {
		t.Errorf("after %d kills a receipt says that something was left: %s, %v", k.kills, left, err)
	}
	if driver == "sqlite" {
		var state string
		if err := db.QueryRow("PRAGMA integrity_check").Scan(&state); err != nil || state != "ok" {
			t.Errorf("after %d kills the database is %q, %v", k.kills, state, err)
		}
	}
}

// search looks for texts in all files and, on PostgreSQL, all tables.
func (k *killing) search(t *testing.T, a *app.App, texts []string) map[string][]string {
	t.Helper()
	found, err := a.DB.Holding(t.Context(), texts...)
	must(t, err)
	if found == nil {
		found = map[string][]string{}
	}
	must(t, filepath.WalkDir(k.d.data, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, text := range texts {
			if strings.Contains(string(content), text) {
				found[text] = append(found[text], path)
			}
		}
		return err
	}))
	return found
}

// The server is killed at random moments, also while it starts, under load of all kinds: what it has confirmed holds,
// what was erased stands nowhere, nothing stands there by half, and what was begun is brought to its end.
func TestKillsAtAnyMoment_F01_G08_K2(t *testing.T) {
	kills := 3
	if n, err := strconv.Atoi(os.Getenv("WCA_KILLS")); err == nil {
		kills = n
	}
	each(t, func(t *testing.T, settings map[string]string) {
		site := &shelf{pages: map[string]string{}}
		for n := range 20 {
			site.pages[fmt.Sprintf("/p%02d", n)] = fmt.Sprintf("Das ist der Text der Seite Nummer %d über das Thema Nummer %d.", n, n*7)
		}
		server := httptest.NewServer(site)
		t.Cleanup(server.Close)
		d := sit(t)
		flags := map[string]string{"data": d.data, "allow_private": "true"}
		d.env = append(d.env, "WCA_RATE=0")
		if dsn := settings["database"]; dsn != "" {
			d.env, flags["database"] = append(d.env, "WCA_DATABASE="+dsn), dsn
		}
		d.ok("bot", "create", "shop")
		k := &killing{key: strings.TrimSpace(d.ok("keys", "create", "test", "--role", "owner")), dsn: settings["database"], said: map[string]string{}, maybe: map[string][]string{}}
		var err error
		k.config, err = config.Load(config.Sources{Flags: flags})
		must(t, err)
		a := k.open(t)
		all, err := a.DB.Workspaces(t.Context())
		must(t, err)
		bots, err := a.DB.Bots(t.Context(), all[0].ID)
		must(t, err)
		k.keep = bots[slices.IndexFunc(bots, func(b bot.Bot) bool { return b.Name == "shop" })]
		must(t, a.Close())
		k.serving = d.serve()
		k.kill()
		for k.kills = 1; k.kills <= kills; k.kills++ {
			large := k.plant(t, k.kills%2 == 0)
			if k.kills%3 == 0 { // while it starts
				k.begin()
				time.Sleep(time.Duration(rand.IntN(400)) * time.Millisecond)
			} else {
				k.start()
				stop := make(chan struct{})
				busy := k.load(server.URL+"/p00", stop)
				if k.kills%2 == 1 { // the others may be killed before they have confirmed anything
					k.until("the server has answered and erased something", k.confirmed)
				}
				time.Sleep(time.Duration(rand.IntN(700)) * time.Millisecond)
				if large != "" {
					busy.Go(func() { k.ask("DELETE", "/v1/bots/"+large, "") })
					time.Sleep(time.Duration(rand.IntN(400)) * time.Millisecond)
				}
				must(t, k.cmd.Process.Kill())
				close(stop)
				busy.Wait()
			}
			k.kill()
			k.look(t)
			if t.Failed() {
				return
			}
		}
		t.Logf("%d kills: %d strings of what was erased, %d erasures cut short or not begun, %d answers", kills, len(k.erased), k.cut, k.answers)
		if k.answers == 0 || len(k.erased) <= kills {
			t.Error("the server was not busy")
		}
		k.start()
		defer k.kill()
		k.until("all jobs are done", func() bool {
			var sources []struct{ State string }
			k.manage(k.key, "GET", "/v1/bots/"+k.keep.ID+"/sources", "", &sources)
			return !slices.ContainsFunc(sources, func(s struct{ State string }) bool { return s.State == "running" || s.State == "queued" })
		})
	})
}
