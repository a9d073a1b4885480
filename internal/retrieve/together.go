package retrieve

// Together are the hits of several questions as those of one, k at most: the best of each first. places tells where each hit
// of each question stands among them, -1 where it found no room. Its evidence is the weakest of them.
func Together(all []Results, k int) (out Results, places [][]int) {
	out.Enough = true
	places = make([][]int, len(all))
	longest := 0
	for i, one := range all {
		places[i] = make([]int, len(one.Hits))
		longest = max(longest, len(one.Hits))
		out.Enough = out.Enough && one.Enough
		if i == 0 || one.Evidence < out.Evidence {
			out.Evidence = one.Evidence
		}
	}
	for rank := range longest {
		for i, one := range all {
			if rank < len(one.Hits) {
				places[i][rank] = out.place(one.Hits[rank], k)
			}
		}
	}
	return out, places
}

// place is where the hits have a hit's passage, which is added if they have room for it.
func (r *Results) place(hit Result, k int) int {
	for i := range r.Hits {
		for _, p := range r.Hits[i].Passages() {
			if p == hit.Passage {
				return i
			}
		}
	}
	if len(r.Hits) == k {
		return -1
	}
	r.Hits = append(r.Hits, hit)
	return len(r.Hits) - 1
}
