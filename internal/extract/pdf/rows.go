package pdf

import (
	"math"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract/table"
)

// cell is one or more lines below each other.
type cell struct {
	lines                    []line
	left, right, top, bottom float64
}

func cellOf(l line) cell {
	return cell{[]line{l}, l.left, l.right, l.top, l.bottom}
}

func (c *cell) add(l line) {
	c.lines = append(c.lines, l)
	c.left, c.right = min(c.left, l.left), max(c.right, l.right)
	c.top, c.bottom = max(c.top, l.top), min(c.bottom, l.bottom)
}

func (c *cell) last() line { return c.lines[len(c.lines)-1] }

func (c *cell) text() string {
	text := ""
	for _, l := range c.lines {
		text = joinLines(text, l.text)
	}
	return text
}

// row is what stands side by side: one cell in running text, more in tables.
type row []cell

// maxCellLines bounds the lines of a cell; more are a column of text.
const maxCellLines = 5

// rowsOf puts lines that stand side by side into rows.
func rowsOf(lines []line) []row {
	var rows []row
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if n := len(rows); n > 0 {
			row := rows[n-1]
			cell := &row[len(row)-1]
			// To the right at the same height.
			if (row[0].lines[0].beside(l) || row.whole().beside(l)) && l.left > cell.right {
				rows[n-1] = append(row, cellOf(l))
				continue
			}
			// The next line of the cell that was read last.
			if len(row) > 1 && len(cell.lines) < maxCellLines && cell.last().below(l, 0.9) &&
				math.Abs(l.left-cell.left) < 0.7*l.size && l.left > row[len(row)-2].right {
				cell.add(l)
				continue
			}
			// Two lines to the right, with that height in their middle.
			if i+1 < len(lines) && l.left > cell.right && !row[0].lines[0].beside(l) && l.over(lines[i+1]).beside(row[0].lines[0]) && l.below(lines[i+1], 0.9) && l.overlaps(lines[i+1]) {
				both := cellOf(l)
				both.add(lines[i+1])
				rows[n-1] = append(row, both)
				i++
				continue
			}
			if k := besideEarlier(rows, l); k >= 0 {
				rows[k] = append(gather(rows[k:]), cellOf(l))
				rows = rows[:k+1]
				continue
			}
		}
		rows = append(rows, row{cellOf(l)})
	}
	return rows
}

// closeGaps makes one line of each that was stretched to the width of the text:
// the gaps between its words are wide, but it begins and ends where the line above
// or below does. rowsOf would take its words for cells.
func closeGaps(lines []line) []line {
	var out []line
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[from].beside(lines[to]) && lines[to].left > lines[to-1].right {
			to++
		}
		if to-from > 1 && stretched(lines[from:to]) {
			whole := lines[from]
			for _, l := range lines[from+1 : to] {
				whole.text += " " + l.text
				whole.right, whole.top, whole.bottom = l.right, max(whole.top, l.top), min(whole.bottom, l.bottom)
				whole.bold = whole.bold && l.bold
			}
			edges := 2
			if to-from > 4 {
				edges = 1
			}
			if n := len(out); n > 0 && out[n-1].below(whole, 1.1) && out[n-1].edges(whole) >= edges || to < len(lines) && whole.below(lines[to], 1.1) && whole.edges(lines[to]) >= edges {
				out = append(out, whole)
				from = to
				continue
			}
		}
		out = append(out, lines[from:to]...)
		from = to
	}
	return out
}

// stretched says whether pieces side by side can be words of one line: the gaps
// between them are alike and hardly wider than those that end a line.
func stretched(pieces []line) bool {
	first, last := pieces[0], pieces[len(pieces)-1]
	if last.right-first.left < 18*first.size || len(pieces) == 2 && !strings.ContainsRune(first.text+last.text, ' ') {
		return false
	}
	widest := 2.6
	if len(pieces) == 2 {
		widest = 1.6
	}
	for i, p := range pieces {
		if math.Abs(p.size-first.size) > 0.1*first.size || i > 0 && p.left-pieces[i-1].right > widest*first.size {
			return false
		}
	}
	return true
}

// edges counts the sides, left and right, at which two lines of the same size end
// at the same place.
func (l line) edges(o line) int {
	n := 0
	if near := 0.6 * l.size; math.Abs(l.size-o.size) < 0.1*l.size {
		if math.Abs(l.left-o.left) < near {
			n++
		}
		if math.Abs(l.right-o.right) < near {
			n++
		}
	}
	return n
}

