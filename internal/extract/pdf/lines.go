package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
)

// line is a piece of text on one line without a wide gap in it.
type line struct {
	text                     string
	left, right, top, bottom float64
	size                     float64
	bold                     bool
	field                    bool // filled into a form
	seam                     seam // the widest gap in it
}

// seam is a gap in a line that may part two columns.
type seam struct {
	ahead       string // the text before it
	left, right float64
}

func (l line) middle() float64 { return (l.top + l.bottom) / 2 }

// beside says whether two lines stand at the same height.
func (l line) beside(o line) bool {
	return math.Abs(l.middle()-o.middle()) < 0.5*max(l.size, o.size)
}

// below says whether o begins within so many font sizes below l.
func (l line) below(o line, sizes float64) bool {
	gap := l.bottom - o.top
	return gap > -0.7*l.size && gap < sizes*l.size
}

// overlaps says whether two lines share a part of the width.
func (l line) overlaps(o line) bool { return min(l.right, o.right) > max(l.left, o.left) }

// blankRule matches lines to write on and dots that lead to a number.
var blankRule = regexp.MustCompile(`(?:[._…]\s?){4,}`)

// joinRuns makes lines of the runs of a page. A gap wider than any space ends a
// line: what follows is in another column.
func joinRuns(page page) []line {
	var out []line
	// A page that writes its spaces needs none to be guessed from narrow gaps.
	space := 0.14
	if spaced(page.runs) {
		space = 0.22
	}
	for _, r := range page.runs {
		if r.size <= 0 {
			r.size = max(r.top-r.bottom, 6)
		}
		if strings.TrimLeft(r.text, "_.… ") == "" && len(strings.TrimSpace(r.text)) > 2 {
			continue
		}
		if n := len(out); n > 0 {
			l := &out[n-1]
			gap := r.left - l.right
			if r.field == l.field && math.Abs(r.middle()-l.middle()) < 0.6*max(r.size, l.size) && gap > -0.6*r.size && gap < 1.1*max(r.size, l.size) {
				if raised(r, *l) {
					r.text = above(r.text, l.text)
				}
				if gap > space*r.size && !endsWithSpace(l.text) && !startsWithSpace(r.text) {
					l.text += " "
				}
				if gap > max(seamed*l.size, l.seam.right-l.seam.left) {
					l.seam = seam{l.text, l.right, r.left}
				}
				// Bold at the begin of a line does not make the line bold.
				l.bold = l.bold && (r.bold || !document.Meaningful(r.text))
				l.text += r.text
				l.right, l.top, l.bottom, l.size = max(l.right, r.right), max(l.top, r.top), min(l.bottom, r.bottom), max(l.size, r.size)
				continue
			}
		}
		out = append(out, line{text: r.text, left: r.left, right: r.right, top: r.top, bottom: r.bottom, size: r.size, bold: r.bold, field: r.field})
	}
	var kept []line
	for _, whole := range farApart(atSeams(out)) {
		for _, l := range parted(whole) {
			l.text = strings.Join(strings.Fields(blankRule.ReplaceAllString(closed(l.text), " ")), " ")
			if l.text != "" {
				kept = append(kept, l)
			}
		}
	}
	return kept
}

// seamed is from how many sizes of its letters on a gap is wider than a space, and fewestBegin how many other lines begin
// behind one that parts columns at least.
const seamed, fewestBegin = 0.6, 2

// atSeams parts lines at a gap behind which other lines begin: the columns of a table may be as near to each other as words
// of a line that is stretched. But where the line above or below goes on across the gap, it is one of running text.
func atSeams(lines []line) []line {
	var out []line
	for _, l := range lines {
		ahead := strings.TrimSpace(l.seam.ahead)
		if utf8.RuneCountInString(ahead) < 3 || listMark.MatchString(ahead+" x") || !l.seamsColumns(lines) {
			out = append(out, l)
			continue
		}
		first, second := l, l
		first.text, second.text = l.seam.ahead, l.text[len(l.seam.ahead):]
		first.right, second.left = l.seam.left, l.seam.right
		first.seam, second.seam = seam{}, seam{}
		out = append(out, first, second)
	}
	return out
}

// seamsColumns says whether the seam of a line parts columns.
func (l line) seamsColumns(lines []line) bool {
	begin := 0
	for _, o := range lines {
		if o.beside(l) {
			continue
		}
		if math.Abs(o.left-l.seam.right) < 0.15*l.size {
			begin++
		}
		own := o.seam.ahead != "" && o.seam.right > l.seam.left && o.seam.left < l.seam.right
		if !own && o.left < l.seam.left && o.right > l.seam.right && math.Abs(o.middle()-l.middle()) < 2*l.size {
			return false
		}
	}
	return begin >= fewestBegin
}

