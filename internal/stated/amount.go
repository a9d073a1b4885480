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

// noCertain say that there is no such figure, or no certain one.
const noCertain = "kein keine keinen keiner keinem beliebig beliebige unbegrenzt unbegrenzte mehrere mehreren doppelt no unlimited several"

// Words that state an amount without a figure, and those that make one of an article: "ein Hund pro
// Zimmer".
var (
	pricingNoFigure = wordlist.Set(`kostenlos kostenlose kostenloser kostenloses kostenlosen kostenfrei kostenfreie kostenfreien gratis umsonst unentgeltlich unentgeltliche
		inklusive inbegriffen enthalten frei freie freier gebuhrenfrei nichts geschenkt ubernimmt ubernehmen anfrage halfte halb halben
		free complimentary included nothing request half`)
	countingNoFigure = wordlist.Set(`zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig hundert tausend dutzend beide beiden halbe halben halb einmal zweimal dreimal keines
		two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand dozen both twice once half none single ` + noCertain)
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
			if price || a.inNumber(tokens, i, kind) && !(a.ofThings() && joined(text, tokens, i)) {
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

// ofThings says whether a figure counts things or years, which a number that is the first part of a word does not.
func (a Amount) ofThings() bool { return a == AmountCount || a == AmountAge }

// joined says whether the number at i is the first part of a word that tells neither of people nor of years nor of what there
// is: "15-malig", "250-Megawatt-Anlage", unlike "47-jährig" and "3-Zimmer-Wohnung".
func joined(text string, tokens []word.Token, i int) bool {
	if i+1 == len(tokens) || word.Gap(text, tokens[i], tokens[i+1]) != "-" {
		return false
	}
	next := tokens[i+1].Text
	u, unit := unitsOf[next]
	return strings.HasPrefix(next, "malig") || strings.HasPrefix(next, "time") || unit && u.kind != kindAge && u.kind != kindPeople
}

// extended says whether a text tells an extension: "Durchwahl: -52".
func extended(tokens []word.Token) bool {
	for i, t := range tokens {
		if strings.HasPrefix(t.Text, "durchwahl") && i+1 < len(tokens) && tokens[i+1].Kind == word.Number {
			return true
		}
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
		if a == AmountWhen && (kind == Price && !beginsAt(tokens, i) || tellsLength(tokens, i)) {
			return false // "Dauer: 3 Stunden, Erwachsene: 59 €"
		}
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
		unit := kind&Measure != 0 && (!ageUnits[unitName(tokens, i)] || weeks[unitName(tokens, i)] && (i == 0 || !ageBefore[tokens[i-1].Text]))
		return kind&(Phone|Place|Price|Time|Date|Percent) == 0 && !unit && !(i > 0 && street(tokens[i-1].Text)) && !ofNoun(tokens, i)
	case AmountOld:
		return tokens[i].IsYear() || i+1 < len(tokens) && (ageUnits[tokens[i+1].Text] || tokens[i+1].Text == "generation")
	}
	return a == AmountMeasure && kind&(Price|Percent) != 0 || counts(tokens, i, kind, a == AmountMeasure) // "Wie viel Anzahlung?"
}

// ofNoun says whether the number at i counts what the noun behind it names, which is no age, unless a word before it makes it
// one: "400 Quadratmeter", "15 Plätze", but "unter 16 Eintritt frei".
func ofNoun(tokens []word.Token, i int) bool {
	if i+1 == len(tokens) || !tokens[i+1].Capital || tokens[i+1].Kind != word.Letters || tokens[i+1].Start != tokens[i].End+1 {
		return false
	}
	u := unitsOf[tokens[i+1].Text]
	return u.kind != kindAge && !ageUnits[tokens[i+1].Text] && (i == 0 || !ageBefore[tokens[i-1].Text])
}

// beginsAt says whether a word before the number at i makes it that from which something holds: "free from 30 € on", "ab einem
// Wert von 30 €".
func beginsAt(tokens []word.Token, i int) bool {
	return slices.ContainsFunc(tokens[max(0, i-beginReach):i], func(t word.Token) bool { return beginning[t.Text] })
}

var beginning = wordlist.Set("ab bei mit uber mindestens from over above at with once")

// beginReach is how many words before a number one for a beginning may stand.
const beginReach = 4

// tellsLength says whether a label tells that the number at i is how long something takes: "Dauer: 3".
func tellsLength(tokens []word.Token, i int) bool {
	return i > 0 && (strings.HasSuffix(tokens[i-1].Text, "dauer") || tokens[i-1].Text == "duration")
}

// weeks are too short for an age, unless ageBefore stand before them: "1 Woche: 95 €", but "ab 12 Wochen".
var (
	weeks     = wordlist.Set("woche wochen week weeks")
	ageBefore = wordlist.Set("ab mit von bis unter uber nach vor from at after over under until than alter")
)

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
		if i > 0 && tokens[i-1].Kind == word.Number && tellsLength(tokens, i-1) {
			return false // "Dauer: 2 Wochenenden"
		}
		return timely || number && kindTime.is(next) && i > 0 && (untilThen[tokens[i-1].Text] || rangeWords[tokens[i-1].Text])
	case AmountTime:
		return timely || number && (unitsOf[next].size > 0 && !kindPeople.is(next) || countless[t.Text]) || oneWords[t.Text] && units[next]
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
	if tokens[i].Text[0] == '0' || !ofUnits && (kind&Measure != 0 || kindPower.is(unitName(tokens, i))) || kind&(Price|Time|Phone|Place) != 0 {
		return false
	}
	year := i == 0 || sinceWords[tokens[i-1].Text] || i+1 == len(tokens) || tokens[i+1].Kind != word.Letters
	return kind&Date == 0 || len(tokens[i].Text) == 4 && !year && !months[tokens[i-1].Text]
}
