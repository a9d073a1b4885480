package store

import (
	"context"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/presence"
	"github.com/webchatagent/wca/internal/problem"
)

// A server that has written a mark knows by it whether the database is an older one; what others tell is heard as long
// as they live.
func TestServersSayThatTheyLive(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		alive := func() int {
			t.Helper()
			told, err := db.Alive(ctx, "one", presence.Dead)
			must(t, err)
			return len(told)
		}
		must(t, db.Appear(ctx, "one", 1))
		for want := int64(2); want < 4; want++ {
			mark, err := db.Beat(ctx, "one", want-1, "")
			if must(t, err); mark != want {
				t.Errorf("the mark is %d instead of %d", mark, want)
			}
		}
		if _, err := db.Beat(ctx, "one", 4, ""); !problem.Is(err, problem.NotFound) {
			t.Errorf("an older database: %v", err)
		}
		if mark, err := db.Mark(ctx, "one"); err != nil || mark != 3 {
			t.Errorf("the mark is %d, %v", mark, err)
		}
		if alive() != 0 {
			t.Error("a server hears itself")
		}
		must(t, db.Appear(ctx, "two", 1))
		must(t, errOf(db.Beat(ctx, "two", 1, "five")))
		if told, err := db.Alive(ctx, "one", presence.Dead); err != nil || len(told) != 1 || told["two"] != "five" {
			t.Errorf("heard %q, %v", told, err)
		}
		must(t, errOf(db.write.Exec("UPDATE server SET seen_at = seen_at - 11000000 WHERE id = 'two'")))
		if alive() != 0 {
			t.Error("a server that is dead is heard")
		}
		must(t, errOf(db.write.Exec("UPDATE server SET seen_at = 0 WHERE id = 'two'")))
		alive()
		if _, err := db.Mark(ctx, "two"); !problem.Is(err, problem.NotFound) {
			t.Errorf("who has been dead for a day is there: %v", err)
		}
		must(t, db.Vanish(ctx, "one"))
		if _, err := db.Mark(ctx, "one"); !problem.Is(err, problem.NotFound) {
			t.Errorf("who has ended is there: %v", err)
		}
	})
}

// Of the answers that are being written those of dead servers are closed, and no others.
func TestAnswersOfADeadServerAreClosed(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		ctx := t.Context()
		must(t, db.Appear(ctx, "lives", 1))
		must(t, db.Appear(ctx, "dies", 1))
		for id, server := range map[string]string{"1": "me", "2": "lives", "3": "dies", "4": "gone", "5": ""} {
			s, q, a := exchange("a", id)
			a.Server = server
			must(t, errOf(db.BeginAnswer(ctx, &s, &q, &a)))
		}
		must(t, errOf(db.write.Exec("UPDATE server SET seen_at = seen_at - 11000000 WHERE id = 'dies'")))
		n, err := db.FailAnswersOfDead(ctx, "me", presence.Dead)
		if must(t, err); n != 2 {
			t.Errorf("%d were closed", n)
		}
		for id, want := range map[string]conversation.MessageState{"1": conversation.Streaming, "2": conversation.Streaming, "3": conversation.Failed, "4": conversation.Failed, "5": conversation.Streaming} {
			if m, err := db.Message(ctx, "a", "bot", "ses"+id, "a"+id); err != nil || m.State != want {
				t.Errorf("answer %s is %s, %v", id, m.State, err)
			}
		}
		_, q, a := exchange("a", "3")
		q.ID, a.ID, a.At, a.Server = "q", "a", now.Add(time.Minute), "me"
		must(t, errOf(db.BeginAnswer(ctx, nil, &q, &a)))
		if n, err := db.FailAnswersOfDead(ctx, "me", presence.Dead); err != nil || n != 0 {
			t.Errorf("who takes it up is not the one who writes it: %d, %v", n, err)
		}
	})
}

// Who closes the answers of dead servers holds none while it waits for another: an erasure may have that and want the first.
func TestClosingAnswersIsInNobodysWay_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		if db.pool == nil { // there is one writer only
			return
		}
		fill(t, db, "a")
		ctx := context.WithoutCancel(t.Context())
		for _, id := range []string{"1", "2"} {
			s, q, a := exchange("a", id)
			a.Server = "gone"
			must(t, errOf(db.BeginAnswer(ctx, &s, &q, &a)))
		}
		held, err := db.write.BeginTx(ctx, nil)
		must(t, err)
		must(t, errOf(held.ExecContext(ctx, "SELECT 1 FROM message WHERE id = 'a2' FOR UPDATE")))
		closed, over := 0, make(chan error, 1)
		go func() {
			var err error
			closed, err = db.FailAnswersOfDead(ctx, "me", presence.Dead)
			over <- err
		}()
		waits(t, db, 1, over)
		must(t, errOf(held.ExecContext(ctx, "SELECT 1 FROM message WHERE id = 'a1' FOR UPDATE")))
		must(t, held.Commit())
		if must(t, <-over); closed != 2 {
			t.Errorf("%d were closed", closed)
		}
	})
}
