package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/stated"
)

// misplaced reports whether a fact comes from a table, but from another row than the one the sentence
// speaks of ("Lavendel kostet 19,90 €" where the rose does), or from another column of it.
func (c *Checker) misplaced(cl *claim, x fact) bool {
	var holding []retrieve.Row
	most, tables := -1.0, map[string]bool{}
	for _, row := range cl.backing.Rows {
		if c.factsOf(row.Text).has(x) {
			holding = append(holding, row)
			most = max(most, row.Share)
			tables[retrieve.Columns(row.Text)] = true
		}
	}
	if len(holding) == 0 || c.inProse(x) {
		return false
	}
	for _, row := range cl.backing.Rows {
		if row.Share > most+otherRow && tables[retrieve.Columns(row.Text)] {
			return true
		}
	}
	if c.otherNumber(cl, x, holding) || otherLabel(cl, holding) {
		return true
	}
	for _, row := range holding {
		if row.Share >= most-otherRow && !c.wrongColumn(cl, x, row.Text) {
			return false
		}
	}
	return true
}

// misplacedPart reports whether an amount in a part of a claim comes from another row than the one that the part speaks
// of: "Lavendel kostet 19,90 €, die Rose 3,80 €".
func (c *Checker) misplacedPart(cl *claim, part string) bool {
	alone := &claim{text: part, facts: c.factsOf(part), backing: retrieve.Backing{Rows: slices.Clone(cl.backing.Rows)}}
	for i := range alone.backing.Rows {
		row := &alone.backing.Rows[i]
		row.Share = c.coverage(part, row.Text)
	}
	return alone.facts.any(func(x fact) bool { return isMeasured(x) && c.misplaced(alone, x) })
}

// otherLabel reports whether the sentence names the row that it means as the row itself does in its first cell, and that
// is none of those that hold the fact.
func otherLabel(cl *claim, holding []retrieve.Row) bool {
	named := func(row retrieve.Row) bool {
		_, label, _ := strings.Cut(row.Text, ": ")
		label, _, _ = strings.Cut(label, stated.CellBreak)
		return namesLabel(cl.text, label)
	}
	return !slices.ContainsFunc(holding, named) && slices.ContainsFunc(cl.backing.Rows, func(row retrieve.Row) bool {
		return retrieve.Columns(row.Text) == retrieve.Columns(holding[0].Text) && named(row)
	})
}

// namesLabel reports whether a text has a label as a word, or words, of its own.
func namesLabel(text, label string) bool {
	for from := 0; label != ""; {
		at := strings.Index(text[from:], label)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if end := text[at+len(label):]; !unicode.IsLetter(before) && !unicode.IsDigit(before) && (end == "" || !letterAt(end) && !digit(end[0])) {
			return true
		}
		from = at + len(label)
	}
	return false
}

// otherNumber reports whether the sentence tells by a number which row it means ("Modell 5", "Raum 2"),
// and the rows that hold the fact have another one there.
func (c *Checker) otherNumber(cl *claim, x fact, holding []retrieve.Row) bool {
	named := func(row retrieve.Row) bool { // by a number of the sentence that is no amount
		own := c.factsOf(row.Text)
		return cl.facts.any(func(n fact) bool {
			return n != x && n.kind == numberFact && (n.unit == "" || n.unit == things.kind) && own.holds(fact{kind: numberFact, value: n.value})
		})
	}
	if !isMeasured(x) || slices.ContainsFunc(holding, named) {
		return false
	}
	for _, row := range cl.backing.Rows {
		if named(row) && c.factsOf(row.Text).some(x) && slices.ContainsFunc(holding, func(o retrieve.Row) bool {
			return retrieve.Columns(o.Text) == retrieve.Columns(row.Text) && o.Share <= row.Share+otherRow
		}) {
			return true
		}
	}
	return false
}

const (
	// otherRow is how much more another row must say of a sentence to be the one that is meant.
	otherRow = 0.12
	// headSaid is how much of a column's head a sentence that names the column says; a head of like
	// meaning (summer, winter) is said a little less.
	headSaid = 0.85
)

// wrongColumn reports whether a sentence names a column of the row that holds such a fact, too, and not
// the one the fact stands in. A column of which it gives the value, too, is not meant with this one.
func (c *Checker) wrongColumn(cl *claim, x fact, row string) bool {
	var own, other float64
	for i, cell := range strings.Split(row, stated.CellBreak) {
		head, value, ok := strings.Cut(cell, ": ")
		if !ok || i == 0 {
			continue
		}
		said := c.coverage(head, cl.text)
		in := &facts{}
		in.read(value)
		switch {
		case in.has(x):
			own = max(own, said)
		case in.some(x) && !in.any(cl.facts.has):
			other = max(other, said)
		}
	}
	return other >= headSaid && other > own+otherRow
}
