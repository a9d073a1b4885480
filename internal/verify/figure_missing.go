package verify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
)

// wholeDate is a date in figures.
var wholeDate = regexp.MustCompile(`\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d{2}-\d{2}\b`)

// missing looks for facts of the sentence that nothing backs, and notes which passages have the
// others. A number from a passage that speaks of other things does not count.
func (c *Checker) missing(cl *claim, v *Verdict) Reason {
	has := func(i int, f fact.Fact) bool { return i >= 0 && c.source(i).Has(f) }
	for _, f := range cl.facts.All() {
		if c.mayRepeat(cl, f) || c.reckoned(cl, f) || c.inLabel(cl, f) || c.outOfHours(cl, f) {
			continue
		}
		if f.Kind != fact.Link && c.misplaced(cl, f) && !c.placedInPart(cl, f) {
			return Number
		}
		if has(v.Hit, f) {
			continue
		}
		found := -1
		for i := range c.hits {
			if has(i, f) && (f.Kind == fact.Link || cl.backing.Shares[i] >= related) && (found < 0 || cl.backing.Shares[i] > cl.backing.Shares[found]) {
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
		case f.Kind == fact.Link:
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

// outOfHours reports whether a claim denies something of a time before, or after, all that its source names: "Um 23 Uhr
// kommen Sie nicht hinein" of "Zugang von 6 bis 22 Uhr".
func (c *Checker) outOfHours(cl *claim, x fact.Fact) bool {
	if x.Kind != fact.Time || !cl.denies || negated(cl.backing.Sentence) || c.factsOf(cl.backing.Sentence).Has(x) {
		return false
	}
	at, earlier, later := minuteOf(x), 0, 0
	for _, own := range c.factsOf(cl.backing.Sentence).All() {
		if own.Kind == fact.Number && own.Unit == "" && len(own.Value) < 3 { // "6 bis 22 Uhr"
			own = fact.Fact{Kind: fact.Time, Value: own.Value + ":00"}
		}
		if own.Kind != fact.Time {
			continue
		}
		if minuteOf(own) < at {
			earlier++
		} else {
			later++
		}
	}
	return earlier+later > 1 && (earlier == 0 || later == 0)
}

// minuteOf is the minute of the day that a time is.
func minuteOf(x fact.Fact) int {
	hours, minutes, _ := strings.Cut(x.Value, ":")
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	return 60*h + m
}

// inLabel reports whether a number stands in a claim nowhere but in what a row is called, letter by letter: the 78 of "Der
// Doppelstock 78 kostet mehr als der Midi 29".
func (c *Checker) inLabel(cl *claim, x fact.Fact) bool {
	if x.Kind != fact.Number || x.Unit != "" && x.Unit != fact.Things.Kind {
		return false
	}
	rest, level := cl.text, c.rowsNamed(cl).level
	for i := range c.rows {
		if label := c.rows[i].label.text; level[i] == asItIs && len(c.rows[i].label.words) > 0 && c.factsOf(label).HoldsNumber(x.Value) {
			rest = strings.ReplaceAll(rest, label, " ")
		}
	}
	return rest != cl.text && !c.factsOf(rest).HoldsNumber(x.Value)
}

// mayRepeat reports whether a fact was said by the operator, or by the visitor and the sentence's source
// does not say another one of its kind: "Ja, das kostet 10 €" is no answer to "Kostet das 10 €?" where
// it costs 59. Who denies it may repeat it.
func (c *Checker) mayRepeat(cl *claim, x fact.Fact) bool {
	if c.told == nil {
		c.told, c.asked = fact.Of(c.said.Operator...), fact.Of(c.said.Visitor...)
		c.undated = &fact.Facts{}
		for _, text := range c.said.Operator {
			c.undated.ReadSource(wholeDate.ReplaceAllString(text, " "))
		}
	}
	told := c.undated // today's date is no price and no hour: "30 €", "11 Uhr" on 30.11.
	if x.Kind == fact.Day || x.Kind == fact.Month || x.Kind == fact.Number && x.Unit == "" {
		told = c.told
	}
	if told.Has(x) {
		return true
	}
	if !c.asked.Has(x) {
		return false
	}
	if x.Kind == fact.Link || x.Kind == fact.Number && (x.Unit == "" || x.Unit == fact.Things.Kind) || cl.denies || cl.backing.Sentence == "" {
		return true
	}
	own := c.factsOf(cl.backing.Sentence)
	return own.Has(x) || !own.Another(x)
}

// backs reports whether a hit has any of the facts.
func (c *Checker) backs(hit int, stated *fact.Facts) bool {
	for _, f := range stated.All() {
		if hit >= 0 && c.source(hit).Has(f) {
			return true
		}
	}
	return false
}
