package crawl

import (
	"context"
	"fmt"
)

// Closed is a website of which nothing is read for now, because it does not say what may be: its robots.txt cannot
// be had (RFC 9309, 2.3.1.4), or the start address that leads to it. The pages that were not reached stay pending.
type Closed struct {
	Reason Reason
	Detail string // further words for the reason
}

func (c *Closed) Error() string {
	return fmt.Sprintf("the website does not say what may be read (%s)", c.Reason)
}

// silent is a website that does not answer.
func silent(err error) *Closed {
	o := failure(err)
	return &Closed{Reason: o.Reason, Detail: o.Detail}
}

// lookedAt is how many known pages are looked at to see which website was read before.
const lookedAt = 50

// stays refuses to read if the start address leads to another website than before. why is why the start address did
// not say where it leads, nil if it did: then those pages are not given up that it led to before.
func (c *Crawler) stays(ctx context.Context, f Frontier, moved bool, why *Closed) error {
	if !c.Known {
		return nil
	}
	pages, err := f.Next(ctx, lookedAt)
	if err != nil {
		return fmt.Errorf("looking for pages read before: %w", err)
	}
	now := c.scope.Load()
	var begins, same, other bool
	for _, p := range pages {
		switch {
		case p.URL == c.first && !moved:
			begins = true // it is the first to be read
		case now.sameHost(p.URL) || now.contains(p.URL):
			same = true
		default:
			other = true
		}
	}
	switch {
	case !moved && why != nil && other:
		return why
	case same, !moved && !(begins && other):
		return nil
	}
	return &Moved{To: now.start.String()}
}
