package store

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/test/postgres"
)

// again does what an older backup does not know, as a start does.
func again[E any](t *testing.T, noted journal.Journal, k *journal.Kind[E]) (int, error) {
	t.Helper()
	err := noted.Reconcile(t.Context(), k)
	return k.Done, err
}

// eachBackedUp runs a test on both databases: backUp copies the closed one at dsn to where copied says.
func eachBackedUp(t *testing.T, test func(t *testing.T, dsn, copied string, backUp func(), count func(db *DB, text string) int)) {
	t.Run("sqlite", func(t *testing.T) {
		dir := t.TempDir()
		path, copied := filepath.Join(dir, "wca.db"), filepath.Join(dir, "copy.db")
		test(t, path, copied, func() {
			content, err := os.ReadFile(path)
			must(t, err)
			must(t, os.WriteFile(copied, content, 0o600))
		}, func(_ *DB, text string) int { return count(t, copied, text) })
	})
	t.Run("postgres", func(t *testing.T) {
		dsn, side := postgres.New(t), open(t, postgres.New(t))
		name := strings.TrimPrefix(regexp.MustCompile("/test_[0-9]+").FindString(dsn), "/")
		test(t, dsn, strings.Replace(dsn, "/"+name+"?", "/copy_"+name+"?", 1), func() {
			must(t, errOf(side.write.Exec("CREATE DATABASE copy_"+name+" TEMPLATE "+name)))
		}, func(db *DB, text string) int { return countRows(t, db, text) })
	})
}

func reopen(t *testing.T, dsn string) *DB {
	t.Helper()
	db, err := Open(t.Context(), dsn, Options{})
	must(t, err)
	return db
}

// A database is copied before an erasure, and the copy is used from then on: the next start erases
// again.
func TestARestoredBackupIsErasedAgain_K2(t *testing.T) { eachBackedUp(t, restored) }

func restored(t *testing.T, dsn, copied string, backUp func(), count func(db *DB, text string) int) {
	db := reopen(t, dsn)
	p := plant(t, db, "a")
	must(t, db.Close())
	backUp()

	db = reopen(t, dsn)
	e := eraser(t, db)
	first, err := e.Erase(t.Context(), "a", erasure.Session, "ses")
	must(t, err)
	_, err = e.Erase(t.Context(), "a", erasure.Source, "src")
	must(t, err)
	must(t, db.Close())

	db = reopen(t, copied)
	defer func() { must(t, db.Close()) }()
	e.Store = db
	if count(db, p.strings[erasure.Session][0]) == 0 {
		t.Fatal("the copy does not hold what was erased")
	}
	if n, err := again(t, e.Journal, e.Journalled()); n != 2 || err != nil {
		t.Errorf("erased %d again, %v", n, err)
	}
	for _, kind := range []erasure.Kind{erasure.Session, erasure.Source, erasure.Document} {
		for i, s := range p.strings[kind] {
			if n := count(db, s); n != 0 {
				t.Errorf("string %d of the %s is back %d times", i, kind, n)
			}
		}
	}
	receipts, err := db.Erasures(t.Context(), "a", 10, 0)
	must(t, err)
	if len(receipts) != 2 || receipts[0].ReplayedAt == nil || !slices.ContainsFunc(receipts, func(r erasure.Receipt) bool { return r.ID == first.ID && r.At.Equal(first.At) }) {
		t.Errorf("receipts: %+v", receipts)
	}
	if n, err := again(t, e.Journal, e.Journalled()); n != 0 || err != nil {
		t.Errorf("a second start erases %d, %v", n, err)
	}

	// The same source was added anew after the erasure, and then the receipts are lost.
	must(t, db.CreateSource(t.Context(), source.Source{Workspace: "a", Bot: "bot", ID: "src", Kind: source.Site, Address: "https://new.test/", State: source.Queued, CreatedAt: now.Add(2 * time.Hour)}))
	_, err = db.write.Exec("DELETE FROM erasure")
	must(t, err)
	if n, err := again(t, e.Journal, e.Journalled()); n != 0 || err != nil {
		t.Errorf("erased %d that were made anew, %v", n, err)
	}
	must(t, errOf(db.Source(t.Context(), "a", "bot", "src")))
}

