package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/stated"
)

const (
	// sameSaying is how many of a sentence's words a source must have for a figure that differs to stand in the place of
	// the source's, alikeSaying how many another sentence must have that may give the figure instead.
	sameSaying  = 0.85
	alikeSaying = 0.5
	// fewestSaid is how many words that is at least.
	fewestSaid = 2
)

// otherFigure reports whether a sentence says what its source does, with another figure of the kind than the source has,
// which no other sentence gives for the like: "Der Kurs dauert 90 Minuten" of "Der Kurs dauert 60 Minuten".
func (c *Checker) otherFigure(cl *claim) bool {
	source := cl.backing.Sentence
	if !cl.near() || cl.denies || strings.Contains(source, stated.CellBreak) {
		return false
	}
	own := c.factsOf(source)
	var words []string
	for _, x := range cl.facts.all {
		if x.kind == linkFact || own.has(x) || !inPlaceOf(own, cl.facts, x) || c.mayRepeat(cl, x) || c.isDifference(cl, x) {
			continue
		}
		if words == nil {
			words = c.content(cl.text)
			if len(words) < fewestSaid || c.share(words, source, sameWord) < sameSaying {
				return false
			}
		}
		if !c.saidLike(words, x) {
			return true
		}
	}
	return false
}

// inPlaceOf reports whether a source has a figure of the kind that a claim does not have.
func inPlaceOf(source, claimed *facts, x fact) bool {
	return source.any(func(y fact) bool { return alikeIn(x, y) && !claimed.has(y) })
}

// alikeIn reports whether two facts are of one kind, so that one may stand in the place of the other.
func alikeIn(x, y fact) bool {
	return x.kind == y.kind || isTime(x) && (isTime(y) || y.kind == numberFact) || isTime(y) && x.kind == numberFact
}

// saidLike reports whether a sentence or row of the hits has a figure and some of the words.
func (c *Checker) saidLike(words []string, x fact) bool {
	for _, s := range c.sentences() {
		if c.factsOf(s).has(x) && c.share(words, s, sameWord) >= alikeSaying {
			return true
		}
	}
	return false
}
