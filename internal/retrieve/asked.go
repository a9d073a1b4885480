package retrieve

import (
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// factWords are the words for a kind of fact. A sentence that states such a fact says the word without
// having it: "Rasen mähen: 45 €" says what it costs.
var factWords = func() map[string]facts {
	m := map[string]facts{}
	for f, words := range map[facts]string{
		factPrice:    "kostet kosten koste preis preise teuer gebuhr gebuhren cost costs price prices fee fees",
		factPhone:    "telefon telefonnummer anrufen phone telephone call rufnummer nummer hotline handynummer",
		factEmail:    "mail email emailadresse mailadresse",
		factPlace:    "adresse anschrift address located anfahrt",
		contact:      "kontakt contact erreichen erreiche reach kontaktdaten",
		openingHours: "geoffnet offnungszeiten offnungszeit offen open opening hours sprechzeiten offnet schliesst close uhrzeit uhr",
	} {
		for word := range wordlist.Set(words) {
			m[word] |= f
		}
	}
	return m
}()

// understood is a question with the words it borrows, which count less than its own.
func understood(q Query) Query {
	asked := len(q.Text)
	q = withContext(q)
	if len(q.Text) > asked {
		q.own = max(1, asked)
	}
	return q
}

// factsAsked finds the kind of thing a question is after.
func factsAsked(tokens []word.Token) facts {
	var f facts
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
			f |= factDate | factTime | factWeekday
		case "wer", "wem", "wen", "who", "whom", "whose", "wessen":
			f |= factName
		case "wo", "where":
			if placeVerbs[next] {
				f |= factPlace
			}
		case "wieviel", "wieviele":
			f |= factNumber
		case "wie":
			switch next {
			case "viel", "viele", "vielen", "hoch", "gross", "alt", "weit", "schwer", "oft":
				f |= factNumber
			case "lange", "lang", "spat":
				f |= factNumber | factTime
			}
		case "how":
			switch next {
			case "many", "much", "old", "far", "tall", "big", "large", "high", "often":
				f |= factNumber
			case "long", "late", "early":
				f |= factNumber | factTime
			case "expensive":
				f |= factPrice
			}
			if next == "much" && (i+2 >= len(tokens) || costVerbs[tokens[i+2].Text]) {
				f |= factPrice
			}
		case "jahr", "jahre", "year", "datum", "date", "monat", "month":
			f |= factDate
		case "tag", "day":
			f |= factDate
			if i > 0 && whichWords[tokens[i-1].Text] {
				f |= factWeekday
			}
		case "tage", "tagen", "wochentag", "wochentagen", "days", "weekday", "weekdays":
			if i > 0 && whichWords[tokens[i-1].Text] {
				f |= factWeekday
			}
		case "prozent", "prozentsatz", "percent", "percentage", "anteil", "rabatt", "discount":
			f |= factPercent | factNumber
		case "number", "anzahl", "zahl", "hohe":
			f |= factNumber
		}
		if len(t.Text) > 3 && (weekdays[t.Text] || partOfDay(t.Text) != 0) || feastDays[t.Text] && slices.ContainsFunc(tokens, opens) {
			f |= factTime
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
	for i, t := range tokens {
		switch {
		case whichWords[t.Text] && t.Text != "what":
			return true
		case i > 0 && len(t.Text) > 5 && superlatives[tokens[i-1].Text] && (strings.HasSuffix(t.Text, "ste") || strings.HasSuffix(t.Text, "sten") || strings.HasSuffix(t.Text, "est")), t.Text == "most", t.Text == "least":
			return true
		}
	}
	return false
}

// superlatives stand before "günstigste" and "cheapest".
var superlatives = wordlist.Set("die der das den dem am the your")

// costVerbs follow "how much" where a price is asked for and no amount of something.
var costVerbs = wordlist.Set("is are does do for was would will per the")

// placeVerbs follow "wo" where an address is asked for, and not where something is to be had.
var placeVerbs = wordlist.Set("ist sind seid liegt liegen sitzt finde finden befindet is are s do")

var whichWords = wordlist.Set("welche welchem welchen welcher which what")

// daysAsked are the weekdays a question is about, with those that "today" and "tomorrow" are.
func daysAsked(text string, tokens []word.Token, now time.Time) date.Days {
	asked := daysIn(text, tokens)
	if now.IsZero() {
		return asked
	}
	today := (int(now.Weekday()) + 6) % 7 // Monday first
	for i, t := range tokens {
		switch t.Text {
		case "heute", "today", "tonight":
			asked |= 1 << today
		case "morgen", "tomorrow":
			if i == 0 || tokens[i-1].Text != "guten" {
				asked |= 1 << ((today + 1) % 7)
			}
		}
	}
	return asked
}
