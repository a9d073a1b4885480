package store

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"maps"
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
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
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

// again does what an older backup does not know, as a start does.
func again[E any](t *testing.T, noted journal.Journal, k *journal.Kind[E]) (int, error) {
	t.Helper()
	err := noted.Reconcile(t.Context(), k)
	return k.Done, err
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

// planted is a workspace with random strings wherever text can stand, by what they belong to.
type planted struct {
	ws       string
	strings  map[erasure.Kind][]string // of the subject itself, without what belongs to others of it
	document string                    // id of the document that is planted as such
}

func (p *planted) string(kind erasure.Kind) string {
	s := "kanarie" + strings.TrimPrefix(token.ID("x"), "x_")
	p.strings[kind] = append(p.strings[kind], s)
	return s
}

// plant fills a workspace: a bot with a source of two documents, one of which is erased as such; a
// conversation that quotes it; pairs, files, queue and ledger.
func plant(t *testing.T, db *DB, ws string) *planted {
	t.Helper()
	ctx := t.Context()
	p := &planted{ws: ws, strings: map[erasure.Kind][]string{}}
	must(t, errOf(db.CreateWorkspace(ctx, workspace.Workspace{ID: ws, Name: p.string(erasure.Workspace), CreatedAt: now},
		workspace.Key{Workspace: ws, ID: "key" + ws, Label: p.string(erasure.Workspace), Hash: []byte(ws), Role: workspace.Owner, CreatedAt: now}, false)))
	s := bot.Default("quote")
	s.Contact = map[string]string{"de": p.string(erasure.Bot)}
	must(t, db.CreateBot(ctx, bot.Bot{Workspace: ws, ID: "bot", PublicID: "pub" + ws, Name: p.string(erasure.Bot), CreatedAt: now}, s))
	must(t, db.PutPair(ctx, conversation.Pair{Workspace: ws, Bot: "bot", ID: "pair", Question: p.string(erasure.Bot), Answer: p.string(erasure.Bot), CreatedAt: now}))
	must(t, db.CreateSource(ctx, source.Source{Workspace: ws, Bot: "bot", ID: "src", Kind: source.Site, Address: "https://" + p.string(erasure.Source) + ".test/", Message: p.string(erasure.Source), State: source.Ready, CreatedAt: now}, nil, nil))
	p.document = "docone"
	for id, kind := range map[string]erasure.Kind{"docone": erasure.Document, "doctwo": erasure.Source} {
		path := "/Stra%C3%9Fe-" + p.string(kind)
		d := source.Document{Workspace: ws, Bot: "bot", Source: "src", ID: id, Address: "https://a.test" + path, Title: p.string(kind), UpdatedAt: now}
		must(t, errOf(db.AddPages(ctx, []source.Page{{Workspace: ws, Bot: "bot", Source: "src", Address: d.Address}})))
		passage := retrieve.Passage{Text: p.string(kind), Headings: []string{p.string(kind)}, Analysed: []byte(p.string(kind))}
		must(t, errOf(db.FinishPage(ctx, source.Page{Workspace: ws, Bot: "bot", Source: "src", Address: d.Address, State: source.PageDone, Reason: p.string(kind), ETag: p.string(kind)}, &d, []retrieve.Passage{passage})))
		must(t, db.PutBlob(ctx, source.Blob{Workspace: ws, Bot: "bot", Source: "src", Name: d.Address, Body: []byte(p.string(kind))}))
		_, err := db.write.Exec(db.q("INSERT INTO vector (workspace, bot, document, ordinal, embedder, body) VALUES (?, 'bot', ?, 0, 'x', ?)"), ws, id, []byte(p.string(kind)))
		must(t, err)
		for version, fetched := range []string{path, strings.Replace(path, "%C3%9F", "ß", 1)} { // as it left, and decoded, as earlier versions wrote it down
			must(t, db.Record(ctx, egress.Transfer{ID: fmt.Sprint("crawl", id, version), Time: now, Purpose: egress.Crawl, Path: fetched, Attribution: egress.Attribution{Workspace: ws, Bot: "bot", Source: "src"}}))
		}
		quote(t, db, p, d, kind)
	}
	talk(t, db, ws, "other", p.string(erasure.Bot), now)
	talk(t, db, ws, "ses", p.string(erasure.Session), now)
	must(t, db.PutContact(ctx, conversation.Contact{
		Workspace: ws, Bot: "bot", ID: "con", Session: "ses", Name: p.string(erasure.Contact), Email: p.string(erasure.Contact), Phone: p.string(erasure.Contact), At: now,
	}))
	_, err := db.write.Exec("CREATE TABLE IF NOT EXISTS river_job (id BIGINT, state TEXT, args " + map[bool]string{true: "JSONB", false: "TEXT"}[db.pool != nil] + ", errors TEXT)")
	must(t, err)
	for n, kind := range []erasure.Kind{erasure.Source, erasure.Bot} {
		_, err = db.write.Exec(db.q("INSERT INTO river_job (id, state, args, errors) VALUES (?, 'retryable', ?, ?)"), n,
			fmt.Sprintf(`{"Task":"t","Workspace":%q,"Bot":"bot","Subject":%q}`, ws, map[erasure.Kind]string{erasure.Source: "src", erasure.Bot: "bot"}[kind]), p.string(kind))
		must(t, err)
	}
	return p
}

// quote stores an answer that cites a document, and one that was shown it without citing it. What
// repeats the document goes with it; what the visitor asked belongs to the bot here.
func quote(t *testing.T, db *DB, p *planted, d source.Document, kind erasure.Kind) {
	t.Helper()
	ctx, session := t.Context(), "quotes"+d.ID
	must(t, db.CreateSession(ctx, conversation.Session{Workspace: p.ws, Bot: "bot", ID: session, Hash: []byte(p.ws + session), CreatedAt: now, LastAt: now}))
	for _, cites := range []bool{true, false} {
		id := fmt.Sprint(session, cites)
		q := conversation.Message{Workspace: p.ws, Bot: "bot", Session: session, ID: "q" + id, ClientID: id, Role: conversation.Visitor, State: conversation.Done, Text: p.string(erasure.Bot), At: now}
		a := conversation.Message{Workspace: p.ws, Bot: "bot", Session: session, ID: "a" + id, Role: conversation.Assistant, State: conversation.Streaming, At: now}
		_, err := db.BeginAnswer(ctx, nil, &q, &a)
		must(t, err)
		a.State, a.Trace.Documents = conversation.Done, []string{d.ID}
		if !cites {
			a.Text = p.string(erasure.Bot)
		} else {
			a.Text, a.Citations = p.string(kind), []conversation.Citation{{N: 1, Document: d.Address, Title: d.Title, Passage: p.string(kind)}}
		}
		must(t, db.FinishAnswer(ctx, &a))
		must(t, db.Record(ctx, egress.Transfer{ID: "tr" + id, Time: now, Purpose: egress.Model, BytesOut: 5, Body: []byte(p.string(kind)), Attribution: egress.Attribution{Workspace: p.ws, Bot: "bot", Answer: a.ID}}))
	}
}

// belongs says what an erasure takes along.
var belongs = map[erasure.Kind][]erasure.Kind{
	erasure.Session:   {erasure.Session, erasure.Contact},
	erasure.Contact:   {erasure.Contact},
	erasure.Document:  {erasure.Document},
	erasure.Source:    {erasure.Source, erasure.Document},
	erasure.Bot:       {erasure.Bot, erasure.Source, erasure.Document, erasure.Session, erasure.Contact},
	erasure.Workspace: erasure.Kinds,
}

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

// countRows looks for a text in all rows of all tables, also where it stands as bytes.
func countRows(t *testing.T, db *DB, text string) int {
	t.Helper()
	tables, err := db.tables(t.Context(), db.write)
	must(t, err)
	n := 0
	for table := range tables {
		n += countIn(t, db, table, text)
	}
	return n
}

func countIn(t *testing.T, db *DB, table, text string) (n int) {
	t.Helper()
	r, err := db.write.Query("SELECT * FROM " + table)
	must(t, err)
	defer r.Close()
	columns, err := r.Columns()
	must(t, err)
	for r.Next() {
		cells := make([]any, len(columns))
		for i := range cells {
			cells[i] = new(any)
		}
		must(t, r.Scan(cells...))
		for _, c := range cells {
			switch v := (*c.(*any)).(type) {
			case []byte:
				n += bytes.Count(v, []byte(text))
			case string:
				n += strings.Count(v, text)
			}
		}
	}
	must(t, r.Err())
	return n
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
	must(t, db.CreateSource(t.Context(), source.Source{Workspace: "a", Bot: "bot", ID: "src", Kind: source.Site, Address: "https://new.test/", State: source.Queued, CreatedAt: now.Add(2 * time.Hour)}, nil, nil))
	_, err = db.write.Exec("DELETE FROM erasure")
	must(t, err)
	if n, err := again(t, e.Journal, e.Journalled()); n != 0 || err != nil {
		t.Errorf("erased %d that were made anew, %v", n, err)
	}
	must(t, errOf(db.Source(t.Context(), "a", "bot", "src")))
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
		if n, err := again(t, path, desk(db).Journalled()); n != 4 || err != nil {
			t.Errorf("wrote %d again, %v", n, err)
		}
		for s, want := range map[string]conversation.Wishes{secret: {NoModel: true, Restricted: true}, other: {}} {
			if got, err := db.SessionByHash(t.Context(), "a", "bot", token.Hash(s)); err != nil || got.Wishes != want {
				t.Errorf("got %+v instead of %+v, %v", got.Wishes, want, err)
			}
		}
		if n, err := again(t, path, desk(db).Journalled()); n != 0 || err != nil {
			t.Errorf("a second start writes %d, %v", n, err)
		}
	})
}

