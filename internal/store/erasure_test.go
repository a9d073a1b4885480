package store

import (
	"context"
	"io"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/test/postgres"
)

// nowhere is a process that holds nothing in memory.
type nowhere struct{}

func (nowhere) Stop(context.Context, erasure.Subject) {}
func (nowhere) Forget(context.Context) error          { return nil }

func eraser(t *testing.T, db *DB) *erasure.Eraser {
	t.Helper()
	return eraserOf(db, journal.Journal(filepath.Join(t.TempDir(), "erasures.jsonl")))
}

func eraserOf(db *DB, noted journal.Journal) *erasure.Eraser {
	return &erasure.Eraser{
		Store: db, Journal: noted, Memory: nowhere{},
		Now: func() time.Time { return now.Add(time.Hour) }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}
}

func erase(t *testing.T, db *DB, ws string, kind erasure.Kind, id string) erasure.Receipt {
	t.Helper()
	r, err := eraser(t, db).Erase(t.Context(), ws, kind, id)
	must(t, err)
	if !r.Verified() {
		t.Errorf("erasing a %s left %+v", kind, r)
	}
	return r
}

func errOf2[A, B any](_ A, _ B, err error) error { return err }

// Random strings are planted in every column that holds text. After an erasure none of what belongs
// to it stands anywhere: on SQLite in no byte of the files, on PostgreSQL in no row of any table; and
// everything else is still there.
func TestErasedMeansErased_E4_G01_K2(t *testing.T) {
	for _, kind := range erasure.Kinds {
		t.Run(string(kind), func(t *testing.T) {
			t.Run("sqlite", func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "wca.db")
				db := open(t, "sqlite:"+path)
				erased(t, db, kind, func(text string) int { return count(t, path, text) })
			})
			t.Run("postgres", func(t *testing.T) {
				db := open(t, postgres.New(t))
				erased(t, db, kind, func(text string) int { return countRows(t, db, text) })
			})
		})
	}
}

func erased(t *testing.T, db *DB, kind erasure.Kind, count func(string) int) {
	p, q := plant(t, db, "a"), plant(t, db, "b")
	must(t, db.Flush(t.Context()))
	for _, all := range []*planted{p, q} {
		for of, texts := range all.strings {
			for _, s := range texts {
				if count(s) == 0 {
					t.Fatalf("a string of the %s is not found even before", of)
				}
			}
		}
	}
	id := map[erasure.Kind]string{erasure.Session: "ses", erasure.Contact: "con", erasure.Document: p.document, erasure.Source: "src", erasure.Bot: "bot", erasure.Workspace: "a"}[kind]
	receipt := erase(t, db, "a", kind, id)
	for of, texts := range p.strings {
		gone := slices.Contains(belongs[kind], of)
		for i, s := range texts {
			n := count(s)
			if gone && n != 0 {
				t.Errorf("string %d of the %s still stands %d times", i, of, n)
			}
			if !gone && n == 0 {
				t.Errorf("string %d of the %s is gone with the %s", i, of, kind)
			}
		}
	}
	for of, texts := range q.strings {
		for _, s := range texts {
			if count(s) == 0 {
				t.Errorf("a string of another workspace's %s is gone", of)
			}
		}
	}
	if err := errOf2(db.Locate(t.Context(), "a", kind, id)); !problem.Is(err, problem.NotFound) {
		t.Errorf("it is still located: %v", err)
	}
	receipts, err := db.Erasures(t.Context(), "a", 10, 0)
	must(t, err)
	if len(receipts) != 1 || receipts[0].ID != receipt.ID || receipts[0].Subject != erasure.Hash(id) || !maps.Equal(receipts[0].Counts, receipt.Counts) || !receipts[0].Verified() {
		t.Errorf("the receipt is kept as %+v, was %+v", receipts, receipt)
	}
	want := map[erasure.Kind]string{erasure.Session: "contact", erasure.Contact: "contact", erasure.Document: "message.text", erasure.Source: "vector", erasure.Bot: "pair", erasure.Workspace: "api_key"}[kind]
	if receipt.Counts[want] == 0 || receipt.Counts[string(kind)] != 1 {
		t.Errorf("the receipt counts %v", receipt.Counts)
	}
}

