package verify

import "strings"

// otherPlace reports whether a sentence names a place that no source has where its source names another: "in
// Göttingen" of "in Kassel".
func (c *Checker) otherPlace(cl *claim) bool {
	if !cl.near() {
		return false
	}
	for _, name := range placeNames(cl.text) {
		if dated(name) || c.held(name) >= sameWord || c.said.has(name) {
			continue
		}
		for _, own := range placeNames(cl.backing.Sentence) {
			if !strings.Contains(cl.text, own) && !dated(own) {
				return true
			}
		}
	}
	return false
}
