package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/test/postgres"
)

// Every kind of subject is found by its id and by the hash of it, in its own workspace only.
func TestSubjectsAreFoundByTheirHash_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		p := plant(t, db, "a")
		plant(t, db, "b")
		for kind, id := range map[erasure.Kind]string{erasure.Session: "ses", erasure.Contact: "con", erasure.Document: p.document, erasure.Source: "src", erasure.Bot: "bot", erasure.Workspace: "a"} {
			s, since, err := db.Locate(t.Context(), "a", kind, id)
			bot := map[bool]string{false: "bot"}[kind == erasure.Workspace]
			if err != nil || s != (erasure.Subject{Workspace: "a", Bot: bot, Kind: kind, ID: id}) || !since.Equal(now) {
				t.Errorf("%s: located %+v of %v, %v", kind, s, since, err)
			}
			for ws, want := range map[string]string{"a": id, "b": id, "c": ""} {
				if kind == erasure.Workspace && ws == "b" {
					want = ""
				}
				ids := map[string]string{erasure.Hash(id): "", erasure.Hash("other"): ""}
				must(t, db.Named(t.Context(), ws, kind, ids))
				if len(ids) != 2 || ids[erasure.Hash(id)] != want || ids[erasure.Hash("other")] != map[erasure.Kind]string{erasure.Session: "other"}[kind] && ws != "c" {
					t.Errorf("%s in %s: named %q", kind, ws, ids)
				}
			}
		}
	})
}

// A receipt that another server wrote meanwhile stays as it is.
func TestNotingAnErasureKeepsItsReceipt_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		full := erasure.Receipt{ID: "one", At: now, Kind: erasure.Session, Workspace: "a", Subject: "hash", Counts: map[string]int{"message": 2}, Disk: erasure.Overwritten}
		must(t, db.PutErasure(t.Context(), full))
		must(t, db.NoteErasures(t.Context(), []erasure.Receipt{{ID: "one", At: now, Workspace: "a"}, {ID: "two", At: now.Add(1), Workspace: "a"}}))
		got, err := db.Erasures(t.Context(), "a", 10, 0)
		if err != nil || len(got) != 2 || !slices.ContainsFunc(got, func(r erasure.Receipt) bool { return r.ID == "one" && r.Counts["message"] == 2 }) {
			t.Errorf("got %+v, %v", got, err)
		}
	})
}

// BenchmarkStart is what a start (and each command) spends on a journal of 100,000 erasures and 10,000 wishes
// of a workspace with a million conversations. The lines after it are a start after an older backup has come
// back that lacks the receipts of a tenth of them, which name their subjects or their hashes only.
func BenchmarkStart(b *testing.B) {
	for name, dsn := range map[string]func() string{"sqlite": func() string { return filepath.Join(b.TempDir(), "wca.db") }, "postgres": func() string { return postgres.New(b) }} {
		b.Run(name, func(b *testing.B) {
			db := open(b, dsn())
			fill(b, db, "a")
			path := journal.Journal(filepath.Join(b.TempDir(), "erasures.jsonl"))
			yearsOf(b, db, path)
			e := eraserOf(db, path)
			d := &conversation.Desk{Store: db, Journal: path, Now: time.Now}
			b.ReportAllocs()
			for b.Loop() {
				start(b, e, d)
			}
			for _, left := range []string{"ids", "hashes"} {
				must(b, errOf(db.write.Exec("DELETE FROM erasure WHERE id LIKE 'era_1%'")))
				began := time.Now()
				start(b, e, d)
				b.Logf("%s: 11,111 unknown by their %s: %v", name, left, time.Since(began))
				must(b, os.Remove(string(path)))
				start(b, e, d) // written anew, with hashes
			}
		})
	}
}

// yearsOf fills a database and a journal.
func yearsOf(b *testing.B, db *DB, path journal.Journal) {
	b.Helper()
	ctx := b.Context()
	var entries []any
	must(b, db.tx(ctx, func(t transaction) error {
		for n := range 1_000_000 {
			id := fmt.Sprint("ses_", n)
			if err := insertSession(ctx, db, t, &conversation.Session{Workspace: "a", Bot: "bot", ID: id, Hash: []byte(id), CreatedAt: now, LastAt: now}); err != nil {
				return err
			}
		}
		for n := range 100_000 {
			id := fmt.Sprint("ses_gone", n)
			r := erasure.Receipt{ID: fmt.Sprint("era_", n), At: now, Kind: erasure.Session, Workspace: "a", Subject: erasure.Hash(id), Disk: erasure.Overwritten}
			if err := db.putErasure(ctx, t, r); err != nil {
				return err
			}
			entries = append(entries, erasure.Tombstone{Receipt: r.ID, At: now, Subject: erasure.Subject{Workspace: "a", Bot: "bot", Kind: erasure.Session, ID: id}})
			if n%10 == 0 {
				entries = append(entries, conversation.Wished{Workspace: "a", Bot: "bot", Session: id, At: now, Wish: conversation.Wish{NoModel: new(true)}})
			}
		}
		return nil
	}))
	must(b, path.Add(entries...))
}

func start(b *testing.B, e *erasure.Eraser, d *conversation.Desk) {
	must(b, e.Journal.Reconcile(b.Context(), e.Journalled(), d.Journalled(time.Time{})))
}
