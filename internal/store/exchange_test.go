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

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
)

// exchange is a session that opens with a question and the answer to it.
func exchange(ws, id string) (conversation.Session, conversation.Message, conversation.Message) {
	s := conversation.Session{Workspace: ws, Bot: "bot", ID: "ses" + id, Hash: []byte("secret of " + id), CreatedAt: now, LastAt: now}
	q := conversation.Message{Workspace: ws, Bot: "bot", Session: s.ID, ID: "q" + id, ClientID: "c", Role: conversation.Visitor, State: conversation.Done, Text: "Was kostet das?", At: now}
	a := conversation.Message{Workspace: ws, Bot: "bot", Session: s.ID, ID: "a" + id, Role: conversation.Assistant, State: conversation.Streaming, At: now}
	return s, q, a
}

func TestASessionIsStoredWithItsFirstQuestion(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		s, q, a := exchange("a", "1")
		fresh, err := db.BeginAnswer(ctx, &s, &q, &a)
		must(t, err)
		if !fresh || a.ReplyTo != q.ID {
			t.Errorf("fresh %v, the answer replies to %q", fresh, a.ReplyTo)
		}
		if _, err := db.SessionByHash(ctx, "a", "bot", s.Hash); err != nil {
			t.Error(err)
		}
		second := q
		second.ID, second.ClientID = "q2", "c2"
		secondAnswer := a
		secondAnswer.ID = "a2"
		_, err = db.BeginAnswer(ctx, nil, &second, &secondAnswer)
		must(t, err)
		messages, err := db.Messages(ctx, "a", "bot", s.ID)
		must(t, err)
		var order string
		for _, m := range messages {
			order += m.ID + " "
		}
		if order != "q1 a1 q2 a2 " {
			t.Errorf("messages in the order %s", order)
		}
		s.ID, s.Hash = "another", []byte("another")
		if _, err = db.BeginAnswer(ctx, &s, &q, &a); err == nil { // its messages are there already
			t.Fatal("the same messages were stored twice")
		}
		if _, err := db.SessionByHash(ctx, "a", "bot", s.Hash); !problem.Is(err, problem.NotFound) {
			t.Errorf("a session without its first question: %v", err)
		}
	})
}

func TestAnswersBeingWrittenAreListedWithWishes(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		for _, id := range []string{"1", "2"} {
			s, q, a := exchange("a", id)
			_, err := db.BeginAnswer(ctx, &s, &q, &a)
			must(t, err)
		}
		yes := true
		must(t, db.Wish(ctx, conversation.Wished{Workspace: "a", Bot: "bot", Session: "ses1", At: now, Wish: conversation.Wish{NoModel: &yes}}))
		streaming, err := db.Streaming(ctx)
		must(t, err)
		if len(streaming) != 2 || !streaming["a1"].NoModel || streaming["a2"].NoModel {
			t.Errorf("being written: %v", streaming)
		}
		_, _, a := exchange("a", "2")
		a.State = conversation.Done
		must(t, db.FinishAnswer(ctx, &a))
		streaming, err = db.Streaming(ctx)
		must(t, err)
		if _, there := streaming["a2"]; there || len(streaming) != 1 {
			t.Errorf("being written: %v", streaming)
		}
	})
}

func TestATransactionThatDoesNotEndIsRolledBack(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		change := func(ctx context.Context, then func() error) (err error) {
			defer func() {
				if v := recover(); v != nil {
					err = fmt.Errorf("panic: %v", v)
				}
			}()
			return db.tx(ctx, func(tx transaction) error {
				if _, err := tx.ExecContext(ctx, db.q("UPDATE bot SET name = 'changed' WHERE workspace = ?"), "a"); err != nil {
					return err
				}
				return then()
			})
		}
		ended, end := context.WithCancel(t.Context())
		for name, err := range map[string]error{
			"an error":      change(t.Context(), func() error { return errors.New("no") }),
			"a context end": change(ended, func() error { end(); return nil }),
		} {
			if err == nil {
				t.Errorf("%s: no error", name)
			}
		}
		if db.pool == nil { // database/sql leaves a panicking transaction to its context
			if err := change(t.Context(), func() error { panic("no") }); err == nil {
				t.Error("no panic")
			}
		}
		b, err := db.Bot(t.Context(), "a", "bot")
		must(t, err)
		if b.Name == "changed" {
			t.Error("half a transaction was kept")
		}
		must(t, db.RenameBot(t.Context(), "a", "bot", "later")) // the connection is free again
	})
}

// sent writes that a question goes to a model.
func (db *DB) sent(ctx context.Context, a *conversation.Message) error {
	ctx, err := db.Noting(ctx, a)
	if err != nil {
		return err
	}
	return db.Record(ctx, egress.Transfer{ID: "tr" + a.Trace.Model, Time: now, Purpose: egress.Model, Attribution: egress.Attribution{Workspace: a.Workspace, Bot: a.Bot, Answer: a.ID}})
}

