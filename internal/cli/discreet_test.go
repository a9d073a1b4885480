package cli

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// Errors and panics may repeat what a visitor typed; in the log stands what kind of data it was.
func TestReportsHoldNoPersonalData_D3_J1(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(discreet{slog.NewTextHandler(&out, nil)})
	typed := "max@muster.example, DE89 3704 0044 0532 0130 00, Herr Max Mustermann"
	log.Error("panic in a handler", "panic", "index out of range in "+typed)
	log.With("error", errors.New(typed)).WithGroup("g").Warn("answer failed", "error", fmt.Errorf("model: %w", errors.New("prompt was: "+typed)), "ids", []string{typed})
	log.Error("producer: error fetching jobs", "err", typed)
	for _, secret := range []string{"max@", "3704", "Mustermann"} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%s stands in the log: %s", secret, out.String())
		}
	}
	if strings.Count(out.String(), "EMAIL") != 5 {
		t.Errorf("the log does not say what it was: %s", out.String())
	}
	for _, useful := range []string{
		"dial tcp 10.0.0.5:11434: connect: connection refused", "model: rate (status 429): Too Many Requests", "reading the source: context deadline exceeded",
		"lookup api.model.example: no such host", "SQL logic error: no such column: bodies (1)", "runtime error: index out of range [5] with length 3", "the connection to the provider failed: EOF",
	} {
		out.Reset()
		log.Error("a job failed", "error", errors.New(useful), "bot", "bot_7ftdryts2t49bqv7y5kfznjjn0", "attempt", 3)
		if !strings.Contains(out.String(), useful) || !strings.Contains(out.String(), "bot_7ftdryts2t49bqv7y5kfznjjn0") {
			t.Errorf("%q became %s", useful, out.String())
		}
	}
}
