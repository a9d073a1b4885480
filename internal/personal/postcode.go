package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// postcode reads a postcode of any country at token i, as the members of the Universal Postal Union
// write them, and returns the token behind it, 0 if there is none: "0377", "30-360", "342 57",
// "1012 AB", "LV-1050", "NW1 6XE", "V5Y 1Y7", "D02 X285", "4000-123".
func (s *scan) postcode(i int) int {
	if next := s.britishPostcode(i); next > 0 {
		return next
	}
	if i+2 < len(s.tokens) && s.tokens[i].kind == word && s.tokens[i].upper && s.tokens[i].end-s.tokens[i].start <= 2 && s.is(i+1, '-') && !s.tokens[i+1].gap {
		i += 2
	}
	size := s.digitsAt(i)
	if size < 2 || size > 6 {
		return 0
	}
	next := i + 1
	if s.has(next, citationMarks) { // "NJW 2019, 1809 Rn. 14"
		return 0
	}
	if s.goesOn(i, '.') || s.goesOn(i, ',') {
		return 0 // "33234.6"
	}
	joined := s.is(next, '-') && !s.tokens[next].gap
	more := 0
	if joined {
		more = s.digitsAt(next + 1)
	} else if next < len(s.tokens) && !s.tokens[next].line {
		more = s.digitsAt(next)
	}
	switch {
	case joined && (size == 2 && more == 3 || size == 3 && more == 4 || size == 4 && more == 3 || size == 5 && (more == 3 || more == 4)):
		return next + 2
	case !joined && size == 3 && more == 2:
		return next + 1
	case size < 4 || joined:
		return 0
	case size == 4 && s.capitals(next) == 2:
		return next + 1
	}
	return next
}

// codeInFront gives the token of a postcode with its label that stands before a street at token i, over a comma: "PLZ 01067, Lindenstraße
// 5"; i itself if none does.
func (s *scan) codeInFront(i int) int {
	if i < 3 || !s.is(i-1, ',') || s.digitsAt(i-2) != 5 && s.digitsAt(i-2) != 4 {
		return i
	}
	k := i - 3
	if s.is(k, ':') || s.is(k, '.') {
		k--
	}
	switch s.lower(k) {
	case "plz", "postleitzahl", "postcode", "zip":
		return i - 2
	}
	return i
}

// digitsAt is how many digits token i has, 0 if it is anything but digits.
func (s *scan) digitsAt(i int) int {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != number || !char.Digits([]byte(s.text[s.tokens[i].start:s.tokens[i].end])) {
		return 0
	}
	return s.tokens[i].end - s.tokens[i].start
}

// capitals is how many letters the word at token i of the same line has if all are capitals, else 0.
func (s *scan) capitals(i int) int {
	if !s.upperWord(i) {
		return 0
	}
	w := s.word(i)
	if len(w) > 1 && w[1] >= 'a' && w[1] <= 'z' || !char.InCapitals(w) { // most words end the search with their second letter
		return 0
	}
	return len(w)
}

// britishPostcode reads "NW1 6XE", and likewise Canada's "V5Y 1Y7" and Ireland's "D02 X285", at
// token i.
func (s *scan) britishPostcode(i int) int {
	if i+1 >= len(s.tokens) || s.tokens[i].kind != word || s.tokens[i].end-s.tokens[i].start > 4 || s.tokens[i+1].line || s.tokens[i+1].kind == mark || !s.tokens[i+1].gap {
		return 0
	}
	out, in := s.text[s.tokens[i].start:s.tokens[i].end], s.text[s.tokens[i+1].start:s.tokens[i+1].end]
	if len(out) < 2 || !char.Digit(out[1]) && !(len(out) > 2 && char.Digit(out[2])) {
		return 0
	}
	switch {
	case len(in) == 3 && char.Digit(in[0]) && char.ASCII(in[1]) && (char.ASCII(in[2]) || len(out) == 3 && char.ASCII(out[2]) && char.Digit(in[2])):
		return i + 2
	case len(in) == 4 && len(out) == 3 && char.Digit(out[1]) && (char.Digit(out[2]) || out[2]|0x20 == 'w') && char.InCapitals(in) && strings.IndexFunc(in, func(r rune) bool { return !char.Alnum(byte(r)) }) < 0 && s.tokens[i].upper:
		return i + 2
	}
	return 0
}

// farTown reads what follows a street that ends before token i over a comma or a line: a postcode of
// any country and the name of the town. It returns the token behind it, 0 if there is none.
func (s *scan) farTown(i int) int {
	j := s.separator(i)
	if j >= len(s.tokens) || j == i && !s.tokens[j].line {
		return 0
	}
	j = s.postcode(j)
	if j == 0 || !s.upperWord(j) && !(s.small && j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line && !s.has(j, functionWords)) {
		return 0
	}
	return s.townNames(j)
}

// townNames takes the name of a town at token i, of which further words have capitals and are no
// common ones, and returns the token behind it.
func (s *scan) townNames(i int) int {
	j := i + 1
	for j-i < 4 && s.nameWord(j) && (s.has(j-1, townPrefixes) || s.strange(j)) && s.notes[j].clue == 0 {
		j++
	}
	return s.townTail(j)
}

// codeBehind takes a postcode that stands behind the name of a country before token i, on its line.
func (s *scan) codeBehind(i int) int {
	if i == 0 || i >= len(s.tokens) || s.tokens[i].line {
		return i
	}
	if next := s.postcode(i); next > 0 && (next == len(s.tokens) || s.tokens[next].line || s.tokens[next].kind == mark || !s.tokens[next].upper) {
		return next
	}
	return i
}
