package retrieve

import "math"

// maxSentences is how many sentences of a passage are told apart; later ones count as one.
const maxSentences = 24

// sentenceNotes are what a close reading notes of one sentence.
type sentenceNotes struct {
	words, even, exact, names float32
	focus, start, run         float32
	first, last, length       int // places of the first and last word met; number of words
	capitals, nameRuns        int
	numbers, years            int
	met                       []float32 // per concept
}

// closeReader reads one passage word by word.
type closeReader struct {
	m     *matcher
	rows  []int32
	s     *sentenceNotes
	exact []bool // per concept: met by itself somewhere in the passage
	// run is the weight of the words in the question's order so far, lastMet the last of them,
	// capitals how many capitalised words in a row.
	run      float32
	lastMet  int
	capitals int
}

// readClosely fills in the traits of a passage that need its words in order.
func (m *matcher) readClosely(d int, s *scratch, t *traits) {
	n := len(m.qu.concepts)
	if n == 0 || m.qu.stemNorm == 0 {
		return
	}
	if len(s.exact) < n {
		s.exact, s.met = make([]bool, n), make([]float32, n*(maxSentences+1))
	}
	notes := &s.notes
	r := closeReader{m: m, rows: m.ix.rowsOf(d), exact: s.exact[:n]}
	clear(r.exact)
	count, ended := 0, true
	for _, w := range m.ix.sequence[m.ix.sequenceAt[d]:m.ix.sequenceAt[d+1]] {
		if ended && count < maxSentences {
			r.begin(&notes[count], s.met[count*n:(count+1)*n])
			count++
		}
		if ended = w&(isPart|endsSentence) == endsSentence; !ended {
			r.word(w)
		}
	}
	if count == 0 {
		return
	}
	whole := s.met[maxSentences*n : (maxSentences+1)*n]
	clear(whole)
	m.sumUp(notes[:count], r.exact, whole, t)
}

func (r *closeReader) begin(s *sentenceNotes, met []float32) {
	clear(met)
	*s = sentenceNotes{first: -1, met: met}
	r.s, r.run, r.lastMet, r.capitals = s, 0, -1, 0
}

func (r *closeReader) word(w uint32) {
	s, m := r.s, r.m
	part := w&isPart != 0
	if !part {
		s.length++
	}
	if w&isFunction != 0 {
		r.capitals = 0
		return
	}
	id := w & termOnly
	i := int(m.concept[id]) - 1
	met := i >= 0
	switch {
	case met && part:
		s.met[i] = max(s.met[i], partCounts)
	case met:
		r.meet(i)
	case r.rows != nil && r.rows[id] >= 0:
		met = r.relate(int(r.rows[id]))
	}
	if part {
		return
	}
	if met {
		if s.first < 0 {
			s.first = s.length
		}
		s.last = s.length
	}
	if i >= 0 {
		r.capitals = 0
		return
	}
	switch w & (isNumber | isCapital) {
	case isNumber | isCapital:
		s.years++
		s.numbers++
	case isNumber:
		s.numbers++
	case isCapital:
		s.capitals++
		if r.capitals++; r.capitals == 2 {
			s.nameRuns++
		}
		return
	}
	r.capitals = 0
}

// meet notes a word of the question.
func (r *closeReader) meet(i int) {
	s, weight := r.s, r.m.weights[i]
	s.met[i], r.exact[i] = 1, true
	if s.length <= 4 {
		s.start += weight
	}
	if i > r.lastMet {
		r.run += weight
	} else {
		r.run = weight
	}
	s.run, r.lastMet = max(s.run, r.run), i
}

// relate compares another word, by its vector, with those of the question and says whether it is near
// one.
func (r *closeReader) relate(row int) bool {
	s, similar := r.s, r.m.relations.to(r.m.ix, row)
	near := false
	for k, cosine := range similar {
		if cosine <= similarFloor || s.met[k] >= relatedAtMost {
			continue
		}
		related := relatedness(cosine, similarFloor)
		near = near || related > 0.3
		s.met[k] = max(s.met[k], related)
	}
	for _, f := range r.m.qu.focus {
		s.focus = max(s.focus, similar[f])
	}
	return near
}

