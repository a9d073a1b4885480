package verify

import (
	"slices"
	"strings"
)

// otherPerson reports whether a sentence says of somebody what its sources say of somebody else: "Marlene Obermüller
// leitet die Werkstatt" of "Inhaberin ist Marlene Obermüller. Die Werkstatt leitet Zlatko Perišić."
func (c *Checker) otherPerson(cl *claim) bool {
	own := names(cl.text)
	if !cl.known || len(own) != 1 {
		return false
	}
	return c.swapped(strings.Replace(cl.text, own[0].Value, " ", 1), func(sentence string) (has, mine bool) {
		named := names(sentence)
		return len(named) > 0, slices.Contains(named, own[0])
	})
}
