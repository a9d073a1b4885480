package stated

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Visitors ask for a feast by its name, "Haben Sie an Heiligabend offen?", and pages name the date: "Am 24. und 31.
// Dezember haben wir bis 12 Uhr geöffnet". A date that is a feast is read as if its name stood there, too.

// feasts are the names of days, by language, as words without endings that matter.
var feasts = map[date.Date]map[string]string{
	{Day: 1, Month: 1}:   {"de": "neujahr neujahrstag", "en": "new year"},
	{Day: 6, Month: 1}:   {"de": "dreikonig", "en": "epiphany"},
	{Day: 1, Month: 5}:   {"de": "maifeiertag"},
	{Day: 3, Month: 10}:  {"de": "einheit"},
	{Day: 31, Month: 10}: {"de": "reformationstag halloween", "en": "halloween"},
	{Day: 1, Month: 11}:  {"de": "allerheiligen"},
	{Day: 24, Month: 12}: {"de": "heiligabend heilig weihnachten", "en": "christmas eve"},
	{Day: 25, Month: 12}: {"de": "weihnachten weihnachtstag", "en": "christmas"},
	{Day: 26, Month: 12}: {"de": "weihnachten weihnachtstag", "en": "christmas boxing"},
	{Day: 31, Month: 12}: {"de": "silvester", "en": "new year eve"},
}

// feastDays are words for such days in questions.
var feastDays = wordlist.Set("neujahr neujahrstag dreikonig maifeiertag halloween reformationstag allerheiligen heiligabend weihnachten weihnachtstag silvester feiertag feiertage feiertagen christmas xmas easter ostern pfingsten")

// IsFeast says whether a folded word of a question is for a feast or a holiday: "silvester", "feiertagen".
func IsFeast(w string) bool { return feastDays[w] }

// SpeaksOfFeasts reports whether a text is about feasts and holidays.
func SpeaksOfFeasts(tokens []word.Token) bool {
	return slices.ContainsFunc(tokens, func(t word.Token) bool { return feastDays[t.Text] || holidays[t.Text] })
}

// holidays are words of pages for such days, and for the time when a firm is closed.
var holidays = wordlist.Set("feiertags feiertages betriebsferien betriebsurlaub holiday holidays")

// longestFeasts is of how many days between two dates the feasts count: who is open "from 1 October to 31 March" does
// not speak of Christmas.
const longestFeasts = 31

// FeastsIn are the words for the feasts that a text in German or English names by their dates, by the place of the token
// that ends the date; nil where there are none.
func FeastsIn(text string, tokens []word.Token, lang string) map[int][]word.Token {
	if lang != "de" && lang != "en" || len(tokens) == 0 {
		return nil
	}
	var out map[int][]word.Token
	all := date.In(text)
	for i, d := range all {
		day, days := d.Date, 1
		if d.Until && i > 0 {
			day = all[i-1].Next()
			if days = day.DaysTo(d.Date) + 1; days > longestFeasts {
				continue
			}
		}
		for ; days > 0; days-- {
			for name := range strings.FieldsSeq(feasts[day][lang]) {
				if out == nil {
					out = map[int][]word.Token{}
				}
				last := endsIn(tokens, d.End)
				out[last] = append(out[last], word.Token{Text: name, Start: tokens[last].Start, End: tokens[last].End})
			}
			day = day.Next()
		}
	}
	return out
}

// endsIn is the place of the last token that begins before a place of the text.
func endsIn(tokens []word.Token, end int) int {
	i, _ := slices.BinarySearchFunc(tokens, end, func(t word.Token, end int) int { return cmp.Compare(t.Start, end) })
	return max(0, i-1)
}

// Feasts is a set of feasts.
type Feasts uint16

// The feasts of which it matters which one a text names.
const (
	christmasEve Feasts = 1 << iota
	christmas
	newYearsEve
	newYear
	easter
	whitsun
	otherFeast
)

var feastsByWord = func() map[string]Feasts {
	m := map[string]Feasts{}
	for feast, words := range map[Feasts]string{
		christmasEve: "heiligabend heilig",
		christmas:    "weihnacht weihnachten weihnachtstag weihnachtstage weihnachtstagen weihnachtsfeiertag weihnachtsfeiertage weihnachtsfeiertagen christmas xmas boxing",
		newYearsEve:  "silvester",
		newYear:      "neujahr neujahrstag",
		easter:       "ostern ostersonntag ostermontag karfreitag easter",
		whitsun:      "pfingsten pfingstsonntag pfingstmontag whitsun",
		otherFeast:   "dreikonig maifeiertag halloween reformationstag allerheiligen einheit epiphany",
	} {
		for w := range wordlist.Set(words) {
			m[w] = feast
		}
	}
	return m
}()

// FeastsNamed are the feasts that words name; those that stand for dates are FeastsIn.
func FeastsNamed(tokens []word.Token) (named Feasts) {
	for i, t := range tokens {
		named |= feastsByWord[t.Text]
		switch {
		case t.Text == "eve" && i > 0 && tokens[i-1].Text == "christmas":
			named = named&^christmas | christmasEve
		case (t.Text == "year" || t.Text == "years") && i > 0 && tokens[i-1].Text == "new":
			named |= newYear
		case t.Text == "eve" && named&newYear != 0:
			named = named&^newYear | newYearsEve
		}
	}
	return named
}

// FeastsAsked are the feasts that a question is about: who asks for Christmas asks for Christmas Eve, too.
func FeastsAsked(tokens []word.Token) Feasts {
	named := FeastsNamed(tokens)
	if named&christmas != 0 {
		named |= christmasEve
	}
	return named
}
