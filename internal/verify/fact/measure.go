package fact

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Measure is what a number counts, with the factor that makes it one of its kind's base: minutes of
// hours, grams of kilograms. The zero Measure is none.
type Measure struct {
	Kind   string
	factor float64
}

var measures = func() map[string]Measure {
	m := map[string]Measure{}
	for _, u := range []struct {
		Kind      string
		factor    float64
		ReadWords string
	}{
		{"eur", 1, "€ eur euro euros"}, {"eur", 0.01, "cent cents ct"}, {"usd", 1, "$ us$ usd dollar dollars dollarn"}, {"gbp", 1, "£ gbp pound pounds quid"}, {"gbp", 0.01, "pence p"},
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
		for _, w := range strings.Fields(u.ReadWords) {
			m[w] = Measure{u.Kind, u.factor}
		}
	}
	for _, w := range strings.Fields("mm cm m meter metre meters metres kilometer kilometre kilometers kilometres mile miles") { // "square metres"
		length := m[w]
		m["square "+w] = Measure{"area", length.factor * length.factor / 1e6}
	}
	m["per cent"], m["sq mi"] = m["percent"], m["square mile"]
	return m
}()

// MeasureOf is the measure that a word in small letters, or a sign, names; the zero one where it names none.
func MeasureOf(w string) Measure { return measures[w] }

// multiples are written behind a number that is as many times larger.
var multiples = map[string]float64{
	"tausend": 1e3, "thousand": 1e3, "mio": 1e6, "million": 1e6, "millionen": 1e6, "millions": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9, "billion": 1e9, "bn": 1e9,
}

// UnitAhead reads the measure that text begins with, over a space, a hyphen or what stands for no cents
// ("16,– €"), and by how many times the number is larger: "5 Millionen Euro".
func UnitAhead(text string) (u Measure, times float64) {
	w, rest := ahead(text)
	lower := strings.ToLower(w)
	if times = multiples[lower]; times > 0 {
		u, _ = UnitAhead(strings.TrimPrefix(rest, "."))
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
		return Measure{}, 1
	case u.Kind != "":
		return u, 1
	case len(w) > 1 && IsThing(lower):
		return Things, 1
	}
	return Measure{}, 1
}

// IsThing reports whether a number before a word in small letters may count what the word says: it is no measure, no
// function word and none of what stands behind other numbers.
func IsThing(w string) bool {
	return measures[w].Kind == "" && multiples[w] == 0 && !bareBefore[w] && !word.StopEither(w)
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

// Things is what a number counts that is no measure: "14 Personen".
var Things = Measure{"things", 1}

// signBefore is a sign of a currency before its amount, which measures nothing that stands before it: "Tables for 2 cost £6".
var signBefore = regexp.MustCompile(`^[€$£]\s?\d`)

// afterAdjective reads the measure behind an adjective: "14 volle Tage".
func afterAdjective(text string) Measure {
	first, rest, ok := strings.Cut(strings.TrimLeft(text, " "), " ")
	if !ok || first == "" || strings.ToLower(first) != first || strings.ContainsFunc(first, func(r rune) bool { return !unicode.IsLetter(r) }) || word.StopEither(first) {
		return Measure{}
	}
	if u, _ := UnitAhead(rest); u != Things && !signBefore.MatchString(rest) {
		return u
	}
	return Measure{}
}

// afterNumeral reads the measure that a number shares with the next one, which is written out: "6 oder zwölf Monate".
func afterNumeral(text string) Measure {
	join, rest := ahead(text)
	if !joinsNumbers[join] {
		return Measure{}
	}
	n, rest := ahead(rest)
	if _, ok := numeral.Parse(strings.ToLower(n)); !ok {
		return Measure{}
	}
	if u, _ := UnitAhead(rest); u != Things {
		return u
	}
	return Measure{}
}

// joinsNumbers are the words of between.
var joinsNumbers = wordlist.Set("bis to und and oder or")

// UnitBehind reads the currency that text ends with: "€ 16", "EUR 16".
func UnitBehind(text string) Measure {
	text = strings.TrimRight(text, " \u00a0\u202f")
	for _, sign := range []string{"€", "$", "£", "EUR", "CHF", "USD", "GBP", "Fr.", "Euro"} {
		if strings.HasSuffix(text, sign) {
			return measures[strings.ToLower(strings.TrimSuffix(sign, "."))]
		}
	}
	return Measure{}
}

// larger is a number in digits, as many times larger.
func larger(number string, times float64) string {
	if n, err := strconv.ParseFloat(number, 64); err == nil && times > 1 {
		return strconv.FormatFloat(n*times, 'f', -1, 64)
	}
	return number
}

// Of is a number, in digits with a decimal point, of the measure.
func (u Measure) Of(number string) Fact {
	f := Fact{Kind: Number, Value: number}
	if u.Kind == "" {
		return f
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return f
	}
	f.Unit, f.Amount = u.Kind, strconv.FormatFloat(n*u.factor, 'g', 6, 64)
	return f
}
