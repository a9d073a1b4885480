package store

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
	"github.com/webchatagent/wca/internal/workspace"
	"github.com/webchatagent/wca/test/postgres"
)

func TestMain(m *testing.M) { postgres.Main(m) }

// The conformance suite: every test runs on both databases.
func each(t *testing.T, test func(t *testing.T, db *DB)) {
	t.Run("sqlite", func(t *testing.T) { test(t, open(t, "sqlite:"+filepath.Join(t.TempDir(), "wca.db"))) })
	t.Run("postgres", func(t *testing.T) { test(t, open(t, postgres.New(t))) })
}

func open(t testing.TB, dsn string) *DB {
	t.Helper()
	db, err := Open(t.Context(), dsn, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

var now = time.Date(2026, 11, 23, 10, 0, 0, 123000, time.UTC)

// fill makes workspace, bot, source and session of the given name.
func fill(t testing.TB, db *DB, ws string) {
	t.Helper()
	ctx := t.Context()
	must(t, errOf(db.CreateWorkspace(ctx, workspace.Workspace{ID: ws, Name: ws, CreatedAt: now},
		workspace.Key{Workspace: ws, ID: "key", Hash: []byte(ws), Role: workspace.Owner, CreatedAt: now}, false)))
	must(t, db.CreateBot(ctx, bot.Bot{Workspace: ws, ID: "bot", PublicID: "pub_" + ws, Name: "shop", CreatedAt: now}, bot.Default("quote")))
	must(t, db.CreateSource(ctx, source.Source{Workspace: ws, Bot: "bot", ID: "src", Kind: source.Site, Address: "https://a.test/", State: source.Queued, CreatedAt: now},
		[]source.Page{{Workspace: ws, Bot: "bot", Source: "src", Address: "https://a.test/"}}, nil))
	must(t, db.CreateSession(ctx, conversation.Session{Workspace: ws, Bot: "bot", ID: "ses", Hash: []byte("secret of " + ws), CreatedAt: now, LastAt: now}))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func errOf[T any](_ T, err error) error { return err }

func page(ws, address string, state source.PageState) source.Page {
	return source.Page{Workspace: ws, Bot: "bot", Source: "src", Address: address, State: state, Status: 200, ETag: "e", ContentHash: "h", Run: 1, At: now}
}

func document(ws, address string) *source.Document {
	return &source.Document{Workspace: ws, Bot: "bot", Source: "src", ID: "doc" + address, Address: address, Title: "Title", Language: "de", UpdatedAt: now}
}

func TestFirstStartMakesOneWorkspaceOnly_A27(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		var created atomic.Int32
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				ws := fmt.Sprintf("ws%d", i)
				made, err := db.CreateWorkspace(t.Context(), workspace.Workspace{ID: ws, Name: ws, CreatedAt: now},
					workspace.Key{Workspace: ws, ID: "key", Hash: []byte(ws), Role: workspace.Owner, CreatedAt: now}, true)
				if err != nil {
					t.Error(err)
				}
				if made {
					created.Add(1)
				}
			})
		}
		wg.Wait()
		all, err := db.Workspaces(t.Context())
		must(t, err)
		if created.Load() != 1 || len(all) != 1 {
			t.Errorf("%d starts made a workspace, %d are there", created.Load(), len(all))
		}
	})
}

func TestKeys(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		k, err := db.KeyByHash(t.Context(), []byte("a"))
		must(t, err)
		if k.Workspace != "a" || k.Role != workspace.Owner || !k.CreatedAt.Equal(now) || !k.RevokedAt.IsZero() {
			t.Errorf("got %+v", k)
		}
		must(t, db.RevokeKey(t.Context(), "a", "key", now))
		k, err = db.KeyByHash(t.Context(), []byte("a"))
		must(t, err)
		if !k.RevokedAt.Equal(now) {
			t.Errorf("got %+v", k)
		}
		if _, err := db.KeyByHash(t.Context(), []byte("other")); !problem.Is(err, problem.NotFound) {
			t.Errorf("got %v", err)
		}
	})
}

