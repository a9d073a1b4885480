package webpage

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/table"
	"github.com/webchatagent/wca/internal/wordlist"
)

// rowReader reads the rows of a table.
type rowReader struct {
	*walker
	rows   []*html.Node // those that are seen
	width  int          // of the widest, in columns
	carry  []carried
	header []string
	above  []string // the last row of the header, which is not in header yet
	spans  [][2]int // its cells that span columns
	heads  int      // how many rows the header has
	begun  bool     // a row of the table's own was read
}

// rows reads the rows of a table of data.
func (w *walker) rows(rows []*html.Node) {
	before := len(w.segments)
	r := &rowReader{walker: w}
	var part *html.Node // of the table, around the row
	hidden := false
	for _, row := range rows {
		if row.Parent != part {
			part, hidden = row.Parent, w.hide.hides(row.Parent)
		}
		if !hidden && !w.hide.hides(row) {
			r.rows = append(r.rows, row)
			r.width = max(r.width, columns(row))
		}
	}
	for i := range r.rows {
		switch {
		case r.alone(i):
		case r.heads < mostHeaders && r.isHeader(i):
			r.name(i)
		default:
			r.row(r.rows[i])
		}
	}
	// A header without rows is all the table says.
	if r.heads > 0 && len(w.segments) == before {
		r.nameAll()
		w.add(segment{Block: document.Block{Kind: document.KindRow, Text: strings.Join(r.header, "\t"), Anchor: w.anchor}, at: r.rows[0]})
	}
}

// columns is over how many columns the cells of a row reach.
func columns(row *html.Node) (n int) {
	for c := range cellsOf(row) {
		n = min(n+span(c, "colspan"), table.MaxColumns)
	}
	return n
}

// name takes a row into the header. What the row above says over several columns is said of each of those that it names.
func (r *rowReader) name(i int) {
	var cells []string
	cells, _, r.carry = r.cells(r.rows[i], r.carry)
	if r.heads > 0 {
		for _, s := range r.spans {
			for k := s[0] + 1; k < min(s[0]+s[1], len(r.above)); k++ {
				r.above[k] = r.above[s[0]]
			}
		}
	}
	r.nameAll()
	r.above, r.spans = onOneLine(cells), slices.Clone(r.walker.spans)
	r.heads++
}

// nameAll makes all rows of the header the names of the columns.
func (r *rowReader) nameAll() {
	if r.above != nil {
		r.header, r.above = table.JoinHeaders(r.header, r.above), nil
	}
}

// row reads a row of the table's own.
func (r *rowReader) row(row *html.Node) {
	r.nameAll()
	r.begun = true
	var cells []string
	var links linkCount
	cells, links, r.carry = r.cells(row, r.carry)
	headed := overSpans(r.header, r.walker.spans)
	for _, cells := range rowsInLines(cells) {
		text := strings.Join(cells, "\t")
		if !document.Meaningful(text) {
			continue
		}
		b := document.Block{Kind: document.KindRow, Text: strings.TrimRight(text, "\t"), Anchor: r.anchor, Header: headed}
		r.add(segment{Block: b, at: row, linkChars: min(links.chars, len(b.Text)), links: links.count})
	}
}

// longestGroup is how many letters the name of a part of a table may have.
const longestGroup = 60

// alone reads a row with no more than one cell that covers all columns: the name of a part of the table, "Vorspeisen", as a
// heading of the rows below, else a line of text. Names that are set so in the first column of an else empty row count, too.
func (r *rowReader) alone(i int) bool {
	cell, whole := r.onlyCell(i)
	if cell == nil || r.carries() {
		return false
	}
	strong := cell.DataAtom == atom.Th || r.rows[i].Parent.DataAtom == atom.Thead || onlyBold(cell)
	text := textOf(cell, 4*longestGroup)
	goesOn := false
	if i+1 < len(r.rows) {
		below, _ := r.onlyCell(i + 1)
		goesOn = below == nil
	}
	switch {
	case strong && goesOn && utf8.RuneCountInString(text) <= longestGroup && !document.EndsSentence(text) && !states(text):
		r.apart(r.rows[i], document.KindHeading, r.section+1, func() { r.together(func() { r.children(cell) }) })
	case whole:
		r.apart(r.rows[i], document.KindParagraph, 0, func() { r.children(cell) })
	default:
		return false
	}
	return true
}

// carries says whether a cell of a row above spans the next one, too.
func (r *rowReader) carries() bool {
	return slices.ContainsFunc(r.carry, func(c carried) bool { return c.rows > 0 })
}

