package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// sheet is a page that is being drawn.
type sheet struct{ strings.Builder }

// helvetica are the widths of the letters of Helvetica from the space on, in thousandths of its size (Adobe's metrics of
// the standard fonts).
var helvetica = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

// wide is how wide a text is in Helvetica.
func wide(size float64, text string) float64 {
	n := 0
	for _, r := range text {
		if i := int(r - ' '); i < len(helvetica) {
			n += helvetica[i]
		} else {
			n += 556
		}
	}
	return float64(n) * size / 1000
}

// left, right and middle write a text that begins at, ends at or stands around x.
func (s *sheet) left(x, y, size float64, font, text string) {
	fmt.Fprintf(s, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, encoded(text))
}

func (s *sheet) right(x, y, size float64, font, text string) {
	s.left(x-wide(size, text), y, size, font, text)
}

func (s *sheet) middle(x, y, size float64, font, text string) {
	s.left(x-wide(size, text)/2, y, size, font, text)
}

// encoded writes a text as a string of a PDF in windows-1252.
func encoded(text string) string {
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(out)
}

// says checks that each line stands in what was read of a PDF, cells between " | ".
func says(t *testing.T, body []byte, lines ...string) {
	t.Helper()
	text := extracttest.Read(t, "karte.pdf", body).Text()
	for _, line := range lines {
		if !strings.Contains("\n"+text+"\n", "\n"+line+"\n") {
			t.Errorf("no line %q", line)
		}
	}
	if t.Failed() {
		t.Logf("%s", text)
	}
}

func readText(t *testing.T, body []byte) string {
	t.Helper()
	return extracttest.Read(t, "brief.pdf", body).Text()
}

// letters writes each letter by itself, as browsers do, so far apart.
func (s *sheet) letters(x, y, size, apart float64, font, text string) {
	for _, r := range text {
		if r != ' ' {
			s.left(x, y, size, font, string(r))
		}
		x += wide(size, string(r)) + apart
	}
}