// Every method that takes an id is called with the ids of another workspace: the answer is the
// same as for ids that do not exist, and nothing of the owner's changes.
func TestForeignIdsAreUnknown_T01(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx := t.Context()
		must(t, errOf(db.FinishPage(ctx, page("b", "https://a.test/", source.PageDone), document("b", "https://a.test/"), []retrieve.Passage{{Text: "canary"}})))
		must(t, db.PutBlob(ctx, source.Blob{Workspace: "b", Bot: "bot", Source: "src", Name: "f", Body: []byte("canary")}))
		_, err := db.BeginAnswer(ctx, nil, &conversation.Message{Workspace: "b", Bot: "bot", Session: "ses", ID: "q", ClientID: "c", Role: conversation.Visitor, State: conversation.Done, At: now},
			&conversation.Message{Workspace: "b", Bot: "bot", Session: "ses", ID: "ans", Role: conversation.Assistant, State: conversation.Streaming, At: now})
		must(t, err)
		erase(t, db, "a", erasure.Bot, "bot") // workspace a has nothing now, workspace b has ids of the same names

		for name, call := range map[string]func() error{
			"Bot":               func() error { return errOf(db.Bot(ctx, "a", "bot")) },
			"BotByName":         func() error { return errOf(db.BotByName(ctx, "a", "shop")) },
			"RenameBot":         func() error { return db.RenameBot(ctx, "a", "bot", "x") },
			"PublishedSettings": func() error { return errOf(db.PublishedSettings(ctx, "a", "bot")) },
			"Versions":          func() error { return errOf(db.Versions(ctx, "a", "bot")) },
			"SaveDraft":         func() error { return errOf(db.SaveDraft(ctx, "a", "bot", bot.Settings{}, now)) },
			"Publish":           func() error { return db.Publish(ctx, "a", "bot", 1) },
			"Source":            func() error { return errOf(db.Source(ctx, "a", "bot", "src")) },
			"LeaveOut":          func() error { return db.LeaveOut(ctx, "a", "bot", "src", crawl.LeftOut{Pages: 1}) },
			"UpdateSource":      func() error { return db.UpdateSource(ctx, source.Source{Workspace: "a", Bot: "bot", ID: "src"}) },
			"CreateSource": func() error {
				return db.CreateSource(ctx, source.Source{Workspace: "a", Bot: "bot", ID: "new"}, nil, nil)
			},
			"FinishPage": func() error {
				return errOf(db.FinishPage(ctx, page("a", "https://a.test/", source.PageGone), nil, nil))
			},
			"Document":      func() error { return errOf(db.Document(ctx, "a", "bot", "dochttps://a.test/")) },
			"Blob":          func() error { return errOf(db.Blob(ctx, "a", "bot", "src", "f")) },
			"RaiseIndex":    func() error { return errOf(db.RaiseIndex(ctx, "a", "bot")) },
			"SessionByHash": func() error { return errOf(db.SessionByHash(ctx, "a", "bot", []byte("secret of b"))) },
			"Message":       func() error { return errOf(db.Message(ctx, "a", "bot", "ses", "ans")) },
			"FinishAnswer": func() error {
				return db.FinishAnswer(ctx, &conversation.Message{Workspace: "a", Bot: "bot", Session: "ses", ID: "ans"})
			},
			"StopAnswer":  func() error { return db.StopAnswer(ctx, "a", "bot", "ses", "ans") },
			"SetFeedback": func() error { return db.SetFeedback(ctx, "a", "bot", "ses", "ans", conversation.Feedback{Value: "up"}) },
			"Contact":     func() error { return errOf(db.Contact(ctx, "a", "bot", "ses")) },
			"Wish":        func() error { return db.Wish(ctx, wish("ses", now, conversation.Wish{Restricted: new(true)})) },
			"Locate":      func() error { return errOf2(db.Locate(ctx, "a", erasure.Source, "src")) },
			"Erase": func() error {
				return errOf(db.Erase(ctx, erasure.Subject{Workspace: "a", Bot: "bot", Kind: erasure.Session, ID: "ses"}, erasure.Receipt{ID: "era"}))
			},
			"RevokeKey": func() error { return db.RevokeKey(ctx, "a", "other", now) },
		} {
			if err := call(); !problem.Is(err, problem.NotFound) {
				t.Errorf("%s: got %v, want not found", name, err)
			}
		}
		for name, n := range map[string]int{
			"Bots":         length(db.Bots(ctx, "a")),
			"Sources":      length(db.Sources(ctx, "a", "bot")),
			"Pages":        length(db.Pages(ctx, "a", "bot", "src", 10, 0)),
			"PendingPages": length(db.PendingPages(ctx, "a", "bot", "src", 0, 10)),
			"Documents":    length(db.Documents(ctx, "a", "bot", 10, 0)),
			"Messages":     length(db.Messages(ctx, "a", "bot", "ses")),
			"Gaps":         length(db.Gaps(ctx, "a", "bot", 10, 0)),
			"Transfers":    length(db.Transfers(ctx, "a", "bot", "ans")),
		} {
			if n != 0 {
				t.Errorf("%s shows %d of another workspace", name, n)
			}
		}
		if ok, err := db.Lease(ctx, "a", "bot", "src", "w", now, now.Add(time.Hour)); ok || err != nil {
			t.Errorf("leased another workspace's source: %v, %v", ok, err)
		}
		passages, _, err := db.Passages(ctx, "b", "bot")
		must(t, err)
		if m, err := db.Message(ctx, "b", "bot", "ses", "ans"); err != nil || m.State != conversation.Streaming || len(passages) != 1 {
			t.Errorf("the owner's data changed: %+v, %v, %d passages", m, err, len(passages))
		}
	})
}

