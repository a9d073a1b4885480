package store

import (
	"context"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// waits waits until so many connections of PostgreSQL wait for a lock, or until something is over.
func waits(t *testing.T, db *DB, many int, over <-chan error) {
	t.Helper()
	for began := time.Now(); time.Since(began) < 20*time.Second; time.Sleep(20 * time.Millisecond) {
		var n int
		must(t, db.read.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").Scan(&n))
		if n >= many || len(over) > 0 {
			return
		}
	}
	t.Fatalf("there are not %d that wait for a lock", many)
}

// locked runs what is to happen while a row is locked, then lets it go.
func locked(t *testing.T, db *DB, statement string, meanwhile func()) {
	t.Helper()
	held, err := db.write.BeginTx(t.Context(), nil)
	must(t, err)
	_, err = held.ExecContext(t.Context(), statement)
	must(t, err)
	meanwhile()
	must(t, held.Commit())
}

// Another server wants to send something of a bot or a workspace in the middle of its erasure: it waits for the end, then
// nothing leaves, and nothing of it is written down after the erasure has passed the ledger.
func TestNothingIsSentInTheMiddleOfAnErasure_E4_K2(t *testing.T) {
	for _, kind := range []erasure.Kind{erasure.Bot, erasure.Workspace} {
		t.Run(string(kind), func(t *testing.T) {
			each(t, func(t *testing.T, db *DB) {
				if db.pool == nil { // there is one writer only
					return
				}
				fill(t, db, "a")
				erased, sent := make(chan error, 1), make(chan error, 1)
				var r erasure.Receipt
				locked(t, db, "SELECT 1 FROM session FOR UPDATE", func() { // sessions go after the ledger
					go func() {
						var err error
						r, err = eraser(t, db).Erase(context.WithoutCancel(t.Context()), "a", kind, map[erasure.Kind]string{erasure.Bot: "bot", erasure.Workspace: "a"}[kind])
						erased <- err
					}()
					waits(t, db, 1, erased)
					go func() {
						sent <- db.Record(context.WithoutCancel(t.Context()), egress.Transfer{ID: "late", Time: now, Purpose: egress.Embedding, Attribution: egress.Attribution{Workspace: "a", Bot: "bot"}})
					}()
					waits(t, db, 2, sent)
				})
				must(t, <-erased)
				if err := <-sent; !problem.Is(err, problem.NotFound) {
					t.Errorf("recorded: %v", err)
				}
				if !r.Verified() || countIn(t, db, "transfer", "late") != 0 {
					t.Errorf("the receipt says %+v", r)
				}
			})
		})
	}
}

// A page is stored while its source is erased through another server: one waits for the other, not both in a circle,
// which PostgreSQL would end by letting one of them fail.
func TestAPageIsStoredWhileItsSourceIsErased_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		if db.pool == nil { // there is one writer only
			return
		}
		fill(t, db, "a")
		store := func() error {
			p := source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: "https://a.test/", State: source.PageDone, At: now}
			_, err := db.FinishPage(context.WithoutCancel(t.Context()), p, document("a", p.Address), []passage.Passage{{Text: "one"}})
			return err
		}
		must(t, store())
		stored, erased := make(chan error, 1), make(chan error, 1)
		locked(t, db, "SELECT 1 FROM document FOR UPDATE", func() {
			go func() { stored <- store() }()
			waits(t, db, 1, stored)
			go func() {
				_, err := eraser(t, db).Erase(context.WithoutCancel(t.Context()), "a", erasure.Source, "src")
				erased <- err
			}()
			waits(t, db, 2, erased)
		})
		if err := <-stored; err != nil {
			t.Errorf("storing: %v", err)
		}
		if err := <-erased; err != nil {
			t.Errorf("erasing: %v", err)
		}
		if n := countIn(t, db, "document", "a.test"); n != 0 {
			t.Errorf("%d documents are left", n)
		}
	})
}
