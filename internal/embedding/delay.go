package embedding

import (
	"context"
	"errors"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/llm"
)

// delay is how the background work treats a provider that fails.
type delay struct {
	failures int
	until    time.Time
	atOnce   int // texts, 0 means as many as allowed: a slow model manages few in time
}

const (
	firstDelay = 5 * time.Second // after a failure of the background work, doubled with each more
	lastDelay  = 10 * time.Minute
)

// Work is Update in the background: a bot whose provider has just failed is passed over until it
// may be asked again, and then goes on where it stopped.
func (e *Embedding) Work(ctx context.Context, workspace, id string) (again bool, err error) {
	return e.update(ctx, workspace, id, e.mayAsk)
}

func (e *Embedding) mayAsk(bot, embedder string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return !e.Now().Before(e.delays[bot+" "+embedder].until)
}

// mayLook reports whether a model may be asked how long its vectors are, and notes that it is: it says the same for a while.
func (e *Embedding) mayLook(b bot.Bot, embedder string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	key, now := b.ID+" "+embedder, e.Now()
	if since := now.Sub(e.looked[key]); since >= 0 && since < rest {
		return false
	}
	if e.looked == nil {
		e.looked = map[string]time.Time{}
	}
	e.looked[key] = now
	return true
}

// lookAnew lets a model be asked at once: its vectors have been seen to be others.
func (e *Embedding) lookAnew(b bot.Bot, embedder string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.looked, b.ID+" "+embedder)
}

// note remembers how asking for the vectors of a bot's passages ended.
func (e *Embedding) note(b bot.Bot, embedder string, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	key := b.ID + " " + embedder
	if err == nil {
		d := e.delays[key]
		if d.atOnce == 0 {
			delete(e.delays, key)
			return
		}
		e.delays[key] = delay{atOnce: d.atOnce}
		return
	}
	if e.delays == nil {
		e.delays = map[string]delay{}
	}
	d := e.delays[key]
	wait := min(firstDelay<<min(d.failures, 16), lastDelay)
	d.failures++
	var said *llm.Error
	if errors.As(err, &said) {
		wait = max(wait, min(said.RetryAfter, longest))
		if said.Kind == llm.Timeout {
			d.atOnce = max(1, d.texts()/2)
		}
	}
	d.until = e.Now().Add(wait)
	e.delays[key] = d
}

func (d delay) texts() int {
	if d.atOnce == 0 {
		return llm.MaxEmbed
	}
	return d.atOnce
}

// atOnce is how many texts one request has.
func (e *Embedding) atOnce(b bot.Bot, embedder string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.delays[b.ID+" "+embedder].texts()
}

func (e *Embedding) resting(embedder string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.Now().Before(e.down[embedder])
}

// leave leaves an embedder alone for a while, so that visitors need not wait for it one by one.
func (e *Embedding) leave(embedder string, wait time.Duration) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.down == nil {
		e.down = map[string]time.Time{}
	}
	e.down[embedder] = e.Now().Add(wait)
}

// restAfter is for how long an embedder is asked no question after it failed.
func restAfter(err error) time.Duration {
	var said *llm.Error
	switch {
	case errors.Is(err, errOther):
		return doubt
	case errors.As(err, &said):
		return max(rest, min(said.RetryAfter, longest))
	}
	return rest
}
