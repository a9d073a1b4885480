package rtf

import (
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/table"
)

// block is one of the document, with how its letters look.
type block struct {
	document.Block
	bold bool
	size int
}

// flow is text that is read from top to bottom: of the document, a footnote, a box, a header.
type flow struct {
	what string // the word of its group, "" for the document
	out  []block

	text    strings.Builder // of the paragraph being read
	style   style
	outline int
	list    int // depth, 0 for none
	inTable bool
	nested  int
	label   string
	notes   []string
	after   []block
	plain   bool // a letter is not bold
	size    int  // of its largest letters

	row    row
	rows   []row
	inner  []string // cells of a row of a table in a cell
	closed bool
}

// row is a row of a table.
type row struct {
	cells  []table.Cell
	lines  []string // of the cell being read
	edges  []edge
	header bool
}

// edge is where a cell ends, in twips, and how it is merged.
type edge struct {
	right        int
	down, across bool
}

// superscripts are the raised figures.
var superscripts = [...]rune{'⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'}

func (f *flow) write(s string, look state) {
	if f.text.Len() > document.MaxText {
		return
	}
	if look.raised && f.text.Len() > 0 {
		s = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return superscripts[r-'0']
			}
			return r
		}, s)
	}
	f.text.WriteString(s)
	if strings.ContainsFunc(s, unicode.IsLetter) {
		f.plain = f.plain || !look.bold
		f.size = max(f.size, look.size)
	}
}

// word reads a word about paragraphs or tables.
func (f *flow) word(p piece, styles map[int]style) {
	switch p.name {
	case "par", "sect", "page":
		f.paragraph()
	case "pard":
		f.style, f.outline, f.list, f.inTable, f.nested = style{}, 0, 0, false, 0
	case "s":
		f.style = styles[p.n]
	case "outlinelevel":
		f.outline = levelOf(p.n)
	case "ls":
		f.list = max(f.list, 1)
		if p.n == 0 {
			f.list = 0
		}
	case "ilvl":
		f.list = min(max(p.n, 0), 8) + 1
	case "intbl":
		f.inTable = !p.has || p.n != 0
	case "itap":
		f.nested = p.n
		f.inTable = p.n > 0
	case "cell":
		f.cell()
	case "row":
		f.endRow()
	case "nestcell":
		f.inner = append(f.inner, f.line())
	case "nestrow":
		f.row.lines = append(f.row.lines, strings.TrimSpace(strings.Join(f.inner, " ")))
		f.inner = nil
	case "trowd":
		f.row.edges, f.row.header = nil, false
	case "trhdr":
		f.row.header = true
	case "clvmrg", "clmrg", "cellx":
		f.edge(p)
	}
}

// edge reads what a row says about its next cell.
func (f *flow) edge(p piece) {
	if len(f.row.edges) == 0 || f.closed {
		if len(f.row.edges) >= table.MaxColumns {
			return
		}
		f.row.edges = append(f.row.edges, edge{})
		f.closed = false
	}
	last := &f.row.edges[len(f.row.edges)-1]
	switch p.name {
	case "clvmrg":
		last.down = true
	case "clmrg":
		last.across = true
	case "cellx":
		last.right, f.closed = p.n, true
	}
}

// plainSpaces makes spaces of those that break no line or are narrow.
var plainSpaces = strings.NewReplacer("\u00A0", " ", "\u202F", " ", "\u2009", " ")

// line ends the paragraph being read and gives its text.
func (f *flow) line() string {
	text := strings.TrimSpace(document.Visible(plainSpaces.Replace(f.text.String())))
	f.text.Reset()
	for _, note := range f.notes {
		if note != "" {
			text += " (" + note + ")"
		}
	}
	if mark := document.OneLine(f.label); numbers(mark) && text != "" {
		text = mark + " " + text
	}
	f.notes, f.label = nil, ""
	return text
}

// numbers says whether the label of an item counts: a bullet does not.
func numbers(label string) bool {
	return strings.ContainsFunc(label, unicode.IsDigit) || strings.ContainsAny(label, ".)")
}

// paragraph ends a paragraph.
func (f *flow) paragraph() {
	marked, plain, size := strings.TrimSpace(f.label) != "", f.plain, f.size
	text := f.line()
	f.plain, f.size = false, 0
	if f.inTable {
		f.row.lines = append(f.row.lines, text)
		return
	}
	f.table()
	if document.Meaningful(text) && !f.style.contents && !f.style.hidden && len(f.out) < document.MaxBlocks {
		b := block{Block: document.Block{Kind: document.KindParagraph, Text: text}, bold: !plain, size: size}
		level := max(f.style.level, f.outline)
		if f.style.level > 0 {
			level = f.style.level
		}
		switch {
		case level > 0 && len(text) < 300:
			b.Kind, b.Level, b.Text = document.KindHeading, level, document.OneLine(text)
		case marked, f.list > 0:
			b.Kind, b.Level = document.KindItem, max(1, f.list)
		}
		f.out = append(f.out, b)
	}
	f.out = append(f.out, f.after...)
	f.after = nil
}

func (f *flow) cell() {
	f.row.lines = append(f.row.lines, f.line())
	f.plain, f.size = false, 0
	text := strings.TrimSpace(strings.Join(f.row.lines, "\n"))
	f.row.lines = nil
	if len(f.row.cells) < table.MaxColumns {
		f.row.cells = append(f.row.cells, table.Cell{Text: text})
	}
}

func (f *flow) endRow() {
	if len(f.row.cells) > 0 && len(f.rows) < document.MaxBlocks {
		r := f.row
		r.edges = slices.Clone(r.edges)
		f.rows = append(f.rows, r)
	}
	f.row.cells, f.row.lines = nil, nil // what a row says about its cells may hold for the next, too
}

// end ends the flow with what is left of it.
func (f *flow) end() {
	f.inTable = false
	if len(f.row.cells) > 0 {
		f.endRow()
	}
	f.paragraph()
}

// near is how far edges of cells in different rows, in twips, may be apart that are one: a twentieth of an inch.
const near = 72

// table writes the table whose rows were read.
func (f *flow) table() {
	if len(f.rows) == 0 {
		return
	}
	rows := f.rows
	f.rows = nil
	var edges []int
	for _, r := range rows {
		for _, e := range r.edges {
			edges = append(edges, e.right)
		}
	}
	slices.Sort(edges)
	var columns []int // where they end
	for _, e := range edges {
		if n := len(columns); n == 0 || e-columns[n-1] > near {
			columns = append(columns, e)
		}
	}
	var g table.Grid
	for i, r := range rows {
		g.Rows = append(g.Rows, r.spanning(columns))
		if r.header && g.Headers == i {
			g.Headers++
		}
	}
	for _, b := range g.Blocks(0) {
		f.out = append(f.out, block{Block: b})
	}
}

// spanning gives the cells of a row with how many columns each covers.
func (r row) spanning(columns []int) []table.Cell {
	var out []table.Cell
	from := 0
	for i, c := range r.cells {
		if i >= len(r.edges) || len(columns) > table.MaxColumns {
			out = append(out, c)
			continue
		}
		e := r.edges[i]
		to, _ := slices.BinarySearch(columns, e.right-near)
		c.Span, c.Down = max(1, to+1-from), e.down
		from = max(to+1, from+1)
		if n := len(out); e.across && n > 0 {
			out[n-1].Span += c.Span
			continue
		}
		out = append(out, c)
	}
	return out
}

// lines gives what was read one a line.
func (f *flow) lines() string {
	var d document.Document
	for _, b := range f.out {
		d.Blocks = append(d.Blocks, b.Block)
	}
	return d.Lines()
}
