package verify

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// comparing is an amount by which something is more, or less, than something else: "80 € mehr", "£1 cheaper".
var comparing = pattern.New([]string{"mehr", "teurer", "länger", "weniger", "günstiger", "billiger", "kürzer", "more", "dearer", "longer", "less", "cheaper", "shorter", "fewer"},
	regexp.MustCompile(`(?i)[€£$]?\d[\d.,]*\s*(?:[^\s\d,;]+\s+){0,3}?(?:(mehr|teurer|länger|more|dearer|longer)|weniger|günstiger|billiger|kürzer|less|cheaper|shorter|fewer)\b(.*\b(?:als|than)\b.*)?`))

// cellAmount is an amount in a cell of a row that a claim names.
type cellAmount struct {
	row    *tableRow
	column int
	value  float64
}

// head is what the column of a cell is called, "" if it is called nothing.
func (a cellAmount) head() string {
	columns := strings.Split(a.row.columns, "\n")
	if at := len(columns) - len(a.row.values) - 1 + a.column; at >= 0 {
		return columns[at]
	}
	return ""
}

// isDifference reports whether a fact of a claim is by how much two rows that it names differ in a column, or two cells of
// one: "Buche kostet 80 € mehr als Ahorn" of 175 € and 95 €.
func (c *Checker) isDifference(cl *claim, x fact.Fact) bool {
	if x.Kind != fact.Number || !cl.hints(comparing) {
		return false
	}
	value := valueOf(x)
	for _, m := range comparing.FindAllStringSubmatch(cl.text, -1) {
		if !c.factsOf(m[0]).Has(x) {
			continue
		}
		for columns := range c.rowsNamed(cl).most {
			cells := c.namedAmounts(cl, columns, x)
			for i, a := range cells {
				if slices.ContainsFunc(cells[i+1:], func(b cellAmount) bool { return c.differ(a, b, value, m[1] != "", m[2]) }) {
					return true
				}
			}
		}
	}
	return false
}

// isTotal reports whether a fact of a claim that adds up is what the rows that it names for it, one of each, have together
// in a column: "Eispickel und Grödel kosten zusammen 21 €".
func (c *Checker) isTotal(cl *claim, x fact.Fact) bool {
	if !fact.IsMoney(x) || !inAll.MatchString(cl.text) {
		return false
	}
	value := valueOf(x)
	for columns := range c.rowsNamed(cl).most {
		cells := c.inSaidColumns(cl, c.namedAmounts(cl, columns, x))
		if len(cells) < 2 || c.countsRows(cl, cells) {
			continue
		}
		if slices.ContainsFunc(c.namedFor(cl, x), func(text string) bool { return c.totals(cells, text, value) }) {
			return true
		}
	}
	return false
}

// totals reports whether the rows that a text names have a value together in a column: those that it calls as they are
// called if there are several, else all whose words it says.
func (c *Checker) totals(cells []cellAmount, text string, value float64) bool {
	called := func(a cellAmount) bool { return namesLabel(text, a.row.label.text) }
	said := func(a cellAmount) bool { return called(a) || c.share(a.row.label.words, text, sameWord) == 1 }
	for _, named := range []func(cellAmount) bool{called, said} {
		sums, rows := map[int]float64{}, map[int]int{}
		for _, a := range cells {
			if named(a) {
				sums[a.column] += a.value
				rows[a.column]++
			}
		}
		several := false
		for column, sum := range sums {
			if rows[column] > 1 && same(sum, value) {
				return true
			}
			several = several || rows[column] > 1
		}
		if several {
			return false
		}
	}
	return false
}

