package pseudonym

import (
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/pseudonym/tagger"
)

// The tagger learned from German sentences, in which a word with a capital that is no noun is mostly a
// name. In other languages, above all in the headings and menus of their pages, it takes brands, products
// and common words for names. There the lists of names decide whether it is believed.

// germanWords and otherWords tell German sentences from those of other languages.
var (
	germanWords = set(`der die das dem den des und ist ich nicht mit für auf ein eine einen einem einer zu von vom zur zum im wir sie es uns unser unsere ihr ihre auch bei wie oder aber nach sind war wird
		werden haben hat kann bitte mein meine sich aus als dass wenn durch über bis noch nur um er hier seit alle mehr sehr gut hallo danke möchte`)
	otherWords = set(`the and of to is it for with on you your we our this that are be at by from or have has will can not i my me a as but if they their his her she he was were would there what when how please thanks
		hello all more about up out get which who le la les et des du un une est pour dans avec sur que qui el los las del y en es por con una para il di che e per non sono het een van voor met niet zijn op aan`)
)

// leaning says how many words of the tokens [start, end) speak for German beyond those that speak for
// another language.
func (s *scan) leaning(start, end int) (lean int) {
	for i := start; i < end; i++ {
		if s.tokens[i].kind != word {
			continue
		}
		w := s.lower(i)
		switch german, other := germanWords[w], otherWords[w]; {
		case german && !other:
			lean += 2
		case other && !german:
			lean -= 2
		default:
			switch s.known(i) & (tagger.Common | tagger.CommonEnglish) {
			case tagger.Common:
				lean++
			case tagger.CommonEnglish:
				lean--
			}
		}
	}
	return lean
}

// abroadWords is how many words a text must have before it is taken for one in a third language because
// nothing in it is German or English.
const abroadWords = 8

// abroad says whether the sentence [start, end) is in another language than German. A sentence that does
// not tell is in the language of its text.
func (s *scan) abroad(start, end int) bool {
	if lean := s.leaning(start, end); lean != 0 {
		return lean < 0
	}
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
	const plain = tagger.Common | tagger.CommonEnglish
	var words, first, listed, somebody, common, odd int
	for i := from; i < to; i++ {
		if s.tokens[i].kind != word || !s.tokens[i].upper {
			continue
		}
		w := strings.TrimSuffix(strings.TrimSuffix(s.word(i), "'s"), "’s")
		known := tagger.Default().Known(w)
		usual := s.has(i, usualNames)
		words++
		switch {
		case known&plain != 0 && !usual:
			common++
		case known&tagger.FirstName != 0:
			first++
		case known&tagger.LastName != 0 && known&tagger.Place == 0:
			listed++
		case known&tagger.AnyName != 0:
			somebody++
		}
		if brandLike(w) {
			odd++
		}
	}
	running := s.running(start, end)
	switch {
	case words == 0 || odd > 0 || common == words || s.dated(from, to):
		return from, false
	case first > 0:
		return from, true
	case words == 1:
		return from, listed > 0 && running || s.besidePerson(from, to)
	case listed > 0:
		return from, true
	}
	return from, common == 0 && (somebody > 0 || running) || s.besidePerson(from, to)
}

// brandLike says whether a word is written as names of makes and products are and those of people are
// not: with digits, in capitals throughout or with one inside.
func brandLike(w string) bool {
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
	return small > 2
}

// Words beside a name that are said of people.
var (
	personVerbs = set(`said says told wrote writes asked asks called thinks explained added replied answered promised phoned emailed herself himself`)
	personWords = set(`ask tell told called call met meet contact colleague neighbour neighbor husband wife son daughter brother sister friend boss manager doctor teacher
		mother father mum mom dad uncle aunt tenant landlord patient customer name named by dear cc signed regards`)
)

// besidePerson says whether words that are said of people stand beside the name [from, to).
func (s *scan) besidePerson(from, to int) bool {
	if to < len(s.tokens) && !s.tokens[to].line && s.tokens[to].kind == word && personVerbs[s.lower(to)] {
		return true
	}
	return from > 0 && !s.tokens[from].line && s.tokens[from-1].kind == word && !s.tokens[from-1].upper && personWords[s.lower(from-1)]
}
