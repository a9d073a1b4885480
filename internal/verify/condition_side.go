package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/verify/pattern"
)

// timeSides are words for what is on one side of a moment, with those for the other.
var timeSides = pattern.New([]string{"vor ", "nach ", "before ", "after "}, regexp.MustCompile(`(?i)\b(vor|nach|before|after)\s+(?:(?:dem|der|den|the|your|ihrem|ihrer|their)\s+)?(\pL{4,})`))

// otherSide reports whether a sentence puts something before a moment that its source puts after it, or the other way
// round: "nach Beginn der Arbeiten" of "vor Beginn", "nach 10 Uhr" of "vor 10 Uhr".
func (c *Checker) otherSide(cl *claim) bool {
	if !cl.near() || !cl.deniesLike(cl.backing.Sentence) {
		return false
	}
	if c.otherMoment(cl) {
		return true
	}
	if !cl.hints(timeSides) {
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

// momentSides are words before a time of day, a date or an amount that say what lies on which side of it.
var momentSides = pattern.New([]string{"vor ", "nach ", "before ", "after ", "bis ", "ab ", "until ", "till ", "from ", "seit ", "since ", "by ", "within ", "innerhalb ", "spätestens ", "frühestens "},
	regexp.MustCompile(`(?i)(?:^|[^\pL])(?:(vor|bis|before|until|till|by|within|innerhalb|spätestens)|(nach|ab|after|from|seit|since|frühestens))\s+(?:(?:zum|dem|der|den|von|um|the|the first|einem (?:wert|betrag|bestellwert) von)\s+)?(?:[€£$]\s?)?(\d+(?:[.:,]\d+)*)`))

// beyond says what holds on the other side of a moment: "bis 20 Uhr, bei späterer Ankunft …".
var beyond = pattern.New([]string{"spät", "früh", "dana", "davor", "later", "earlier", "after that", "sonst", "otherwise"}, regexp.MustCompile(`(?i)\b(?:später\w*|früher\w*|danach|davor|later|earlier|after that|sonst|otherwise)\b`))

// momentsIn are the sides of the moments that a text names: -1 before, 1 after.
func momentsIn(text string) map[string]int {
	if !momentSides.Hinted(text) {
		return nil
	}
	out := map[string]int{}
	for _, m := range momentSides.FindAllStringSubmatch(text, -1) {
		side := 1
		if m[1] != "" {
			side = -1
		}
		if was, ok := out[m[3]]; ok && was != side {
			side = 0
		}
		out[m[3]] = side
	}
	return out
}

// otherMoment reports whether the source puts something on the other side of a moment, and no source on the same.
func (c *Checker) otherMoment(cl *claim) bool {
	if !cl.hints(momentSides) || beyond.In(cl.backing.Sentence) {
		return false
	}
	there := momentsIn(cl.backing.Sentence)
	for at, side := range momentsIn(cl.text) {
		if there[at]*side < 0 && !slices.ContainsFunc(c.sentences(), func(s string) bool { return momentsIn(s)[at]*side > 0 }) {
			return true
		}
	}
	return false
}
