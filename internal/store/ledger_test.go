package store

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
)

// What left the server stands in the ledger also if the database was away when it was to be written.
func TestTheLedgerLosesNothingWhileTheDatabaseIsAway_D4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		out := egress.Transfer{ID: "tr_1", Time: now, Purpose: egress.Model, BytesOut: 9, Body: []byte("question"), Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "msg"}}
		must(t, db.Record(ctx, out))
		out.Status, out.BytesIn, out.Returned = 200, 6, []byte("answer")
		must(t, db.Complete(ctx, out))
		must(t, db.Record(ctx, egress.Transfer{ID: "tr_2", Time: now, Purpose: egress.Crawl, Path: "/page", Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Source: "src"}}))
		away, cancel := context.WithCancel(ctx)
		cancel()
		_ = db.Flush(away) // fails, unless all was written a moment before
		must(t, db.Flush(ctx))
		all, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
		must(t, err)
		if len(all) != 2 {
			t.Fatalf("the ledger has %d entries: %+v", len(all), all)
		}
		of, err := db.Transfers(ctx, "a", "bot", "msg")
		must(t, err)
		if len(of) != 1 || of[0].Status != 200 || string(of[0].Returned) != "answer" {
			t.Errorf("of the answer: %+v", of)
		}
	})
}

// One entry that the database refuses takes no other with it.
func TestOneRefusedEntryKeepsNoOtherOutOfTheLedger_D4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		db.later(func(context.Context, *DB, executor, egress.Transfer) error {
			return &pgconn.PgError{Code: "22003", Message: "refused"}
		}, egress.Transfer{})
		must(t, db.Record(ctx, egress.Transfer{ID: "tr", Time: now, Purpose: egress.Crawl, Path: "/page", Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Source: "src"}}))
		_ = db.Flush(ctx) // or the one that writes every second was told
		must(t, db.Flush(ctx))
		if all, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0); err != nil || len(all) != 1 {
			t.Errorf("the ledger has %d entries, %v", len(all), err)
		}
	})
}

// What comes back while its bot is being erased completes its entry all the same, by its size only.
func TestTheLedgerIsCompletedAfterItsBotWasErased_D4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		var sent []egress.Transfer
		for _, purpose := range []egress.Purpose{egress.Model, egress.Embedding} {
			out := egress.Transfer{ID: "tr_" + string(purpose), Time: now, Purpose: purpose, BytesOut: 9, Body: []byte("question"), Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "msg"}}
			must(t, db.Record(ctx, out))
			sent = append(sent, out)
		}
		erase(t, db, "a", erasure.Bot, "bot")
		for _, out := range sent {
			out.Status, out.BytesIn, out.Returned = 200, 6, []byte("answer")
			must(t, db.Complete(ctx, out))
		}
		must(t, db.Flush(ctx))
		all, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
		must(t, err)
		if len(all) != 2 {
			t.Fatalf("the ledger has %d entries: %+v", len(all), all)
		}
		for _, one := range all {
			if one.BytesIn != 6 || one.Status != 200 || one.Bot != "" || one.Answer != "" {
				t.Errorf("kept is %+v", one)
			}
		}
		if n := countIn(t, db, "transfer", "answer"); n != 0 {
			t.Error("what came back is kept")
		}
	})
}

// Fetches that are being written while their bot is erased do not come after it.
func TestFetchesDoNotComeAfterTheErasureOfTheirBot_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		fetch := entry{insertTransfer, egress.Transfer{ID: "page", Time: now, Purpose: egress.Crawl, Path: "/page", Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Source: "src"}}}
		erased := make(chan error, 1)
		must(t, db.tx(ctx, func(x transaction) error {
			left, err := db.withoutErased(ctx, x, []entry{fetch})
			if err != nil {
				return err
			}
			go func() {
				_, err := db.Erase(ctx, erasure.Subject{Workspace: "a", Bot: "bot", Kind: erasure.Bot, ID: "bot"}, erasure.Receipt{ID: "one", At: now, Kind: erasure.Bot, Workspace: "a"})
				erased <- err
			}()
			time.Sleep(300 * time.Millisecond)
			for _, one := range left {
				if err := one.write(ctx, db, x, one.transfer); err != nil {
					return err
				}
			}
			return nil
		}))
		must(t, <-erased)
		if n := countIn(t, db, "transfer", "/page"); n != 0 {
			t.Errorf("%d fetches stand there", n)
		}
	})
}

func TestTheLedgerKeepsWhatLeft_D4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		out := egress.Transfer{
			ID: "tr_1", Time: now, Purpose: egress.Model, Recipient: "api.test", Region: "EU", Method: "POST", Path: "/v1", BytesOut: 12, Body: []byte("EMAIL_1"),
			Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "ans", LegalBasis: "basis", Categories: map[string]int{"EMAIL": 1}},
		}
		must(t, db.Record(ctx, out))
		got, err := db.Transfers(ctx, "a", "bot", "ans")
		must(t, err)
		if len(got) != 1 || got[0].Recipient != "api.test" || got[0].Categories["EMAIL"] != 1 || string(got[0].Body) != "EMAIL_1" || !got[0].Time.Equal(now) {
			t.Errorf("got %+v", got)
		}
		out.Status, out.BytesIn, out.Error, out.Duration = 200, 34, "cancelled", time.Second
		must(t, db.Complete(ctx, out))
		must(t, db.Flush(ctx))
		got, err = db.Transfers(ctx, "a", "bot", "ans")
		must(t, err)
		if len(got) != 1 || got[0].Status != 200 || got[0].BytesIn != 34 || got[0].Error != "cancelled" || got[0].Duration != time.Second || string(got[0].Body) != "EMAIL_1" {
			t.Errorf("completed: %+v", got)
		}
	})
}

func TestThatNothingWasReplacedIsNoNull(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		must(t, db.Record(t.Context(), egress.Transfer{ID: "tr_1", Time: now, Purpose: egress.Embedding, Recipient: "api.test", Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "ans"}}))
		got, err := db.Transfers(t.Context(), "a", "bot", "ans")
		must(t, err)
		if len(got) != 1 || got[0].Categories == nil || len(got[0].Categories) > 0 {
			t.Errorf("got %+v", got)
		}
	})
}

// A fetch whose source is erased before it is written down leaves nothing: its path would stand there for good.
func TestALateFetchOfAnErasedSourceIsNotWrittenDown_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		erase(t, db, "a", erasure.Source, "src")
		for _, of := range []egress.Attribution{{Workspace: "a", Bot: "bot", Source: "src"}, {Workspace: "a", Bot: "bot", Source: "never"}} {
			must(t, db.Record(t.Context(), egress.Transfer{ID: "late" + of.Source, Time: now, Purpose: egress.Crawl, Path: "/late", Attribution: of}))
		}
		must(t, db.Flush(t.Context()))
		if n := countIn(t, db, "transfer", "/late"); n != 0 {
			t.Errorf("%d fetches stand there", n)
		}
	})
}
