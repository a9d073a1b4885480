package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// maxHouseNumber is the highest that is believed.
const maxHouseNumber = 9999

// mayBeHouse says whether the number of a house can begin with token i: few words and marks do.
func (s *scan) mayBeHouse(i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	switch s.tokens[i].kind {
	case word:
		return s.opens(i, opensHouse)
	case mark:
		return s.is(i, ',') || s.is(i, ';')
	}
	return true
}

// beforeHouse are the words before the number of a house.
var beforeHouse = wordlist.Sieved("nr no nummer hausnummer hausnr")

// pageHere says whether the number at token i is that of a page: "im Katalog S. 117".
func (s *scan) pageHere(i int) bool {
	return i > 1 && s.is(i-1, '.') && s.word(i-2) == "S" && !s.tokens[i-1].gap && s.tokens[i].gap
}

// houseNumber reads "12", "12a", "12 a", "14-16", "8/3/12", "Nr. 9" from token i. It returns the token
// behind it, 0 if there is none, and whether the number could as well be a year.
func (s *scan) houseNumber(i int) (next int, year bool) {
	if !s.mayBeHouse(i) {
		return 0, false
	}
	j := i
	if w := s.lower(j); (w == "o" || w == "ohne") && j+1 < len(s.tokens) && !s.tokens[j].line { // "Dorfstraße o. Nr."
		if k := s.skipDot(j + 1); k < len(s.tokens) && (s.lower(k) == "nr" || s.lower(k) == "hausnummer" || s.lower(k) == "hausnr") && s.postcodeTown(s.separator(s.skipDot(k+1))) > 0 {
			return s.skipDot(k + 1), false
		}
	}
	if s.is(j, ',') { // "Lindenstraße, Hausnummer 5"
		j++
	}
	if j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line {
		if w := s.lower(j); beforeHouse.Has(w) || w == "haus" {
			if i = j + 1; s.is(i, '.') || s.is(i, ':') {
				i++
			}
		}
	}
	listed := false
	if s.is(i, ';') && i+2 < len(s.tokens) && s.tokens[i+1].kind == number && s.is(i+2, ';') { // cells of a table
		i++
	}
	if s.is(i, ',') && i+1 < len(s.tokens) && s.tokens[i+1].kind == number && !s.tokens[i+1].line && (s.farTown(i+2) > 0 || s.postcodeTown(s.separator(i+2)) > 0) {
		listed = true
		i++ // "Kirchgasse, 4, 13353 Berlin"
	}
	n, letters := s.numberToken(i)
	if n < 1 || n > maxHouseNumber || letters > 1 || s.tokens[i].line || s.pageHere(i) {
		return 0, false
	}
	year = letters == 0 && n >= 1000 && n < 2100
	i++
	if a, _ := s.numberToken(i); a == 1 && s.is(i+1, '/') && s.digitsAt(i+2) == 1 && !s.tokens[i].line { // "41 1/2"
		i += 3
	}
	i = s.houseLetter(i, letters)
	for range 3 {
		if !(s.is(i, '-') || s.is(i, '/') || s.is(i, '+')) || i+1 >= len(s.tokens) || s.tokens[i].line {
			break
		}
		if s.is(i, '-') && !s.tokens[i+1].gap && romanFloors[s.word(i+1)] { // "15-III"
			i += 2
			break
		}
		more, letters := s.numberToken(i + 1)
		if more < 1 || more > maxHouseNumber || letters > 1 || s.tokens[i+1].line {
			break
		}
		i = s.houseLetter(i+2, letters)
	}
	if s.counts(s.tokens[i-1].end) && !listed && !romanFloors[s.word(i-1)] {
		return 0, false
	}
	return i, year
}

// houseLetter takes a letter that stands apart behind a number, as in "3 b", or what stands there in
// France and the Netherlands: "7 bis", "295 II".
func (s *scan) houseLetter(i, letters int) int {
	if i < len(s.tokens) && s.tokens[i].kind == word && !s.tokens[i].line {
		switch s.word(i) {
		case "bis", "ter", "I", "II", "III":
			return i + 1
		}
	}
	if letters == 0 && i < len(s.tokens) && s.tokens[i].kind == word && !s.tokens[i].line && s.tokens[i].end-s.tokens[i].start == 1 {
		if c := s.text[s.tokens[i].start] | 0x20; c >= 'a' && c <= 'h' && s.postcodeTown(i) == 0 && !s.is(i+1, ':') {
			return i + 1
		}
	}
	return i
}

// numberToken reads a token of digits with letters behind them: its value and how many letters.
func (s *scan) numberToken(i int) (n, letters int) {
	if i >= len(s.tokens) || s.tokens[i].kind != number || s.tokens[i].end-s.tokens[i].start > 6 {
		return 0, 0
	}
	t := s.tokens[i]
	for j := t.start; j < t.end; j++ {
		if c := s.text[j]; char.Digit(c) && letters == 0 {
			n = 10*n + int(c-'0')
		} else {
			letters++
		}
	}
	return n, letters
}

// counts says whether a number that ends at pos goes on or counts something: "5,50", "3. Mai", "12 %".
func (s *scan) counts(pos int) bool {
	if pos >= len(s.text) {
		return false
	}
	if c := s.text[pos]; (c == ',' || c == '.' || c == ':') && pos+1 < len(s.text) && char.Digit(s.text[pos+1]) && !(c == ',' && digitRun(s.text, pos+1) == 5) { // "Gartenstr. 5,72764 Reutlingen"
		return true
	}
	if rest := strings.TrimLeft(char.Cut(s.text, pos, 6), " "); strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "€") || strings.HasPrefix(rest, "°") || strings.HasPrefix(rest, "$") {
		return true
	}
	after := pos
	if s.text[pos] == '.' {
		after++
	}
	if isMonth(wordHere(s.text, skipGap(s.text, after, 1))) {
		return true
	}
	short := pos > 0 && char.Digit(s.text[pos-1]) && (pos < 3 || !char.Digit(s.text[pos-3]))
	if short && s.text[pos] == '.' && pos+2 < len(s.text) && s.text[pos+1] == ' ' && s.text[pos+2] >= 'a' && s.text[pos+2] <= 'z' {
		return true // "3. stock"
	}
	return s.unitAfter(pos)
}
