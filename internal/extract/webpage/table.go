package webpage

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/table"
)

// mostHeaders is how many of the first rows may name the columns; the names of all stand together over each of them.
const mostHeaders = 8

// tableRoles are the elements that tables made of boxes stand for by their roles, see https://www.w3.org/TR/wai-aria/#table.
var tableRoles = map[string]atom.Atom{
	"table": atom.Table, "grid": atom.Table, "rowgroup": atom.Tbody, "row": atom.Tr, "columnheader": atom.Th, "rowheader": atom.Th,
	"cell": atom.Td, "gridcell": atom.Td,
}

// inTableRole are the roles of what may stand directly in a box of each, see there.
var inTableRole = map[string][]string{
	"table": {"rowgroup", "row"}, "grid": {"rowgroup", "row"}, "rowgroup": {"row"}, "row": {"columnheader", "rowheader", "cell", "gridcell"},
}

// tablesOfBoxes makes tables of the boxes that a page calls tables. Those with anything else between or beside their
// cells, or a link around them, stay boxes: a table would lose it.
func tablesOfBoxes(root *html.Node, s sizes) {
	for t := range root.Descendants() {
		if role := attr(t, "role"); t.DataAtom == atom.Table || role != "table" && role != "grid" || !s.boxesOfTable(t, role) {
			continue
		}
		becomeTable(t, attr(t, "role"))
	}
}

// becomeTable makes a table of a box and of the boxes that are its parts. What stands in its cells may be a table of
// its own, and sound or not.
func becomeTable(n *html.Node, as string) {
	n.DataAtom, n.Data = tableRoles[as], tableRoles[as].String()
	for c := range n.ChildNodes() {
		if inner := attr(c, "role"); c.Type == html.ElementNode && slices.Contains(inTableRole[as], inner) {
			becomeTable(c, inner)
		}
	}
}

// boxesOfTable says whether in a box of such a role stand only those that may.
func (s sizes) boxesOfTable(n *html.Node, role string) bool {
	may, holds := inTableRole[role]
	if n.DataAtom == atom.A {
		return false
	}
	if !holds { // a cell
		return true
	}
	for c := range n.ChildNodes() {
		inner := attr(c, "role")
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type == html.ElementNode && slices.Contains(may, inner):
			if !s.boxesOfTable(c, inner) {
				return false
			}
		case c.Type == html.ElementNode && s.of(c) > 0:
			return false
		}
	}
	return true
}

// table reads a table of data as rows. A table that only arranges the page is
// read as the blocks inside it.
func (w *walker) table(n *html.Node) {
	if w.inside(n) {
		return
	}
	rows := tableRows(n)
	if w.arranges(n, rows) {
		w.block(n, w.kind, w.level)
		return
	}
	w.closed(func() {
		for c := range n.ChildNodes() {
			if c.DataAtom == atom.Caption {
				w.node(c)
			}
		}
		w.rows(rows)
	})
}

// cellsOf are the cells of a row.
func cellsOf(row *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for c := range row.ChildNodes() {
			if (c.DataAtom == atom.Td || c.DataAtom == atom.Th) && !yield(c) {
				return
			}
		}
	}
}

// tableRows are the rows of the table itself, not of tables inside it.
func tableRows(table *html.Node) []*html.Node {
	var rows []*html.Node
	for c := range table.ChildNodes() {
		switch c.DataAtom {
		case atom.Tr:
			rows = append(rows, c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			for r := range c.ChildNodes() {
				if r.DataAtom == atom.Tr {
					rows = append(rows, r)
				}
			}
		}
	}
	return rows
}

// arranges says whether a table only places parts of the page side by side.
func (w *walker) arranges(table *html.Node, rows []*html.Node) bool {
	if role := attr(table, "role"); role == "presentation" || role == "none" {
		return true
	}
	columns, cells, chars, heads, filled := 0, 0, 0, 0, 0
	for _, row := range rows {
		width := 0
		for c := range cellsOf(row) {
			width++
			cells++
			n := w.sizes.of(c)
			if n > 0 {
				filled++
			}
			if n > 1500 {
				return true
			}
			chars += n
			if c.DataAtom == atom.Th {
				heads++
			}
		}
		columns = max(columns, width)
	}
	if columns < 2 || cells == 0 || filled < 2 {
		return true
	}
	if chars/max(1, filled) > 400 {
		return true
	}
	paragraphs := 0
	for c := range table.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Table:
			if c != table {
				return true
			}
		case atom.Form, atom.Article, atom.Section, atom.Pre:
			return true
		case atom.P:
			paragraphs++
		case atom.H1, atom.H2, atom.H3, atom.H4:
			if heads == 0 {
				return true
			}
		}
	}
	return paragraphs > 3*cells
}

