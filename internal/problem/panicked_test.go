package problem

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

// A panic in a goroutine is told once, with the place where it was and without its words, also where who waits for the
// goroutine panics with it again.
func TestAPanicOfAnotherGoroutineIsToldWithItsPlace_F34_J1(t *testing.T) {
	var out bytes.Buffer
	err := Guarded(slog.New(slog.NewTextHandler(&out, nil)), "panic at work", func() error {
		broken := make(chan error)
		go func() { broken <- Guard(func() error { return read("Erika Mustermann") }) }()
		panic(<-broken)
	}, "bot", "shop")
	var p *Panic
	if !errors.As(err, &p) || p.Said != "string" || !strings.Contains(p.Stack, "problem.read") {
		t.Errorf("got %v", err)
	}
	if log := out.String(); strings.Contains(log, "Mustermann") || strings.Count(log, "panic at work") != 1 || !strings.Contains(log, "bot=shop") || !strings.Contains(log, "problem.read") {
		t.Errorf("the log: %s", log)
	}
}

func read(text string) error { panic("cannot read " + text) }
