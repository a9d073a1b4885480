package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// tableRow is a row of a table in the hits, or an item of a list that says what it is about.
type tableRow struct {
	label
	columns string   // what they are called, the same for all rows of a table
	values  []string // of the cells but the first
	text    string
	ours    bool // in the language of the answer
}

// mostRows is how many rows of a table a claim may name as exactly as any of them; one that fits more of them speaks of
// none.
const mostRows = 40

// otherCell reports whether a claim names a row of a table and gives what stands in the same column of another, which it
// does not name: "Samstag 8 bis 12 Uhr" where that is Friday's. Where figures is set, it looks at cells with figures, else
// at cells of words.
func (c *Checker) otherCell(cl *claim, figures bool) bool {
	if c.language != "de" && c.language != "en" {
		return false
	}
	named := c.rowsNamed(cl)
	for columns, own := range named.most {
		if len(own) > mostRows {
			continue
		}
		for j := range c.rows {
			other := &c.rows[j]
			if other.columns != columns || named.level[j] >= named.level[own[0]] {
				continue
			}
			if slices.ContainsFunc(own, func(i int) bool { return c.takesCell(cl, &c.rows[i], other, own, figures) }) {
				return true
			}
		}
	}
	return false
}

// namedRows says how exactly a claim names each row, and which rows of a table most exactly, by what its columns are
// called.
type namedRows struct {
	level []int
	most  map[string][]int
}

func (c *Checker) rowsNamed(cl *claim) *namedRows {
	if cl.named != nil {
		return cl.named
	}
	rows := c.tableRows()
	cl.named = &namedRows{make([]int, len(rows)), map[string][]int{}}
	for i := range rows {
		row := &rows[i]
		if !row.ours {
			continue
		}
		level := c.namedBy(cl, row.label)
		cl.named.level[i] = level
		switch most := cl.named.most[row.columns]; {
		case level == unnamed:
		case most == nil || level > cl.named.level[most[0]]:
			cl.named.most[row.columns] = []int{i}
		case level == cl.named.level[most[0]]:
			cl.named.most[row.columns] = append(most, i)
		}
	}
	for columns, most := range cl.named.most {
		if len(most) <= mostRows {
			cl.named.most[columns] = slices.DeleteFunc(slices.Clone(most), func(i int) bool {
				within := slices.ContainsFunc(most, func(k int) bool { return namedWithin(cl.text, rows[i].label, rows[k].label) })
				if within {
					cl.named.level[i] = unnamed
				}
				return within
			})
		}
	}
	return cl.named
}

// namedWithin reports whether a text names a label nowhere but in a longer one that has it in it: "Paddeln" in "Paddeln für
// Kinder".
func namedWithin(text string, l, longer label) bool {
	return len(l.text) < len(longer.text) && namesLabel(longer.text, l.text) && namesLabel(text, longer.text) &&
		!namesLabel(strings.ReplaceAll(text, longer.text, " "), l.text)
}

func (c *Checker) otherCellFigure(cl *claim) bool { return c.otherCell(cl, true) }
func (c *Checker) otherCellWords(cl *claim) bool  { return c.otherCell(cl, false) }

// takesCell reports whether a claim about a row gives a cell of another where that row has something else, and neither
// names what the other is about nor a row that has the same.
func (c *Checker) takesCell(cl *claim, own, other *tableRow, named []int, figures bool) bool {
	for k, value := range other.values {
		if k >= len(own.values) || own.values[k] == value || strings.ContainsAny(value, fact.Digits) != figures || !c.claimTells(cl, value) {
			continue
		}
		if c.claimTells(cl, own.values[k]) || c.factsOf(value).Any(func(x fact.Fact) bool { return c.reckoned(cl, x) }) || slices.ContainsFunc(named, func(i int) bool { return c.saysCell(c.rows[i].text, c.factsOf(c.rows[i].text), value) }) {
			continue
		}
		if !c.toldElsewhere(own, value) && !c.partlyNamed(strings.Replace(cl.text, value, " ", 1), own, value) {
			return true
		}
	}
	return false
}

// partlyNamed reports whether a text says a word of what another row with a value is about that its own does not have:
// "Vormittagskarte" of "Vormittagskarte (bis 12 Uhr)".
func (c *Checker) partlyNamed(text string, own *tableRow, value string) bool {
	return slices.ContainsFunc(c.rows, func(other tableRow) bool {
		return other.columns == own.columns && slices.Contains(other.values, value) &&
			slices.ContainsFunc(c.distinct(other.words, own.words), func(w string) bool { return c.coverage(w, text) >= sameWord })
	})
}

// claimTells is saysCell of a claim, which is asked for each cell.
func (c *Checker) claimTells(cl *claim, value string) bool {
	told, known := cl.tells[value]
	if !known {
		if cl.tells == nil {
			cl.tells = map[string]bool{}
		}
		told = c.saysCell(cl.text, cl.facts, value)
		cl.tells[value] = told
	}
	return told
}

// saysCell reports whether a text gives what a cell holds: as it stands, or all its figures and words.
func (c *Checker) saysCell(text string, stated *fact.Facts, value string) bool {
	own := c.factsOf(value)
	if namesLabel(text, value) && !pays(stated, value) {
		return len(own.All()) > 0 || len(c.content(value)) > 0
	}
	if own.Any(func(x fact.Fact) bool { return !stated.Has(x) || x.Unit == "" && pays(stated, x.Value) }) {
		return false
	}
	words := c.content(value)
	return len(words)+len(own.All()) > 0 && (len(words) == 0 || c.share(words, text, sameWord) == 1)
}

// pays reports whether a number is an amount of money, and nothing else: "80 €" is not the 80 of "Plätze: 80".
func pays(f *fact.Facts, number string) bool {
	as := func(such func(fact.Fact) bool) bool {
		return f.Any(func(x fact.Fact) bool { return x.Kind == fact.Number && x.Value == number && such(x) })
	}
	return as(fact.IsMoney) && !as(func(x fact.Fact) bool { return !fact.IsMoney(x) })
}

// toldElsewhere reports whether a line of the hits outside of the rows that are about something else gives a value of
// what a row is about.
func (c *Checker) toldElsewhere(own *tableRow, value string) bool {
	for p := range c.passages() {
		for line := range strings.Lines(p.Text) {
			under := line
			if strings.TrimPrefix(strings.TrimSpace(line), "• ") == own.text {
				continue
			}
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
