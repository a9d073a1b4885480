package pdf_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// A file that was cut off somewhere is refused, whatever can still be read of it: it would replace the whole one.
func TestAPDFWithoutItsEndIsRefused_C2(t *testing.T) {
	e := extracttest.New(t)
	price, err := os.ReadFile("../../demo/site/public/downloads/preisliste-2026.pdf")
	if err != nil {
		t.Fatal(err)
	}
	small := pdfOf(at(60, 700, 11, f1, "Die erste Seite."), at(60, 700, 11, f1, "Die zweite Seite."))
	changed := append(slices.Clone(small), []byte("\n9 0 obj\n<</Length 4>>stream\nabc\nendstream\nendobj\n")...) // an update under way
	for i, body := range [][]byte{price[:len(price)/2], price[:len(price)-1500], small[:len(small)-80], append(slices.Clone(small[:len(small)/2]), make([]byte, 5000)...), changed} {
		if x := extracttest.Refused(t, e, "a.pdf", body); x.Code != refusal.CodeDamaged || x.Said[0] != "cut" || !strings.Contains(refusal.German(x.Code, x.Said), "fehlt das Ende") {
			t.Errorf("%d: %v", i, x)
		}
	}
	for i, body := range [][]byte{append(slices.Clone(small), "\r\n<!-- 0.2 s -->\n"...), small[:len(small)-8]} {
		if _, err := e.Extract(t.Context(), extract.Input{Name: "a.pdf", Body: body}); err != nil {
			t.Errorf("%d: %v", i, err)
		}
	}
}
