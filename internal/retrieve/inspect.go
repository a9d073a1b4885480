package retrieve

import (
	"math"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
)

// inspect computes the second score of the candidates, which looks at their
// words in reading order.
func (ix *Index) inspect(qu *question, s *scratch) {
	m := newMatcher(ix, qu, s)
	defer m.leave(s)
	inTouch := qu.facts & stated.Contact // what alone a question like "Where is your shop?" is after
	if qu.matters() {
		inTouch = 0
	}
	for i := range s.candidates {
		c := &s.candidates[i]
		d := int(c.doc)
		f := &c.signals
		*f = signals{signalStem: s.stem[d], signalGram: s.gram[d], signalCosine: s.cosine[d], signalTopic: s.topic[d]}
		if qu.remote {
			f[signalOutside] = s.remote[d]
		}
		m.passage(d, f)
		if ix.facts[d]&qu.facts != 0 {
			f[signalFact] = 1
		}
		if ix.langs[ix.language[d]] == qu.lang {
			f[signalLanguage] = 1
		}
		c.score = f.weighed(&ix.rank.Weights)
		if inTouch&ix.facts[d] != 0 {
			c.score += inTouchGives
		}
		c.plain = c.score
	}
}

// inTouchGives is what a passage gains that has the address or the number that a question is after and
// names nothing else by.
const inTouchGives = 0.4

// matcher compares the words of one question with those of passages.
type matcher struct {
	ix        *Index
	qu        *question
	concept   []uint8 // of scratch
	place     []uint8 // of scratch
	weights   []float32
	even      []float32
	met       []float32      // per concept: best match in the passage, 0 to 1
	sentence  []float32      // the same in the sentence being read
	relations *relations     // of scratch
	seen      []uint8        // per place: its word was seen; it was seen after the word before it
	known     analysis.Known // see analyser
	// pairWeight and functionWords are what signalPairs and signalFunction are
	// shares of.
	pairWeight    float32
	functionWords int
}

const (
	seenAlone = 1 + iota
	seenInPair
)

// analyser is one for texts in a language.
func (m *matcher) analyser(lang string) analysis.Analyser {
	return analysis.Analyser{Lang: lang, Table: m.ix.table, Known: m.known}
}

func newMatcher(ix *Index, qu *question, s *scratch) *matcher {
	n := len(qu.concepts)
	numbers := make([]float32, 4*n)
	m := &matcher{ix: ix, qu: qu, concept: s.concept, place: s.place, relations: &s.relations, seen: make([]uint8, len(qu.order))}
	m.relations.begin(ix, qu)
	m.weights, m.even, m.met, m.sentence = numbers[:n], numbers[n:2*n], numbers[2*n:3*n], numbers[3*n:]
	var sum float32
	for i := range qu.concepts {
		c := &qu.concepts[i]
		m.even[i] = float32(math.Sqrt(float64(c.idf))) * c.weight
		sum += m.even[i]
		m.weights[i] = c.idf * c.weight / qu.stemNorm
		for _, a := range c.alts {
			if m.concept[a.id] == 0 {
				m.concept[a.id] = uint8(i + 1)
			}
		}
	}
	for i := range m.even {
		m.even[i] /= sum
	}
	for i, o := range qu.order {
		m.pairWeight += o.weight
		if i > 0 {
			m.pairWeight += o.weight
		}
		if o.function {
			m.functionWords++
		}
		if o.id != unknownTerm && m.place[o.id] == 0 {
			m.place[o.id] = uint8(i + 1)
		}
	}
	return m
}

// leave clears what newMatcher wrote into the scratch memory.
func (m *matcher) leave(s *scratch) {
	for i := range m.qu.concepts {
		for _, a := range m.qu.concepts[i].alts {
			s.concept[a.id] = 0
		}
	}
	for _, o := range m.qu.order {
		if o.id != unknownTerm {
			s.place[o.id] = 0
		}
	}
}

// Similarities of word vectors below the floor mean nothing, 15 in 1000 of two
// words taken at random are above it; plainFloor is for those of table.Plain. At
// the ceiling a word is as good as the word asked for.
const (
	similarFloor   = 0.27
	plainFloor     = 0.4
	similarCeiling = 0.95
	relatedAtMost  = 0.8
	// partCounts is how well a word is met by a part of a compound.
	partCounts = 0.9
)

// relatedness is how well a word is met by another whose vector is so similar.
func relatedness(similarity, floor float32) float32 {
	if similarity <= floor {
		return 0
	}
	return min(relatedAtMost, (similarity-floor)/(similarCeiling-floor))
}

// passage reads a passage and fills in the signals that need its words.
func (m *matcher) passage(d int, f *signals) {
	m.read(m.ix.sequence[m.ix.sequenceAt[d]:m.ix.sequenceAt[d+1]], m.ix.rowsOf(d), f)
}

// read does so for a part of a passage that ends with a sentence.
func (m *matcher) read(sequence []uint32, rows []int32, f *signals) {
	qu := m.qu
	if len(qu.concepts) == 0 || qu.stemNorm == 0 {
		return
	}
	clear(m.met)
	clear(m.sentence)
	clear(m.seen)
	last, lastAt, at, previous := -1, 0, 0, -1
	var near, pairs, function float32
	for _, w := range sequence {
		if w&(isPart|endsSentence) == endsSentence {
			m.endSentence(f)
			last, previous = -1, -1
			continue
		}
		id := w & termOnly
		if w&isPart == 0 {
			place := int(m.place[id]) - 1
			if place >= 0 {
				if m.seen[place] == 0 {
					m.seen[place] = seenAlone
					if w&isFunction != 0 {
						function++
					}
				}
				if place > 0 && previous == place-1 && m.seen[place] != seenInPair {
					m.seen[place] = seenInPair
					pairs += qu.order[place].weight + qu.order[place-1].weight
				}
			}
			previous = place
			if w&isFunction != 0 {
				continue
			}
			at++
		}
		i := int(m.concept[id]) - 1
		switch {
		case i >= 0 && w&isPart != 0:
			m.sentence[i] = max(m.sentence[i], partCounts)
		case i >= 0:
			m.sentence[i] = 1
			if last >= 0 && (i == last+1 || i == last-1) && at-lastAt <= 2 {
				near += min(m.weights[i], m.weights[last])
			}
			last, lastAt = i, at
		case rows != nil && rows[id] >= 0:
			m.related(int(rows[id]))
		}
	}
	for i, v := range m.met {
		f[signalWords] += m.weights[i] * v
		f[signalEven] += m.even[i] * v
	}
	f[signalNear] = min(1, near)
	f[signalPairs] = pairs / max(1, m.pairWeight)
	f[signalFunction] = function / float32(max(1, m.functionWords))
}

// related compares a word that the question does not have, by its vector, with
// the concepts the sentence has not met yet.
func (m *matcher) related(row int) {
	for i, similar := range m.relations.to(m.ix, row) {
		if similar > similarFloor && m.sentence[i] < relatedAtMost {
			m.sentence[i] = max(m.sentence[i], relatedness(similar, similarFloor))
		}
	}
}

func (m *matcher) endSentence(f *signals) {
	var sum float32
	for i, v := range m.sentence {
		sum += m.weights[i] * v
		m.met[i] = max(m.met[i], v)
		m.sentence[i] = 0
	}
	f[signalSentence] = max(f[signalSentence], sum)
}

// rowsOf gives the table rows of terms in the language of a passage, or nil.
func (ix *Index) rowsOf(d int) []int32 {
	if ix.dim == 0 {
		return nil
	}
	return ix.rowOf[ix.language[d]]
}
