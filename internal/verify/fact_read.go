package verify

import (
	"cmp"
	"iter"
	"regexp"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/numeral"
)

// stating are the facts of texts of a source, or of what was said, which may spell them out.
func stating(texts ...string) *facts {
	f := &facts{}
	for _, text := range texts {
		f.source(text)
	}
	return f
}

// source adds the facts of a text of a source.
func (f *facts) source(text string) {
	f.read(text)
	f.words(text)
}

// words adds the numbers that a source writes out, its lengths of time without a number ("monatlich"), and numbers that
// leave out the measure of the one before: "sechs Jahre auf Rahmen, auf Akkus zwei."
func (f *facts) words(text string) {
	f.spelled(text, true)
	f.phrases(text)
	var letters smallLetters
	var last measure
	for at := range words(text) {
		w := letters.lower(text[at[0]:at[1]])
		if u := measures[string(w)]; len(w) > 2 && u.kind != "" {
			last = u
			if u.kind == "time" || u.kind == "months" {
				f.key(fact{kind: oneFact, unit: u.kind, amount: u.of("1").amount})
			}
		}
		if last.kind != "" && at[1] < len(text) && strings.IndexByte(".,;", text[at[1]]) >= 0 {
			if n, ok := numeral.Simple(string(w)); ok && n > 1 {
				f.same(last.of(strconv.Itoa(n)))
			}
		}
	}
}