func length[T any](v []T, err error) int {
	if err != nil {
		return -1
	}
	return len(v)
}

func TestSettingsAreVersioned_B1(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		s := bot.Default("quote")
		s.Color = "#112233"
		draft, err := db.SaveDraft(ctx, "a", "bot", s, now)
		must(t, err)
		again, err := db.SaveDraft(ctx, "a", "bot", s, now)
		must(t, err)
		if draft.Number != 2 || again.Number != 2 {
			t.Errorf("drafts have numbers %d and %d, want 2", draft.Number, again.Number)
		}
		published, err := db.PublishedSettings(ctx, "a", "bot")
		must(t, err)
		if published.Number != 1 || published.Settings.Color != "" {
			t.Errorf("a draft is visible: %+v", published)
		}
		must(t, db.Publish(ctx, "a", "bot", 2))
		published, err = db.PublishedSettings(ctx, "a", "bot")
		must(t, err)
		if published.Number != 2 || published.Settings.Color != "#112233" {
			t.Errorf("got %+v", published)
		}
		must(t, db.Publish(ctx, "a", "bot", 1)) // and back
		versions, err := db.Versions(ctx, "a", "bot")
		must(t, err)
		if len(versions) != 2 || versions[0].State != bot.Archived || versions[1].State != bot.Published {
			t.Errorf("got %+v", versions)
		}
		err = db.CreateBot(ctx, bot.Bot{Workspace: "a", ID: "bot2", PublicID: "p2", Name: "shop", CreatedAt: now}, s)
		if !problem.Is(err, problem.Conflict) {
			t.Errorf("a name was taken twice: %v", err)
		}
	})
}

