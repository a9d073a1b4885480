package verify

import (
	"regexp"
	"slices"
	"strings"
)

const (
	// toldOf is how much a sentence of the sources says of a claim, but for its day or its people, to be about the same.
	toldOf = 0.85
	// swappedBy is how much less those that have the claim's own day or people say of it, where it mixes them up.
	swappedBy = 0.3
)

// weekdayWord is a day of the week in a sentence.
var weekdayWord = regexp.MustCompile(`(?i)\b(?:jeden |every )?(?:(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b`)

func isDay(x fact) bool { return x.kind == dayFact }

func isTime(x fact) bool { return x.kind == timeFact || x.kind == spokenFact }

// otherWeekday reports whether a sentence says of one day what its sources say of another: "startet jeden Donnerstag" of
// "startet jeden Freitag". Days with hours are looked at in otherHours.
func (c *Checker) otherWeekday(cl *claim) bool {
	if !cl.known || cl.denies || !cl.facts.any(isDay) || cl.facts.any(isTime) { // "not on Mondays" is open on the others
		return false
	}
	return c.swapped(weekdayWord.ReplaceAllString(cl.text, " "), func(sentence string) (has, own bool) {
		days := c.factsOf(sentence)
		return days.any(isDay), days.any(func(x fact) bool { return isDay(x) && cl.facts.has(x) })
	})
}

// otherPerson reports whether a sentence says of somebody what its sources say of somebody else: "Marlene Obermüller
// leitet die Werkstatt" of "Inhaberin ist Marlene Obermüller. Die Werkstatt leitet Zlatko Perišić."
func (c *Checker) otherPerson(cl *claim) bool {
	own := names(cl.text)
	if !cl.known || len(own) != 1 {
		return false
	}
	return c.swapped(strings.Replace(cl.text, own[0].value, " ", 1), func(sentence string) (has, mine bool) {
		named := names(sentence)
		return len(named) > 0, slices.Contains(named, own[0])
	})
}

// swapped reports whether the sources say the rest of a claim where they have something of a kind, but not what the
// claim has of it, and where they have that they do not say the rest.
func (c *Checker) swapped(rest string, kind func(sentence string) (has, own bool)) bool {
	if len(c.content(rest)) == 0 {
		return false
	}
	owns, best, other := false, 0.0, 0.0
	for _, s := range c.sentences() {
		has, own := kind(s)
		owns = owns || own
		said := c.coverage(rest, s)
		if has && !own {
			other = max(other, said)
		} else { // a sentence without any may go on about it: "Sie leitet die Werkstatt."
			best = max(best, said)
		}
	}
	return owns && other >= toldOf && best <= other-swappedBy
}
