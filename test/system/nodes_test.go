package system

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/presence"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
	"github.com/webchatagent/wca/test/postgres"
)

// nodes are two `wca serve` on one PostgreSQL, set up as the README says: the same secret.key and erasures.jsonl, data
// directories of their own.
type nodes struct {
	t    *testing.T
	a, b *serving
	dsn  string
	db   *sql.DB
	key  string // owner's
	bot  botView
	site *shelf
}

// twoNodes starts them with a bot that asks the model and has read the pages.
func twoNodes(t *testing.T, model *llmfake.Server, pages map[string]string, environ ...string) *nodes {
	t.Helper()
	n := &nodes{t: t, dsn: postgres.New(t), site: &shelf{pages: pages}}
	first, second := sit(t), sit(t)
	environ = append([]string{"WCA_DATABASE=" + n.dsn, "WCA_ERASURES=" + filepath.Join(first.data, "erasures.jsonl"), "WCA_RATE=0", "WCA_MODEL=fake/m"}, environ...)
	environ = append(environ, configured("fake", model)...)
	first.env, second.env = append(first.env, environ...), append(second.env, environ...)
	first.ok("bot", "create", "shop")
	n.key = strings.TrimSpace(first.ok("keys", "create", "test", "--role", "owner"))
	secret, err := os.ReadFile(filepath.Join(first.data, "secret.key"))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(second.data, "secret.key"), secret, 0o600))
	n.db, err = sql.Open("pgx", n.dsn)
	must(t, err)
	t.Cleanup(func() { n.db.Close() })
	n.a, n.b = first.serve(), second.serve()
	t.Cleanup(n.a.kill)
	t.Cleanup(n.b.kill)
	var bots []botView
	n.a.manage(n.key, "GET", "/v1/bots", "", &bots)
	n.bot = bots[0]
	return n
}

// on sends a request to one of them as a browser on its own page does, or with other headers.
func (n *nodes) on(s *serving, method, path, body string, headers ...string) (int, string) {
	n.t.Helper()
	response := n.open(s, method, path, body, headers...)
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	must(n.t, err)
	return response.StatusCode, string(content)
}

