package verify

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/wordlist"
)

// measure is what a number counts, with the factor that makes it one of its kind's base: minutes of
// hours, grams of kilograms. The zero measure is none.
type measure struct {
	kind   string
	factor float64
}

var measures = func() map[string]measure {
	m := map[string]measure{}
	for _, u := range []struct {
		kind   string
		factor float64
		words  string
	}{
		{"eur", 1, "€ eur euro euros"}, {"eur", 0.01, "cent cents ct"}, {"usd", 1, "$ us$ usd dollar dollars dollarn"}, {"gbp", 1, "£ gbp pound pounds quid"}, {"gbp", 0.01, "pence"},
		{"chf", 1, "chf franken francs sfr fr"}, {"chf", 0.01, "rappen"},
		{"percent", 1, "% prozent percent pct"},
		{"time", 1. / 60, "sekunde sekunden second seconds sec secs sek"}, {"time", 1, "minute minuten minutes min mins"}, {"time", 60, "stunde stunden std hour hours hr hrs h"},
		{"time", 1440, "tag tage tagen tages werktag werktage werktagen werktages arbeitstag arbeitstage arbeitstagen kalendertage kalendertagen day days working business"},
		{"time", 10080, "woche wochen week weeks"},
		{"months", 1, "monat monate monaten monats month months"}, {"months", 3, "quartal quartale quartalen quarters"}, {"months", 12, "jahr jahre jahren jahres year years"},
		{"nights", 1, "nacht nächte nächten night nights"},
		{"mass", 1, "g gr gramm gram grams gramme grammes"}, {"mass", 0.001, "mg milligramm milligram milligrams"}, {"mass", 1000, "kg kilo kilos kilogramm kilogram kilograms"}, {"mass", 453.6, "lb lbs"}, {"mass", 1e6, "tonne tonnen tonnes ton tons"},
		{"length", 1, "mm millimeter millimetre millimetres"}, {"length", 10, "cm zentimeter centimetre centimetres centimeter centimeters"}, {"length", 1000, "m meter metern metre metres meters"},
		{"length", 1e6, "km kilometer kilometern kilometre kilometres kilometers"}, {"length", 1609344, "mile miles meile meilen"},
		{"area", 1, "m² qm quadratmeter quadratmetern sqm"}, {"area", 10000, "hektar ha hectare hectares"}, {"area", 1e6, "km² km2 quadratkilometer quadratkilometern"}, {"area", 2589988, "quadratmeile quadratmeilen"},
		{"volume", 1, "ml milliliter millilitre millilitres"}, {"volume", 10, "cl zentiliter"}, {"volume", 1000, "l liter litern litre litres liters"},
		{"data", 1, "kb"}, {"data", 1024, "mb"}, {"data", 1024 * 1024, "gb"}, {"data", 1024 * 1024 * 1024, "tb"},
		{"power", 1, "w watt"}, {"power", 1000, "kw kilowatt"}, {"energy", 1, "kwh kilowattstunde kilowattstunden"}, {"heat", 1, "° °c grad degrees"},
	} {
		for _, w := range strings.Fields(u.words) {
			m[w] = measure{u.kind, u.factor}
		}
	}
	for _, w := range strings.Fields("mm cm m meter metre meters metres kilometer kilometre kilometers kilometres mile miles") { // "square metres"
		length := m[w]
		m["square "+w] = measure{"area", length.factor * length.factor / 1e6}
	}
	m["per cent"], m["sq mi"] = m["percent"], m["square mile"]
	return m
}()

// multiples are written behind a number that is as many times larger.
var multiples = map[string]float64{
	"tausend": 1e3, "thousand": 1e3, "mio": 1e6, "million": 1e6, "millionen": 1e6, "millions": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9, "billion": 1e9, "bn": 1e9,
}

