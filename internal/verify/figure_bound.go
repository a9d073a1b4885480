package verify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// bound is words before a number that say on which side of it something lies.
var bound = pattern.New([]string{"als", "über", "than", "over", "above", "unter", "under", "below", "mind", "wenigstens", "ab", "at least", "from", "minimum", "höchst", "max", "bis zu", "at most", "up to"}, regexp.MustCompile(`(?i)\b(?:((?:mehr|länger|älter|größer|höher|more|longer|older|larger|greater|higher) (?:als|than)|über|over|above)|((?:weniger|kürzer|jünger|kleiner|less|fewer|shorter|younger|smaller) (?:als|than)|unter|under|below)|(mindestens|wenigstens|ab|at least|from|(?:minimum|mindest)[^.;,\d]{0,30}|mind\.)|(höchstens|maximal|bis zu|at most|up to|no more than|(?:maximum|höchst)[^.;,\d]{0,30}|max\.))[\s-]+(?:(?:€|£|\$|EUR)\s?)?(\d+(?:[.,]\d+)*|\pL+)`))

// sides are the sides of its numbers that a text names: 1 above, -1 below, 2 above without being one, -2
// below likewise. Of a number it may name both: "ab 24 Jahren 70 €, unter 24 Jahren 37,50 €".
func sides(text string) map[string][]int {
	out := sidesBehind(text)
	if !bound.Hinted(text) {
		return out
	}
	for _, m := range bound.FindAllStringSubmatch(text, -1) {
		if out == nil {
			out = map[string][]int{}
		}
		number := inFigures(m[5])
		if number == "" {
			continue
		}
		for i, side := range []int{2, -2, 1, -1} {
			if m[i+1] != "" {
				out[number] = append(out[number], side)
			}
		}
	}
	return out
}

// sidesBehind are those that words behind a number name.
func sidesBehind(text string) map[string][]int {
	var out map[string][]int
	if atEnd.Hinted(text) {
		for _, m := range atEnd.FindAllStringSubmatch(text, -1) {
			number, side := inFigures(m[1]), -1
			if number == "" {
				continue
			}
			if m[2] != "" {
				side = 1
			}
			if out == nil {
				out = map[string][]int{}
			}
			out[number] = append(out[number], side)
		}
	}
	if !strings.Contains(text, "und ") && !strings.Contains(text, "oder ") && !strings.Contains(text, "and ") && !strings.Contains(text, "or ") {
		return out
	}
	for _, m := range boundBehind.FindAllStringSubmatch(text, -1) {
		number, side := inFigures(m[1]), 1
		if number == "" {
			continue
		}
		if m[3] != "" {
			side = -1
		}
		if out == nil {
			out = map[string][]int{}
		}
		out[number] = append(out[number], side)
	}
	return out
}

// inFigures is a number in one notation, "" of a word that is none.
func inFigures(number string) string {
	if n, ok := numeral.Simple(strings.ToLower(number)); ok {
		return strconv.Itoa(n)
	}
	if !fact.IsDigit(number[0]) {
		return ""
	}
	return fact.SameNumber(number)
}

// boundBehind is a number with words behind it that say on which side of it something lies: "40 litres and more".
var boundBehind = regexp.MustCompile(`(?i)\b(\d+(?:[.,]\d+)*|\pL+)\s?(?:[€£$%]|\pL+)?\s(?:und|oder|and|or)\s(?:(mehr|älter|länger|darüber|more|over|older|above|longer)|(weniger|jünger|kürzer|darunter|less|fewer|under|younger|below|shorter))\b`)

// atEnd is a number with a bound behind it that ends what is said of it: "£120 at most".
var atEnd = pattern.New([]string{"at most", "at least", "maxim", "minim", "höchstens", "mindestens"},
	regexp.MustCompile(`(?i)\b(\d+(?:[.,]\d+)*|\pL+)\s?(?:[€£$%]|\pL+)?,?\s(?:(at least|(?:as a )?minimum|mindestens)|at most|(?:as a )?maximum|maximal|höchstens)(?:\s*[.,;!?)]|$)`))

// rangeOf are two numbers of what is counted between which something lies: "3 bis 5 Kinder". Of times of day and dates
// each end begins or ends something else.
var rangeOf = regexp.MustCompile(`(?i)(?:^|[^\d.,:])(\d+)\s?(?:[-–—]|bis|to)\s?(\d+)(?:\s|-)(\pL+)`)

