package retrieve

import (
	"math"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
)

// Result is one hit.
type Result struct {
	// Passage is the hit. It belongs to the index and must not be changed.
	Passage *passage.Passage
	// Neighbours are passages of the same document directly before or after
	// Passage that were hits as well and were joined to this one, in reading
	// order.
	Neighbours []*passage.Passage
	// Score orders the hits; about 0 to 1, comparable within one index only.
	Score float64
	// Coverage is how much of the question's meaning-carrying words the passage
	// has, itself or in related words, weighted by rarity: 0 to 1.
	Coverage float64

	number int   // of Passage in the index
	beside []int // of Neighbours
}

// Results is the answer to a Query.
type Results struct {
	// Hits are the best passages, best first.
	Hits []Result
	// Evidence estimates the probability that the hits hold the answer, 0 to 1.
	Evidence float64
	// Certainty estimates the probability that the best quote is the answer, and not the price of another thing or a
	// sentence that only speaks of the same one, 0 to 1. It is Evidence where nothing more is known.
	Certainty float64
	// Enough says that Evidence is above the threshold at which an answer
	// should be given rather than a kind refusal.
	Enough bool

	asked    Query          // with its slips put right
	question *question      // as it was understood; nil if it leans on others, whose words count less for quoting
	part     askedPart      // the part of a document that it names
	offered  func() []Quote // what the hits offer for quoting; nil if nobody has looked yet
}

// Text is the passage with its neighbours, as one text in reading order.
func (r *Result) Text() string {
	if len(r.Neighbours) == 0 {
		return r.Passage.Text
	}
	var text strings.Builder
	for i, p := range r.Passages() {
		if i > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(p.Text)
	}
	return text.String()
}

// Passages are the passage and its neighbours in reading order.
func (r *Result) Passages() []*passage.Passage {
	at := r.place()
	return slices.Insert(slices.Clone(r.Neighbours), at, r.Passage)
}

// numbers are those of Passages in the index.
func (r *Result) numbers() []int {
	return slices.Insert(slices.Clone(r.beside), r.place(), r.number)
}

// place is where Passage stands among its neighbours.
func (r *Result) place() int {
	for i, p := range r.Neighbours {
		if p.Ordinal > r.Passage.Ordinal {
			return i
		}
	}
	return len(r.Neighbours)
}

// scratch is the working memory of one search.
type scratch struct {
	stem, gram, cosine, topic, total, one []float32
	dots                                  []int32   // of the question's vector with those of passages
	remote                                []float32 // nil without vectors of an embedder
	earlier                               []float32 // how well passages fit the questions before; nil where there were none
	concept                               []uint8   // per term id: concept number + 1
	place                                 []uint8   // per term id: place in the question + 1
	candidates                            []candidate
	traits                                []traits  // of the candidates that the forest looks at
	met                                   []float32 // per sentence and concept
	notes                                 [maxSentences]sentenceNotes
	relations                             relations
	exact                                 []bool  // per concept
	led                                   []uint8 // per term id: which of the leaders have it
	seen                                  []bool  // per term id
}

func newScratch(ix *Index) *scratch {
	n := len(ix.passages)
	s := &scratch{
		stem: make([]float32, n), gram: make([]float32, n), cosine: make([]float32, n),
		topic: make([]float32, n), total: make([]float32, n), one: make([]float32, n), dots: make([]int32, n),
		concept: make([]uint8, len(ix.vocabulary.hashes)), place: make([]uint8, len(ix.vocabulary.hashes)),
		led: make([]uint8, len(ix.vocabulary.hashes)), seen: make([]bool, len(ix.vocabulary.hashes)), traits: make([]traits, reordered),
	}
	if ix.remote != nil {
		s.remote = make([]float32, n)
	}
	return s
}

// release gives working memory back.
func (ix *Index) release(s *scratch) {
	s.relations.end()
	ix.scratch.Put(s)
}

// candidate is a passage under closer inspection.
type candidate struct {
	doc         int32
	base, score float32 // the first and the last score
	plain       float32 // the score without the forest
	row         int32   // where its traits stand, if the forest has looked at it
	signals     signals
}

