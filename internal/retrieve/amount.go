package retrieve

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/word"
)

// amount is what a question wants a figure of. Text that has none is no answer to it, however much it
// treats the matter.
type amount uint8

const (
	amountNone    amount = iota
	amountPrice          // "Was kostet der Kurs?"
	amountCount          // "Wie viele Plätze gibt es?"
	amountMeasure        // "Wie viel Zeit brauche ich?"
	amountFigure         // "Wie hoch ist der Beitrag?", "Wie alt muss ich sein?"
	amountTime           // "Wie lange dauert der Kurs?"
	amountWhen           // "Wann beginnt der Kurs?"
	amountPhone          // "Wie ist Ihre Telefonnummer?"
)

// costing are words by which a price is asked for.
var costing = set("kostet kosten koste kostete verlangt berechnet zahle zahlen bezahle bezahlen verdient verdiene verdienst teuer cost costs charge pay earn expensive")

// amountAsked finds the figure a question wants.
func amountAsked(tokens []word.Token) amount {
	for i, t := range tokens {
		if phoneNumbers[t.Text] || i > 0 && t.Text == "number" && (tokens[i-1].Text == "phone" || tokens[i-1].Text == "telephone" || tokens[i-1].Text == "fax") {
			return amountPhone
		}
	}
	for i, t := range tokens {
		rest := tokens[i+1:]
		switch t.Text {
		case "was", "what":
			if priceAsked(rest) {
				return amountPrice
			}
			return amountNone
		case "wann", "when":
			if i == 0 || i == 1 && beforeWhen[tokens[0].Text] {
				return amountWhen
			}
			return amountNone
		case "wieviel", "wieviele":
			return countOrPrice(tokens[i:])
		case "wie", "how":
			if len(rest) == 0 {
				return amountNone
			}
			switch next := rest[0].Text; {
			case next == "teuer" || next == "expensive":
				return amountPrice
			case next == "viel" || next == "viele" || next == "vielen" || next == "many":
				return countOrPrice(rest)
			case next == "much" && len(rest) > 1 && costVerbs[rest[1].Text]:
				return amountPrice
			case next == "lang" || next == "lange" || next == "long":
				return amountTime
			case figureWords[next]:
				return amountFigure
			}
			return amountNone
		}
	}
	return amountNone
}

// figureWords follow "how" where a figure of whatever kind is asked for.
var figureWords = set("hoch gross alt weit schwer old far tall big high heavy")

// phoneNumbers are the German words for one.
var phoneNumbers = set("telefonnummer telefonnummern handynummer rufnummer faxnummer mobilnummer")

// beforeWhen may stand before "when".
var beforeWhen = set("und ab bis seit von and since until from so ok hallo hi")

// priceAsked says whether a price is asked for with what follows "was": the verb at once, or at the end
// ("Was würde ein Umzug kosten?", "What does shipping to Norway cost?").
func priceAsked(rest []word.Token) bool {
	return len(rest) > 0 && (costing[rest[0].Text] || costing[rest[len(rest)-1].Text]) ||
		len(rest) > 2 && rest[0].Text == "do" && costing[rest[2].Text]
}

// countOrPrice tells "wie viel kostet" and "wie viel Zeit" from "wie viele Plätze" by what follows the
// first word, which is "viel", "viele" or the like.
func countOrPrice(tokens []word.Token) amount {
	for _, t := range tokens[1:min(len(tokens), 3)] {
		if costing[t.Text] {
			return amountPrice
		}
	}
	if much := tokens[0].Text; much == "viel" || much == "wieviel" || len(tokens) > 1 && units[tokens[1].Text] {
		return amountMeasure
	}
	return amountCount
}