func onlyBold(n *html.Node) bool {
	found := false
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case c.Type == html.ElementNode && (c.DataAtom == atom.B || c.DataAtom == atom.Strong):
			found = true
		case c.Type == html.ElementNode && (c.DataAtom == atom.P || c.DataAtom == atom.Span || c.DataAtom == atom.Div) && onlyBold(c):
			found = true
		default:
			return false
		}
	}
	return found
}

// overSpans gives the header of a row in which cells span columns, spans with the first column and how many: what is said for
// Saturday and Sunday in one is said of both. A cell that begins in the first column says something else than its head does.
func overSpans(header []string, spans [][2]int) []string {
	if len(spans) == 0 {
		return header
	}
	out := slices.Clone(header)
	for _, s := range spans {
		if s[0] == 0 {
			continue
		}
		var names []string
		for _, name := range header[min(s[0], len(header)):min(s[0]+s[1], len(header))] {
			if name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if joined := strings.Join(withoutCommon(names), ", "); len(names) > 1 && len(joined) <= mostJoined {
			out[s[0]] = joined
		}
	}
	return out
}

// withoutCommon leaves the words with which all names begin to the first: "Sommer Frühstück", "Halbpension".
func withoutCommon(names []string) []string {
	if len(names) < 2 {
		return names
	}
	common := strings.Fields(names[0])
	for _, name := range names[1:] {
		words, same := strings.Fields(name), 0
		for same < min(len(common), len(words)-1) && common[same] == words[same] {
			same++
		}
		common = common[:same]
	}
	out := slices.Clone(names)
	for i := range out[1:] {
		out[i+1] = strings.Join(strings.Fields(out[i+1])[len(common):], " ")
	}
	return out
}

// mostJoined is how long the names of columns that a cell spans may be together, in bytes.
const mostJoined = 60

// carried is a cell that spans rows below its own.
type carried struct {
	rows int // how many are left; 0 where there is none
	text string
}

type linkCount struct{ chars, count int }

// cells reads a row. A cell that spans columns stands in each of its columns'
// places only once, one that spans rows is repeated, so that every row can be
// understood alone.
func (w *walker) cells(row *html.Node, carry []carried) ([]string, linkCount, []carried) {
	var out []string
	var links linkCount
	w.spans = w.spans[:0]
	next := slices.Clone(carry) // by column
	for column := range next {
		next[column].rows = max(0, next[column].rows-1)
	}
	take := func() {
		for len(out) < min(len(carry), table.MaxColumns) && carry[len(out)].rows > 0 {
			out = append(out, carry[len(out)].text)
		}
	}
	for c := range cellsOf(row) {
		if w.hide.hides(c) {
			continue
		}
		take()
		if len(out) >= table.MaxColumns {
			break
		}
		text, l := w.cell(c)
		links.chars += l.chars
		links.count += l.count
		if rows := span(c, "rowspan"); rows > 1 && len(text) < 200 {
			next = carryOn(next, len(out), carried{rows - 1, strings.ReplaceAll(text, "\n", " ")})
		}
		if columns := span(c, "colspan"); columns > 1 && text != "" {
			w.spans = append(w.spans, [2]int{len(out), columns})
		}
		out = append(out, text)
		for range span(c, "colspan") - 1 {
			if len(out) < table.MaxColumns {
				out = append(out, "")
			}
		}
	}
	take()
	return out, links, next
}

// carryOn notes a cell for the rows below, unless one from further above spans them already.
func carryOn(carry []carried, column int, c carried) []carried {
	for len(carry) <= column {
		carry = append(carry, carried{})
	}
	if carry[column].rows == 0 {
		carry[column] = c
	}
	return carry
}

// cell reads the text of a cell, with the lines that breaks make.
func (w *walker) cell(n *html.Node) (string, linkCount) {
	w.inline++
	w.lined = w.inline == 1
	w.children(n)
	w.inline--
	w.lined = false
	text := strings.TrimSpace(strings.ReplaceAll(string(w.text), "\t", " "))
	l := linkCount{w.linkChars, w.links}
	w.clear()
	return text, l
}

func span(n *html.Node, key string) int {
	s, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || s < 1 {
		return 1
	}
	return min(s, table.MaxColumns)
}
