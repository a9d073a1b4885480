package verify

import (
	"slices"
	"strings"
)

// saidHalf is how many of the words that tell a sentence from another must be said for it to be the one that is meant.
const saidHalf = 0.5

// otherSentence reports whether a sentence, or a part of one that gives several amounts, gives one that its source does
// not have but another sentence, which speaks of something else: "Erwachsene zahlen 5 €" of "Erwachsene zahlen 8 €.
// Kinder zahlen 5 €."
func (c *Checker) otherSentence(cl *claim) bool {
	if !cl.known || !cl.facts.any(isMeasured) {
		return false
	}
	if cl.near() && c.taken(cl.text, cl.facts, cl.backing.Sentence) {
		return true
	}
	return slices.ContainsFunc(c.amountParts(cl), func(part string) bool {
		b := c.backing(matter(part))
		return b.Single >= enough && c.ours(b.Language) && c.taken(part, c.factsOf(part), b.Sentence)
	})
}

// taken reports whether a text has an amount from a sentence that speaks of something else than the one most like it,
// which has another.
func (c *Checker) taken(text string, stated *facts, nearest string) bool {
	own := c.factsOf(nearest)
	if strings.Contains(nearest, cellBreak) {
		return false
	}
	for _, x := range stated.all {
		if !isMeasured(x) || own.has(x) || !own.some(x) {
			continue
		}
		here, found := c.content(nearest), false
		for _, s := range c.sentences() {
			if !c.factsOf(s).has(x) {
				continue
			}
			there := c.content(s)
			told, others := c.distinct(here, there), c.distinct(there, here)
			if found = len(told) > 0 && len(others) > 0 && c.share(told, text, sameWord) >= saidHalf && c.share(others, text, likeWord) == 0; !found {
				break
			}
		}
		if found {
			return true
		}
	}
	return false
}
