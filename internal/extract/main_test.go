package extract

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"go.uber.org/goleak"
)

// TestMain lets the test program be its own child, as wca is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "extract-child" {
		if err := ServeChild(os.Stdin, os.Stdout); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

// shared is an Extractor for tests of files that are read by the child. Compiling
// the PDF reader takes seconds, so its cache outlives the test.
func apart(t *testing.T) *Extractor {
	t.Helper()
	e := New(Options{CacheDir: filepath.Join(os.TempDir(), "wca-test-cache")})
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

func office(t *testing.T, name string, body []byte) Document {
	t.Helper()
	d, err := apart(t).Extract(context.Background(), Input{Name: name, Body: body})
	if err != nil {
		t.Fatalf("extracting %s: %v", name, err)
	}
	return d
}

func refused(t *testing.T, e *Extractor, name string, body []byte) *Error {
	t.Helper()
	d, err := e.Extract(context.Background(), Input{Name: name, Body: body})
	var x *Error
	if !errors.As(err, &x) {
		t.Fatalf("%s: want a refusal, got %v and %q", name, err, d.Text())
	}
	if x.Message == "" || x.Localised("de") == x.Message {
		t.Errorf("%s: refusal %q lacks a sentence in both languages", name, x.Code)
	}
	return x
}

// blocksAre compares kinds and texts: "heading:Text".
func blocksAre(t *testing.T, d Document, want ...string) {
	t.Helper()
	for i := range max(len(want), len(d.Blocks)) {
		got := "nothing"
		if i < len(d.Blocks) {
			got = string(d.Blocks[i].Kind) + ":" + d.Blocks[i].Text
		}
		if i >= len(want) {
			t.Errorf("block %d: %q too much", i, got)
		} else if got != want[i] {
			t.Errorf("block %d: %q, want %q", i, got, want[i])
		}
	}
}
