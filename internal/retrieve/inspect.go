package retrieve

// inspect computes the second score of the candidates: how well each word of
// the question is met in the passage and in its best sentence, whether words
// that stand together in the question do so in the passage, and whether it
// states the kind of thing asked for.
func (ix *Index) inspect(qu *question, s *scratch) {
	for i := range qu.concepts {
		for _, a := range qu.concepts[i].alts {
			if s.concept[a.id] == 0 {
				s.concept[a.id] = uint8(i + 1)
			}
		}
	}
	m := matcher{ix: ix, qu: qu, concept: s.concept, met: make([]float32, len(qu.concepts)), inSentence: make([]float32, len(qu.concepts))}
	r := &ix.rank
	for i := range s.candidates {
		c := &s.candidates[i]
		d := int(c.doc)
		c.stem, c.gram, c.cosine, c.topic = s.stem[d], s.gram[d], s.cosine[d], s.topic[d]
		m.passage(c)
		if qu.facts != 0 && ix.facts[d]&qu.facts != 0 {
			c.fact = 1
		}
		if ix.langs[ix.language[d]] == qu.lang {
			c.lang = 1
		}
		c.score = c.base + r.Soft*c.soft + r.Sentence*c.sentence + r.Near*c.near + r.Fact*c.fact + r.Language*c.lang
	}
	for i := range qu.concepts {
		for _, a := range qu.concepts[i].alts {
			s.concept[a.id] = 0
		}
	}
}

// matcher compares the concepts of one question with the words of passages.
type matcher struct {
	ix         *Index
	qu         *question
	concept    []uint8
	met        []float32 // per concept: best match in the passage, 0 to 1
	inSentence []float32
}

// Similarities of word vectors below the floor mean nothing; at the ceiling a
// word is as good as the word asked for.
const (
	similarFloor   = 0.4
	similarCeiling = 0.95
	relatedAtMost  = 0.8
	// partCounts is how well a word is met by a part of a compound.
	partCounts = 0.9
)

func (m *matcher) passage(c *candidate) {
	ix, qu := m.ix, m.qu
	if len(qu.concepts) == 0 || qu.stemNorm == 0 {
		return
	}
	clear(m.met)
	clear(m.inSentence)
	d := int(c.doc)
	table := tableLanguage(ix.langs[ix.language[d]])
	words := ix.sequence[ix.sequenceAt[d]:ix.sequenceAt[d+1]]
	last, lastAt, at := -1, 0, 0
	var near float32
	for _, w := range words {
		if w == 0 {
			m.endSentence(c)
			last = -1
			continue
		}
		part := w&isPart != 0
		id := w&^isPart - 1
		if !part {
			at++
		}
		if n := m.concept[id]; n != 0 {
			i := int(n - 1)
			if part {
				m.inSentence[i] = max(m.inSentence[i], partCounts)
				continue
			}
			m.inSentence[i] = 1
			if last >= 0 && (i == last+1 || i == last-1) && at-lastAt <= 2 {
				near += min(qu.concepts[i].idf, qu.concepts[last].idf)
			}
			last, lastAt = i, at
			continue
		}
		if table < 0 || ix.rowOf[table] == nil {
			continue
		}
		row := ix.rowOf[table][id]
		if row < 0 {
			continue
		}
		v := ix.rowVectors[int(row)*ix.dim : (int(row)+1)*ix.dim]
		for i := range qu.concepts {
			q := &qu.concepts[i]
			if q.vector == nil || m.inSentence[i] >= relatedAtMost {
				continue
			}
			sim := float32(dot(q.vector, v)) * q.scale * ix.rowScales[row]
			if sim <= similarFloor {
				continue
			}
			sim = min(relatedAtMost, (sim-similarFloor)/(similarCeiling-similarFloor))
			m.inSentence[i] = max(m.inSentence[i], sim)
		}
	}
	m.endSentence(c)
	var soft float32
	for i := range qu.concepts {
		soft += qu.concepts[i].idf * qu.concepts[i].weight * m.met[i]
	}
	c.soft = soft / qu.stemNorm
	c.near = min(1, near/qu.stemNorm)
}

func (m *matcher) endSentence(c *candidate) {
	var sum float32
	for i := range m.inSentence {
		sum += m.qu.concepts[i].idf * m.qu.concepts[i].weight * m.inSentence[i]
		m.met[i] = max(m.met[i], m.inSentence[i])
		m.inSentence[i] = 0
	}
	c.sentence = max(c.sentence, sum/m.qu.stemNorm)
}
