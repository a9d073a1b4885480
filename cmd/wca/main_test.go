package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"testing"
)

// What calls methods by names that only the running program knows, as text/template does, makes the
// linker keep every method of every type: five megabytes that nobody calls.
func TestTheLinkerLeavesOutWhatNobodyCalls(t *testing.T) {
	build := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-ldflags=-s -w -dumpdep", "-o", filepath.Join(t.TempDir(), "wca"), ".")
	said, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %.2000s", err, said)
	}
	if !bytes.Contains(said, []byte("main.main -> ")) {
		t.Fatalf("the linker does not say what it keeps: %.2000s", said)
	}
	for line := range bytes.Lines(said) {
		if bytes.Contains(line, []byte("<ReflectMethod>")) {
			t.Fatalf("calls methods by name: %s", line)
		}
	}
}
