package system

import (
	"database/sql"
	"errors"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/presence"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// pg runs a program of PostgreSQL's on the database.
func (n *nodes) pg(program string, arguments ...string) {
	n.t.Helper()
	at, _, _ := strings.Cut(n.dsn, "?")
	if out, err := exec.CommandContext(n.t.Context(), program, append(arguments, "--dbname", at)...).CombinedOutput(); err != nil {
		n.t.Fatalf("%s %v: %v %s", program, arguments, err, out)
	}
}

// pg_restore puts a backup back piece by piece while two servers run: until its last piece is back nothing of it is served,
// their logs say why, and then what was erased since is erased again and objections hold, as if it had come at once.
func TestABackupThatComesBackPieceByPiece_K1_K2(t *testing.T) {
	if _, err := exec.LookPath("pg_restore"); err != nil {
		t.Skip("no pg_restore here")
	}
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Eine Inspektion kostet 59 Euro [1]."}})
	n := twoNodes(t, model, nil)
	ended, objects := n.ask(n.b, "", "Eine Kanarienfrage?"), n.ask(n.a, "", "Noch eine Frage?")
	archive := filepath.Join(t.TempDir(), "backup")
	n.pg("pg_dump", "--format=custom", "--file", archive)
	if status, said := n.on(n.a, "DELETE", n.chat("/session"), "", "WCA-Session", ended.Session); status != http.StatusOK {
		t.Fatalf("%d %s", status, said)
	}
	n.on(n.b, "PATCH", n.chat("/session"), `{"no_model":true}`, "WCA-Session", objects.Session)
	time.Sleep(presence.Every + time.Second) // by then both have said that they live
	half := func(stage string) {
		t.Helper()
		time.Sleep(presence.Every) // both have given signs since then
		for _, s := range []*serving{n.a, n.b} {
			status, said := n.on(s, "GET", n.chat("/messages"), "", "WCA-Session", ended.Session)
			if status != http.StatusServiceUnavailable || !strings.Contains(said, "database_put_back") {
				t.Errorf("after %s: %d %s", stage, status, said)
			}
			if status, _ := n.on(s, "GET", "/readyz", ""); status != http.StatusServiceUnavailable {
				t.Errorf("after %s it is ready: %d", stage, status)
			}
			if status, _ := n.on(s, "GET", "/widget.js", ""); status != http.StatusOK {
				t.Errorf("after %s the script of websites: %d", stage, status)
			}
		}
	}
	_, err := n.db.Exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
	must(t, err)
	half("nothing")
	n.pg("pg_restore", "--section=pre-data", archive)
	half("tables")
	n.pg("pg_restore", "--section=data", archive)
	half("rows")
	n.pg("pg_restore", "--section=post-data", archive)
	for _, s := range []*serving{n.a, n.b} {
		s.until("it serves", func() bool {
			status, _ := n.on(s, "GET", "/readyz", "")
			return status == http.StatusOK
		})
		if log := s.stderr.String(); !strings.Contains(log, "only half back") || !strings.Contains(log, "lacks") {
			t.Errorf("the log does not say why: %s", log)
		}
	}
	n.forgotten(ended, objects)
	n.nowhere("Kanarienfrage")
}

// What is the same whatever is stored is served at once while the database keeps everybody waiting.
func TestWhatIsNotStoredIsServedWhileTheDatabaseHangs(t *testing.T) {
	n := twoNodes(t, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gut."}}), nil)
	_, page := n.on(n.a, "GET", "/c/"+n.bot.PublicID, "")
	_, asset, _ := strings.Cut(page, "/embed/assets/")
	asset, _, _ = strings.Cut(asset, `"`)
	lock := n.begin()
	defer lock.Rollback()
	_, err := lock.ExecContext(t.Context(), "LOCK TABLE server, session, message, bot, workspace IN ACCESS EXCLUSIVE MODE")
	must(t, err)
	for path, want := range map[string]int{
		"/healthz": http.StatusOK, "/widget.js": http.StatusOK, "/embed/assets/" + asset: http.StatusOK, "/assets/style.css": http.StatusOK,
		"/docs": http.StatusOK, "/trust": http.StatusOK, "/openapi.json": http.StatusOK, "/openapi.yaml": http.StatusOK, "/no/such/page": http.StatusNotFound,
		"/readyz": http.StatusServiceUnavailable,
	} {
		began := time.Now()
		if status, said := n.on(n.a, "GET", path, ""); status != want || time.Since(began) > 4*time.Second {
			t.Errorf("%s: %d after %v, %.100s", path, status, time.Since(began), said)
		}
	}
	if status, said := n.on(n.a, "GET", n.chat("/messages"), "", "WCA-Session", "wca_s_no"); status != http.StatusServiceUnavailable {
		t.Errorf("what is stored: %d %s", status, said)
	}
}

// While PostgreSQL is away, as when another takes its place, who asks is told to try again, not that something is wrong with
// the server; when it is back all goes on, and the log says both.
func TestADatabaseThatIsAwayIsToldAsSuch(t *testing.T) {
	n := twoNodes(t, llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Gut."}}), nil)
	asked := n.ask(n.a, "", "Eine Frage?")
	var name string
	must(t, n.db.QueryRow("SELECT current_database()").Scan(&name))
	beside, err := sql.Open("pgx", strings.Replace(n.dsn, "/"+name+"?", "/postgres?", 1))
	must(t, err)
	defer beside.Close()
	_, err = beside.Exec("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false")
	must(t, err)
	_, err = beside.Exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name)
	must(t, err)
	for _, r := range []struct{ method, path string }{{"GET", "/messages"}, {"POST", "/messages"}, {"DELETE", "/session"}} {
		response := n.open(n.a, r.method, n.chat(r.path), map[bool]string{true: `{"text":"Hallo"}`}[r.method == "POST"], "WCA-Session", asked.Session)
		content, err := io.ReadAll(response.Body)
		must(t, errors.Join(err, response.Body.Close()))
		if response.StatusCode != http.StatusServiceUnavailable || response.Header.Get("Retry-After") == "" || !strings.Contains(string(content), "database_silent") {
			t.Errorf("%s %s: %d %s", r.method, r.path, response.StatusCode, content)
		}
	}
	_, err = beside.Exec("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true")
	must(t, err)
	n.a.until("it serves again", func() bool {
		status, _ := n.on(n.a, "GET", n.chat("/messages"), "", "WCA-Session", asked.Session)
		return status == http.StatusOK
	})
	if log := n.a.stderr.String(); !strings.Contains(log, "the database cannot be asked") || !strings.Contains(log, "can be asked again") {
		t.Errorf("the log: %s", log)
	}
}
