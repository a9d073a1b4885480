package stated

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Amount is what a question wants a figure of. Text that has none is no answer to it, however much it
// treats the matter.
type Amount uint8

// The figures that questions want. Beyond these there is one for each kind of measure.
const (
	AmountNone    Amount = iota
	AmountPrice          // "Was kostet der Kurs?"
	AmountCount          // "Wie viele Plätze gibt es?"
	AmountMeasure        // "Wie viel Zeit brauche ich?"
	AmountFigure         // "Wie hoch ist der Beitrag?"
	AmountSize           // "Wie groß ist der Saal?"
	AmountAge            // "Wie alt muss ich sein?"
	AmountTime           // "Wie lange haben Sie offen?"
	AmountWhen           // "Wann beginnt der Kurs?"
	AmountClock          // "Um wie viel Uhr beginnt der Kurs?"
	AmountPhone          // "Wie ist Ihre Telefonnummer?"
	AmountOld            // "Wie alt ist die Brücke?"
	AmountMuch           // "Wie viel?"
	AmountMail           // "Wie ist Ihre E-Mail-Adresse?"
	AmountNext           // "Wann ist der nächste Kurs?"

	// amountIn and a kind is for a measure of that kind: "Wie tief ist das Becken?", "Wie lange dauert der
	// Kurs?", "Wie viel kWp hat die Anlage?"
	amountIn
)

// costing are words by which a price is asked for.
var costing = wordlist.Set("kostet kosten koste kostete verlangt berechnet zahle zahlen bezahle bezahlen verdient verdiene verdienst teuer cost costs charge pay earn expensive")

// costVerbs follow "how much" where a price is asked for and no amount of something.
var costVerbs = wordlist.Set("is are does do for was would will per the")

// AsksPrice says whether a folded word asks for a price: "kostet", "charge".
func AsksPrice(w string) bool { return costing[w] }

// IsCostVerb says whether a word behind "how much" asks for a price, and not for an amount of something.
func IsCostVerb(w string) bool { return costVerbs[w] }

// AmountAsked finds the figure that a question in German or English wants, AmountNone for none.
func AmountAsked(tokens []word.Token) Amount {
	a := amountOfWords(tokens)
	if k, ok := unitAsked(tokens); ok && (a == AmountNone || a == AmountSize) {
		return amountIn + Amount(k)
	}
	return a
}

// amountOfWords finds the figure that the words of asking want.
func amountOfWords(tokens []word.Token) Amount {
	for i, t := range tokens {
		if phoneNumbers[t.Text] || i > 0 && t.Text == "number" && phones[tokens[i-1].Text] {
			return AmountPhone
		}
		if mailAddresses[t.Text] || i > 0 && (t.Text == "adresse" || t.Text == "address") && mails[tokens[i-1].Text] {
			return AmountMail
		}
	}
	for i, t := range tokens {
		rest := tokens[i+1:]
		switch t.Text {
		case "welchem", "welches", "welche", "which", "what":
			if len(rest) > 0 && (rest[0].Text == "alter" || rest[0].Text == "age" || rest[0].Text == "ages") {
				return AmountAge
			}
		}
		switch t.Text {
		case "was", "what":
			switch {
			case weighed(rest):
				return amountIn + Amount(kindWeight)
			case priceAsked(rest), sumAsked(rest):
				return AmountPrice
			case len(rest) > 1 && rest[0].Text == "time" && !ofWhat[rest[1].Text]:
				return AmountClock
			}
			return AmountNone
		case "wann", "when":
			if i == 0 || i == 1 && beforeWhen[tokens[0].Text] {
				if slices.ContainsFunc(rest[:min(len(rest), 4)], func(t word.Token) bool { return nextOne[t.Text] }) {
					return AmountNext
				}
				return AmountWhen
			}
			return AmountNone
		case "wieviel", "wieviele":
			if weighed(rest) {
				return amountIn + Amount(kindWeight)
			}
			if t.Text == "wieviel" && bareMuch(rest) {
				return AmountMuch
			}
			if len(rest) > 0 && rest[0].Text == "uhr" {
				return AmountClock
			}
			return countOrPrice(tokens[i:])
		case "wie", "how":
			return amountOfHow(rest)
		}
	}
	return keywordAmount(tokens)
}