func (n *nodes) open(s *serving, method, path, body string, headers ...string) *http.Response {
	n.t.Helper()
	r, err := http.NewRequestWithContext(n.t.Context(), method, "http://"+s.address+path, strings.NewReader(body))
	must(n.t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", "http://"+s.address)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	must(n.t, err)
	return response
}

func (n *nodes) chat(path string) string { return "/v1/chat/" + n.bot.PublicID + path }

// ask asks one of them as a visitor and reads the stream to its end; begun, if given, is told when it begins.
func (n *nodes) ask(s *serving, session, text string, begun ...func(reply)) reply {
	n.t.Helper()
	body, err := json.Marshal(map[string]string{"text": text, "language": "de"})
	must(n.t, err)
	response := n.open(s, "POST", n.chat("/messages"), string(body), "WCA-Session", session)
	defer response.Body.Close()
	out := reply{Status: response.StatusCode, Session: session}
	if response.StatusCode != http.StatusOK {
		content, err := io.ReadAll(response.Body)
		must(n.t, err)
		out.Error = string(content)
		return out
	}
	events(n.t, response.Body, func(name string, data []byte) {
		switch name {
		case "start":
			var e struct{ Session, Message, Answer string }
			must(n.t, json.Unmarshal(data, &e))
			if e.Session != "" {
				out.Session = e.Session
			}
			out.Question, out.Answer = e.Message, e.Answer
			for _, f := range begun {
				f(out)
			}
		case "done":
			must(n.t, json.Unmarshal(data, &out))
		case "error":
			var e struct{ Message string }
			must(n.t, json.Unmarshal(data, &e))
			out.Error = e.Message
		}
	})
	return out
}

// set publishes changed settings through one of them.
func (n *nodes) set(s *serving, change func(settings map[string]any)) {
	n.t.Helper()
	var v struct{ Settings map[string]any }
	s.manage(n.key, "GET", "/v1/bots/"+n.bot.ID+"/settings", "", &v)
	change(v.Settings)
	body, err := json.Marshal(v.Settings)
	must(n.t, err)
	var draft struct{ Number int }
	s.manage(n.key, "PUT", "/v1/bots/"+n.bot.ID+"/settings/draft", string(body), &draft)
	s.manage(n.key, "POST", "/v1/bots/"+n.bot.ID+"/settings/publish", fmt.Sprintf(`{"number":%d}`, draft.Number), &draft)
}

// nowhere looks for texts in every table and in all files of both.
func (n *nodes) nowhere(texts ...string) {
	n.t.Helper()
	tables, err := n.db.Query("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
	must(n.t, err)
	defer tables.Close()
	var names []string
	for tables.Next() {
		var name string
		must(n.t, tables.Scan(&name))
		names = append(names, name)
	}
	must(n.t, tables.Err())
	for _, text := range texts {
		for _, name := range names {
			var found int
			must(n.t, n.db.QueryRow("SELECT COUNT(*) FROM "+name+" t WHERE position($1 IN t::text) > 0 OR position(encode(convert_to($1, 'UTF8'), 'hex') IN t::text) > 0", text).Scan(&found))
			if found > 0 {
				n.t.Errorf("%q stands in %d rows of %s", text, found, name)
			}
		}
		for _, s := range []*serving{n.a, n.b} {
			must(n.t, filepath.WalkDir(s.d.data, func(path string, entry os.DirEntry, err error) error {
				if err != nil || !entry.Type().IsRegular() {
					return err
				}
				content, err := os.ReadFile(path)
				if bytes.Contains(content, []byte(text)) {
					n.t.Errorf("%q stands in %s", text, path)
				}
				return err
			}))
			if strings.Contains(s.stderr.String(), text) {
				n.t.Errorf("%q was logged", text)
			}
		}
	}
}

// waiting waits until so many connections of the database wait for a lock.
func (n *nodes) waiting(many int) {
	n.t.Helper()
	n.b.until("others wait for the lock", func() bool {
		var count int
		must(n.t, n.db.QueryRow("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").Scan(&count))
		return count >= many
	})
}

// A visitor comes back at the moment in which the retention of another server takes their conversation: it has ended for
// them, and nothing that they say stays in what was anonymised, where nothing would ever take it.
func TestAConversationGoesOnWhileAnotherServersRetentionTakesIt_E4(t *testing.T) {
	for _, mode := range []string{"delete", "anonymise"} {
		t.Run(mode, func(t *testing.T) {
			n := twoNodes(t, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gut."}}), nil)
			n.set(n.a, func(settings map[string]any) { settings["retention"] = map[string]any{"days": 5, "mode": mode} })
			got := n.ask(n.b, "", "Eine Kanarienfrage?")
			n.a.kill()
			_, err := n.db.Exec("UPDATE session SET last_at = $1", time.Now().AddDate(0, 0, -10).UnixMicro())
			must(t, err)
			held, err := n.db.Begin()
			must(t, err)
			_, err = held.Exec("SELECT 1 FROM session FOR UPDATE")
			must(t, err)
			n.a.begin() // its retention is the first in the queue
			n.waiting(1)
			requests := []struct{ method, path, body string }{
				{"POST", "/messages", `{"text":"Noch eine Kanarienfrage?"}`},
				{"PUT", "/session/contact", `{"name":"Erika Kanarienname"}`},
				{"PUT", "/messages/" + got.Answer + "/feedback", `{"value":"down","text":"Ein Kanarienurteil"}`},
				{"PATCH", "/session", `{"restricted":true}`},
			}
			said := make(chan string, len(requests))
			for _, r := range requests {
				go func() {
					status, body := n.on(n.b, r.method, n.chat(r.path), r.body, "WCA-Session", got.Session)
					said <- fmt.Sprint(r.method, " ", r.path, ": ", status, " ", body)
				}()
			}
			n.waiting(1 + len(requests))
			must(t, held.Commit())
			for range requests {
				if s := <-said; !strings.Contains(s, "410") || !strings.Contains(s, "session_gone") {
					t.Errorf("answered %s", s)
				}
			}
			n.nowhere("Kanarienfrage", "Kanarienname", "Kanarienurteil")
			var runs, sessions, messages int
			must(t, n.db.QueryRow("SELECT COUNT(*), COALESCE(SUM(sessions), 0), COALESCE(SUM(messages), 0) FROM retention_run WHERE id <> 'idle'").Scan(&runs, &sessions, &messages))
			if runs != 1 || sessions != 1 || messages != 2 {
				t.Errorf("written down: %d runs, %d conversations, %d messages", runs, sessions, messages)
			}
		})
	}
}

// An older backup of the database is put back, and both servers start at once: before one of them answers, what was erased
// through the other is erased again and objections hold again.
func TestAnOldBackupIsErasedByServersThatStartAtOnce_K1_K2(t *testing.T) {
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Eine Inspektion kostet 59 Euro [1]."}})
	n := twoNodes(t, model, nil)
	ended, objects := n.ask(n.b, "", "Eine Kanarienfrage?"), n.ask(n.a, "", "Noch eine Frage?")
	putBack := n.backUp()
	if status, said := n.on(n.a, "DELETE", n.chat("/session"), "", "WCA-Session", ended.Session); status != http.StatusOK {
		t.Fatalf("%d %s", status, said)
	}
	n.on(n.b, "PATCH", n.chat("/session"), `{"no_model":true}`, "WCA-Session", objects.Session)
	n.a.kill()
	n.b.kill()
	putBack(n.begin())
	n.a.begin()
	n.b.begin()
	n.forgotten(ended, objects)
	n.nowhere("Kanarienfrage")
}

func (n *nodes) begin() *sql.Tx {
	n.t.Helper()
	t, err := n.db.BeginTx(n.t.Context(), nil)
	must(n.t, err)
	return t
}

// backUp copies what concerns conversations, and what servers say of themselves, and returns how that is put back, in a
// transaction that is over then.
func (n *nodes) backUp() (putBack func(t *sql.Tx)) {
	n.t.Helper()
	tables := []string{"session", "message", "gap", "erasure", "server"}
	for _, table := range tables {
		_, err := n.db.Exec("CREATE TABLE backup_" + table + " AS SELECT * FROM " + table)
		must(n.t, err)
	}
	return func(t *sql.Tx) {
		n.t.Helper()
		for _, statement := range []string{"DELETE FROM session", "DELETE FROM erasure", "DELETE FROM server"} {
			_, err := t.Exec(statement)
			must(n.t, err)
		}
		for _, table := range tables {
			_, err := t.Exec("INSERT INTO " + table + " SELECT * FROM backup_" + table)
			must(n.t, err)
			_, err = t.Exec("DROP TABLE backup_" + table)
			must(n.t, err)
		}
		must(n.t, t.Commit())
	}
}

// forgotten looks at the first answer of each server about a conversation that was erased before a backup was put back,
// and about one whose visitor had objected.
func (n *nodes) forgotten(ended, objects reply) {
	n.t.Helper()
	for _, s := range []*serving{n.a, n.b} {
		status := 0
		s.until("it answers", func() bool {
			r, err := http.NewRequestWithContext(n.t.Context(), "GET", "http://"+s.address+n.chat("/messages"), nil)
			must(n.t, err)
			r.Header.Set("WCA-Session", ended.Session)
			response, err := http.DefaultClient.Do(r)
			if err != nil {
				return false
			}
			response.Body.Close()
			status = response.StatusCode
			return true
		})
		if status != http.StatusGone {
			n.t.Errorf("the first answer about what was erased: %d", status)
		}
		if status, said := n.on(s, "PATCH", n.chat("/session"), "{}", "WCA-Session", objects.Session); !strings.Contains(said, `"no_model":true`) {
			n.t.Errorf("the objection: %d %s", status, said)
		}
	}
}

// An older backup of the database is put back while both servers run: the first that each of them serves after that is
// served as if it had started with it.
func TestAnOldBackupIsErasedByServersThatRunOn_K1_K2(t *testing.T) {
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Eine Inspektion kostet 59 Euro [1]."}})
	n := twoNodes(t, model, nil)
	ended, objects := n.ask(n.b, "", "Eine Kanarienfrage?"), n.ask(n.a, "", "Noch eine Frage?")
	putBack := n.backUp()
	if status, said := n.on(n.a, "DELETE", n.chat("/session"), "", "WCA-Session", ended.Session); status != http.StatusOK {
		t.Fatalf("%d %s", status, said)
	}
	n.on(n.b, "PATCH", n.chat("/session"), `{"no_model":true}`, "WCA-Session", objects.Session)
	time.Sleep(presence.Every + time.Second) // by then both have said that they live
	putBack(n.begin())
	n.forgotten(ended, objects)
	n.nowhere("Kanarienfrage")
}

// A backup that an earlier version made is put back while both servers run: they bring it up to date themselves.
func TestABackupOfAnEarlierVersionIsServedByServersThatRunOn_K1_K2(t *testing.T) {
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Eine Inspektion kostet 59 Euro [1]."}})
	n := twoNodes(t, model, nil)
	ended, objects := n.ask(n.b, "", "Eine Kanarienfrage?"), n.ask(n.a, "", "Noch eine Frage?")
	putBack := n.backUp()
	if status, said := n.on(n.a, "DELETE", n.chat("/session"), "", "WCA-Session", ended.Session); status != http.StatusOK {
		t.Fatalf("%d %s", status, said)
	}
	n.on(n.b, "PATCH", n.chat("/session"), `{"no_model":true}`, "WCA-Session", objects.Session)
	time.Sleep(presence.Every + time.Second)
	earlier := n.begin()
	_, err := earlier.Exec("ALTER TABLE document DROP COLUMN first, DROP COLUMN staged_at; DELETE FROM goose_db_version WHERE version_id > 20")
	must(t, err)
	putBack(earlier)
	n.forgotten(ended, objects)
	n.nowhere("Kanarienfrage")
	var bot botView
	n.a.manage(n.key, "GET", "/v1/bots/"+n.bot.ID, "", &bot)
	if said := n.a.stderr.String() + n.b.stderr.String(); bot.ID != n.bot.ID || strings.Contains(said, "cannot be served") {
		t.Errorf("the bot: %+v; the logs: %s", bot, said)
	}
}

// erasedAfterBackup are two servers of which a backup was made before a visitor had a conversation erased, which both have
// heard of.
func erasedAfterBackup(t *testing.T) (n *nodes, ended reply, putBack func(*sql.Tx)) {
	t.Helper()
	n = twoNodes(t, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gut."}}), nil)
	ended = n.ask(n.a, "", "Eine Kanarienfrage?")
	putBack = n.backUp()
	if status, said := n.on(n.a, "DELETE", n.chat("/session"), "", "WCA-Session", ended.Session); status != http.StatusOK {
		t.Fatalf("%d %s", status, said)
	}
	time.Sleep(presence.Every + time.Second)
	return n, ended, putBack
}

// Who asks while a backup is being put back, for which the tables are locked, waits and gets nothing of it unseen.
func TestWhoAsksWhileABackupIsPutBack_K2(t *testing.T) {
	n, ended, putBack := erasedAfterBackup(t)
	lock := n.begin()
	_, err := lock.ExecContext(t.Context(), "LOCK TABLE server, session, message IN ACCESS EXCLUSIVE MODE")
	must(t, err)
	asked := make(chan int, 1)
	go func() {
		status, _ := n.on(n.a, "GET", n.chat("/messages"), "", "WCA-Session", ended.Session)
		asked <- status
	}()
	time.Sleep(3 * time.Second)
	putBack(lock)
	if status := <-asked; status != http.StatusGone {
		t.Errorf("what was erased: %d", status)
	}
	n.nowhere("Kanarienfrage")
}

// A request that was let in before the backup came, and waits for a table of it, is answered nothing of it either.
func TestWhoWasLetInBeforeABackupCame_K2(t *testing.T) {
	n, ended, putBack := erasedAfterBackup(t)
	lock := n.begin()
	_, err := lock.ExecContext(t.Context(), "LOCK TABLE session, message IN ACCESS EXCLUSIVE MODE")
	must(t, err)
	said := make(chan string, 2)
	for _, path := range []string{"/messages", "/session/export"} {
		go func() {
			status, body := n.on(n.a, "GET", n.chat(path), "", "WCA-Session", ended.Session)
			said <- fmt.Sprint(status, " ", body)
		}()
	}
	n.waiting(2)
	putBack(lock)
	for range 2 {
		if s := <-said; !strings.HasPrefix(s, "503") && !strings.HasPrefix(s, "410") || strings.Contains(s, "Kanarienfrage") {
			t.Errorf("what was erased: %s", s)
		}
	}
	n.nowhere("Kanarienfrage")
}

// A server is killed in the middle of an answer: who sends the question to another, once or from two tabs, waits for
// seconds, until that has noticed, and gets an answer then, the same one.
func TestAnotherServerTakesUpTheAnswerOfOneThatWasKilled(t *testing.T) {
	never := make(chan struct{})
	defer close(never)
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Die Inspektion ", "kostet 59 Euro [1]."}, Between: never}, llmfake.Script{Tokens: []string{"Die Inspektion kostet 59 Euro [1]."}})
	n := twoNodes(t, model, nil)
	address := startShelf(t, &shelf{pages: map[string]string{"/": "Die Inspektion eines Fahrrads kostet bei uns 59 Euro."}})
	n.a.manage(n.key, "POST", "/v1/bots/"+n.bot.ID+"/sources", `{"address":"`+address+`"}`, &struct{}{})
	n.a.until("the page is read", func() bool {
		var documents int
		must(t, n.db.QueryRow("SELECT COUNT(*) FROM document").Scan(&documents))
		return documents > 0
	})
	session := n.ask(n.a, "", "Hallo").Session
	const question = `{"text":"Was kostet die Inspektion?","client_id":"one","language":"de"}`
	response := n.open(n.a, "POST", n.chat("/messages"), question, "WCA-Session", session)
	defer response.Body.Close()
	model.Await(1)
	n.a.kill()
	began, said := time.Now(), make(chan string)
	for range 2 {
		go func() {
			_, all := n.on(n.b, "POST", n.chat("/messages"), question, "WCA-Session", session)
			said <- all
		}()
	}
	for range 2 {
		all := <-said
		if took := time.Since(began); took > presence.Dead+5*time.Second || strings.Count(all, "event: start") != 1 || !strings.Contains(all, "event: done") || !strings.Contains(all, "59 Euro") {
			t.Errorf("after %v: %s", took, all)
		}
	}
	if asked := len(model.Requests()); asked != 2 {
		t.Errorf("the model was asked %d times", asked)
	}
}

// A server starts though another keeps a table busy that has to be written anew after an erasure: that is done later, and the log
// says so.
func TestAServerStartsBesideOneThatIsBusy_K2(t *testing.T) {
	n := twoNodes(t, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gut."}}), nil)
	got := n.ask(n.a, "", "Eine Kanarienfrage?")
	if status, said := n.on(n.a, "DELETE", n.chat("/session"), "", "WCA-Session", got.Session); status != http.StatusOK {
		t.Fatalf("%d %s", status, said)
	}
	n.b.kill()
	busy := n.begin()
	defer func() { must(t, busy.Rollback()) }()
	_, err := busy.Exec("SELECT 1 FROM message, session, contact")
	must(t, err)
	n.b.start()
	if said := n.b.stderr.String(); !strings.Contains(said, "brought to their end within the hour") {
		t.Errorf("the log: %s", said)
	}
}

// Who has asked one server as much as they may is soon refused by the other, too; no address stands in the database.
func TestServersCountQuestionsTogether_L09_J1(t *testing.T) {
	n := twoNodes(t, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gut."}}), nil, "WCA_RATE=6", "WCA_TRUSTED_PROXIES=127.0.0.1/32")
	ask := func(s *serving, from string) int {
		status, _ := n.on(s, "POST", n.chat("/messages"), `{"text":"Hallo"}`, "X-Forwarded-For", from)
		return status
	}
	time.Sleep(2*presence.Every + time.Second) // each has heard that the other lives
	for range 5 {
		if status := ask(n.a, "203.0.113.77"); status != http.StatusOK {
			t.Fatalf("the first server: %d", status)
		}
	}
	time.Sleep(2*presence.Every + time.Second)
	if status := ask(n.b, "203.0.113.77"); status != http.StatusTooManyRequests {
		t.Errorf("the second server: %d", status)
	}
	if status := ask(n.b, "198.51.100.7"); status != http.StatusOK {
		t.Errorf("somebody else: %d", status)
	}
	n.nowhere("203.0.113.77", "cb00714d")
}
