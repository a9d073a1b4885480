package retrieve

import (
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/section"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// partAtMost is how many passages of a part are noted, its first ones: more are not shown.
const partAtMost = 8

// sections are the passages of numbered parts of documents ("§ 573c") and of the parts within them, each in reading order.
func sections(passages []Passage) map[section.Ref][]int32 {
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

// askedPart is the part of a document that a question names by its number.
type askedPart struct {
	passages []int32 // of the part, in reading order; none where no document has it
	heading  section.Ref
	passage  string // the number of the paragraph asked for
	whole    bool   // nothing but what stands there is asked for
	missing  bool   // documents have such parts, but not this one
}

// partAsked finds the part that a question names.
func (ix *Index) partAsked(text, lang string) (a askedPart) {
	asked, ok := section.Asked(text)
	if !ok || len(ix.sections) == 0 {
		return a
	}
	a.passage = asked.Passage
	likely := asked.Ref.Likely()
	for _, ref := range likely {
		if found := ix.sections[ref]; len(found) > 0 {
			a.passages, a.heading = found, ref
			break
		}
	}
	rest := word.Tokens(asked.Rest, lang)
	a.passages, rest = ix.ofNamedDocument(a.passages, asked.Of, rest, lang)
	a.whole = !slices.ContainsFunc(rest, func(t word.Token) bool {
		return !word.Stop(lang, t.Text) && !asksOnly(t.Text, lang) && !saying[t.Text]
	})
	a.missing = len(a.passages) == 0 && a.whole && ix.hasSections(likely)
	return a
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

// ofNamedDocument leaves of a part's passages those of the document that the question names, by the word behind the
// number or any other, and of the question's words those that name none.
func (ix *Index) ofNamedDocument(passages []int32, of string, rest []word.Token, lang string) ([]int32, []word.Token) {
	named := word.Tokens(of, lang)
	if found := ix.inNamed(passages, named); len(found) > 0 {
		return found, rest
	}
	if isAbbreviation(of) { // "§ 242 StGB", where nobody has read the StGB
		return nil, rest
	}
	rest = append(rest, named...)
	for i, t := range rest {
		if word.Stop(lang, t.Text) || saying[t.Text] {
			continue
		}
		if found := ix.inNamed(passages, rest[i:i+1]); len(found) > 0 {
			return found, slices.Delete(rest, i, i+1)
		}
	}
	return passages, rest
}

// inNamed are the passages of documents of which the address, the title or a heading further up has all of the words.
func (ix *Index) inNamed(passages []int32, words []word.Token) (out []int32) {
	if len(words) == 0 {
		return nil
	}
	for _, i := range passages {
		p := &ix.passages[i]
		name := pathWords(p.Address) + " " + p.Title
		if n := len(p.Headings); n > 1 {
			name += " " + strings.Join(p.Headings[:n-1], " ")
		}
		has := map[string]bool{}
		for _, t := range word.Tokens(name, p.Language) {
			has[t.Text] = true
		}
		if !slices.ContainsFunc(words, func(t word.Token) bool { return !has[t.Text] }) {
			out = append(out, i)
		}
	}
	return out
}

func (ix *Index) hasSections(likely []section.Ref) bool {
	for ref := range ix.sections {
		if ref.Kind == likely[0].Kind {
			return true
		}
	}
	return false
}

// isAbbreviation says whether a word has several capitals, as the short names of laws have.
func isAbbreviation(w string) bool {
	capitals := 0
	for _, r := range w {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}

// saying are words by which people ask what a document says somewhere.
var saying = wordlist.Set(`steht stehen regelt regeln geregelt besagt sagt lautet inhalt wortlaut text zeig zeige zeigen nenne zitiere zitier lies unter bitte mir genau drin drinsteht
	say says said stated state states content contents wording read show tell quote cite please me exactly`)

// choosePart makes candidates of the passages of the part that a question names.
func (s *scratch) choosePart(part *askedPart) {
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

// partQuotes are the passages of a part that is asked for as such, as they stand there, or its paragraph that is named.
func (ix *Index) partQuotes(part *askedPart, hits []Result, max int) (out []Quote) {
	for i := range hits {
		for k, number := range hits[i].numbers() {
			if !slices.Contains(part.passages, int32(number)) || len(out) == max {
				continue
			}
			p := hits[i].Passages()[k]
			start, end := paragraphOf(p.Text, part.passage)
			if end == 0 {
				continue
			}
			out = append(out, Quote{Hit: i, Passage: p, number: number, Start: start, End: end, Text: p.Text[start:end], Score: 1, Met: 1, part: true})
		}
	}
	return out
}

// paragraphOf is where the paragraph with a number begins and ends in a text, "(2) …"; the whole text, up to a length, for
// none. end is 0 where the text does not have it.
func paragraphOf(text, number string) (start, end int) {
	if number != "" {
		mark := "(" + number + ")"
		switch at := strings.Index(text, "\n"+mark); {
		case strings.HasPrefix(text, mark):
		case at >= 0:
			start = at + 1
		default:
			return 0, 0
		}
		if next := strings.Index(text[start+1:], "\n("); next >= 0 {
			return start, start + 1 + next
		}
	}
	if len(text)-start <= linesTogether {
		return start, len(text)
	}
	end = start + linesTogether
	for _, mark := range []string{"\n", ". ", " "} {
		if at := strings.LastIndex(text[start:end], mark); at > linesTogether/2 {
			return start, start + at + len(strings.TrimRight(mark, " \n"))
		}
	}
	return start, start + len(strings.ToValidUTF8(text[start:end], ""))
}
