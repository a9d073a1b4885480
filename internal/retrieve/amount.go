package retrieve

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// amount is what a question wants a figure of. Text that has none is no answer to it, however much it
// treats the matter.
type amount uint8

const (
	amountNone    amount = iota
	amountPrice          // "Was kostet der Kurs?"
	amountCount          // "Wie viele Plätze gibt es?"
	amountMeasure        // "Wie viel Zeit brauche ich?"
	amountFigure         // "Wie hoch ist der Beitrag?"
	amountSize           // "Wie groß ist der Saal?"
	amountAge            // "Wie alt muss ich sein?"
	amountTime           // "Wie lange haben Sie offen?"
	amountWhen           // "Wann beginnt der Kurs?"
	amountClock          // "Um wie viel Uhr beginnt der Kurs?"
	amountPhone          // "Wie ist Ihre Telefonnummer?"
	amountOld            // "Wie alt ist die Brücke?"
	amountMuch           // "Wie viel?"

	// amountIn and a kind is for a measure of that kind: "Wie tief ist das Becken?", "Wie lange dauert der
	// Kurs?", "Wie viel kWp hat die Anlage?"
	amountIn
)

// costing are words by which a price is asked for.
var costing = wordlist.Set("kostet kosten koste kostete verlangt berechnet zahle zahlen bezahle bezahlen verdient verdiene verdienst teuer cost costs charge pay earn expensive")

// amountAsked finds the figure a question wants.
func amountAsked(tokens []word.Token) amount {
	for i, t := range tokens {
		if phoneNumbers[t.Text] || i > 0 && t.Text == "number" && phones[tokens[i-1].Text] {
			return amountPhone
		}
	}
	for i, t := range tokens {
		rest := tokens[i+1:]
		switch t.Text {
		case "was", "what":
			switch {
			case priceAsked(rest):
				return amountPrice
			case len(rest) > 1 && rest[0].Text == "time" && !ofWhat[rest[1].Text]:
				return amountClock
			}
			return amountNone
		case "wann", "when":
			if i == 0 || i == 1 && beforeWhen[tokens[0].Text] {
				return amountWhen
			}
			return amountNone
		case "wieviel", "wieviele":
			if t.Text == "wieviel" && bareMuch(rest) {
				return amountMuch
			}
			if len(rest) > 0 && rest[0].Text == "uhr" {
				return amountClock
			}
			return countOrPrice(tokens[i:])
		case "wie", "how":
			return amountOfHow(rest)
		}
	}
	return keywordAmount(tokens)
}

// amountOfHow finds the figure that is wanted with what follows "how".
func amountOfHow(rest []word.Token) amount {
	if len(rest) == 0 {
		return amountNone
	}
	switch next := rest[0].Text; {
	case (next == "viel" || next == "much") && bareMuch(rest[1:]):
		return amountMuch
	case next == "teuer" || next == "expensive":
		return amountPrice
	case next == "viel" && len(rest) > 1 && rest[1].Text == "uhr":
		return amountClock
	case next == "viel" || next == "viele" || next == "vielen" || next == "many":
		return countOrPrice(rest)
	case next == "much" && len(rest) > 1 && costVerbs[rest[1].Text]:
		return amountPrice
	case next == "lang" || next == "lange" || next == "long":
		if slices.ContainsFunc(rest, func(t word.Token) bool { return lasting[t.Text] }) {
			return amountIn + amount(kindTime)
		}
		return amountTime
	case next == "alt" || next == "old":
		if len(rest) > 2 && being[rest[1].Text] && !slices.ContainsFunc(rest, func(t word.Token) bool { return obliged[t.Text] }) {
			return amountOld
		}
		return amountAge
	case next == "hoch" || next == "high":
		return amountFigure
	case lengthWords[next]:
		return amountIn + amount(kindLength)
	case next == "schwer" || next == "heavy":
		return amountIn + amount(kindWeight)
	case sizeWords[next]:
		return amountSize
	}
	return amountNone
}

// keywordAmount finds the figure that words without a question want: "Preis Schnupperkurs", "Klettern
// Mindestalter".
func keywordAmount(tokens []word.Token) amount {
	if len(tokens) < 2 {
		return amountNone
	}
	first, last := tokens[0].Text, tokens[len(tokens)-1].Text
	switch {
	case priceNouns[first] || priceNouns[last]:
		return amountPrice
	case ageNouns[first] || ageNouns[last] || (first == "min" || first == "minimum") && tokens[1].Text == "age":
		return amountAge
	}
	return amountNone
}

var (
	// sizeWords follow "how" where a size or a distance is asked for, lengthWords where it is a length.
	sizeWords   = wordlist.Set("gross weit far tall big")
	lengthWords = wordlist.Set("tief breit dick deep wide thick")
	// lasting are words with "how long" where a length of time is asked for.
	lasting = wordlist.Set("dauert dauern dauerte take takes last lasts")
	// ofWhat follow "what time" where no time of the day is asked for.
	ofWhat     = wordlist.Set("of frame frames limit limits slot slots zone")
	priceNouns = wordlist.Set("preis preise kosten price prices cost costs")
	ageNouns   = wordlist.Set("mindestalter altersgrenze")
	// being stands behind "how old" where it is asked of what there is; obliged where it is of who may do something.
	being   = wordlist.Set("ist sind is are")
	obliged = wordlist.Set("muss mussen darf durfen sein must may allowed have")
)

// phoneNumbers are the German words for one, phones stand before "number" where it is one.
var (
	phoneNumbers = wordlist.Set("telefonnummer telefonnummern handynummer rufnummer faxnummer mobilnummer notfallnummer notrufnummer kontaktnummer")
	phones       = wordlist.Set("phone telephone fax emergency mobile")
)

