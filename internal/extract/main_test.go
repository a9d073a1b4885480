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
	for _, r := range refusals {
		if german, ok := r.german(e.Message); ok && r.code == e.Code {
			return german == German(e.Code, e.Message) && german != e.Message && !strings.Contains(german, "%!")
		}
	}
	return false
}

// Each sentence has its German one, with the numbers and names in it, also where only the English is stored.
func TestEachRefusalIsToldInGerman(t *testing.T) {
	for _, r := range refusals {
		var given []any
		for n := range strings.Count(r.en, "%") {
			given = append(given, map[bool]any{true: 17 + n, false: "PDF"}[strings.Contains(r.en, "%d")])
		}
		if e := r.because(nil, given...); !told(e) {
			t.Errorf("%s is told as %s", e.Message, German(e.Code, e.Message))
		}
	}
	for _, one := range [][2]string{
		{otherContent.because(nil, "DOCX", "web page").Message, "gibt sich als DOCX aus, enthält aber etwas anderes (eine Webseite)"},
		{isArchive.because(nil).Message, "Bitte entpacken Sie es"},
		{"a sentence of an earlier version", "Die Datei hat ein Format, das nicht gelesen werden kann."},
	} {
		if got := German(CodeUnsupported, one[0]); !strings.Contains(got, one[1]) {
			t.Errorf("%s is told as %s", one[0], got)
		}
	}
	if got := German(CodeTooLarge, overLimit.because(nil, 70, 50).Message); !strings.Contains(got, "(70 MB, höchstens 50 MB)") {
		t.Errorf("told as %s", got)
	}
	if got := German(CodeTooLarge, "a sentence of an earlier version"); got != "Die Datei ist zu groß. Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch." {
		t.Errorf("told as %s", got)
	}
	if got := German("else", "x"); got != "" {
		t.Errorf("an unknown code is told as %s", got)
	}
}
