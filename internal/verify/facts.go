package verify

import (
	"iter"
	"regexp"
	"strconv"
	"strings"
)

// fact is something in a text that is either right or wrong: a number, a time, a day, a link.
type fact struct {
	kind  factKind
	value string // in one notation: "1299", "49.9", "16:00", "example.org/a"
	// unit is what a number measures, "" if the text does not say, and amount how much of it in the
	// unit's base: 30 minutes of half an hour.
	unit, amount string
}

type factKind uint8

const (
	numberFact factKind = iota
	timeFact
	spokenFact // a time on a clock of twelve hours
	dayFact    // of the week, Monday is 0
	monthFact
	linkFact
)

// facts are those of a text.
type facts struct {
	all []fact
	// index has all of them and, under keys that no fact of a text has, numbers without their measure
	// and amounts without their notation.
	index map[fact]bool
}

const (
	bareFact   = linkFact + 1 + iota // a number without its measure
	amountFact                       // an amount without its notation
	oneFact                          // a length of time that is named without a number: "monatlich"
)

func (f *facts) add(x fact) {
	if f.index[x] {
		return
	}
	f.key(x)
	f.all = append(f.all, x)
	if x.unit != "" {
		f.key(fact{kind: bareFact, value: x.value})
		f.key(fact{kind: amountFact, unit: x.unit, amount: x.amount})
	}
}

func (f *facts) key(x fact) {
	if f.index == nil {
		f.index = map[fact]bool{}
	}
	f.index[x] = true
}