// The receipts of an erased workspace are found by who runs the server, and by no other workspace.
func TestReceiptsOfAnErasedWorkspaceStay_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		fill(t, db, "a")
		fill(t, db, "b")
		for n, r := range []erasure.Receipt{{ID: "s", Kind: erasure.Session, Workspace: "a"}, {ID: "other", Kind: erasure.Session, Workspace: "b"}} {
			r.At = now.Add(time.Duration(n) * time.Minute)
			must(t, db.PutErasure(ctx, r))
		}
		ids := func(all []erasure.Receipt, err error) (ids []string) {
			must(t, err)
			for _, r := range all {
				ids = append(ids, r.ID)
			}
			return ids
		}
		if got := ids(db.ErasuresOfGone(ctx)); got != nil {
			t.Errorf("with both workspaces there: %q", got)
		}
		must(t, errOf(db.Erase(ctx, erasure.Subject{Workspace: "a", Kind: erasure.Workspace, ID: "a"}, erasure.Receipt{ID: "w", At: now.Add(time.Hour), Kind: erasure.Workspace, Workspace: "a"})))
		if got := ids(db.ErasuresOfGone(ctx)); !slices.Equal(got, []string{"w", "s"}) {
			t.Errorf("of the erased one: %q", got)
		}
		if got := ids(db.Erasures(ctx, "b", 10, 0)); !slices.Equal(got, []string{"other"}) {
			t.Errorf("the other workspace is shown %q", got)
		}
	})
}

// After an erasure the workspace can still tell to whom data went, and no longer whose, when on that day or
// what. Which pages were fetched goes with their bot; all goes with the workspace.
func TestTheLedgerOutlivesWhatItTellsOf_K2(t *testing.T) {
	for _, kind := range []erasure.Kind{erasure.Session, erasure.Bot, erasure.Workspace} {
		t.Run(string(kind), func(t *testing.T) {
			each(t, func(t *testing.T, db *DB) {
				fill(t, db, "a")
				fill(t, db, "b")
				ctx := t.Context()
				for _, ws := range []string{"a", "b"} {
					talk(t, db, ws, "talk", "said", now)
					must(t, db.Record(ctx, egress.Transfer{ID: "page", Time: now, Purpose: egress.Crawl, Recipient: "site.test", Path: "/page", Attribution: egress.Attribution{Workspace: ws, Bot: "bot", Source: "src"}}))
				}
				must(t, db.Flush(ctx))
				before, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
				must(t, err)
				receipt := erase(t, db, "a", kind, map[erasure.Kind]string{erasure.Session: "talk", erasure.Bot: "bot", erasure.Workspace: "a"}[kind])
				after, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
				must(t, err)
				var told []string
				for _, one := range after {
					told = append(told, string(one.Purpose)+" "+one.Bot)
					if one.Purpose == egress.Model && (!retention.DayOnly(one.Time) || one.Answer != "" || one.BytesOut == 0 || one.Time.After(now)) {
						t.Errorf("kept is %+v", one)
					}
				}
				slices.Sort(told)
				if want := map[erasure.Kind][]string{erasure.Session: {"crawl bot", "model bot"}, erasure.Bot: {"model "}}[kind]; len(before) != 2 || !slices.Equal(told, want) {
					t.Errorf("of %d entries stay %q instead of %q", len(before), told, want)
				}
				if kind == erasure.Bot && (receipt.Counts["transfer"] != 1 || receipt.Counts["transfer.answer"] != 1) {
					t.Errorf("the receipt counts %v", receipt.Counts)
				}
				if other, err := db.Ledger(ctx, "b", egress.Filter{}, 10, 0); err != nil || len(other) != 2 || !other[0].Time.Equal(now) {
					t.Errorf("another workspace's: %+v, %v", other, err)
				}
			})
		})
	}
}

// Of conversations that an earlier version erased the ledger loses answer and time at the update, too.
func TestTheLedgerOfEarlierErasuresIsAnonymised_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		talk(t, db, "a", "there", "said", now)
		must(t, db.Record(ctx, egress.Transfer{ID: "erased", Time: now, Purpose: egress.Model, BytesOut: 4, Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "gone"}}))
		migration, err := migrations.ReadFile("migrations/0015_erased_answers.sql")
		must(t, err)
		up, _, _ := strings.Cut(string(migration), "-- +goose Down")
		must(t, errOf(db.write.Exec(up)))
		all, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
		must(t, err)
		for _, one := range all {
			if erased := one.ID == "erased"; erased != (one.Answer == "") || erased != retention.DayOnly(one.Time) {
				t.Errorf("the ledger keeps %+v", one)
			}
		}
		if len(all) != 2 {
			t.Errorf("%d entries", len(all))
		}
	})
}

