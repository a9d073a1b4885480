package fact

import (
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// Of are the facts of texts of a source, or of what was said, which may spell them out.
func Of(texts ...string) *Facts {
	f := &Facts{}
	for _, text := range texts {
		f.ReadSource(text)
	}
	return f
}

// Claimed are the facts of a sentence of an answer, as it is written and without its Markdown. Of working days none is the
// Saturday.
func Claimed(written, plain string) *Facts {
	f := &Facts{}
	f.Read(written)
	f.spelled(plain, false)
	f.phrases(plain)
	f.sharesIn(plain, false)
	if days := stated.Weekdays(plain); WithoutSaturday(plain, days) != days {
		f.all = slices.DeleteFunc(f.all, func(x Fact) bool { return x == Fact{Kind: Day, Value: "5"} })
	}
	return f
}

// OfHours are the facts of a part of a line that tells hours: what it has in figures, and times in words.
func OfHours(text string) *Facts {
	f := &Facts{}
	for window := range figures(text) {
		f.figures(window)
	}
	f.phrases(text)
	return f
}

// ReadSource adds the facts of a text of a source.
func (f *Facts) ReadSource(text string) {
	f.Read(text)
	f.ReadWords(text)
}

// ReadWords adds the numbers that a source writes out, its lengths of time without a number ("monatlich"), and numbers that
// leave out the measure of the one before: "sechs Jahre auf Rahmen, auf Akkus zwei."
func (f *Facts) ReadWords(text string) {
	f.spelled(text, true)
	f.phrases(text)
	f.sharesIn(text, true)
	var letters smallLetters
	var last Measure
	for at := range word.Runs(text) {
		w := letters.lower(text[at[0]:at[1]])
		if u := measures[string(w)]; len(w) > 2 && u.Kind != "" {
			last = u
			if u.Kind == "time" || u.Kind == "months" {
				f.key(Fact{Kind: one, Unit: u.Kind, Amount: u.Of("1").Amount})
			}
		}
		if last.Kind != "" && at[1] < len(text) && strings.IndexByte(".,;", text[at[1]]) >= 0 {
			if n, ok := numeral.Simple(string(w)); ok && n > 1 {
				f.same(last.Of(strconv.Itoa(n)))
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
	// Citation is the number of a source behind a sentence: "[2]", "[1, 3]".
	Citation = regexp.MustCompile(`\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\]`)
)

// Read adds the facts of a text that are written in figures, its links, days and months.
func (f *Facts) Read(text string) {
	text = Seen(text)
	if strings.Contains(text, "](") || strings.Contains(text, "]:") {
		for _, m := range targetPattern.FindAllStringSubmatch(text, -1) {
			f.target(m[1] + m[2])
		}
		text = targetPattern.ReplaceAllString(text, "] ")
	}
	if strings.Contains(text, "[") {
		text = Citation.ReplaceAllString(text, " ")
	}
	text = f.links(text)
	text = f.domains(text)
	for line := range strings.Lines(text) {
		if strings.ContainsAny(line, Digits) {
			if start := strings.TrimLeft(line, " \t\n\f\r"); start != "" && IsDigit(start[0]) {
				line = unnumbered(line)
			}
			for window := range figures(line) {
				f.figures(window)
			}
		}
	}
	if f.byDay && !f.byHalf {
		f.byHalf = halfOfDay.MatchString(text)
	}
	f.calendar(text)
}

// halfOfDay says which half of the day a time is in: "abends um 8 Uhr".
var halfOfDay = regexp.MustCompile(`(?i)\b(?:nachmittags|abends|nachts|afternoon|evening|at night)\b`)

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
		for at := strings.IndexAny(line, Digits); at >= 0; {
			end := at + 1
			next := strings.IndexAny(line[end:], Digits)
			for next >= 0 && next < within {
				end += next + 1
				next = strings.IndexAny(line[end:], Digits)
			}
			if !yield(line[max(0, at-before):min(len(line), end+after)]) || next < 0 {
				return
			}
			at = end + next
		}
	}
}

// figures adds the facts of a piece of a line that are written in figures.
func (f *Facts) figures(text string) {
	if mayBePhone(text) {
		text = f.take(phonePattern, text, func(m []string) {
			f.Add(Fact{Kind: Link, Value: samePhone(m[0])})
		})
	}
	if strings.Count(text, ".") > 1 && (!decimalEnd.MatchString(text) || dateLead.MatchString(text)) || strings.Count(text, "-") > 1 {
		text = f.take(datePattern, text, f.date)
	}
	if MayBeTime(text) {
		text = f.take(timePattern, text, f.time)
	}
	if strings.Contains(text, "min") || strings.Contains(text, "Min") {
		text = f.take(hoursMinutes, text, func(m []string) {
			hours, _ := strconv.Atoi(m[1])
			minutes, _ := strconv.Atoi(m[2])
			f.Add(measures["min"].Of(strconv.Itoa(60*hours + minutes)))
		})
	}
	at := numbers(text)
	if len(at) == 0 {
		return
	}
	units, times := make([]Measure, len(at)), make([]float64, len(at))
	for i := len(at) - 1; i >= 0; i-- {
		units[i], times[i] = UnitAhead(text[at[i][1]:])
		if units[i].Kind == "" || units[i] == Things {
			rest := text[at[i][1]:]
			if u := cmp.Or(afterNumeral(rest), afterAdjective(rest)); u.Kind != "" {
				units[i] = u
			}
		}
		if (units[i].Kind == "" || units[i] == Things) && i+1 < len(at) && between.MatchString(text[at[i][1]:at[i+1][0]]) {
			units[i], times[i] = units[i+1], times[i+1]
		}
	}
	for i := range at {
		switch own := UnitBehind(text[:at[i][0]]); {
		case own.Kind != "":
			if units[i] == measures["m"] {
				times[i] = 1e6 // "£30m"
			}
			units[i] = own
		case units[i].Kind == "" && i > 0 && between.MatchString(text[at[i-1][1]:at[i][0]]):
			units[i] = units[i-1] // "€16–18"
		}
		f.Add(units[i].Of(larger(SameNumber(text[at[i][0]:at[i][1]]), times[i])))
	}
}

// MayBeTime reports whether a text has what a time has behind its hour.
func MayBeTime(text string) bool {
	for i := range len(text) {
		if !IsDigit(text[i]) {
			continue
		}
		rest := text[i+1:]
		if len(rest) >= 3 && (rest[0] == ':' || rest[0] == '.') && IsDigit(rest[1]) && IsDigit(rest[2]) {
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
func (f *Facts) date(m []string) {
	day, month, year := m[1], m[2], m[3]
	if day == "" {
		year, month, day = m[4], m[5], m[6]
	}
	f.Add(Fact{Kind: Number, Value: SameNumber(day)})
	f.Add(Fact{Kind: Month, Value: SameNumber(month)})
	f.key(Fact{Kind: bare, Value: SameNumber(month)}) // "8/5/2026"
	if len(year) == 2 {
		year = "20" + year
	}
	if year != "" {
		f.Add(Fact{Kind: Number, Value: SameNumber(year)})
	}
}

// take calls each for every match and blanks the matches out, unless each is for a time that is
// rather a number.
func (f *Facts) take(p *regexp.Regexp, text string, each func(match []string)) string {
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

func (f *Facts) time(m []string) {
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
	f.byHalf = f.byHalf || half == "am" || half == "pm" || m[6] != ""
	f.byDay = f.byDay || half == "uhr" || half == "" && h > 12 && m[6] == ""
	f.Add(Fact{Kind: Time, Value: strconv.Itoa(h) + ":" + minutes})
}