// amountOfHow finds the figure that is wanted with what follows "how".
func amountOfHow(rest []word.Token) Amount {
	if len(rest) == 0 {
		return AmountNone
	}
	switch next := rest[0].Text; {
	case (next == "viel" || next == "much") && weighed(rest[1:]):
		return amountIn + Amount(kindWeight)
	case (next == "viel" || next == "much") && bareMuch(rest[1:]):
		return AmountMuch
	case next == "teuer" || next == "expensive":
		return AmountPrice
	case next == "viel" && len(rest) > 1 && rest[1].Text == "uhr":
		return AmountClock
	case next == "viel" || next == "viele" || next == "vielen" || next == "many":
		return countOrPrice(rest)
	case next == "much" && len(rest) > 1 && costVerbs[rest[1].Text]:
		return AmountPrice
	case next == "lang" || next == "lange" || next == "long":
		if slices.ContainsFunc(rest, func(t word.Token) bool { return lasting[t.Text] }) {
			return amountIn + Amount(kindTime)
		}
		return AmountTime
	case next == "alt" || next == "old":
		if len(rest) > 2 && being[rest[1].Text] && !slices.ContainsFunc(rest, func(t word.Token) bool { return obliged[t.Text] }) {
			return AmountOld
		}
		return AmountAge
	case next == "hoch" || next == "high":
		return AmountFigure
	case lengthWords[next]:
		return amountIn + Amount(kindLength)
	case next == "schwer" || next == "heavy":
		return amountIn + Amount(kindWeight)
	case sizeWords[next]:
		return AmountSize
	}
	return AmountNone
}

// keywordAmount finds the figure that words without a question want: "Preis Schnupperkurs", "Klettern
// Mindestalter".
func keywordAmount(tokens []word.Token) Amount {
	if len(tokens) < 2 {
		return AmountNone
	}
	first, last := tokens[0].Text, tokens[len(tokens)-1].Text
	switch {
	case namesPrice(first) || namesPrice(last):
		return AmountPrice
	case ageNouns[first] || ageNouns[last] || (first == "min" || first == "minimum") && tokens[1].Text == "age":
		return AmountAge
	}
	return AmountNone
}

var (
	// sizeWords follow "how" where a size or a distance is asked for, lengthWords where it is a length.
	sizeWords   = wordlist.Set("gross weit far tall big")
	lengthWords = wordlist.Set("tief breit dick deep wide thick")
	// lasting are words with "how long" where a length of time is asked for.
	lasting = wordlist.Set("dauert dauern dauerte take takes last lasts")
	// ofWhat follow "what time" where no time of the day is asked for.
	ofWhat     = wordlist.Set("of frame frames limit limits slot slots zone")
	priceNouns = wordlist.Set("preis preise kosten gehalt lohn gebuhr gebuhren price prices cost costs fee fees salary wage wages fare fares")
	ageNouns   = wordlist.Set("mindestalter altersgrenze")
	// being stands behind "how old" where it is asked of what there is; obliged where it is of who may do something.
	being   = wordlist.Set("ist sind is are")
	obliged = wordlist.Set("muss mussen darf durfen sein must may allowed have")
)

// phoneNumbers are the German words for one, phones stand before "number" where it is one.
var (
	phoneNumbers = wordlist.Set("telefonnummer telefonnummern handynummer rufnummer durchwahl durchwahlnummer faxnummer mobilnummer notfallnummer notrufnummer kontaktnummer")
	phones       = wordlist.Set("phone telephone fax emergency mobile")
)

// extended says whether a text tells an extension: "Durchwahl: -52".
func extended(tokens []word.Token) bool {
	for i, t := range tokens {
		if strings.HasPrefix(t.Text, "durchwahl") && i+1 < len(tokens) && tokens[i+1].Kind == word.Number {
			return true
		}
	}
	return false
}

// mailAddresses are the words for one, mails stand before "address" where it is one.
var (
	mailAddresses = wordlist.Set("mailadresse emailadresse mailadressen emailadressen")
	mails         = wordlist.Set("mail email e-mail")
)

// nextOne are words with "when" where the date of one of several is asked for.
var nextOne = wordlist.Set("nachste nachster nachstes nachsten next")

// beforeWhen may stand before "when".
var beforeWhen = wordlist.Set("und ab bis seit von and since until from so ok hallo hi")

// priceAsked says whether a price is asked for with what follows "was": the verb at once, or at the end
// ("Was würde ein Umzug kosten?", "What does shipping to Norway cost?").
func priceAsked(rest []word.Token) bool {
	return len(rest) > 0 && (costing[rest[0].Text] || costing[rest[len(rest)-1].Text]) ||
		len(rest) > 2 && rest[0].Text == "do" && costing[rest[2].Text]
}

