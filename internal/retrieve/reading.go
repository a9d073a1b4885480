package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// reading is how well a text has each concept of a question, 0 to 1, and whether it has its very word.
type reading struct {
	met   []float32
	exact []bool
}

func newReading(concepts int) reading {
	return reading{met: make([]float32, concepts), exact: make([]bool, concepts)}
}

// add adds what another part has.
func (r *reading) add(o *reading) {
	for i, met := range o.met {
		r.met[i], r.exact[i] = max(r.met[i], met), r.exact[i] || o.exact[i]
	}
}

// readInto adds what a part of a passage has.
func (m *matcher) readInto(r *reading, sequence []uint32, rows []int32) {
	for _, w := range sequence {
		if w&(isPart|endsSentence) == endsSentence || w&isFunction != 0 {
			continue
		}
		id := w & termOnly
		i := int(m.concept[id]) - 1
		switch {
		case i >= 0 && w&isPart != 0:
			r.met[i] = max(r.met[i], partCounts)
		case i >= 0:
			r.met[i], r.exact[i] = 1, true
		case rows != nil && rows[id] >= 0:
			for k, similar := range m.relations.to(m.ix, int(rows[id])) {
				r.met[k] = max(r.met[k], relatedness(similar, similarFloor))
			}
		}
	}
}

// readTitle adds what the title of a page has.
func (m *matcher) readTitle(r *reading, p *passage.Passage) {
	an := m.analyser(p.Language)
	m.readTokens(r, word.Tokens(p.Title, p.Language), &an, nil)
}

// readTokens adds what the words of a text have; with rows, what is like them as well.
func (m *matcher) readTokens(r *reading, tokens []word.Token, an *analysis.Analyser, rows []int32) {
	meet := func(term uint32, met float32, exact bool) {
		id, ok := m.ix.vocabulary.find(term)
		switch {
		case !ok:
		case m.concept[id] > 0:
			i := m.concept[id] - 1
			r.met[i], r.exact[i] = max(r.met[i], met), r.exact[i] || exact
		case exact && rows != nil && rows[id] >= 0:
			for k, similar := range m.relations.to(m.ix, int(rows[id])) {
				r.met[k] = max(r.met[k], relatedness(similar, similarFloor))
			}
		}
	}
	for _, t := range tokens {
		term, parts := an.Term(t)
		if term != 0 {
			meet(term, 1, true)
		}
		for _, part := range parts {
			meet(part, partCounts, false)
		}
	}
}

// readLine is a sentence, item or row with what it has; only one that is quoted has its words.
type readLine struct {
	text   string
	tokens []word.Token
	said   reading
}

// readQuote reads a quote with what it is judged with, the rows and items beside it, and what stands above it; ok is false
// where its sentences are not those of its passage's analysis.
func (m *matcher) readQuote(q *Quote) (lines, others []readLine, said, above reading, ok bool) {
	ix, p := m.ix, q.Passage
	spans := sentence.In(p.Text)
	whole := q.grown(spans, passage.Addressed(p.Text, spans), judgedWhole).announced()
	sequence, rows := ix.sequence[ix.sequenceAt[q.number]:ix.sequenceAt[q.number+1]], ix.rowsOf(q.number)
	ends := sentenceEnds(sequence)
	said, above = newReading(len(m.qu.concepts)), newReading(len(m.qu.concepts))
	m.readTitle(&above, p)
	if len(p.Headings) > 0 && len(ends) > 0 { // the nearest heading was read as a sentence
		m.readInto(&above, sequence[:ends[0]], rows)
		sequence, ends = sequence[ends[0]:], lessFirst(ends)
	}
	if len(ends) != len(spans) {
		return nil, nil, said, above, false
	}
	first := 0
	for i, s := range spans {
		text := p.Text[s.Start:s.End]
		if quoted := s.Start >= whole.Start && s.End <= whole.End; quoted || passage.IsItem(text) {
			l := readLine{text: text}
			if quoted || q.Item { // of those beside a sentence it counts only how many they are
				l.said = newReading(len(m.qu.concepts))
				m.readInto(&l.said, sequence[first:ends[i]], rows)
			}
			if quoted {
				said.add(&l.said)
				l.tokens = word.Tokens(text, p.Language)
				lines = append(lines, l)
			} else {
				others = append(others, l)
			}
		}
		first = ends[i]
	}
	return lines, others, said, above, true
}

// said says whether a concept is a word of the matter that the question itself says.
func (c *concept) said() bool { return !c.part && !c.asking && !c.couple && c.word != "" }

// counts is how much it counts that a quote has the concept or lacks it.
func (c *concept) counts() float32 { return c.idf * max(c.weight, c.lacked) }

// lacking is up to how well a word is met that counts as lacking in a quote.
const lacking = 0.4

