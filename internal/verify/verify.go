// Package verify checks an answer against the passages it was written from, sentence by sentence
// and without a model: numbers, dates, times, links and addresses must stand in the passages (or in
// what the visitor said), the words must be backed by them, and a negation must not be turned
// around.
package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

// Reason says why a sentence is not supported.
type Reason string

// The reasons.
const (
	Number   Reason = "number"   // a number that the passages do not have
	Link     Reason = "link"     // a link, mail address or telephone number that they do not have
	Words    Reason = "words"    // they say something else
	Negation Reason = "negation" // they say the opposite
)

// Verdict is what is known of a sentence.
type Verdict struct {
	// Claim is false for what says nothing that could be wrong: questions, courtesies, lead-ins,
	// "I found nothing about this". Such a sentence is always Supported.
	Claim     bool
	Supported bool
	Reason    Reason // if not Supported
	// Passage is the place of the passage that backs the sentence best, -1 if none does; Others are
	// those that the sentence's numbers come from besides.
	Passage int
	Others  []int
	Share   float64 // of the sentence's words that are backed, 0 to 1
}

// Checker checks the sentences of one answer. It must not be used by several goroutines at once.
type Checker struct {
	sources  []*retrieve.Passage
	support  *retrieve.Support // of sources, made for the first sentence
	passages []facts           // per passage
	said     facts             // by the visitor and the operator: may be repeated
	language string

	languages []string // of the passages
}

// enough is the share of a sentence's words that must be backed; certain is that from which on
// sentence and source say so much of the same that a negation in only one of them is a
// contradiction. Both were chosen on the tuning half of parallel texts (see test/eval/support).
const (
	enough       = 0.5
	enoughAbroad = 0.45 // of a passage in another language
	certain      = 0.7
	related      = 0.3 // of another passage that a number may come from
)

// New makes the checker of an answer in a language ("de" or "en"). said is what may be repeated
// without a source: the question, what was said before, today's date, the operator's own notes.
func New(passages []*retrieve.Passage, said []string, language string) *Checker {
	c := &Checker{sources: passages, language: language, said: facts{}}
	for _, p := range passages {
		f := facts{}
		text := p.Title + "\n" + strings.Join(p.Headings, "\n") + "\n" + p.Text
		f.read(text + "\n" + p.Address)
		f.words(text)
		c.passages, c.languages = append(c.passages, f), append(c.languages, p.Language)
	}
	for _, text := range said {
		c.said.read(text)
		c.said.words(text)
	}
	return c
}

// Sentence checks a sentence, list item or table row. Markdown in it is looked through.
func (c *Checker) Sentence(text string) Verdict {
	plain := plainText(text)
	stated := facts{}
	stated.read(text)
	if !claims(plain, stated) {
		return Verdict{Supported: true, Passage: -1}
	}
	if c.support == nil {
		c.support = retrieve.NewSupport(c.sources)
	}
	backing := c.support.Find(plain, c.language)
	v := Verdict{Claim: true, Passage: backing.Passage, Share: backing.Share}
	if missing := c.missing(stated, &v, backing.Shares); missing != "" {
		v.Reason = missing
		return v
	}
	switch {
	case backing.Share < c.enough(backing.Passage) && !onlyLinks(stated):
		v.Reason = Words
	case backing.Single >= certain && negated(plain) != negated(backing.Sentence):
		v.Reason = Negation
	default:
		v.Supported = true
		if backing.Share < c.enough(backing.Passage) && !c.backs(v.Passage, stated) {
			v.Passage = -1 // it repeats what the visitor said
		}
	}
	return v
}

// Known reports whether all numbers, links and addresses of a piece of text stand in some passage or
// were said.
func (c *Checker) Known(text string) bool {
	stated := facts{}
	stated.read(text)
	for f := range stated {
		known := c.said.has(f)
		for i := range c.passages {
			known = known || c.passages[i].has(f)
		}
		if !known {
			return false
		}
	}
	return true
}

// missing looks for facts of the sentence that nothing backs, and notes which passages have the
// others. A number from a passage that speaks of other things does not count.
func (c *Checker) missing(stated facts, v *Verdict, shares []float64) Reason {
	has := func(i int, f fact) bool { return i >= 0 && c.passages[i].has(f) }
	for f := range stated {
		if has(v.Passage, f) || c.said.has(f) {
			continue
		}
		found := -1
		for i := range c.passages {
			if has(i, f) && (f.kind == linkFact || shares[i] >= related) && (found < 0 || shares[i] > shares[found]) {
				found = i
			}
		}
		switch {
		case found >= 0 && v.Passage < 0:
			v.Passage = found
		case found >= 0:
			v.Others = appendNew(v.Others, found)
		case f.kind == linkFact:
			return Link
		default:
			return Number
		}
	}
	return ""
}

// backs reports whether a passage has any of the facts.
func (c *Checker) backs(passage int, stated facts) bool {
	for f := range stated {
		if passage >= 0 && c.passages[passage].has(f) {
			return true
		}
	}
	return false
}

func (c *Checker) enough(passage int) float64 {
	if passage >= 0 && c.languages[passage] != "" && c.languages[passage] != c.language {
		return enoughAbroad
	}
	return enough
}

// onlyLinks says whether a sentence states where to turn to and nothing else: then the words around
// it are the writer's.
func onlyLinks(stated facts) bool {
	for f := range stated {
		if f.kind != linkFact {
			return false
		}
	}
	return len(stated) > 0
}

func appendNew(list []int, n int) []int {
	for _, x := range list {
		if x == n {
			return list
		}
	}
	return append(list, n)
}
