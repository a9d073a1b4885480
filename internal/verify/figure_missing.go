package verify

import (
	"regexp"
	"slices"
)

// wholeDate is a date in figures.
var wholeDate = regexp.MustCompile(`\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d{2}-\d{2}\b`)

// missing looks for facts of the sentence that nothing backs, and notes which passages have the
// others. A number from a passage that speaks of other things does not count.
func (c *Checker) missing(cl *claim, v *Verdict) Reason {
	has := func(i int, f fact) bool { return i >= 0 && c.source(i).has(f) }
	for _, f := range cl.facts.all {
		if c.mayRepeat(cl, f) || c.isDifference(cl, f) {
			continue
		}
		if f.kind != linkFact && c.misplaced(cl, f) && !c.placedInPart(cl, f) {
			return Number
		}
		if has(v.Hit, f) {
			continue
		}
		found := -1
		for i := range c.hits {
			if has(i, f) && (f.kind == linkFact || cl.backing.Shares[i] >= related) && (found < 0 || cl.backing.Shares[i] > cl.backing.Shares[found]) {
				found = i
			}
		}
		switch {
		case found >= 0 && v.Hit < 0:
			v.Hit = found
		case found >= 0:
			if !slices.Contains(v.Others, found) {
				v.Others = append(v.Others, found)
			}
		case f.kind == linkFact:
			return Link
		default:
			line := c.toldBy(cl)
			switch {
			case line != nil:
				v.Hit = line.hit
			case !c.summed(cl, f, v):
				return Number
			}
		}
	}
	if len(cl.backing.Rows) > 1 && slices.ContainsFunc(c.amountParts(cl), func(part string) bool { return c.misplacedPart(cl, part) }) {
		return Number
	}
	return ""
}

// mayRepeat reports whether a fact was said by the operator, or by the visitor and the sentence's source
// does not say another one of its kind: "Ja, das kostet 10 €" is no answer to "Kostet das 10 €?" where
// it costs 59. Who denies it may repeat it.
func (c *Checker) mayRepeat(cl *claim, x fact) bool {
	if c.told == nil {
		c.told, c.asked = stating(c.said.Operator...), stating(c.said.Visitor...)
		c.undated = &facts{}
		for _, text := range c.said.Operator {
			c.undated.source(wholeDate.ReplaceAllString(text, " "))
		}
	}
	told := c.undated // today's date is no price and no hour: "30 €", "11 Uhr" on 30.11.
	if x.kind == dayFact || x.kind == monthFact || x.kind == numberFact && x.unit == "" {
		told = c.told
	}
	if told.has(x) {
		return true
	}
	if !c.asked.has(x) {
		return false
	}
	if x.kind == linkFact || x.kind == numberFact && (x.unit == "" || x.unit == things.kind) || cl.denies || cl.backing.Sentence == "" {
		return true
	}
	own := c.factsOf(cl.backing.Sentence)
	return own.has(x) || !own.some(x)
}

// backs reports whether a hit has any of the facts.
func (c *Checker) backs(hit int, stated *facts) bool {
	for _, f := range stated.all {
		if hit >= 0 && c.source(hit).has(f) {
			return true
		}
	}
	return false
}
