package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/table"
)

// A table with rules around its cells tells by them which text stands in which cell, however near two columns are and
// however many lines a cell has.

const (
	// thickest is how many points a rule is thick at most, shortestRule how long one is at least.
	thickest, shortestRule = 2.5, 6
	// mostRules bounds the rules of a page that are looked at, before and after those in one line are joined.
	mostRules, mostJoinedRules = 4000, 300
	// meeting is how near, in points, rules are that meet, or that are drawn one upon the other.
	meeting = 3
	// mostInCell is how many letters a cell has at most; what holds more is a frame around text.
	mostInCell = 400
)

// rule is a line drawn across or up a page: at is its height or how far right it is, from and to are its ends.
type rule struct{ at, from, to float64 }

func (r rule) covers(x float64) bool { return x > r.from-meeting && x < r.to+meeting }

// rulesOf notes the sides of what is drawn, as far as they may be rules.
func (d *drawing) rulesOf(a area, stroked bool) {
	if len(d.across)+len(d.upright) > mostRules {
		return
	}
	wide, high := a.right-a.left, a.top-a.bottom
	switch {
	case high <= thickest && wide >= shortestRule:
		d.across = append(d.across, rule{(a.top + a.bottom) / 2, a.left, a.right})
	case wide <= thickest && high >= shortestRule:
		d.upright = append(d.upright, rule{(a.left + a.right) / 2, a.bottom, a.top})
	case stroked && wide > largestBox && high > shortestRule:
		d.across = append(d.across, rule{a.top, a.left, a.right}, rule{a.bottom, a.left, a.right})
		d.upright = append(d.upright, rule{a.left, a.bottom, a.top}, rule{a.right, a.bottom, a.top})
	}
}