// sumUp makes traits of the notes on all sentences. whole is empty memory for what the passage meets of
// each concept.
func (m *matcher) sumUp(notes []sentenceNotes, exact []bool, whole []float32, t *traits) {
	best, length := &notes[0], 0
	for k := range notes {
		s := &notes[k]
		var before []float32
		if k > 0 {
			before = notes[k-1].met
		}
		pair := m.weigh(s, before, whole)
		if s.words > best.words {
			best, t[traitBestPlace] = s, float32(k)
		}
		length += s.length
		t[traitPair] = max(t[traitPair], pair)
		t[traitRun] = max(t[traitRun], s.run)
		t[traitCapitals] += float32(s.capitals)
		t[traitNumbers] += float32(s.numbers)
		t[traitFocus] = max(t[traitFocus], s.focus)
	}
	t[traitLength], t[traitSentences] = float32(math.Log(float64(length+1))), float32(len(notes))
	m.describeWhole(whole, exact, t)
	m.describeNames(best, whole, t)
	m.describeBest(best, t)
}

// weigh adds up what a sentence meets of the question, and what with the sentence before it, and takes it over into whole.
func (m *matcher) weigh(s *sentenceNotes, before, whole []float32) (pair float32) {
	for i, met := range s.met {
		w := m.weights[i]
		s.words += w * met
		s.even += m.even[i] * met
		if met == 1 {
			s.exact += w
		}
		if m.qu.concepts[i].name {
			s.names += w * met
		}
		whole[i] = max(whole[i], met)
		if before != nil {
			met = max(met, before[i])
		}
		pair += w * met
	}
	return pair
}

// describeWhole tells how the passage as a whole meets the question: what it lacks, and its two weightiest words.
func (m *matcher) describeWhole(whole []float32, exact []bool, t *traits) {
	var first, second float32
	t[traitSecond] = 1
	for i, met := range whole {
		w := m.weights[i]
		if exact[i] {
			t[traitExact] += w
		}
		if m.qu.concepts[i].part {
			continue
		}
		t[traitLack] = max(t[traitLack], w*(1-met))
		switch {
		case w > first:
			if first > 0 {
				second, t[traitSecond] = first, t[traitRarest]
			}
			first, t[traitRarest] = w, met
		case w > second:
			second, t[traitSecond] = w, met
		}
	}
}

// describeNames tells how much of the names of the question the passage and its best sentence have; all where it has none.
func (m *matcher) describeNames(best *sentenceNotes, whole []float32, t *traits) {
	var names float32
	for i := range m.qu.concepts {
		if m.qu.concepts[i].name {
			names += m.weights[i]
		}
	}
	if names == 0 {
		t[traitNames], t[traitBestNames] = 1, 1
		return
	}
	t[traitNames], t[traitBestNames] = 0, best.names/names
	for i, met := range whole {
		if c := &m.qu.concepts[i]; c.name && !c.part {
			t[traitNames] += m.weights[i] * met / names
		}
	}
}

// describeBest tells what the sentence is like that meets most of the question.
func (m *matcher) describeBest(b *sentenceNotes, t *traits) {
	t[traitBestEven], t[traitBestExact] = b.even, b.exact
	t[traitBestLength] = float32(math.Log(float64(b.length + 1)))
	t[traitBestStart] = b.start
	if b.last > b.first {
		t[traitBestCompact] = b.words / float32(math.Log(float64(b.last-b.first+3)))
	}
	t[traitBestCapitals], t[traitBestNameRuns], t[traitBestYears] = float32(b.capitals), float32(b.nameRuns), float32(b.years)
	t[traitBestFocus] = b.focus
	for _, f := range m.qu.focus {
		t[traitFocusMet] = max(t[traitFocusMet], b.met[f])
	}
	t[traitWanted] = float32(min(3, b.wanted(m.qu.way)))
}

// wanted counts what a question of such a way may be after.
func (s *sentenceNotes) wanted(w way) int {
	switch w {
	case wayWho, wayWhere:
		return s.capitals
	case wayWhen:
		return s.numbers + s.years
	case wayAmount:
		return s.numbers
	}
	return 0
}
