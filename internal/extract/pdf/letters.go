package pdf

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/responses"
)

// Some programs (those of web browsers) place every letter by itself. The boxes of such pieces
// touch and overlap, so that a piece's text repeats its neighbour's letters and narrow letters look
// far apart. The page is then read letter by letter: the reader of the file knows from the widths
// of the font where a space is meant.

// inPieces says whether the runs of a page were placed letter by letter.
func inPieces(runs []run) bool {
	short, overlapping := 0, 0
	for i, r := range runs {
		if utf8.RuneCountInString(strings.TrimSpace(r.text)) <= 3 {
			short++
		}
		if i > 0 && r.left < runs[i-1].right-0.1 && r.left > runs[i-1].left && math.Abs(r.middle()-runs[i-1].middle()) < 0.5*r.size {
			overlapping++
		}
	}
	return overlapping > 0 || len(runs) > 20 && short*2 > len(runs)
}

// fromLetters makes runs of the letters of a page in the order of the file. Size and weight come
// from the pieces they lie in.
func fromLetters(letters []*responses.GetPageTextStructuredChar, pieces []run) []run {
	var out []run
	at, space := 0, false
	for _, c := range letters {
		if strings.TrimSpace(c.Text) == "" {
			space = true
			continue
		}
		text := readable(c.Text)
		if text == "" {
			continue
		}
		box := c.PointPosition
		at = pieceOf(pieces, at, (box.Left+box.Right)/2, (box.Top+box.Bottom)/2)
		if at < 0 {
			at = 0
			continue
		}
		p := pieces[at]
		if n := len(out); n > 0 {
			last := &out[n-1]
			sameLine := math.Abs((box.Top+box.Bottom)/2-last.middle()) < 0.6*max(p.size, last.size)
			if gap := box.Left - last.right; sameLine && p.bold == last.bold && gap > -0.6*p.size && gap < 0.9*p.size {
				if space {
					last.text += " "
				}
				last.text += text
				last.right, last.top, last.bottom, last.size = max(last.right, box.Right), max(last.top, p.top), min(last.bottom, p.bottom), max(last.size, p.size)
				space = false
				continue
			} else if space && sameLine && gap < 0.9*p.size {
				last.text += " "
			}
		}
		space = false
		out = append(out, run{text: text, left: box.Left, right: box.Right, top: p.top, bottom: p.bottom, size: p.size, bold: p.bold, field: p.field})
	}
	return out
}

// pieceOf finds the piece that a point lies in, looking first near the one of the letter before; -1
// if there is none.
func pieceOf(pieces []run, near int, x, y float64) int {
	in := func(i int) bool {
		p := pieces[i]
		return x >= p.left-0.5 && x <= p.right+0.5 && y >= p.bottom-0.5 && y <= p.top+0.5
	}
	for i := near; i < min(len(pieces), near+8); i++ {
		if in(i) {
			return i
		}
	}
	for i := range pieces {
		if in(i) {
			return i
		}
	}
	return -1
}
