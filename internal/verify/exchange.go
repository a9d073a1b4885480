package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// priceTag is an amount in a sentence with the words that tell what it is for.
type priceTag struct {
	facts *facts
	words []string
}

// veryLike is how much a word must be like one to be said by it beside the one it is told from.
const veryLike = 0.75

// exchanged reports whether a sentence gives an amount for what its source has another for, side by side: "£65 at
// weekends" of "£65 on weekdays and £95 at weekends".
func (c *Checker) exchanged(stated *facts, plain string, backing retrieve.Backing) bool {
	if !c.ours(backing.Language) || strings.Contains(backing.Sentence, cellBreak) || !slices.ContainsFunc(stated.all, measured) {
		return false
	}
	var tags []priceTag
	for _, x := range stated.all {
		if !measured(x) {
			continue
		}
		if tags == nil {
			if tags = c.priceTags(backing.Sentence); len(tags) < 2 {
				return false
			}
		}
		home := -1
		for i, t := range tags {
			switch {
			case !t.facts.has(x):
			case home >= 0:
				return false
			default:
				home = i
			}
		}
		if home < 0 {
			continue
		}
		for i, t := range tags {
			alike := func(y fact) bool { return y.kind == x.kind && y.unit == x.unit }
			if i == home || !slices.ContainsFunc(t.facts.all, alike) || t.facts.has(x) || slices.ContainsFunc(t.facts.all, func(y fact) bool { return alike(y) && stated.has(y) }) {
				continue
			}
			if slices.ContainsFunc(t.facts.all, func(y fact) bool {
				return y.kind == numberFact && y.unit != x.unit && stated.has(y) && !tags[home].facts.has(y) && tags[home].facts.some(y)
			}) {
				return true // "250 pieces" beside "500 pieces"
			}
			own, other := c.distinct(tags[home].words, t.words), c.distinct(t.words, tags[home].words)
			if len(other) == 0 || c.share(other, plain, sameWord) < 1 {
				continue
			}
			rest := c.distinct(c.content(plain), other) // "bikes" is not said by "Bicycles", which the other is for
			if len(own) == 0 && len(tags[home].words) > 0 || len(own) > 0 && c.coverage(own[0], strings.Join(rest, " ")) < veryLike {
				return true
			}
		}
	}
	return false
}

// priceTags are the amounts of a sentence that has several. The words for an amount stand before or behind it, which
// those after the first tell: before the first there is also what all share.
func (c *Checker) priceTags(sentence string) []priceTag {
	const near = 3 // words
	var out []priceTag
	var around [][2]string
	for _, p := range parts(sentence) {
		f := c.factsOf(p)
		if !slices.ContainsFunc(f.all, measured) {
			continue
		}
		at := lastNumber(p)
		before := p[:at[0]]
		before = before[strings.LastIndexAny(before, ":(")+1:]
		out, around = append(out, priceTag{facts: f}), append(around, [2]string{before, p[at[1]:]})
	}
	if len(out) < 2 {
		return nil
	}
	behind := len(c.content(around[1][0])) == 0
	for i := range out {
		if behind {
			words := c.content(around[i][1])
			out[i].words = words[:min(near, len(words))]
		} else {
			words := c.content(around[i][0])
			out[i].words = words[max(0, len(words)-near):]
		}
	}
	return out
}

// lastNumber is where the last number of a text stands, in figures or letters.
func lastNumber(text string) (at [2]int) {
	word.Each(text, "", func(t word.Token) {
		n, ok := numeral.Parse(strings.ToLower(text[t.Start:t.End]))
		if ok && n > 1 || t.Text[0] >= '0' && t.Text[0] <= '9' {
			at = [2]int{t.Start, t.End}
		}
	})
	return at
}
