package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// Quote is a sentence, list item or table row worth showing as an answer.
type Quote struct {
	// Hit is the place in the hits given to Index.Quote.
	Hit int
	// Text is the quoted text, a part of Passage.Text.
	Text string
	// Passage is where it stands; Start and End are byte offsets in its Text.
	Passage    *Passage
	Start, End int
	// Score orders quotes, best first; about 0 to 1.
	Score float64
	// Item says that the text is a list item or a table row, which is shown
	// with the heading above it (the last of Passage.Headings).
	Item bool
}

// Quote picks at most max sentences, list items or table rows from the hits,
// best first, that answer q. Lines that hold opening hours or contact data and
// follow each other are quoted together where the question asks for them.
func (ix *Index) Quote(q Query, hits []Result, max int) []Quote {
	if max <= 0 || len(hits) == 0 {
		return nil
	}
	q = withContext(q)
	qu := ix.parse(q)
	scratch := ix.scratch.Get().(*scratch)
	defer ix.scratch.Put(scratch)
	m := sentenceMatcher{matcher: newMatcher(ix, qu, scratch)}
	defer m.leave(scratch)
	var all []Quote
	for i := range hits[:min(len(hits), quoteFrom)] {
		for _, number := range hits[i].numbers() {
			all = m.quotes(all, number, i, hits[i].Score)
		}
	}
	slices.SortStableFunc(all, func(a, b Quote) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return distinct(all, max)
}

// quoteFrom is how many hits are looked at for quotes.
const quoteFrom = 5

// distinct keeps the first of quotes with the same text.
func distinct(all []Quote, max int) []Quote {
	out := make([]Quote, 0, max)
	for _, q := range all {
		if len(out) == max {
			break
		}
		same := slices.ContainsFunc(out, func(o Quote) bool {
			return o.Passage == q.Passage && q.Start < o.End && o.Start < q.End || strings.EqualFold(o.Text, q.Text)
		})
		if !same {
			out = append(out, q)
		}
	}
	return out
}

// sentenceMatcher scores single sentences against a question.
type sentenceMatcher struct{ *matcher }

// quoteSignals are what a quote's score is made of.
type quoteSignals [quoteSignalCount]float32

const (
	// quoteHit is the score of the passage.
	quoteHit = iota
	// quoteWords to quoteGram are the signals of these names, of the sentence alone.
	quoteWords
	quoteEven
	quoteFunction
	quoteGram
	// quoteFact says that it states the kind of thing asked for.
	quoteFact
	// quoteBefore is how much more of the question is met by it and the sentence before together:
	// "It is open until …" says what only its predecessor names.
	quoteBefore
	quoteSignalCount
)

func (m *sentenceMatcher) quotes(all []Quote, number, hit int, score float64) []Quote {
	ix := m.ix
	p := &ix.passages[number]
	sequence := ix.sequence[ix.sequenceAt[number]:ix.sequenceAt[number+1]]
	ends := sentenceEnds(sequence)
	if len(p.Headings) > 0 && len(ends) > 0 { // the nearest heading was read as a sentence
		sequence, ends = sequence[ends[0]:], lessFirst(ends)
	}
	spans := sentences(p.Text)
	if len(ends) != len(spans) {
		return all
	}
	rows := ix.rowsOf(number)
	before := make([]float32, len(m.met))
	for _, u := range m.units(p, spans) {
		text := p.Text[spans[u.start].start:spans[u.end].end]
		first := 0
		if u.start > 0 {
			first = ends[u.start-1]
		}
		var f signals
		m.read(sequence[first:ends[u.end]], rows, &f)
		s := quoteSignals{quoteHit: float32(score), quoteWords: f[signalWords], quoteEven: f[signalEven], quoteFunction: f[signalFunction]}
		for i, met := range m.met {
			s[quoteBefore] += m.weights[i] * max(0, before[i]-met)
		}
		m.grams(p, text, &s)
		copy(before, m.met)
		all = append(all, Quote{
			Hit: hit, Text: text, Passage: p, Start: spans[u.start].start, End: spans[u.end].end,
			Score: float64(s.weighed()),
			Item:  strings.HasPrefix(text, "• ") || strings.Contains(text, " · "),
		})
	}
	return all
}

// quoteWeights were chosen on the tuning half of test/eval/retrieval's questions.
var quoteWeights = quoteSignals{
	quoteHit: 0.5, quoteWords: 0.15, quoteEven: 0.1, quoteFunction: 0.05, quoteGram: 0.2, quoteFact: 0.05, quoteBefore: 0.15,
}

func (s *quoteSignals) weighed() float32 {
	var sum float32
	for i, w := range quoteWeights {
		sum += w * s[i]
	}
	return sum
}

// sentenceEnds are the places behind the ends of sentences.
func sentenceEnds(sequence []uint32) []int {
	var out []int
	for i, w := range sequence {
		if w&(isPart|endsSentence) == endsSentence {
			out = append(out, i+1)
		}
	}
	return out
}

// lessFirst are the ends as they are without the first sentence.
func lessFirst(ends []int) []int {
	out := make([]int, len(ends)-1)
	for i := range out {
		out[i] = ends[i+1] - ends[0]
	}
	return out
}

// units joins neighbouring short lines of opening hours and contact data. It gives the numbers of the
// first and the last sentence of each unit.
func (m *sentenceMatcher) units(p *Passage, spans []span) []span {
	wanted := m.qu.facts & (factTime | factWeekday | contact)
	if m.qu.day {
		wanted = 0 // who asks about one day wants that day's line
	}
	var out []span
	joined := false
	for i, s := range spans {
		text := p.Text[s.start:s.end]
		has := wanted != 0 && len(text) <= 120 && factsIn(text, word.Tokens(text, p.Language))&wanted != 0
		if has && joined && s.end-spans[out[len(out)-1].start].start <= 600 {
			out[len(out)-1].end = i
			continue
		}
		out = append(out, span{i, i})
		joined = has
	}
	return out
}

// grams fills in the signals that come from the text itself.
func (m *sentenceMatcher) grams(p *Passage, text string, s *quoteSignals) {
	tokens := word.Tokens(text, p.Language)
	grams := map[uint32]bool{}
	for _, t := range tokens {
		word.Grams(t, func(h uint32) { grams[h>>8>>m.ix.gramShift] = true })
	}
	var gram float32
	for _, g := range m.qu.grams {
		if grams[g.key] {
			gram += g.idf
		}
	}
	if m.qu.gramNorm > 0 {
		s[quoteGram] = gram / m.qu.gramNorm
	}
	if m.qu.facts != 0 && factsIn(text, tokens)&m.qu.facts != 0 {
		s[quoteFact] = 1
	}
}
