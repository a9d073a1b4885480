package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// birthsOfKin finds days of birth that rows of a family tell, "Ehemann: 14.02.1983", and those on which somebody turns as old as told,
// "wird am 9.12. acht, also 9.12.2017".
func (s *scan) birthsOfKin() {
	turning := false
	for _, w := range turnWords {
		turning = turning || s.holds(w)
	}
	if !turning && s.seen.class&relatives == 0 && s.seen.opens&opensKin == 0 {
		return
	}
	at, last := 0, 0 // the token at the beginning of a group, and where the date before ends
	for i, g := range s.groups {
		for at < len(s.tokens) && s.tokens[at].start < g.start {
			at++
		}
		if char.Glued(s.text, g.start) {
			continue
		}
		role, sexed, newborn := s.roleRow(at)
		kin := s.kinRow(at) || role || last > 0 && last < g.start && g.start-last <= longestJoin && dateJoins[strings.Trim(s.folded[last:g.start], " ,")]
		if !kin && !turning {
			continue
		}
		start, stop := s.dateAt(i)
		if stop == 0 || start != g.start || char.RunsOn(s.text, stop) || untilBefore(s.text[:start]) || s.otherDay(start, stop) {
			continue
		}
		if year := s.childYear(s.text[start:stop]); year >= oldestBirth && year <= s.year && (kin && (newborn || year < s.year-kinAge) && (s.clauseEnds(stop) || sexed && year < s.year-writingAge) || turning && s.turns(at, year)) {
			s.add(start, stop, BirthDate, 0.7, fold(s.text[start:stop]))
			last = stop
		}
	}
}

// dateJoins stand between the days of birth of two children: "meine Söhne, 3.5.2012 und 4.6.2014".
var dateJoins = wordlist.Set("und and & sowie")

const longestJoin = len(", sowie ")

// kinRow says whether nothing but somebody of the family stands before token i in its row: "Ehemann: ", "Kind 2, ".
func (s *scan) kinRow(i int) bool {
	i--
	for k := 0; k < 2 && i > 0 && (s.is(i, ':') || s.is(i, ',') || s.is(i, '(') || s.digitsAt(i) == 1); k++ {
		i--
	}
	if i < 0 || s.tokens[i].kind != word || !s.has(i, relatives) && (!elders.Has(s.lower(i)) || s.lower(i) == "herr" || s.lower(i) == "frau") {
		return false
	}
	if i > 0 && ownWords.Has(s.lower(i-1)) && s.is(i+1, ':') { // "Mein Mann: 19.11.1964"
		return true
	}
	if i > 0 && (ownWords.Has(s.lower(i-1)) || s.lower(i-1) == "meine" || s.lower(i-1) == "unsere" || s.lower(i-1) == "unser") && s.has(i, relatives) && s.is(i+1, ',') { // "Meine Tochter, 3.5.2015, braucht"
		return true
	}
	return i == 0 || s.tokens[i].line || s.is(i-1, ',') || s.is(i-1, ';') || s.is(i-1, ':') || (s.is(i-1, '-') || s.is(i-1, '*')) && (i == 1 || s.tokens[i-1].line)
}

// kinAge is how old somebody in such a row is at least: later days are those from which something begins.
const kinAge = 1

// roles are what somebody is in a club, in a class or at a doctor's, as rows of lists say it.
var roles = wordlist.Sieved(roleWords)

const roleWords = `junior juniors beginner novice pupil student player swimmer member learner rider infant toddler child adult passenger pax
	patient pt pat anfänger anfängerin fortgeschritten fortgeschrittene schüler schülerin spieler spielerin jugendspieler
	jugendspielerin mitglied nichtschwimmer schwimmer reiter reiterin säugling kleinkind kind erwachsener erwachsene jugendlicher
	jugendliche patientin tänzer tänzerin turner turnerin azubi auszubildender auszubildende`

// newborns are those of them whose birth may be of this year.
var newborns = wordlist.Sieved("infant toddler säugling kleinkind")

// sexes are the letters that stand between who somebody is and the day of the birth.
var sexes = wordlist.Sieved("m f w d x")

// roleRow says whether nothing but what somebody is and the letter of the sex stands before token i in its row, "junior, ", "Pat. w, ",
// and whether that letter does. newborn says that it is somebody of that age.
func (s *scan) roleRow(i int) (is, sexed, newborn bool) {
	i--
	marked, letter := false, false
	for k := 0; k < 4 && i > 0; k++ {
		switch {
		case s.is(i, ','), s.is(i, ':'), s.is(i, '.'), s.is(i, '('), s.is(i, '/'):
			marked = true
		case sexes.Has(s.lower(i)) && !letter:
			letter = true
		case s.digitsAt(i) == 1:
		default:
			k = 4
			continue
		}
		i--
	}
	if i < 0 || !marked && !letter || !roles.Has(s.lower(i)) {
		return false, false, false
	}
	is = i == 0 || s.tokens[i].line || letter || ageGroup(s.lower(i-1)) || s.is(i-1, ',') || s.is(i-1, ';') || s.is(i-1, ':') || s.is(i-1, '-') || s.is(i-1, '(') || s.lower(i-1) == "für" || s.lower(i-1) == "for"
	return is, letter, is && newborns.Has(s.lower(i))
}

// ageGroup says whether a word in small letters names those below an age, "u9".
func ageGroup(w string) bool {
	return (len(w) == 2 || len(w) == 3) && w[0] == 'u' && char.Digits([]byte(w[1:]))
}

// turnWords say that somebody reaches an age.
var turnWords = [...]string{" wird ", " werde ", " wurde ", " turns ", " turned ", " turning ", " be "}

// turnVerbs are the same by themselves, and turnReach is how many tokens before a date the sentence may begin that tells the age.
var turnVerbs = wordlist.Set(strings.Join(turnWords[:], ""))

const turnReach = 14

// turns says whether the sentence before the date at token i tells that somebody turns as old as who was born in that year.
func (s *scan) turns(i, year int) bool {
	aged, verb := false, false
	for j := i - 1; j >= 0 && i-j <= turnReach && !s.tokens[j+1].line; j-- {
		switch w := s.lower(j); {
		case s.is(j, '?') || s.is(j, '!') || s.is(j, '.') && s.tokens[j+1].gap && s.tokens[j+1].upper:
			return false
		case turnVerbs[w]:
			verb = true
		case verb && aged && (s.has(j, relatives) || elders.Has(w) || w == "er" || w == "sie" || w == "ich" || w == "he" || w == "she" || w == "i" || s.known(j)&tagger.FirstName != 0 && s.tokens[j].upper):
			return true
		case s.tokens[j].kind == number:
			n, letters := s.numberToken(j)
			aged = aged || letters == 0 && s.fitsAge(n, year)
		case s.tokens[j].kind == word && !aged:
			n, ok := numeral.Simple(strings.TrimSuffix(w, "."))
			aged = ok && s.fitsAge(n, year)
		}
	}
	return false
}

// fitsAge says whether who was born in a year may turn n about when the text was written.
func (s *scan) fitsAge(n, year int) bool {
	return n > 0 && n < 120 && s.year-year-n >= -1 && s.year-year-n < 2
}
