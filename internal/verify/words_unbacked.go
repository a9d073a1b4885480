package verify

import "github.com/webchatagent/wca/internal/verify/fact"

// unbacked reports whether no passage says enough of a claim, in its words or in all its figures.
func (c *Checker) unbacked(cl *claim) bool {
	return cl.backing.Share < c.enough(cl.backing.Hit) && !onlyLinks(cl.facts) && !c.figuresAgree(cl) && !c.onlyAdds(cl) && c.toldBy(cl) == nil
}

// fewWords is how many words a sentence may have that does nothing but add up: "Das macht insgesamt 21 €."
const fewWords = 3

// onlyAdds reports whether a claim tells a sum that is right, and little else.
func (c *Checker) onlyAdds(cl *claim) bool {
	return len(c.sums(cl)) > 0 && (cl.backing.Share >= enoughFigures || len(c.content(cl.text)) <= fewWords)
}

// enough is how much of a claim the best hit must say.
func (c *Checker) enough(hit int) float64 {
	if hit >= 0 {
		if own := c.hits[hit].Passage.Language; own != "" && own != c.language {
			return enoughAbroad
		}
	}
	return enough
}

// onlyLinks says whether a sentence states where to turn to and nothing else: then the words around
// it are the writer's.
func onlyLinks(f *fact.Facts) bool {
	for _, x := range f.All() {
		if x.Kind != fact.Link {
			return false
		}
	}
	return len(f.All()) > 0
}

// enoughFigures is how much of a sentence must be backed if one sentence of the sources has all its figures.
const enoughFigures = 0.25

// figuresAgree reports whether one sentence of the hits has all figures of a sentence and one of its words, or figures of
// several kinds, as days and times: few of the others need to be alike then. "Maximal acht Personen nehmen teil." of "Die Gruppe hat höchstens 8 Teilnehmende."
func (c *Checker) figuresAgree(cl *claim) bool {
	if !cl.known || cl.backing.Share < enoughFigures || !cl.facts.Any(fact.IsFigure) {
		return false
	}
	words, kinds := c.content(cl.text), map[fact.Kind]bool{}
	for _, x := range cl.facts.All() {
		kinds[x.Kind] = true
	}
	for _, sentence := range c.sentences() {
		own := c.factsOf(sentence)
		if !cl.facts.Any(func(x fact.Fact) bool { return !own.Has(x) }) && (len(kinds) > 1 || c.share(words, sentence, sameWord) > 0) {
			return true
		}
	}
	return false
}
