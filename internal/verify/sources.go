package verify

import (
	"iter"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// passages are those of all hits.
func (c *Checker) passages() iter.Seq[*passage.Passage] {
	return func(yield func(*passage.Passage) bool) {
		for i := range c.hits {
			for _, p := range c.hits[i].Passages() {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// above is what stands above the text of a passage.
func above(p *passage.Passage) string {
	text := p.Title
	for _, h := range p.Headings {
		text += "\n" + h
	}
	return text
}

// read are the texts of the hits, with their titles and headings.
func (c *Checker) read() []string {
	if c.texts == nil {
		for p := range c.passages() {
			c.texts = append(c.texts, above(p)+"\n"+p.Text)
		}
	}
	return c.texts
}

// backers are the texts of the hits and of the operator.
func (c *Checker) backers() []string { return slices.Concat(c.read(), c.said.Operator) }

// reads reports whether one of the hits' texts is such.
func (c *Checker) reads(such func(text string) bool) bool { return slices.ContainsFunc(c.read(), such) }

// sentences are those of the hits, with their titles and headings.
func (c *Checker) sentences() []string {
	if c.split == nil {
		for _, text := range c.read() {
			for _, at := range sentence.In(text) {
				c.split = append(c.split, text[at.Start:at.End])
			}
		}
	}
	return c.split
}

// source is the facts of a hit.
func (c *Checker) source(i int) *fact.Facts {
	if c.sources == nil {
		c.sources = make([]*fact.Facts, len(c.hits))
	}
	if c.sources[i] == nil {
		f := &fact.Facts{}
		for _, p := range c.hits[i].Passages() {
			text := above(p) + "\n" + p.Text
			f.Read(text + "\n" + p.Address)
			f.ReadWords(text)
		}
		c.sources[i] = f
	}
	return c.sources[i]
}

// factsOf are the facts of a sentence, a part of one, or a row, which are asked for again and again. They must not be
// added to.
func (c *Checker) factsOf(text string) *fact.Facts {
	if c.facts == nil {
		c.facts = map[string]*fact.Facts{}
	}
	f, ok := c.facts[text]
	if !ok {
		f = fact.Of(text)
		c.facts[text] = f
	}
	return f
}

// inProse reports whether a fact also stands in some passage outside of its tables.
func (c *Checker) inProse(x fact.Fact) bool {
	if c.prose == nil {
		c.prose = &fact.Facts{}
		for p := range c.passages() {
			for line := range strings.Lines(p.Text) {
				if !strings.Contains(line, stated.CellBreak) {
					c.prose.ReadSource(line)
				}
			}
		}
	}
	return c.prose.Has(x)
}

// ours says whether answer and source are in one of the languages whose words these rules know, and in the same.
func (c *Checker) ours(language string) bool {
	return language == c.language && (language == "de" || language == "en")
}

// known says whether the answer and all sources are in one of these languages.
func (c *Checker) known() bool {
	our := func(l string) bool { return l == "de" || l == "en" }
	for i := range c.hits {
		if l := c.hits[i].Passage.Language; l != "" && !our(l) {
			return false
		}
	}
	return our(c.language)
}

// abroad reports whether some hit is in another language than the answer: there names of things are
// translated.
func (c *Checker) abroad() bool {
	for i := range c.hits {
		if l := c.hits[i].Passage.Language; l != "" && l != c.language {
			return true
		}
	}
	return false
}

// has reports whether somebody said a word.
func (s Said) has(w string) bool { return s.operator(w) || saidIn(s.Visitor, w) }

// operator reports whether the operator said a word.
func (s Said) operator(w string) bool { return saidIn(s.Operator, w) }

func saidIn(texts []string, w string) bool {
	w = strings.ToLower(w)
	return slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(strings.ToLower(text), w) })
}