// namesPrice says whether a word is one for a price or a pay: "Preis", "Wochenpreis", "salary".
func namesPrice(w string) bool {
	return priceNouns[w] || strings.HasSuffix(w, "preis") && w != "aufpreis" || strings.HasSuffix(w, "preise") || strings.HasSuffix(w, "gebuhr") || strings.HasSuffix(w, "lohn") || strings.HasSuffix(w, "gehalt")
}

// sumAsked says whether what follows "what" asks for a sum by a noun: "is the exam fee for IELTS", but not "is included in
// the price".
func sumAsked(rest []word.Token) bool {
	if len(rest) < 3 || !(rest[0].Text == "is" || rest[0].Text == "s" || rest[0].Text == "are") || !(rest[1].Text == "the" || rest[1].Text == "your") {
		return false
	}
	for _, t := range rest[2:min(len(rest), 5)] {
		if priceNouns[t.Text] {
			return true
		}
		if word.Stop("en", t.Text) {
			return false
		}
	}
	return false
}

// unitAsked is the kind of measure whose unit ends a question that tells no number itself: "Papiertonne Größe Liter".
func unitAsked(tokens []word.Token) (kind, bool) {
	if len(tokens) < 2 || slices.ContainsFunc(tokens, func(t word.Token) bool { return t.Kind == word.Number || numberWords[t.Text] != 0 }) {
		return kindThing, false
	}
	if eachWords[tokens[len(tokens)-2].Text] {
		return kindThing, false
	}
	last := tokens[len(tokens)-1].Text
	return unitsOf[last].kind, onlyUnits[last]
}

// onlyUnits are units that are nothing else: "die gelbe Tonne", "Größe M" and "sore feet" are.
var onlyUnits = wordlist.Set("mm cm km meter metern metres meters kilometer kilometern miles qm sqm quadratmeter quadratmetern kg gramm ml liter litern litres liters")

// weighed says whether a weight is asked for with what follows "was" or "how much": "wiegt das Rad", "does the tent weigh".
func weighed(rest []word.Token) bool {
	return len(rest) > 0 && (weighing[rest[0].Text] || weighing[rest[len(rest)-1].Text])
}

var weighing = wordlist.Set("wiegt wiegen wog weigh weighs")

// bareMuch says whether nothing follows "how much" that says of what.
func bareMuch(rest []word.Token) bool {
	for _, t := range rest {
		if t.Text != "denn" && t.Text != "genau" && t.Text != "dann" && t.Text != "exactly" && t.Text != "then" {
			return false
		}
	}
	return true
}

// countOrPrice tells "wie viel kostet" and "wie viel Zeit" from "wie viele Plätze" by what follows the
// first word, which is "viel", "viele" or the like.
func countOrPrice(tokens []word.Token) Amount {
	for _, t := range tokens[1:min(len(tokens), 3)] {
		if costing[t.Text] {
			return AmountPrice
		}
	}
	if len(tokens) > 1 {
		if k, ok := measured(tokens[1].Text); ok {
			return amountIn + Amount(k)
		}
	}
	if much := tokens[0].Text; much == "viel" || much == "wieviel" || len(tokens) > 1 && units[tokens[1].Text] {
		return AmountMeasure
	}
	return AmountCount
}

// noCertain say that there is no such figure, or no certain one.
const noCertain = "kein keine keinen keiner keinem beliebig beliebige unbegrenzt unbegrenzte mehrere mehreren doppelt no unlimited several"

// Words that state an amount without a figure, and those that make one of an article: "ein Hund pro
// Zimmer".
var (
	pricingNoFigure = wordlist.Set(`kostenlos kostenlose kostenloser kostenloses kostenlosen kostenfrei kostenfreie kostenfreien gratis umsonst unentgeltlich unentgeltliche
		inklusive inbegriffen enthalten frei freie freier gebuhrenfrei nichts geschenkt ubernimmt ubernehmen anfrage halfte halb halben
		free complimentary included nothing request half`)
	countingNoFigure = wordlist.Set(`zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig hundert tausend dutzend beide beiden halbe halben halb einmal zweimal dreimal keines
		two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand dozen both twice once half none any single ` + noCertain)
	oneWords = wordlist.Set("ein eine einen einer einem eines one a an")
	// limitWords stand shortly before such a word, eachWords behind its noun.
	limitWords = wordlist.Set("maximal hochstens mindestens nur only most least jeweils")
	eachWords  = wordlist.Set("pro je per each")
	sinceWords = wordlist.Set("seit im in jahr ab bis von since from until of year")
)

