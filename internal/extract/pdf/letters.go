package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
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
	var spelled [][]line // the letters of each
	at, space, broken := 0, false, false
	usual := usualGap(letters)
	for _, c := range letters {
		if strings.TrimSpace(c.Text) == "" {
			// The reader of the file takes sparse lines for columns of letters and ends a line behind each.
			broken = broken || c.Text == "\r" || c.Text == "\n"
			space = space || c.Text != "\r" && c.Text != "\n"
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
			if gap := box.Left - last.right; sameLine && p.bold == last.bold && p.size > 0.75*last.size && last.size > 0.75*p.size && gap > -0.6*p.size && gap < seamed*p.size {
				if space || broken && gap > usual+0.15*p.size {
					last.text += " "
				}
				last.text += text
				last.right, last.top, last.bottom, last.size = max(last.right, box.Right), max(last.top, p.top), min(last.bottom, p.bottom), max(last.size, p.size)
				spelled[n-1] = append(spelled[n-1], line{text: text, left: box.Left, right: box.Right})
				space, broken = false, false
				continue
			} else if (space || broken && gap > usual+0.15*p.size) && sameLine && gap < 1.1*p.size {
				last.text += " "
			}
		}
		space, broken = false, false
		spelled = append(spelled, []line{{text: text, left: box.Left, right: box.Right}})
		out = append(out, run{text: text, left: box.Left, right: box.Right, top: p.top, bottom: p.bottom, size: p.size, bold: p.bold, field: p.field})
	}
	for i := range out {
		out[i].respell(spelled[i], usual)
	}
	return out
}

// respell closes the spaces of a run in capitals whose letters all stand farther apart than is usual on the page: those between its
// words are wider still.
func (r *run) respell(letters []line, usual float64) {
	noLetter := func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsSpace(c) && c != '&' }
	if len(letters) < 5 || strings.ContainsFunc(r.text, noLetter) || r.text != strings.ToUpper(r.text) {
		return
	}
	var gaps []float64
	for i, l := range letters[1:] {
		gaps = append(gaps, l.left-letters[i].right)
	}
	own := slices.Sorted(slices.Values(gaps))[len(gaps)/2]
	if own < usual+0.06*r.size {
		return
	}
	text := letters[0].text
	for i, gap := range gaps {
		if gap > own+0.2*r.size {
			text += " "
		}
		text += letters[i+1].text
	}
	if endsWithSpace(r.text) {
		text += " "
	}
	r.text = text
}

// usualGap is how far the boxes of letters that follow each other in a word are apart, in points: the median of those of a
// page that are narrow enough.
func usualGap(letters []*responses.GetPageTextStructuredChar) float64 {
	var gaps []float64
	var last *responses.GetPageTextStructuredChar
	for _, c := range letters {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		if last != nil {
			a, b := last.PointPosition, c.PointPosition
			if gap, high := b.Left-a.Right, max(a.Top-a.Bottom, b.Top-b.Bottom); gap > 0 && gap < 0.6*high && math.Abs(a.Bottom-b.Bottom) < 0.5*high {
				gaps = append(gaps, gap)
			}
		}
		last = c
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
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

// raised says whether a run stands smaller and higher than the line that it goes on.
func raised(r run, l line) bool {
	if r.size >= 0.75*l.size || r.field {
		return false
	}
	if codesOnly.MatchString(strings.TrimSpace(r.text)) && r.top > l.top-0.15*l.size && r.middle() < l.top { // "g" goes below its line
		return true
	}
	return r.bottom > l.bottom+0.2*l.size && r.bottom < l.top
}

var superscripts = [...]rune{'⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'}

// above is what a raised text is written as behind another: the figures of a footnote or a unit as such, that no number
// becomes another by them, and codes behind a space.
func above(text, before string) string {
	note := strings.TrimSpace(text)
	if note == "" || endsWithSpace(before) {
		return text
	}
	if len(note) > 2 || strings.Trim(note, "0123456789") != "" {
		return " " + text
	}
	return strings.Map(func(r rune) rune { return superscripts[r-'0'] }, note)
}

// inWords writes two spaces where words end in a run whose letters stand apart.
func (r run) inWords(letters []*responses.GetPageTextStructuredChar) string {
	var apart []line
	for _, c := range letters {
		box := c.PointPosition
		x, y := (box.Left+box.Right)/2, (box.Top+box.Bottom)/2
		if text := readable(c.Text); strings.TrimSpace(text) != "" && x >= r.left-1 && x <= r.right+1 && y >= r.bottom-1 && y <= r.top+1 {
			apart = append(apart, line{text: text, left: box.Left, right: box.Right})
		}
	}
	if len(apart) < 3 {
		return r.text
	}
	return spelt(apart)
}

// spelt writes letters that stand apart with a space between them and two where the gap is wider, as it is between words.
func spelt(letters []line) string {
	var gaps []float64
	for i, l := range letters[1:] {
		gaps = append(gaps, l.left-letters[i].right)
	}
	usual := slices.Sorted(slices.Values(gaps))[len(gaps)/2]
	out := letters[0].text
	for i, gap := range gaps {
		out += " "
		if gap > 1.6*usual {
			out += " "
		}
		out += letters[i+1].text
	}
	return out
}

// farApart makes one line of letters that stand farther apart than those of any word, where they spell some.
func farApart(lines []line) []line {
	var out []line
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && utf8.RuneCountInString(strings.TrimSpace(lines[to].text)) == 1 && lines[to].size == lines[from].size &&
			(to == from || lines[to].beside(lines[to-1]) && lines[to].left > lines[to-1].right && lines[to].left-lines[to-1].right < 5*lines[to].size) {
			to++
		}
		if to-from > 4 {
			if text := spelt(lines[from:to]); closed(text) != text {
				whole := lines[from]
				whole.text, whole.right = text, lines[to-1].right
				out, from = append(out, whole), to
				continue
			}
		}
		to = max(to, from+1)
		out, from = append(out, lines[from:to]...), to
	}
	return out
}
