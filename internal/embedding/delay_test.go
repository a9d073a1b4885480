package embedding

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/llm"
)

func TestAFailingProviderIsAskedLessAndLess(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	e, b := &Embedding{Now: func() time.Time { return now }}, bot.Bot{ID: "b"}
	waits := func() time.Duration {
		began := now
		for !e.mayAsk("b", "m") {
			now = now.Add(time.Second)
		}
		return now.Sub(began)
	}
	busy := fmt.Errorf("asking: %w", &llm.Error{Kind: llm.Rate, RetryAfter: 30 * time.Minute})
	endless := &llm.Error{Kind: llm.Rate, RetryAfter: 1000 * time.Hour}
	failed := errors.New("no")
	for n, c := range []struct {
		err  error
		want time.Duration
	}{{nil, 0}, {failed, 5 * time.Second}, {failed, 10 * time.Second}, {busy, 30 * time.Minute}, {endless, time.Hour}, {failed, 80 * time.Second}, {nil, 0}, {failed, 5 * time.Second}} {
		e.note(b, "m", c.err)
		if !e.mayAsk("b", "other") || !e.mayAsk("c", "m") {
			t.Errorf("%d: another bot or model waits, too", n)
		}
		if got := waits(); got != c.want {
			t.Errorf("%d: after %v it waits %v, want %v", n, c.err, got, c.want)
		}
	}
	for range 100 {
		e.note(b, "m", failed)
	}
	if got := waits(); got != lastDelay {
		t.Errorf("in the end it waits %v", got)
	}
}

// A model that is too slow for many texts at once gets fewer, and keeps to what it manages.
func TestASlowModelGetsFewerTexts(t *testing.T) {
	e, b := &Embedding{Now: time.Now}, bot.Bot{ID: "b"}
	slow := &llm.Error{Kind: llm.Timeout}
	for _, c := range []struct {
		err  error
		want int
	}{{nil, 64}, {slow, 32}, {slow, 16}, {nil, 16}, {errors.New("no"), 16}, {slow, 8}, {slow, 4}, {slow, 2}, {slow, 1}, {slow, 1}} {
		if e.note(b, "m", c.err); e.atOnce(b, "m") != c.want {
			t.Errorf("after %v: %d texts at once, want %d", c.err, e.atOnce(b, "m"), c.want)
		}
	}
}