// read fills in the grounds that come from reading the best quote word by word.
func (ix *Index) read(qu *question, quotes []Quote, s *scratch, g *grounds) {
	if len(quotes) == 0 || len(qu.concepts) == 0 || qu.stemNorm == 0 {
		return
	}
	q := &quotes[0]
	m := newMatcher(ix, qu, s)
	defer m.leave(s)
	if most, ok := m.readClosest(q, g); ok {
		ix.lookFor(qu, most, q, s, g)
	}
}

// readClosest fills in what a quote has and lacks of the question. lacked is the concept of which it lacks the most, -1 for
// none; ok is false where its sentences are not those of its passage's analysis.
func (m *matcher) readClosest(q *Quote, g *grounds) (lacked int, ok bool) {
	ix, qu := m.ix, m.qu
	lines, others, said, above, ok := m.readQuote(q)
	if !ok {
		return -1, false
	}
	var topic float32
	for _, t := range qu.topics {
		topic = max(topic, ix.topicOf(t.topic, q.number))
	}
	var all, missing, exact, headed float32
	lacked = -1
	h := holding{matcher: m, quote: q, grounds: g}
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if !c.said() {
			continue
		}
		weight := c.counts()
		met := ix.metWhole(qu, i, &said, &above)
		if c.spoken {
			met = max(met, topic)
		}
		if c.fact&ix.facts[q.number] != 0 { // "13 €" says "kostet"
			met, said.exact[i] = 1, true
		}
		h.lacks(i, weight*(1-met))
		all, missing = all+weight, missing+weight*(1-met)
		if g[groundContent]++; met < lacking {
			g[groundAbsent]++
		}
		switch {
		case said.exact[i]:
			exact += weight
		case above.exact[i]:
			headed += weight
		}
		if lack := weight * (1 - met); lack > g[groundLack] {
			g[groundLack], lacked = lack, i
		}
	}
	if all > 0 {
		g[groundMissing], g[groundExact], g[groundHeaded] = missing/all, exact/all, headed/all
	}
	h.compare(lines, &above)
	h.fit(lines, others, &said, &above)
	return lacked, true
}

// metWhole is how well the i-th concept is met: of a compound that the index does not have, as well as its parts together.
func (ix *Index) metWhole(qu *question, i int, said, above *reading) float32 {
	met := max(said.met[i], above.met[i])
	c := &qu.concepts[i]
	if c.known {
		return met
	}
	var sum float32
	parts := 0
	for k := i + 1; k < len(qu.concepts) && qu.concepts[k].part; k++ {
		sum += max(said.met[k], above.met[k])
		parts++
	}
	if parts == 0 {
		return met
	}
	an := analysis.Analyser{Lang: qu.lang, Table: ix.table}
	return max(met, sum/float32(max(parts, len(an.Parts(c.word))))) // those that the index lacks are no concepts
}

// lookFor fills in what there is elsewhere of the concept that a quote lacks most; it is -1 for none.
func (ix *Index) lookFor(qu *question, lacked int, q *Quote, s *scratch, g *grounds) {
	g[groundLackKnown], g[groundLackElsewhere] = -1, nowhere
	if lacked < 0 {
		return
	}
	c := &qu.concepts[lacked]
	switch {
	case c.known:
		g[groundLackKnown] = 1
	case c.spoken:
		g[groundLackKnown] = 0.5
	default:
		g[groundLackKnown] = 0
	}
	g[groundLackUsual] = 1
	if len(c.rows) > 0 && c.rows[0] != table.None {
		g[groundLackUsual] = ix.table.Weight(c.rows[0])
	}
	if c.name {
		g[groundLackUsual] = 1.2
	}
	best := s.candidates[0].score
	for _, o := range s.candidates[:min(len(s.candidates), reordered)] {
		if int(o.doc) != q.number && slices.ContainsFunc(c.alts, func(a alternative) bool { return ix.contains(a.id, o.doc) }) {
			g[groundLackElsewhere] = max(g[groundLackElsewhere], o.score-best)
		}
	}
}

// nowhere is groundLackElsewhere where no other candidate has the word: further behind than any is.
const nowhere = -2

// contains says whether a passage has a term.
func (ix *Index) contains(id uint32, doc int32) bool {
	list := ix.terms.list(id)
	_, ok := slices.BinarySearchFunc(list, uint32(doc), func(entry, doc uint32) int { return int(entry>>8) - int(doc) })
	return ok
}

// put fills in the grounds of how the question is put.
func (qu *question) put(g *grounds) {
	m := &qu.manner
	g[groundForm], g[groundWho] = float32(m.form), float32(qu.who)
	for at, is := range [...]bool{m.must, m.may, m.has, m.is, qu.amount == stated.AmountNext} {
		if is {
			g[groundMust+at] = 1
		}
	}
}
