package crawl

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// Busy is a website that asks to come back later: it is in maintenance or overloaded. The pages that were not
// reached stay pending.
type Busy struct {
	Status     int           // 503 or 429
	RetryAfter time.Duration // as it was asked for, 0 if it was not
}

func (b *Busy) Error() string {
	return fmt.Sprintf("the website asks to come back later (status %d)", b.Status)
}

// inARow is how many pages after one another may answer so, tried several times each, before the crawl stops.
const inARow = 3

// patient counts them.
type patient struct {
	mu   sync.Mutex
	rows int
}

// heard takes in what became of a page and says whether to stop. The start page alone stops the crawl: where it
// is in maintenance the rest is, too.
func (p *patient) heard(o Outcome, first bool) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !isBusy(o.Status) {
		p.rows = 0
		return nil
	}
	p.rows++
	if first || p.rows >= inARow {
		return &Busy{Status: o.Status, RetryAfter: o.retryAfter}
	}
	return nil
}

func isBusy(status int) bool {
	return status == http.StatusServiceUnavailable || status == http.StatusTooManyRequests
}
