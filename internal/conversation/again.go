package conversation

import (
	"context"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/problem"
)

// MaxTries is how often one question is tried, the first time included: each may cost a model's answer.
const MaxTries = 5

// replay answers a question that was sent before: with the stored answer, or, while that is
// still being written, with what it is in the end. Where its server turns out to be dead it begins the answer
// anew and reports true: who has waited for that need not ask once more.
func (d *Desk) replay(ctx context.Context, x *exchange, turn *turn) (anew bool, err error) {
	for x.answer.State == Streaming {
		if err := d.await(ctx, &x.answer); err != nil {
			x.answer = Message{}
			return false, err
		}
		if !x.answer.cutOff() {
			break
		}
		if anew, err := d.beginAnew(ctx, x, turn); anew || err != nil {
			return anew, err
		}
	}
	if x.answer.State == Streaming || x.answer.State == Failed {
		again := problem.New(problem.Unavailable, "answer_incomplete", "This answer was not completed.")
		if x.answer.Trace.Tries >= MaxTries {
			again = problem.New(problem.Limited, "answer_failed_often", "This answer was tried %d times.", MaxTries)
		}
		x.out.send(failed(&x.answer, again))
		return false, nil
	}
	x.out.send(Event{Kind: Finished, Answer: x.answer.ID, Message: &x.answer})
	return false, nil
}

// cutOff reports whether an answer failed because its server was killed, else it would say why, and may be tried again.
func (m *Message) cutOff() bool {
	return m.State == Failed && m.Trace.Failure == "" && m.Trace.Tries < MaxTries
}

// beginAnew begins an answer that was cut off, if nobody else has done so meanwhile.
func (d *Desk) beginAnew(ctx context.Context, x *exchange, turn *turn) (anew bool, err error) {
	if err := turn.goOn(ctx); err != nil {
		return false, err
	}
	defer turn.pause()
	return d.begin(ctx, x)
}

// lookAgain is how often the database is asked for an answer that another server writes.
const lookAgain = 500 * time.Millisecond

// await waits until an answer is no longer being written, here or by another server that shares the
// database, and reads it. It is still Streaming where it came out here and can't be stored, or where
// nobody writes it any more.
func (d *Desk) await(ctx context.Context, answer *Message) error {
	d.Running.wait(ctx, answer.ID)
	d.FinishLate(ctx)
	for {
		stored, err := d.Store.Message(ctx, answer.Workspace, answer.Bot, answer.Session, answer.ID)
		if err != nil {
			return fmt.Errorf("reading the answer again: %w", err)
		}
		*answer = stored
		if answer.State != Streaming || d.Running.keeps(answer.ID) || d.Now().Sub(answer.At) > Abandoned {
			return nil
		}
		select {
		case <-time.After(lookAgain):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}
