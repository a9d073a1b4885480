package crawl

import (
	"context"
	"sync"
)

// turns remembers which pages of this crawl lead to which, so that those that lead in a circle can
// be told.
type turns struct {
	mu   sync.Mutex
	from map[string]turn
}

type turn struct {
	page    Page
	outcome Outcome // its Detail is where the page leads
}

func newTurns() *turns { return &turns{from: map[string]turn{}} }

// longest is how many pages of a circle are followed.
const longest = 20

// circle returns the pages by which this one comes back to itself, itself included.
func (t *turns) circle(address string) []turn {
	var passed []turn
	for at := address; len(passed) < longest; {
		next, ok := t.from[at]
		if !ok {
			return nil
		}
		passed = append(passed, next)
		if at = next.outcome.Detail; at == address {
			return passed
		}
	}
	return nil
}

// lead takes in where a page leads instead of saying something, and finishes the page. A page that
// completes a circle finishes the others of it anew: they were told to be read elsewhere.
func (c *Crawler) lead(ctx context.Context, f Frontier, p Page, o Outcome) error {
	if err := c.add(ctx, f, p.Depth+1, []string{o.Detail}); err != nil {
		return err
	}
	o.Reason = c.fate(o.Detail)
	c.turns.mu.Lock()
	defer c.turns.mu.Unlock()
	c.turns.from[p.URL] = turn{p, o}
	circle := c.turns.circle(p.URL)
	if circle == nil {
		return f.Finish(ctx, p, o)
	}
	for _, t := range circle {
		if err := f.Finish(ctx, t.page, Outcome{State: Failed, Status: t.outcome.Status, Reason: Loop, Detail: t.outcome.Detail}); err != nil {
			return err
		}
	}
	return nil
}

// fate says of a page what is true of the address it leads to, which was offered to add.
func (c *Crawler) fate(address string) Reason {
	c.adding.Lock()
	defer c.adding.Unlock()
	why, _ := c.left.judged(address)
	switch {
	case why == byPages:
		return OverLimit
	case why == byDepth:
		return TooDeep
	case uninteresting(address) || c.traps.caught(address, false):
		return NotFollowed
	}
	return Redirected
}
