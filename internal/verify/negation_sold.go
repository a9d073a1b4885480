package verify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

var (
	// gone says that nothing is left of what can be had, left that something is.
	gone = pattern.New([]string{"ausgebucht", "ausverkauft", "belegt", "vergriffen", "voll", "sold out", "booked", "full"},
		regexp.MustCompile(`(?i)\b(?:ausgebucht|ausverkauft|voll belegt|vergriffen|sold out|fully booked|booked (?:up|out))\b`))
	left = pattern.New([]string{"frei", "verfügbar", "plätze", "platz", "buchbar", "lieferbar", "zu haben", "available", "free", "left", "places", "still"},
		regexp.MustCompile(`(?i)\b(?:(?:sind|ist|haben|gibt es) (?:\pL+ ){0,4}(?:frei|verfügbar|buchbar|plätze|platz)|(?:freie|verfügbare)n? (?:plätze|platz)|noch (?:\pL+ ){0,2}(?:frei|verfügbar|zu haben|buchbar|lieferbar)|available|(?:places|spaces|seats|tickets) (?:left|free)|still (?:\pL+ ){0,2}(?:places|spaces|seats|tickets))\b`))
)

// longWord is a word that is more than a mere "ist" or "are".
var longWord = regexp.MustCompile(`\pL{4,}`)

// already says that something has come about, and not what.
var already = regexp.MustCompile(`(?i)\b(?:bereits|schon|leider|nun|jetzt|already|now|unfortunately)\b`)

// soldOut reports whether a sentence says that there is still some of what its sources say that there is none left of: "In
// der zweiten Woche sind noch Plätze frei" of "Woche 2 ist ausgebucht".
func (c *Checker) soldOut(cl *claim) bool {
	if cl.denies || !cl.has(left) || gone.In(cl.text) {
		return false
	}
	for _, s := range c.sentences() {
		if !gone.In(s) || negated(s) {
			continue
		}
		for _, part := range parts(s) {
			if !gone.In(part) {
				continue
			}
			rest := gone.ReplaceAllString(already.ReplaceAllString(part, " "), " ")
			about := c.content(rest)
			if len(about) == 0 { // "Woche 2" is a measure
				about = longWord.FindAllString(rest, -1)
			}
			if len(about) > 0 && c.share(about, cl.text, likeWord) == 1 && !c.factsOf(part).Any(func(x fact.Fact) bool { return x.Kind == fact.Number && !saysNumber(cl, x) }) {
				return true
			}
		}
	}
	return false
}

// saysNumber reports whether a claim has a number, or its place in an order: "in der zweiten Woche".
func saysNumber(cl *claim, x fact.Fact) bool {
	return cl.facts.HoldsNumber(x.Value) || strings.Contains(" "+cl.small, " "+x.Value+".") || slices.ContainsFunc(strings.Fields(cl.small), func(w string) bool { return ordinals[w] != 0 && strconv.Itoa(ordinals[w]) == x.Value })
}
