package retrieve

// A question often goes on about what the ones before it were about without saying so: after "How
// do I bind a service to an app?" comes "How many bindings are allowed?". Passages that fit the
// earlier questions, too, are preferred where they answer the new one about as well.

const (
	// earlierQuestions is how many are looked at, the last ones.
	earlierQuestions = 2
	// earlierWeight was chosen on the tuning half of MT-RAG-UN's follow-ups together with everyday
	// questions that change the subject (test/eval/retrieval).
	earlierWeight = 0.5
	// earlierFades is what a question counts of the one after it.
	earlierFades = 0.7
)

// readEarlier notes in s how well passages fit the questions before q.
func (ix *Index) readEarlier(q Query, lang string, s *scratch) {
	s.earlier = s.earlier[:0]
	if len(q.Context) == 0 {
		return
	}
	s.earlier = append(s.earlier, make([]float32, len(s.total))...)
	weight := float32(1)
	for i := len(q.Context) - 1; i >= max(0, len(q.Context)-earlierQuestions); i-- {
		ix.score(ix.parse(Query{Text: q.Context[i], Language: lang}), Query{}, s)
		for d, fit := range s.total {
			s.earlier[d] += weight * fit
		}
		weight *= earlierFades
	}
}

// preferEarlier puts candidates that fit the earlier questions further ahead. They count less the
// less the sources have of the question itself: it may have changed the subject, in other words than
// theirs.
func (s *scratch) preferEarlier() {
	if len(s.earlier) == 0 || len(s.candidates) == 0 {
		return
	}
	covered := s.candidates[0].signals[signalWords]
	for i := range s.candidates {
		c := &s.candidates[i]
		c.score += earlierWeight * covered * covered * s.earlier[c.doc]
	}
	s.sort()
}
