package conversation

import (
	"context"
	"runtime"
	"slices"
	"sync"
)

// turns lets only a few answers be prepared at once, first come, first served. Where many visitors
// ask in the same moment, all would otherwise be ready at the end only; so half of them are in half
// the time, and the last no later. Whoever waits for another server or for the bot's index ends the
// turn meanwhile, and is next when that is there. The zero value is ready.
type turns struct {
	mu      sync.Mutex
	taken   int
	waiting []chan struct{} // for their first turn
	back    []chan struct{} // for going on
}

// turn is one answer's.
type turn struct {
	all  *turns
	held bool
}

// take waits for a turn.
func (t *turns) take(ctx context.Context) (*turn, error) {
	one := &turn{all: t}
	return one, one.wait(ctx, &t.waiting)
}

// goOn waits for the turn to go on, after pause.
func (o *turn) goOn(ctx context.Context) error { return o.wait(ctx, &o.all.back) }

func (o *turn) wait(ctx context.Context, queue *[]chan struct{}) error {
	t := o.all
	t.mu.Lock()
	if t.taken < 2*runtime.GOMAXPROCS(0) {
		t.taken++
		o.held = true
		t.mu.Unlock()
		return nil
	}
	called := make(chan struct{})
	*queue = append(*queue, called)
	t.mu.Unlock()
	select {
	case <-called:
		o.held = true
		return nil
	case <-ctx.Done():
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if i := slices.Index(*queue, called); i >= 0 {
		*queue = slices.Delete(*queue, i, i+1)
	} else { // called just now
		t.next()
	}
	return context.Cause(ctx)
}

// pause ends the turn; again, it does nothing.
func (o *turn) pause() {
	if !o.held {
		return
	}
	o.held = false
	o.all.mu.Lock()
	defer o.all.mu.Unlock()
	o.all.next()
}

// next gives an ended turn to who waits; the lock is held.
func (t *turns) next() {
	for _, queue := range []*[]chan struct{}{&t.back, &t.waiting} {
		if len(*queue) > 0 {
			close((*queue)[0])
			*queue = (*queue)[1:]
			return
		}
	}
	t.taken--
}
