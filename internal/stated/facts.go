package stated

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Facts is the set of kinds of things a text states or a question asks for:
// "wann" asks for a time or a date, and a sentence with "8–18 Uhr" has one.
type Facts uint16

// The kinds of facts.
const (
	Number Facts = 1 << iota
	Date
	Time
	Weekday
	Price
	Phone
	Email
	Place // a postal address
	Name  // two capitalised words side by side, inside a sentence
	Percent
	Measure // a number with a unit
)

// OpeningHours are what a question for these is after, and what a text that tells them states.
const OpeningHours = Time | Weekday

// Contact is what a question for a way to get in touch is after.
const Contact = Phone | Email | Place

// Where sentences end and which facts passages state is stored with them, so that these lists are not those by which
// questions are read (dayWords, date.Month, unitsOf): a change here needs a new version in retrieve/analysis.
var (
	weekdays = wordlist.Set(strings.Join(dayNames[:], " ") + " " + strings.Join(daysElsewhere[:], " ") + " wochentags werktags")
	months   = wordlist.Set(`januar februar marz april mai juni juli august september oktober november dezember january february march may june july october december
janner feb jan okt dez nov sept`)
	units = wordlist.Set(`km m cm mm kg g mg t l ml liter litre litres meter metre metres kilometer kilometers kilometres grad degrees stunden stunde hours hour
minuten minute minutes tage tagen tag days day wochen woche weeks week monate monaten monat months month jahre jahren jahr years year millionen million
milliarden billion prozent percent mhz ghz gb mb kb kwh kw watt volt quadratmeter sekunden seconds feet foot inches miles mile acres pounds tonnen tons`)
)

// IsWeekday says whether a folded word is the name of a weekday in any language. Those of up to three letters are other
// words as well: "so", "mon".
func IsWeekday(w string) bool { return weekdays[w] }

// IsMonth says whether a folded word is the German or English name of a month, or short for one.
func IsMonth(w string) bool { return months[w] }

// IsUnit says whether a folded word is a unit that makes a measure of a number.
func IsUnit(w string) bool { return units[w] }

// CalendarWords yields all words for which IsWeekday or IsMonth is true, in no order.
func CalendarWords(yield func(string) bool) {
	for _, names := range [...]map[string]bool{weekdays, months} {
		for name := range names {
			if !yield(name) {
				return
			}
		}
	}
}

// FactsIn finds the kinds of facts that a text states which is German or English, or whose tokens SaidInGerman gave.
func FactsIn(text string, tokens []word.Token) Facts {
	var f Facts
	run := 0 // capitalised words in a row, not counting the first of a sentence
	for i, t := range tokens {
		between := word.Before(text, tokens, i)
		sentence := i == 0 || strings.ContainsAny(between, ".!?:\n")
		if t.Kind == word.Number {
			f |= Number
			f |= numberFacts(text, tokens, i, between)
			run = 0
			continue
		}
		if weekdays[t.Text] && (len(t.Text) > 3 || dayRange(text, tokens, i)) {
			f |= Weekday
		}
		if months[t.Text] && t.Capital {
			f |= Date
		}
		switch {
		case !t.Capital:
			run = 0
		case sentence:
			run = 0
		default:
			run++
			if run >= 2 && between == " " {
				f |= Name
			}
		}
		if street(t.Text) {
			if t.Capital && i+1 < len(tokens) && tokens[i+1].Kind == word.Number && len(tokens[i+1].Text) <= 4 {
				f |= Place
			}
		}
	}
	if at := strings.IndexByte(text, '@'); at > 0 && at+3 < len(text) && text[at-1] > ' ' && text[at+1] > ' ' {
		f |= Email
	}
	if strings.ContainsRune(text, '%') {
		f |= Percent
	}
	if mayBePreposed(text) && preposedStreet.MatchString(text) || mayHavePostcode(text) && britishPostcode.MatchString(text) {
		f |= Place
	}
	return f
}

// FactsOf are the kinds of facts that a text in any language states.
func FactsOf(text string, tokens []word.Token, lang string) Facts {
	f := FactsIn(text, SaidInGerman(text, tokens, lang))
	if statesStreet(tokens, lang) {
		f |= Place
	}
	if f&(Weekday|Time|Price) == Weekday && dottedHours.MatchString(text) {
		f |= Time
	}
	return f
}

// dottedHours are hours from and to with a point, as in Switzerland: beside a weekday "8.00–12.00" is no price.
var dottedHours = regexp.MustCompile(`\b(?:[01]?\d|2[0-4])\.[0-5]\d ?(?:[-–—]|bis) ?(?:[01]?\d|2[0-4])\.[0-5]\d\b`)