// Search finds the passages that answer q, best first. Near-identical passages
// appear once. It allocates little and takes no lock.
func (ix *Index) Search(q Query) Results {
	if len(ix.passages) == 0 {
		return Results{}
	}
	found, g, ok := ix.search(q)
	if ok {
		found.Evidence, found.Certainty = g.evidence(found.alone, found.bare)
		for _, x := range [...]*float64{&found.Evidence, &found.Certainty} {
			if found.stated {
				*x = max(*x, chance(statedProves))
			}
			if found.refused {
				*x = max(*x, chance(refusedProves))
			}
			*x = found.part.evidence(*x)
		}
	}
	found.Enough = found.Evidence >= enough
	found.offered = ix.offering(found.Results)
	return found.Results
}

// found are the results of a search without a judgement of them.
type found struct {
	Results
	alone bool // the question stands on its own and was compared by the built-in vectors
	bare  bool // or would have been, if the table knew its language
	// stated says that nothing but opening hours or a way to get in touch is asked for, and that the best passage
	// states it.
	stated bool
	// refused says that it is asked whether there is a thing, and that the best passage says there is none.
	refused bool
}

// search finds the passages, and the grounds on which they are judged; ok is false where nothing can be
// evidence.
func (ix *Index) search(q Query) (out found, g *grounds, ok bool) {
	k := q.K
	if k <= 0 {
		k = 10
	}
	q = ix.respelt(q).inPart()
	asked := q
	q = withContext(q)
	qu := ix.parse(q)
	s := ix.scratch.Get().(*scratch)
	defer ix.release(s)
	ix.readEarlier(q, qu.lang, s)
	qu.part = ix.partAsked(asked.Text, qu.lang)
	ix.rankAll(qu, q, s, k)
	ix.leaveOthers(asked.Text, qu.lang, s)
	ix.reorder(qu, s)
	wanted, others := qu.onlyAsksFor()
	ix.statingFirst(qu, wanted, others, s)
	ix.pricedFirst(qu, s)
	ix.definingFirst(qu, s)
	s.partFirst(&qu.part)
	out.asked, out.part, out.bare = asked, qu.part, qu.bare
	if q.Text == asked.Text {
		out.question, out.alone = qu, !qu.remote && q.own == 0
	}
	g = new(grounds)
	ok = ix.survey(qu, s, g)
	out.stated = ok && ix.stating(s.candidates[0].doc, wanted, qu) > 0 && ix.meets(qu, others, s.candidates[0].doc, s)
	out.refused = ok && ix.refusesThing(qu, s.candidates[0].doc)
	s.preferEarlier()
	out.Hits = ix.hits(s.candidates, k)
	if ok && out.alone {
		quotes := ix.quote(qu, out.Hits[:min(1, len(out.Hits))], 2, true)
		g.quoted(quotes)
		qu.put(g)
		ix.read(qu, quotes, s, g)
	}
	return out, g, ok
}

// rankAll fills s.candidates, best first by the weighed signals.
func (ix *Index) rankAll(qu *question, q Query, s *scratch, k int) {
	ix.score(qu, q, s)
	for i, fit := range s.earlier {
		s.total[i] += earlierWeight * fit
	}
	ix.choose(s, max(ix.rank.Candidates, 3*k))
	s.choosePart(&qu.part)
	ix.inspect(qu, s)
	s.sort()
}

func (s *scratch) sort() {
	slices.SortFunc(s.candidates, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return int(a.doc - b.doc)
	})
}

// idealFrequency is the frequency part of a document that could not fit
// better, in BM25's units: with this, a score says how much of the question a
// passage covers, and weak evidence stays weak.
const idealFrequency = 1.6

