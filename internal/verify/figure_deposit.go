package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

const deposits = `(kaution|pfand|anzahlung|vorauszahlung|mindestbestellwert|deposit|down payment)`

var (
	// deposit is what is asked for besides a price.
	deposit = pattern.New([]string{"kaution", "pfand", "zahlung", "mindestbestellwert", "deposit", "down payment"}, regexp.MustCompile(`(?i)\b`+deposits+`\b`))
	// undeposited says that it is not.
	undeposited = regexp.MustCompile(`(?i)\b(?:ohne|kein\w*|without|no)\s+(?:\pL+\s)?` + deposits + `\b`)
)

// depositInstead reports whether a sentence asks an amount as the deposit for something of which the sources say that
// there is none: "Für Tourenräder nehmen wir 100 € Kaution." of "Für E-Bikes nehmen wir 100 € Kaution. Tourenräder sind
// ohne Kaution."
func (c *Checker) depositInstead(cl *claim) bool {
	if !cl.known || !cl.facts.Any(fact.IsMoney) || !cl.has(deposit) || !c.reads(deposit.Hinted) {
		return false
	}
	for _, said := range parts(cl.text) {
		if asked := deposit.FindString(said); asked != "" && c.factsOf(said).Any(fact.IsMoney) && !undeposited.MatchString(said) && c.undeposits(strings.ToLower(asked), said) {
			return true
		}
	}
	return false
}

// undeposits reports whether the sources say of what a clause is about, and not of all that has the deposit, that there
// is none.
func (c *Checker) undeposits(asked, said string) bool {
	var none, some []string
	for _, s := range c.sentences() {
		for _, part := range parts(s) {
			switch found := undeposited.FindStringSubmatch(part); {
			case found != nil && strings.EqualFold(found[1], asked):
				none = append(none, part)
			case strings.Contains(strings.ToLower(part), asked) && c.factsOf(part).Any(fact.IsMoney):
				some = append(some, part)
			}
		}
	}
	in := func(word string, among []string) bool {
		return slices.ContainsFunc(among, func(s string) bool { return c.coverage(word, s) >= sameWord })
	}
	return slices.ContainsFunc(c.content(deposit.ReplaceAllString(said, " ")), func(word string) bool { return in(word, none) && !in(word, some) })
}