// Of an answer that nothing left for it is not written that a model was asked, and nothing leaves for one that is over.
func TestWhoIsAskedIsWrittenWithWhatLeaves_D4(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		s, q, a := exchange("a", "1")
		_, err := db.BeginAnswer(ctx, &s, &q, &a)
		must(t, err)
		stored := func() string {
			m, err := db.Message(ctx, "a", "bot", s.ID, a.ID)
			must(t, err)
			return m.Trace.Model
		}
		of := func() int {
			all, err := db.Transfers(ctx, "a", "bot", a.ID)
			must(t, err)
			return len(all)
		}
		a.Trace.Model = "first"
		_, err = db.Noting(ctx, &a)
		must(t, err)
		if stored() != "" || of() != 0 {
			t.Errorf("before anything left: model %q, %d entries", stored(), of())
		}
		must(t, db.sent(ctx, &a))
		if stored() != "first" || of() != 1 {
			t.Errorf("when it has left: model %q, %d entries", stored(), of())
		}
		over := a
		over.At, over.Trace.Model = now.Add(-time.Minute), "over"
		if err := db.sent(ctx, &over); !problem.Is(err, problem.Conflict) || stored() != "first" || of() != 1 {
			t.Errorf("of a try that is over: %v, model %q, %d entries", err, stored(), of())
		}
	})
}

// BenchmarkExchange is what an answer by a model costs the database, SQLite.
func BenchmarkExchange(b *testing.B) {
	db := open(b, "sqlite:"+filepath.Join(b.TempDir(), "wca.db"))
	ctx := b.Context()
	fill(b, db, "a")
	body := make([]byte, 5000)
	var citations []conversation.Citation
	for n := range 6 {
		citations = append(citations, conversation.Citation{N: n + 1, Document: "https://a.test/", Title: "t", URL: "https://a.test/", Passage: string(make([]byte, 500))})
	}
	b.ReportAllocs()
	for b.Loop() {
		n := time.Now().UnixNano()
		s, q, a := exchange("a", fmt.Sprintf("%x", uint64(n)*0x9E3779B97F4A7C15))
		if _, err := db.BeginAnswer(ctx, &s, &q, &a); err != nil {
			b.Fatal(err)
		}
		t := egress.Transfer{ID: "tr" + a.ID, Time: now, Purpose: egress.Model, Attribution: egress.Attribution{Workspace: "a", Bot: "bot", Answer: a.ID}, Method: "POST", Path: "/", Body: body, BytesOut: 5000}
		noting, err := db.Noting(ctx, &a)
		if err != nil {
			b.Fatal(err)
		}
		if err := db.Record(noting, t); err != nil {
			b.Fatal(err)
		}
		a.State, a.Text, a.Citations = conversation.Done, "Das kostet 5 Euro.", citations
		if err := db.FinishAnswer(ctx, &a); err != nil {
			b.Fatal(err)
		}
		t.Returned, t.Status = body[:3000], 200
		if err := db.Complete(ctx, t); err != nil {
			b.Fatal(err)
		}
	}
}

// A server that was without its database may bring an answer after the visitor has asked again: it does not take
// the place of the newer try, nor does anything come back into a conversation that was anonymised.
func TestALateAnswerCountsForItsOwnTryOnly(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		s, q, a := exchange("a", "1")
		_, err := db.BeginAnswer(ctx, &s, &q, &a)
		must(t, err)
		late := a
		late.State, late.Text, late.Trace.Model = conversation.Done, "of the first try", "first"
		must(t, errOf(db.FailStreaming(ctx, now.Add(time.Minute))))

		again, anew := q, a
		again.ID, anew.ID, anew.At = "q2", "a2", now.Add(time.Minute)
		fresh, err := db.BeginAnswer(ctx, nil, &again, &anew)
		if must(t, err); !fresh || anew.ID != a.ID {
			t.Fatalf("the question was not taken up: %v %+v", fresh, anew)
		}
		for name, write := range map[string]func(context.Context, *conversation.Message) error{"answer": db.FinishAnswer, "trace": db.sent} {
			if err := write(ctx, &late); !problem.Is(err, problem.Conflict) {
				t.Errorf("the %s of the first try: %v", name, err)
			}
		}
		anew.State, anew.Text = conversation.Done, "of the second try"
		must(t, db.sent(ctx, &anew))
		must(t, db.FinishAnswer(ctx, &anew))
		if err := db.FinishAnswer(ctx, &late); !problem.Is(err, problem.Conflict) {
			t.Errorf("after the second try: %v", err)
		}
		if m, err := db.Message(ctx, "a", "bot", s.ID, a.ID); err != nil || m.Text != "of the second try" || m.Trace.Model != "" {
			t.Errorf("stored is %+v, %v", m, err)
		}
		must(t, errOf(db.ExpireSessions(ctx, retention.Run{Workspace: "a", Bot: "bot", ID: "run"}, now.Add(time.Hour), true, 10)))
		if err := db.FinishAnswer(ctx, &anew); !problem.Is(err, problem.Conflict) {
			t.Errorf("after anonymising: %v", err)
		}
		unknown := anew
		unknown.ID = "unknown"
		if err := db.FinishAnswer(ctx, &unknown); !problem.Is(err, problem.NotFound) {
			t.Errorf("of no message: %v", err)
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
