package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

const (
	// sameSaying is how many of a sentence's words a source must have for a figure that differs to stand in the place of
	// the source's, alikeSaying how many another sentence must have that may give the figure instead.
	sameSaying  = 0.85
	alikeSaying = 0.75
	// fewestSaid is how many words that is at least, where the source has others.
	fewestSaid = 2
)

// otherFigure reports whether a sentence says what its source does, with another figure of the kind than the source has,
// which no other sentence gives for the like: "Der Kurs dauert 90 Minuten" of "Der Kurs dauert 60 Minuten".
func (c *Checker) otherFigure(cl *claim) bool {
	source := c.undatedSource(cl)
	if source == "" || !cl.deniesLike(c.nearestApart(cl.text, source)) || strings.Contains(source, stated.CellBreak) {
		return false
	}
	own := c.factsOf(source)
	var words []string
	for _, x := range cl.facts.All() {
		if x.Kind == fact.Link || own.Has(x) || !inPlaceOf(own, cl.facts, x) || c.mayRepeat(cl, x) || c.reckoned(cl, x) {
			continue
		}
		if words == nil {
			words = c.undatedWords(cl.text)
			if len(words) == 0 || c.share(words, source, sameWord) < sameSaying || len(words) < fewestSaid && c.share(c.undatedWords(source), cl.text, sameWord) < 1 {
				return false
			}
		}
		if !c.saidLike(words, x) && !c.rowHas(cl, words, x) {
			return true
		}
	}
	return false
}

// undatedSource is the sentence that says most of a claim, but for days and months: where it has another month, a
// sentence with that month says more of it than its own. It is "" if none says enough.
func (c *Checker) undatedSource(cl *claim) string {
	if cl.known && cl.facts.AnyKind(fact.Month) {
		if words := c.undatedWords(cl.text); len(words) > 0 {
			if b := c.backing(strings.Join(words, " ")); c.ours(b.Language) && b.Single >= sameSaying {
				return b.Sentence
			}
		}
	}
	if !cl.near() {
		return ""
	}
	return cl.backing.Sentence
}

// undatedWords are the words of a text that say what it is about, but for days and months.
func (c *Checker) undatedWords(text string) []string {
	return slices.DeleteFunc(c.content(text), dated)
}

// inPlaceOf reports whether a source has a figure of the kind that a claim does not have.
func inPlaceOf(source, claimed *fact.Facts, x fact.Fact) bool {
	return source.Any(func(y fact.Fact) bool { return alikeIn(x, y) && !claimed.Has(y) })
}

// alikeIn reports whether two facts are of one kind, so that one may stand in the place of the other.
func alikeIn(x, y fact.Fact) bool {
	return x.Kind == y.Kind || fact.IsTime(x) && (fact.IsTime(y) || y.Kind == fact.Number) || fact.IsTime(y) && x.Kind == fact.Number
}

// saidLike reports whether a sentence or row of the hits has a figure and some of the words.
func (c *Checker) saidLike(words []string, x fact.Fact) bool {
	for _, s := range c.sentences() {
		if c.factsOf(s).Has(x) && c.share(words, s, sameWord) >= alikeSaying {
			return true
		}
	}
	return false
}

// rowHas reports whether a row of a table has a figure and some of the words, but for those that a price says already: a
// list of prices has no "kostet".
func (c *Checker) rowHas(cl *claim, words []string, x fact.Fact) bool {
	about := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return priceWords[strings.ToLower(w)] })
	return slices.ContainsFunc(cl.backing.Rows, func(row retrieve.Row) bool {
		return c.factsOf(row.Text).Has(x) && c.share(about, row.Text, sameWord) >= alikeSaying
	})
}
