package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// misplaced reports whether a fact comes from a table, but from another row than the one the sentence
// speaks of ("Lavendel kostet 19,90 €" where the rose does), or from another column of it.
func (c *Checker) misplaced(cl *claim, x fact.Fact) bool {
	var holding []retrieve.Row
	most, tables := -1.0, map[string]bool{}
	for _, row := range cl.backing.Rows {
		if c.factsOf(row.Text).Has(x) {
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
	if c.otherNumber(cl, x, holding) || c.otherLabel(cl, holding) {
		return true
	}
	for _, row := range holding {
		if row.Share >= most-otherRow && !c.wrongColumn(cl, x, row.Text) {
			return false
		}
	}
	return true
}

// inPart is a part of a claim about several rows, as a claim of its own.
func (c *Checker) inPart(cl *claim, part string) *claim {
	if alone := cl.inParts[part]; alone != nil {
		return alone
	}
	alone := &claim{text: part, facts: c.factsOf(part), backing: retrieve.Backing{Rows: slices.Clone(cl.backing.Rows)}}
	for i := range alone.backing.Rows {
		row := &alone.backing.Rows[i]
		row.Share = c.coverage(part, row.Text)
	}
	if cl.inParts == nil {
		cl.inParts = map[string]*claim{}
	}
	cl.inParts[part] = alone
	return alone
}

// misplacedPart reports whether an amount in a part of a claim comes from another row than the one that the part speaks
// of: "Lavendel kostet 19,90 €, die Rose 3,80 €".
func (c *Checker) misplacedPart(cl *claim, part string) bool {
	alone := c.inPart(cl, part)
	return alone.facts.Any(func(x fact.Fact) bool { return fact.IsMeasured(x) && c.misplaced(alone, x) })
}

// placedInPart reports whether the part of a claim with a fact tells by itself which row it means, and that row has it:
// "der Minibagger dagegen 290 €", whatever the part before it speaks of.
func (c *Checker) placedInPart(cl *claim, x fact.Fact) bool {
	return slices.ContainsFunc(c.amountParts(cl), func(part string) bool {
		alone := c.inPart(cl, part)
		return alone.facts.Has(x) && c.tellsRow(alone, x) && !c.misplaced(alone, x)
	})
}

// tellsRow reports whether a claim says more of a row that has a fact than of the others of its table, or more words of
// what it is about letter by letter.
func (c *Checker) tellsRow(cl *claim, x fact.Fact) bool {
	var own, other, words, otherWords = 0.0, 0.0, 0, 0
	tables := map[string]bool{}
	for _, row := range cl.backing.Rows {
		if c.factsOf(row.Text).Has(x) {
			own, words = max(own, row.Share), max(words, c.labelWords(cl.text, row.Text))
			tables[retrieve.Columns(row.Text)] = true
		}
	}
	for _, row := range cl.backing.Rows {
		if !c.factsOf(row.Text).Has(x) && tables[retrieve.Columns(row.Text)] {
			other, otherWords = max(other, row.Share), max(otherWords, c.labelWords(cl.text, row.Text))
		}
	}
	return own > other+otherRow || words > otherWords
}

// labelWords is how many words of what a row is about a text has letter by letter, one more if it has all of them.
func (c *Checker) labelWords(text, row string) int {
	words, n := c.content(rowLabel(row)), 0
	for _, w := range words {
		if namesLabel(text, w) {
			n++
		}
	}
	if n > 0 && n == len(words) {
		n++
	}
	return n
}

// otherLabel reports whether the sentence names the row that it means as the row itself does in its first cell, and that
// is none of those that hold the fact. Of "Paddeln für Kinder", which has "Paddeln" in it, it need say the words only.
func (c *Checker) otherLabel(cl *claim, holding []retrieve.Row) bool {
	columns, abouts := retrieve.Columns(holding[0].Text), make([]string, len(holding))
	for i, row := range holding {
		if abouts[i] = rowLabel(row.Text); namesLabel(cl.text, abouts[i]) {
			return false
		}
	}
	return slices.ContainsFunc(cl.backing.Rows, func(row retrieve.Row) bool {
		about := rowLabel(row.Text)
		return namesLabel(cl.text, about) && retrieve.Columns(row.Text) == columns && !slices.ContainsFunc(abouts, func(own string) bool {
			return namesLabel(own, about) && c.namedBy(cl, c.labelOf(own)) >= named
		})
	})
}

// rowLabel is what a row is about: its first cell without what the column is called.
func rowLabel(row string) string {
	cell, _, _ := strings.Cut(strings.TrimPrefix(row, "• "), stated.CellBreak)
	if _, value, ok := strings.Cut(cell, ": "); ok {
		return value
	}
	return cell
}

// namesLabel reports whether a text has a label as a word, or words, of its own.
func namesLabel(text, label string) bool {
	for from := 0; label != ""; {
		at := strings.Index(text[from:], label)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(label)
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) && (end == len(text) || !letterAt(text[end:]) && !fact.IsDigit(text[end])) &&
			!insideNumber(text, at) && !insideNumber(text, end) {
			return true
		}
		from = end
	}
	return false
}

// insideNumber reports whether a place in a text is beside the comma of a number: "50 €" in "5,50 €", "£13" in "£13.50".
func insideNumber(text string, at int) bool {
	isSign := func(i int) bool {
		return i > 0 && i+1 < len(text) && strings.IndexByte(".,:", text[i]) >= 0 && fact.IsDigit(text[i-1]) && fact.IsDigit(text[i+1])
	}
	return isSign(at) || isSign(at-1)
}

// otherNumber reports whether the sentence tells by a number which row it means ("Modell 5", "Raum 2"),
// and the rows that hold the fact have another one there.
func (c *Checker) otherNumber(cl *claim, x fact.Fact, holding []retrieve.Row) bool {
	named := func(row retrieve.Row) bool { // by a number of the sentence that is no amount
		own := c.factsOf(row.Text)
		return cl.facts.Any(func(n fact.Fact) bool {
			return n != x && n.Kind == fact.Number && (n.Unit == "" || n.Unit == fact.Things.Kind) && own.Holds(fact.Fact{Kind: fact.Number, Value: n.Value})
		})
	}
	if !fact.IsMeasured(x) || slices.ContainsFunc(holding, named) {
		return false
	}
	for _, row := range cl.backing.Rows {
		if named(row) && c.factsOf(row.Text).Another(x) && slices.ContainsFunc(holding, func(o retrieve.Row) bool {
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
func (c *Checker) wrongColumn(cl *claim, x fact.Fact, row string) bool {
	var own, other float64
	for i, cell := range strings.Split(row, stated.CellBreak) {
		head, value, ok := strings.Cut(cell, ": ")
		if !ok || i == 0 {
			continue
		}
		said := c.coverage(head, cl.text)
		in := &fact.Facts{}
		in.Read(value)
		switch {
		case in.Has(x):
			own = max(own, said)
		case in.Another(x) && !in.Any(cl.facts.Has):
			other = max(other, said)
		}
	}
	return other >= headSaid && other > own+otherRow
}
