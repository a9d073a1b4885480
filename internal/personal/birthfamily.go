package personal

import (
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// familyReach is how far before a date the word for somebody of the family may end, in bytes.
const familyReach = 40

// bornInFamily says whether a date stands behind the name of a child or another of the family: "Tochter Mia
// (12.4.2019)", "Kinder: Lea 4.5.2012, Tom 6.7.2014".
func (s *scan) bornInFamily(start, end int) bool {
	year := s.childYear(s.text[start:end])
	if s.seen.class&relatives == 0 || year < oldestBirth || year > s.year {
		return false
	}
	i := s.tokenAt(start) - 1
	if s.is(i, '(') && i > 0 && s.has(i-1, relatives) && s.is(s.tokenAt(end), ')') { // "meine Tochter (4.2.2015)"
		return true
	}
	if s.is(i, '(') || s.is(i, ',') {
		i--
	}
	if i < 1 || !s.tokens[i].upper || s.tokens[i].kind != word || s.notes[i].clue != 0 || (s.known(i)&tagger.Common != 0 || year == s.year) && s.known(i)&tagger.FirstName == 0 { // "Tochter des Regiments, 12.06.2026"
		return false
	}
	for j := i - 1; j >= 0 && s.tokens[i].start-s.tokens[j].end < familyReach; j-- {
		if s.has(j, relatives) {
			return true
		}
		if s.tokens[j].kind == mark && !s.is(j, ',') && !s.is(j, ':') && !s.is(j, '(') && !s.is(j, ')') && s.tokens[j+1].gap {
			return false
		}
	}
	return false
}

// childYear is the year of a date, where two digits may be those of a child's birth.
func (s *scan) childYear(date string) int {
	if year := s.birthYear(date); year > 0 {
		return year
	}
	if n := len(date); n > 5 && char.Digit(date[n-1]) && char.Digit(date[n-2]) && !char.Digit(date[n-3]) {
		if year := char.Two([]byte(date[n-2:])); year <= s.year%100 {
			return 2000 + year
		}
	}
	return 0
}

// elders are those of a family who are no children, and titles that stand before a name as they do.
var elders = wordlist.Sieved(elderWords)

const elderWords = `mann frau herr mutter vater mama papa oma opa großmutter großvater schwester bruder schwager
	schwägerin tante onkel partner partnerin ehemann ehefrau gatte gattin schwiegermutter schwiegervater
	lebensgefährte lebensgefährtin nichte neffe cousin cousine mitbewohner mitbewohnerin patient patientin husband wife mother
	father mum mom dad grandma grandpa grandmother grandfather gran nan sister brother uncle aunt niece nephew spouse`

// bornBracketed says whether a date [start, end) stands in brackets behind somebody, "Mein Mann (22.04.48)", "Frau Roth
// (3.5.1941)", and is old enough to be that of a birth, and whether somebody's given name alone stands before it.
func (s *scan) bornBracketed(start, end int) (elder, given bool) {
	i := s.tokenAt(start) - 1
	if i < 1 || !s.is(i, '(') || !s.is(s.tokenAt(end), ')') {
		return false, false
	}
	if year := s.birthYear(s.text[start:end]); year < oldestBirth || year > s.year-recordAge {
		return false, false
	}
	i--
	if elders.Has(s.lower(i)) && s.lower(i) != "frau" && s.lower(i) != "herr" || i > 0 && elders.Has(s.lower(i-1)) && s.upperWord(i) && s.notes[i].clue == 0 && !s.common(i) {
		return true, false
	}
	return s.lower(i) == "frau", s.tokens[i].upper && s.known(i)&tagger.FirstName != 0 && s.known(i)&tagger.Place == 0 && s.notes[i].clue == 0
}

// ageWords say that a number is an age.
var ageWords = wordlist.Set("alter j jahre jährig jährige jähriger jhr age aged yrs years yo yr old")

// agedSelf stand directly before an age.
var agedSelf = wordlist.Set("i'm i’m im bin am he's he’s she's she’s")

// maxAgeTokens is how many tokens before a date an age may stand.
const maxAgeTokens = 5

// agedBefore says whether an age stands before the date [start, end) that somebody has who was born then: "45 J., 12.3.80", "aged
// 78 (2.11.47)".
func (s *scan) agedBefore(start, end int) bool {
	year, told := s.birthYear(s.text[start:end]), false
	if year < oldestBirth || year > s.year-recordAge {
		return false
	}
	age := 0
	for i, k := s.tokenAt(start)-1, 0; i >= 0 && k < maxAgeTokens && !s.tokens[i+1].line; i, k = i-1, k+1 {
		switch n := s.digitsAt(i); {
		case n > 0 && age == 0:
			if age, _ = s.numberToken(i); n > 2 {
				return false
			}
		case ageWords[s.lower(i)]:
			told = true
		case age > 0 && k < 3 && agedSelf[s.lower(i)]: // "I'm 29 (4.4.1997)"
			told = true
		case s.tokens[i].kind == word: // "25 Jahre verheiratet (12.3.2001)"
			k = maxAgeTokens
		}
	}
	turned := s.year - year - age
	return told && age > 0 && turned >= 0 && turned < 3
}

// birthsListed takes the dates behind given names if there are at least two: "Luca (14.02.2013), Bilal (03-08-2012)".
func (s *scan) birthsListed(days []span) {
	if len(days) < 2 {
		return
	}
	for _, d := range days {
		s.add(d.start, d.end, BirthDate, 0.7, fold(s.text[d.start:d.end]))
	}
}
