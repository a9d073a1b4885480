package retrieve

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// who is how much a question wants the name of somebody or something.
type who uint8

const (
	whoNot     who = iota
	whoPerhaps     // "Wer macht das?": the landlord, or Frau Zobel
	whoNamed       // "Wer leitet die Gruppe?", "Wie heißt der Hund?"
)

var (
	// namedBy follow "who" where only a name answers, perhapsBy where a name does best.
	namedBy = wordlist.Set(`ist sind leitet leiten unterrichtet vertritt trainiert begleitet gehort gehorte grundete
		is leads runs teaches owns manages coaches started`)
	perhapsBy = wordlist.Set("macht machen gibt kann spricht kummert fahrt betreut hilft does speaks handles")
	// anybody are words with "who is" that ask for no certain person.
	anybody = wordlist.Set("schuld haftbar berechtigt versichert dran dabei eingeladen zugelassen ihr sie wir allowed eligible welcome liable covered you it there")
	// beingCalled stand behind "wie" where a name is asked for, and before one where it is said.
	beingCalled = wordlist.Set("heisst heissen")
)

// whoAsked finds whether a question wants a name.
func whoAsked(tokens []word.Token) who {
	for i, t := range tokens {
		rest := tokens[i+1:]
		switch {
		case t.Text == "wie" && len(rest) > 1 && beingCalled[rest[0].Text] && rest[1].Text != "das" && rest[1].Text != "es":
			return whoNamed
		case t.Text == "name" && len(rest) > 1 && rest[0].Text == "of":
			return whoNamed
		case t.Text != "wer" && t.Text != "who" && t.Text != "wem" && t.Text != "whos":
		case len(rest) > 1 && namedBy[rest[0].Text]:
			for _, other := range rest {
				if anybody[other.Text] {
					return whoNot
				}
			}
			return whoNamed
		case len(rest) > 1 && perhapsBy[rest[0].Text]:
			return whoPerhaps
		}
	}
	return whoNot
}

// saidOf parts a name from what is said of who has it: "Tjark Poppinga – Werkstatt".
var saidOf = regexp.MustCompile(` [–-] |: | · |, `)

// SaysWho says whether what was found for a question who heads or does something is an item that begins with a name and tells
// of all that the question names: "Wer leitet die Werkstatt?" is answered by "Schorsch Wimmer – Werkstatt und Mittwochstour".
func (ix *Index) SaysWho(found Results, q Query) bool {
	lang := q.namedIn()
	tokens := word.Tokens(q.Text, lang)
	if whoAsked(tokens) == whoNot || tokens[0].Text == "wie" {
		return false
	}
	quotes := ix.Quote(found, 1)
	if len(quotes) == 0 || quotes[0].Passage.Language != lang {
		return false
	}
	at := saidOf.FindStringIndex(quotes[0].Text)
	if at == nil {
		return false
	}
	name, said := quotes[0].Text[:at[0]], word.Tokens(quotes[0].Text[at[1]:], lang)
	an := analysis.Analyser{Lang: lang, Table: ix.table}
	if called := word.Tokens(name, lang); len(called) < 2 || len(called) > longestName || !names(name, called, &an) {
		return false
	}
	asked := false
	for i, t := range tokens {
		if i == 0 || word.Stop(lang, t.Text) || namedBy[t.Text] || perhapsBy[t.Text] || ofDuty[t.Text] || ways[t.Text] != wayOther || lang == "de" && !t.Capital {
			continue
		}
		asked = true
		stem := word.Stem(lang, t)
		if !slices.ContainsFunc(said, func(s word.Token) bool { return strings.HasPrefix(s.Text, stem) }) {
			return false
		}
	}
	return asked
}

// longestName is how many words a name has at most, with titles; ofDuty are words that say that something is somebody's.
const longestName = 5

var ofDuty = wordlist.Set("zustandig verantwortlich ansprechpartner ansprechpartnerin leiter leiterin responsible charge")

// titlesOf stand before a name.
var titlesOf = wordlist.Set("frau herr herrn dr prof professor mr mrs ms miss dean pfarrer pfarrerin familie")

// names says whether a text names somebody or something: two capitalised words side by side, one behind a
// title, or one behind "heißt". A single one names somebody in English, and in German if no dictionary has it.
func names(text string, tokens []word.Token, an *analysis.Analyser) bool {
	lang := an.Lang
	if strings.ContainsAny(text, "„“»«\"") {
		return true
	}
	for i := 1; i < len(tokens); i++ {
		t, prior := tokens[i], tokens[i-1]
		between := word.Gap(text, prior, t)
		if !t.Capital || t.Kind != word.Letters || between == "-" { // the end of "Tierarzt-Kasse"
			continue
		}
		switch {
		case titlesOf[prior.Text] && prior.Capital && strings.Trim(between, ". ") == "", beingCalled[prior.Text], prior.Text == "called", prior.Text == "named":
			return true
		case ownName(t, lang) && !strings.ContainsAny(between, ".!?:\n|·•") && len(t.Text) > 2 && (lang == "en" || an.Strange(t)):
			return true
		case between != " " || !prior.Capital || !ownName(prior, lang) || !ownName(t, lang):
		case inShortCapitals(text, t) && !an.Strange(prior): // "Inhaber der Ehrenamtskarte MV"
		case i > 1 && tokens[i-2].Kind == word.Number && word.Gap(text, tokens[i-2], prior) == " ": // "14 Tage Widerrufsrecht"
		default:
			return true
		}
	}
	return false
}

// inShortCapitals says whether a word is two or three capital letters and no more.
func inShortCapitals(text string, t word.Token) bool {
	said := text[t.Start:t.End]
	return len(said) < 4 && said == strings.ToUpper(said)
}

// money are the names and codes of currencies.
var money = wordlist.Set("euro eur chf franken usd dollar gbp sfr")

// ownName says whether a capitalised word may be part of a name.
func ownName(t word.Token, lang string) bool {
	return t.Kind == word.Letters && len(t.Text) > 1 && !word.Stop(lang, t.Text) && !possessives[t.Text] &&
		!stated.IsFigure(t.Text) && t.Text != "uhr" && !money[t.Text]
}