// StatedIn says whether a text states such a figure, in numbers or in words. tokens are those of text.
func (a Amount) StatedIn(text string, tokens []word.Token) bool {
	if a >= amountIn {
		return kind(a-amountIn).measuredIn(text, tokens)
	}
	switch a {
	case AmountPhone:
		return FactsIn(text, tokens)&Phone != 0 || extended(tokens)
	case AmountMail:
		return FactsIn(text, tokens)&Email != 0
	case AmountNext:
		return FactsIn(text, tokens)&(Date|Weekday|Time) != 0 || MonthsIn(text, tokens) != 0 || slices.ContainsFunc(tokens, func(t word.Token) bool { return timeWords[t.Text] && !lastingWords[t.Text] })
	}
	price := a == AmountPrice && tellsPrice(text, tokens)
	limited, phone := false, false
	for i, t := range tokens {
		if t.Kind == word.Number {
			if phone = phone && strings.Trim(word.Before(text, tokens, i), " \u00a0()/-–.") == ""; phone {
				continue // it goes on
			}
			kind := numberFacts(text, tokens, i, word.Before(text, tokens, i))
			phone = kind&Phone != 0
			if price || a.inNumber(tokens, i, kind) {
				return true
			}
			continue
		}
		phone = false
		if a.inWord(tokens, i) {
			return true
		}
		limited = limited || oneWords[t.Text] && isLimited(tokens, i)
	}
	switch a {
	case AmountCount, AmountMeasure, AmountFigure, AmountMuch, AmountSize:
		return limited
	}
	return false
}

// tellsPrice says whether the numbers of a text are prices, also where only the head of a column says so.
func tellsPrice(text string, tokens []word.Token) bool {
	return strings.Contains(text, "€") || strings.Contains(text, "$") || strings.Contains(text, "£") ||
		strings.Contains(text, ": ") && priced.MatchString(text) || strings.Contains(text, "%") && slices.ContainsFunc(tokens, surcharge)
}

// priced is a cell of a table with a number under a head that says it is a price: "Preis: 24.9".
var priced = regexp.MustCompile(`(?i)(?:^|· )(?:[\pL-]*preis|price|kosten|cost|gebühr|fee|betrag|amount)(?: \([^)]*\))?: \d`)

// isLimited says whether an article is a number: "höchstens ein Hund", "ein Hund pro Zimmer", but not "at least 7
// days before a class".
func isLimited(tokens []word.Token, i int) bool {
	for _, t := range tokens[max(0, i-2):i] {
		if limitWords[t.Text] {
			return true
		}
	}
	for _, t := range tokens[i+1 : min(len(tokens), i+5)] {
		if eachWords[t.Text] {
			return true
		}
	}
	return false
}

// inNumber says whether the number at i, of the given facts, may be the figure asked for.
func (a Amount) inNumber(tokens []word.Token, i int, kind Facts) bool {
	switch a {
	case AmountPrice:
		return kind&Price != 0
	case AmountClock:
		return kind&Time != 0
	case AmountTime, AmountWhen:
		if kind&Phone == 0 && kindTime.is(unitName(tokens, i)) || a == AmountWhen && ordinalEnds[glued(tokens[i])] {
			return true // "48 Std.", "the 3rd of each month"
		}
		year := kind&(Measure|Time) == 0 && len(tokens[i].Text) == 4
		if a == AmountTime && kind&^Number == Measure && !lengthOrTime(tokens, i) {
			return false
		}
		return kind&(Measure|Time|Date|Price) != 0 && kind&Phone == 0 && !((year || kind == Price) && a == AmountTime) // "free from 30 € on" says when, not how long
	case AmountFigure, AmountMuch:
		return kind&(Phone|Place) == 0
	case AmountSize:
		return kind&(Phone|Place|Price|Time|Date|Percent) == 0 || counts(tokens, i, kind, false)
	case AmountAge:
		unit := kind&Measure != 0 && !ageUnits[unitName(tokens, i)]
		return kind&(Phone|Place|Price|Time|Date|Percent) == 0 && !unit && !(i > 0 && street(tokens[i-1].Text))
	case AmountOld:
		return tokens[i].IsYear() || i+1 < len(tokens) && (ageUnits[tokens[i+1].Text] || tokens[i+1].Text == "generation")
	}
	return a == AmountMeasure && kind&(Price|Percent) != 0 || counts(tokens, i, kind, a == AmountMeasure) // "Wie viel Anzahlung?"
}

// ordinalEnds are what English writes behind the number of a day.
var ordinalEnds = wordlist.Set("st nd rd th")

// untilThen stand before a length of time that tells when something happens: "binnen acht Wochen".
var untilThen = wordlist.Set("in nach binnen innerhalb ab vor alle unter uber after within every before under over")

