package retrieve

import (
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
)

const (
	// pricedBehind is how far behind the best candidate another may be that tells a price where that one tells none,
	// pricedNamed what share of the thing asked for the line with the price must name. Of the sites for tuning in
	// test/eval/sites four questions get the passage that answers so, and none loses it. Where a price stands in both,
	// and for lengths of time, ages and numbers of things, it does not help: most passages state some.
	pricedBehind, pricedNamed = 0.6, 0.5
	// underHeading is how well a line says a word that the heading above it has.
	underHeading = 0.9
)

// pricedFirst puts first the candidate that tells best, in one line, what the thing asked for costs, where a price is
// asked for and the first one tells none: "how much is a yellow fever jab" is answered by the row of a table of all
// prices, not by the page about yellow fever.
func (ix *Index) pricedFirst(qu *question, s *scratch) {
	best := s.candidates[:min(surveyed, len(s.candidates))]
	if qu.amount != stated.AmountPrice || len(best) < 2 || !qu.matters() {
		return
	}
	m := newMatcher(ix, qu, s)
	defer m.leave(s)
	if _, priced := m.priced(int(best[0].doc)); priced {
		return
	}
	first, most := 0, float32(pricedNamed)
	for i := 1; i < len(best) && best[0].score-best[i].score <= pricedBehind; i++ {
		if named, priced := m.priced(int(best[i].doc)); priced && named > most {
			first, most = i, named
		}
	}
	if first > 0 {
		best[first].score = best[0].score + twinBehind
		s.sort()
	}
}

// priced is what share of the thing that the question names the line of a passage names that does so best of those with
// a price; ok is false where none has one.
func (m *matcher) priced(doc int) (named float32, ok bool) {
	p := &m.ix.passages[doc]
	sequence, rows := m.ix.sequence[m.ix.sequenceAt[doc]:m.ix.sequenceAt[doc+1]], m.ix.rowsOf(doc)
	ends := sentenceEnds(sequence)
	above := make([]float32, len(m.met))
	if len(p.Headings) > 0 && len(ends) > 0 { // the nearest heading was read as a sentence
		m.read(sequence[:ends[0]], rows, new(signals))
		copy(above, m.met)
		sequence, ends = sequence[ends[0]:], lessFirst(ends)
	}
	spans := sentence.In(p.Text)
	if len(ends) != len(spans) {
		return 0, false
	}
	machine := passage.Addressed(p.Text, spans)
	first := 0
	for i, span := range spans {
		line := sequence[first:ends[i]]
		first = ends[i]
		text := p.Text[span.Start:span.End]
		if machine != nil && machine[i] || !stated.AmountPrice.StatedIn(text, inGerman(text, p.Language)) {
			continue
		}
		ok = true
		m.read(line, rows, new(signals))
		named = max(named, m.named(above))
	}
	return named, ok
}

// named is what share of the words by which the question names its thing a line has that was just read, or the heading
// above it.
func (m *matcher) named(above []float32) float32 {
	var named, all float32
	for i, met := range m.met {
		if c := &m.qu.concepts[i]; c.asking || c.part || c.couple || c.fact != 0 || c.word == "" {
			continue
		}
		named += m.weights[i] * max(met, underHeading*above[i])
		all += m.weights[i]
	}
	if all == 0 {
		return 0
	}
	return named / all
}
