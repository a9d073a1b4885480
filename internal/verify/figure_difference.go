package verify

import (
	"math"
	"regexp"
	"slices"
	"strconv"

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
				if slices.ContainsFunc(cells[i+1:], func(b cellAmount) bool { return differ(a, b, value, m[1] != "", m[2]) }) {
					return true
				}
			}
		}
	}
	return false
}

// isTotal reports whether a fact of a claim that adds up is what two rows that it names, or all of them, have together in a
// column: "Eispickel und Grödel kosten zusammen 21 €".
func (c *Checker) isTotal(cl *claim, x fact.Fact) bool {
	if !fact.IsMoney(x) || !inAll.MatchString(cl.text) {
		return false
	}
	value := valueOf(x)
	for columns := range c.rowsNamed(cl).most {
		sums := map[int]float64{}
		cells := c.namedAmounts(cl, columns, x)
		for i, a := range cells {
			sums[a.column] += a.value
			if slices.ContainsFunc(cells[i+1:], func(b cellAmount) bool { return a.row != b.row && a.column == b.column && same(a.value+b.value, value) }) {
				return true
			}
		}
		for _, sum := range sums {
			if len(cells) > 2 && same(sum, value) {
				return true
			}
		}
	}
	return false
}

// reckoned reports whether a fact of a claim is the difference or the total of what rows that it names have.
func (c *Checker) reckoned(cl *claim, x fact.Fact) bool {
	return c.isDifference(cl, x) || c.isTotal(cl, x)
}

// differ reports whether two cells of a row, or of a column, differ by a value. What a text from "als" or "than" on names
// is what has less, or more, than the other.
func differ(a, b cellAmount, value float64, more bool, than string) bool {
	if (a.row == b.row) == (a.column == b.column) || !same(math.Abs(a.value-b.value), value) {
		return false
	}
	if a.row == b.row {
		return true
	}
	switch second, first := namesLabel(than, b.row.label.text), namesLabel(than, a.row.label.text); {
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
