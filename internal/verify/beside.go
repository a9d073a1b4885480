package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/stated"
)

// besideSource is a claim laid beside the sentence that backs it best: the words of both and where they differ.
type besideSource struct {
	source       string // that sentence, or the part of it between semicolons that says as much
	mine, theirs []frameWord
	gaps         []gap
	like         bool // the claim is written like the sentence
}

// beside lays a claim beside the sentence that backs it best, once. Rows of tables say too little in sentences for it.
func (c *Checker) beside(cl *claim) *besideSource {
	if cl.laid != nil {
		return cl.laid
	}
	cl.laid = &besideSource{}
	source := cl.backing.Sentence
	if !cl.near() || cl.text == source || strings.Contains(source, stated.CellBreak) {
		return cl.laid
	}
	b := cl.laid
	source = c.nearestApart(cl.text, source)
	b.source = source
	b.mine, b.theirs = c.framed(cl.text), c.framed(source)
	if len(b.mine) > mostFramed || len(b.theirs) > mostFramed {
		return b
	}
	var place []int
	b.gaps, place = layBeside(b.mine, b.theirs)
	all, both := 0, 0
	for i, w := range b.mine {
		if w.content {
			all++
			if place[i] >= 0 {
				both++
			}
		}
	}
	b.like = both > 0 && float64(both) >= verbatim*float64(all)
	return b
}