// A single table of a backup comes back, and the receipts of what was erased since then stand in the database still: what
// they name is erased again, and what was made anew since then or was never erased stays.
func TestWhatComesBackBesideItsReceiptIsErasedAgain_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		p := plant(t, db, "a")
		must(t, db.Flush(t.Context()))
		tables := []string{"session", "message", "document"}
		elsewhere := "ATTACH ':memory:' AS backup" // what is erased would be found in tables beside the others
		if db.pool != nil {
			elsewhere = "CREATE SCHEMA backup"
		}
		must(t, errOf(db.write.Exec(elsewhere)))
		for _, table := range tables {
			must(t, errOf(db.write.Exec("CREATE TABLE backup."+table+" AS SELECT * FROM "+table)))
		}
		e := eraser(t, db)
		must(t, errOf(e.Erase(t.Context(), "a", erasure.Session, "ses")))
		must(t, errOf(e.Erase(t.Context(), "a", erasure.Document, "doctwo")))
		must(t, errOf(e.Erase(t.Context(), "a", erasure.Document, "docone")))
		if n, err := e.Returned(t.Context()); n != 0 || err != nil {
			t.Errorf("erased %d though nothing came back, %v", n, err)
		}
		for _, table := range tables {
			must(t, errOf(db.write.Exec("INSERT INTO "+table+" SELECT * FROM backup."+table+" WHERE true ON CONFLICT DO NOTHING")))
		}
		must(t, errOf(db.write.Exec(db.q("UPDATE document SET updated_at = ? WHERE id = 'docone'"), micros(now.Add(2*time.Hour))))) // read anew
		back := 0
		for _, s := range p.strings[erasure.Session] {
			back += countRows(t, db, s)
		}
		if back == 0 {
			t.Fatal("the conversation is not back")
		}
		if n, err := e.Returned(t.Context()); n != 2 || err != nil {
			t.Errorf("erased %d again, %v", n, err)
		}
		for i, s := range p.strings[erasure.Session] {
			if n := countRows(t, db, s); n != 0 {
				t.Errorf("string %d of the conversation is back %d times", i, n)
			}
		}
		if _, _, err := db.Locate(t.Context(), "a", erasure.Document, "docone"); err != nil {
			t.Errorf("what was read anew: %v", err)
		}
		if n, err := e.Returned(t.Context()); n != 0 || err != nil {
			t.Errorf("a second look erases %d, %v", n, err)
		}
	})
}

// Servers have clocks of their own, and clocks are put back: what was erased by one that is behind, and comes back, is erased
// again, and no reading takes it in; what was made anew by one that is behind stays.
func TestErasuresNeedNoClockThatIsRight_C2_K2(t *testing.T) {
	const behind = 10 * time.Minute
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		fill(t, db, "a")
		m := manual{t, db}
		must(t, errOf(m.write(ctx, 3, "first")))
		d := document("a", "https://a.test/")
		e := eraser(t, db)
		e.Now = func() time.Time { return now.Add(-behind) }
		must(t, errOf(e.Erase(ctx, "a", erasure.Document, d.ID)))
		again := page("a", "https://a.test/", source.PageDone)
		again.Unerased = now // when the source was made
		must(t, errOf(db.AddPages(ctx, []source.Page{again})))
		if _, err := db.FinishPage(ctx, again, document("a", "https://a.test/"), nil); !problem.Is(err, problem.Gone) {
			t.Errorf("a reading takes it in: %v", err)
		}
		must(t, errOf(db.write.ExecContext(ctx, db.q("INSERT INTO document (workspace, bot, id, source, address, title, language, content_type, content_hash, bytes, pages, passages, updated_at) VALUES ('a', 'bot', ?, 'src', 'https://a.test/', '', '', '', '', 0, 0, 0, ?)"), d.ID, micros(now))))
		if n, err := e.Returned(ctx); n != 1 || err != nil {
			t.Errorf("%d were erased again that came back, %v", n, err)
		}

		e.Now = func() time.Time { return now.Add(time.Hour) }
		must(t, errOf(e.Erase(ctx, "a", erasure.Source, "src")))
		must(t, db.CreateSource(ctx, source.Source{Workspace: "a", Bot: "bot", ID: "src", Kind: source.Site, Address: "https://a.test/", State: source.Queued, CreatedAt: now.Add(time.Hour - behind)}))
		s, err := db.Source(ctx, "a", "bot", "src")
		must(t, err)
		again.Unerased = s.CreatedAt
		must(t, errOf(db.AddPages(ctx, []source.Page{again})))
		must(t, errOf(db.FinishPage(ctx, again, document("a", "https://a.test/"), nil)))
		must(t, errOf(e.Erase(ctx, "a", erasure.Document, d.ID)))
		again.Unerased = time.Time{} // it is given by itself
		must(t, errOf(db.AddPages(ctx, []source.Page{again})))
		must(t, errOf(db.FinishPage(ctx, again, document("a", "https://a.test/"), nil)))
		if n, err := e.Returned(ctx); n != 0 || err != nil {
			t.Errorf("%d were erased again that were made anew, %v", n, err)
		}
		must(t, errOf(db.Document(ctx, "a", "bot", d.ID)))
	})
}

// A source that is being removed in parts cannot be added again before it is gone: it would go with what it was.
func TestASourceThatIsBeingRemovedIsNotAddedAgain_C2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		s, _, err := db.Locate(t.Context(), "a", erasure.Source, "src")
		must(t, err)
		must(t, db.mark(t.Context(), s, erasure.Receipt{ID: "era", At: now}))
		err = db.CreateSource(t.Context(), source.Source{Workspace: "a", Bot: "bot", ID: "src", Kind: source.Site, Address: "https://a.test/", CreatedAt: now})
		if !problem.Is(err, problem.Conflict) {
			t.Errorf("it is added again: %v", err)
		}
	})
}

