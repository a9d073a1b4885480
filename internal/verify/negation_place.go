package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/sentence"
)

// deniedAlike is how much of a sentence, without the place, one that denies it of another place says.
const deniedAlike = 0.6

// deniedElsewhere reports whether a sentence denies of a place what the sources deny of others only: "Murnau
// bleibt geschlossen" where they say it of Weilheim.
func (c *Checker) deniedElsewhere(cl *claim) bool {
	if !cl.denies {
		return false
	}
	places := c.places()
	named := namedIn(cl.text, places)
	if len(named) == 0 {
		return false
	}
	rest := cl.text
	for _, p := range named {
		rest = strings.ReplaceAll(rest, p, " ")
	}
	elsewhere := false
	for p := range c.passages() {
		for _, at := range sentence.In(p.Text) {
			sentence := p.Text[at.Start:at.End]
			if !negated(sentence) || c.support.Said(rest, c.language, sentence, p.Language) < deniedAlike {
				continue
			}
			there := namedIn(sentence, places)
			if len(there) == 0 {
				there = namedIn(above(p), places)
			}
			if len(there) == 0 || slices.ContainsFunc(there, func(s string) bool { return slices.Contains(named, s) }) {
				return false
			}
			elsewhere = true
		}
	}
	return elsewhere
}
