package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

// timeSides are words for what is on one side of a moment, with those for the other.
var timeSides = regexp.MustCompile(`(?i)\b(vor|nach|before|after)\s+(?:(?:dem|der|den|the|your|ihrem|ihrer|their)\s+)?(\pL{4,})`)

// otherSide reports whether a sentence puts something before a moment that its source puts after it, or the other way
// round: "nach Beginn der Arbeiten" of "vor Beginn".
func (c *Checker) otherSide(plain string, backing retrieve.Backing) bool {
	small := strings.ToLower(plain)
	if !hasAny(small, []string{"vor ", "nach ", "before ", "after "}) || !c.ours(backing.Language) || backing.Single < enough || negated(plain) != negated(backing.Sentence) {
		return false
	}
	for _, m := range timeSides.FindAllStringSubmatch(plain, -1) {
		same, other := false, false
		for _, own := range timeSides.FindAllStringSubmatch(backing.Sentence, -1) {
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