// besideEarlier finds the row to whose right a line stands, when the lines since
// are the rest of its first cell; -1 when there is none.
func besideEarlier(rows []row, l line) int {
	for k := len(rows) - 1; k >= max(0, len(rows)-maxCellLines+1); k-- {
		row := rows[k]
		if row[len(row)-1].right > l.left || len(row) > 1 && k < len(rows)-1 {
			return -1
		}
		if first := row[0].lines[0]; first.beside(l) || k == len(rows)-2 && len(row) == 1 && first.over(rows[k+1][0].last()).beside(l) {
			// Several wide lines beside a wide line are columns of a text.
			if wide := 15 * l.size; k < len(rows)-1 && first.right-first.left > wide && l.right-l.left > wide {
				return -1
			}
			return k
		}
	}
	return -1
}

// whole is a line as high as a row of several cells: what is set in the middle of its height stands there.
func (r row) whole() line {
	l := r[0].lines[0]
	for _, c := range r[1:] {
		l.top, l.bottom = max(l.top, c.top), min(l.bottom, c.bottom)
	}
	if len(r) > 1 {
		l.top, l.bottom = max(l.top, r[0].top), min(l.bottom, r[0].bottom)
	}
	return l
}

// over is a line with another one below it as one.
func (l line) over(below line) line {
	l.bottom = min(l.bottom, below.bottom)
	return l
}

// gather makes one row of rows of one cell: what stands to the right of all before is a cell of its own.
func gather(rows []row) row {
	out := slices.Clone(rows[0])
	for _, r := range rows[1:] {
		for _, l := range r[0].lines {
			if n := len(out) - 1; l.left > out[n].right {
				out = append(out, cellOf(l))
			} else {
				out[n].lines = slices.Clip(out[n].lines)
				out[n].add(l)
			}
		}
	}
	return out
}

// isTable says whether rows of several cells are rows of one table: their cells
// begin or end at the same places.
func isTable(rows []row) bool {
	if len(rows) < 2 {
		return false
	}
	aligned := 0
	for i := 1; i < len(rows); i++ {
		shared := 0
		for _, a := range rows[i] {
			if slices.ContainsFunc(rows[i-1], func(b cell) bool {
				near := 0.8 * a.lines[0].size
				return math.Abs(a.left-b.left) < near || math.Abs(a.right-b.right) < near || math.Abs(a.left+a.right-b.left-b.right) < 2*near
			}) {
				shared++
			}
		}
		if shared >= 2 {
			aligned++
		}
	}
	return aligned*2 >= len(rows)-1
}

// stretch is a part of the width of a page.
type stretch struct{ from, to float64 }

func (s stretch) overlaps(c cell) bool { return c.left < s.to && s.from < c.right }

// reaches says whether a cell covers most of a stretch.
func (s stretch) reaches(c cell) bool {
	return 2*(min(s.to, c.right)-max(s.from, c.left)) > s.to-s.from
}

// columns brings the cells of a table's rows into columns: stretches of the width that the cells of its fullest rows
// cover, and others where those have none. It gives the stretches, too, none where cells are counted from the left.
func columns(rows []row) (out table.Sheet, covered []stretch) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, len(r))
	}
	for _, full := range []bool{true, false} {
		for _, r := range rows {
			if (len(r) == widest) != full {
				continue
			}
			for _, c := range r {
				covered = cover(covered, c, full)
			}
		}
	}
	if len(covered) < widest {
		covered = nil // a cell across all columns hides them
	}
	for _, r := range rows {
		line, wide := make([]string, max(widest, len(covered))), make([]int, max(widest, len(covered)))
		for i, c := range r {
			at, to := i, i+1
			if first := slices.IndexFunc(covered, func(s stretch) bool { return s.overlaps(c) }); first >= 0 {
				if at = first; at+1 < len(covered) && covered[at+1].overlaps(c) && !covered[at].reaches(c) {
					at++
				}
				for to = at + 1; to < len(covered) && covered[at].reaches(c) && covered[to].reaches(c); to++ {
				}
			}
			line[at] = strings.TrimSpace(line[at] + " " + c.text())
			wide[at] = max(wide[at], to-at)
		}
		out.Rows, out.Spans = append(out.Rows, line), append(out.Spans, wide)
	}
	return out, covered
}

// cover adds what a cell covers to stretches in order. One that touches several makes one of them if it is of a full
// row; if not, it stands above or below several columns and changes nothing.
func cover(covered []stretch, c cell, full bool) []stretch {
	first, n := len(covered), 0
	for i, s := range covered {
		if s.overlaps(c) {
			if n == 0 {
				first = i
			}
			n++
		} else if n == 0 && s.from > c.left {
			first = min(first, i)
		}
	}
	switch {
	case n == 0 && len(covered) >= table.MaxColumns:
		return covered
	case n == 0:
		return slices.Insert(covered, first, stretch{c.left, c.right})
	case n == 1 || full:
		whole := stretch{min(covered[first].from, c.left), max(covered[first+n-1].to, c.right)}
		return slices.Replace(covered, first, first+n, whole)
	}
	return covered
}