func TestPagesOfParallelWorkersAllArrive(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		var added atomic.Int64
		var wg sync.WaitGroup
		for w := range 8 {
			wg.Go(func() {
				for i := range 25 {
					var found []source.Page
					for k := range 4 { // every worker finds each address twice, and others find it, too
						found = append(found, source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: fmt.Sprintf("https://a.test/%d", (i*2+k/2)%50), Depth: 1})
					}
					n, err := db.AddPages(ctx, found)
					if err != nil {
						t.Error(err)
					}
					added.Add(int64(n))
					address := fmt.Sprintf("https://a.test/%d", i)
					doc := document("a", address)
					if _, err := db.FinishPage(ctx, page("a", address, source.PageDone), doc, []retrieve.Passage{{Text: fmt.Sprint(w)}, {Text: "two"}}); err != nil && !problem.Is(err, problem.NotFound) {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		s, err := db.Source(ctx, "a", "bot", "src")
		must(t, err)
		if added.Load() != 50 || s.Counts.Pending+s.Counts.Done != 51 {
			t.Errorf("added %d, counts %+v; want 50 and 51 pages", added.Load(), s.Counts)
		}
		passages, _, err := db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(passages) != 2*s.Counts.Documents || s.Counts.Passages != len(passages) {
			t.Errorf("%d passages of %d documents, counted %d: something was indexed twice or lost", len(passages), s.Counts.Documents, s.Counts.Passages)
		}
	})
}

func TestAPageIsReplacedGoneAndRemembered_C2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		address := "https://a.test/"
		first := []retrieve.Passage{{Text: "eins\x00", Headings: []string{"A", "B"}, Page: 3, Anchor: "x", Analysed: []byte{1, 2}}, {Text: "zwei"}}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageDone), document("a", address), first)))
		got, _, err := db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(got) != 2 || got[0].Text != "eins" || !slices.Equal(got[0].Headings, first[0].Headings) || got[0].Address != address || got[0].Title != "Title" ||
			got[0].Page != 3 || got[0].Anchor != "x" || !bytes.Equal(got[0].Analysed, []byte{1, 2}) || got[1].Ordinal != 1 {
			t.Errorf("got %+v", got)
		}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageDone), document("a", address), []retrieve.Passage{{Text: "neu"}})))
		got, _, err = db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(got) != 1 || got[0].Text != "neu" {
			t.Errorf("replaced by %+v", got)
		}
		must(t, db.StartRun(ctx, "a", "bot", "src", 2))
		pending, err := db.PendingPages(ctx, "a", "bot", "src", 0, 10)
		must(t, err)
		if len(pending) != 1 || pending[0].ETag != "e" || pending[0].ContentHash != "h" {
			t.Errorf("a new run finds %+v", pending)
		}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageFailed), nil, nil)))
		if n := length(db.Documents(ctx, "a", "bot", 10, 0)); n != 1 {
			t.Errorf("a page that failed once lost its document")
		}
		must(t, errOf(db.FinishPage(ctx, page("a", address, source.PageGone), nil, nil)))
		got, _, err = db.Passages(ctx, "a", "bot")
		must(t, err)
		if len(got) != 0 {
			t.Errorf("a page that is gone is still found: %+v", got)
		}
	})
}

// What finishing a page did to its document is told and remembered until the next run.
func TestWhatARunDidToDocuments(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx, address := t.Context(), "https://a.test/"
		finish := func(ws string, state source.PageState, doc *source.Document, keep bool) source.Effect {
			p := page(ws, address, state)
			p.Keep = keep
			effect, err := db.FinishPage(ctx, p, doc, nil)
			must(t, err)
			return effect
		}
		for _, ws := range []string{"a", "b"} {
			for i, c := range []struct {
				got, want source.Effect
			}{
				{finish(ws, source.PageFailed, nil, false), ""},
				{finish(ws, source.PageDone, document(ws, address), false), source.New},
				{finish(ws, source.PageDone, document(ws, address), false), source.Changed},
				{finish(ws, source.PageUnchanged, nil, false), source.Unchanged},
				{finish(ws, source.PageGone, nil, true), source.Kept},
			} {
				if c.got != c.want {
					t.Errorf("%d: %q, want %q", i, c.got, c.want)
				}
			}
		}
		s, err := db.Source(ctx, "a", "bot", "src")
		must(t, err)
		if s.Counts.Kept != 1 || s.Counts.Documents != 1 {
			t.Errorf("kept: %+v", s.Counts)
		}
		if n, err := db.RemoveKept(ctx, "a", "bot", "src"); n != 1 || err != nil {
			t.Errorf("removed %d, %v", n, err)
		}
		gone, err := db.PagesBy(ctx, "a", "bot", "src", source.Removed, 10, 0)
		must(t, err)
		if len(gone) != 1 || gone[0].Address != address || gone[0].Effect != source.Removed || length(db.Documents(ctx, "a", "bot", 10, 0)) != 0 {
			t.Errorf("removed: %+v", gone)
		}
		if n := length(db.Documents(ctx, "b", "bot", 10, 0)); n != 1 {
			t.Errorf("%d documents are left of another workspace", n)
		}
		if got := finish("a", source.PageFailed, nil, false); got != source.Removed {
			t.Errorf("finished anew in the run that removed its document: %q", got)
		}
		must(t, db.StartRun(ctx, "b", "bot", "src", 2))
		s, err = db.Source(ctx, "b", "bot", "src")
		must(t, err)
		if s.Counts.Kept != 0 || s.Counts.Documents != 1 {
			t.Errorf("a new run begins with %+v", s.Counts)
		}
	})
}

