package retrieve

import "math"

// leaders is how many of the best candidates the others are compared with.
const leaders = 8

// company compares candidates with the best ones: passages on the same matter as those that fit the
// question in other words are more likely to answer it, too.
func (ix *Index) company(candidates []candidate, s *scratch, rows []traits) {
	lead := candidates[:min(leaders, len(candidates))]
	var weights [leaders]float32
	for i := range lead {
		weights[i] = float32(math.Exp(float64(6 * (lead[i].score - lead[0].score))))
		ix.eachTerm(lead[i].doc, func(id uint32) { s.led[id] |= 1 << i })
	}
	for k := range candidates {
		ix.likeness(candidates[k].doc, lead, &weights, &rows[k])
		ix.sharing(k, candidates[k].doc, lead, &weights, s, &rows[k])
	}
	for i := range lead {
		ix.eachTerm(lead[i].doc, func(id uint32) { s.led[id] = 0 })
	}
}

// eachTerm calls do for each word of a passage that has a meaning of its own.
func (ix *Index) eachTerm(doc int32, do func(id uint32)) {
	for _, w := range ix.sequence[ix.sequenceAt[doc]:ix.sequenceAt[doc+1]] {
		if w&(isPart|endsSentence) != endsSentence && w&isFunction == 0 {
			do(w & termOnly)
		}
	}
}

func (ix *Index) likeness(doc int32, lead []candidate, weights *[leaders]float32, t *traits) {
	if ix.dim == 0 || ix.scales[doc] == 0 {
		return
	}
	d := int(doc)
	v := ix.vectors[d*ix.dim : (d+1)*ix.dim]
	var sum, all float32
	for i := range lead {
		e := int(lead[i].doc)
		if e == d || ix.scales[e] == 0 {
			continue
		}
		cos := float32(dot(v, ix.vectors[e*ix.dim:(e+1)*ix.dim])) * ix.scales[d] * ix.scales[e]
		sum += weights[i] * cos
		all += weights[i]
		t[traitNearest] = max(t[traitNearest], cos)
	}
	if all > 0 {
		t[traitCompany] = sum / all
	}
}

// sharing weighs the words, beside the question's, that a candidate shares with the leaders.
func (ix *Index) sharing(k int, doc int32, lead []candidate, weights *[leaders]float32, s *scratch, t *traits) {
	var by [leaders]float32
	words := 0
	ix.eachTerm(doc, func(id uint32) {
		words++
		if s.concept[id] != 0 || s.seen[id] {
			return
		}
		s.seen[id] = true
		bits := s.led[id]
		if k < len(lead) {
			bits &^= 1 << k
		}
		if bits == 0 {
			return
		}
		idf := ix.rareness[id]
		for i := range lead {
			if bits>>i&1 != 0 {
				by[i] += idf
			}
		}
	})
	ix.eachTerm(doc, func(id uint32) { s.seen[id] = false })
	length := float32(math.Sqrt(float64(words + 1)))
	var sum, all float32
	for i := range lead {
		if i == k {
			continue
		}
		sum += weights[i] * by[i]
		all += weights[i]
		t[traitSharedMost] = max(t[traitSharedMost], by[i]/length)
	}
	if all > 0 {
		t[traitShared] = sum / all / length
	}
}
