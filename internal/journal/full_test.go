package journal

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/webchatagent/wca/internal/problem"
)

// The journal may lie on another disk than the database: that one is not said to be full.
func TestAFullDiskIsToldByTheJournalsPath(t *testing.T) {
	err := roomless(&fs.PathError{Op: "write", Path: "/shared/erasures.jsonl", Err: syscall.ENOSPC})
	if !errors.Is(err, problem.ErrNoRoom) || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("it is not known as a full disk: %v", err)
	}
	if text := err.Error(); strings.Contains(text, "database") || !strings.Contains(text, "/shared/erasures.jsonl") {
		t.Errorf("it says %q", text)
	}
}
