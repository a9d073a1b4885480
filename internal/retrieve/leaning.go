package retrieve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Whether a question needs those before it to be understood: "und am Samstag?", "was kostet das?", "wie teuer?"

// openers begin questions that continue the one before.
var openers = []string{
	"und ", "und,", "aber ", "oder ", "auch ", "was ist mit", "wie ist es mit", "wie sieht es", "wie siehts", "gilt das", "gilt dies", "geht das", "dann ",
	"and ", "but ", "or ", "also ", "what about", "how about", "what if", "does that", "is that", "does this", "then ", "same for",
	"warum", "wieso", "weshalb", "why", "sonst noch", "noch etwas", "anything else", "more", "mehr dazu", "genauer", "wirklich", "really",
}

// pronouns stand for something said before.
var pronouns = wordlist.Set(`das es sie er ihn ihm ihnen dies diese dieser dieses diesen diesem dazu davon dafur dabei damit daran darauf daruber darin dort da deren
dessen denen sowas soetwas it that this they them those these there he she him her its their ones`)

// articles are pronouns that only lead to the noun behind them: "was kostet das Training".
var articles = wordlist.Set("das")

// demonstratives are articles that stand for a noun where none follows: "Wie lange gelten die?", "Gibt es
// den auch in Blau?".
var demonstratives = wordlist.Set("der die den dem")

// suchThing are what "so" makes a pronoun of: "Was kostet so etwas?"
var suchThing = wordlist.Set("was etwas")

// expletives are pronouns that stand for nothing after a word: "gibt es", "is there".
var expletives = map[string]string{"gibt": "es", "is": "there", "are": "there", "was": "there", "were": "there", "will": "there"}

// leans reports whether a question needs an earlier one to be understood: it
// begins with a continuation, or has a pronoun and hardly any words of its own,
// or is one or two words.
func leans(text string) bool {
	lower := strings.ToLower(strings.TrimSpace(text))
	lang, _ := word.Language(text)
	if lang == "" {
		lang = "de"
	}
	tokens := word.Tokens(text, lang)
	own, pronoun := ownWords(text, tokens, lang)
	if asksWhereYouAre(tokens) {
		return false
	}
	if own == 0 {
		return pronoun || len(tokens) < 4 || !everyday(tokens, lang)
	}
	if own <= 2 && saysWho(text, tokens) {
		return true
	}
	if onlyHow(tokens) || onlyDetail(tokens) || own <= 2 && lang == "de" && otherKind(tokens, lang) || own == 1 && onlyMost(tokens) || own <= 2 && choosing(tokens) {
		return true
	}
	for _, o := range openers {
		if strings.HasPrefix(lower, o) && own <= 4 {
			return !resumed(text, tokens, lang)
		}
	}
	return pronoun && own <= 2
}

// PointsBack reports whether a question speaks of something that was named before it: "Und was kostet es dort?", "What do
// you charge?"
func PointsBack(text string) bool {
	lang, _ := word.Language(text)
	lang = cmp.Or(lang, "de")
	tokens := word.Tokens(text, lang)
	own, pronoun := ownWords(text, tokens, lang)
	return pronoun || leans(text) || own <= 1 && stated.AmountAsked(tokens) == stated.AmountPrice
}

// ownWords counts the words by which a question says itself what it is about, and tells whether it has a pronoun for that.
func ownWords(text string, tokens []word.Token, lang string) (own int, pronoun bool) {
	for i, t := range tokens {
		switch {
		case demonstratives[t.Text]:
			pronoun = pronoun || lang == "de" && (i+1 == len(tokens) || word.Stop(lang, tokens[i+1].Text)) &&
				(i == 0 || !strings.Contains(word.Gap(text, tokens[i-1], t), ",")) && !resumes(text, tokens[:i+1], lang)
		case addresses(tokens, i):
		case t.Text == "so" && i+1 < len(tokens) && suchThing[tokens[i+1].Text]:
			pronoun = true
		case standsForThing(tokens, i):
			pronoun = pronoun || own <= 1 // "the bigger one"; "the yellow fever one" says which
		case pronouns[t.Text]:
			noun := i+1 < len(tokens) && tokens[i+1].Capital && !word.Stop(lang, tokens[i+1].Text)
			pronoun = pronoun || !(articles[t.Text] && noun) && !(i > 0 && expletives[tokens[i-1].Text] == t.Text)
		case !word.Stop(lang, t.Text):
			own++
		}
	}
	return own, pronoun
}

// resumes says whether the last of some words stands for what was named before a comma: "den Bus, was kostet der".
func resumes(text string, tokens []word.Token, lang string) bool {
	for j := range len(tokens) - 1 {
		if tokens[j].Capital && !word.Stop(lang, tokens[j].Text) && strings.Contains(word.Gap(text, tokens[j], tokens[j+1]), ",") {
			return true
		}
	}
	return false
}

// resumed says whether a question asks something of what it names itself before a comma: "und Dr. Klug, wann ist der da?"
func resumed(text string, tokens []word.Token, lang string) bool {
	asks := false
	for i, t := range tokens {
		asks = asks || ways[t.Text] != wayOther
		if asks && demonstratives[t.Text] && resumes(text, tokens[:i+1], lang) {
			return true
		}
	}
	return false
}

