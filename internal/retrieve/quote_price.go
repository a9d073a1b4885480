package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// pricedPage finds the price on a page that is about the one thing the question names: pages of shops say
// in their title what they sell, and what it costs in a line that says nothing else. It looks at the
// pages of the best hits.
func (m *sentenceMatcher) pricedPage(hits []Result) (Quote, bool) {
	if m.qu.amount != stated.AmountPrice {
		return Quote{}, false
	}
	for hit := range hits[:min(len(hits), 2)] {
		if !m.entitled(hits[hit].Passage) {
			continue
		}
		if q, ok := m.firstPrice(hits[hit].number); ok {
			q.Hit = hit
			return q, true
		}
	}
	return Quote{}, false
}

// freeWords say that something costs nothing, which is a price, too.
var freeWords = wordlist.Set(`kostenlos kostenlose kostenloser kostenloses kostenlosen kostenfrei kostenfreie kostenfreien gratis umsonst unentgeltlich unentgeltliche gebuhrenfrei complimentary`)

// costsNothing says whether a text says that something is free.
func costsNothing(text string, tokens []word.Token) bool {
	for i, t := range tokens {
		if freeWords[t.Text] || t.Text == "free" && !strings.HasSuffix(word.Before(text, tokens, i), "-") { // "step-free"
			return true
		}
	}
	return false
}

// otherThingCosts is what each word costs that the name of a row has besides those of the question, up to
// mostFurther: who asks what "Kaffee" costs means that row and not "Kaffee mit Kuchen" or "Milchkaffee".
const otherThingCosts, mostFurther = 0.04, 3

// furtherNouns counts the words of a row's first cell that the question has not.
func (m *sentenceMatcher) furtherNouns(row string, an *analysis.Analyser) int {
	name, _, _ := strings.Cut(row, stated.CellBreak)
	if entry, ok := strings.CutPrefix(name, "• "); ok { // "• Brautkleid: vier Wochen", unlike "Kleid: Brautkleid · Dauer: …"
		name, _, _ = strings.Cut(entry, ": ")
	} else if _, value, ok := strings.Cut(name, ": "); ok {
		name = value
	}
	name, _, _ = strings.Cut(name, "(")
	further := 0
	for _, t := range word.Tokens(name, an.Lang) {
		if t.Kind == word.Number || an.Stem(t) == 0 || stated.IsUnit(t.Text) || portions[t.Text] {
			continue
		}
		id, ok := m.ix.wordID(an, t)
		if !ok || !slices.ContainsFunc(m.qu.concepts, func(c concept) bool {
			return !c.part && slices.ContainsFunc(c.alts, func(a alternative) bool { return a.id == id && a.weight >= likeWord })
		}) && !m.namesParts(t, an) {
			further++
		}
	}
	return min(further, mostFurther)
}

// namesParts says whether a word is put together of nothing but words of the question: "Babypassbild" where a "Passbild" for
// a "Baby" is asked for.
func (m *sentenceMatcher) namesParts(t word.Token, an *analysis.Analyser) bool {
	if t.Kind != word.Letters {
		return false
	}
	parts := an.Parts(t.Text)
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		id, ok := m.ix.vocabulary.find(word.Hash(part))
		return !ok || !slices.ContainsFunc(m.qu.concepts, func(c concept) bool { return c.is(id) })
	})
}

// likeWord is from which weight on an alternative says the word or its translation.
const likeWord = 0.5

// portions say how much of a thing a row is about.
var portions = wordlist.Set("stuck portion tasse glas flasche kanne scheibe packung paket person personen piece slice cup glass bottle portion pack per pro each je")

// entitled says whether the title of a page has all words of the question that say what it is about.
func (m *sentenceMatcher) entitled(p *passage.Passage) bool {
	an := m.analyser(p.Language)
	title := map[uint32]bool{}
	for _, t := range word.Tokens(p.Title, an.Lang) {
		term, parts := an.Term(t)
		for _, term := range append(slices.Clip(parts), term) {
			if id, ok := m.ix.vocabulary.find(term); ok {
				title[id] = true
			}
		}
	}
	named := 0
	for i := range m.qu.concepts {
		c := &m.qu.concepts[i]
		if c.asking || c.part || c.fact != 0 || c.word == "" {
			continue
		}
		if !slices.ContainsFunc(c.alts, func(a alternative) bool { return a.weight >= sameWord && title[a.id] }) {
			return false
		}
		named++
	}
	return named > 0
}

// sameWord is from which weight on an alternative is a form of the word and not one of like meaning.
const sameWord = 0.9

// firstPrice is the first line with a price in the document of a passage.
func (m *sentenceMatcher) firstPrice(number int) (Quote, bool) {
	ix := m.ix
	best := Quote{}
	for n := range ix.passages {
		p := &ix.passages[n]
		if ix.document[n] != ix.document[number] || best.Passage != nil && p.Ordinal >= best.Passage.Ordinal {
			continue
		}
		spans := sentence.In(p.Text)
		machine := passage.Addressed(p.Text, spans)
		from, until := ix.feet.own(p.Text)
		for i, s := range spans {
			if machine != nil && machine[i] {
				continue
			}
			text := p.Text[s.Start:s.End]
			if stated.FactsIn(text, word.Tokens(text, p.Language))&stated.Price != 0 {
				best = Quote{Passage: p, from: from, until: until, Start: s.Start, End: s.End, Text: text, Item: passage.IsItem(text), Met: 1, states: true}
				break
			}
		}
	}
	return best, best.Passage != nil
}
