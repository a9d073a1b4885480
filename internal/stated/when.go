package stated

import (
	"slices"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// When is what kind of time a question wants. "Wann haben Sie geöffnet?" is not answered by a year,
// "Wann wurde die Firma gegründet?" not by opening hours.
type When uint8

// The kinds of time.
const (
	WhenAny     When = iota
	WhenOpen         // opening hours
	WhenFounded      // the year in which something began
	WhoFounded       // not when, but by whom it was begun
)

var (
	openWords    = wordlist.Set("geoffnet offen offnungszeiten offnungszeit sprechzeiten sprechstunde auf zu")
	openVerbs    = wordlist.Set("habt haben hat seid sind ist macht machen")
	foundedWords = wordlist.Set(`gegrundet gegrundete grundung grundungsjahr entstanden entstand erbaut gebaut errichtet ubernommen eroffnet eroffnete eroffnung grundete bestehen besteht
		founded founding established built`)
	// onceWords say that what is asked for has happened: "wann wurde … eröffnet".
	onceWords = wordlist.Set("wurde wurden war waren was were did has have")
	// founderWords tell in a text of who began something, or that byWords name them.
	founderWords = wordlist.Set("gegrundet gegrundete grundete grundeten grunder grunderin grunderinnen grundern eroffnete founded established founder founders cofounder")
	byWords      = wordlist.Set("von vom durch by")
	// foundingWords tell in a text of a beginning, besides foundedWords; so does "seit 1931".
	foundingWords = wordlist.Set("grundete grunder grunderin eroffnete eroffneten begann begannen opened started since began")
)

// whichWords ask for one of several things.
var whichWords = wordlist.Set("welche welchem welchen welcher which what")

// IsWhich says whether a folded word asks for one of several things: "welche", "what".
func IsWhich(w string) bool { return whichWords[w] }

// WhenAsked finds the kind of time a question wants.
func WhenAsked(tokens []word.Token) When {
	asks, hour, surely, once, since, opens, verb, founded, exists, who := false, false, false, false, false, false, false, false, false, false
	for i, t := range tokens {
		switch {
		case t.Text == "wann" || t.Text == "when":
			asks = true
			since = i > 0 && (tokens[i-1].Text == "seit" || tokens[i-1].Text == "since")
		case t.Text == "jahr" || t.Text == "year":
			asks = asks || i > 0 && whichWords[tokens[i-1].Text]
		case t.Text == "gibt" || t.Text == "existiert":
			exists = true
		case i > 0 && hourAsked[tokens[i-1].Text+" "+t.Text]:
			hour = true
		}
		who = who || i < 2 && (t.Text == "wer" || t.Text == "who")
		once, verb, founded = once || onceWords[t.Text], verb || openVerbs[t.Text] || firmOpens(tokens, i), founded || foundedWords[t.Text]
		last := i == len(tokens)-1
		if openWords[t.Text] || firmOpens(tokens, i) || t.Text == "da" && i > 1 && last { // "Wann seid ihr da?"
			opens = true
			surely = surely || last || t.Text != "auf" && t.Text != "zu" // "Wie lange hat man Zeit zu zahlen?"
		}
	}
	switch {
	case who && founded && !asks:
		return WhoFounded
	case hour && surely && verb:
		return WhenOpen
	case !asks:
		return WhenAny
	case once && founded, since && (founded || exists):
		return WhenFounded
	case opens && verb && !since && !once && !shutAsked(tokens):
		return WhenOpen
	}
	return WhenAny
}

// shutAsked says whether a question wants the days on which nobody is there: "Wann habt ihr im Sommer zu?", but "Wann macht
// ihr zu?" the hour.
func shutAsked(tokens []word.Token) bool {
	last := tokens[len(tokens)-1].Text
	return (last == "zu" || last == "geschlossen") && slices.ContainsFunc(tokens, func(t word.Token) bool { return beingShut[t.Text] })
}

var beingShut = wordlist.Set("ist sind seid habt haben hat")

// IsOpening says whether a folded word of a question is one for opening hours: "offen", "Sprechstunde".
func IsOpening(w string) bool { return openWords[w] }

// AsksOpening says whether a word of a question asks when something is open, or whether somebody is there.
func AsksOpening(t word.Token) bool {
	return openWords[t.Text] || t.Text == "da" || t.Text == "open" || t.Text == "closed" || t.Text == "geschlossen"
}

// hourAsked are the words besides "when" that ask for a time of the day, where they ask about something that opens.
var hourAsked = map[string]bool{"what time": true, "how late": true, "how early": true, "how long": true, "viel uhr": true, "wieviel uhr": true, "wie lange": true, "wie lang": true, "wie spat": true}

// firmOpens says whether the word at i says that whoever is asked opens or closes: "you close", "schließt ihr".
func firmOpens(tokens []word.Token, i int) bool {
	before, after := "", ""
	if i > 0 {
		before = tokens[i-1].Text
	}
	if i+1 < len(tokens) {
		after = tokens[i+1].Text
	}
	switch tokens[i].Text {
	case "open":
		return before == "you" || before == "u" || before == "are" || before == "is"
	case "close", "shut":
		return before == "you" || before == "u"
	case "offnet", "schliesst", "offnen", "schliessen":
		return after == "ihr" || after == "sie"
	}
	return false
}

// BeginningAsked says of a question in another language whether it asks when something began, by a verb that alone says
// that it has, "grundades", or by asking for the year.
func BeginningAsked(tokens []word.Token) bool {
	asks, year, founded, opened := false, false, false, false
	for i, t := range tokens {
		asks = asks || t.Text == "wann"
		year = year || t.Text == "jahr" && 0 < i && i <= 2 // "Em que ano"
		founded, opened = founded || foundedWords[t.Text], opened || openWords[t.Text]
	}
	return asks && founded || year && (founded || opened)
}

// untilWords tell in a text of a last moment.
var untilWords = wordlist.Set("bis spatestens vorher until latest before deadline")

// TellsUntil says whether a text tells a last moment.
func TellsUntil(tokens []word.Token) bool {
	return slices.ContainsFunc(tokens, func(t word.Token) bool { return untilWords[t.Text] })
}

// UntilAsked says whether a question wants the last moment for something: "Bis wann kann ich absagen?"
func UntilAsked(tokens []word.Token) bool {
	for i, t := range tokens[:min(len(tokens), 3)] {
		if i > 0 && (t.Text == "wann" || t.Text == "when") && (tokens[i-1].Text == "bis" || tokens[i-1].Text == "until" || tokens[i-1].Text == "by") {
			return true
		}
	}
	return false
}

// StatedIn says whether a text states such a time; of WhenAny any text does.
func (w When) StatedIn(text string, tokens []word.Token) bool {
	switch w {
	case WhenOpen:
		return FactsIn(text, tokens)&(Time|Weekday) != 0 || DaysIn(text, tokens) != 0 || AmountClock.StatedIn(text, tokens) || hasYear(tokens) == 0 && AmountWhen.StatedIn(text, tokens) && FactsIn(text, tokens)&Date == 0
	case WhenFounded:
		for i, t := range tokens {
			if t.Kind == word.Number && i+1 < len(tokens) && ageUnits[tokens[i+1].Text] {
				return true
			}
		}
		return hasYear(tokens) > 0
	case WhoFounded:
		has := func(words map[string]bool) bool {
			return slices.ContainsFunc(tokens, func(t word.Token) bool { return words[t.Text] })
		}
		return has(founderWords) || has(byWords) && (has(foundedWords) || has(foundingWords)) // "was opened by"
	}
	return true
}

// hasYear counts the years in a text.
func hasYear(tokens []word.Token) (n int) {
	for _, t := range tokens {
		if t.IsYear() {
			n++
		}
	}
	return n
}

// TellsBeginning says whether a text tells in which year something began.
func TellsBeginning(tokens []word.Token) bool {
	told := false
	for i, t := range tokens {
		told = told || foundedWords[t.Text] || foundingWords[t.Text] || t.Text == "seit" && i+1 < len(tokens) && tokens[i+1].IsYear()
	}
	return told && hasYear(tokens) > 0
}

// TellsAge says whether a text tells how old somebody is.
func TellsAge(tokens []word.Token) bool {
	return slices.ContainsFunc(tokens, func(t word.Token) bool { return ageTold[t.Text] })
}

var ageTold = wordlist.Set("alt geboren jahrgang lebensjahr old born aged")