// score computes the first score of every passage.
func (ix *Index) score(qu *question, q Query, s *scratch) {
	clear(s.stem)
	clear(s.gram)
	clear(s.topic)
	for _, t := range qu.topics {
		ix.topics.add(s.topic, uint32(t.topic), t.weight*ix.topics.impact)
	}
	if qu.stemNorm > 0 {
		for i := range qu.concepts {
			c := &qu.concepts[i]
			if len(c.alts) == 1 {
				ix.terms.add(s.stem, c.alts[0].id, c.alts[0].weight*c.idf*c.weight*ix.terms.impact/(idealFrequency*qu.stemNorm))
				continue
			}
			ix.scoreAlternatives(c, idealFrequency*qu.stemNorm, s)
		}
	}
	if qu.gramNorm > 0 {
		for _, g := range qu.grams {
			ix.grams.add(s.gram, g.key, g.idf*ix.grams.impact/(idealFrequency*qu.gramNorm))
		}
	}
	if qu.vector != nil {
		ix.cosines(qu, s)
	} else {
		clear(s.cosine)
	}
	if q.Vector != nil && ix.remote != nil && ix.remote.similarities(q.Vector, s.remote) {
		qu.remote = true
	}
	total, r := s.total, ix.rank
	stem, gram, cosine, topic := s.stem[:len(total)], s.gram[:len(total)], s.cosine[:len(total)], s.topic[:len(total)]
	for i := range total {
		total[i] = r.Stem*stem[i] + r.Gram*gram[i] + r.Vector*cosine[i] + r.Topic*topic[i]
	}
	if qu.remote {
		for i := range total {
			total[i] += r.Outside * s.remote[i]
		}
	}
}

// cosines compares the question with every passage, leaving out the direction
// that all passages share.
func (ix *Index) cosines(qu *question, s *scratch) {
	var lean float32
	if ix.center != nil {
		lean = float32(dot(qu.vector, ix.center)) * qu.scale * ix.unit
	}
	own := max(0.05, 1-lean*lean)
	dots(qu.vector, ix.vectors, s.dots)
	out, scales := s.cosine, ix.scales[:len(s.cosine)]
	for i, product := range s.dots[:len(out)] {
		if scales[i] == 0 {
			out[i] = 0
			continue
		}
		out[i] = float32(product) * qu.scale * scales[i]
	}
	if ix.center == nil {
		return
	}
	leans, apart := ix.lean[:len(out)], ix.apart[:len(out)]
	for i := range out {
		if scales[i] != 0 {
			out[i] = (out[i] - lean*leans[i]) / float32(math.Sqrt(float64(own*apart[i])))
		}
	}
}

// scoreAlternatives adds a concept of which a passage gets the best
// alternative, not the sum.
func (ix *Index) scoreAlternatives(c *concept, norm float32, s *scratch) {
	for _, a := range c.alts {
		w := a.weight * c.idf * c.weight * ix.terms.impact / norm
		for _, e := range ix.terms.list(a.id) {
			doc, v := e>>8, w*float32(e&255)
			if v > s.one[doc] {
				s.stem[doc] += v - s.one[doc]
				s.one[doc] = v
			}
		}
	}
	for _, a := range c.alts {
		for _, e := range ix.terms.list(a.id) {
			s.one[e>>8] = 0
		}
	}
}

// choose keeps the n passages with the best first score.
func (ix *Index) choose(s *scratch, n int) {
	s.candidates = s.candidates[:0]
	// A heap with the worst kept passage on top.
	heap := s.candidates
	for i, v := range s.total {
		if len(heap) < n {
			heap = append(heap, candidate{doc: int32(i), base: v})
			up(heap, len(heap)-1)
		} else if v > heap[0].base {
			heap[0] = candidate{doc: int32(i), base: v}
			down(heap)
		}
	}
	s.candidates = heap
}

func up(h []candidate, i int) {
	for i > 0 {
		p := (i - 1) / 2
		if h[p].base <= h[i].base {
			return
		}
		h[p], h[i] = h[i], h[p]
		i = p
	}
}

func down(h []candidate) {
	i := 0
	for {
		c := 2*i + 1
		if c >= len(h) {
			return
		}
		if c+1 < len(h) && h[c+1].base < h[c].base {
			c++
		}
		if h[i].base <= h[c].base {
			return
		}
		h[i], h[c] = h[c], h[i]
		i = c
	}
}
