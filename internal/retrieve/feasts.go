package retrieve

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// Visitors ask for a feast by its name, "Haben Sie an Heiligabend offen?", and pages name the date: "Am 24. und 31.
// Dezember haben wir bis 12 Uhr geöffnet". A date that is a feast is read as if its name stood there, too.

// date is a day of any year that a text names. token is the last of its words; until says that it ends what began with
// the date before.
type date struct {
	month, day int
	token      int
	until      bool
}

// feasts are the names of days, by language, as words without endings that matter.
var feasts = map[date]map[string]string{
	{month: 1, day: 1}:   {"de": "neujahr neujahrstag", "en": "new year"},
	{month: 1, day: 6}:   {"de": "dreikonig", "en": "epiphany"},
	{month: 5, day: 1}:   {"de": "maifeiertag"},
	{month: 10, day: 3}:  {"de": "einheit"},
	{month: 10, day: 31}: {"de": "reformationstag halloween", "en": "halloween"},
	{month: 11, day: 1}:  {"de": "allerheiligen"},
	{month: 12, day: 24}: {"de": "heiligabend heilig weihnachten", "en": "christmas eve"},
	{month: 12, day: 25}: {"de": "weihnachten weihnachtstag", "en": "christmas"},
	{month: 12, day: 26}: {"de": "weihnachten weihnachtstag", "en": "christmas boxing"},
	{month: 12, day: 31}: {"de": "silvester", "en": "new year eve"},
}

// feastDays are words for such days in questions.
var feastDays = set("neujahr neujahrstag dreikonig maifeiertag halloween reformationstag allerheiligen heiligabend weihnachten weihnachtstag silvester feiertag feiertage feiertagen christmas xmas easter ostern pfingsten")

// opens says whether a word of a question asks for opening hours, or whether somebody is there.
func opens(t word.Token) bool {
	return openWords[t.Text] || t.Text == "da" || t.Text == "open" || t.Text == "closed" || t.Text == "geschlossen"
}

// longestFeasts is of how many days between two dates the feasts count: who is open "from 1 October to 31 March" does
// not speak of Christmas.
const longestFeasts = 31

// feastsIn are the words for the feasts that a text names by their dates, by the place of the token that ends the date.
func feastsIn(text string, tokens []word.Token, lang string) map[int][]word.Token {
	if lang != "de" && lang != "en" {
		return nil
	}
	var out map[int][]word.Token
	all := datesIn(text, tokens)
	for i, d := range all {
		day, days := date{month: d.month, day: d.day}, 1
		if d.until && i > 0 {
			day = all[i-1].next()
			if days = day.daysTo(d) + 1; days > longestFeasts {
				continue
			}
		}
		for ; days > 0; days-- {
			for name := range strings.FieldsSeq(feasts[day][lang]) {
				if out == nil {
					out = map[int][]word.Token{}
				}
				out[d.token] = append(out[d.token], word.Token{Text: name, Start: tokens[d.token].Start, End: tokens[d.token].End})
			}
			day = day.next()
		}
	}
	return out
}

// datesIn finds the dates of a text in their order: "24.12.", "24. und 31. Dezember", "December 24 to 26".
func datesIn(text string, tokens []word.Token) []date {
	var out []date
	bare := 0 // the last ones that are still without a month
	month := 0
	for i, t := range tokens {
		if len(out) > 0 && !tied(tokens, out[len(out)-1].token, i) {
			out, bare, month = out[:len(out)-bare], 0, 0
		}
		d := date{token: i, until: len(out) > 0 && lasts(text, tokens, out[len(out)-1].token, i)}
		switch named := monthOf(t); {
		case named != 0 && bare > 0:
			for k := len(out) - bare; k < len(out); k++ {
				out[k].month = named
			}
			out[len(out)-1].token = i
			bare, month = 0, 0
		case named != 0:
			month = named
		case t.Kind != word.Number:
			if !tying[t.Text] {
				month = 0
			}
		case d.numeric(text, t):
			out = append(out, d)
		default:
			day, err := strconv.Atoi(strings.TrimRight(t.Text, "stndrh"))
			if err != nil || day < 1 || day > 31 {
				continue
			}
			d.month, d.day = month, day
			if month == 0 {
				bare++
			}
			out = append(out, d)
		}
	}
	return out[:len(out)-bare]
}

// monthOf is the number of the month that a word names, 0 if none.
func monthOf(t word.Token) int {
	if !t.Capital || t.Kind != word.Letters {
		return 0
	}
	return bits.Len16(monthNumbers[t.Text])
}

// numeric reads a date as "24.12." or "24.12.2026".
func (d *date) numeric(text string, t word.Token) bool {
	parts := strings.Split(text[t.Start:t.End], ".")
	if len(parts) != 3 && (len(parts) != 2 || !strings.HasPrefix(text[t.End:], ".")) {
		return false
	}
	var err error
	if d.day, err = strconv.Atoi(parts[0]); err != nil || d.day < 1 || d.day > 31 {
		return false
	}
	d.month, err = strconv.Atoi(parts[1])
	return err == nil && 1 <= d.month && d.month <= 12
}

// tied says whether between the tokens from and to stands nothing but what ties dates together.
func tied(tokens []word.Token, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if !tying[tokens[i].Text] && monthOf(tokens[i]) == 0 && !isYear(tokens[i]) && dayWords[tokens[i].Text] == 0 {
			return false
		}
	}
	return true
}

// lasts says whether what stands between two dates says that the days between them count, too.
func lasts(text string, tokens []word.Token, from, to int) bool {
	for i := from + 1; i < to; i++ {
		switch tokens[i].Text {
		case "bis", "to", "until", "till", "through":
			return true
		}
	}
	return strings.ContainsAny(text[tokens[from].End:tokens[to].Start], "-–—")
}

var tying = set("und and sowie oder or bis to until till through einschliesslich inklusive am vom zum on from the of den dem")

// monthDays are the days of the months, of February without the leap day.
var monthDays = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func (d date) next() date {
	switch {
	case d.day < monthDays[d.month]:
		return date{month: d.month, day: d.day + 1}
	case d.month < 12:
		return date{month: d.month + 1, day: 1}
	}
	return date{month: 1, day: 1}
}

// daysTo is how many days later the next day of the date of another is.
func (d date) daysTo(later date) int {
	days := later.day - d.day
	for m := d.month; m != later.month; m = m%12 + 1 {
		days += monthDays[m]
	}
	if days < 0 {
		days += 365
	}
	return days
}
