package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// postNumberReach is how far behind the word for it the number that the post gives somebody may begin, in bytes.
const postNumberReach = 4

// How many digits such a number has.
const leastPostNumber, mostPostNumber = 6, 10

// postNumbers finds the numbers under which people fetch parcels at a machine of the German post, where a text speaks of one:
// "Packstation 118, Postnummer 71402993".
func (s *scan) postNumbers() {
	asked, there := false, false // of such a machine, where a number may be one
	for i, g := range s.groups {
		if n := g.end - g.start; n < leastPostNumber || n > mostPostNumber || !s.ends(i) || char.Glued(s.text, g.start) {
			continue
		}
		before := strings.TrimRight(s.folded[max(0, g.start-postNumberReach):g.start], " :.")
		if endsIn(s.folded[:g.start-min(g.start, postNumberReach)+len(before)], "postnummer", "postnr", "post-nr", "post-nummer", "postnum") {
			if !asked {
				asked, there = true, strings.Contains(s.folded, "packstation")
			}
			if there {
				s.add(g.start, g.end, Address, 0.8, s.text[g.start:g.end])
			}
		}
	}
}