// PostgreSQL leaves bytes of deleted rows in its files until their space is used again. Within an
// hour the files are written anew: then nothing stands in them.
func TestErasedBytesLeaveTheFilesOfPostgreSQL_K2(t *testing.T) {
	db := open(t, postgres.New(t))
	p := plant(t, db, "a")
	var dir, folder string
	must(t, db.write.QueryRow("SHOW data_directory").Scan(&dir))
	must(t, db.write.QueryRow("SELECT oid::text FROM pg_database WHERE datname = current_database()").Scan(&folder))
	inFiles := func(text string) (n int) {
		t.Helper()
		must(t, errOf(db.write.Exec("CHECKPOINT")))
		files, err := filepath.Glob(filepath.Join(dir, "base", folder, "*"))
		must(t, err)
		for _, f := range files {
			content, err := os.ReadFile(f)
			must(t, err)
			n += bytes.Count(content, []byte(text))
		}
		return n
	}
	if inFiles(p.strings[erasure.Session][0]) == 0 {
		t.Fatal("the search for bytes finds nothing even before")
	}
	e := eraser(t, db)
	for kind, id := range map[erasure.Kind]string{erasure.Session: "ses", erasure.Source: "src"} {
		if r, err := e.Erase(t.Context(), "a", kind, id); err != nil || r.Disk != erasure.Vacuumed || !r.Verified() {
			t.Errorf("%+v, %v", r, err)
		}
	}
	must(t, e.Finish(t.Context()))
	for _, kind := range []erasure.Kind{erasure.Session, erasure.Source, erasure.Document} {
		for i, s := range p.strings[kind] {
			if n := inFiles(s); n != 0 {
				t.Errorf("string %d of the %s stands %d times in the files", i, kind, n)
			}
		}
	}
	receipts, err := db.Erasures(t.Context(), "a", 10, 0)
	if err != nil || len(receipts) != 2 || receipts[0].Disk != erasure.Rewritten || receipts[1].Disk != erasure.Rewritten {
		t.Errorf("the receipts: %+v, %v", receipts, err)
	}
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
				must(t, db.Record(ctx, after)) // to another model, after the first had failed
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
				if want := map[bool]int{false: 2, true: 0}[kind == erasure.Workspace]; len(all) != want {
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

// PostgreSQL notes down values of columns for its planner, where no erasure finds them: of ids only, also in a
// database whose notes an earlier version has let it take.
func TestThePlannerNotesDownNoText_K2(t *testing.T) {
	dsn := postgres.New(t)
	db := open(t, dsn)
	_, err := db.write.Exec("ALTER TABLE message ALTER COLUMN text SET STATISTICS -1")
	must(t, err)
	p := plant(t, db, "a")
	must(t, db.Flush(t.Context()))
	must(t, errOf(db.write.Exec("ANALYZE")))
	noted := func() (n int) {
		for _, texts := range p.strings {
			for _, text := range texts {
				if countIn(t, db, "pg_stats", text) > 0 {
					n++
				}
			}
		}
		return n
	}
	if n := noted(); n == 0 {
		t.Error("nothing is noted down even without care")
	}
	open(t, dsn)
	must(t, errOf(db.write.Exec("ANALYZE")))
	if n := noted(); n != 0 {
		t.Errorf("%d texts are noted down", n)
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
