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
// still being written, with what it is in the end.
func (d *Desk) replay(ctx context.Context, x *exchange) error {
	if x.answer.State == Streaming {
		if err := d.await(ctx, &x.answer); err != nil {
			x.answer = Message{}
			return err
		}
	}
	if x.answer.State == Streaming || x.answer.State == Failed {
		again := problem.New(problem.Unavailable, "answer_incomplete", "This answer was not completed.")
		if x.answer.Trace.Tries >= MaxTries {
			again = problem.New(problem.Limited, "answer_failed_often", "This answer was tried %d times.", MaxTries)
		}
		x.out.send(failed(&x.answer, again))
		return nil
	}
	x.out.send(Event{Kind: Finished, Answer: x.answer.ID, Message: &x.answer})
	return nil
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
