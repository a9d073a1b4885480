package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
)

// tableRow is a row of a table in the hits, or an item of a list that says what it is about.
type tableRow struct {
	label
	columns string   // what they are called, the same for all rows of a table
	values  []string // of the cells but the first
	text    string
	ours    bool // in the language of the answer
}

// otherCell reports whether a claim names a row of a table and gives what stands in the same column of another, which it
// does not name: "Samstag 8 bis 12 Uhr" where that is Friday's. Where figures is set, it looks at cells with figures, else
// at cells of words.
func (c *Checker) otherCell(cl *claim, figures bool) bool {
	if c.language != "de" && c.language != "en" {
		return false
	}
	named, most := c.rowsNamed(cl)
	for i := range c.rows {
		own := &c.rows[i]
		if level := most[own.columns]; level == unnamed || !own.ours || named[i] < level {
			continue
		}
		for j := range c.rows {
			other := &c.rows[j]
			if other.columns != own.columns || named[j] >= named[i] {
				continue
			}
			if value := c.cellTaken(cl, own, other, figures); value != "" && !c.partlyNamed(strings.Replace(cl.text, value, " ", 1), own, other) {
				return true
			}
		}
	}
	return false
}

// partlyNamed reports whether a text says a word of what another row is about that its own does not have: "Vormittagskarte"
// of "Vormittagskarte (bis 12 Uhr)".
func (c *Checker) partlyNamed(text string, own, other *tableRow) bool {
	return slices.ContainsFunc(c.distinct(other.words, own.words), func(w string) bool { return c.coverage(w, text) >= sameWord })
}

// rowsNamed says how exactly a claim names each row, and which of a table most exactly, by what its columns are called.
func (c *Checker) rowsNamed(cl *claim) (named []int, most map[string]int) {
	if cl.named == nil {
		rows := c.tableRows()
		cl.named, cl.most = make([]int, len(rows)), map[string]int{}
		for i := range rows {
			cl.named[i] = c.namedBy(cl, rows[i].label)
			cl.most[rows[i].columns] = max(cl.most[rows[i].columns], cl.named[i])
		}
	}
	return cl.named, cl.most
}

func (c *Checker) otherCellFigure(cl *claim) bool { return c.otherCell(cl, true) }
func (c *Checker) otherCellWords(cl *claim) bool  { return c.otherCell(cl, false) }

// cellTaken is the cell of another row that a claim about a row gives where that row has something else, "" if it gives none.
func (c *Checker) cellTaken(cl *claim, own, other *tableRow, figures bool) string {
	for k, value := range other.values {
		if k >= len(own.values) || strings.ContainsAny(value, digits) != figures || !c.saysCell(cl.text, cl.facts, value) {
			continue
		}
		if !c.saysCell(cl.text, cl.facts, own.values[k]) && !c.saysCell(own.text, c.factsOf(own.text), value) && !c.toldElsewhere(own, value) {
			return value
		}
	}
	return ""
}

// saysCell reports whether a text gives what a cell holds: as it stands, or all its figures and words.
func (c *Checker) saysCell(text string, stated *facts, value string) bool {
	words, own := c.content(value), c.factsOf(value)
	if len(words) == 0 && len(own.all) == 0 {
		return false
	}
	if namesLabel(text, value) {
		return true
	}
	return (len(words) == 0 || c.share(words, text, sameWord) == 1) && !own.any(func(x fact) bool { return !stated.has(x) })
}

// toldElsewhere reports whether a line of the hits outside of the rows that are about something else gives a value of
// what a row is about.
func (c *Checker) toldElsewhere(own *tableRow, value string) bool {
	for p := range c.passages() {
		for line := range strings.Lines(p.Text) {
			under := line
			if !strings.Contains(line, stated.CellBreak) {
				under = above(p) + "\n" + line
			}
			if c.howNamed(under, own.label) != unnamed && c.saysCell(line, c.factsOf(line), value) {
				return true
			}
		}
	}
	return false
}

// tableRows are the rows of tables in the hits, and the items of lists.
func (c *Checker) tableRows() []tableRow {
	if c.rows != nil {
		return c.rows
	}
	c.rows = []tableRow{}
	for p := range c.passages() {
		for line := range strings.Lines(p.Text) {
			line = strings.TrimPrefix(strings.TrimSpace(line), "• ")
			about, _ := labelled(line)
			if about == "" {
				continue
			}
			row := c.tableRow(line)
			if len(row.values) == 0 { // an item "Hunde: 5 € am Tag" is a row with one cell besides
				row = tableRow{label: c.labelOf(about), columns: p.ID, values: []string{strings.TrimPrefix(line, about+": ")}, text: line}
			}
			row.columns, row.ours = p.Document+above(p)+"\n"+row.columns, c.ours(p.Language)
			c.rows = append(c.rows, row)
		}
	}
	return c.rows
}

func (c *Checker) tableRow(line string) tableRow {
	row := tableRow{text: line}
	for i, cell := range strings.Split(line, stated.CellBreak) {
		head, value, named := strings.Cut(cell, ": ")
		if !named {
			head, value = "", cell
		}
		row.columns += head + "\n"
		if i == 0 {
			row.label = c.labelOf(value)
			continue
		}
		row.values = append(row.values, value)
	}
	return row
}