var (
	linkPattern = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"'` + "`" + `\])]+|\bwww\.[^\s<>"'\])]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	// addressPattern is what else leads somewhere: the target of a Markdown link and a bare domain.
	targetPattern = regexp.MustCompile(`\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s*$`)
	domainPattern = regexp.MustCompile(`(?i)\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|info|biz|eu|de|at|ch|io|app|dev|shop|online|store|co|uk|us|me|tv|example|test|site|xyz|link|ly)\b(?:/[^\s<>"'\])]*)?`)
	// phonePattern is what can only be a telephone number.
	phonePattern = regexp.MustCompile(`(?:\+\d{1,3}|\(?0\d{2,5}\)?)[\s/()-]*\d[\d\s/()-]{4,}\d`)
	timePattern  = regexp.MustCompile(`(?i)\b(\d{1,2})[:.](\d{2})\s*(uhr|h\b|a\.?m\b|p\.?m\b)?|\b(\d{1,2})\s*(uhr|a\.?m\b|p\.?m\b)`)
	// datePattern is a date in figures.
	datePattern = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?\b|\b(\d{4})-(\d{2})-(\d{2})\b`)
	// decimalEnd is a decimal at the end of a sentence, which looks like a date; dateLead stands before dates.
	decimalEnd = regexp.MustCompile(`\b[1-9]?\d\.\d{2}\.(?:\s+\p{Lu}|\s*$)`)
	dateLead   = regexp.MustCompile(`(?i)\b(?:am|vom|bis|zum|ab|den|dem|der|seit)\s+\d{1,2}\.`)
	// numberPattern takes thousands and decimals in German and English notation.
	numberPattern = regexp.MustCompile(`\d+(?:[.,\x{00A0}\x{202F}']\d+)*`)
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
	if strings.Contains(text, "@") || strings.Contains(text, "://") || strings.Contains(strings.ToLower(text), "www.") {
		text = f.take(linkPattern, text, func(m []string) {
			f.add(fact{kind: linkFact, value: sameLink(m[0])})
		})
	}
	if dotted(text) {
		text = f.take(domainPattern, text, func(m []string) {
			f.add(fact{kind: linkFact, value: sameLink(m[0])})
		})
	}
	for line := range strings.Lines(text) {
		if strings.ContainsAny(line, digits) {
			for window := range figures(itemNumber.ReplaceAllString(line, " ")) {
				f.figures(window)
			}
		}
	}
	f.calendar(text)
}

// dotted reports whether a text has a dot between letters, as domains have.
func dotted(text string) bool {
	for at := strings.IndexByte(text, '.'); at >= 0; {
		if at > 0 && at+2 < len(text) && alnum(text[at-1]) && alnum(text[at+1]) && (text[at+1] > '9' || text[at+2] > '9') {
			return true
		}
		next := strings.IndexByte(text[at+1:], '.')
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}

func alnum(b byte) bool { return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// target adds where a link leads.
func (f *facts) target(to string) {
	lower := strings.ToLower(to)
	switch {
	case strings.HasPrefix(lower, "tel:"):
		f.add(fact{kind: linkFact, value: samePhone(to)})
	case strings.HasPrefix(lower, "mailto:"):
		address, _, _ := strings.Cut(to[len("mailto:"):], "?")
		f.add(fact{kind: linkFact, value: sameLink(address)})
	default:
		f.add(fact{kind: linkFact, value: sameLink(to)})
	}
}

const digits = "0123456789"

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
	text = f.take(phonePattern, text, func(m []string) {
		f.add(fact{kind: linkFact, value: samePhone(m[0])})
	})
	if strings.Count(text, ".") > 1 && (!decimalEnd.MatchString(text) || dateLead.MatchString(text)) || strings.Count(text, "-") > 1 {
		text = f.take(datePattern, text, f.date)
	}
	text = f.take(timePattern, text, f.time)
	if strings.Contains(text, "min") || strings.Contains(text, "Min") {
		text = f.take(hoursMinutes, text, func(m []string) {
			hours, _ := strconv.Atoi(m[1])
			minutes, _ := strconv.Atoi(m[2])
			f.add(measures["min"].of(strconv.Itoa(60*hours + minutes)))
		})
	}
	at := numberPattern.FindAllStringIndex(text, -1)
	units, times := make([]measure, len(at)), make([]float64, len(at))
	for i := len(at) - 1; i >= 0; i-- {
		units[i], times[i] = unitAhead(text[at[i][1]:])
		if units[i].kind == "" || units[i] == things {
			if u := afterAdjective(text[at[i][1]:]); u.kind != "" {
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
	var rest strings.Builder
	last := 0
	for _, at := range p.FindAllStringSubmatchIndex(text, -1) {
		m := make([]string, len(at)/2)
		for i := range m {
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
	case half == "pm" && h < 12:
		h += 12
	case half == "am" && h == 12:
		h = 0
	}
	f.add(fact{kind: timeFact, value: strconv.Itoa(h) + ":" + minutes})
}

// has says whether a source's facts back one of an answer, which may be written another way.
func (f *facts) has(x fact) bool {
	if f.index[x] {
		return true
	}
	switch x.kind {
	case timeFact: // "von 9 bis 18:30 Uhr": the first is a mere number there
		hours, minutes, _ := strings.Cut(x.value, ":")
		h, _ := strconv.Atoi(hours)
		if minutes == "00" && f.index[fact{kind: numberFact, value: hours}] {
			return true
		}
		if h > 12 { // "4 to 6 pm"
			h -= 12
			twelve := strconv.Itoa(h)
			return f.index[fact{kind: timeFact, value: twelve + ":" + minutes}] || f.index[fact{kind: spokenFact, value: twelve + ":" + minutes}] || minutes == "00" && f.index[fact{kind: numberFact, value: twelve}]
		}
		return f.index[fact{kind: spokenFact, value: x.value}]
	case spokenFact:
		hours, minutes, _ := strings.Cut(x.value, ":")
		h, _ := strconv.Atoi(hours)
		return f.has(fact{kind: timeFact, value: x.value}) || f.has(fact{kind: timeFact, value: strconv.Itoa((h+12)%24) + ":" + minutes})
	case numberFact:
		if x.unit != "" {
			return f.index[fact{kind: amountFact, unit: x.unit, amount: x.amount}] || f.index[fact{kind: numberFact, value: x.value}] ||
				x.value == "1" && f.index[fact{kind: oneFact, unit: x.unit, amount: x.amount}]
		}
		return f.index[fact{kind: bareFact, value: x.value}] || f.index[fact{kind: timeFact, value: x.value + ":00"}]
	case linkFact: // a page of a site that the source names, or the other way round
		for _, own := range f.all {
			if own.kind == linkFact && (strings.HasPrefix(own.value, x.value+"/") || own.value == strings.TrimSuffix(x.value, "/")) {
				return true
			}
		}
	}
	return false
}

// some reports whether there is another fact of the kind, and of the measure if x has one.
func (f *facts) some(x fact) bool {
	for _, own := range f.all {
		if own.kind == x.kind && (x.unit == "" || own.unit == x.unit || own.unit == "") && own != x {
			return true
		}
	}
	return false
}

// words adds the numbers that a source writes out, and its lengths of time without a number: "monatlich".
func (f *facts) words(text string) {
	f.spelled(text, true)
	f.phrases(text)
	for at := range words(text) {
		w := lower(text[at[0]:at[1]])
		if u := measures[w]; len(w) > 2 && (u.kind == "time" || u.kind == "months") {
			f.key(fact{kind: oneFact, unit: u.kind, amount: u.of("1").amount})
		}
	}
}

// gaps and marks stand between thousands.
var (
	gaps  = strings.NewReplacer("\u00a0", "", "\u202f", "", "'", "")
	marks = strings.NewReplacer(".", "", ",", "")
)

// sameNumber writes a number with a point and without thousands: "1.299,00" and "1,299" are 1299.
func sameNumber(n string) string {
	n = gaps.Replace(n)
	last := strings.LastIndexAny(n, ".,")
	if last >= 0 {
		decimals := n[last+1:]
		whole := marks.Replace(n[:last])
		many := strings.Count(n, n[last:last+1]) > 1
		switch {
		case many, len(decimals) == 3 && len(whole) <= 3 && whole != "0":
			n = whole + decimals // thousands
		default:
			n = whole + "." + decimals
		}
	}
	if strings.Contains(n, ".") {
		n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
	}
	if trimmed := strings.TrimLeft(n, "0"); trimmed != "" && !strings.HasPrefix(trimmed, ".") {
		n = trimmed
	} else if trimmed == "" {
		n = "0"
	}
	return n
}

func sameLink(s string) string {
	s = strings.ToLower(strings.TrimRight(s, ".,;:!?*_~"))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}

// samePhone keeps the digits that notations share: the last eight.
func samePhone(s string) string {
	var digits []byte
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			digits = append(digits, s[i])
		}
	}
	if len(digits) > 8 {
		digits = digits[len(digits)-8:]
	}
	return "tel:" + string(digits)
}
