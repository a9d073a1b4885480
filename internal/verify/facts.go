package verify

import (
	"iter"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// fact is something in a text that is either right or wrong: a number, a time, a link.
type fact struct {
	kind  factKind
	value string // in one notation: "1299", "49.9", "16:00", "example.org/a"
}

type factKind uint8

const (
	numberFact factKind = iota
	timeFact
	linkFact
)

type facts map[fact]bool

var (
	linkPattern = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"'` + "`" + `\])]+|\bwww\.[^\s<>"'\])]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	// phonePattern is what can only be a telephone number.
	phonePattern = regexp.MustCompile(`(?:\+\d{1,3}|\(?0\d{2,5}\)?)[\s/()-]*\d[\d\s/()-]{4,}\d`)
	timePattern  = regexp.MustCompile(`(?i)\b(\d{1,2})[:.](\d{2})\s*(uhr|h\b|a\.?m\b|p\.?m\b)?|\b(\d{1,2})\s*(uhr|a\.?m\b|p\.?m\b)`)
	// datePattern is a date in figures.
	datePattern = regexp.MustCompile(`\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?\b|\b(\d{4})-(\d{2})-(\d{2})\b`)
	// numberPattern takes thousands and decimals in German and English notation.
	numberPattern = regexp.MustCompile(`\d+(?:[.,\x{00A0}\x{202F}']\d+)*`)
	// itemNumber is the number of a list's item, which the writer chose.
	itemNumber = regexp.MustCompile(`^\s*\d{1,2}[.)]\s`)
	// marker is a citation.
	marker = regexp.MustCompile(`\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\]`)
)

// numberWords are the numbers that people write out. In a source they count as numbers; an answer
// may use them freely ("zwei Möglichkeiten") but for measures, see written.
var numberWords = map[string]string{
	"null": "0", "ein": "1", "eine": "1", "einen": "1", "einem": "1", "einer": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "sechs": "6", "sieben": "7", "acht": "8",
	"neun": "9", "zehn": "10", "elf": "11", "zwölf": "12", "vierzehn": "14", "fünfzehn": "15", "zwanzig": "20", "dreißig": "30", "vierzig": "40", "fünfzig": "50", "sechzig": "60", "neunzig": "90", "hundert": "100",
	"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11",
	"twelve": "12", "fourteen": "14", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100",
}

var months = map[string]string{
	"januar": "1", "jänner": "1", "januari": "1", "january": "1", "februar": "2", "february": "2", "märz": "3", "march": "3", "april": "4", "mai": "5", "may": "5", "juni": "6", "june": "6",
	"juli": "7", "july": "7", "august": "8", "september": "9", "oktober": "10", "october": "10", "november": "11", "dezember": "12", "december": "12",
}

