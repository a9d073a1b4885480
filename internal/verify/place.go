package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// Numbers, times and names may all stand in a source and yet belong to something else there: "Samstags
// bis 18:30" where Saturday has 16 o'clock, "Yoga ist mittwochs" where that is the back class.

// hours are the times that a text gives for some days, under a heading or under none.
type hours struct {
	days  uint8
	facts *facts
	under section
}

// section is what stands under a heading.
type section struct{ document, heading string }

// timetable reads which times a text gives for which days, clause by clause.
func timetable(text string) []hours {
	var out []hours
	for line := range strings.Lines(text) {
		var parts []string
		for clause := range strings.SplitSeq(line, ";") {
			parts = append(parts, dayParts(clause)...)
		}
		for _, part := range parts {
			f := &facts{}
			for window := range figures(part) {
				f.figures(window)
			}
			f.phrases(part)
			if f.any(timeFact) || f.any(spokenFact) {
				out = append(out, hours{days: retrieve.Weekdays(part), facts: f})
			}
		}
	}
	return out
}

// dayParts cuts a clause before each day that follows a time, or before each time that follows a day
// where times come first.
func dayParts(clause string) []string {
	var out []string
	var day, clock bool // since the last cut
	daysFirst, known := false, false
	from := 0
	if !strings.ContainsAny(clause, digits) {
		return []string{clause}
	}
	word.Each(clause, "", func(t word.Token) {
		isDay := mayBeDay(clause[t.Start:t.End]) && (retrieve.Weekdays(clause[t.Start:t.End]) != 0 || len(t.Text) <= 3 && t.Capital && retrieve.Weekdays(clause[t.Start:min(len(clause), t.End+3)]) != 0)
		isClock := t.Text[0] >= '0' && t.Text[0] <= '9'
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

// wrongDay reports whether a sentence gives a time for a day, or for the place or department of a
// heading, for which the sources give others.
func (c *Checker) wrongDay(plain string, stated *facts) bool {
	if !stated.any(timeFact) && !stated.any(spokenFact) {
		return false
	}
	c.readHours()
	named := c.namedSections(plain)
	if len(named) == 0 && !stated.any(dayFact) {
		return false
	}
	for _, here := range timetable(plain) {
		if here.days == 0 && len(named) == 0 {
			continue
		}
		for _, x := range here.facts.all {
			if x.kind != timeFact && x.kind != spokenFact {
				continue
			}
			found, right := false, false
			for _, h := range c.hours {
				if h.facts.has(x) {
					found = true
					right = right || !beside(h.under, named) && (h.days == 0 || h.days&here.days == here.days)
				}
			}
			if found && !right {
				return true
			}
		}
	}
	return false
}

// readHours reads what the hits say of times on days.
func (c *Checker) readHours() {
	if c.hours != nil {
		return
	}
	c.hours = []hours{}
	type saying struct {
		section
		text string
	}
	known := map[saying]bool{} // pages say their hours again and again
	for i := range c.hits {
		for _, p := range c.hits[i].Passages() {
			under := section{document: p.Document}
			if n := len(p.Headings); n > 0 {
				under.heading = p.Headings[n-1]
			}
			for _, text := range append([]string{p.Title}, append(p.Headings[:len(p.Headings):len(p.Headings)], p.Text)...) {
				for _, at := range retrieve.Sentences(text) {
					sentence := text[at[0]:at[1]]
					if !strings.ContainsAny(sentence, digits) || !namesDay(sentence) || known[saying{under, sentence}] {
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
	}
}

// namedSections are those with hours whose heading a sentence names.
func (c *Checker) namedSections(plain string) map[section]bool {
	named, seen := map[section]bool{}, map[section]bool{}
	for _, h := range c.hours {
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
	for at := range words(text) {
		if mayBeDay(text[at[0]:at[1]]) {
			return true
		}
	}
	return false
}

// any reports whether there is a fact of the kind.
func (f *facts) any(kind factKind) bool {
	for _, x := range f.all {
		if x.kind == kind {
			return true
		}
	}
	return false
}

// parts cuts a sentence into what it says of one thing each.
func parts(sentence string) []string {
	var out []string
	first := 0
	for at := range breaks(sentence, "und", "and", "aber", "but", "sowie", "while", "während") {
		out = append(out, sentence[first:at[0]])
		first = at[1]
	}
	return append(out, sentence[first:])
}

const (
	// foreign and at home are how much the sentence says of the clause that its fact stands in, and of
	// one that has another fact of the kind, where it mixes them up.
	foreign = 0.25
	atHome  = 0.4
)

// counting are words that belong to a number or an hour and not to what a clause is about.
const counting = " Uhr Minuten Stunden Tage Euro Prozent hours minutes days euros percent geöffnet offen öffnet schließt open opens closes"

// swapped reports whether a fact stands in a clause of its source that speaks of something else than
// the sentence, which another clause with another such fact speaks of.
func (c *Checker) swapped(plain string, stated *facts, backing retrieve.Backing) bool {
	source := backing.Sentence
	if source == "" || strings.Contains(source, cellBreak) || backing.Language != c.language { // too little is alike in another language
		return false
	}
	own := names(plain)
	if len(own) == 0 && !slices.ContainsFunc(stated.all, placed) {
		return false
	}
	parts := parts(source)
	if len(parts) < 2 || len(parts) > 8 {
		return false
	}
	read := make([]*facts, len(parts))
	for i, p := range parts {
		read[i] = c.factsOf(p)
		if len(own) == 0 {
			continue
		}
		read[i] = all([]string{p})
		for _, n := range names(p) {
			read[i].add(n)
		}
	}
	mine := stated.all
	mine = append(mine[:len(mine):len(mine)], own...)
	for _, x := range mine {
		if !placed(x) {
			continue
		}
		home := -1
		for i := range parts {
			if read[i].has(x) {
				if home >= 0 {
					home = -2
					break
				}
				home = i
			}
		}
		if home < 0 || x.kind == numberFact && slices.ContainsFunc(read[home].all, func(y fact) bool { return y != x && y.kind == numberFact && y.unit != x.unit && stated.has(y) }) || c.support.Matter(plain, c.language, parts[home], backing.Language, x.value+counting) > foreign {
			continue
		}
		for i := range parts {
			if i == home || !read[i].some(x) {
				continue
			}
			told := false // the sentence states the other fact, too
			for _, y := range read[i].all {
				told = told || y.kind == x.kind && x.kind != nameFact && stated.has(y)
			}
			if x.kind == nameFact {
				told = !slices.ContainsFunc(read[i].all, func(y fact) bool { return y.kind == nameFact && !slices.Contains(own, y) })
			}
			if !told && c.support.Matter(plain, c.language, parts[i], backing.Language, counting) >= atHome {
				return true
			}
		}
	}
	return false
}

// placed says whether a fact belongs to what it stands beside.
func placed(x fact) bool { return x.kind != linkFact && (x.kind != numberFact || x.unit != "") }

// nameFact is a name of two words or more, in one text and another.
const nameFact = oneFact + 1

// names are the pairs of words with capitals in a text, which names of people are, too.
func names(text string) []fact {
	var out []fact
	words := writtenWords(text)
	for i := 1; i < len(words); i++ {
		if words[i].capital && words[i-1].capital && words[i].beside && !word.Stop("de", strings.ToLower(words[i-1].text)) && !word.Stop("en", strings.ToLower(words[i-1].text)) {
			out = append(out, fact{kind: nameFact, value: words[i-1].text + " " + words[i].text})
		}
	}
	return out
}