// surcharge says whether a word is for one, of which a price is told in percent: "mit 40 % Eilaufschlag".
func surcharge(t word.Token) bool {
	return strings.HasSuffix(t.Text, "zuschlag") || strings.HasSuffix(t.Text, "zuschlage") || strings.HasSuffix(t.Text, "aufschlag") || t.Text == "aufpreis" || t.Text == "surcharge"
}

// money are the words for it behind a number.
var money = wordlist.Set("euro euros cent cents pfund franken pound pounds pence dollar dollars")

// inWord says whether the word at i states the figure asked for.
func (a Amount) inWord(tokens []word.Token, i int) bool {
	t, next := tokens[i], ""
	if i+1 < len(tokens) {
		next = tokens[i+1].Text
	}
	number := countingNoFigure[t.Text]
	switch a {
	case AmountPrice:
		return pricingNoFigure[t.Text] || number && money[next] || t.Text == "includes" && slices.ContainsFunc(tokens[:i], func(p word.Token) bool { return paidFor[p.Text] })
	case AmountMuch:
		return number || pricingNoFigure[t.Text] || oneWords[t.Text] && units[next]
	case AmountClock:
		return clockWords[t.Text]
	case AmountAge, AmountOld:
		return number && ageUnits[next] || ageless[t.Text] || lifeUnits[t.Text]
	case AmountCount:
		u, unit := unitsOf[next]
		return number && !often[t.Text] && !(unit && u.kind != kindPeople && numberWords[t.Text] != 0)
	}
	timely := timeWords[t.Text] || months[t.Text] && t.Capital || weekdays[t.Text] && len(t.Text) > 3
	switch a {
	case AmountWhen:
		return timely || number && kindTime.is(next) && i > 0 && (untilThen[tokens[i-1].Text] || rangeWords[tokens[i-1].Text])
	case AmountTime:
		return timely || number && (unitsOf[next].size > 0 || countless[t.Text]) || oneWords[t.Text] && units[next]
	}
	return number || oneWords[t.Text] && units[next]
}

// paidFor is what costs something and may include more: "the rate includes breakfast", unlike "the box includes a cable".
var paidFor = wordlist.Set("price prices cost fee fees rate rates ticket tickets admission rent tuition subscription membership")

var countless = wordlist.Set(noCertain)

// often says how many times, not how many.
var often = wordlist.Set("einmal zweimal dreimal once twice")

var (
	// ageUnits are what an age is counted in.
	ageUnits = wordlist.Set("jahr jahre jahren monat monate monaten woche wochen year years month months week weeks jahrhundert jahrhunderte centuries century")
	// lifeUnits are years of a life and the like: "bis zum zwölften Lebensjahr".
	lifeUnits = wordlist.Set("lebensjahr lebensjahre lebensjahres lebensmonat lebensmonate lebensmonats lebenswoche lebenswochen lebenstag lebenstage lebenstags")
	// ageless say that of which no age is asked.
	ageless = wordlist.Set("altersgrenze alter altersgruppe altersgruppen jedes ages age")
)

// timeWords state a time or a length of time without a number.
var timeWords = wordlist.Set(`taglich immer jederzeit rund morgens abends vormittags nachmittags nachts mittags wochenende wochenenden werktags feiertagen feiertage ferien sommer winter fruhling fruhjahr herbst ostern weihnachten
	sobald wenn nachdem bevor vorher danach spatestens fruhestens wochentlich monatlich jahrlich heute morgen
	daily always anytime around morning mornings evening evenings afternoon afternoons night nights weekend weekends holidays summer winter spring autumn fall easter christmas once after before
	when until weekly monthly yearly today tomorrow noon midnight ` + howLong)

// clockWords state a time of the day without a number.
var clockWords = wordlist.Set("jederzeit ganztagig mittags mitternacht tagsuber sonnenaufgang sonnenuntergang dammerung anytime noon midday midnight dawn dusk sunrise sunset")

// counts says whether the number at i, of the given facts, is one of things, or where that is asked for,
// of units.
func counts(tokens []word.Token, i int, kind Facts, ofUnits bool) bool {
	if tokens[i].Text[0] == '0' || kind&Measure != 0 && !ofUnits || kind&(Price|Time|Phone|Place) != 0 {
		return false
	}
	year := i == 0 || sinceWords[tokens[i-1].Text] || i+1 == len(tokens) || tokens[i+1].Kind != word.Letters
	return kind&Date == 0 || len(tokens[i].Text) == 4 && !year && !months[tokens[i-1].Text]
}
