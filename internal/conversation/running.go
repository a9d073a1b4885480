package conversation

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/webchatagent/wca/internal/llm"
)

// Running knows the answers that this process is writing, so that a visitor can stop one and a
// repeated question can wait for it. The zero value is ready.
type Running struct {
	mu      sync.Mutex
	answers map[string]*run
	late    map[string]Message // over, and not stored yet: the database was away
}

type run struct {
	answer  Message
	wishes  Wishes // when it began
	cancel  context.CancelFunc
	done    chan struct{}
	stopped bool
	cut     bool // the server stops
}

// add registers an answer; the returned function unregisters it.
func (r *Running) add(answer *Message, wishes Wishes, cancel context.CancelFunc) func() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.answers == nil {
		r.answers = map[string]*run{}
	}
	one := &run{answer: *answer, wishes: wishes, cancel: cancel, done: make(chan struct{})}
	r.answers[answer.ID] = one
	return func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.answers[answer.ID] == one { // else it is tried again already
			delete(r.answers, answer.ID)
		}
		close(one.done)
	}
}

// Stop ends the session's answer, keeping what was written. It reports whether it was running here.
func (r *Running) Stop(session, answer string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	one := r.answers[answer]
	if one == nil || one.answer.Session != session {
		return false
	}
	one.stopped = true
	one.cancel()
	return true
}

// End ends all answers of a workspace, of one of its bots or of one session, "" standing for all, and
// waits until they are no longer being written or ctx ends.
func (r *Running) End(ctx context.Context, workspace, bot, session string) {
	var ended []*run
	r.mu.Lock()
	for _, one := range r.answers {
		if m := one.answer; m.Workspace == workspace && (bot == "" || bot == m.Bot) && (session == "" || session == m.Session) {
			one.stopped = true
			one.cancel()
			ended = append(ended, one)
		}
	}
	r.mu.Unlock()
	for _, one := range ended {
		select {
		case <-one.done:
		case <-ctx.Done():
			return
		}
	}
}

// Cut breaks off all answers, as the server stops, and waits until what was written of them is stored or ctx ends. Their
// visitors are told to ask again. It says how many there were.
func (r *Running) Cut(ctx context.Context) int {
	all := r.all()
	r.mu.Lock()
	for _, one := range all {
		one.cut = true
		one.cancel()
	}
	r.mu.Unlock()
	r.Wait(ctx)
	return len(all)
}

// all are the answers being written.
func (r *Running) all() []*run {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Collect(maps.Values(r.answers))
}

// EndUnwanted ends the answers being written here that are no longer wanted: the visitor objected,
// pressed stop or ended the chat at another server that shares the database, or a command erased it.
// Call it every second.
func (d *Desk) EndUnwanted(ctx context.Context) error {
	running := d.Running.all() // before looking: those that begin meanwhile are not missed
	if len(running) == 0 {
		return nil
	}
	streaming, err := d.Store.Streaming(ctx)
	if err != nil {
		return fmt.Errorf("looking whether answers are still wanted: %w", err)
	}
	for _, one := range running {
		now, wanted := streaming[one.answer.ID]
		if !wanted || now.forbidModels() && !one.wishes.forbidModels() {
			d.Running.Stop(one.answer.Session, one.answer.ID)
		}
	}
	return nil
}

// Wait returns when no answer is being written any more or ctx ends.
func (r *Running) Wait(ctx context.Context) {
	for {
		r.mu.Lock()
		var next *run
		for _, one := range r.answers {
			next = one
			break
		}
		r.mu.Unlock()
		if next == nil {
			return
		}
		select {
		case <-next.done:
		case <-ctx.Done():
			return
		}
	}
}

func (r *Running) wait(ctx context.Context, answer string) {
	r.mu.Lock()
	one := r.answers[answer]
	r.mu.Unlock()
	if one == nil {
		return
	}
	select {
	case <-one.done:
	case <-ctx.Done():
	}
}

// cutShort is why an answer failed that was broken off as the server stops, else the reason given.
func (r *Running) cutShort(answer string, failure error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if one := r.answers[answer]; one != nil && one.cut {
		return &llm.Error{Kind: llm.Cut, Message: "the server was stopped while the answer was written", Err: failure}
	}
	return failure
}

func (r *Running) stopped(answer string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	one := r.answers[answer]
	return one != nil && one.stopped
}