// A job that was running while its source went leaves a row when it ends: the second look removes it, else the receipt
// would say for good that something was left.
func TestAJobThatEndsAfterItsSourceWentLeavesNothing_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		plant(t, db, "a")
		ctx := t.Context()
		must(t, errOf(db.write.Exec("UPDATE river_job SET state = 'running'")))
		s := erasure.Subject{Workspace: "a", Bot: "bot", Kind: erasure.Source, ID: "src"}
		must(t, errOf(db.Erase(ctx, s, erasure.Receipt{ID: "one", At: now, Kind: s.Kind, Workspace: "a"})))
		if n := countIn(t, db, "river_job", "src"); n == 0 {
			t.Fatal("the running job is gone")
		}
		must(t, errOf(db.write.Exec("UPDATE river_job SET state = 'retryable'")))
		if left, err := db.Remaining(ctx, s); err != nil || len(left) != 0 {
			t.Errorf("left is %v, %v", left, err)
		}
		if n := countIn(t, db, "river_job", `"src"`); n != 0 {
			t.Error("the job's row stays")
		}
	})
}

// A job may end at any moment, also between the removal of what waits and the count.
func TestAJobThatEndsWhileWeLookAgainIsNothingLeft_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		plant(t, db, "a")
		ctx := t.Context()
		s := erasure.Subject{Workspace: "a", Bot: "bot", Kind: erasure.Source, ID: "src"}
		must(t, errOf(db.Erase(ctx, s, erasure.Receipt{ID: "one", At: now, Kind: s.Kind, Workspace: "a"})))
		looked, ends := make(chan bool), make(chan error)
		go func() {
			for {
				select {
				case <-looked:
					close(ends)
					return
				default:
				}
				if _, err := db.write.Exec(`INSERT INTO river_job (id, state, args) VALUES (9, 'completed', '{"Task":"t","Workspace":"a","Bot":"bot","Subject":"src"}')`); err != nil {
					ends <- err
					return
				}
			}
		}()
		for range 100 {
			if left, err := db.Remaining(ctx, s); err != nil || len(left) != 0 {
				t.Errorf("left is %v, %v", left, err)
				break
			}
		}
		close(looked)
		must(t, <-ends)
	})
}

// A receipt counts every row that went, by table, also of those that go with another; and the second look sees every row
// that is still there.
func TestAReceiptCountsEveryRow_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		plant(t, db, "a")
		must(t, db.Flush(ctx))
		must(t, db.RecordRetention(ctx, retention.Run{Workspace: "a", Bot: "bot", ID: "run", At: now}))
		s, _, err := db.Locate(ctx, "a", erasure.Bot, "bot")
		must(t, err)
		tables, err := db.tables(ctx, db.read)
		must(t, err)
		before := map[string]int{}
		for table, columns := range tables {
			if !slices.Contains(columns, "bot") || !slices.Contains(columns, "workspace") || table == "transfer" || table == "erasing" {
				continue
			}
			var n int
			must(t, db.read.QueryRow("SELECT COUNT(*) FROM "+table+" WHERE workspace = 'a' AND bot = 'bot'").Scan(&n))
			if n > 0 {
				before[table] = n
			}
		}
		for _, table := range []string{"message", "gap", "passage", "blob", "page", "bot_settings", "retention_run", "session", "source", "document", "contact", "pair"} {
			if before[table] == 0 {
				t.Errorf("nothing stands in %s: the test proves nothing", table)
			}
		}
		seen, err := db.Remaining(ctx, s)
		must(t, err)
		counts, err := db.Erase(ctx, s, erasure.Receipt{ID: "one", At: now, Kind: s.Kind, Workspace: "a"})
		must(t, err)
		for table, n := range before {
			if counts[table] != n || seen[table] != n {
				t.Errorf("of %d rows of %s the receipt counts %d, and a look before saw %d", n, table, counts[table], seen[table])
			}
		}
		if left, err := db.Remaining(ctx, s); err != nil || len(left) != 0 {
			t.Errorf("%v are left, %v", left, err)
		}
	})
}
