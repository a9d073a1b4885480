package personal

import (
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// The tagger learned from German sentences, in which a word with a capital that is no noun is mostly a
// name. In other languages, above all in the headings and menus of their pages, it takes brands, products
// and common words for names. There the lists of names decide whether it is believed.

// germanWords and otherWords tell German sentences from those of other languages.
var (
	germanWords = wordlist.Set(`der die das dem den des und ist ich nicht mit für auf ein eine einen einem einer zu
		von vom zur zum im wir sie es uns unser unsere ihr ihre auch bei wie oder aber nach sind war wird
		werden haben hat kann bitte mein meine sich aus als dass wenn durch über bis noch nur um er hier seit alle mehr sehr gut hallo danke möchte`)
	otherWords = wordlist.Set(`the and of to is it for with on you your we our this that are be at by from or have has
		will can not i my me a as but if they their his her she he was were would there what when how please thanks
		hello all more about up out get which who le la les et des du un une est pour dans avec sur que qui
		el los las del y en es por con una para il di che e per non sono het een van voor met niet zijn op aan`)
)

// leans is what each of these words speaks for, more than a word that is only in a dictionary does: above 0 for
// German. Those of both speak for none.
var leans = func() map[string]int8 {
	m := map[string]int8{}
	for w := range germanWords {
		m[w] += 2
	}
	for w := range otherWords {
		m[w] -= 2
	}
	return m
}()

// leaning says how many words of the tokens [start, end) speak for German beyond those that speak for
// another language.
func (s *scan) leaning(start, end int) (lean int) {
	for i := start; i < end; i++ {
		if s.tokens[i].kind != word {
			continue
		}
		lean += int(s.about(s.ids[i]).speaks)
	}
	return lean
}

// leanOf says for which language a word speaks that the lexicons know so, and how much.
func leanOf(n note, known uint8) int8 {
	if n.lean != 0 {
		return n.lean
	}
	switch known & (tagger.Common | tagger.CommonEnglish) {
	case tagger.Common:
		return 1
	case tagger.CommonEnglish:
		return -1
	}
	return 0
}

// abroadWords is how many words a text must have before it is taken for one in a third language because
// nothing in it is German or English.
const abroadWords = 8

// abroad says whether the sentence [start, end) is in another language than German. A sentence that does
// not tell clearly is in the language of its text.
func (s *scan) abroad(start, end int) bool {
	if lean := s.leaning(start, end); lean < -1 || lean > 1 {
		return lean < 0
	}
	return s.abroadText()
}

// abroadText says whether the whole text is in another language than German.
func (s *scan) abroadText() bool {
	if s.language == 0 {
		s.language = 1
		if lean := s.leaning(0, len(s.tokens)); lean < 0 || lean == 0 && len(s.tokens) > abroadWords {
			s.language = -1
		}
	}
	return s.language < 0
}

// believed says whether what the tagger took for a name in a sentence [start, end) of another language
// than German is one, and where it begins.
func (s *scan) believed(from, to, start, end int) (int, bool) {
	for i := to - 2; i >= from; i-- {
		if strings.HasSuffix(s.word(i), "'s") || strings.HasSuffix(s.word(i), "’s") { // "Inception's Stefano Ermon"
			from = i + 1
			break
		}
	}
	for from < to && s.tokens[from].kind == word && s.has(from, functionWords) { // "I'm Jaideep"
		from++
	}
	for from < to && s.tokens[from].kind == word && s.dictionaryWord(from) && s.known(from)&tagger.FirstName == 0 { // "Treadmill Repair Boone"
		from++
	}
	running := s.running(start, end)
	var words, first, maybe, last, somebody, dictionary, between int
	for i := from; i < to; i++ {
		if s.tokens[i].kind != word || !s.tokens[i].upper {
			if i > from && s.has(i, particles) { // "Maika van de Noort"
				between++
			}
			continue
		}
		w := strings.TrimSuffix(strings.TrimSuffix(s.word(i), "'s"), "’s")
		if brandLike(w) || len(w) > 1 && char.InCapitals(w) && (running || !char.InCapitals(s.word(from))) {
			return from, false
		}
		words++
		known := tagger.Default().Known(w)
		switch {
		case s.dictionaryWord(i):
			dictionary++
			if known&tagger.FirstName != 0 && i == from {
				maybe++
			}
		case known&tagger.FirstName != 0:
			first++
		case known&tagger.LastName != 0 && known&tagger.Place == 0:
			last++
		case known&tagger.AnyName != 0:
			somebody++
		}
	}
	switch {
	case words == 0 || s.dated(from, to):
		return from, false
	case first > 0:
		return from, true
	case words == 1:
		return from, last > 0 && running || s.besidePerson(from, to)
	case dictionary == words:
		return from, maybe > 0 && (s.known(to-1)&tagger.LastName != 0 || s.besidePerson(from, to))
	case maybe > 0 || last > 0 || between > 0:
		return from, true
	}
	return from, dictionary == 0 && (somebody > 0 || running) || s.besidePerson(from, to)
}

// joins says whether the single word [from, to) stands beside somebody who was found, "Usamov and Bowers".
func (s *scan) joins(from, to int) bool {
	if to-from != 1 || s.dictionaryWord(from) || brandLike(s.word(from)) {
		return false
	}
	beside := func(i, step int) bool { // a name beyond "and" or a comma
		if i < 0 || i >= len(s.tokens) || !s.is(i, ',') && !s.meets(i) {
			return false
		}
		if i += step; i < 0 || i >= len(s.tokens) || s.tokens[i].kind != word || !s.tokens[i].upper || s.dictionaryWord(i) {
			return false
		}
		return s.known(i)&(tagger.FirstName|tagger.LastName) != 0 && s.known(i)&tagger.Place == 0
	}
	return beside(from-1, -1) || beside(to, 1)
}

// firm says whether a first name that is no word of a dictionary is part of a find, or a "van" or "de".
func (s *scan) firm(e Entity) bool {
	for i := s.tokenAt(e.Start); i < len(s.tokens) && s.tokens[i].end <= e.End; i++ {
		if s.known(i)&tagger.FirstName != 0 && !s.dictionaryWord(i) || !s.tokens[i].upper && s.has(i, particles) {
			return true
		}
	}
	return false
}

// dictionaryWord says whether the word at token i is one of a dictionary, though it may be somebody's
// name, and none of the names that most people bear.
func (s *scan) dictionaryWord(i int) bool {
	known := s.known(i)
	return (known&tagger.SmallEnglish != 0 || known&tagger.CommonEnglish != 0 && known&(tagger.FirstName|tagger.LastName) == 0) && !(s.has(i, usualNames) && !s.tokens[i].line)
}

// listed says whether one of the words [from, to) is in a list of names; a single one must not be in the
// dictionary, too.
func (s *scan) listed(from, to int) bool {
	if to-from == 1 && s.known(from)&tagger.Common != 0 && !s.has(from, usualNames) {
		return false
	}
	for i := from; i < to; i++ {
		if s.known(i)&(tagger.FirstName|tagger.LastName|tagger.AnyName) != 0 {
			return true
		}
	}
	return false
}

// brandLike says whether a word is written as names of makes and products are and those of people are
// not: with digits, in capitals throughout or with one inside.
func brandLike(w string) bool {
	if rest, ok := strings.CutPrefix(w, "Mac"); ok && len(rest) > 3 && tagger.Default().Known(rest)&(tagger.Common|tagger.CommonEnglish|tagger.SmallEnglish) == 0 {
		w = rest // "MacInnes", and not "MacBook"
	}
	before := 0 // letters since the last mark
	for _, r := range w {
		if unicode.IsDigit(r) {
			return true
		}
		if before > 2 && unicode.IsUpper(r) {
			return true
		}
		if before++; !unicode.IsLetter(r) {
			before = 0
		}
	}
	return false
}

// dated says whether a single word is the name of a month, with a day or a year beside it.
func (s *scan) dated(from, to int) bool {
	if to-from != 1 || !s.has(from, months) {
		return false
	}
	next := to
	if s.is(next, '.') || s.is(next, '(') {
		next++
	}
	return next < len(s.tokens) && s.tokens[next].kind == number || from > 0 && s.tokens[from-1].kind == number
}

// running says whether the sentence [start, end) is one that somebody wrote, and no heading, list or menu.
func (s *scan) running(start, end int) bool {
	small := 0
	for i := start; i < end; i++ {
		if s.tokens[i].kind == word && !s.tokens[i].upper {
			small++
		}
	}
	return small > 1
}

// Words beside a name that are said of people.
var (
	personVerbs = wordlist.Set(`said says told wrote writes asked asks called thinks explained added replied answered promised phoned emailed herself himself`)
	personWords = wordlist.Set(nearPeople + ` ask tell told called call met meet contact manager doctor teacher patient customer name named dear cc signed regards said add i'm i’m`)
)

// speakers label what somebody said or wrote.
var speakers = wordlist.Set(`user caller customer visitor guest client me kunde kundin anrufer besucher`)

// spokenTo stand before "to" or "with" and somebody, ourWords before the word for somebody.
const (
	spokenTo = `spoke spoken speak speaking talked talk talking wrote written write complained appointment meeting met call`
	ourWords = "my our his her"
)

var speaksTo = wordlist.Set(spokenTo)

// nearPeople are words for people of whom somebody says "my"; kin are all of them, also those that stand
// before other names.
const nearPeople = "colleague neighbour neighbor husband wife son daughter brother sister friend boss landlord tenant mother father mum mom dad uncle aunt"

var kin = wordlist.Sieved(nearPeople + " partner cousin")

// toldName gives the first token of a name that English words at token i tell, "I am", "I spoke to", "my
// wife", 0 if none stands there: no word of a dictionary, no place.
func (s *scan) toldName(i, end int) int {
	if !s.opens(i, opensName) {
		return 0
	}
	next := 0
	switch w := s.lower(i); {
	case w == "i'm" || w == "i’m":
		next = i + 1
	case w == "i" && i+1 < end && s.lower(i+1) == "am", i+1 < end && (s.lower(i+1) == "to" || s.lower(i+1) == "with") && speaksTo[w],
		(w == "my" || w == "our" || w == "his" || w == "her") && i+1 < end && kin.Has(s.lower(i+1)):
		next = i + 2
	}
	if next == 0 || next >= end || !s.upperWord(next) || s.notes[next].clue != 0 || brandLike(s.word(next)) {
		return 0
	}
	known := s.known(next)
	if known&tagger.FirstName == 0 && known&(tagger.Common|tagger.CommonEnglish|tagger.SmallEnglish|tagger.Place) != 0 || s.dictionaryWord(next) {
		return 0
	}
	return next
}

// besidePerson says whether words that are said of people stand beside the name [from, to).
func (s *scan) besidePerson(from, to int) bool {
	if to < len(s.tokens) && !s.tokens[to].line && s.tokens[to].kind == word && personVerbs[s.lower(to)] {
		return true
	}
	if from == 0 || s.tokens[from].line {
		return false
	}
	if s.is(from-1, ':') && from > 1 && s.tokens[from-2].kind == word && speakers[s.lower(from-2)] { // "Bot: What's your name? User: Priya"
		return to == len(s.tokens) || s.tokens[to].line || s.tokens[to].kind == mark
	}
	if from > 1 && (s.lower(from-1) == "to" || s.lower(from-1) == "with") && speaksTo[s.lower(from-2)] {
		return true
	}
	return s.tokens[from-1].kind == word && personWords[s.lower(from-1)]
}

// nameLike says whether the words [from, to) may be a name by how they are written and by the dictionary.
// One of the dictionary may if it is also somebody's name and no sentence begins with it.
func (s *scan) nameLike(from, to int) bool {
	for i := from; i < to; i++ {
		if s.tokens[i].kind != word {
			continue
		}
		if w := s.word(i); brandLike(w) || char.InCapitals(w) {
			return false
		}
		begins := i == from && s.beginsName(i)
		name := s.known(i)&(tagger.FirstName|tagger.LastName) != 0
		// No list and no dictionary has words of other scripts.
		if begins && to-from == 1 && strings.IndexFunc(s.word(i), func(r rune) bool { return r >= 0x370 }) >= 0 || s.dictionaryWord(i) && (begins || !name) {
			return false
		}
	}
	return !s.dated(from, to)
}

// beginsName says whether a line or a sentence begins with token i, so that its capital says nothing.
func (s *scan) beginsName(i int) bool {
	return i == 0 || s.tokens[i].line || s.is(i-1, '.') || s.is(i-1, '!') || s.is(i-1, '?')
}