// Words that state an amount without a figure, and those that make one of an article: "ein Hund pro
// Zimmer".
var (
	pricingNoFigure = set(`kostenlos kostenlose kostenloser kostenloses kostenlosen kostenfrei kostenfreie kostenfreien gratis umsonst unentgeltlich unentgeltliche
		inklusive inbegriffen enthalten frei freie freier gebuhrenfrei nichts geschenkt ubernimmt ubernehmen anfrage halfte halb halben
		free complimentary included includes nothing request half`)
	countingNoFigure = set(`zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig hundert tausend dutzend beide beiden doppelt halbe halben halb einmal zweimal dreimal
		kein keine keinen keiner keinem keines beliebig beliebige unbegrenzt unbegrenzte mehrere mehreren
		two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand dozen both twice once half none no any unlimited several single`)
	oneWords   = set("ein eine einen einer einem eines one a an")
	limitWords = set("pro je per maximal hochstens mindestens nur only each most least")
	sinceWords = set("seit im in jahr ab bis von since from until of year")
)

// stated says whether a text states such a figure, in numbers or in words. tokens are those of text.
func (a amount) stated(text string, tokens []word.Token) bool {
	if a == amountPhone {
		return factsIn(text, tokens)&factPhone != 0
	}
	money := strings.ContainsAny(text, "€$£") // also where it stands in the head of a column only
	one, limited := false, false
	for i, t := range tokens {
		if t.Kind == word.Number {
			kind := numberFacts(text, tokens, i, before(text, tokens, i))
			if a.timely() {
				year := kind&(factMeasure|factTime) == 0 && len(t.Text) == 4
				if kind&(factMeasure|factTime|factDate|factPrice) != 0 && kind&factPhone == 0 && !(year && a == amountTime) {
					return true // "free from 30 € on" says when, too
				}
				continue
			}
			if a == amountFigure && kind&(factPhone|factPlace) == 0 || a == amountPrice && (money || kind&factPrice != 0) || a != amountPrice && a.counts(tokens, i, kind) {
				return true
			}
			continue
		}
		if a.timely() && (timeWords[t.Text] || months[t.Text] && t.Capital || weekdays[t.Text] && len(t.Text) > 3) {
			return true
		}
		if a == amountWhen {
			continue
		}
		if a == amountPrice && pricingNoFigure[t.Text] || a != amountPrice && countingNoFigure[t.Text] {
			return true
		}
		one, limited = one || oneWords[t.Text], limited || limitWords[t.Text]
		if (a == amountMeasure || a == amountFigure || a == amountTime) && oneWords[t.Text] && i+1 < len(tokens) && units[tokens[i+1].Text] {
			return true
		}
	}
	return a != amountPrice && !a.timely() && one && limited
}

// timely says whether a time or a length of time is asked for.
func (a amount) timely() bool { return a == amountTime || a == amountWhen }

// timeWords state a time or a length of time without a number.
var timeWords = set(`taglich immer jederzeit rund morgens abends vormittags nachmittags nachts mittags wochenende wochenenden werktags feiertagen feiertage ferien sommer winter fruhling fruhjahr herbst ostern weihnachten
	sofort gleich umgehend sobald solange wenn nachdem bevor vorher danach spatestens fruhestens dauerhaft unbegrenzt lebenslang ganzjahrig ganztagig wochentlich monatlich jahrlich heute morgen halbjahr quartal
	daily always anytime around morning mornings evening evenings afternoon afternoons night nights weekend weekends holidays summer winter spring autumn fall easter christmas immediately once after before
	when until permanently unlimited lifetime overnight weekly monthly yearly today tomorrow noon midnight`)

// counts says whether the number at i, of the given facts, is one of things, or where that is asked for,
// of units.
func (a amount) counts(tokens []word.Token, i int, kind facts) bool {
	if tokens[i].Text[0] == '0' || kind&factMeasure != 0 && a != amountMeasure || kind&(factPrice|factTime|factPhone|factPlace) != 0 {
		return false
	}
	year := i == 0 || sinceWords[tokens[i-1].Text] || i+1 == len(tokens) || tokens[i+1].Kind != word.Letters
	return kind&factDate == 0 || len(tokens[i].Text) == 4 && !year && !months[tokens[i-1].Text]
}
