package verify

import (
	"regexp"
	"slices"
	"strings"
)

// deniedValue is what stands in a cell where a row lacks what its column is about.
var deniedValue = regexp.MustCompile(`(?i)^(?:nein|no|nicht (?:möglich|verfügbar|inklusive|enthalten|dabei)|not (?:available|offered|included|possible)|keine?[rsn]?|none)$`)

// leavingOut are words by which a sentence that denies nothing may leave out something.
var leavingOut = regexp.MustCompile(`(?i)\b(?:ohne|außer|nur|statt|anders|nein|without|except|only|unlike|instead|no)\b`)

// deniedCell reports whether a claim names a row of a table, and no other of it, and states what its column is about where
// the row has "no": "Im Tarif Familie ist der Router inklusive" of "Router inklusive: nein".
func (c *Checker) deniedCell(cl *claim) bool {
	if cl.denies || leavingOut.MatchString(cl.text) {
		return false
	}
	for _, own := range c.rowsNamed(cl).most {
		if len(own) == 1 && c.lacksSaid(cl.text, c.rows[own[0]]) {
			return true
		}
	}
	return false
}

// lacksSaid reports whether a text says all words of what a column is called in which a row has "no", and no other line has
// it for what the row is about.
func (c *Checker) lacksSaid(text string, row tableRow) bool {
	return slices.ContainsFunc(row.denied(), func(head string) bool {
		words := c.content(head)
		return len(words) > 0 && c.share(words, text, sameWord) == 1 && !c.toldElsewhere(&row, head)
	})
}

// denied is what the columns are called in which a row has "no".
func (r tableRow) denied() (heads []string) {
	columns := strings.Split(r.columns, "\n")
	for k, value := range r.values {
		if at := len(columns) - len(r.values) - 1 + k; deniedValue.MatchString(value) && at >= 0 {
			heads = append(heads, columns[at])
		}
	}
	return heads
}
