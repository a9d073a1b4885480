package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// weekday is a day of the week with the word that leads to it.
var weekday = regexp.MustCompile(`(?i)\b(?:(?:on|am|an|every|each|jede[nrms]?)\s+)?(?:mon|diens|donners|frei|sams|sonn)tag(?:e?n?|s)\b|\b(?:(?:am|jeden)\s+)?(?:mittwochs?|sonnabends?|(?:mon|diens|donners|frei|sams|sonn)tag)\b|\b(?:(?:on|every|each)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b`)

// almostAll is how much of a sentence without its days another one says that speaks of the same.
const almostAll = 0.85

// otherDay reports whether a sentence names a weekday of something that its source has on others: "Thursdays" of "Flu
// vaccinations are given on Wednesdays", where something else is on Thursdays.
func (c *Checker) otherDay(cl *claim) bool {
	if c.language != "de" && c.language != "en" || !cl.facts.AnyKind(fact.Day) {
		return false
	}
	rest := weekday.ReplaceAllString(matter(cl.text), " ")
	if rest == cl.text || len(c.content(rest)) < 2 {
		return false
	}
	b := c.backing(rest)
	days := stated.Weekdays(b.Sentence)
	named := stated.Weekdays(cl.text)
	if b.Single < almostAll || !c.ours(b.Language) || days == 0 || named&days != 0 || negated(b.Sentence) != cl.denies || strings.Contains(b.Sentence, stated.CellBreak) {
		return false
	}
	for _, s := range c.sentences() {
		if own := stated.Weekdays(s); own&named == named && c.coverage(rest, s) >= enough {
			return false
		}
	}
	return true
}

// otherWeekday reports whether a sentence says of one day what its sources say of another: "startet jeden Donnerstag" of
// "startet jeden Freitag". Days with hours are looked at in otherHours.
func (c *Checker) otherWeekday(cl *claim) bool {
	if !cl.known || cl.denies || !cl.facts.Any(fact.IsDay) || cl.facts.Any(fact.IsTime) { // "not on Mondays" is open on the others
		return false
	}
	return c.swapped(weekday.ReplaceAllString(cl.text, " "), func(sentence string) (has, own bool) {
		days := c.factsOf(sentence)
		return days.Any(fact.IsDay), days.Any(func(x fact.Fact) bool { return fact.IsDay(x) && cl.facts.Has(x) })
	})
}