// beforeWhen may stand before "when".
var beforeWhen = wordlist.Set("und ab bis seit von and since until from so ok hallo hi")

// priceAsked says whether a price is asked for with what follows "was": the verb at once, or at the end
// ("Was würde ein Umzug kosten?", "What does shipping to Norway cost?").
func priceAsked(rest []word.Token) bool {
	return len(rest) > 0 && (costing[rest[0].Text] || costing[rest[len(rest)-1].Text]) ||
		len(rest) > 2 && rest[0].Text == "do" && costing[rest[2].Text]
}

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
func countOrPrice(tokens []word.Token) amount {
	for _, t := range tokens[1:min(len(tokens), 3)] {
		if costing[t.Text] {
			return amountPrice
		}
	}
	if len(tokens) > 1 {
		if k, ok := measured(tokens[1].Text); ok {
			return amountIn + amount(k)
		}
	}
	if much := tokens[0].Text; much == "viel" || much == "wieviel" || len(tokens) > 1 && units[tokens[1].Text] {
		return amountMeasure
	}
	return amountCount
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

// stated says whether a text states such a figure, in numbers or in words. tokens are those of text.
func (a amount) stated(text string, tokens []word.Token) bool {
	if a >= amountIn {
		return kind(a-amountIn).measuredIn(text, tokens)
	}
	if a == amountPhone {
		return factsIn(text, tokens)&factPhone != 0
	}
	price := a == amountPrice && tellsPrice(text, tokens)
	limited, phone := false, false
	for i, t := range tokens {
		if t.Kind == word.Number {
			if phone = phone && strings.Trim(word.Before(text, tokens, i), " \u00a0()/-–.") == ""; phone {
				continue // it goes on
			}
			kind := numberFacts(text, tokens, i, word.Before(text, tokens, i))
			phone = kind&factPhone != 0
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
	case amountCount, amountMeasure, amountFigure, amountMuch, amountSize:
		return limited
	}
	return false
}

// tellsPrice says whether the numbers of a text are prices, also where only the head of a column says so.
func tellsPrice(text string, tokens []word.Token) bool {
	return strings.ContainsAny(text, "€$£") || priced.MatchString(text) || strings.Contains(text, "%") && slices.ContainsFunc(tokens, surcharge)
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
func (a amount) inNumber(tokens []word.Token, i int, kind facts) bool {
	switch a {
	case amountPrice:
		return kind&factPrice != 0
	case amountClock:
		return kind&factTime != 0
	case amountTime, amountWhen:
		if kind&factPhone == 0 && kindTime.is(unitName(tokens, i)) || a == amountWhen && ordinalEnds[glued(tokens[i])] {
			return true // "48 Std.", "the 3rd of each month"
		}
		year := kind&(factMeasure|factTime) == 0 && len(tokens[i].Text) == 4
		if a == amountTime && kind&^factNumber == factMeasure && !lengthOrTime(tokens, i) {
			return false
		}
		return kind&(factMeasure|factTime|factDate|factPrice) != 0 && kind&factPhone == 0 && !((year || kind == factPrice) && a == amountTime) // "free from 30 € on" says when, not how long
	case amountFigure, amountMuch:
		return kind&(factPhone|factPlace) == 0
	case amountSize:
		return kind&(factPhone|factPlace|factPrice|factTime|factDate|factPercent) == 0 || counts(tokens, i, kind, false)
	case amountAge:
		unit := kind&factMeasure != 0 && !ageUnits[unitName(tokens, i)]
		return kind&(factPhone|factPlace|factPrice|factTime|factDate|factPercent) == 0 && !unit && !(i > 0 && street(tokens[i-1].Text))
	case amountOld:
		return tokens[i].IsYear() || i+1 < len(tokens) && (ageUnits[tokens[i+1].Text] || tokens[i+1].Text == "generation")
	}
	return a == amountMeasure && kind&(factPrice|factPercent) != 0 || counts(tokens, i, kind, a == amountMeasure) // "Wie viel Anzahlung?"
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
func (a amount) inWord(tokens []word.Token, i int) bool {
	t, next := tokens[i], ""
	if i+1 < len(tokens) {
		next = tokens[i+1].Text
	}
	number := countingNoFigure[t.Text]
	switch a {
	case amountPrice:
		return pricingNoFigure[t.Text] || number && money[next] || t.Text == "includes" && slices.ContainsFunc(tokens[:i], func(p word.Token) bool { return paidFor[p.Text] })
	case amountMuch:
		return number || pricingNoFigure[t.Text] || oneWords[t.Text] && units[next]
	case amountClock:
		return clockWords[t.Text]
	case amountAge, amountOld:
		return number && ageUnits[next] || ageless[t.Text]
	case amountCount:
		u, unit := unitsOf[next]
		return number && !often[t.Text] && !(unit && u.kind != kindPeople && numberWords[t.Text] != 0)
	}
	timely := timeWords[t.Text] || months[t.Text] && t.Capital || weekdays[t.Text] && len(t.Text) > 3
	switch a {
	case amountWhen:
		return timely || number && kindTime.is(next) && i > 0 && (untilThen[tokens[i-1].Text] || rangeWords[tokens[i-1].Text])
	case amountTime:
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
func counts(tokens []word.Token, i int, kind facts, ofUnits bool) bool {
	if tokens[i].Text[0] == '0' || kind&factMeasure != 0 && !ofUnits || kind&(factPrice|factTime|factPhone|factPlace) != 0 {
		return false
	}
	year := i == 0 || sinceWords[tokens[i-1].Text] || i+1 == len(tokens) || tokens[i+1].Kind != word.Letters
	return kind&factDate == 0 || len(tokens[i].Text) == 4 && !year && !months[tokens[i-1].Text]
}
