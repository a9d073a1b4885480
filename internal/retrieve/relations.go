package retrieve

// relations are how alike, by vectors, words of passages are to the concepts of a question. The same words
// come in many passages, and these are read more than once.
type relations struct {
	of       *question
	vectors  []int8    // of the concepts, end to end; empty for those that have none
	products []int32   // of these with a word's
	at       []int32   // per row of the index: 1 + where its numbers begin in similar; 0 while it was not compared
	rows     []int32   // that were compared
	similar  []float32 // per compared row and concept: the cosine, 0 for a concept without a vector
}

// begin makes ready for comparing with the concepts of a question.
func (r *relations) begin(ix *Index, qu *question) {
	if r.of == qu {
		return
	}
	r.end()
	n := len(qu.concepts)
	if r.of = qu; len(r.vectors) < n*ix.dim {
		r.vectors, r.products = make([]int8, n*ix.dim), make([]int32, n)
	}
	clear(r.vectors)
	for i := range qu.concepts {
		copy(r.vectors[i*ix.dim:], qu.concepts[i].vector)
	}
	if r.at == nil {
		r.at = make([]int32, len(ix.rowScales))
	}
}

// end forgets the question.
func (r *relations) end() {
	for _, row := range r.rows {
		r.at[row] = 0
	}
	r.of, r.rows, r.similar = nil, r.rows[:0], r.similar[:0]
}

// to are the cosines of a word with the concepts.
func (r *relations) to(ix *Index, row int) []float32 {
	n := len(r.of.concepts)
	if at := int(r.at[row]); at > 0 {
		return r.similar[at-1 : at-1+n]
	}
	at := len(r.similar)
	r.at[row], r.rows = int32(at+1), append(r.rows, int32(row))
	dots(ix.rowVectors[row*ix.dim:(row+1)*ix.dim], r.vectors, r.products[:n])
	for i, product := range r.products[:n] {
		r.similar = append(r.similar, float32(product)*r.of.concepts[i].scale*ix.rowScales[row])
	}
	return r.similar[at:]
}
