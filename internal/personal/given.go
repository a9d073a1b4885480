package personal

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// givenNamesText are given names that the lexicon of the tagger lacks.
//
//go:embed givennames.txt
var givenNamesText string

// surnamesText are surnames of the kind.
//
//go:embed surnames.txt
var surnamesText string

var (
	givenNames = sync.OnceValue(func() map[string]bool { return readNames(givenNamesText) })
	surnames   = sync.OnceValue(func() map[string]bool { return readNames(surnamesText) })
)

// readNames reads a list of names with comments behind "#".
func readNames(list string) map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.FieldsSeq(line) {
			names[strings.ToLower(name)] = true
		}
	}
	return names
}

// given finds a given name with what can be a surname behind it: "Gerd Wechselberg".
func (s *scan) given(start, end int) {
	for i := start; i+1 < end; i++ {
		if !s.tokens[i].upper || !s.givenName(i) {
			continue
		}
		j := i + 1
		for j+1 < end && s.givenName(j) && !s.tokens[j].line {
			j++ // "Hans Peter Wawrzyniak"
		}
		told := false // by the small words that a surname stands there
		if !s.tokens[j].line && (!s.tokens[j].upper || s.known(j)&tagger.FirstName == 0) {
			next := s.behindParticles(j, end)
			told = next > j && (s.afterParticles(next, next-j) || next == j+1 && s.lower(j) == "zu" && s.known(next)&tagger.Place != 0 && s.wholeEnd(next+1)) // "Leopold zu Löwenstein"
			j = next
		}
		if told {
			s.person(i, j+1, 0.7)
			i = j
			continue
		}
		if s.known(i)&anyWords != 0 && s.known(j)&tagger.LastName == 0 {
			continue
		}
		if !s.surname(j) || germanNoun(s.lower(j)) && s.known(j)&tagger.LastName == 0 && !s.notes[j].family {
			continue
		}
		if !s.branded(i, j+1) && !s.isThing(i, j+1) && !s.cited(j+1) {
			s.person(i, s.widen(i, j+1), 0.7)
		}
		i = j
	}
}

// givenName says whether token i is somebody's given name and no other word.
func (s *scan) givenName(i int) bool {
	return i < len(s.tokens) && s.tokens[i].kind == word && s.tokens[i].upper && s.notes[i].given && s.known(i)&tagger.SmallEnglish == 0
}

// surname says whether token i can be a surname behind a given name: a capitalised word that is no noun.
func (s *scan) surname(i int) bool {
	if !s.upperWord(i) || s.notes[i].clue != 0 || s.has(i, functionWords|prepositions|articles|noPerson|thingsAfter|legalForms) {
		return false
	}
	w := s.word(i)
	known := s.known(i)
	if known&(tagger.Common|tagger.CommonEnglish|tagger.Place) != 0 && known&(tagger.LastName|tagger.AnyName) == 0 || len(w) < 3 && !s.notes[i].family || brandLike(w) || s.names.Compound(s.ids[i]) || compoundThing(s.lower(i)) {
		return false
	}
	return i+1 >= len(s.tokens) || !s.has(i+1, legalForms|thingsAfter)
}

// germanKin are words for people of whom somebody says "mein" or "meine".
var germanKin = wordlist.Sieved(`mann frau ehemann ehefrau sohn tochter vater mutter papa mama bruder
	schwester opa oma großvater großmutter enkel enkelin onkel tante neffe nichte cousin cousine
	schwager schwägerin schwiegervater schwiegermutter schwiegersohn schwiegertochter partner
	partnerin lebensgefährte lebensgefährtin freund freundin verlobter verlobte nachbar nachbarin
	kollege kollegin chef chefin mitbewohner mitbewohnerin vermieter vermieterin betreuer betreuerin patient patientin mandant mandantin mieter mieterin`)

// germanRoles are words for people of whom a text says who they are: "Ansprechpartnerin ist …".
const germanRoles = `ansprechpartner ansprechpartnerin inhaber inhaberin meister meisterin leiter leiterin geschäftsführer geschäftsführerin vorsitzender vorsitzende trainer trainerin
	ärztin arzt zuständig verantwortlich datenschutzbeauftragter datenschutzbeauftragte vertreter vertreterin stellvertreter stellvertreterin kontakt eigentümer eigentümerin`

const myWords = `mein meine meinem meinen meiner unser unsere unserem unseren unserer`

var isMine, isRole = wordlist.Sieved(myWords), wordlist.Sieved(germanRoles)