func TestWhatIsLeftOutIsKeptUntilPagesAreForgotten(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		ctx := t.Context()
		addresses := []string{"https://a.test/"}
		for i := range 250 {
			addresses = append(addresses, fmt.Sprintf("https://a.test/%d", i))
		}
		must(t, errOf(db.AddPages(ctx, []source.Page{{Workspace: "a", Bot: "bot", Source: "src", Address: addresses[200]}, {Workspace: "b", Bot: "bot", Source: "src", Address: addresses[7]}})))
		unknown, err := db.UnknownAddresses(ctx, "a", "bot", "src", addresses)
		must(t, err)
		if want := slices.Concat(addresses[1:200], addresses[201:]); !slices.Equal(unknown, want) {
			t.Errorf("%d addresses are unknown, want %d", len(unknown), len(want))
		}
		for _, n := range []crawl.LeftOut{{Pages: 5, Depth: 1}, {Pages: 3, Depth: 2}} {
			must(t, db.LeaveOut(ctx, "a", "bot", "src", n))
		}
		s, err := db.Source(ctx, "a", "bot", "src")
		must(t, err)
		if want := (crawl.LeftOut{Pages: 5, Depth: 2}); s.LeftOut != want {
			t.Errorf("left out %+v, want %+v", s.LeftOut, want)
		}
		must(t, db.ForgetPages(ctx, "b", "bot", "src"))
		must(t, db.UpdateSource(ctx, s))
		if s, err = db.Source(ctx, "a", "bot", "src"); err != nil || s.LeftOut.Pages != 5 {
			t.Errorf("an update or another workspace changed it: %+v, %v", s.LeftOut, err)
		}
		must(t, db.ForgetPages(ctx, "a", "bot", "src"))
		if s, err = db.Source(ctx, "a", "bot", "src"); err != nil || (s.LeftOut != crawl.LeftOut{}) {
			t.Errorf("after the pages were forgotten: %+v, %v", s.LeftOut, err)
		}
	})
}

func TestALeaseHasOneHolder(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		var held atomic.Int32
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				ok, err := db.Lease(ctx, "a", "bot", "src", fmt.Sprint(i), now, now.Add(time.Minute))
				if err != nil {
					t.Error(err)
				}
				if ok {
					held.Add(1)
				}
			})
		}
		wg.Wait()
		if held.Load() != 1 {
			t.Errorf("%d workers hold it", held.Load())
		}
		if ok, err := db.Lease(ctx, "a", "bot", "src", "late", now.Add(2*time.Minute), now.Add(3*time.Minute)); !ok || err != nil {
			t.Errorf("an abandoned source was not given on: %v", err)
		}
		due, err := db.DueSources(ctx, now.Add(time.Minute), 10)
		must(t, err)
		if len(due) != 0 {
			t.Error("a held source is due")
		}
		must(t, db.Release(ctx, "a", "bot", "src", "late"))
		if due, err = db.DueSources(ctx, now.Add(time.Minute), 10); err != nil || len(due) != 1 {
			t.Errorf("a queued source is not due: %v, %v", due, err)
		}
	})
}

