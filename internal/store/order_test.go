package store

import (
	"context"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// Two erasures reach what they both change in their own order, and an answer that is finished meanwhile a third: none
// waits for another in a circle, which PostgreSQL would end by letting one of them fail.
func TestErasuresAndAnAnswerDoNotWaitInACircle_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		if db.pool == nil { // there is one writer only
			return
		}
		p := plant(t, db, "a")
		must(t, db.Flush(t.Context()))
		ctx, e := context.WithoutCancel(t.Context()), eraser(t, db)
		q := conversation.Message{Workspace: "a", Bot: "bot", Session: "quotesdocone", ID: "qnew", ClientID: "new", Role: conversation.Visitor, State: conversation.Done, At: now}
		a := conversation.Message{Workspace: "a", Bot: "bot", Session: "quotesdocone", ID: "anew", Role: conversation.Assistant, State: conversation.Streaming, At: now.Add(time.Hour)}
		must(t, errOf(db.BeginAnswer(ctx, nil, &q, &a)))
		done := make(chan error, 3)
		erase := func(kind erasure.Kind, id string) {
			_, err := e.Erase(ctx, "a", kind, id)
			done <- err
		}
		// The bytes that were sent for an answer of this conversation, which cites the document.
		locked(t, db, "SELECT 1 FROM transfer WHERE answer = 'aquotesdoconetrue' FOR UPDATE", func() {
			go erase(erasure.Session, "quotesdocone")
			waits(t, db, 1, done)
			go erase(erasure.Document, "docone")
			waits(t, db, 2, done)
			go func() {
				a.State, a.Text, a.Trace.Documents = conversation.Done, p.string(erasure.Document), []string{"docone"}
				err := db.FinishAnswer(ctx, &a)
				if problem.Is(err, problem.NotFound) { // its conversation is gone
					err = nil
				}
				done <- err
			}()
			time.Sleep(300 * time.Millisecond) // it waits, too: with all connections in use nobody can look
		})
		for range 3 {
			must(t, <-done)
		}
		for _, s := range p.strings[erasure.Document] {
			if n := countRows(t, db, s); n != 0 {
				t.Errorf("what the document said stands there %d times", n)
			}
		}
	})
}

// Who asks again in a conversation that is erased at that moment neither fails nor lets the erasure fail.
func TestAskingAgainWhileTheConversationIsErased_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		if db.pool == nil {
			return
		}
		fill(t, db, "a")
		ctx := context.WithoutCancel(t.Context())
		s, q, a := exchange("a", "1")
		must(t, errOf(db.BeginAnswer(ctx, &s, &q, &a)))
		must(t, errOf(db.FailStreaming(ctx, now.Add(time.Minute))))
		asked, erased := make(chan error, 1), make(chan error, 1)
		locked(t, db, "SELECT 1 FROM session WHERE id = 'ses1' FOR UPDATE", func() {
			go func() {
				_, again, anew := exchange("a", "1")
				anew.At = now.Add(time.Minute)
				_, err := db.BeginAnswer(ctx, nil, &again, &anew)
				asked <- err
			}()
			waits(t, db, 1, asked)
			go func() {
				_, err := eraser(t, db).Erase(ctx, "a", erasure.Session, "ses1")
				erased <- err
			}()
			waits(t, db, 2, erased)
		})
		if err := <-asked; err != nil && !problem.Is(err, problem.NotFound) {
			t.Errorf("asking: %v", err)
		}
		must(t, <-erased)
	})
}

// Two pages say how people are reached, and an answer says so without citing either. Both are erased at once, from a bot
// with so many answers that they are looked through in parts: the answer goes, too, though each erasure may have looked
// at it while the other's page was still there.
func TestErasingPagesWithTheSameContactDataAtOnce_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := context.WithoutCancel(t.Context())
		for _, address := range []string{"one", "two"} {
			must(t, errOf(db.AddPages(ctx, []source.Page{{Workspace: "a", Bot: "bot", Source: "src", Address: address}})))
			p := source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: address, State: source.PageDone, At: now}
			must(t, errOf(db.FinishPage(ctx, p, document("a", address), []passage.Passage{{Text: "Kanariennummer " + address}})))
		}
		years(t, db, "a", manyRows+10, "said")
		must(t, errOf(db.write.ExecContext(ctx, db.q("UPDATE message SET text = ?, trace = ? WHERE workspace = 'a' AND id = 'a0_0'"), "Kanariennummer", `{"provider":"quote","contact":["docone","doctwo"]}`)))
		later, q, a := exchange("a", "later") // conversations of before it are not looked at once more
		later.LastAt = now.Add(24 * time.Hour)
		q.At, a.At = later.LastAt, later.LastAt
		must(t, errOf(db.BeginAnswer(ctx, &later, &q, &a)))
		e, done := eraser(t, db), make(chan error, 2)
		erase := func(id string) {
			_, err := e.Erase(ctx, "a", erasure.Document, id)
			done <- err
		}
		if db.pool == nil {
			go erase("docone")
			go erase("doctwo")
		} else {
			locked(t, db, "SELECT 1 FROM passage WHERE document = 'docone' FOR UPDATE", func() {
				go erase("docone")
				waits(t, db, 1, done) // it has looked at the answers
				go erase("doctwo")
				waits(t, db, 2, done)
			})
		}
		for range 2 {
			must(t, <-done)
		}
		if n := countRows(t, db, "Kanariennummer"); n != 0 {
			t.Errorf("the answer says so %d times", n)
		}
	})
}

// A document that was erased is not stored by a reading that had looked before, not even if its page is known again.
func TestAPageErasedBetweenLookingAndStoring_C2_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := context.WithoutCancel(t.Context())
		p := source.Page{Workspace: "a", Bot: "bot", Source: "src", Address: "https://a.test/", State: source.PageDone, At: now, Unerased: now}
		doc, passages := document("a", p.Address), []passage.Passage{{Text: "Kanarienlager"}}
		must(t, errOf(db.FinishPage(ctx, p, doc, passages)))
		stored := make(chan error, 1)
		store := func() {
			_, err := db.AddPages(ctx, []source.Page{p})
			if err == nil {
				_, err = db.FinishPage(ctx, p, doc, passages)
			}
			stored <- err
		}
		erased := make(chan error, 1)
		if db.pool == nil {
			erase(t, db, "a", erasure.Document, doc.ID)
			store()
			erased <- nil
		} else {
			locked(t, db, "SELECT 1 FROM document FOR UPDATE", func() {
				go func() {
					_, err := eraser(t, db).Erase(ctx, "a", erasure.Document, doc.ID)
					erased <- err
				}()
				waits(t, db, 1, erased)
				go store()
				waits(t, db, 2, stored)
			})
		}
		must(t, <-erased)
		if err := <-stored; !problem.Is(err, problem.Gone) {
			t.Errorf("storing: %v", err)
		}
		if n := countRows(t, db, "Kanarienlager"); n != 0 {
			t.Errorf("what it said stands there %d times", n)
		}
		p.Unerased = time.Time{} // given by itself it is a wish to have it back
		if _, err := db.FinishPage(ctx, p, doc, passages); err != nil {
			t.Error(err)
		}
	})
}