// A backup from before an objection comes back: it holds again before anybody is answered, and what
// the visitor has lifted since stays lifted.
func TestWishesOutliveARestoredBackup_K1(t *testing.T) {
	eachBackedUp(t, func(t *testing.T, dsn, copied string, backUp func(), _ func(db *DB, text string) int) {
		db := reopen(t, dsn)
		fill(t, db, "a")
		must(t, db.CreateSession(t.Context(), conversation.Session{Workspace: "a", Bot: "bot", ID: "two", Hash: []byte("secret of two"), CreatedAt: now, LastAt: now}))
		path, at := journal.Journal(filepath.Join(t.TempDir(), "erasures.jsonl")), now
		desk := func(db *DB) *conversation.Desk {
			return &conversation.Desk{Store: db, Bots: db, Journal: path, Running: &conversation.Running{}, Now: func() time.Time { at = at.Add(time.Minute); return at }}
		}
		wishes := func(db *DB, secret string, change conversation.Wish) {
			_, err := desk(db).Wish(t.Context(), bot.Bot{Workspace: "a", ID: "bot"}, secret, change)
			must(t, err)
		}
		secret, other := token.Secret("s"), token.Secret("s")
		for id, s := range map[string]string{"ses": secret, "two": other} {
			_, err := db.write.Exec(db.q("UPDATE session SET hash = ? WHERE id = ?"), token.Hash(s), id)
			must(t, err)
		}
		wishes(db, other, conversation.Wish{NoModel: new(true)})
		must(t, db.Close())
		backUp()

		db = reopen(t, dsn)
		wishes(db, secret, conversation.Wish{NoModel: new(true)})
		wishes(db, secret, conversation.Wish{Restricted: new(true)})
		wishes(db, other, conversation.Wish{Restricted: new(true)})
		wishes(db, other, conversation.Wish{Restricted: new(false), NoModel: new(false)})
		must(t, db.Close())

		db = reopen(t, copied)
		defer func() { must(t, db.Close()) }()
		if n, err := again(t, path, desk(db).Journalled(time.Time{})); n != 4 || err != nil {
			t.Errorf("wrote %d again, %v", n, err)
		}
		for s, want := range map[string]conversation.Wishes{secret: {NoModel: true, Restricted: true}, other: {}} {
			if got, err := db.SessionByHash(t.Context(), "a", "bot", token.Hash(s)); err != nil || got.Wishes != want {
				t.Errorf("got %+v instead of %+v, %v", got.Wishes, want, err)
			}
		}
		if n, err := again(t, path, desk(db).Journalled(time.Time{})); n != 0 || err != nil {
			t.Errorf("a second start writes %d, %v", n, err)
		}
	})
}

// An answer whose session another server erased meanwhile leaves neither what was sent nor what came
// back, though the latter is written a second later, and of the transfer no more than the day.
func TestForgottenAnswersStayForgotten_K2(t *testing.T) {
	for _, kind := range []erasure.Kind{"", erasure.Session, erasure.Bot, erasure.Workspace} {
		t.Run(string(kind), func(t *testing.T) {
			each(t, func(t *testing.T, db *DB) {
				fill(t, db, "a")
				ctx := t.Context()
				sent := func(id string) egress.Transfer {
					return egress.Transfer{ID: id, Time: now, Purpose: egress.Model, BytesOut: 4, Body: []byte("sent"), Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: "ans"}}
				}
				before, after := sent("before"), sent("after")
				must(t, db.Record(ctx, before))
				if kind != "" {
					erase(t, db, "a", kind, map[erasure.Kind]string{erasure.Session: "ses", erasure.Bot: "bot", erasure.Workspace: "a"}[kind])
				}
				whole := kind == erasure.Bot || kind == erasure.Workspace // nothing of it may leave any more
				// To another model, after the first had failed.
				if err := db.Record(ctx, after); problem.Is(err, problem.NotFound) != whole || err != nil && !whole {
					t.Errorf("recorded: %v", err)
				}
				for _, one := range []egress.Transfer{before, after} {
					one.Returned, one.BytesIn = []byte("came back"), 9
					must(t, db.Complete(ctx, one))
				}
				must(t, db.ForgetAnswer(ctx, "a", "bot", "ans"))
				must(t, db.Flush(ctx))
				if n := countIn(t, db, "transfer", "sent") + countIn(t, db, "transfer", "came back") + countIn(t, db, "transfer", "ans"); n != 0 {
					t.Errorf("it stands there %d times", n)
				}
				all, err := db.Ledger(ctx, "a", egress.Filter{}, 10, 0)
				must(t, err)
				if want := map[erasure.Kind]int{"": 2, erasure.Session: 2, erasure.Bot: 1}[kind]; len(all) != want {
					t.Errorf("%d entries instead of %d", len(all), want)
				}
				for _, one := range all {
					bot := map[bool]string{false: "bot"}[kind == erasure.Bot]
					if one.Bot != bot || one.BytesOut != 4 || !retention.DayOnly(one.Time) {
						t.Errorf("the ledger keeps %+v", one)
					}
				}
			})
		})
	}
}
