package stated

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// costing are words by which a price is asked for.
var costing = wordlist.Set("kostet kosten koste kostete gekostet verlangt berechnet zahle zahlen bezahle bezahlen verdient verdiene verdienst teuer kost zahl bezahl cost costs charge pay earn expensive")

// costVerbs follow "how much" where a price is asked for and no amount of something.
var costVerbs = wordlist.Set("is are does do for was would will per the to")

// AsksPrice says whether a folded word asks for a price: "kostet", "charge".
func AsksPrice(w string) bool { return costing[w] }

// AsksPay says whether a question that wants a sum wants what somebody earns, and not what something costs.
func AsksPay(tokens []word.Token) bool {
	return slices.ContainsFunc(tokens, func(t word.Token) bool {
		return paying[t.Text] || namesPay(t.Text)
	})
}

// namesPay says whether a word is one for a pay: "Stundenlohn", "Gehalt".
func namesPay(w string) bool {
	return strings.HasSuffix(w, "lohn") || strings.HasSuffix(w, "gehalt") && !contents[w]
}

// contents are how much of something is in something.
var contents = wordlist.Set("alkoholgehalt fettgehalt salzgehalt zuckergehalt wassergehalt sauregehalt koffeingehalt goldgehalt feingehalt nitratgehalt kalkgehalt mineralstoffgehalt")

