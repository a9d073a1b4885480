package extract

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// spilling is a reader that breaks down with words of the file.
type spilling struct {
	pdfium.Pool
	pdfium.Pdfium
}

func (s spilling) GetInstanceWithContext(context.Context) (pdfium.Pdfium, error) { return s, nil }

func (spilling) OpenDocument(*requests.OpenDocument) (*responses.OpenDocument, error) {
	panic("no glyph for Erika Mustermann")
}

func (spilling) Close() error { return nil }

// A file that was cut off somewhere is refused, whatever can still be read of it: it would replace the whole one.
func TestAFileWithoutItsEndIsRefused_C2(t *testing.T) {
	e := apart(t)
	price, err := os.ReadFile("../demo/site/public/downloads/preisliste-2026.pdf")
	if err != nil {
		t.Fatal(err)
	}
	small := pdfOf(at(60, 700, 11, f1, "Die erste Seite."), at(60, 700, 11, f1, "Die zweite Seite."))
	changed := append(slices.Clone(small), []byte("\n9 0 obj\n<</Length 4>>stream\nabc\nendstream\nendobj\n")...) // an update under way
	letter := docx(t, para("", "Guter Text."))
	for name, files := range map[string][][]byte{
		"a.pdf":  {price[:len(price)/2], price[:len(price)-1500], small[:len(small)-80], append(slices.Clone(small[:len(small)/2]), make([]byte, 5000)...), changed},
		"a.docx": {letter[:len(letter)/2], letter[:len(letter)-30]},
	} {
		for i, body := range files {
			if x := refused(t, e, name, body); x.Code != CodeDamaged || x.Said[0] != "cut" || !strings.Contains(German(x.Code, x.Said), "fehlt das Ende") {
				t.Errorf("%s, %d: %v", name, i, x)
			}
		}
	}
	for name, body := range map[string][]byte{"a.pdf": append(slices.Clone(small), "\r\n<!-- 0.2 s -->\n"...), "b.pdf": small[:len(small)-8], "a.docx": letter} {
		if _, err := e.Extract(t.Context(), Input{Name: name, Body: body}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the PDF reader breaks down with may be words of the file, which are nothing for a log.
func TestABrokenPDFReaderTellsNothingOfTheFile(t *testing.T) {
	p := &pdfReader{pool: spilling{}}
	_, err := p.read([]byte("%PDF-1.7\n%%EOF\n"), "", func() {})
	if err == nil || !p.spent {
		t.Fatalf("got %v, spent %v", err, p.spent)
	}
	for e := err; e != nil; {
		if strings.Contains(e.Error(), "Mustermann") {
			t.Errorf("the error says %q", e)
		}
		u, ok := e.(interface{ Unwrap() error })
		if !ok {
			break
		}
		e = u.Unwrap()
	}
}