// spaced says whether the runs of a page bring the spaces between them.
func spaced(runs []run) bool {
	with, pairs := 0, 0
	for i := 1; i < len(runs); i++ {
		a, b := runs[i-1], runs[i]
		if gap := b.left - a.right; math.Abs(a.middle()-b.middle()) > 0.3*a.size || gap < -0.6*a.size || gap > a.size {
			continue
		}
		pairs++
		if endsWithSpace(a.text) || startsWithSpace(b.text) {
			with++
		}
	}
	return pairs > 0 && with*2 > pairs
}

// inReadingOrder keeps the order of the file where that is plausible, as most
// programs write what they print in the order it is read, and sorts by place
// where it is not.
func inReadingOrder(lines []line) []line {
	back, side := 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		switch {
		case b.bottom > a.top+0.3*a.size && a.overlaps(b):
			back++
		case a.beside(b) && b.left > a.right && b.right-b.left > 15*b.size && a.right-a.left > 15*a.size:
			side++ // columns written line by line
		}
	}
	if back*20 <= len(lines)+20 && side*10 <= len(lines)+10 {
		return lines
	}
	return cutOrder(lines, 0)
}

// cutOrder sorts lines by cutting the page at its empty stripes, upright ones
// between columns of text first (the XY cut).
func cutOrder(lines []line, depth int) []line {
	if len(lines) < 2 || depth > 40 {
		return byPlace(lines)
	}
	if at, found := gutter(lines); found {
		left, right := split(lines, func(l line) bool { return l.middleX() < at })
		return append(cutOrder(left, depth+1), cutOrder(right, depth+1)...)
	}
	if at, found := stripe(lines); found {
		above, below := split(lines, func(l line) bool { return l.middle() > at })
		return append(cutOrder(above, depth+1), cutOrder(below, depth+1)...)
	}
	return byPlace(lines)
}

func (l line) middleX() float64 { return (l.left + l.right) / 2 }

func split(lines []line, first func(line) bool) (a, b []line) {
	for _, l := range lines {
		if first(l) {
			a = append(a, l)
		} else {
			b = append(b, l)
		}
	}
	return a, b
}

// gutter finds the widest empty upright stripe with running text on both sides.
func gutter(lines []line) (float64, bool) {
	at, width := widestGap(lines, func(l line) (float64, float64) { return l.left, l.right })
	if width < 0.8*medianSize(lines) {
		return 0, false
	}
	left, right := split(lines, func(l line) bool { return l.middleX() < at })
	return at, running(left) && running(right)
}

// running says whether lines are of a text rather than cells of a table.
func running(lines []line) bool {
	if len(lines) < 3 {
		return false
	}
	long := 0
	for _, l := range lines {
		if l.right-l.left > 10*l.size {
			long++
		}
	}
	return long*2 >= len(lines)
}

// stripe finds the highest empty stripe across.
func stripe(lines []line) (float64, bool) {
	at, height := widestGap(lines, func(l line) (float64, float64) { return l.bottom, l.top })
	return at, height > 0.1*medianSize(lines)
}

// widestGap finds the middle and width of the widest interval that none of the
// lines' intervals touches.
func widestGap(lines []line, interval func(line) (from, to float64)) (at, width float64) {
	sorted := slices.Clone(lines)
	slices.SortFunc(sorted, func(a, b line) int {
		fa, _ := interval(a)
		fb, _ := interval(b)
		return cmp.Compare(fa, fb)
	})
	_, end := interval(sorted[0])
	for _, l := range sorted[1:] {
		from, to := interval(l)
		if gap := from - end; gap > width {
			at, width = end+gap/2, gap
		}
		end = max(end, to)
	}
	return at, width
}

func medianSize(lines []line) float64 {
	var sizes []float64
	for _, l := range lines {
		sizes = append(sizes, l.size)
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// byPlace sorts from top to bottom and, at the same height, from left to right.
func byPlace(lines []line) []line {
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, b line) int { return cmp.Compare(b.middle(), a.middle()) })
	for from := 0; from < len(out); {
		to := from + 1
		for to < len(out) && out[from].beside(out[to]) {
			to++
		}
		slices.SortStableFunc(out[from:to], func(a, b line) int { return cmp.Compare(a.left, b.left) })
		from = to
	}
	return out
}
