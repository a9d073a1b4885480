package extract

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
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
	if x.Message == "" || !told(x) {
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

// told says whether the German sentence of an Error is its own, and not that of its code only.
func told(e *Error) bool {
	german := German(e.Code, e.Said)
	if german == "" || german == e.Message || strings.Contains(german, "%!") || strings.Contains(e.Message, "%!") {
		return false
	}
	for _, r := range refusals {
		if r.name == e.Said[0] {
			return german == r.german(e.Said[1:])
		}
	}
	return false
}

// Each sentence has a name of its own, and its German one with the values in it.
func TestEachRefusalIsToldInGerman(t *testing.T) {
	names := map[string]bool{}
	for _, r := range refusals {
		if names[r.name] {
			t.Errorf("the name %s is there twice", r.name)
		}
		names[r.name] = true
		var given []any
		for n := range strings.Count(r.sentence.En, "%s") {
			given = append(given, 17+n)
		}
		e := r.because(nil, given...)
		if !told(e) || strings.Contains(German(e.Code, e.Said), "17") != strings.Contains(e.Message, "17") {
			t.Errorf("%s is told as %s", e.Message, German(e.Code, e.Said))
		}
	}
	for _, one := range []struct {
		code string
		said []string
		want string
	}{
		{CodeUnsupported, otherContent.because(nil, "DOCX", "web page").Said, "gibt sich als DOCX aus, enthält aber etwas anderes (eine Webseite)"},
		{CodeUnsupported, isArchive.because(nil).Said, "Bitte entpacken Sie es"},
		{CodeUnsupported, nil, "Die Datei hat ein Format, das nicht gelesen werden kann."},
		{CodeUnsupported, []string{"a reason of a later version", "x"}, "Die Datei hat ein Format, das nicht gelesen werden kann."},
		{CodeTooLarge, overLimit.because(nil, 70, 50).Said, "(70 MB, höchstens 50 MB)"},
		{CodeTooLarge, nil, "Die Datei ist zu groß. Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch."},
		{"else", nil, ""},
	} {
		if got := German(one.code, one.said); !strings.Contains(got, one.want) || one.want == "" && got != "" {
			t.Errorf("%s %q is told as %s", one.code, one.said, got)
		}
	}
}