// rangeSides are the sides of the numbers at the ends of a text's ranges.
func rangeSides(text string) map[string][]int {
	var out map[string][]int
	for _, m := range rangeOf.FindAllStringSubmatch(text, -1) {
		if w := strings.ToLower(m[3]); w == "uhr" || w == "am" || w == "pm" || w == "h" || date.Month(w) > 0 {
			continue
		}
		if out == nil {
			out = map[string][]int{}
		}
		from, to := fact.SameNumber(m[1]), fact.SameNumber(m[2])
		out[from], out[to] = append(out[from], 1), append(out[to], -1)
	}
	return out
}

// deadline is a length of time that parts what holds before from what holds after: "bis 24 Stunden vorher".
var deadline = regexp.MustCompile(`(?i)\b(\d+)\s+\pL+\s+(?:vorher|vor\b|im voraus|before|prior|in advance|ahead)`)

// parting reports whether a number parts what holds on its one side from what holds on its other.
func parting(text, number string) bool {
	return slices.ContainsFunc(deadline.FindAllStringSubmatch(text, -1), func(m []string) bool { return fact.SameNumber(m[1]) == number })
}

// ahead is a length of time before something, with the words that say whether what is meant is nearer to it, or not.
var ahead = regexp.MustCompile(`(?i)\b(?:(weniger als|kürzer als|innerhalb von|less than|within|later than|under)|(bis(?: zu)?|mindestens|mehr als|spätestens|up to|until|at least|more than|no later than))\s+(\d+|\pL+)\s+(?:stunden?|tage?n?|wochen?|hours?|days?|weeks?)['’]?(?:\s+\pL+)?\s+(?:vorher|vor\b|im voraus|before|prior|in advance|ahead|notice)`)

// aheadIn are the lengths of time before something in a text: -1 what is nearer to it is meant, 1 what is not.
func aheadIn(text string) map[string]int {
	out := map[string]int{}
	for _, m := range ahead.FindAllStringSubmatch(text, -1) {
		number, side := inFigures(m[3]), 1
		if m[1] != "" {
			side = -1
		}
		if number != "" {
			out[number] = side
		}
	}
	return out
}

// otherDeadline reports whether a sentence gives an amount, or nothing, for what comes before a deadline that its sources
// give for what comes after it, or the other way round.
func (c *Checker) otherDeadline(cl *claim) bool {
	if !cl.known || !deadline.MatchString(cl.text) && !strings.Contains(cl.small, "notice") {
		return false
	}
	for _, part := range parts(cl.text) {
		figures := c.factsOf(part)
		for number, side := range aheadIn(part) {
			same := func(p string) bool {
				return free.In(part) && free.In(p) || figures.Any(func(x fact.Fact) bool { return (fact.IsMoney(x) || x.Unit == "percent") && c.factsOf(p).Has(x) })
			}
			agrees, differs := false, false
			for _, s := range c.sentences() {
				for _, p := range parts(s) {
					if there := aheadIn(p)[number]; there != 0 && same(p) {
						agrees, differs = agrees || there == side, differs || there != side
					}
				}
			}
			if differs && !agrees {
				return true
			}
		}
	}
	return false
}

// otherBound reports whether a sentence puts something on a side of a number where its sources do not:
// "mehr als 14" of 14, "höchstens 14" of "mindestens 14".
func (c *Checker) otherBound(cl *claim) bool {
	for number, own := range sides(cl.text) {
		known, agrees := false, false
		if cl.near() && c.onlyOtherSide(cl, number, own) {
			return true
		}
		for i := range c.hits {
			if !c.source(i).HoldsNumber(number) {
				continue
			}
			known = true
			text := c.hits[i].Text()
			agrees = agrees || sidesAgree(own, append(sides(text)[number], rangeSides(text)[number]...)) || parting(text, number)
		}
		if known && !agrees {
			return true
		}
	}
	return false
}

// onlyOtherSide reports whether the sentence nearest to a claim names another side of a number, and no sentence of the hits
// one of the claim's.
func (c *Checker) onlyOtherSide(cl *claim, number string, own []int) bool {
	nearest := sides(cl.backing.Sentence)[number]
	return len(nearest) > 0 && !sidesAgree(own, nearest) && !parting(cl.backing.Sentence, number) && !slices.ContainsFunc(c.sentences(), func(s string) bool {
		there := sides(s)[number]
		return len(there) > 0 && sidesAgree(own, there)
	})
}

// sidesAgree reports whether a source names one of the sides of a number that a claim does, or none where the claim's may be
// the number itself.
func sidesAgree(own, there []int) bool {
	return slices.ContainsFunc(own, func(side int) bool {
		return len(there) == 0 && (side == 1 || side == -1) || slices.ContainsFunc(there, func(other int) bool { return side*other > 0 })
	})
}
