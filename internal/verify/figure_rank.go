package verify

import (
	"regexp"
	"strconv"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// comparison is a way to say that one of several is more, or the most, of something that has a number.
type comparison struct {
	most, than *regexp.Regexp
	kinds      []string // of measures
	less       bool
}

var comparisons = []comparison{
	{regexp.MustCompile(`(?i)(?:günstigst|billigst|preiswertest|niedrigste[nrsm]? \pL*(?:preis|gebühr|kosten|miete|beitrag)|cheapest|least expensive|lowest (?:\pL+ )?(?:price|fee|rent|cost))`), regexp.MustCompile(`(?i)\b(?:günstiger|billiger|preiswerter|cheaper|less expensive)\b(.*)\b(?:als|than)\b`), fact.Money, true},
	{regexp.MustCompile(`(?i)(?:teuerst|höchste[nrsm]? \pL*(?:preis|gebühr|kosten|miete|beitrag)|most expensive|highest (?:\pL+ )?(?:price|fee|rent|cost))`), regexp.MustCompile(`(?i)\b(?:teurer|more expensive|dearer)\b(.*)\b(?:als|than)\b`), fact.Money, false},
	{regexp.MustCompile(`(?i)(?:kürzeste|shortest)`), regexp.MustCompile(`(?i)\b(?:kürzer|shorter)\b(.*)\b(?:als|than)\b`), fact.Lasting, true},
	{regexp.MustCompile(`(?i)(?:längste[nrs]?\b|longest)`), regexp.MustCompile(`(?i)\b(?:länger|longer)\b(.*)\b(?:als|than)\b`), fact.Lasting, false},
}

// beforeNumber is what a bound has behind "than", see otherBound.
var beforeNumber = regexp.MustCompile(`^\s+(?:€|£|\$)?\d`)

// compared is what such words have in them.
var compared = []string{"günstig", "billig", "preiswert", "cheap", "expensive", "lowest", "highest", "niedrigst", "höchste", "teuer", "teurer", "dearer", "kürze", "short", "läng", "long"}

// otherRank reports whether a sentence says of something that it is the cheapest, or cheaper than another,
// and the rows of a table say otherwise; without a table the sources must say so.
func (c *Checker) otherRank(cl *claim) bool {
	if cl.denies || !pattern.HasAny(cl.small, compared) {
		return false
	}
	for _, cmp := range comparisons {
		if most := cmp.most.FindStringIndex(cl.text); most != nil {
			if most, known := c.isMost(cmp, c.rowsCalled(cl.text)); known {
				return !most && !c.reads(cmp.most.MatchString)
			}
			return c.notMost(cmp, cl.backing.Rows) && !c.reads(cmp.most.MatchString)
		}
		if at := cmp.than.FindStringSubmatchIndex(cl.text); at != nil {
			if less, known := c.isLess(cmp, c.rowsCalled(cl.text[:at[0]]), c.rowsCalled(cl.text[at[1]:])); known {
				return !less
			}
			if beforeNumber.MatchString(cl.text[at[1]:]) {
				continue
			}
			left, lv, ok := c.rowOf(cmp, cl.text[:at[0]], cl.backing.Rows)
			right, rv, too := c.rowOf(cmp, cl.text[at[1]:], cl.backing.Rows)
			if ok && too && left != right {
				return lv == rv || lv < rv != cmp.less
			}
			return !c.reads(cmp.than.MatchString)
		}
	}
	return false
}

// rowsCalled are the rows of tables, or items of lists, whose first cell stands in a text, of several those with the
// longest.
func (c *Checker) rowsCalled(text string) (called []*tableRow) {
	rows := c.tableRows()
	for i := range rows {
		row := &rows[i]
		switch longer := len(called) == 0 || len(row.label.text) > len(called[0].label.text); {
		case !longer && row.label.text != called[0].label.text, !namesLabel(text, row.label.text):
		case longer:
			called = []*tableRow{row}
		default:
			called = append(called, row)
		}
	}
	return called
}

// isLess reports whether one row has less, or more, than another in a column of a table that both are called in; known is
// false where there is none.
func (c *Checker) isLess(cmp comparison, ones, others []*tableRow) (less, known bool) {
	for _, one := range ones {
		for _, other := range others {
			if one == other || one.columns != other.columns {
				continue
			}
			for k := range min(len(one.values), len(other.values)) {
				a, ok := c.amount(cmp, one.values[k])
				b, too := c.amount(cmp, other.values[k])
				if ok && too {
					known = true
					less = less || a != b && a < b == cmp.less
				}
			}
		}
	}
	return less, known
}

// isMost reports whether no other row has less, or more, than one of some in a column of its table; known is false where
// no other has an amount there.
func (c *Checker) isMost(cmp comparison, rows []*tableRow) (most, known bool) {
	for _, row := range rows {
		for k, value := range row.values {
			if own, ok := c.amount(cmp, value); ok {
				first, others := c.isFirst(cmp, row, k, own)
				most, known = most || others && first, known || others
			}
		}
	}
	return most, known
}

// isFirst reports whether no other row has less, or more, than an amount in a column, and whether one has any.
func (c *Checker) isFirst(cmp comparison, row *tableRow, column int, own float64) (first, others bool) {
	first = true
	for i := range c.rows {
		if other := &c.rows[i]; other != row && other.columns == row.columns && column < len(other.values) {
			if n, ok := c.amount(cmp, other.values[column]); ok {
				others = true
				first = first && (n == own || own < n == cmp.less)
			}
		}
	}
	return first, others
}

// notMost reports whether another row of the table has more, or less, than the one that says most of the
// sentence, or there is none.
func (c *Checker) notMost(cmp comparison, rows []retrieve.Row) bool {
	best := -1
	for i, r := range rows {
		if _, ok := c.amount(cmp, r.Text); ok && (best < 0 || r.Share > rows[best].Share) {
			best = i
		}
	}
	if best < 0 {
		return true
	}
	own, _ := c.amount(cmp, rows[best].Text)
	for _, r := range rows {
		if retrieve.Columns(r.Text) != retrieve.Columns(rows[best].Text) {
			continue
		}
		if other, ok := c.amount(cmp, r.Text); ok && other != own && other < own == cmp.less {
			return true
		}
	}
	return false
}

// rowOf is the row that says most of a part of a sentence, with its amount.
func (c *Checker) rowOf(cmp comparison, part string, rows []retrieve.Row) (text string, amount float64, ok bool) {
	most := 0.0
	for _, r := range rows {
		n, has := c.amount(cmp, r.Text)
		if said := c.coverage(part, r.Text); has && said > most {
			text, amount, most, ok = r.Text, n, said, true
		}
	}
	return text, amount, ok
}

// amount is the first of the wanted kind in a row.
func (c *Checker) amount(cmp comparison, row string) (float64, bool) {
	for _, kind := range cmp.kinds {
		for _, f := range c.factsOf(row).All() {
			if f.Unit == kind {
				n, err := strconv.ParseFloat(f.Amount, 64)
				return n, err == nil
			}
		}
	}
	return 0, false
}
