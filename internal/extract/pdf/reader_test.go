package pdf

import (
	"context"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// What the PDF reader breaks down with may be words of the file, which are nothing for a log.
func TestABrokenPDFReaderTellsNothingOfTheFile(t *testing.T) {
	p := &Reader{pool: spilling{}}
	_, err := p.Read([]byte("%PDF-1.7\n%%EOF\n"), "", func() {})
	if err == nil || !p.Spent {
		t.Fatalf("got %v, spent %v", err, p.Spent)
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
