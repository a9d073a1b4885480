// Package presence is how servers that share a database know of each other: which of them live, and how much each was
// asked. By the same sign a server knows its database again: where that is another or older than what it has written, a
// backup was put back while it ran.
package presence

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
)

const (
	// Every is how often a server says that it lives.
	Every = 2 * time.Second
	// Dead is after how long without a sign a server does not live any more.
	Dead = 10 * time.Second
)

// ErrReplaced says that the file of the database is not the one that was opened.
var ErrReplaced = errors.New("the file of the database was replaced by another while the server ran; start the server again, so that what was erased since then is erased in it, too")

// ErrHalf says that not all of a backup is in the database.
var ErrHalf = errors.New("a backup is being put back, or was put back in part only")

// Store is what this package needs from storage. It belongs to no workspace.
type Store interface {
	// Appear writes that a server lives, with a mark.
	Appear(ctx context.Context, server string, mark int64) error
	// Beat writes that a server lives, with how much it was asked, and gives its mark, which rises by one. Where the mark
	// is not at least the known one, or there is none, it gives problem.NotFound.
	Beat(ctx context.Context, server string, known int64, asked string) (mark int64, err error)
	// Mark is a server's, which never falls; problem.NotFound if there is none.
	Mark(ctx context.Context, server string) (int64, error)
	// Alive gives how much the other servers that live were asked, by their ids, and forgets those that have been dead for
	// a day.
	Alive(ctx context.Context, server string, dead time.Duration) (asked map[string]string, err error)
	// FailAnswersOfDead marks answers that servers were writing who are dead as failed, and counts them.
	FailAnswersOfDead(ctx context.Context, server string, dead time.Duration) (int, error)
	// Whole gives ErrHalf with what is missing while a backup is only half back, and another error where the database cannot
	// be told or is a later version's.
	Whole(ctx context.Context) error
	// Vanish takes a server out.
	Vanish(ctx context.Context, server string) error
}

// Asked is what a server tells the others of how much it was asked.
type Asked interface {
	// Tell gives what was asked here, in a form that names nobody.
	Tell() string
	// Hear takes what the other servers tell, by their ids.
	Hear(told map[string]string)
}

// Presence is one server's. All fields but Asked must be set.
type Presence struct {
	Store Store
	// Catch brings an older database to what is known beside it, before anything of it is shown.
	Catch func(ctx context.Context) error
	Asked Asked
	Now   func() time.Time
	Log   *slog.Logger

	id     string
	mark   atomic.Int64 // the database has at least this one; 0 before Begin
	since  time.Time    // of the last signs all were written since
	others atomic.Bool  // live
	away   atomic.Bool  // the database could not be asked last
	caught atomic.Int64 // how often an older database was brought to what is known
	life   context.Context
	end    context.CancelFunc // ends life

	mu       sync.Mutex // guards what follows
	catching *catching  // what goes on, or went on last
	failed   int        // how often it did in a row
	next     time.Time  // not before then it is tried again
	half     string     // what a backup lacked when that was last said
}

// catching is one attempt to bring an older database to what is known.
type catching struct {
	done chan struct{} // is closed at its end
	err  error
}

// Begin makes the server known under an id that it has until its end.
func (p *Presence) Begin(ctx context.Context) (id string, err error) {
	p.id = token.ID("srv")
	if err := p.Store.Appear(ctx, p.id, 1); err != nil {
		return "", fmt.Errorf("saying that this server lives: %w", err)
	}
	p.since = p.Now()
	p.life, p.end = context.WithCancel(context.WithoutCancel(ctx))
	p.mark.Store(1)
	return p.id, nil
}

// End takes the server out. What is being brought to what is known stops before: the next start begins with it.
func (p *Presence) End(ctx context.Context) error {
	if p.mark.Swap(0) == 0 {
		return nil
	}
	p.end()
	p.mu.Lock()
	c := p.catching
	p.mu.Unlock()
	if c != nil {
		select {
		case <-c.done:
		case <-ctx.Done():
		}
	}
	return p.Store.Vanish(ctx, p.id)
}

