package crawl

import (
	"context"
	"net/netip"
	"sync"
	"time"
)

// pace keeps requests to a website apart.
type pace struct {
	mu    sync.Mutex
	delay time.Duration
	next  time.Time
}

// politely is the pause between requests to other people's servers, if nothing else is wanted;
// slowest the longest pause that is obeyed.
const (
	politely = 200 * time.Millisecond
	slowest  = 10 * time.Second
)

// newPace takes the rules' delay, else robots.txt's, else a polite one; none for a server on this
// machine, which is one's own.
func newPace(rules Rules, wanted time.Duration, host string) *pace {
	p := &pace{delay: politely}
	if addr, err := netip.ParseAddr(host); host == "localhost" || (err == nil && addr.IsLoopback()) {
		p.delay = 0
	}
	if wanted > 0 {
		p.delay = min(wanted, slowest)
	}
	if rules.Delay > 0 {
		p.delay = rules.Delay
	}
	return p
}

// wait returns when the next request may be sent.
func (p *pace) wait(ctx context.Context) error {
	if p.delay == 0 {
		return ctx.Err()
	}
	p.mu.Lock()
	now := time.Now()
	at := p.next
	if at.Before(now) {
		at = now
	}
	p.next = at.Add(p.delay)
	p.mu.Unlock()
	return sleep(ctx, at.Sub(now))
}

// slowDown makes everybody wait after the server asked for it.
func (p *pace) slowDown(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if until := time.Now().Add(d); until.After(p.next) {
		p.next = until
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