// street says whether a word ends as names of streets do.
func street(w string) bool {
	return strings.HasSuffix(w, "strasse") || strings.HasSuffix(w, "str") || strings.HasSuffix(w, "weg") ||
		strings.HasSuffix(w, "platz") || strings.HasSuffix(w, "straat") || strings.HasSuffix(w, "gatan") || strings.HasSuffix(w, "sgade") || strings.HasSuffix(w, "katu") || strings.HasSuffix(w, "allee") || w == "street" || w == "road" || w == "avenue"
}

// preposedStreet is a line with a street as "Am Güterschuppen 7" or "An der alten Mühle 12a".
var preposedStreet = regexp.MustCompile(`^(?:Am|Im|An|Auf|In|Zum|Zur|Unter|Hinter)(?: (?:der|dem|den))?(?: \p{L}[\p{L}-]*){1,2} \d{1,3} ?[a-z]?$`)

// mayBePreposed and mayHavePostcode tell of nearly every text at once that it is no such line and has no such code.
func mayBePreposed(text string) bool {
	return text != "" && strings.IndexByte("AIZUH", text[0]) >= 0 && strings.ContainsAny(text, "0123456789")
}

func mayHavePostcode(text string) bool {
	for i := 1; i+3 < len(text); i++ { // where its second half begins
		if text[i] == ' ' && '0' <= text[i+1] && text[i+1] <= '9' && upper(text[i+2]) && upper(text[i+3]) {
			return true
		}
	}
	return false
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

// americanPhone is a number of North America, at its first digit: "323-934-3936", "(323) 934-3936".
var americanPhone = regexp.MustCompile(`^(?:\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?:\D|$)`)

// britishPostcode is one as of the Royal Mail: "LS5 3BT".
var britishPostcode = regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b`)

// dayRange reports whether the short weekday name at i stands in a list of
// days, before a time or alone in a cell: "Mo–Fr", "Sa 9–12", "Tag: Mo · 9–12 Uhr", not the German word "so".
func dayRange(text string, tokens []word.Token, i int) bool {
	t := tokens[i]
	if !t.Capital {
		return false
	}
	if i+1 < len(tokens) && (beginsTime(tokens[i+1]) || daysJoined(text, tokens, i) || besideHolidays(tokens, i+1)) {
		return true
	}
	return i > 0 && daysJoined(text, tokens, i-1) || i > 1 && daysJoined(text, tokens, i-2) || fillsCell(text, t)
}

// besideHolidays says whether the name of a weekday before token i is one in a list with holidays: "So und Feiertage", "So/Feiertag".
func besideHolidays(tokens []word.Token, i int) bool {
	if w := tokens[i].Text; (w == "und" || w == "u" || w == "and") && i+1 < len(tokens) {
		i++
	}
	return publicHolidays[tokens[i].Text]
}

var publicHolidays = wordlist.Set("feiertag feiertage feiertags feiertagen holiday holidays")

// beginsTime says whether a token is a number as hours are: "9", "9am".
func beginsTime(t word.Token) bool {
	hour := strings.TrimSuffix(strings.TrimSuffix(t.Text, "am"), "pm")
	return t.Kind == word.Number && len(hour) <= 2
}

// daysJoined says whether the name of a weekday at i is joined with the next: "Mo–Fr", "Di. und Do.".
func daysJoined(text string, tokens []word.Token, i int) bool {
	named := func(i int) bool { return i < len(tokens) && weekdays[tokens[i].Text] && tokens[i].Capital }
	switch {
	case !named(i):
		return false
	case named(i + 1):
		return strings.ContainsAny(word.Gap(text, tokens[i], tokens[i+1]), "-–,+/.&")
	}
	return named(i+2) && (tokens[i+1].Text == "und" || tokens[i+1].Text == "and") && !strings.Contains(word.Gap(text, tokens[i+1], tokens[i+2]), "\n")
}

// fillsCell says whether a word is all that a cell of a row holds, or what its column is called.
func fillsCell(text string, t word.Token) bool {
	before, after := strings.TrimRight(text[max(0, t.Start-len(CellBreak)-1):t.Start], " "), strings.TrimPrefix(text[t.End:min(len(text), t.End+len(CellBreak)+1)], ".")
	dot := strings.TrimRight(CellBreak, " ")
	begins, ends := strings.HasSuffix(before, dot), strings.HasPrefix(after, dot)
	return (begins || ends) && (begins || before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "\n") || strings.HasSuffix(before, "•")) &&
		(ends || after == "" || strings.HasPrefix(after, ":") || strings.HasPrefix(after, "\n"))
}

// enoughDigits make a telephone number in one piece. No further ones are looked for: a page of nothing but figures
// would be read anew at each.
const enoughDigits = 9

func numberFacts(text string, tokens []word.Token, i int, between string) Facts {
	t := tokens[i]
	f := gluedFacts(t)
	next, after := "", ""
	if i+1 < len(tokens) {
		next, after = tokens[i+1].Text, word.Gap(text, t, tokens[i+1])
	}
	tail := text[t.End:min(len(text), t.End+6)]
	if dated(t.Text) {
		return f | Date // and no telephone number, of which "08.05.2027" has the digits
	}
	if len(t.Text) == 4 && (strings.HasPrefix(t.Text, "1") || strings.HasPrefix(t.Text, "20")) && word.AllDigits(t.Text) {
		f |= Date
	}
	if months[next] && len(t.Text) <= 2 {
		f |= Date
	}
	switch {
	case next == "uhr", next == "am" && len(t.Text) <= 2, next == "pm", next == "h" && len(t.Text) <= 2, next == "oclock", hourWords[next] && len(t.Text) <= 5:
		f |= Time
	case after == ":" && len(t.Text) <= 2 && len(next) == 2 && word.AllDigits(next):
		f |= Time
	}
	if strings.HasPrefix(strings.TrimLeft(tail, " \u00a0,-–"), "€") || next == "eur" || next == "euro" || next == "euros" || next == "cent" ||
		next == "chf" || next == "franken" || next == "dollar" || next == "dollars" || next == "usd" ||
		strings.HasSuffix(strings.TrimRight(between, " \u00a0"), "€") || strings.HasSuffix(between, "$") || strings.HasSuffix(between, "£") ||
		i > 0 && (tokens[i-1].Text == "eur" || tokens[i-1].Text == "chf") ||
		currencies[next] || hasAnyPrefix(strings.TrimLeft(tail, " \u00a0"), currencySigns) || hasAnySuffix(strings.TrimRight(between, " \u00a0"), currencySigns) {
		f |= Price
	}
	if next == "prozent" || next == "percent" {
		f |= Percent
	}
	if units[next] {
		f |= Measure
	}
	// A telephone number: a run of number tokens with at least seven digits,
	// beginning with +, 0 or (0, and nothing but separators in between.
	if strings.HasPrefix(t.Text, "0") || strings.HasSuffix(between, "+") || strings.HasSuffix(between, "(") {
		digits := len(t.Text)
		j := i + 1
		for ; j < len(tokens) && tokens[j].Kind == word.Number && digits < enoughDigits; j++ {
			gap := word.Gap(text, tokens[j-1], tokens[j])
			if len(gap) > 4 || strings.Trim(gap, " \u00a0()/-–.") != "" {
				break
			}
			digits += len(tokens[j].Text)
		}
		if digits >= 7 && (j > i+1 || digits >= enoughDigits) {
			f |= Phone
		}
	}
	if len(t.Text) >= 3 && americanPhone.MatchString(text[t.Start:min(len(text), t.Start+16)]) {
		f |= Phone
	}
	// Five digits and a capitalised word: a German postal code.
	if len(t.Text) == 5 && t.End-t.Start == 5 && word.AllDigits(t.Text) && i+1 < len(tokens) && tokens[i+1].Capital && !units[tokens[i+1].Text] && (after == " " || after == "\u00a0") {
		f |= Place
	}
	return f
}

// dated says whether a number is the date of a day with its year: "8.5.2027", "08.05.27".
func dated(number string) bool {
	parts := strings.Split(number, ".")
	if len(parts) != 3 || len(parts[2]) != 2 && len(parts[2]) != 4 {
		return false
	}
	for i, most := range []int{31, 12, 2999} {
		if n, err := strconv.Atoi(parts[i]); err != nil || n < 1 || n > most {
			return false
		}
	}
	return true
}

// hourWords and currencies stand behind numbers in other languages.
var (
	hourWords  = wordlist.Set("uur godz hodin hod heures horas hora часов час часа годин години बजे 点 時")
	currencies = wordlist.Set(`zl zlotych zlote pln kc korun czk kr kronor kroner sek dkk nok lei ron tl lira try forint forintba huf ευρω рублей рубля руб гривень
		гривні грн دينار دينارا ريال درهم रुपये रुपए रु dong đồng vnd`)
	currencySigns = []string{"₽", "₴", "₺", "¥", "￥", "₩", "฿", "₹", "₫", "zł", "元", "円", "원", "บาท"}
)

func hasAnyPrefix(s string, all []string) bool {
	return slices.ContainsFunc(all, func(one string) bool { return strings.HasPrefix(s, one) })
}

func hasAnySuffix(s string, all []string) bool {
	return slices.ContainsFunc(all, func(one string) bool { return strings.HasSuffix(s, one) })
}
