package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/test/postgres"
)

func TestAnyPathWillDo(t *testing.T) {
	for _, name := range []string{"a#b.db", "a?b.db", "100%25.db", "mit Leerzeichen und Ümlaut.db"} {
		path := filepath.Join(t.TempDir(), name)
		fill(t, open(t, "sqlite:"+path), "a")
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFilesAreForTheirOwnerOnly_Q02(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "wca.db")
	open(t, path)
	for name, want := range map[string]os.FileMode{filepath.Dir(path): 0o700, path: 0o600} {
		info, err := os.Stat(name)
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode().Perm(), want)
		}
	}
}

// Of two servers one works on a database of SQLite; beside it may be another with its own. PostgreSQL is shared.
func TestOneServerPerDatabase_F29(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) *DB { return open(t, filepath.Join(dir, name)) }
	db, same, beside := at("wca.db"), at("wca.db"), at("other.db")
	release, err := db.Lock()
	must(t, err)
	if _, err := same.Lock(); err == nil {
		t.Error("a second server was let in")
	}
	must(t, errOf(beside.Lock()))
	must(t, errOf(os.Stat(filepath.Join(dir, "serve.lock"))))
	must(t, release())
	release, err = same.Lock()
	must(t, err)
	must(t, release())
	shared := open(t, postgres.New(t))
	for range 2 {
		must(t, errOf(shared.Lock()))
	}
}

func TestReadyUntilClosed(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		must(t, db.Ready(context.Background()))
		must(t, db.Close())
		if db.Ready(context.Background()) == nil {
			t.Error("a database that is closed is ready")
		}
	})
}

func TestReadersStayOpen(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "wca.db"))
	for range 3 {
		var busy []*sql.Conn
		for range readers {
			c, err := db.read.Conn(t.Context())
			must(t, err)
			busy = append(busy, c)
		}
		for _, c := range busy {
			must(t, c.Close())
		}
	}
	if n := db.read.Stats().MaxIdleClosed; n != 0 {
		t.Errorf("%d readers were closed between reads", n)
	}
}

// Memory that is given back is taken again by who asks next, and nothing that is open is closed for it.
func TestRestingClosesNothing(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		var open [readers]*sql.Conn // at once, so that there are as many as there can be
		for n := range open {
			conn, err := db.read.Conn(t.Context())
			must(t, err)
			open[n] = conn
		}
		for _, conn := range open {
			must(t, conn.Close())
		}
		before := db.read.Stats().OpenConnections
		must(t, db.Rest(t.Context()))
		after := db.read.Stats().OpenConnections
		if _, err := db.Bot(t.Context(), "a", "bot"); err != nil || db.pool == nil && after != before {
			t.Errorf("%v, %d of %d readers are open", err, after, before)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		must(t, db.tx(t.Context(), func(transaction) error {
			rested := make(chan error, 1)
			go func() { rested <- db.Rest(ctx) }()
			time.Sleep(50 * time.Millisecond)
			if _, err := db.Bot(ctx, "a", "bot"); err != nil {
				t.Errorf("who reads waits with it for who writes: %v", err)
			}
			if err := <-rested; db.pool == nil && err == nil {
				t.Error("it has not waited for who writes")
			}
			return nil
		}))
		must(t, db.CreateSession(t.Context(), conversation.Session{Workspace: "a", Bot: "bot", ID: "later", Hash: []byte("later"), CreatedAt: now, LastAt: now}))
	})
}
