package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
	"github.com/webchatagent/wca/internal/word"
)

// hours are the times that a text gives for some days, under a heading or under none.
type hours struct {
	days  date.Days
	facts *fact.Facts
	under section
}

// section is what stands under a heading.
type section struct{ document, heading string }

// timetable reads which times a text gives for which days, clause by clause.
func timetable(text string) []hours {
	var out []hours
	for line := range strings.Lines(text) {
		var parts []string
		for _, clause := range dayClauses(line) {
			parts = append(parts, dayParts(clause)...)
		}
		for _, part := range parts {
			f := fact.OfHours(part)
			if f.AnyKind(fact.Time) || f.AnyKind(fact.Spoken) {
				out = append(out, hours{days: stated.Weekdays(part), facts: f})
			}
		}
	}
	return out
}

// dayClauses are the clauses of a line, and the cells of a row whose columns are called by days: "Wed: closed · Thu: 9–17".
func dayClauses(line string) []string {
	cells := strings.Split(line, stated.CellBreak)
	if !slices.ContainsFunc(cells[1:], dayColumn) {
		return strings.Split(line, ";")
	}
	return cells
}

// dayColumn reports whether a cell's column is called by a day, or several.
func dayColumn(cell string) bool {
	head, _, named := strings.Cut(cell, ": ")
	return named && namesDay(head) && stated.Weekdays(head+stated.CellBreak) != 0
}

// dayParts cuts a clause before each day that follows a time, or before each time that follows a day
// where times come first.
func dayParts(clause string) []string {
	var out []string
	var day, clock bool // since the last cut
	daysFirst, known := false, false
	from := 0
	if !strings.ContainsAny(clause, fact.Digits) {
		return []string{clause}
	}
	word.Each(clause, "", func(t word.Token) {
		isDay := fact.MayBeDay(clause[t.Start:t.End]) && (stated.Weekdays(clause[t.Start:t.End]) != 0 || len(t.Text) <= 3 && t.Capital && stated.Weekdays(clause[t.Start:min(len(clause), t.End+3)]) != 0)
		isClock := fact.IsDigit(t.Text[0])
		if !known && (isDay || isClock) {
			known, daysFirst = true, isDay
		}
		if day && clock && (daysFirst && isDay || !daysFirst && isClock) {
			out, from = append(out, clause[from:t.Start]), t.Start
			day, clock = false, false
		}
		day, clock = day || isDay, clock || isClock
	})
	return append(out, clause[from:])
}

// remaining are the days that a sentence has not named.
var remaining = pattern.New([]string{"übrigen", "anderen", "other", "remaining", "rest"}, regexp.MustCompile(`(?i)\b(?:übrigen|anderen|other|remaining)\s+(?:\pL+\s+)?(?:tage|days|werktage|wochentage|weekdays)|\brest (?:of the|der) (?:week|woche)|\s(?:übrigen|anderen) (?:werk|wochen)?tagen`))

// otherHours reports whether a sentence gives a time for a day, or for the place or department of a
// heading, for which the sources give others.
func (c *Checker) otherHours(cl *claim) bool {
	if !cl.facts.AnyKind(fact.Time) && !cl.facts.AnyKind(fact.Spoken) || cl.has(remaining) {
		return false
	}
	named := c.namedSections(cl.text)
	if len(named) == 0 && !cl.facts.AnyKind(fact.Day) {
		return false
	}
	for _, here := range timetable(cl.text) {
		here.days = fact.WithoutSaturday(cl.text, here.days)
		if here.days == 0 && len(named) == 0 {
			continue
		}
		for _, x := range here.facts.All() {
			if x.Kind != fact.Time && x.Kind != fact.Spoken {
				continue
			}
			found, dayless, days := false, false, date.Days(0)
			for _, h := range c.opening() {
				if !h.facts.Has(x) {
					continue
				}
				found = true
				if !beside(h.under, named) {
					dayless, days = dayless || h.days == 0, days|h.days
				}
			}
			if found && !dayless && (days == 0 || days&here.days != here.days) {
				return true
			}
		}
	}
	return false
}

// opening is what the hits say of times on days.
func (c *Checker) opening() []hours {
	if c.hours != nil {
		return c.hours
	}
	c.hours = []hours{}
	type saying struct {
		section
		text string
	}
	known := map[saying]bool{} // pages say their hours again and again
	for p := range c.passages() {
		under := section{document: p.Document, heading: p.Heading()}
		for _, text := range append([]string{p.Title}, append(p.Headings[:len(p.Headings):len(p.Headings)], p.Text)...) {
			for _, at := range sentence.In(text) {
				sentence := text[at.Start:at.End]
				if !strings.ContainsAny(sentence, fact.Digits) || !namesDay(sentence) || known[saying{under, sentence}] {
					continue
				}
				known[saying{under, sentence}] = true
				for _, h := range timetable(sentence) {
					h.under = under
					c.hours = append(c.hours, h)
				}
			}
		}
	}
	return c.hours
}

// namedSections are those with hours whose heading a sentence names.
func (c *Checker) namedSections(plain string) map[section]bool {
	named, seen := map[section]bool{}, map[section]bool{}
	for _, h := range c.opening() {
		if h.under.heading == "" || seen[h.under] {
			continue
		}
		seen[h.under] = true
		if c.coverage(h.under.heading, plain) >= headSaid {
			named[h.under] = true
		}
	}
	return named
}

// beside reports whether a section stands in the same document as a named one and is not named itself.
func beside(s section, named map[section]bool) bool {
	if named[s] {
		return false
	}
	for n := range named {
		if n.document == s.document {
			return true
		}
	}
	return false
}

// namesDay reports whether a text may name a weekday.
func namesDay(text string) bool {
	for at := range word.Runs(text) {
		if fact.MayBeDay(text[at[0]:at[1]]) {
			return true
		}
	}
	return false
}
