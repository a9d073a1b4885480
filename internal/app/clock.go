package app

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// doubt is about a clock by which everything would be over at once: a machine that starts with a wrong clock must not
// cost what people wrote. A server that was off for long looks the same. In both cases nothing is deleted by age until
// the clock says the same for an hour: time servers have put it right by then.
type doubt struct {
	mu    sync.Mutex
	since time.Time // the zero time without a doubt

	deleting sync.Mutex // what is deleted by age goes once at a time
}

const (
	leap = 3 * 24 * time.Hour // retention looks every hour: without a look for longer something happened
	sure = time.Hour
)

// doubtful reports whether the clock is in doubt.
func (d *doubt) doubtful() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return !d.since.IsZero()
}

// weigh says whether the clock is believed, given when retention looked last, and whether the doubt is new.
func (d *doubt) weigh(now, last time.Time) (believed, fresh bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	now = now.Round(0) // else the difference would be that of the machine's uptime, which does not leap
	switch gone := now.Sub(d.since); {
	case last.IsZero() || now.Sub(last) < leap:
		d.since = time.Time{}
		return true, false
	case d.since.IsZero() || gone < 0 || gone > leap: // it has leapt again
		d.since = now
		return false, true
	case gone >= sure:
		d.since = time.Time{}
		return true, false
	}
	return false, false
}

// believe says whether things may be deleted by age, by a clock that has not leapt since retention looked last.
func (a *App) believe(ctx context.Context) (bool, error) {
	now := a.now()
	last, err := a.DB.LastKept(ctx, now)
	if err != nil {
		return false, fmt.Errorf("looking when retention has looked last: %w", err)
	}
	believed, fresh := a.clock.weigh(now, last)
	if fresh {
		a.Log.Warn("retention has not looked for days: either the server was off, or its clock is wrong. Nothing is deleted for its age until the clock says the same for an hour",
			"last looked", last.Format(time.DateOnly), "clock", now.UTC().Format(time.DateOnly))
	}
	return believed, nil
}

// reconsider deletes what waited for the clock as soon as that is believed.
func (a *App) reconsider(ctx context.Context) error {
	if !a.clock.doubtful() {
		return nil
	}
	believed, err := a.believe(ctx)
	if err != nil || !believed {
		return err
	}
	return a.deleteAged(ctx)
}
