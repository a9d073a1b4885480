package retrieve

import (
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// askingWords say how a question is asked, not what about: a page that explains
// a term seldom says "Begriff" or "means", and one that gives a number does
// not say "viele" or "many".
var askingWords = map[string]map[string]bool{
	"de": wordlist.Set(`bedeutet bedeuten bedeutung begriff begriffe heisst heissen nennt nennen genannt wort worter definition definiert definieren versteht verstehen
meint gemeint erklaren erklare erklart erlautern wissen sagen bezeichnet bezeichnung bezeichnen beschreiben beschreibt name namen art arten sorte grund grunde beispiel
beispiele gibt gab frage fragen heisse hiess hiessen nannte lautet lautete worum wobei wogegen viele vielen viel lange lang oft hoch weit gross alt laut gemass
passiert passierte geschah geschieht bedeutete liegt liegen befindet befinden zweck anzahl jemand genau finde finden findet seid`),
	"en": wordlist.Set(`mean means meaning term terms word words called name names named known definition define defined kind kinds type types sort example examples reason
reasons explain describe described refer refers question questions happen happens happened purpose many much often long far old large anyone someone something according exactly find`),
}

// pricing words ask for a price, which a page may give without any of them: "Rose 19,90 €".
var pricingWords = wordlist.Set("kostet kosten teuer cost costs expensive")

// What such words count, where a word of the matter counts 1.
const (
	askingWeight  = 0.4
	pricingWeight = 0.8
	generalWeight = 0.5 // of "Kryptowährungen wie Bitcoin": a page that speaks of Bitcoin answers
)

// ownPlaces are words for the place of who is asked: "Where is your shop?" wants an address, which need
// not say "shop".
var ownPlaces = wordlist.Set(`laden geschaft praxis buro firma filiale kanzlei studio betrieb standort restaurant hotel ladengeschaft unternehmen
	shop store office practice company branch gym surgery premises salon zweigstelle`)

// asking says whether the word at i only says how the question is asked.
func (qu *question) asking(tokens []word.Token, i int) bool {
	t := tokens[i].Text
	return asksOnly(t, qu.lang) && !owned(tokens, i) || qu.facts&stated.Place != 0 && ownPlaces[stated.InGerman(t, qu.lang)]
}

// asksOnly says whether a folded word is one of the words that say how a question is asked.
func asksOnly(folded, lang string) bool {
	if words, ok := askingWords[lang]; ok {
		return words[folded]
	}
	german, ok := stated.German(folded, lang)
	return ok && (askingWords["de"][german] || word.Stop("de", german) && !word.Stop(lang, folded))
}

// possessives stand before what somebody has.
var possessives = wordlist.Set(`mein meine meinem meinen meiner meines dein deine deinem deinen deiner deines sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres
	unser unsere unserem unseren unserer unseres euer eure eurem euren eurer eures my your his her its our their`)

// owned says whether the word at i is what somebody has: "Wie ändere ich meinen Namen?" is about the
// name, "Unter welchem Namen …" asks for one.
func owned(tokens []word.Token, i int) bool { return i > 0 && possessives[tokens[i-1].Text] }

// wordWeight is what word i of a question counts.
func wordWeight(tokens []word.Token, i int, asking bool, lang string) float32 {
	switch {
	case asking:
		return askingWeight
	case pricingWords[stated.InGerman(tokens[i].Text, lang)]:
		return pricingWeight
	case exampleOf(tokens, i) >= 0:
		return generalWeight
	}
	return 1
}

// passes says whether a folded word is one of passing.
func passes(folded, lang string) bool {
	if words, ok := passing[lang]; ok {
		return words[folded]
	}
	return passing["de"][stated.InGerman(folded, lang)]
}

// passing are words that say nothing of the matter either, and that no page need have: when the visitor
// asks, how they address people, and what merely fills a sentence.
var passing = map[string]map[string]bool{
	"de": wordlist.Set(`heute morgen jetzt gerade momentan aktuell derzeit schon bereits uberhaupt eigentlich ungefahr circa etwa vielleicht herr herrn frau hallo danke nochmal mal lassen`),
	"en": wordlist.Set(`today tomorrow tonight now currently already actually anyway roughly approximately maybe perhaps mr mrs ms hello hi thanks`),
}
