package store

import (
	"bufio"
	"encoding/json"
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
			const n, m = 100_000, 1_000_000
			path := filepath.Join(b.TempDir(), "erasures.jsonl")
			f, err := os.Create(path)
			must(b, err)
			w := bufio.NewWriter(f)
			must(b, db.tx(b.Context(), func(t transaction) error {
				ins, err := t.PrepareContext(b.Context(), db.q("INSERT INTO session (workspace, bot, id, hash, channel, language, created_at, last_at) VALUES ('a','bot',?,?,'widget','de',1,1)"))
				if err != nil {
					return err
				}
				for i := range m {
					if _, err := ins.Exec(fmt.Sprintf("ses_%d", i), []byte(fmt.Sprint(i))); err != nil {
						return err
					}
				}
				for i := range n {
					id := fmt.Sprintf("ses_gone%d", i)
					r := erasure.Receipt{ID: fmt.Sprintf("era_%d", i), At: now, Kind: erasure.Session, Workspace: "a", Subject: erasure.Hash(id), Counts: map[string]int{"session": 1}, Disk: "overwritten"}
					if err := db.putErasure(b.Context(), t, r); err != nil {
						return err
					}
					line, _ := json.Marshal(erasure.Tombstone{Receipt: r.ID, At: now, Subject: erasure.Subject{Workspace: "a", Bot: "bot", Kind: erasure.Session, ID: id}})
					w.Write(append(line, '\n'))
					if i%10 == 0 {
						line, _ = json.Marshal(conversation.Wished{Workspace: "a", Bot: "bot", Session: id, At: now, Wish: conversation.Wish{NoModel: new(true)}})
						w.Write(append(line, '\n'))
					}
				}
				return nil
			}))
			must(b, w.Flush())
			must(b, f.Close())
			e := eraserOf(db, journal.Journal(path))
			d := &conversation.Desk{Store: db, Journal: journal.Journal(path), Now: time.Now}
			b.ReportAllocs()
			for b.Loop() {
				start(b, e, d)
			}
			for _, left := range []string{"ids", "hashes"} {
				_, err = db.write.Exec("DELETE FROM erasure WHERE id LIKE 'era_1%'")
				must(b, err)
				began := time.Now()
				start(b, e, d)
				b.Logf("%s: 11,111 unknown by their %s: %v", name, left, time.Since(began))
				must(b, os.Remove(path))
				start(b, e, d) // written anew, with hashes
			}
		})
	}
}

func start(b *testing.B, e *erasure.Eraser, d *conversation.Desk) {
	must(b, e.Journal.Reconcile(b.Context(), e.Journalled(), d.Journalled()))
}
