package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// writingAge is how old somebody is at least of whom a year of birth is told: hardly anybody younger writes or is written of
// so.
const writingAge = 14

// yearLinks may stand between the word about birth and the year.
var yearLinks = wordlist.Set("in im jahr jahre the year of ist is war was ca circa about around as als mit")

// bornYears are the words behind which a year alone is one of birth.
var bornYears = wordlist.Set("gebore geborn geboren geborene geborener geb born geburtsjahr jahrgang jg birth birthyear yob")

// bornOf stand before such a word where somebody is spoken of, "bin Jahrgang 1978", and not those of an age at large.
var bornOf = wordlist.Set(`ich bin er sie ist war wurde wurden i i'm i’m am he he's he’s she she's she’s is was mein as als
	meine vater mutter mann frau sohn tochter bruder schwester oma opa of year my father mother husband wife`)

// birthYears finds years of birth: "bin Jahrgang 1978", "geboren 1978 in Köln", "was born in 1962", "1962 geboren",
// "Geburtsjahr: 1978".
func (s *scan) birthYears() {
	var days []int // where whole dates begin: "Jahrgang 1981, genauer 5.5.1981"
	for _, e := range s.found {
		if e.Type == BirthDate {
			days = append(days, e.Start)
		}
	}
	slices.Sort(days)
	for i := range s.groups { // "Anna Behr (*1980)"
		g := s.groups[i]
		if at := g.start - len("(*"); at > 0 && g.end-g.start == 4 && s.text[at:g.start] == "(*" && g.end < len(s.text) && s.text[g.end] == ')' && s.yearOfBirth(s.tokenAt(g.start)) && !s.common(max(0, s.tokenAt(at)-1)) {
			s.add(g.start, g.end, BirthDate, 0.7, s.text[g.start:g.end])
		}
	}
	s.yearBabies()
	s.yearSigns()
	for _, end := range s.clues.ends[clueBirth] {
		i := s.tokenAt(end) - 1
		if i < 0 || !bornYears[s.lower(i)] || s.thingBorn(end, end) {
			continue
		}
		j := i + 1
		label := s.is(j, ':') || s.lower(i) == "geburtsjahr"
		for k := 0; k < 4 && j < len(s.tokens) && (s.is(j, ':') || s.is(j, '.') || s.is(j, '|') || s.is(j, '"') || yearLinks[s.lower(j)]); k++ {
			j++
		}
		told := s.bornIs(i) || s.lower(i) == "jg" || s.dayToldBefore(s.tokens[i].start) || s.lower(i) != "jahrgang" && (label || (i == 0 || s.tokens[i].line || s.tokens[i-1].kind == mark) && s.lower(j+1) != "as" && s.lower(j+1) != "als") // wines have one, too; "Born in 1998 as a market stall"
		switch {
		case told && s.yearOfBirth(j) && !within(days, s.tokens[j].end, s.tokens[j].end+birthReach):
			s.add(s.tokens[j].start, s.tokens[j].end, BirthDate, 0.7, s.text[s.tokens[j].start:s.tokens[j].end])
		case i > 0 && s.lower(i) == "geboren" && s.spokenOf(s.yearBefore(i)):
			t := s.tokens[s.yearBefore(i)]
			s.add(t.start, t.end, BirthDate, 0.7, s.text[t.start:t.end])
		}
	}
}

// yearSigns finds years of birth behind the letter for it: "Oona Ray, b. 1948", "(b. 1948)".
func (s *scan) yearSigns() {
	const sign = "b. "
	if !s.letters.mayHold(sign) {
		return
	}
	for _, g := range s.groups {
		if at := g.start - len(sign); g.end-g.start == 4 && at >= 0 && s.text[at:g.start] == sign && (at == 0 || strings.IndexByte("(,;\n", s.text[at-1]) >= 0 || at > 1 && s.text[at-1] == ' ' && strings.IndexByte(",;", s.text[at-2]) >= 0) && s.clauseEnds(g.end) && s.yearOfBirth(s.tokenAt(g.start)) {
			s.add(g.start, g.end, BirthDate, 0.7, s.text[g.start:g.end])
		}
	}
}

// yearBabies finds years of birth that are told as those of things are: "I'm a 1988 baby", "ich bin Baujahr 1974".
func (s *scan) yearBabies() {
	if !s.holds("baby") && !s.holds("baujahr") {
		return
	}
	for i := 1; i < len(s.tokens); i++ {
		of := s.lower(i-1) == "a" && s.lower(i+1) == "baby" && s.clauseEndsAt(i+2) || s.lower(i-1) == "baujahr" && s.bornIs(i-1)
		if of && s.yearOfBirth(i) {
			s.add(s.tokens[i].start, s.tokens[i].end, BirthDate, 0.6, s.text[s.tokens[i].start:s.tokens[i].end])
		}
	}
}

// bornIs says whether the word at token i is said of somebody: "bin Jahrgang 1978", "bin vom Jahrgang 1978".
func (s *scan) bornIs(i int) bool {
	if i > 1 && s.lower(i-1) == "vom" {
		i--
	}
	if i > 2 && s.lower(i-1) == "also" { // "ich bin 67, also Jahrgang 1959"
		for k := i - 2; k >= 0 && i-k < 7 && !s.tokens[k+1].line; k-- {
			if w := s.lower(k); w == "bin" || w == "er" || w == "sie" || w == "ich" {
				return true
			}
		}
	}
	return i > 0 && bornOf[s.lower(i-1)]
}

// dayToldBefore says whether the day of a birth without its year ends closely before pos: "am 3. Mai geboren, Jahrgang 1981".
func (s *scan) dayToldBefore(pos int) bool {
	for k := len(s.found) - 1; k >= max(0, len(s.found)-8); k-- {
		if e := s.found[k]; e.Type == BirthDate && e.End <= pos && pos-e.End < birthReach && s.birthYear(s.text[e.Start:e.End]) == 0 {
			return true
		}
	}
	return false
}

// yearBefore gives the year that stands before the word at token i, with a town between them or not: "bin 1978 in Köln
// geboren". It is 0 if there is none.
func (s *scan) yearBefore(i int) int {
	for k := i - 1; k > 0 && i-k < 4 && !s.tokens[k+1].line; k-- {
		if s.yearOfBirth(k) {
			return k
		}
		if s.tokens[k].kind != word {
			break
		}
	}
	return 0
}

// spokenOf says whether somebody is spoken of before the year at token i.
func (s *scan) spokenOf(i int) bool {
	for k := i - 1; i > 0 && k >= 0 && i-k < 5 && s.tokens[k].kind == word; k-- {
		if bornOf[s.lower(k)] {
			return true
		}
	}
	return false
}

// yearOfBirth says whether token i is the year of a birth and no part of a date or a span.
func (s *scan) yearOfBirth(i int) bool {
	if i >= len(s.tokens) || s.digitsAt(i) != 4 {
		return false
	}
	t := s.tokens[i]
	year, _ := s.numberToken(i)
	return year >= oldestBirth && year <= s.year-writingAge && !s.dateHere(t.start) && !s.unitAfter(t.end) && !char.RunsOn(s.text, t.end) &&
		!(t.end+1 < len(s.text) && (s.text[t.end] == '-' || s.text[t.end] == '/' || s.text[t.end] == '.') && char.Digit(s.text[t.end+1]))
}
