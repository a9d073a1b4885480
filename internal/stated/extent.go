package stated

import (
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// kind is what a quantity is counted in.
type kind uint8

const (
	kindThing  kind = iota // whatever the noun behind it says
	kindAge                // years, of a life or not
	kindTime               // days
	kindLength             // metres
	kindArea               // square metres
	kindWeight             // kilograms
	kindVolume             // litres
	kindPeople
	kindPower
	kindShare
	kindMoney
	kindWarmth // degrees
	kindPixels // millions
	kindBytes  // of 10^9
)

// unit is a kind with how much of its first unit one is.
type unit struct {
	kind kind
	size float64
}

// unitsOf are the units by their folded names.
var unitsOf = func() map[string]unit {
	m := map[string]unit{}
	for names, u := range map[string]unit{
		"jahr jahre jahren jahriger jahrige jahrigen jahriges jahrigem year years yr yrs yo":                                       {kindAge, 1},
		"sekunde sekunden second seconds sec":                                                                                      {kindTime, 1.0 / 86400},
		"minute minuten minutes min mins":                                                                                          {kindTime, 1.0 / 1440},
		"stunde stunden std hour hours hr hrs unterrichtsstunden lektionen":                                                        {kindTime, 1.0 / 24},
		"tag tage tagen day days nacht nachte nachten night nights werktag werktage werktagen arbeitstag arbeitstage arbeitstagen": {kindTime, 1},
		"woche wochen week weeks":                                                                                                  {kindTime, 7},
		"monat monate monaten month months":                                                                                        {kindTime, 30},
		"mm millimeter":                                                                                                            {kindLength, 0.001},
		"cm zentimeter centimetres centimeters":                                                                                    {kindLength, 0.01},
		"zoll inch inches":                                                                                                         {kindLength, 0.0254},
		"foot feet ft":                                                                                                             {kindLength, 0.3048},
		"m meter metern metre metres meters":                                                                                       {kindLength, 1},
		"km kilometer kilometern kilometre kilometres kilometers":                                                                  {kindLength, 1000},
		"mile miles meile meilen":                                                                                                  {kindLength, 1609},
		"qm quadratmeter quadratmetern sqm":                                                                                        {kindArea, 1},
		"ha hektar hectare hectares":                                                                                               {kindArea, 10000},
		"mg milligramm milligram milligrams":                                                                                       {kindWeight, 0.000001},
		"g gramm gram grams":                                                                                                       {kindWeight, 0.001},
		"kg kilo kilos kilogramm":                                                                                                  {kindWeight, 1},
		"zentner":                                                                                                                  {kindWeight, 50},
		"lb lbs":                                                                                                                   {kindWeight, 0.45},
		"t tonne tonnen tonnes tons ton":                                                                                           {kindWeight, 1000},
		"ml":                                                                                                                       {kindVolume, 0.001},
		"l liter litern litre litres liters":                                                                                       {kindVolume, 1},
		"person personen leute leuten gast gaste gasten teilnehmer teilnehmern mann people persons guests participants": {kindPeople, 1},
		"kw kwp kwh watt volt ampere ps mw mwh megawatt gw gwh gigawatt kilowatt kilowattstunden":                       {kindPower, 1},
		"grad celsius fahrenheit degrees": {kindWarmth, 1},
		"megapixel megapixeln megapixels": {kindPixels, 1},
		"gb gigabyte gigabytes":           {kindBytes, 1},
		"tb terabyte terabytes":           {kindBytes, 1000},
		"mb megabyte megabytes":           {kindBytes, 0.001},
		"kb kilobyte kilobytes":           {kindBytes, 0.000001},
		"prozent percent":                 {kindShare, 1},
	} {
		for name := range wordlist.Set(names) {
			m[name] = u
		}
	}
	return m
}()

// numberWords are numbers in words.
var numberWords = func() map[string]float64 {
	m := map[string]float64{}
	for i, names := range []string{"zwei two", "drei three", "vier four", "funf five", "sechs six", "sieben seven", "acht eight", "neun nine", "zehn ten", "elf eleven", "zwolf twelve"} {
		for name := range wordlist.Set(names) {
			m[name] = float64(i + 2)
		}
	}
	return m
}()

// IsFigure says whether a folded word is part of what figures say: a number in words, a unit, a weekday or a month.
func IsFigure(w string) bool {
	return unitsOf[w].size != 0 || months[w] || weekdays[w] || numberWords[w] != 0
}

// Quantity is a number of something: "15 Leute", "ein 8-Jähriger", "30kg".
type Quantity struct {
	kind  kind
	noun  string // the stem of what is counted, of a kindThing
	value float64
}

// Extent is from which quantity on and up to which something holds: "Kinder von 4 bis 14 Jahren", "ab 10
// Personen", "über 25 kg".
type Extent struct {
	Quantity
	to       float64
	fromOver bool // the first is not in it
	toUnder  bool // the last is not in it
}

// endless is the end of "ab 10 Personen".
const endless = 1e12

// Words that stand before the first or the last of an extent. Those of over and under leave it out.
var (
	fromWords  = wordlist.Set("ab mindestens from least")
	overWords  = wordlist.Set("uber mehr alter over above more older")
	toWords    = wordlist.Set("bis hochstens maximal max most to")
	underWords = wordlist.Set("unter weniger junger under below less younger")
	// ageSaid follow a number of years that is an age; aged are the people of whom "ist 11" says one.
	ageSaid = wordlist.Set("alt altes alte alter altem alten old")
	aged    = wordlist.Set("sohn tochter kind enkel enkelin bub junge madchen er sie son daughter kid child boy girl grandson granddaughter he she")
)

// number is the value of the word at i, in digits or in words.
func number(t word.Token) (float64, bool) {
	if v, ok := numberWords[t.Text]; ok {
		return v, true
	}
	if t.Kind != word.Number {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(t.Text, glued(t)), 64)
	return v, err == nil
}

// unitAt is the unit of the number at i, which stands behind it or is written together with it; ok is false
// where there is none.
func unitAt(text string, tokens []word.Token, i int) (u unit, at int, ok bool) {
	at, name := i, glued(tokens[i])
	if name == "" {
		if i+1 == len(tokens) || strings.ContainsAny(word.Gap(text, tokens[i], tokens[i+1]), ".:;,(\n|·") {
			return u, i, strings.HasPrefix(strings.TrimLeft(text[tokens[i].End:], " \u00a0"), "%")
		}
		at, name = i+1, tokens[i+1].Text
	}
	u, ok = unitsOf[name]
	if ok && u.kind == kindLength && strings.HasPrefix(text[tokens[at].End:], "²") {
		u.kind = kindArea
	}
	return u, at, ok
}

// counted is the quantity whose number is at i, up to the token end; ok is false for prices, dates and times
// and what has nothing behind it.
func counted(text string, tokens []word.Token, i int, lang string) (q Quantity, end int, ok bool) {
	v, ok := number(tokens[i])
	if !ok || tokens[i].Kind == word.Number && numberFacts(text, tokens, i, word.Before(text, tokens, i))&(Price|Time|Date|Phone|Place) != 0 {
		return q, i, false
	}
	u, end, ok := unitAt(text, tokens, i)
	if ok {
		q = Quantity{kind: u.kind, value: v * u.size}
		if u.kind == kindTime && end+1 < len(tokens) && ageSaid[tokens[end+1].Text] {
			q = Quantity{kind: kindAge, value: q.value / 365}
		}
		return q, end, true
	}
	if i+1 == len(tokens) || tokens[i+1].Kind != word.Letters || word.Stop(lang, tokens[i+1].Text) || word.Gap(text, tokens[i], tokens[i+1]) != " " || len(tokens[i+1].Text) < 4 {
		return q, i, false
	}
	return Quantity{noun: word.Stem(lang, tokens[i+1]), value: v}, i + 1, true
}

// moneyAt is the amount whose number is at i.
func moneyAt(text string, tokens []word.Token, i int) (Quantity, bool) {
	v, ok := number(tokens[i])
	return Quantity{kind: kindMoney, value: v}, ok && numberFacts(text, tokens, i, word.Before(text, tokens, i))&Price != 0
}

// QuantitiesAsked are the quantities that a question names, with the age of "mein Sohn ist 11".
func QuantitiesAsked(text string, tokens []word.Token, lang string) (out []Quantity) {
	somebody := false
	for i, t := range tokens {
		somebody = somebody || aged[t.Text]
		if q, _, ok := counted(text, tokens, i, lang); ok {
			out = append(out, q)
			continue
		}
		if q, ok := moneyAt(text, tokens, i); ok {
			out = append(out, q)
			continue
		}
		v, ok := number(t)
		if ok && v < 18 && i > 0 && somebody && (tokens[i-1].Text == "ist" || tokens[i-1].Text == "is") { // "mein Sohn ist 11"
			out = append(out, Quantity{kind: kindAge, value: v})
		}
	}
	return out
}

// ExtentsIn are the extents that a text states. Of "Kinder unter 14" it is one of years.
func ExtentsIn(text string, tokens []word.Token, lang string) (out []Extent) {
	for i, t := range tokens {
		v, ok := number(t)
		if !ok {
			continue
		}
		q, end, ok := counted(text, tokens, i, lang)
		if !ok { // "Kinder unter 14 zahlen die Hälfte"
			limit := limitBefore(tokens, i)
			limited := fromWords[limit] || underWords[limit] || overWords[limit] || limit == "bis"
			if !limited || v > 99 || t.Kind == word.Number && numberFacts(text, tokens, i, word.Before(text, tokens, i)) != 0 || end+1 < len(tokens) && (tokens[end+1].Text == "uhr" || months[tokens[end+1].Text]) {
				continue
			}
			q = Quantity{kind: kindAge, value: v}
		}
		if e, ok := bounded(text, tokens, i, end, q); ok {
			out = append(out, e)
		}
	}
	return out
}

// bounded is the extent that ends or begins with the quantity whose number is at i and which goes up to the token end; ok is false for one that stands alone.
func bounded(text string, tokens []word.Token, i, end int, q Quantity) (e Extent, ok bool) {
	e = Extent{Quantity: q, to: q.value}
	one := 1.0
	if v, _ := number(tokens[i]); v != 0 {
		one = q.value / v
	}
	limit := limitBefore(tokens, i)
	first, between := firstOf(text, tokens, i)
	switch {
	case between:
		e.value, e.to = min(first*one, q.value), max(first*one, q.value) // "59 bis 30 Tage vorher"
	case fromWords[limit]:
		e.to = endless
	case overWords[limit]:
		e.to, e.fromOver = endless, true
	case toWords[limit]:
		e.value = 0
	case underWords[limit]:
		e.value, e.toUnder = 0, true
	case strings.HasPrefix(text[tokens[i].End:], "+"), end+2 < len(tokens) && (tokens[end+1].Text == "oder" || tokens[end+1].Text == "or" || tokens[end+1].Text == "and" || tokens[end+1].Text == "und") && overWords[tokens[end+2].Text]:
		e.to = endless
	default:
		return e, false
	}
	return e, true
}

// limitBefore is the word before the number at i that may bound it; of "more than" the first.
func limitBefore(tokens []word.Token, i int) string {
	switch {
	case i == 0:
		return ""
	case i > 1 && (tokens[i-1].Text == "als" || tokens[i-1].Text == "than"):
		return tokens[i-2].Text
	}
	return tokens[i-1].Text
}

// firstOf is the number before the one at i where they are the ends of an extent: "4 bis 14", "3–6".
func firstOf(text string, tokens []word.Token, i int) (float64, bool) {
	j := i - 1
	switch {
	case j < 0:
		return 0, false
	case tokens[j].Kind == word.Number && strings.Trim(word.Gap(text, tokens[j], tokens[i]), " -–—") == "" && tokens[j].End < tokens[i].Start:
	case j > 0 && (tokens[j].Text == "bis" || tokens[j].Text == "to"):
		j--
		if _, ok := unitsOf[tokens[j].Text]; ok && j > 0 { // "10 kg to 25 kg"
			j--
		}
	default:
		return 0, false
	}
	return number(tokens[j])
}

// holds says whether a quantity of the kind lies within.
func (e *Extent) holds(q Quantity) bool {
	return (q.value > e.value || q.value == e.value && !e.fromOver) && (q.value < e.to || q.value == e.to && !e.toUnder)
}

// Fit is 1 where a text is about such quantities as are asked about, 0 where it does not say. A row or item that
// is about others is not the one, -1; a sentence that draws another line ("nur bis 25 km") still answers.
func Fit(asked []Quantity, stated []Extent, item bool) float32 {
	others := false
	for _, q := range asked {
		for i := range stated {
			e := &stated[i]
			switch {
			case e.kind != q.kind || e.noun != q.noun:
			case e.holds(q):
				return 1
			default:
				others = true
			}
		}
	}
	switch {
	case !others:
		return 0
	case item:
		return -1
	}
	return drawsLine
}

// drawsLine is how well a sentence fits that says of other quantities than those asked about.
const drawsLine = 0.5
