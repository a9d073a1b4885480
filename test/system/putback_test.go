package system

import (
	"database/sql"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

// The file of a backup takes the place of SQLite's database while the server runs, which goes on with the former file: it
// says so and ends instead of serving what nobody will find again. Started anew it erases again.
func TestAFileThatTakesTheDatabasesPlaceEndsTheServer_K2(t *testing.T) {
	d := sit(t)
	d.env = append(d.env, "WCA_RATE=0")
	d.ok("bot", "create", "shop")
	key := strings.TrimSpace(d.ok("keys", "create", "test", "--role", "owner"))
	s := d.serve()
	t.Cleanup(s.kill)
	n := &nodes{t: t, a: s, b: s, key: key}
	var bots []botView
	s.manage(key, "GET", "/v1/bots", "", &bots)
	n.bot = bots[0]
	ended := n.ask(s, "", "Eine Kanarienfrage?")
	file := filepath.Join(d.data, "wca.db")
	db, err := sql.Open("sqlite", file)
	must(t, err)
	_, err = db.Exec("VACUUM INTO ?", filepath.Join(d.dir, "backup.db"))
	must(t, errors.Join(err, db.Close()))
	if status, said := n.on(s, "DELETE", n.chat("/session"), "", "WCA-Session", ended.Session); status != http.StatusOK {
		t.Fatalf("%d %s", status, said)
	}
	for _, name := range []string{"-wal", "-shm"} {
		if err := os.Remove(file + name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	must(t, os.Rename(filepath.Join(d.dir, "backup.db"), file))
	if status, said := n.on(s, "GET", n.chat("/messages"), "", "WCA-Session", ended.Session); status != http.StatusServiceUnavailable || !strings.Contains(said, "database_put_back") {
		t.Errorf("beside another file: %d %s", status, said)
	}
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	s.until("the server ends", func() bool { return len(done) > 0 })
	if err := <-done; err == nil || !strings.Contains(s.stderr.String(), "was replaced by another") {
		t.Errorf("it ended with %v and said %s", err, s.stderr.String())
	}
	s.start()
	if status, said := n.on(s, "GET", n.chat("/messages"), "", "WCA-Session", ended.Session); status != http.StatusGone {
		t.Errorf("after the start: %d %s", status, said)
	}
}
