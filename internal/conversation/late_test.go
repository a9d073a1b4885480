package conversation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/problem"
)

// refusing is a store that stores no answer.
type refusing struct {
	Store
	asked int
}

func (r *refusing) FinishAnswer(context.Context, *Message) error {
	r.asked++
	return errors.New("connection refused")
}

func TestAnswersThatWaitForTheDatabaseHaveBounds(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	store := &refusing{}
	d := &Desk{Store: store, Running: &Running{}, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)}
	for n := range maxLate + 50 {
		d.Running.keep(&Message{ID: fmt.Sprint(n), At: now})
	}
	if n := len(d.Running.kept()); n != maxLate {
		t.Errorf("%d answers wait", n)
	}
	d.FinishLate(t.Context())
	if store.asked != 1 || len(d.Running.kept()) != maxLate {
		t.Errorf("a database that is away is asked %d times, %d answers wait", store.asked, len(d.Running.kept()))
	}
	now = now.Add(HeldFor)
	d.FinishLate(t.Context())
	if n := len(d.Running.kept()); n != 0 {
		t.Errorf("after an hour %d answers wait", n)
	}
}

// superseded is a store in which every answer was begun anew meanwhile.
type superseded struct{ Store }

func (superseded) FinishAnswer(context.Context, *Message) error {
	return problem.New(problem.Conflict, "answer_superseded", "anew")
}

func TestALateAnswerWhoseQuestionWasAskedAgainIsDropped(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	d := &Desk{Store: superseded{}, Running: &Running{}, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)}
	d.Running.keep(&Message{ID: "a", At: now})
	d.FinishLate(t.Context())
	if n := len(d.Running.kept()); n != 0 {
		t.Errorf("%d answers wait", n)
	}
}