// standsForThing says whether the word at i is the "one" of "the bigger one", "how much for one".
func standsForThing(tokens []word.Token, i int) bool {
	if t := tokens[i].Text; t != "one" && t != "ones" || i == 0 {
		return false
	}
	return i+1 == len(tokens) || placePrepositions[tokens[i+1].Text] || detailing[tokens[i+1].Text]
}

// onlyDetail says whether a question is nothing but a detail of another: "für Erwachsene?", "how many kids?"
func onlyDetail(tokens []word.Token) bool {
	if len(tokens) > 1 && (tokens[0].Text == "und" || tokens[0].Text == "and") {
		tokens = tokens[1:]
	}
	if len(tokens) < 2 || len(tokens) > 3 {
		return false
	}
	if forWhom[tokens[0].Text] {
		return true
	}
	if len(tokens) == 3 && ways[tokens[0].Text] == wayHow && amounts[tokens[1].Text] {
		return !asksVerb(tokens[2].Text)
	}
	return len(tokens) == 2 && ways[tokens[0].Text] == wayAmount && !asksVerb(tokens[1].Text)
}

// forWhom are those of detailing that say nothing without what it is for; "mit Rezept?" and "ohne Termin?" do.
var forWhom = wordlist.Set("fur pro for per")

// asksVerb says whether a word is a verb or an adverb that asks something with an interrogative alone: "wie viel kostet",
// "what now".
func asksVerb(folded string) bool {
	return beginning[folded] || stated.IsCostVerb(folded) || factWords[folded] != 0
}

// asksWhereYouAre says whether a question is where those are who are asked: "Und wo seid ihr?", "where are you".
func asksWhereYouAre(tokens []word.Token) bool {
	where, you := false, false
	for i, t := range tokens {
		switch {
		case ways[t.Text] == wayWhere:
			where = true
		case spokenTo[t.Text], addresses(tokens, i):
			you = true
		case !bareWhere[t.Text] && !seeking[t.Text]:
			return false
		}
	}
	return where && you
}

var (
	spokenTo = wordlist.Set("ihr euch you")
	seeking  = wordlist.Set("seid finde findet ich man kann can i do we find")
)

// saysWho says whether a text only says who asks, which the answer to the question before may hang on: "ich bin Student". Who says
// what they look for asks something of their own.
func saysWho(text string, tokens []word.Token) bool {
	return len(tokens) > 2 && !strings.Contains(text, "?") && oneself[tokens[0].Text] && being[tokens[1].Text] &&
		!slices.ContainsFunc(tokens[2:], func(t word.Token) bool { return wishing[t.Text] || ways[t.Text] != wayOther || beginning[t.Text] })
}

var (
	oneself = wordlist.Set("ich wir i we")
	being   = wordlist.Set("bin sind am are m re")
	wishing = wordlist.Set("suche suchen interessiert interesse looking searching hoping trying planning interested after")
)

// onlyMost says whether a question asks for the one that is the most and does not say of what: "what's the cheapest?"
func onlyMost(tokens []word.Token) bool {
	n := len(tokens) - 1
	return n > 0 && tokens[n-1].Text == "the" && isMost(tokens, n)
}

// choosing says whether a question asks which of things it is and does not say of which: "Welche ist am günstigsten?", "which
// one is cheaper?"
func choosing(tokens []word.Token) bool {
	for len(tokens) > 1 && resuming[tokens[0].Text] {
		tokens = tokens[1:]
	}
	return len(tokens) > 2 && stated.IsWhich(tokens[0].Text) && isOne[tokens[1].Text] && !tokens[len(tokens)-1].Capital
}

var (
	resuming = wordlist.Set("und and aber but also")
	isOne    = wordlist.Set("ist sind is are one ones")
)

// onlyHow says whether a question is nothing but how much of something: "Wie teuer?", "Und wie groß?"
func onlyHow(tokens []word.Token) bool {
	if len(tokens) > 1 && (tokens[0].Text == "und" || tokens[0].Text == "and") {
		tokens = tokens[1:]
	}
	return len(tokens) == 2 && ways[tokens[0].Text] == wayHow && (amounts[tokens[1].Text] || stated.AsksPrice(tokens[1].Text))
}

// addresses says whether the word at i is how who is asked is spoken to: "Wann haben Sie geöffnet?"
func addresses(tokens []word.Token, i int) bool {
	t := tokens[i]
	return i > 0 && (t.Text == "sie" || t.Text == "ihnen") && (t.Capital || tokens[i-1].Text == "haben")
}

// everyday reports whether a question of nothing but function words is about an everyday topic all
// the same: "Wann habt ihr auf?"
func everyday(tokens []word.Token, lang string) bool {
	finder := analysis.NewTopicFinder(lang, true)
	for _, t := range tokens {
		finder.Word(t, analysis.TopicWord(lang, t), nil)
	}
	finder.End(0)
	return len(finder.Found()) > 0
}
