package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
	"github.com/webchatagent/wca/internal/workspace"
	"github.com/webchatagent/wca/test/postgres"
)

func TestMain(m *testing.M) { postgres.Main(m) }

// The conformance suite: every test runs on both databases, side by side.
func each(t *testing.T, test func(t *testing.T, db *DB)) {
	t.Run("on", func(t *testing.T) { // ends when both have
		t.Run("sqlite", func(t *testing.T) {
			t.Parallel()
			test(t, open(t, "sqlite:"+filepath.Join(t.TempDir(), "wca.db")))
		})
		t.Run("postgres", func(t *testing.T) {
			t.Parallel()
			test(t, open(t, postgres.New(t)))
		})
	})
}

// many is how many rows something large has in a test: with the race detector no more than make it large.
func many(rows int) int {
	if slowly {
		return min(rows, manyRows+500)
	}
	return rows
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
	must(t, db.CreateWorkspace(ctx, workspace.Workspace{ID: ws, Name: ws, CreatedAt: now},
		workspace.Key{Workspace: ws, ID: "key", Hash: []byte(ws), Role: workspace.Owner, CreatedAt: now}))
	must(t, db.CreateBot(ctx, bot.Bot{Workspace: ws, ID: "bot", PublicID: "pub_" + ws, Name: "shop", CreatedAt: now}, bot.Default("quote")))
	must(t, db.CreateSource(ctx, source.Source{Workspace: ws, Bot: "bot", ID: "src", Kind: source.Site, Address: "https://a.test/", State: source.Queued, CreatedAt: now}))
	must(t, errOf(db.AddPages(ctx, []source.Page{{Workspace: ws, Bot: "bot", Source: "src", Address: "https://a.test/"}})))
	must(t, db.CreateSession(ctx, conversation.Session{Workspace: ws, Bot: "bot", ID: "ses", Hash: []byte("secret of " + ws), CreatedAt: now, LastAt: now}))
}

// A panic in a transaction leaves nothing behind, and nobody waits for it.
func TestAPanicLeavesNoTransactionBehind_F34(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		for range 20 { // more than there are connections
			err := problem.Guard(func() error {
				return db.tx(t.Context(), func(s transaction) error {
					if _, err := s.ExecContext(t.Context(), db.q("UPDATE bot SET name = ? WHERE workspace = ?"), "broken", "a"); err != nil {
						return err
					}
					panic("in the middle")
				})
			})
			var broken *problem.Panic
			if !errors.As(err, &broken) {
				t.Fatal(err)
			}
		}
		if b, err := db.Bot(t.Context(), "a", "bot"); err != nil || b.Name != "shop" {
			t.Errorf("%+v, %v", b, err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		must(t, db.tx(ctx, func(s transaction) error {
			_, err := s.ExecContext(ctx, db.q("UPDATE bot SET name = ? WHERE workspace = ?"), "other", "a")
			return err
		}))
	})
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
				made, err := db.CreateFirst(t.Context(), workspace.Workspace{ID: ws, Name: ws, CreatedAt: now},
					workspace.Key{Workspace: ws, ID: "key", Hash: []byte(ws), Role: workspace.Owner, CreatedAt: now})
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

// What the checks of promises make for themselves for a moment is nobody's workspace.
func TestNobodyIsGivenAWorkspaceOfTheChecks(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		keys := workspace.Keys{Store: db, Now: func() time.Time { return now }}
		trial := workspace.TrialID + "_running"
		must(t, db.CreateWorkspace(t.Context(), workspace.Workspace{ID: trial, Name: "trial", CreatedAt: now.Add(-time.Hour)},
			workspace.Key{Workspace: trial, ID: "key", Hash: []byte(trial), Role: workspace.Owner, CreatedAt: now}))
		first, secret, err := keys.FirstStart(t.Context())
		must(t, err)
		again, none, err := keys.FirstStart(t.Context())
		must(t, err)
		if workspace.Trial(first.ID) || secret == "" || again.ID != first.ID || none != "" {
			t.Errorf("got %+v and then %+v", first, again)
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
		must(t, errOf(db.FinishPage(ctx, page("b", "https://a.test/", source.PageDone), document("b", "https://a.test/"), []passage.Passage{{Text: "canary"}})))
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
				return db.CreateSource(ctx, source.Source{Workspace: "a", Bot: "bot", ID: "new"})
			},
			"FinishPage": func() error {
				return errOf(db.FinishPage(ctx, page("a", "https://a.test/", source.PageGone), nil, nil))
			},
			"Document":      func() error { return errOf(db.Document(ctx, "a", "bot", "dochttps://a.test/")) },
			"Blob":          func() error { return errOf(db.Blob(ctx, "a", "bot", "src", "f")) },
			"RaiseIndex":    func() error { return db.RaiseIndex(ctx, "a", "bot") },
			"SessionByID":   func() error { return errOf(db.SessionByID(ctx, "a", "bot", "ses")) },
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
			"Pages":        length(db.Pages(ctx, "a", "bot", "src", source.Some{Limit: 10})),
			"PendingPages": length(db.PendingPages(ctx, "a", "bot", "src", 10)),
			"Documents":    length(db.Documents(ctx, "a", "bot", 10, 0)),
			"Messages":     length(db.Messages(ctx, "a", "bot", "ses")),
			"Gaps":         length(db.Gaps(ctx, "a", "bot", 10, 0)),
			"Transfers":    length(db.Transfers(ctx, "a", "bot", "ans")),
		} {
			if n != 0 {
				t.Errorf("%s shows %d of another workspace", name, n)
			}
		}
		if ok, err := db.Lease(ctx, source.Lease{Workspace: "a", Bot: "bot", Source: "src", Holder: "w", For: time.Hour}); ok || err != nil {
			t.Errorf("leased another workspace's source: %v, %v", ok, err)
		}
		passages, err := db.Passages(ctx, "b", "bot")
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
		must(t, db.CreateBot(ctx, bot.Bot{Workspace: "a", ID: "bot3", PublicID: "p3", Name: "other", CreatedAt: now}, s))
		if err := db.RenameBot(ctx, "a", "bot3", "shop"); !problem.Is(err, problem.Conflict) {
			t.Errorf("a name was given twice: %v", err)
		}
	})
}

// Every command looks whether there is a workspace: it does not wait for who writes.
func TestTheFirstStartIsNoWaitForWriters(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		must(t, db.tx(t.Context(), func(s transaction) error {
			if _, err := s.ExecContext(t.Context(), db.q("INSERT INTO workspace (id, name, created_at) VALUES (?, ?, ?)"), "b", "b", 0); err != nil {
				return err
			}
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
			defer cancel()
			created, err := db.CreateFirst(ctx, workspace.Workspace{ID: "c", CreatedAt: now}, workspace.Key{Workspace: "c", ID: "key", CreatedAt: now})
			if created || err != nil {
				t.Errorf("made %v, %v", created, err)
			}
			return nil
		}))
	})
}