// unitAhead reads the measure that text begins with, over a space, a hyphen or what stands for no cents
// ("16,– €"), and by how many times the number is larger: "5 Millionen Euro".
func unitAhead(text string) (u measure, times float64) {
	w, rest := ahead(text)
	lower := strings.ToLower(w)
	if times = multiples[lower]; times > 0 {
		u, _ = unitAhead(strings.TrimPrefix(rest, "."))
		return u, times
	}
	if lower == "square" || lower == "sq" || lower == "per" {
		next, _ := ahead(rest)
		lower += " " + strings.ToLower(next)
	}
	u = measures[lower]
	switch {
	case lower == "working" || lower == "business": // days
		next, _ := ahead(rest)
		return measures[strings.ToLower(next)], 1
	case len(w) == 1 && w != lower && w != "W": // "5 M", a size
		return measure{}, 1
	case u.kind != "":
		return u, 1
	case len(w) > 1 && !bareBefore[lower] && !stopWord(lower):
		return things, 1
	}
	return measure{}, 1
}

// bareBefore are words behind a number that it does not count.
var bareBefore = map[string]bool{"uhr": true, "noon": true, "midday": true, "pro": true, "je": true, "per": true, "st": true, "nd": true, "rd": true, "th": true, "er": true, "per cent": true}

// ahead is the word or sign that text begins with.
func ahead(text string) (w, rest string) {
	for _, none := range []string{",-", ",–", ",—", ".-", ".–"} {
		text = strings.TrimPrefix(text, none)
	}
	text = strings.TrimLeft(text, " \u00a0\u202f")
	text = strings.TrimPrefix(text, "-")
	end := 0
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		symbol := strings.ContainsRune("€$£%°", r)
		if !unicode.IsLetter(r) && !symbol && r != '²' && !(r == '2' && end > 0) || end > 0 && strings.ContainsRune("€$£%", r) {
			break
		}
		end += n
		if symbol && r != '°' {
			break
		}
	}
	return text[:end], text[end:]
}

// things is what a number counts that is no measure: "14 Personen".
var things = measure{"things", 1}

// signBefore is a sign of a currency before its amount, which measures nothing that stands before it: "Tables for 2 cost £6".
var signBefore = regexp.MustCompile(`^[€$£]\s?\d`)

// afterAdjective reads the measure behind an adjective: "14 volle Tage".
func afterAdjective(text string) measure {
	first, rest, ok := strings.Cut(strings.TrimLeft(text, " "), " ")
	if !ok || first == "" || strings.ToLower(first) != first || strings.ContainsFunc(first, func(r rune) bool { return !unicode.IsLetter(r) }) || stopWord(first) {
		return measure{}
	}
	if u, _ := unitAhead(rest); u != things && !signBefore.MatchString(rest) {
		return u
	}
	return measure{}
}

// afterNumeral reads the measure that a number shares with the next one, which is written out: "6 oder zwölf Monate".
func afterNumeral(text string) measure {
	join, rest := ahead(text)
	if !joinsNumbers[join] {
		return measure{}
	}
	n, rest := ahead(rest)
	if _, ok := numeral.Parse(strings.ToLower(n)); !ok {
		return measure{}
	}
	if u, _ := unitAhead(rest); u != things {
		return u
	}
	return measure{}
}

// joinsNumbers are the words of between.
var joinsNumbers = wordlist.Set("bis to und and oder or")

// unitBehind reads the currency that text ends with: "€ 16", "EUR 16".
func unitBehind(text string) measure {
	text = strings.TrimRight(text, " \u00a0\u202f")
	for _, sign := range []string{"€", "$", "£", "EUR", "CHF", "USD", "GBP", "Fr.", "Euro"} {
		if strings.HasSuffix(text, sign) {
			return measures[strings.ToLower(strings.TrimSuffix(sign, "."))]
		}
	}
	return measure{}
}

// larger is a number in digits, as many times larger.
func larger(number string, times float64) string {
	if n, err := strconv.ParseFloat(number, 64); err == nil && times > 1 {
		return strconv.FormatFloat(n*times, 'f', -1, 64)
	}
	return number
}

// of is a number of the measure.
func (u measure) of(number string) fact {
	f := fact{kind: numberFact, value: number}
	if u.kind == "" {
		return f
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return f
	}
	f.unit, f.amount = u.kind, strconv.FormatFloat(n*u.factor, 'g', 6, 64)
	return f
}
