package llm

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"time"
)

// Link is a provider of a chain with the model it is asked for.
type Link struct {
	Provider Provider
	Model    string
}

// Chain asks its links in order until one begins to answer. A link is asked twice at most; once
// text has come nothing is asked again, because the visitor has read it.
type Chain struct {
	Links   []Link
	First   time.Duration // patience for the first token, 0 means 20 s
	Stall   time.Duration // patience between tokens, 0 means 60 s
	MaxWait time.Duration // longest Retry-After that is waited for, 0 means 3 s
}

// NewChain returns a chain with the usual patience.
func NewChain(links ...Link) *Chain { return &Chain{Links: links} }

// errSilent is the cause of a request that was cancelled because nothing came. The ledger, which knows no models, sees in
// it that the time was over.
var errSilent = fmt.Errorf("the provider was silent for too long: %w", context.DeadlineExceeded)

// Stream implements Provider; Request.Model is replaced by the link's.
func (c *Chain) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		var last error = &Error{Kind: Unavailable, Message: "no provider is configured"}
		for _, link := range c.Links {
			r.Model = link.Model
			for attempt := range 2 {
				begun, err := c.try(ctx, link, r, yield)
				if err == nil {
					return
				}
				last = err
				if ctx.Err() != nil {
					yield(Chunk{}, err)
					return
				}
				if begun {
					yield(Chunk{}, cut(err))
					return
				}
				wait, again := c.worthAgain(err, attempt)
				if !again || !sleep(ctx, wait) {
					break
				}
			}
		}
		yield(Chunk{}, last)
	}
}

// try asks one link; begun reports whether text came.
func (c *Chain) try(ctx context.Context, link Link, r Request, yield func(Chunk, error) bool) (begun bool, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	patience := time.AfterFunc(orDefault(c.First, 20*time.Second), func() { cancel(errSilent) })
	defer patience.Stop()
	for chunk, err := range link.Provider.Stream(ctx, r) {
		if err != nil {
			return begun, err
		}
		patience.Reset(orDefault(c.Stall, time.Minute))
		begun = begun || chunk.Text != ""
		if !yield(chunk, nil) {
			return true, nil
		}
	}
	return begun, nil
}

// cut marks a failure that came after text had been read.
func cut(err error) error {
	var e *Error
	if !errors.As(err, &e) || !e.Retryable() {
		return err
	}
	return &Error{Kind: Cut, Status: e.Status, Message: e.Message, Code: e.Code, Said: e.Said, Err: err}
}

// worthAgain decides about asking the same link a second time, and when: after Retry-After if
// that is short, else after half a second with jitter.
func (c *Chain) worthAgain(err error, attempt int) (time.Duration, bool) {
	var e *Error
	if attempt > 0 || !errors.As(err, &e) {
		return 0, false
	}
	switch e.Kind {
	case Rate, Unavailable:
	default:
		return 0, false
	}
	if e.RetryAfter > orDefault(c.MaxWait, 3*time.Second) {
		return 0, false
	}
	if e.RetryAfter > 0 {
		return e.RetryAfter, true
	}
	return 375*time.Millisecond + rand.N(125*time.Millisecond), true
}

func orDefault(d, fallback time.Duration) time.Duration {
	if d == 0 {
		return fallback
	}
	return d
}

func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
