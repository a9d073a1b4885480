package conversation

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/problem"
)

// maxLate bounds the memory of answers that wait for the database; others end as those of a killed
// process do.
const maxLate = 1_000

// keep remembers an answer that is over and could not be stored.
func (r *Running) keep(answer *Message) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.late == nil {
		r.late = map[string]Message{}
	}
	if len(r.late) < maxLate {
		r.late[answer.ID] = *answer
	}
}

func (r *Running) kept() []Message {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Collect(maps.Values(r.late))
}

// keeps reports whether an answer is over here and could not be stored.
func (r *Running) keeps(answer string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, kept := r.late[answer]
	return kept
}

func (r *Running) drop(answer string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.late, answer)
}

// FinishLate stores the answers that came out here while the database was away: else they would look as
// if they were still being written, and who sends the question again would be told so. Call it every
// second.
func (d *Desk) FinishLate(ctx context.Context) {
	for _, answer := range d.Running.kept() {
		if d.Now().Sub(answer.At) < HeldFor {
			err := problem.Guarded(d.Log, "panic while an answer was stored late", func() error { return d.storeLate(ctx, &answer) }, "answer", answer.ID)
			var broken *problem.Panic
			if err != nil && !errors.As(err, &broken) { // else it would break down each second
				d.Log.Debug("an answer waits for the database", "answer", answer.ID, "error", err)
				return // an error was logged when it came out; the order is another one each time
			}
		}
		d.Running.drop(answer.ID)
	}
}

func (d *Desk) storeLate(ctx context.Context, answer *Message) error {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	err := d.Store.FinishAnswer(ctx, answer)
	switch {
	case problem.Is(err, problem.NotFound): // the chat was erased meanwhile
		err = d.Store.ForgetAnswer(ctx, answer.Workspace, answer.Bot, answer.ID)
	case problem.Is(err, problem.Conflict): // the visitor has asked again, perhaps another server: that try counts
		return nil
	}
	if err != nil {
		return fmt.Errorf("storing an answer late: %w", err)
	}
	return nil
}