// written are measures with the number in letters: "fünf Jahre". "Ein" is also an article.
var written = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|fünfzehn|zwanzig|dreißig|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty)[ \x{00A0}-]+` +
	`(?:jahr|monat|woche|tag|werktag|arbeitstag|stunde|minute|euro|prozent|kilometer|meter|liter|year|month|week|day|working day|business day|hour|minute|percent|kilomet|met(?:er|re)|mile|lit(?:er|re))`)

// measures adds the measures that a sentence of an answer writes out.
func (f facts) measures(text string) {
	if !writesNumber(text) { // mostly, and much faster than to look for the pattern
		return
	}
	for _, m := range written.FindAllStringSubmatch(text, -1) {
		f[fact{numberFact, numberWords[strings.ToLower(m[1])]}] = true
	}
}

// writesNumber says whether a text has one of the numbers that people write out.
func writesNumber(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) <= len("vierzehntausend") && numberWords[strings.ToLower(w)] != "" {
			return true
		}
	}
	return false
}

// read adds the facts of a text.
func (f facts) read(text string) {
	if strings.Contains(text, "[") {
		text = marker.ReplaceAllString(text, " ")
	}
	if strings.Contains(text, "@") || strings.Contains(text, "://") || strings.Contains(strings.ToLower(text), "www.") {
		text = f.take(linkPattern, text, func(m []string) {
			f[fact{linkFact, sameLink(m[0])}] = true
		})
	}
	for line := range strings.Lines(text) {
		if strings.ContainsAny(line, digits) {
			for window := range figures(itemNumber.ReplaceAllString(line, " ")) {
				f.figures(window)
			}
		}
	}
}

const digits = "0123456789"

// figures cuts out of a line where figures are, with what may belong to them before and after.
func figures(line string) iter.Seq[string] {
	const before, within, after = 8, 24, 16 // bytes: "+49 (0)", between figures of one fact, " o'clock"
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
func (f facts) figures(text string) {
	text = f.take(phonePattern, text, func(m []string) {
		f[fact{linkFact, samePhone(m[0])}] = true
	})
	text = f.take(datePattern, text, func(m []string) {
		for _, part := range m[1:] { // the parts alone, as "1. März 2026" has them
			if part != "" {
				f[fact{numberFact, sameNumber(part)}] = true
			}
		}
	})
	text = f.take(timePattern, text, f.time)
	for _, n := range numberPattern.FindAllString(text, -1) {
		f[fact{numberFact, sameNumber(n)}] = true
	}
}

// take calls each for every match and blanks the matches out, unless each is for a time that is
// rather a number.
func (f facts) take(p *regexp.Regexp, text string, each func(match []string)) string {
	var rest strings.Builder
	last := 0
	for _, at := range p.FindAllStringSubmatchIndex(text, -1) {
		m := make([]string, len(at)/2)
		for i := range m {
			if at[2*i] >= 0 {
				m[i] = text[at[2*i]:at[2*i+1]]
			}
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

// clock says whether "9:30" is a time; "9.30" without "Uhr" may be a date or an amount.
func clock(hours, minutes, s string) bool {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	return strings.Contains(s, ":") && h < 25 && m < 60
}

func (f facts) time(m []string) {
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
	f[fact{timeFact, strconv.Itoa(h) + ":" + minutes}] = true
}

// has says whether a source's facts back one of an answer, which may be written another way.
func (f facts) has(x fact) bool {
	if f[x] {
		return true
	}
	switch x.kind {
	case timeFact: // "von 9 bis 18:30 Uhr": the first is a mere number there
		hours, minutes, _ := strings.Cut(x.value, ":")
		if minutes == "00" && f[fact{numberFact, hours}] {
			return true
		}
		h, err := strconv.Atoi(hours)
		if err == nil && h > 12 { // "4 to 6 pm"
			h -= 12
			return f[fact{timeFact, strconv.Itoa(h) + ":" + minutes}] || minutes == "00" && f[fact{numberFact, strconv.Itoa(h)}]
		}
	case numberFact:
		return f[fact{timeFact, x.value + ":00"}]
	case linkFact: // a page of a site that the source names, or the other way round
		for own := range f {
			if own.kind == linkFact && (strings.HasPrefix(own.value, x.value+"/") || own.value == strings.TrimSuffix(x.value, "/")) {
				return true
			}
		}
	}
	return false
}

// words adds the numbers that a source writes out, and its months as numbers.
func (f facts) words(text string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !(r >= 'a' && r <= 'z') && !strings.ContainsRune("äöüß", r) }) {
		if n, ok := numberWords[w]; ok {
			f[fact{numberFact, n}] = true
		}
		if n, ok := months[w]; ok {
			f[fact{numberFact, n}] = true
		}
	}
}

// sameNumber writes a number with a point and without thousands: "1.299,00" and "1,299" are 1299.
func sameNumber(n string) string {
	n = strings.NewReplacer("\u00a0", "", "\u202f", "", "'", "").Replace(n)
	last := strings.LastIndexAny(n, ".,")
	if last >= 0 {
		decimals := n[last+1:]
		whole := strings.NewReplacer(".", "", ",", "").Replace(n[:last])
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
