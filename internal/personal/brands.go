package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// branded says whether the tokens [from, to) are the name of a make that is called after somebody, and
// nothing but the make can be meant.
func (s *scan) branded(from, to int) bool {
	if from > 0 && (s.titled(from-1) || s.is(from-1, '.') && from > 1 && s.titled(from-2)) {
		return s.titledBrand(from)
	}
	if to-from == 2 && s.known(from)&tagger.FirstName != 0 && s.actsBehind(to) { // "Paul Green hat angerufen"
		return false
	}
	if to-from == 3 && s.tokens[to-1].kind == word && s.words.brands.Has(s.smallAt(s.tokens[from].start, s.tokens[to-2].end)) { // "Jack Wolfskin Jacke"
		return true
	}
	name := s.smallAt(s.tokens[from].start, s.tokens[to-1].end)
	name = strings.ReplaceAll(name, "’", "'")
	return s.words.brands.Has(name) || s.words.brands.Has(strings.TrimSuffix(name, "'s")) || s.partOfBrand(from, to)
}

// titledBrand says whether the word at token i stands behind a title that is part of a make: "Dr. Oetker".
func (s *scan) titledBrand(i int) bool {
	return i > 1 && s.is(i-1, '.') && s.lower(i-2) == "dr" && s.words.brands.Has(s.smallAt(s.tokens[i-2].start, s.tokens[i].end))
}

// partOfBrand says whether the tokens [from, to) stand in a make or another thing of three words or more, or go on behind one: "Jing Cha" in
// "Long Jing Cha", "Lee Kum Kee Sojasauce".
func (s *scan) partOfBrand(from, to int) bool {
	const least, most = 3, 4
	for lo := max(0, from-1); lo <= from; lo++ {
		for hi := max(lo+least, to-1); hi <= min(lo+most, to+1, len(s.tokens)); hi++ {
			if s.words.brands.Has(s.folded[s.tokens[lo].start:s.tokens[hi-1].end]) {
				return true
			}
		}
	}
	return false
}

// famous are names that are known from tales, plays and films: who speaks of them speaks of no visitor.
var famous = wordlist.Sift(map[string]bool{
	"romeo und julia": true, "romeo and juliet": true, "romeo & julia": true, "tristan und isolde": true, "tristan and isolde": true, "hänsel und gretel": true,
	"hansel and gretel": true, "max und moritz": true, "harry potter": true, "peter pan": true, "robin hood": true, "sherlock holmes": true, "james bond": true,
	"anna karenina": true, "tom sawyer": true, "oliver twist": true, "pippi langstrumpf": true, "jim knopf": true, "winnie puuh": true, "mary poppins": true,
})

// ofWork says whether the tokens [from, to) are such a name, or one half of it: "Karten für Romeo und Julia".
func (s *scan) ofWork(from, to int) bool {
	is := func(from, to int) bool {
		return from >= 0 && to <= len(s.tokens) && famous.Has(s.folded[s.tokens[from].start:s.tokens[to-1].end])
	}
	return is(from, to) || to-from == 1 && (is(from, to+2) || is(from-2, to))
}

// modelsNamed are things to which makers give names of people as those of models.
var modelsNamed = wordlist.Set(`modell model serie kollektion collection typ variante ausführung sofa sessel stuhl tisch bett schrank regal lampe kommode matratze teppich kleid
	rock bluse hose jeans jacke mantel schuh schuhe stiefel tasche ring kette sorte pizza menü menu suite zimmer apartment ferienwohnung wagen range style dress jacket sofas
	chair table bed lamp bag`)

// modelNamed says whether the one word at token i stands in quotes behind or before such a thing: "das Sofa „Helene“".
func (s *scan) modelNamed(i int) bool {
	if i > 1 && s.is(i-1, ':') {
		thing, label := strings.CutSuffix(s.lower(i-2), "name") // "Modellname: Helene"
		return label && thingsNamed.Has(thing)
	}
	if i < 2 || i+1 >= len(s.tokens) || !s.openQuote(i-1) || !s.openQuote(i+1) {
		return false
	}
	return modelsNamed[s.lower(i-2)] || i+2 < len(s.tokens) && modelsNamed[s.lower(i+2)]
}

// openQuote says whether token i is a quotation mark, of whatever language.
func (s *scan) openQuote(i int) bool {
	switch s.word(i) {
	case "\"", "'", "„", "“", "”", "‚", "‘", "’", "«", "»":
		return true
	}
	return false
}