// Beat says that the server lives, hears of the others and closes the answers of those that are dead. Call it Every so
// often.
func (p *Presence) Beat(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, Dead)
	defer cancel()
	if err := p.sign(ctx); problem.Is(err, problem.NotFound) {
		p.since = p.Now()
		_ = p.catchUp(ctx) // it is logged
		return nil
	} else if err != nil {
		p.since = time.Time{}
		return err
	}
	if p.since.IsZero() {
		p.since = p.Now()
	}
	others, err := p.Store.Alive(ctx, p.id, Dead)
	if err != nil {
		return fmt.Errorf("looking which servers live: %w", err)
	}
	p.others.Store(len(others) > 0)
	if p.Asked != nil {
		p.Asked.Hear(others)
	}
	if p.Now().Sub(p.since) < Dead { // the database may have been away for the others, too
		return nil
	}
	n, err := p.Store.FailAnswersOfDead(ctx, p.id, Dead)
	if err != nil {
		return fmt.Errorf("closing answers of servers that are dead: %w", err)
	}
	if n > 0 {
		p.Log.Info("answers of a server that is dead marked incomplete", "count", n)
	}
	return nil
}

// Raise makes a backup of before now an older one at once, for what must not come back with it. A database that is older
// already is left to the next Confirm.
func (p *Presence) Raise(ctx context.Context) error {
	if p.mark.Load() == 0 {
		return nil
	}
	if err := p.sign(ctx); !problem.Is(err, problem.NotFound) {
		return err
	}
	return nil
}

func (p *Presence) sign(ctx context.Context) error {
	told := ""
	if p.Asked != nil && p.others.Load() {
		told = p.Asked.Tell()
	}
	mark, err := p.Store.Beat(ctx, p.id, p.mark.Load(), told)
	if err != nil {
		return fmt.Errorf("saying that this server lives: %w", err)
	}
	p.knows(mark)
	return nil
}

// knows notes a mark that the database had. Of two signs at once the later may be noted first.
func (p *Presence) knows(mark int64) {
	for known := p.mark.Load(); known != 0 && known < mark && !p.mark.CompareAndSwap(known, mark); known = p.mark.Load() {
	}
}

// confirmTime bounds the look before a request is served. While a backup is being put back the database may keep
// everybody waiting, and would answer from that as soon as it is there.
const confirmTime = 10 * time.Second

// Confirm looks whether the database is the one that the server knows, before something of it is served. An error says
// that nothing may be. One that cannot be asked, or does not answer in time, may be another a moment later, and who asks is
// told that it is worth trying again.
func (p *Presence) Confirm(ctx context.Context) error {
	same, err := p.same(ctx)
	switch {
	case errors.Is(err, ErrReplaced):
		return unfit(err)
	case err != nil && errors.Is(ctx.Err(), context.Canceled): // the asker has gone, which says nothing of the database
		return err
	case err != nil:
		if !p.away.Swap(true) {
			p.Log.Error("the database cannot be asked; nothing of it is served", "error", err)
		}
		return silent(err)
	}
	if p.away.Load() && p.away.Swap(false) {
		p.Log.Info("the database can be asked again")
	}
	if same {
		return nil
	}
	return p.catchUp(ctx)
}

// Watch begins after Confirm, and tells before the first of an answer leaves whether what it was made from may have been an older
// database: a backup may have come back while the answer was made or waited for a table.
func (p *Presence) Watch() (still func(ctx context.Context) error) {
	before := p.caught.Load()
	return func(ctx context.Context) error {
		same, err := p.same(ctx)
		switch {
		case errors.Is(err, ErrReplaced):
			return unfit(err)
		case err != nil:
			return silent(err)
		case !same || p.caught.Load() != before:
			return unfit(errors.New("a backup was put back while an answer was made"))
		}
		return nil
	}
}

