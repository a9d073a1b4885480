package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

// otherTown reports whether a sentence names a place that no source has where its source names another: "in
// Göttingen" of "in Kassel".
func (c *Checker) otherTown(plain string, backing retrieve.Backing) bool {
	if !c.ours(backing.Language) || backing.Single < enough {
		return false
	}
	for _, name := range placeNames(plain) {
		if dated(name) || c.held(name) >= sameWord || c.said.has(name) {
			continue
		}
		for _, own := range placeNames(backing.Sentence) {
			if !strings.Contains(plain, own) && !dated(own) {
				return true
			}
		}
	}
	return false
}
