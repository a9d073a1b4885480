package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

const (
	// specific is from which weight on a word says what a sentence is about.
	specific = 0.75
	// deniedMatter is how much of a sentence the clause that denies its matter must say.
	deniedMatter = 0.25
)

// onlyDenied reports whether a sentence states something of a thing that the sources name only where they
// deny something of it: "Wir nehmen Visa und PayPal." of "Bar und Visa. PayPal nehmen wir nicht."
func (c *Checker) onlyDenied(cl *claim) bool {
	plain := reply.ReplaceAllString(cl.text, "")
	if negated(plain) || restricts.In(plain) || c.abroad() {
		return false
	}
	for _, named := range c.support.Named(plain, c.language, specific, func(sentence string) bool { return c.denying(sentence) != nil }) {
		denying, most := true, 0.0
		for _, sentence := range named.Sentences {
			for _, p := range c.denying(sentence) {
				if c.coverage(named.Word, p.text) < 1 {
					continue
				}
				denying = denying && p.denies && !c.bothShut(plain, p.text) && (deniesDirectly(p.text, named.Word) || !c.statesSame(plain, sentence) && !c.statedElsewhere(plain, sentence))
				if denying {
					most = max(most, c.coverage(plain, p.text))
				}
			}
		}
		if denying && most >= deniedMatter && !c.said.operator(named.Word) {
			return true
		}
	}
	return false
}

// statesSame reports whether a clause of a sentence that denies nothing states an amount that another gives: "Ohne
// Rezept zahlt die Kasse nichts, mit Rezept 785 €."
func (c *Checker) statesSame(plain, sentence string) bool {
	own := c.factsOf(plain)
	if !own.Any(fact.IsMeasured) {
		return false
	}
	return slices.ContainsFunc(c.denying(sentence), func(p clause) bool {
		return !p.denies && own.SameAmount(c.factsOf(p.text))
	})
}

// clause is a part of a sentence.
type clause struct {
	text   string
	denies bool
}

// denying are the clauses of a sentence, nil if none denies anything.
func (c *Checker) denying(sentence string) []clause {
	known, ok := c.clauses[sentence]
	if !ok {
		if plain := reply.ReplaceAllString(sentence, ""); negated(plain) {
			parts := clauses(plain)
			if strings.Contains(plain, stated.CellBreak) { // "not available" in one cell of a row denies nothing of the others
				parts = strings.Split(plain, stated.CellBreak)
			}
			for _, text := range parts {
				known = append(known, clause{text, deniesMore(lacking.ReplaceAllString(text, " ")) && !ifNot.MatchString(text)})
			}
		}
		if c.clauses == nil {
			c.clauses = map[string][]clause{}
		}
		c.clauses[sentence] = known
	}
	return known
}

// deniesDirectly reports whether a text denies a word itself: "are not refundable".
func deniesDirectly(text, w string) bool {
	before, _, found := strings.Cut(strings.ToLower(text), strings.ToLower(w))
	if !found {
		return false
	}
	fields := strings.Fields(before)
	return len(fields) > 0 && (fields[len(fields)-1] == "not" || fields[len(fields)-1] == "nicht")
}