func (p *Presence) same(ctx context.Context) (bool, error) {
	known := p.mark.Load()
	if known == 0 {
		return true, nil
	}
	ctx, cancel := context.WithTimeout(ctx, confirmTime)
	defer cancel()
	mark, err := p.Store.Mark(ctx, p.id)
	if problem.Is(err, problem.NotFound) {
		return false, nil
	}
	return mark >= known, err
}

// After a failure it takes pause until an older database is tried again, twice as long each time and longest at most: one
// attempt may read all of a journal.
const (
	pause   = time.Second
	longest = 30 * time.Second
)

// catchUp brings an older database to what is known, once for all who wait for that. Who has waited for long, or comes
// soon after it failed, gets its error.
func (p *Presence) catchUp(ctx context.Context) error {
	c := p.attempt()
	ctx, cancel := context.WithTimeout(ctx, confirmTime)
	defer cancel()
	select {
	case <-c.done:
		return c.err
	case <-ctx.Done():
		return unfit(errors.New("what was erased and wished is still being done again"))
	}
}

// attempt is the one that goes on or has failed a moment ago, or else a new one, which goes on without who began it until
// the server ends.
func (p *Presence) attempt() *catching {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c := p.catching; c != nil {
		select {
		case <-c.done:
			if c.err != nil && p.Now().Before(p.next) && p.next.Sub(p.Now()) <= longest { // the clock may leap
				return c
			}
		default:
			return c
		}
	}
	c := &catching{done: make(chan struct{})}
	p.catching = c
	go func() {
		err := problem.Guarded(p.Log, "panic while a database that was put back is made fit", func() error { return p.catch(p.life) })
		if err != nil {
			c.err = unfit(err)
		}
		p.mu.Lock()
		defer p.mu.Unlock()
		p.weigh(c.err)
		close(c.done)
	}()
	return c
}

// weigh says how the last attempt ended, and when the next may follow: on what somebody else is about to put back soon.
func (p *Presence) weigh(err error) {
	wait := pause
	switch {
	case err == nil:
		p.failed, p.half = 0, ""
	case p.life.Err() != nil: // the server ends
	case errors.Is(err, ErrHalf):
		p.failed = 0
		if said := err.Error(); said != p.half {
			p.Log.Error("a backup of the database is only half back. Nothing is served before it is whole", "error", err)
			p.half = said
		}
	default:
		wait = min(pause<<min(p.failed, 10), longest)
		p.failed++
		p.Log.Error("the database that was put back cannot be served", "error", err, "next attempt after", wait.String())
	}
	p.next = p.Now().Add(wait)
}

func (p *Presence) catch(ctx context.Context) error {
	if same, err := p.same(ctx); err != nil || same {
		return err
	}
	if err := p.Store.Whole(ctx); err != nil {
		return err
	}
	p.Log.Warn("the database is older than this server knows it: a backup was put back while the server ran. Nothing is served before what was erased and wished since then holds in it, too")
	if err := p.Catch(ctx); err != nil {
		return err
	}
	next := p.mark.Load() + 1
	p.caught.Add(1) // before the database has a mark by which it is known
	if err := p.Store.Appear(ctx, p.id, next); err != nil {
		return fmt.Errorf("saying that this server lives: %w", err)
	}
	p.knows(next)
	return nil
}

// silent is what is answered while the database keeps everybody waiting.
func silent(err error) error {
	e := problem.Wrap(err, problem.Unavailable, "database_silent", "The database does not answer. Please try again shortly.")
	e.Wait = 10
	return e
}

// unfit is what is answered until the database is fit to be served.
func unfit(err error) error {
	e := problem.Wrap(err, problem.Unavailable, "database_put_back", "A backup of the database was put back. Please try again shortly.")
	e.Wait = 10
	return e
}
