package retrieve

import (
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// factWords are the words for a kind of fact. A sentence that states such a fact says the word without
// having it: "Rasen mähen: 45 €" says what it costs.
var factWords = func() map[string]stated.Facts {
	m := map[string]stated.Facts{}
	for f, words := range map[stated.Facts]string{
		stated.Price:        "kostet kosten koste preis preise teuer gebuhr gebuhren cost costs price prices fee fees",
		stated.Phone:        "telefon telefonnummer anrufen phone telephone call rufnummer nummer hotline handynummer",
		stated.Email:        "mail email emailadresse mailadresse",
		stated.Place:        "adresse anschrift address located anfahrt",
		stated.Contact:      "kontakt contact erreichen erreiche reach kontaktdaten",
		stated.OpeningHours: "geoffnet offnungszeiten offnungszeit offen open opening hours sprechzeiten offnet schliesst close uhrzeit uhr",
	} {
		for word := range wordlist.Set(words) {
			m[word] |= f
		}
	}
	return m
}()

// understood is a question with the words it borrows, which count less than its own.
func understood(q Query) Query {
	q = q.inPart()
	asked := len(q.Text)
	q = withContext(q)
	if len(q.Text) > asked {
		q.own = max(1, asked)
	}
	return q
}

// factsAsked finds the kind of thing a question is after.
func factsAsked(tokens []word.Token) stated.Facts {
	var f stated.Facts
	for i, t := range tokens {
		next := ""
		if i+1 < len(tokens) {
			next = tokens[i+1].Text
		}
		if !(t.Text == "anrufen" || t.Text == "call") || !must(tokens[:i]) { // who must ring first does not ask for the number
			f |= factWords[t.Text]
		}
		switch t.Text {
		case "wann", "when":
			f |= stated.Date | stated.Time | stated.Weekday
		case "wer", "wem", "wen", "who", "whom", "whose", "wessen":
			f |= stated.Name
		case "wo", "where":
			if placeVerbs[next] {
				f |= stated.Place
			}
		case "wieviel", "wieviele":
			f |= stated.Number
		case "wie":
			switch next {
			case "viel", "viele", "vielen", "hoch", "gross", "alt", "weit", "schwer", "oft":
				f |= stated.Number
			case "lange", "lang", "spat":
				f |= stated.Number | stated.Time
			}
		case "how":
			switch next {
			case "many", "much", "old", "far", "tall", "big", "large", "high", "often":
				f |= stated.Number
			case "long", "late", "early":
				f |= stated.Number | stated.Time
			case "expensive":
				f |= stated.Price
			}
			if next == "much" && (i+2 >= len(tokens) || stated.IsCostVerb(tokens[i+2].Text)) {
				f |= stated.Price
			}
		case "jahr", "jahre", "year", "datum", "date", "monat", "month":
			f |= stated.Date
		case "tag", "day":
			f |= stated.Date
			if i > 0 && stated.IsWhich(tokens[i-1].Text) {
				f |= stated.Weekday
			}
		case "tage", "tagen", "wochentag", "wochentagen", "days", "weekday", "weekdays":
			if i > 0 && stated.IsWhich(tokens[i-1].Text) {
				f |= stated.Weekday
			}
		case "prozent", "prozentsatz", "percent", "percentage", "anteil", "rabatt", "discount":
			f |= stated.Percent | stated.Number
		case "number", "anzahl", "zahl", "hohe":
			f |= stated.Number
		}
		if len(t.Text) > 3 && (stated.IsWeekday(t.Text) || stated.PartOfDay(t.Text) != 0) || stated.IsFeast(t.Text) && slices.ContainsFunc(tokens, stated.AsksOpening) {
			f |= stated.Time
		}
	}
	return f
}

// must says whether a question begins by asking what somebody has to do: "Muss ich vorher …", "Do I have to …".
func must(tokens []word.Token) bool {
	for i, t := range tokens[:min(len(tokens), 4)] {
		if musts[t.Text] && (i == 0 || ways[tokens[0].Text] == wayOther) {
			return true
		}
	}
	return false
}

var musts = wordlist.Set("muss mussen soll sollen need have should must")

// compares says whether a question asks which of several things it is, or for the one that is the
// most.
func compares(tokens []word.Token) bool {
	return asksMost(tokens) || slices.ContainsFunc(tokens, func(t word.Token) bool { return stated.IsWhich(t.Text) && t.Text != "what" })
}

// asksMost says whether a question asks for the one of several that is the most: "die günstigste", "the cheapest".
func asksMost(tokens []word.Token) bool {
	for i := range tokens {
		if isMost(tokens, i) {
			return true
		}
	}
	return false
}

// isMost says whether the word at i says that something is the most: "die günstigste", "the most".
func isMost(tokens []word.Token, i int) bool {
	t, before := tokens[i], ""
	if i > 0 {
		before = tokens[i-1].Text
	}
	if t.Text == "most" || t.Text == "least" { // "at least two", "most days", "most of it"
		many := i+1 < len(tokens) && (strings.HasSuffix(tokens[i+1].Text, "s") || manyMost[tokens[i+1].Text])
		return before == "the" || before != "at" && !many
	}
	return !t.Capital && len(t.Text) > 5 && beforeMost[before] && (strings.HasSuffix(t.Text, "ste") || strings.HasSuffix(t.Text, "sten") || strings.HasSuffix(t.Text, "est")) &&
		!noMost[t.Text] && !slices.ContainsFunc(nounsLikeMost, func(end string) bool { return strings.HasSuffix(t.Text, end) })
}

var (
	// manyMost follow "most" where it says of how many, besides plurals.
	manyMost = wordlist.Set("of people children men women")
	// noMost end as superlatives do and compare nothing, as do words that end with nounsLikeMost: German nouns that are often
	// written small, and numbers.
	noMost = wordlist.Set(`nachste nachsten allererste allerersten erste ersten letzte letzten
		nearest latest request interest forest guest priest harvest contest protest manifest modest honest digest northwest southwest`)
	nounsLikeMost = strings.Fields(`kosten diensten dienste gaste gasten liste listen kiste kisten kasten taste tasten posten leiste leisten burste bursten kuste kusten resten feste
		festen weste westen pisten pasten pfingsten touristen polizisten spezialisten zwanzigste zwanzigsten dreissigste dreissigsten`)
	// beforeMost stand before "günstigste" and "cheapest".
	beforeMost = wordlist.Set("die der das den dem am the your")
)

// placeVerbs follow "wo" where an address is asked for, and not where something is to be had.
var placeVerbs = wordlist.Set("ist sind seid liegt liegen sitzt finde finden befindet is are s do")

// daysAsked are the weekdays a question is about, with those that "today" and "tomorrow" are.
func daysAsked(text string, tokens []word.Token, now time.Time) date.Days {
	asked := stated.DaysIn(text, tokens)
	if now.IsZero() {
		return asked
	}
	today := (int(now.Weekday()) + 6) % 7 // Monday first
	for i := range tokens {
		if ahead, ok := daysAhead(tokens, i); ok {
			asked |= 1 << ((today + ahead) % 7)
		}
	}
	return asked
}