// toldGerman gives the first token of a name that German words at token i tell, "ich bin", "mein Mann",
// "Ansprechpartnerin ist", 0 if none stands there: two capitalised words that are no nouns.
func (s *scan) toldGerman(i, end int) int {
	if i+2 >= end || !s.opens(i, opensName) {
		return 0
	}
	w, after := s.lower(i), s.lower(i+1)
	if !(w == "ich" && after == "bin" || isMine.Has(w) && germanKin.Has(after) || (after == "ist" || after == "war") && isRole.Has(w)) {
		return 0
	}
	next := i + 2
	if w := s.lower(next); isMine.Has(s.lower(i)) && (w == "ist" || w == "heißt" || w == "war") { // "Mein Chef heißt …"
		next++
	}
	second := next + 1
	if second < end && s.is(second, ',') { // "Ich bin Zwickelbart, Waldtraut"
		second++
	}
	if w == "ich" && s.aloneName(next, end) || germanKin.Has(after) && next < end && s.nameable(next) {
		return next
	}
	if second >= end || s.has(next, titles) || s.dictionaryWord(next) || !s.partOfName(next, s.givenName(second)) || !s.partOfName(second, s.givenName(next)) {
		return 0
	}
	if second > next+1 {
		s.person(next, second+1, 0.85)
		return 0
	}
	return next
}

// callerName says whether the word behind "hier" at token i is the name of who calls or writes: "Hier Kahl, ich rufe an".
// A clause begins with it and ends with the name, or somebody calls again.
func (s *scan) callerName(i, end int) bool {
	if !s.has(i, introducing) || s.lower(i) != "hier" || !s.upperWord(i+1) || s.notes[i+1].clue != 0 || s.wordBefore(i) {
		return false
	}
	last := i + 1
	if s.upperWord(i+2) && s.known(i+1)&tagger.FirstName != 0 {
		last++
	}
	known, w := s.known(last), s.lower(last)
	if s.common(last) || known&(tagger.FirstName|tagger.LastName) == 0 && (known&(tagger.CommonEnglish|tagger.Place) != 0 || germanNoun(w) || compoundThing(w)) || s.has(last, titles|callings|functionWords|countries|knownTown|weekdays|months|leading) || brandLike(s.word(last)) || germanNoun(w) && known&tagger.LastName == 0 {
		return false
	}
	if j := last + 1; j < end && s.tokens[j].kind == word && !s.tokens[j].line {
		switch s.lower(j) {
		case "nochmal", "noch", "wieder", "aus", "von", "vom":
			return known&(tagger.FirstName|tagger.LastName) != 0 || known == 0
		}
		return false
	}
	return last+1 >= len(s.tokens) || s.tokens[last+1].line || s.is(last+1, ',') || s.is(last+1, '.') || s.is(last+1, '!')
}

// wordBefore says whether a word of the same clause stands before token i.
func (s *scan) wordBefore(i int) bool {
	return i > 0 && !s.tokens[i].line && s.tokens[i-1].kind != mark
}

// notAlone end words for what people are, "Veganerin", and hardly given names that no list has.
var notAlone = [...]string{"er", "in", "ist", "ant", "ent", "or", "ar", "ling", "ende", "lose", "eur", "ige", "iker", "loge", "at", "rat", "ier", "ner"}

// aloneName says whether the word at token i, with which somebody says who he is, is a name that stands alone: "Ich bin
// Erdmute und suche …".
func (s *scan) aloneName(i, end int) bool {
	return s.upperWord(i) && (s.wholeEnd(i+1) || i+1 < end && (s.lower(i+1) == "und" || s.lower(i+1) == "aus")) && s.nameable(i)
}

// nameable says whether the word at token i may be somebody's name where a message names somebody: it is a given name, or no
// other word.
func (s *scan) nameable(i int) bool {
	if !s.upperWord(i) || s.notes[i].clue != 0 || s.has(i, functionWords) {
		return false
	}
	if s.notes[i].given || s.has(i, usualNames) {
		return true
	}
	if s.everydayThing(i) || s.branded(i, i+1) || thingEnding(s.lower(i)) {
		return false
	}
	known, w := s.known(i), s.lower(i)
	if known&(tagger.Common|tagger.CommonEnglish|tagger.Place) != 0 || brandLike(s.word(i)) || s.has(i, titles|callings|ranks|functionWords|countries|knownTown) {
		return false
	}
	if known&tagger.FirstName != 0 {
		return true
	}
	for _, e := range notAlone {
		if strings.HasSuffix(w, e) {
			return false
		}
	}
	stem := strings.TrimSuffix(w, "e")
	return known&^tagger.AnyName == 0 && (len(w) > 3 || len(w) > 1 && (known != 0 || syllable(w))) && !germanNoun(w) && !compoundThing(w) && !s.names.Compound(s.ids[i]) && !roleEnding(stem) && !adjectives(stem)
}

// partOfName says whether token i can be a part of a name where the text tells that one follows. Beside a
// given name a word that is made of two nouns can: "Gerd Zwickelbart".
func (s *scan) partOfName(i int, beside bool) bool {
	switch {
	case s.givenName(i):
		return true
	case !s.upperWord(i) || germanNoun(s.lower(i)) && s.known(i)&tagger.LastName == 0:
		return false
	}
	return s.surname(i) || s.notes[i].clue == 0 && (beside && s.known(i) == 0 || s.known(i) == tagger.AnyName)
}