// namedFor are the parts of a claim that may name what an amount is the total of: what stands between the amount before and
// it, all before it, and the whole of a claim that names nothing before its first.
func (c *Checker) namedFor(cl *claim, x fact.Fact) []string {
	last := 0
	for _, at := range amount.FindAllStringIndex(cl.text, -1) {
		if fact.Of(cl.text[at[0]:at[1]]).Has(x) {
			if last == 0 && !slices.ContainsFunc(c.rows, func(r tableRow) bool { return namesLabel(cl.text[:at[0]], r.label.text) }) {
				return []string{cl.text}
			}
			return []string{cl.text[last:at[0]], cl.text[:at[0]]}
		}
		last = at[1]
	}
	return []string{cl.text}
}

// countsRows reports whether a claim speaks of several of one of the rows that it names, or of several days or weeks: their
// total is worked out from the prices (sums).
func (c *Checker) countsRows(cl *claim, cells []cellAmount) bool {
	text, rows := cl.text, map[*tableRow]bool{}
	for _, a := range cells {
		if !rows[a.row] {
			rows[a.row] = true
			text = strings.ReplaceAll(text, a.row.label.text, "Ware"+strings.Repeat("x", len(rows)))
		}
	}
	return slices.ContainsFunc(termsIn(text, c.language), func(t term) bool {
		return t.n > 1 && (t.times || t.n != len(rows) || strings.HasPrefix(t.of, "Warex"))
	})
}

// inSaidColumns are those of some cells whose column a claim says, all if it says none.
func (c *Checker) inSaidColumns(cl *claim, cells []cellAmount) []cellAmount {
	said := slices.DeleteFunc(slices.Clone(cells), func(a cellAmount) bool { return !c.saysHead(cl.text, a) })
	if len(said) == 0 {
		return cells
	}
	return said
}

// saysHead reports whether a text says what the column of a cell is called.
func (c *Checker) saysHead(text string, a cellAmount) bool {
	head := a.head()
	return c.share(c.content(head), text, sameWord) == 1 || namesLabel(strings.ToLower(text), strings.ToLower(head))
}

// reckoned reports whether a fact of a claim is the difference or the total of what rows that it names have.
func (c *Checker) reckoned(cl *claim, x fact.Fact) bool {
	return c.isDifference(cl, x) || c.isTotal(cl, x)
}

// differ reports whether two cells of a row, or of a column, differ by a value. What a text from "als" or "than" on names
// is what has less, or more, than the other.
func (c *Checker) differ(a, b cellAmount, value float64, more bool, than string) bool {
	if (a.row == b.row) == (a.column == b.column) || !same(math.Abs(a.value-b.value), value) {
		return false
	}
	named := func(x cellAmount) bool { return namesLabel(than, x.row.label.text) }
	if a.row == b.row {
		named = func(x cellAmount) bool { return c.saysHead(than, x) }
	}
	switch second, first := named(b), named(a); {
	case second == first:
		return true
	case second:
		return (a.value > b.value) == more
	}
	return (b.value > a.value) == more
}

// namedAmounts are the amounts like a fact in the rows of a table that a claim names, of the cells that have one of them;
// none where it names many.
func (c *Checker) namedAmounts(cl *claim, columns string, x fact.Fact) (cells []cellAmount) {
	level, rows := c.rowsNamed(cl).level, 0
	for i := range c.rows {
		row := &c.rows[i]
		if row.columns != columns || level[i] == unnamed {
			continue
		}
		if rows++; rows > mostRows {
			return nil
		}
		for k, value := range row.values {
			if own := c.factsOf(value).All(); len(own) == 1 && own[0].Kind == fact.Number && (own[0].Unit == x.Unit || x.Unit == fact.Things.Kind && own[0].Unit == "") {
				cells = append(cells, cellAmount{row, k, valueOf(own[0])})
			}
		}
	}
	return cells
}

// valueOf is how much a number says, in the base of its measure if it has one.
func valueOf(x fact.Fact) float64 {
	said := x.Amount
	if said == "" {
		said = x.Value
	}
	value, err := strconv.ParseFloat(said, 64)
	if err != nil {
		return math.NaN()
	}
	return value
}