var (
	timePattern = regexp.MustCompile(`(?i)(?:\b(\d{1,2})[:.](\d{2})\s*(uhr|h\b|a\.?m\b|p\.?m\b)?|\b(\d{1,2})\s*(uhr|a\.?m\b|p\.?m\b))(?:\s*(?:am |in the )?(nachmittags?|abends?|afternoon|evening)\b)?`)
	// datePattern is a date in figures.
	datePattern = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2})\b)?|\b(\d{4})-(\d{2})-(\d{2})\b`)
	// decimalEnd is a decimal at the end of a sentence, which looks like a date; dateLead stands before dates.
	decimalEnd = regexp.MustCompile(`\b[1-9]?\d\.(?:\d{2}\.\s+\p{Lu}|\d{1,2}\.\s*$)`)
	dateLead   = regexp.MustCompile(`(?i)\b(?:am|vom|bis|zum|ab|den|dem|der|seit)\s+\d{1,2}\.`)
	// between stands between numbers that share their measure: "2–3 Werktage".
	between = regexp.MustCompile(`^\s*(?:[-–—/]|bis(?: zu)?|to|und|and|oder|or)\s*$`)
	// hoursMinutes is one time in two units.
	hoursMinutes = regexp.MustCompile(`(?i)\b(\d{1,2})\s*(?:h|std\.?|stunden?|hours?)(?:,| und| and)?\s+(\d{1,2})\s*(?:min\b|minuten|minutes)`)
	// itemNumber is the number of a list's item, which the writer chose.
	itemNumber = regexp.MustCompile(`^\s*\d{1,2}[.)](?:\s|$)`)
	// marker is a citation.
	marker = regexp.MustCompile(`\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\]`)
)

// read adds the facts of a text that are written in figures, its links, days and months.
func (f *facts) read(text string) {
	if strings.Contains(text, "](") || strings.Contains(text, "]:") {
		for _, m := range targetPattern.FindAllStringSubmatch(text, -1) {
			f.target(m[1] + m[2])
		}
		text = targetPattern.ReplaceAllString(text, "] ")
	}
	if strings.Contains(text, "[") {
		text = marker.ReplaceAllString(text, " ")
	}
	text = f.links(linkPattern, linked, text)
	text = f.links(domainPattern, dotted, text)
	for line := range strings.Lines(text) {
		if strings.ContainsAny(line, digits) {
			if start := strings.TrimLeft(line, " \t\n\f\r"); start != "" && digit(start[0]) {
				line = unnumbered(line)
			}
			for window := range figures(line) {
				f.figures(window)
			}
		}
	}
	f.calendar(text)
}

// unnumbered is a line without the number of an item, which is none before a month.
func unnumbered(line string) string {
	at := itemNumber.FindStringIndex(line)
	if at == nil {
		return line
	}
	next, _ := ahead(line[at[1]:])
	if date.Month(strings.ToLower(next)) > 0 {
		return line
	}
	return " " + line[at[1]:]
}

// figures cuts out of a line where figures are, with what may belong to them before and after.
func figures(line string) iter.Seq[string] {
	const before, within, after = 8, 24, 24 // bytes: "+49 (0)", between figures of one fact, " o'clock"
	return func(yield func(string) bool) {
		for at := strings.IndexAny(line, digits); at >= 0; {
			end := at + 1
			next := strings.IndexAny(line[end:], digits)
			for next >= 0 && next < within {
				end += next + 1
				next = strings.IndexAny(line[end:], digits)
			}
			if !yield(line[max(0, at-before):min(len(line), end+after)]) || next < 0 {
				return
			}
			at = end + next
		}
	}
}

// figures adds the facts of a piece of a line that are written in figures.
func (f *facts) figures(text string) {
	if mayBePhone(text) {
		text = f.take(phonePattern, text, func(m []string) {
			f.add(fact{kind: linkFact, value: samePhone(m[0])})
		})
	}
	if strings.Count(text, ".") > 1 && (!decimalEnd.MatchString(text) || dateLead.MatchString(text)) || strings.Count(text, "-") > 1 {
		text = f.take(datePattern, text, f.date)
	}
	if mayBeTime(text) {
		text = f.take(timePattern, text, f.time)
	}
	if strings.Contains(text, "min") || strings.Contains(text, "Min") {
		text = f.take(hoursMinutes, text, func(m []string) {
			hours, _ := strconv.Atoi(m[1])
			minutes, _ := strconv.Atoi(m[2])
			f.add(measures["min"].of(strconv.Itoa(60*hours + minutes)))
		})
	}
	at := numbers(text)
	if len(at) == 0 {
		return
	}
	units, times := make([]measure, len(at)), make([]float64, len(at))
	for i := len(at) - 1; i >= 0; i-- {
		units[i], times[i] = unitAhead(text[at[i][1]:])
		if units[i].kind == "" || units[i] == things {
			rest := text[at[i][1]:]
			if u := cmp.Or(afterNumeral(rest), afterAdjective(rest)); u.kind != "" {
				units[i] = u
			}
		}
		if (units[i].kind == "" || units[i] == things) && i+1 < len(at) && between.MatchString(text[at[i][1]:at[i+1][0]]) {
			units[i], times[i] = units[i+1], times[i+1]
		}
	}
	for i := range at {
		switch own := unitBehind(text[:at[i][0]]); {
		case own.kind != "":
			if units[i] == measures["m"] {
				times[i] = 1e6 // "£30m"
			}
			units[i] = own
		case units[i].kind == "" && i > 0 && between.MatchString(text[at[i-1][1]:at[i][0]]):
			units[i] = units[i-1] // "€16–18"
		}
		f.add(units[i].of(larger(sameNumber(text[at[i][0]:at[i][1]]), times[i])))
	}
}

// mayBeTime reports whether a text has what a time has behind its hour.
func mayBeTime(text string) bool {
	for i := range len(text) {
		if !digit(text[i]) {
			continue
		}
		rest := text[i+1:]
		if len(rest) >= 3 && (rest[0] == ':' || rest[0] == '.') && digit(rest[1]) && digit(rest[2]) {
			return true
		}
		if rest = strings.TrimLeft(rest, " \t\n\f\r"); rest != "" {
			switch rest[0] | 0x20 {
			case 'u', 'a', 'p':
				return true
			}
		}
	}
	return false
}

// date adds the parts of a date, as "1. März 2026" has them.
func (f *facts) date(m []string) {
	day, month, year := m[1], m[2], m[3]
	if day == "" {
		year, month, day = m[4], m[5], m[6]
	}
	f.add(fact{kind: numberFact, value: sameNumber(day)})
	f.add(fact{kind: monthFact, value: sameNumber(month)})
	f.key(fact{kind: bareFact, value: sameNumber(month)}) // "8/5/2026"
	if len(year) == 2 {
		year = "20" + year
	}
	if year != "" {
		f.add(fact{kind: numberFact, value: sameNumber(year)})
	}
}

// take calls each for every match and blanks the matches out, unless each is for a time that is
// rather a number.
func (f *facts) take(p *regexp.Regexp, text string, each func(match []string)) string {
	found := p.FindAllStringSubmatchIndex(text, -1)
	if found == nil {
		return text
	}
	var rest strings.Builder
	last := 0
	m := make([]string, len(found[0])/2)
	for _, at := range found {
		for i := range m {
			m[i] = ""
			if at[2*i] >= 0 {
				m[i] = text[at[2*i]:at[2*i+1]]
			}
		}
		if p == datePattern && !isDate(m) {
			continue
		}
		if p == timePattern && m[3] == "" && m[5] == "" && !clock(m[1], m[2], m[0]) {
			continue
		}
		each(m)
		rest.WriteString(text[last:at[0]] + " ")
		last = at[1]
	}
	return rest.String() + text[last:]
}

// isDate says whether a date is one: "2.14." is none.
func isDate(m []string) bool {
	day, _ := strconv.Atoi(m[1] + m[6])
	month, _ := strconv.Atoi(m[2] + m[5])
	return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

// clock says whether "9:30" is a time; "9.30" without "Uhr" may be a date or an amount.
func clock(hours, minutes, s string) bool {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	return strings.Contains(s, ":") && h < 25 && m < 60
}

func (f *facts) time(m []string) {
	hours, minutes, half := m[1], m[2], m[3]
	if hours == "" {
		hours, minutes, half = m[4], "00", m[5]
	}
	h, _ := strconv.Atoi(hours)
	switch half = strings.ToLower(strings.ReplaceAll(half, ".", "")); {
	case (half == "pm" || m[6] != "") && h < 12:
		h += 12
	case half == "am" && h == 12:
		h = 0
	}
	f.add(fact{kind: timeFact, value: strconv.Itoa(h) + ":" + minutes})
}
