package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// otherSentence reports whether a sentence, or a part of one that gives several amounts, gives one from a sentence of the
// sources that speaks of something else, while another gives another amount of what it speaks of: "Erwachsene zahlen 5 €"
// of "Erwachsene zahlen 8 €. Kinder zahlen 5 €."
func (c *Checker) otherSentence(cl *claim) bool {
	if !cl.known || !cl.facts.Any(fact.IsMeasured) {
		return false
	}
	nearest := cl.backing.Sentence
	if c.taken(cl.text, cl.facts, nearest) {
		return true
	}
	return slices.ContainsFunc(c.amountParts(cl), func(part string) bool { return c.taken(part, c.factsOf(part), nearest) })
}

// taken reports whether a text has an amount from a sentence that speaks of something else, and not from the nearest.
func (c *Checker) taken(text string, stated *fact.Facts, nearest string) bool {
	return stated.Any(func(x fact.Fact) bool {
		return fact.IsMeasured(x) && !(c.factsOf(nearest).Has(x) && c.beginsAlike(nearest, text)) && c.elsewhere(text, x)
	})
}

// elsewhere reports whether all sentences that have an amount speak of something that a text does not, and another
// sentence has another amount of the kind and speaks of what they do not and the text does.
func (c *Checker) elsewhere(text string, x fact.Fact) bool {
	var homes, others []string
	for _, s := range c.sentences() {
		switch own := c.factsOf(s); {
		case strings.Contains(s, stated.CellBreak):
			if own.Has(x) {
				return false
			}
		case own.Has(x):
			homes = append(homes, s)
		case own.Another(x):
			others = append(others, s)
		}
	}
	if len(homes) == 0 || len(others) == 0 {
		return false
	}
	words := make([][]string, len(homes))
	for i, s := range homes {
		if words[i] = c.content(s); len(words[i]) == 0 || c.coverage(words[i][0], text) >= likeWord { // "269 €." is of what stands around it
			return false
		}
	}
	for _, s := range others {
		own := c.content(s)
		if len(own) == 0 || c.coverage(own[0], text) < sameWord {
			continue
		}
		if !slices.ContainsFunc(words, func(home []string) bool {
			told, unsaid := c.distinct(own, home), c.distinct(home, own)
			return len(told) == 0 || told[0] != own[0] || len(unsaid) == 0 || c.share(unsaid, text, likeWord) > 0
		}) {
			return true
		}
	}
	return false
}
