package verify

import (
	"regexp"
	"strings"
)

// timeSides are words for what is on one side of a moment, with those for the other.
var timeSides = pattern{[]string{"vor ", "nach ", "before ", "after "}, regexp.MustCompile(`(?i)\b(vor|nach|before|after)\s+(?:(?:dem|der|den|the|your|ihrem|ihrer|their)\s+)?(\pL{4,})`)}

// otherSide reports whether a sentence puts something before a moment that its source puts after it, or the other way
// round: "nach Beginn der Arbeiten" of "vor Beginn".
func (c *Checker) otherSide(cl *claim) bool {
	if !cl.hints(timeSides) || !cl.near() || cl.denies != negated(cl.backing.Sentence) {
		return false
	}
	for _, m := range timeSides.FindAllStringSubmatch(cl.text, -1) {
		same, other := false, false
		for _, own := range timeSides.FindAllStringSubmatch(cl.backing.Sentence, -1) {
			if strings.EqualFold(own[2], m[2]) {
				same = same || strings.EqualFold(own[1], m[1])
				other = other || !strings.EqualFold(own[1], m[1])
			}
		}
		if other && !same {
			return true
		}
	}
	return false
}
