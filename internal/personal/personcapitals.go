package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// capitalNames finds names in capitals throughout, as lists, passports and forms have them, with the surname in front:
// "MEYER, HANS", "MEYER HANS".
func (s *scan) capitalNames(start, end int) {
	for i := start; i+1 < end; i++ {
		if !s.tokens[i].upper || s.tokens[i].end-s.tokens[i].start < leastCapitals || !s.capitalWord(i) || i > start && !s.is(i-1, ':') && !s.is(i-1, ';') && !s.is(i-1, '|') && !s.is(i-1, '(') && !s.is(i-1, '.') && !s.is(i-1, ')') {
			continue
		}
		j := i + 1
		if s.is(j, ',') {
			j++
		}
		if !s.capitalSurname(i) || j >= end || !s.capitalGiven(j) {
			continue
		}
		for j+1 < end && s.capitalGiven(j+1) && !s.tokens[j+1].line {
			j++ // "MEYER, HANS PETER"
		}
		if j+1 < end && s.tokens[j+1].kind == word && !s.tokens[j+1].line && s.capitalWord(j+1) {
			continue // more of a heading
		}
		s.person(i, j+1, 0.7)
		i = j
	}
}

// ticketTokens is how many tokens such a name has at least: "LI/BO MR".
const ticketTokens = 4

// ticketNames finds names as tickets have them: "VAN DIJK/SOFIE MS".
func (s *scan) ticketNames(start, end int) {
	if end-start < ticketTokens || !s.letters.has('/') || strings.IndexByte(s.text[s.tokens[start].start:s.tokens[end-1].end], '/') < 0 {
		return
	}
	for i := start + 1; i+2 < end; i++ {
		if !s.is(i, '/') || s.tokens[i].gap || s.tokens[i+1].gap || !ticketTitles[s.word(i+2)] || !s.capitalWord(i-1) || !s.capitalWord(i+1) {
			continue
		}
		from := i - 1
		for from > start && s.has(from-1, particles) && s.capitalWord(from-1) && !s.tokens[from].line {
			from--
		}
		s.person(from, i+2, 0.8)
	}
}

// ticketTitles stand behind names on tickets: "WEBER/ANJA MRS".
var ticketTitles = wordlist.Set("MR MRS MS MISS MSTR CHD INF DR")

// leastCapitals is how long a surname in capitals is at least, in bytes.
const leastCapitals = 3

// capitalWord says whether the word at token i has capitals only.
func (s *scan) capitalWord(i int) bool {
	t := s.tokens[i]
	if t.kind != word || !t.upper {
		return false
	}
	for _, r := range s.text[t.start:t.end] {
		if r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && char.Letter(r) && !char.Upper(r) && r != 'ß' {
			return false
		}
	}
	return true
}

// capitalSurname says whether the word at token i can be a surname in capitals.
func (s *scan) capitalSurname(i int) bool {
	known := s.known(i)
	if s.notes[i].clue != 0 || s.has(i, titles|functionWords|prepositions|articles|thingsAfter|thingsBefore|legalForms|months|weekdays|countries) {
		return false
	}
	return known&tagger.LastName != 0 || known&(tagger.Common|tagger.CommonEnglish|tagger.Place) == 0 && !germanNoun(s.lower(i)) && !s.names.Compound(s.ids[i])
}

// capitalGiven says whether the word at token i is a given name in capitals and no other word.
func (s *scan) capitalGiven(i int) bool {
	known := s.known(i)
	return s.capitalWord(i) && s.tokens[i].end-s.tokens[i].start > 2 && known&tagger.FirstName != 0 && s.notes[i].clue == 0 && (known&(tagger.Common|tagger.CommonEnglish|tagger.Place) == 0 || s.has(i, usualNames))
}