// onlyCell is the only cell of a row that says something, if it is the first, and whether it covers all columns of a table
// of several; nil where others say something, too.
func (r *rowReader) onlyCell(i int) (only *html.Node, whole bool) {
	cells := 0
	for c := range cellsOf(r.rows[i]) {
		if r.hide.hides(c) {
			continue
		}
		switch cells++; {
		case r.sizes.of(c) == 0:
			if cells == 1 {
				return nil, false
			}
		case cells > 1:
			return nil, false
		default:
			only, whole = c, r.width > 1 && span(c, "colspan") >= r.width
		}
	}
	return only, whole
}

// isHeader says whether a row names the columns.
func (r *rowReader) isHeader(i int) bool {
	row := r.rows[i]
	if row.Parent.DataAtom == atom.Thead {
		return true
	}
	if r.begun || i+1 >= len(r.rows) {
		return false
	}
	if r.heads > 0 {
		return r.partsColumns(row)
	}
	return r.marksNames(row) || r.namesByPlace(i) || r.namesAmounts(i)
}

// marksNames says whether a page marks a row as one of names.
func (w *walker) marksNames(row *html.Node) bool {
	cells := 0
	for c := range row.ChildNodes() {
		switch c.DataAtom {
		case atom.Th:
			cells++
		case atom.Td:
			// Some mark a header by bold type only.
			if n := w.sizes.of(c); n > 0 && !(n < 60 && onlyBold(c)) {
				return false
			}
			cells++
		}
	}
	return cells > 1
}

// partsColumns says whether a row names the columns that cells of the header above it cover together, and no others.
func (r *rowReader) partsColumns(row *html.Node) bool {
	covered, told := 0, 0
	for _, s := range r.spans {
		covered += s[1]
	}
	for c := range cellsOf(row) {
		told += span(c, "colspan")
		if text := textOf(c, longestColumn+1); c.DataAtom == atom.Td && (len(text) > longestColumn || table.IsAmount(text+" ") || states(text)) {
			return false
		}
	}
	return covered > 0 && told == covered
}

// longestColumn is how many bytes the name of a column has at most that no mark tells.
const longestColumn = 30

// textsOf are the texts of the cells of a row.
func (r *rowReader) textsOf(row *html.Node) (texts []string, plain bool) {
	for c := range cellsOf(row) {
		if span(c, "colspan") > 1 || span(c, "rowspan") > 1 {
			return nil, false
		}
		texts = append(texts, strings.TrimSpace(textOf(c, longestColumn+1)))
	}
	return texts, true
}

// namesByPlace says whether the first row names the columns though nothing marks it: its first cell is empty as that of no
// other row, and the others are short and each different.
func (r *rowReader) namesByPlace(i int) bool {
	names, plain := r.textsOf(r.rows[i])
	if !plain || len(names) < 3 || names[0] != "" || i+2 >= len(r.rows) {
		return false
	}
	for k, name := range names[1:] {
		if name == "" || len(name) > longestColumn || hasPrice(name) || slices.Contains(names[1:k+1], name) {
			return false
		}
	}
	for _, row := range r.rows[i+1:] {
		if row.FirstChild != nil && !r.begins(row) {
			return false
		}
	}
	return true
}

// begins says whether the first cell of a row says something.
func (r *rowReader) begins(row *html.Node) bool {
	for c := range cellsOf(row) {
		return r.sizes.of(c) > 0
	}
	return false
}

// amountNames are words by which columns of amounts and times are named.
var amountNames = wordlist.Set(`preis preise kosten gebühr gebühren betrag beitrag miete entgelt tarif honorar eintritt euro eur chf dauer uhrzeit zeit zeiten anzahl menge gewicht
	price prices cost costs fee fees amount rate rates duration time times quantity weight`)

// notName is what stands around the words of such a name.
var notName = regexp.MustCompile(`[^\p{L}]+`)

// namesAmounts says whether the first row names the columns though nothing marks it: without any figure, it names one as
// amounts or times are named, and there the rows below have figures.
func (r *rowReader) namesAmounts(i int) bool {
	names, plain := r.textsOf(r.rows[i])
	if !plain || len(names) < 2 || names[0] == "" {
		return false
	}
	for _, name := range names {
		if name == "" || len(name) > longestColumn || strings.ContainsAny(name, "0123456789:") {
			return false
		}
	}
	for k, name := range names[1:] {
		words := notName.Split(strings.ToLower(name), -1)
		if slices.ContainsFunc(words, func(w string) bool { return amountNames[w] }) && r.figuresBelow(i, k+1) {
			return true
		}
	}
	return false
}

// figuresBelow says whether all that stands in a column below a row has figures.
func (r *rowReader) figuresBelow(i, column int) bool {
	for _, row := range r.rows[i+1:] {
		texts, plain := r.textsOf(row)
		if !plain || column >= len(texts) || !strings.ContainsAny(texts[column], "0123456789") {
			return false
		}
	}
	return true
}