func TestAQuestionSentTwiceHasOneAnswer(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		var fresh atomic.Int32
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				q := conversation.Message{Workspace: "a", Bot: "bot", Session: "ses", ID: fmt.Sprintf("q%d", i), ClientID: "same", Role: conversation.Visitor, State: conversation.Done, Text: "?", At: now}
				ans := q
				ans.ID, ans.ClientID, ans.Role, ans.State = fmt.Sprintf("a%d", i), "", conversation.Assistant, conversation.Streaming
				isFresh, err := db.BeginAnswer(ctx, nil, &q, &ans)
				if err != nil {
					t.Error(err)
				}
				if ans.ReplyTo != q.ID {
					t.Errorf("answer %q replies to %q, not to %q", ans.ID, ans.ReplyTo, q.ID)
				}
				if isFresh {
					fresh.Add(1)
				}
			})
		}
		wg.Wait()
		messages, err := db.Messages(ctx, "a", "bot", "ses")
		must(t, err)
		if fresh.Load() != 1 || len(messages) != 2 || messages[0].Role != conversation.Visitor {
			t.Fatalf("%d fresh, messages %+v", fresh.Load(), messages)
		}
		done := messages[1]
		done.State, done.Text, done.Refused = conversation.Done, "Ja [1].", true
		done.Citations = []conversation.Citation{{N: 1, Document: "d", Title: "t"}}
		done.Trace = conversation.Trace{Provider: "quote", Replaced: map[string]int{"EMAIL": 2}}
		must(t, db.FinishAnswer(ctx, &done))
		must(t, db.SetFeedback(ctx, "a", "bot", "ses", done.ID, conversation.Feedback{Value: "up"}))
		got, err := db.Message(ctx, "a", "bot", "ses", done.ID)
		must(t, err)
		if got.Text != done.Text || !got.Refused || got.State != conversation.Done || len(got.Citations) != 1 || got.Trace.Replaced["EMAIL"] != 2 || got.Feedback.Value != "up" {
			t.Errorf("got %+v", got)
		}
	})
}

func TestAnswersOfAKilledProcessAreClosed(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		q := conversation.Message{Workspace: "a", Bot: "bot", Session: "ses", ID: "q", ClientID: "c", Role: conversation.Visitor, State: conversation.Done, At: now}
		ans := conversation.Message{Workspace: "a", Bot: "bot", Session: "ses", ID: "a", Role: conversation.Assistant, State: conversation.Streaming, At: now}
		_, err := db.BeginAnswer(ctx, nil, &q, &ans)
		must(t, err)
		n, err := db.FailStreaming(ctx, now)
		must(t, err)
		if n != 0 {
			t.Error("an answer that has just begun was closed")
		}
		if n, err = db.FailStreaming(ctx, now.Add(time.Second)); err != nil || n != 1 {
			t.Errorf("closed %d, %v", n, err)
		}
	})
}

func TestAnyPathWillDo(t *testing.T) {
	for _, name := range []string{"a#b.db", "a?b.db", "100%25.db", "mit Leerzeichen und Ümlaut.db"} {
		path := filepath.Join(t.TempDir(), name)
		fill(t, open(t, "sqlite:"+path), "a")
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
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

// count counts the text in the files of the database.
func count(t *testing.T, path, text string) int {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	must(t, err)
	n := 0
	for _, f := range files {
		content, err := os.ReadFile(f)
		must(t, err)
		n += bytes.Count(content, []byte(text))
	}
	return n
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

func TestANewerSchemaIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wca.db")
	db, err := Open(t.Context(), path, Options{})
	must(t, err)
	_, err = db.write.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	must(t, err)
	must(t, db.Close())
	if _, err := Open(t.Context(), path, Options{}); err == nil || !bytes.Contains([]byte(err.Error()), []byte("newer version")) {
		t.Errorf("got %v", err)
	}
}

func TestOneServerPerDirectory_F29(t *testing.T) {
	dir := t.TempDir()
	release, err := Lock(dir)
	must(t, err)
	if _, err := Lock(dir); err == nil {
		t.Error("a second server was let in")
	}
	must(t, release())
	release, err = Lock(dir)
	must(t, err)
	must(t, release())
}

func TestReady(t *testing.T) {
	each(t, func(t *testing.T, db *DB) { must(t, db.Ready(context.Background())) })
}
