package retrieve

import (
	"cmp"
	"maps"
	"slices"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/section"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// partAtMost is how many passages of a part are noted, its first ones: more are not shown.
const partAtMost = 8

// sections are the passages of numbered parts of documents ("§ 573c") and of the parts within them, each in reading order.
func sections(passages []passage.Passage) map[section.Ref][]int32 {
	out := map[section.Ref][]int32{}
	noted := map[section.Ref]int{} // in this document
	var above []section.Ref        // what the headings over the passage before begin, None for those without a number
	for i := range passages {
		p := &passages[i]
		if i == 0 || passages[i-1].Document != p.Document {
			clear(noted)
		}
		for k, heading := range p.Headings {
			if k >= len(above) || i == 0 || k >= len(passages[i-1].Headings) || passages[i-1].Headings[k] != heading { // most stand over many
				ref, _ := section.Of(heading)
				above = append(above[:min(k, len(above))], ref)
			}
			if ref := above[k]; ref.Kind != section.None && noted[ref] < partAtMost {
				noted[ref]++
				out[ref] = append(out[ref], int32(i))
			}
		}
	}
	return out
}

// inPart is a question that goes on about a numbered part asked for before ("und § 574?", "und Absatz 2?") as it would be
// asked alone.
func (q Query) inPart() Query {
	if whole, ok := section.Onward(q.Text, q.Context); ok {
		q.Text, q.Context = whole, nil
	}
	return q
}

// askedPart is the part of a document that a question names by its number, or several in turn.
type askedPart struct {
	passages   []int32          // of the part, in reading order; none where no document has it
	paragraphs map[int32]string // the number of the paragraph asked for, of the passages of which only it is
	whole      bool             // nothing but what stands there is asked for
	missing    bool             // documents have such parts, but not this one
}

// partAsked finds the parts that a question names.
func (ix *Index) partAsked(text, lang string) (a askedPart) {
	if len(ix.sections) == 0 {
		return a
	}
	asked, rest := section.Asked(text)
	if len(asked) == 0 {
		return a
	}
	words := word.Tokens(rest, lang)
	a.whole, a.missing = true, true
	var parts [][]int32
	for _, q := range asked {
		one := ix.partOf(q, words, len(asked) > 1, lang)
		a.whole, a.missing = a.whole && one.whole, a.missing && one.missing
		parts = append(parts, one.passages)
		for _, i := range one.passages {
			if number := one.paragraphs[i]; number != "" {
				if a.paragraphs == nil {
					a.paragraphs = map[int32]string{}
				}
				a.paragraphs[i] = number
			}
		}
	}
	a.passages = inTurn(parts)
	return a
}

// inTurn are the first of each list, then the second of each, and so on.
func inTurn(lists [][]int32) (out []int32) {
	for k := 0; ; k++ {
		more := false
		for _, list := range lists {
			if k < len(list) {
				out, more = append(out, list[k]), true
			}
		}
		if !more {
			return out
		}
	}
}

// partOf finds one part, which a question names with the given words besides; others says that it names others, too.
func (ix *Index) partOf(asked section.Question, words []word.Token, others bool, lang string) (a askedPart) {
	kind, headed, likely := asked.Ref.Kind, section.None, asked.Ref.Likely()
	_, rest, _ := ix.ofNamedDocument(nil, asked.Of, words, lang)
	for _, ref := range likely {
		found := ix.sections[ref]
		if len(found) == 0 {
			continue
		}
		of, left, named := ix.ofNamedDocument(found, asked.Of, words, lang)
		if named || headed == section.None {
			a.passages, rest, headed = of, left, ref.Kind
		}
		if named {
			break
		}
	}
	if others {
		rest = slices.DeleteFunc(slices.Clone(rest), func(t word.Token) bool { return comparingParts[t.Text] })
	}
	a.whole = asksWhatItSays(kind, rest, lang)
	if kind.Ambiguous() && headed != kind && !(a.whole && (kind != section.Article || isAbbreviation(asked.Of))) {
		a.passages = nil // "Was kostet Artikel 12?" is not about § 12
	}
	a.ofParagraph(asked.Passage, ix.passages)
	if len(a.passages) == 0 {
		_, left, named := ix.ofNamedDocument(ix.inNumbered(likely), asked.Of, words, lang)
		a.missing = a.whole && ix.hasSections(likely) || named && asksWhatItSays(kind, left, lang)
	}
	return a
}

// comparingParts are words by which people ask what tells two parts apart: both say it.
var comparingParts = wordlist.Set("unterschied unterschiede unterscheidet unterscheiden zwischen vergleich vergleiche difference between compare differ differs")

// asksWhatItSays says whether a question has no words but those by which people ask what a part of a document says. Beside
// words for parts that are words for other things, too, one of these has to stand: "Habt ihr Teil 2?" asks for a book.
func asksWhatItSays(kind section.Kind, rest []word.Token, lang string) bool {
	said := kind == section.Paragraph || len(rest) == 0
	for _, t := range rest {
		if saying[t.Text] {
			said = true
		} else if !word.Stop(lang, t.Text) {
			return false
		}
	}
	return said
}

// ofParagraph notes the paragraph of the part that is asked for. The part has no passages where it has such paragraphs but
// not this one; where none is numbered, the whole part is meant.
func (a *askedPart) ofParagraph(number string, passages []passage.Passage) {
	if number == "" {
		return
	}
	numbered := false
	for _, i := range a.passages {
		text := passages[i].Text
		if paragraphMark(text, number) >= 0 {
			a.paragraphs = map[int32]string{}
			for _, i := range a.passages {
				a.paragraphs[i] = number
			}
			return
		}
		numbered = numbered || paragraphMark(text, "") >= 0
	}
	if numbered {
		a.passages = nil
	}
}

// evidence is that of a question that names a part: what stands there answers who asks for nothing else, and nothing does where
// there is none.
func (a *askedPart) evidence(evidence float64) float64 {
	switch {
	case a.whole && len(a.passages) > 0:
		return max(evidence, chance(statedProves))
	case a.missing:
		return 0
	}
	return evidence
}

// hasSections says whether any document has parts of the kind that is asked for.
func (ix *Index) hasSections(likely []section.Ref) bool {
	for ref := range ix.sections {
		if ref.Kind == likely[0].Kind {
			return true
		}
	}
	return false
}

// inNumbered is a passage of each document that has parts of one of the kinds, whatever their numbers.
func (ix *Index) inNumbered(likely []section.Ref) (out []int32) {
	first := map[int32]int32{}
	for ref, passages := range ix.sections {
		if !slices.ContainsFunc(likely, func(l section.Ref) bool { return l.Kind == ref.Kind }) {
			continue
		}
		for _, i := range passages {
			if at, ok := first[ix.document[i]]; !ok || i < at {
				first[ix.document[i]] = i
			}
		}
	}
	return slices.Sorted(maps.Values(first))
}

// saying are words by which people ask what a document says somewhere.
var saying = wordlist.Set(`steht stehen regelt regeln geregelt besagt sagt lautet inhalt wortlaut text zeig zeige zeigen nenne zitiere zitier lies unter bitte mir genau drin drinsteht
	was worum geht lauten bedeutet heisst erklare erklaren sagen wissen finde wobei
	what mean means explain find
	say says said stated state states content contents wording read show tell quote cite please me exactly`)

// partsChosen is how many passages of the part that a question names become candidates. Where more documents have such a
// part, its number alone does not tell which is meant.
const partsChosen = 32

// choosePart makes candidates of the passages of the part that a question names, of many of those with most of its words.
func (s *scratch) choosePart(part *askedPart) {
	if len(part.passages) > partsChosen {
		best := slices.Clone(part.passages)
		slices.SortStableFunc(best, func(a, b int32) int { return cmp.Compare(s.total[b], s.total[a]) })
		part.passages = best[:partsChosen]
		slices.Sort(part.passages)
	}
	for _, doc := range part.passages {
		if !slices.ContainsFunc(s.candidates, func(c candidate) bool { return c.doc == doc }) {
			s.candidates = append(s.candidates, candidate{doc: doc, base: s.total[doc]})
		}
	}
}

// partGives is for passages of the part that the question names, more than its words can; partFades is what those further
// behind have less, so that they are read from the beginning.
const partGives, partFades = 2, 0.01

// partFirst puts the passages of the part that a question names first.
func (s *scratch) partFirst(part *askedPart) {
	if len(part.passages) == 0 {
		return
	}
	for i := range s.candidates {
		c := &s.candidates[i]
		if at := slices.Index(part.passages, c.doc); at >= 0 {
			c.score += partGives
			if part.whole {
				c.score = partGives - partFades*float32(at)
			}
		}
	}
	s.sort()
}
