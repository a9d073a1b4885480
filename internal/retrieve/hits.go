package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/section"
)

// Hit is the i-th passage as if a search had found it.
func (ix *Index) Hit(i int) Result { return Result{Passage: &ix.passages[i], number: i} }

// hits turns ranked candidates into results: near-identical passages collapse
// into the better one, neighbours that both hit are joined.
func (ix *Index) hits(ranked []candidate, k int) []Result {
	out := make([]Result, 0, k)
	for _, c := range ranked {
		if len(out) == k {
			break
		}
		p := &ix.passages[c.doc]
		if ix.repeats(out, int(c.doc)) || ix.join(out, int(c.doc)) {
			continue
		}
		out = append(out, Result{Passage: p, Score: float64(c.score), Coverage: float64(c.signals[signalWords]), number: int(c.doc)})
	}
	return out
}

// repeats reports whether nearly the same text is among the hits already.
func (ix *Index) repeats(hits []Result, doc int) bool {
	a := ix.sequence[ix.sequenceAt[doc]:ix.sequenceAt[doc+1]]
	for i := range hits {
		d := hits[i].number
		if ix.language[d] != ix.language[doc] {
			continue
		}
		b := ix.sequence[ix.sequenceAt[d]:ix.sequenceAt[d+1]]
		if nearlySame(a, b) {
			return true
		}
	}
	return false
}

// sameEntry compares entries of Index.sequence; capitals do not matter.
func sameEntry(a, b uint32) bool { return a&^isCapital == b&^isCapital }

// nearlySame compares two word sequences: equal, or long enough and sharing
// nine of ten words.
func nearlySame(a, b []uint32) bool {
	if slices.EqualFunc(a, b, sameEntry) {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 12 || len(a)*10 < len(b)*9 {
		return false
	}
	// Sharing in order, as two readers walking side by side.
	same, j := 0, 0
	for _, w := range a {
		for k := j; k < len(b) && k < j+4; k++ {
			if sameEntry(b[k], w) {
				same++
				j = k + 1
				break
			}
		}
	}
	return same*10 >= len(b)*9
}

// joinAtMost is how many passages one hit may hold.
const joinAtMost = 3

// join adds a passage to a hit directly beside it in the same document, unless the two are cited by different numbers:
// a hit is one source.
func (ix *Index) join(hits []Result, doc int) bool {
	p := &ix.passages[doc]
	for i := range hits {
		h := &hits[i]
		if ix.document[h.number] != ix.document[doc] || ix.language[h.number] != ix.language[doc] || len(h.Neighbours) >= joinAtMost-1 {
			continue
		}
		first, last := h.Passage.Ordinal, h.Passage.Ordinal
		for _, n := range h.Neighbours {
			first, last = min(first, n.Ordinal), max(last, n.Ordinal)
		}
		switch {
		case citedApart(h.Passage, p):
			continue
		case p.Ordinal == first-1:
			h.Neighbours, h.beside = slices.Insert(h.Neighbours, 0, p), slices.Insert(h.beside, 0, doc)
		case p.Ordinal == last+1:
			h.Neighbours, h.beside = append(h.Neighbours, p), append(h.beside, doc)
		default:
			continue
		}
		return true
	}
	return false
}

// citedApart says whether two passages stand under different headings of which one has a number by which it is cited.
func citedApart(p, other *passage.Passage) bool {
	a, b := p.Heading(), other.Heading()
	return a != b && (section.Cited(a) || section.Cited(b))
}
