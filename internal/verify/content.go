package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// fillers are words that say nothing of what a text is about and that are no function words.
var fillers = wordlist.Set(`weniger mehr mindestens wenigstens höchstens maximal minimal leider natürlich selbstverständlich derzeit zurzeit aktuell insgesamt zusätzlich zudem außerdem allerdings
		less fewer least currently additionally unfortunately however therefore usually please`)

// content are the words of a text that say what it is about: no function words, figures and measures.
func (c *Checker) content(text string) []string {
	var out []string
	word.Each(text, c.language, func(t word.Token) {
		if t.Kind != word.Letters || len(t.Text) < 2 || word.Stop(c.language, t.Text) || fact.MeasureOf(t.Text).Kind != "" {
			return
		}
		w := text[t.Start:t.End]
		if n, ok := numeral.Parse(strings.ToLower(w)); (!ok || n == 1) && !fillers[strings.ToLower(w)] {
			out = append(out, w)
		}
	})
	return out
}

const (
	// sameWord is how much of a word is said by another form of it, or a compound with it; likeWord by a word that may
	// well stand for it; nameAlike by one that may stand for a name.
	sameWord  = 0.85
	likeWord  = 0.65
	nameAlike = 0.6
)

// coverage is how much of a statement a text says, both in the answer's language, 0 to 1.
func (c *Checker) coverage(statement, text string) float64 {
	return c.support.Said(statement, c.language, text, c.language)
}

// share is how many of some words a text says, each to the least of a coverage, 0 to 1.
func (c *Checker) share(words []string, text string, least float64) float64 {
	if len(words) == 0 {
		return 0
	}
	n := 0
	for _, w := range words {
		if c.coverage(w, text) >= least {
			n++
		}
	}
	return float64(n) / float64(len(words))
}

// held is how well the hits have a word, 0 to 1.
func (c *Checker) held(w string) float64 { return c.support.Holds(w, c.language) }

// distinct are the words that others do not have.
func (c *Checker) distinct(words, others []string) []string {
	in := strings.Join(others, " ")
	var out []string
	for _, w := range words {
		if c.coverage(w, in) < sameWord {
			out = append(out, w)
		}
	}
	return out
}

// backing is the sentence of the hits that says most of a statement.
func (c *Checker) backing(statement string) retrieve.Backing {
	return c.support.Find(statement, c.language)
}
