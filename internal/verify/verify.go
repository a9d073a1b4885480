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
	// Hit is the place of the hit that backs the sentence best, -1 if none does; Others are those
	// that the sentence's numbers come from besides.
	Hit    int
	Others []int
	Share  float64 // of the sentence's words that are backed, 0 to 1
}

// Checker checks the sentences of one answer. It must not be used by several goroutines at once.
type Checker struct {
	index    *retrieve.Index
	hits     []retrieve.Result
	repeat   []string // what the visitor and the operator said
	language string

	// What follows is read when it is first needed: most answers state few facts.
	support *retrieve.Support
	sources []facts // per hit
	said    facts
	rows    map[string]facts // by the text of a table's row
	prose   facts            // what stands outside of tables
}

// enough is the share of a sentence's words that must be backed; certain is that from which on
// sentence and source say so much of the same that a negation in only one of them is a
// contradiction. Both were chosen on the tuning half of parallel texts (see test/eval/support).
const (
	enough       = 0.5
	enoughAbroad = 0.45 // of a passage in another language
	certain      = 0.7
	certainSole  = 0.5 // where no other sentence speaks of the matter
	related      = 0.3 // of another passage that a number may come from
)

// New makes the checker of an answer in a language ("de" or "en") to hits of a search in index. said
// is what may be repeated without a source: the question, what was said before, today's date, the
// operator's own notes.
func New(index *retrieve.Index, hits []retrieve.Result, said []string, language string) *Checker {
	return &Checker{index: index, hits: hits, repeat: said, language: language}
}

// source is the facts of a hit.
func (c *Checker) source(i int) facts {
	if c.sources == nil {
		c.sources = make([]facts, len(c.hits))
	}
	if c.sources[i] == nil {
		f := facts{}
		for _, p := range c.hits[i].Passages() {
			text := p.Title + "\n" + strings.Join(p.Headings, "\n") + "\n" + p.Text
			f.read(text + "\n" + p.Address)
			f.words(text)
		}
		c.sources[i] = f
	}
	return c.sources[i]
}

// mayRepeat reports whether a fact was said by the visitor or the operator.
func (c *Checker) mayRepeat(x fact) bool {
	if c.said == nil {
		c.said = facts{}
		for _, text := range c.repeat {
			c.said.read(text)
			c.said.words(text)
		}
	}
	return c.said.has(x)
}

// Sentence checks a sentence, list item or table row. Markdown in it is looked through.
func (c *Checker) Sentence(text string) Verdict {
	plain := plainText(text)
	stated := facts{}
	stated.read(text)
	stated.measures(plain)
	if !claims(plain, stated) {
		return Verdict{Supported: true, Hit: -1}
	}
	if c.support == nil {
		c.support = c.index.Support(c.hits)
	}
	backing := c.support.Find(plain, c.language)
	v := Verdict{Claim: true, Hit: backing.Hit, Share: backing.Share}
	if missing := c.missing(plain, stated, &v, backing); missing != "" {
		v.Reason = missing
		return v
	}
	switch {
	case backing.Share < c.enough(backing.Hit) && !onlyLinks(stated):
		v.Reason = Words
	case (backing.Single >= certain || backing.Single >= certainSole && backing.Sole) && c.denied(plain, backing):
		v.Reason = Negation
	default:
		v.Supported = true
		if backing.Share < c.enough(backing.Hit) && !c.backs(v.Hit, stated) {
			v.Hit = -1 // it repeats what the visitor said
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
		known := c.mayRepeat(f)
		for i := range c.hits {
			known = known || c.source(i).has(f)
		}
		if !known {
			return false
		}
	}
	return true
}

// missing looks for facts of the sentence that nothing backs, and notes which passages have the
// others. A number from a passage that speaks of other things does not count.
func (c *Checker) missing(plain string, stated facts, v *Verdict, backing retrieve.Backing) Reason {
	shares := backing.Shares
	has := func(i int, f fact) bool { return i >= 0 && c.source(i).has(f) }
	for f := range stated {
		if c.mayRepeat(f) {
			continue
		}
		if f.kind != linkFact && c.misplaced(plain, f, backing.Rows) {
			return Number
		}
		if has(v.Hit, f) {
			continue
		}
		found := -1
		for i := range c.hits {
			if has(i, f) && (f.kind == linkFact || shares[i] >= related) && (found < 0 || shares[i] > shares[found]) {
				found = i
			}
		}
		switch {
		case found >= 0 && v.Hit < 0:
			v.Hit = found
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

// backs reports whether a hit has any of the facts.
func (c *Checker) backs(hit int, stated facts) bool {
	for f := range stated {
		if hit >= 0 && c.source(hit).has(f) {
			return true
		}
	}
	return false
}

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