var paying = wordlist.Set("verdient verdiene verdienst verdienen earn salary wage wages")

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
		case "welchem", "welches", "welche", "welcher", "which", "what":
			switch {
			case len(rest) == 0:
			case rest[0].Text == "alter" || rest[0].Text == "age" || rest[0].Text == "ages":
				return AmountAge
			case strings.HasSuffix(rest[0].Text, "temperatur") || rest[0].Text == "temperature":
				return amountIn + Amount(kindWarmth)
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
			if len(rest) == 0 && i > 0 {
				return AmountWhen
			}
			if i == 0 || i == 1 && beforeWhen[tokens[0].Text] || i > 0 && fromOrUntil[tokens[i-1].Text] {
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
	case next == "hoch" && len(rest) > 1 && rising[rest[1].Text]:
		return amountIn + Amount(kindLength)
	case next == "hoch" || next == "high":
		return AmountFigure
	case warmth[next] && len(rest) > 1 && !noDegrees(rest):
		return amountIn + Amount(kindWarmth)
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
// Mindestalter", "half term dates".
func keywordAmount(tokens []word.Token) Amount {
	if len(tokens) < 2 {
		return AmountNone
	}
	first, last := tokens[0].Text, tokens[len(tokens)-1].Text
	switch {
	case namesPrice(first) || namesPrice(last) || priceNouns[tokens[1].Text] && whichPrice[first]:
		return AmountPrice
	case ageNouns[first] || ageNouns[last] || (first == "min" || first == "minimum") && tokens[1].Text == "age":
		return AmountAge
	case timeNouns[last]:
		return amountOfTime(tokens[len(tokens)-2].Text, last)
	}
	return AmountNone
}

// amountOfTime is the figure that a noun like "time" wants behind a word.
func amountOfTime(before, noun string) Amount {
	switch {
	case noTime[before]:
		return AmountNone
	case takingTime[before] && !strings.HasPrefix(noun, "date"):
		return amountIn + Amount(kindTime)
	}
	return AmountWhen
}

var (
	// timeNouns end words without a question where it is asked when something is: "toddler group time". Behind takingTime it is
	// asked how long that takes, behind noTime nothing of the kind.
	timeNouns  = wordlist.Set("uhrzeit uhrzeiten zeiten time times date dates")
	takingTime = wordlist.Set("delivery shipping dispatch processing waiting wait travel journey driving walking flight lead response reply turnaround cooking baking preparation drying curing repair recovery production")
	noTime     = wordlist.Set("full part next first last long short same any some no save spare free real to the two three all this every each more")
	// sizeWords follow "how" where a size or a distance is asked for, lengthWords where it is a length.
	sizeWords   = wordlist.Set("gross weit far tall big")
	lengthWords = wordlist.Set("tief breit dick deep wide thick")
	// rising follow "wie hoch" where something stands or grows.
	rising = wordlist.Set("ragt ragen wachst wachsen springt springen")
	// warmth follow "how" where a temperature is asked for.
	warmth = wordlist.Set("warm heiss kalt hot cold")
	// whichPrice stand before a noun for a price where nothing but words is given: "total cost masters".
	whichPrice = wordlist.Set("total full average annual yearly monthly weekly daily current actual exact ticket entry course rental gesamte voller aktueller monatliche jahrliche")
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

// mailAddresses are the words for one, mails stand before "address" where it is one.
var (
	mailAddresses = wordlist.Set("mailadresse emailadresse mailadressen emailadressen")
	mails         = wordlist.Set("mail email e-mail")
)

// nextOne are words with "when" where the date of one of several is asked for.
var nextOne = wordlist.Set("nachste nachster nachstes nachsten next")

// fromOrUntil make of "when" what is asked for wherever it stands: "Ausstellung: bis wann komme ich rein?"
var fromOrUntil = wordlist.Set("ab bis seit since until")

// beforeWhen may stand before "when".
var beforeWhen = wordlist.Set("und ab bis seit von and since until from so ok hallo hi")

// priceAsked says whether a price is asked for with what follows "was": the verb at once, or at the end
// ("Was würde ein Umzug kosten?", "What does shipping to Norway cost?").
func priceAsked(rest []word.Token) bool {
	if len(rest) > 1 && taking[rest[0].Text] && rest[len(rest)-1].Text != "mit" && slices.ContainsFunc(rest[1:], func(t word.Token) bool { return takenFor[t.Text] }) {
		return true
	}
	if len(rest) > 3 && spending[rest[len(rest)-1].Text] && slices.ContainsFunc(rest[1:], func(t word.Token) bool { return spentFor[t.Text] }) {
		return true
	}
	return len(rest) > 0 && (costing[rest[0].Text] || costing[rest[len(rest)-1].Text]) ||
		len(rest) > 2 && rest[0].Text == "do" && costing[rest[2].Text]
}

// taking are what somebody does with money, where it is told what for: "Was nehmt ihr für einen Schlauch?"
var (
	taking   = wordlist.Set("nehmt nehmen nimmt berechnet berechnen verlangen")
	takenFor = wordlist.Set("fur furs dafur extra pro")
)

// spending end a question for what somebody has to spend, where it is told what for: "Was muss ich für den Umbau hinlegen?"
var (
	spending = wordlist.Set("ausgeben hinlegen hinblattern berappen blechen rechnen kalkulieren")
	spentFor = wordlist.Set("fur furs")
)

// namesPrice says whether a word is one for a price or a pay: "Preis", "Wochenpreis", "salary".
func namesPrice(w string) bool {
	return priceNouns[w] || strings.HasSuffix(w, "preis") && w != "aufpreis" || strings.HasSuffix(w, "preise") || strings.HasSuffix(w, "gebuhr") || namesPay(w)
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

// noDegrees says whether what follows "how warm" asks for no temperature but for what to wear or how spicy something is: "Wie warm
// muss ich mich anziehen?", "How hot is the curry?"
func noDegrees(rest []word.Token) bool {
	return slices.ContainsFunc(rest, func(t word.Token) bool { return noWarmth[t.Text] })
}

var noWarmth = wordlist.Set(`anziehen anzieht angezogen kleiden dress dressed wear
	curry curries vindaloo madras chilli chillies chili chilis salsa sauce sauces pepper peppers wings dish dishes`)

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
var onlyUnits = wordlist.Set("mm cm km meter metern metres meters kilometer kilometern miles qm sqm quadratmeter quadratmetern kg mg gramm ml liter litern litres liters")

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
		if costing[t.Text] || money[t.Text] {
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
