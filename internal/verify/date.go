package verify

import (
	"regexp"
	"strings"
)

// date is a day of a month, both as numbers.
type date struct{ day, month string }

// dayName and monthName are days and the name of their month, in the order of each language: "10. bis 22.
// August", "August 10 to 22".
var (
	monthWord = `(\p{L}{3,9})\.?`
	further   = `(?:\.?(?:st|nd|rd|th)?\s*(?:-|–|bis(?: zum)?|und|oder|to|and|or)\s*(?:dem |the )?(\d{1,2}))?`
	dayName   = regexp.MustCompile(`\b(\d{1,2})` + further + `(?:\.|st|nd|rd|th)?\s+(?:of\s+)?` + monthWord)
	monthName = regexp.MustCompile(`\b` + monthWord + `\s+(\d{1,2})(?:st|nd|rd|th)?` + further + `\b`)
)

// datesIn are the dates that a text names with day and month.
func datesIn(text string) map[date]bool {
	out := map[date]bool{}
	if !strings.ContainsAny(text, digits) {
		return out
	}
	add := func(month string, days ...string) {
		for _, day := range days {
			if day != "" && month != "" {
				out[date{sameNumber(day), month}] = true
			}
		}
	}
	if namesMonth(text) {
		for _, m := range dayName.FindAllStringSubmatch(text, -1) {
			add(monthNames[lower(m[3])], m[1], m[2])
		}
		for _, m := range monthName.FindAllStringSubmatch(text, -1) {
			add(monthNames[lower(m[1])], m[2], m[3])
		}
	}
	for _, m := range datePattern.FindAllStringSubmatch(text, -1) {
		if isDate(m) {
			add(sameNumber(m[2]+m[5]), m[1]+m[6])
		}
	}
	return out
}

// wrongDate reports whether a sentence names a day of a month that the sources have in other months only:
// "22. September" of "10. bis 22. August".
func (c *Checker) wrongDate(plain string) bool {
	stated := datesIn(plain)
	if len(stated) == 0 {
		return false
	}
	if c.dates == nil {
		c.dates = map[date]bool{}
		for _, text := range append(append(c.read(), c.said.Operator...), c.said.Visitor...) {
			for d := range datesIn(text) {
				c.dates[d] = true
			}
		}
	}
	for d := range stated {
		if c.dates[d] {
			continue
		}
		for own := range c.dates {
			if own.day == d.day {
				return true
			}
		}
	}
	return false
}

// namesMonth reports whether a word of a text is a month, or begins with as much of one as the patterns read.
func namesMonth(text string) bool {
	const most = len("September")
	var letters smallLetters
	for at := range words(text) {
		if w := text[at[0]:at[1]]; mayBeMonth(w) {
			if small := letters.lower(w); monthNames[string(small)] != "" || len(small) > most && monthNames[string(small[:most])] != "" {
				return true
			}
		}
	}
	return false
}