// inOneLine joins rules that go on each other or are drawn one upon the other.
func inOneLine(rules []rule) (out []rule) {
	slices.SortFunc(rules, func(a, b rule) int {
		return cmp.Or(cmp.Compare(math.Round(a.at/thickest), math.Round(b.at/thickest)), cmp.Compare(a.from, b.from))
	})
	for _, r := range rules {
		if n := len(out); n > 0 && math.Abs(out[n-1].at-r.at) < thickest && r.from <= out[n-1].to+meeting {
			out[n-1].to = max(out[n-1].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return out
}

// grid is a table with rules.
type grid struct {
	area
	across, upright []rule
	heights, sides  []float64 // from top to bottom, from left to right
	divided         [][]bool  // by row and side: whether a rule stands there
	closed          [][]bool  // by row and column: whether one is drawn above
	cells           [][][]run // by row and column
	sheet           table.Sheet
	lines           []line // of the sheet
}

// grids finds the tables with rules on a page and takes their runs from it.
func (p *page) grids() []grid {
	across, upright := inOneLine(p.across), inOneLine(p.upright)
	if p.turn != 0 || len(across) < 2 || len(upright) < 1 || len(across)+len(upright) > mostJoinedRules {
		return nil
	}
	var out []grid
	for _, g := range connected(across, upright) {
		if rest, ok := g.fill(p.runs); ok {
			g.read()
			out = append(out, g)
			p.runs = rest
		}
	}
	slices.SortStableFunc(out, func(a, b grid) int { return cmp.Compare(b.top, a.top) })
	return out
}

// connected puts rules together that cross or meet each other.
func connected(across, upright []rule) (out []grid) {
	of := make([]int, len(across)+len(upright))
	for i := range of {
		of[i] = i
	}
	root := func(i int) int {
		for of[i] != i {
			i = of[i]
		}
		return i
	}
	for i, a := range across {
		for k, u := range upright {
			if a.covers(u.at) && u.covers(a.at) {
				of[root(i)] = root(len(across) + k)
			}
		}
	}
	groups := map[int]*grid{}
	for i := range of {
		g := groups[root(i)]
		if g == nil {
			g = &grid{}
			groups[root(i)] = g
		}
		if i < len(across) {
			g.across = append(g.across, across[i])
		} else {
			g.upright = append(g.upright, upright[i-len(across)])
		}
	}
	for i := range of { // in the same order each time
		if g := groups[i]; g != nil && len(g.across) >= 2 && len(g.upright) >= 1 {
			g.measure()
			out = append(out, *g)
		}
	}
	return out
}

// measure finds the rows and columns of a grid.
func (g *grid) measure() {
	g.left, g.right = math.Inf(1), math.Inf(-1)
	for _, a := range g.across {
		g.left, g.right = min(g.left, a.from), max(g.right, a.to)
		g.heights = append(g.heights, a.at)
	}
	g.sides = append(g.sides, g.left, g.right) // of a table that is open there
	for _, u := range g.upright {
		g.sides = append(g.sides, u.at)
	}
	slices.Sort(g.heights)
	slices.Reverse(g.heights)
	slices.Sort(g.sides)
	near := func(a, b float64) bool { return math.Abs(a-b) < meeting }
	g.heights, g.sides = slices.CompactFunc(g.heights, near), slices.CompactFunc(g.sides, near)
	g.top, g.bottom = g.heights[0], g.heights[len(g.heights)-1]
}

// fill puts the runs of a page into the cells of a grid and gives the rest; ok is false where it is no table.
func (g *grid) fill(runs []run) (rest []run, ok bool) {
	rows, columns := len(g.heights)-1, len(g.sides)-1
	if rows < 2 || columns < 2 || columns > table.MaxColumns {
		return nil, false
	}
	g.note()
	g.cells = make([][][]run, rows)
	for i := range g.cells {
		g.cells[i] = make([][]run, columns)
	}
	beside, crossing, inside := false, 0, 0
	for _, r := range runs {
		x, y := (r.left+r.right)/2, r.middle()
		if y >= g.top || y <= g.bottom {
			rest = append(rest, r)
			continue
		}
		if x < g.left || x > g.right {
			beside = true
			break
		}
		row, from, to := g.place(x, y)
		if inside++; r.left < g.sides[from]-meeting || r.right > g.sides[to]+meeting {
			crossing++
		}
		g.cells[row][from] = append(g.cells[row][from], r)
	}
	if beside || inside == 0 || crossing*20 > inside || !g.plausible() {
		return nil, false
	}
	return rest, true
}

// place is the row of a point, the column in which its cell begins and that behind which it ends. Of a cell over several rows
// the first one counts.
func (g *grid) place(x, y float64) (row, from, to int) {
	for row = 0; row+2 < len(g.heights) && y < g.heights[row+1]; row++ {
	}
	for to = 1; to+1 < len(g.sides) && (g.sides[to] < x || !g.divided[row][to]); to++ {
	}
	for from = to - 1; from > 0 && !g.divided[row][from]; from-- {
	}
	for row > 0 && !g.closed[row][from] {
		row--
	}
	return row, from, to
}

// note notes where the rules stand between the cells.
func (g *grid) note() {
	for row := range len(g.heights) - 1 {
		g.divided, g.closed = append(g.divided, make([]bool, len(g.sides))), append(g.closed, make([]bool, len(g.sides)))
		y := (g.heights[row] + g.heights[row+1]) / 2
		for _, u := range g.upright {
			if side := nearest(g.sides, u.at); y > u.from && y < u.to {
				g.divided[row][side] = true
			}
		}
	}
	for _, a := range g.across {
		row := nearest(g.heights, a.at)
		for column := 0; row < len(g.closed) && column+1 < len(g.sides); column++ {
			if x := (g.sides[column] + g.sides[column+1]) / 2; x > a.from && x < a.to {
				g.closed[row][column] = true
			}
		}
	}
}

// nearest is which of some places is nearest to one.
func nearest(places []float64, at float64) (nearest int) {
	far := math.Inf(1)
	for i, p := range places {
		if d := math.Abs(p - at); d < far {
			nearest, far = i, d
		}
	}
	return nearest
}

// plausible says whether a grid is a table of data: most of its rows are divided alike and most cells say something, none
// as much as a column of text.
func (g *grid) plausible() bool {
	alike, filled, cells := map[string]int{}, 0, 0
	most := 0
	for row := range g.cells {
		key := ""
		for side := range g.sides {
			if side > 0 && side < len(g.sides)-1 && g.divided[row][side] {
				key += string(rune('a' + side))
			}
		}
		alike[key]++
		if key != "" {
			most = max(most, alike[key])
		}
		for column, runs := range g.cells[row] {
			if column > 0 && !g.divided[row][column] || row > 0 && !g.closed[row][column] {
				continue
			}
			cells++
			if len(runs) > 0 {
				filled++
			}
			letters := 0
			for _, r := range runs {
				letters += utf8.RuneCountInString(r.text)
			}
			if letters > mostInCell {
				return false
			}
		}
	}
	return most > 1 && most*2 >= len(g.cells) && filled*3 >= cells*2
}

// read makes the sheet of a grid. The text of a cell over several rows stands in each of them.
func (g *grid) read() {
	s := &g.sheet
	for row := range g.cells {
		texts, spans := make([]string, len(g.sides)-1), make([]int, len(g.sides)-1)
		for column := 0; column < len(texts); {
			next := column + 1
			for next < len(texts) && !g.divided[row][next] {
				next++
			}
			in := joinRuns(page{runs: g.cells[row][column]})
			for _, l := range in {
				texts[column] = joinLines(texts[column], l.text)
			}
			g.lines = append(g.lines, in...)
			spans[column] = next - column
			if row > 0 && !g.closed[row][column] && s.Spans[row-1][column] == next-column {
				texts[column] = s.Rows[row-1][column]
			}
			column = next
		}
		s.Rows, s.Spans = append(s.Rows, texts), append(s.Spans, spans)
	}
}

// longestPartName is how many letters the name of a part of a table has at most.
const longestPartName = 60

// ruled writes a table with rules. A bold line over all its columns is the name of the rows below it.
func (c *composer) ruled(g grid) {
	s, lines := g.sheet, g.lines
	covered := make([]stretch, 0, len(g.sides)-1)
	for i := range len(g.sides) - 1 {
		covered = append(covered, stretch{g.sides[i], g.sides[i+1]})
	}
	size := 10.
	if len(lines) > 0 {
		size = lines[0].size
	}
	at, is := s.HeaderRow()
	own := is && at == 0 && (boldIn(lines, s.Rows[0]) && !boldIn(lines, s.Rows[len(s.Rows)-1]) || slices.ContainsFunc(s.Rows[1:], func(r []string) bool { return slices.ContainsFunc(r, table.IsNumber) }))
	before := len(c.out)
	c.sheet(s, covered, size, own)
	level, named := min(6, len(c.styles.headings)+2), false
	for i := before; i < len(c.out)-1; i++ {
		b := &c.out[i]
		if b.Kind == document.KindParagraph && c.out[i+1].Kind == document.KindRow && utf8.RuneCountInString(b.Text) <= longestPartName && boldIn(lines, []string{b.Text}) && !document.EndsSentence(b.Text) {
			b.Kind, b.Level, named = document.KindHeading, level, true
		}
	}
	if named {
		c.ends = level
	}
}

// boldIn says whether all cells of a row are bold.
func boldIn(lines []line, cells []string) bool {
	for _, cell := range cells {
		if cell != "" && !slices.ContainsFunc(lines, func(l line) bool { return l.bold && strings.HasPrefix(cell, l.text) }) {
			return false
		}
	}
	return true
}
