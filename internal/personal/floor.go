package personal

import "github.com/webchatagent/wca/internal/wordlist"

// floor takes what says where in the house somebody lives.
func (s *scan) floor(i int) int {
	for range 3 {
		j := i
		if s.is(j, '.') && i > 0 && romanFloors[s.word(i-1)] && s.has(j+1, floors) { // "15 III. links"
			i = j + 2
			continue
		}
		if s.is(j, '(') {
			if end := s.bracketedFloor(j); end > 0 {
				return end
			}
		}
		if s.is(j, ',') || s.is(j, '/') || s.is(j, '-') || s.is(j, ';') {
			j++
		}
		n, letters := s.numberToken(j)
		if n > 0 && n < 100 && letters == 0 && s.is(j+1, '.') {
			j += 2
		} else if s.is(j+1, '.') && j < len(s.tokens) && !s.tokens[j].line && romanFloors[s.word(j)] {
			j += 2 // "III. links"
		}
		if j >= len(s.tokens) || s.tokens[j].kind != word {
			return i
		}
		w := s.lower(j)
		next := s.skipDot(j + 1)
		switch {
		case s.has(j, floors) && (j > i || !s.tokens[j].line || next < len(s.tokens) && s.tokens[next].line && s.postcodeTown(next) > 0):
			i = next
			if w != "links" && w != "rechts" && s.is(j+1, '.') && next < len(s.tokens) && s.tokens[next].gap {
				i = j + 1 // the sentence ends
			}
		case s.has(j, floorNames) && next < len(s.tokens) && !s.tokens[next].line && (s.tokens[next].kind == number && !s.dateHere(s.tokens[next].start) || s.tokens[next].upper && s.tokens[next].end-s.tokens[next].start == 1):
			i = next + 1
		default:
			return i
		}
	}
	return i
}

// behindTown takes what says where in the house or the town behind an address that ends before token i:
// ", 2. OG rechts", ", Ortsteil Letzlingen".
func (s *scan) behindTown(i int) int {
	if !s.is(i, ',') {
		return i
	}
	switch w := i + 1; {
	case w+1 < len(s.tokens) && s.upperWord(w+1) && (s.lower(w) == "ortsteil" || s.lower(w) == "ot" || s.lower(w) == "stadtteil"):
		return w + 2
	default:
		return s.floor(i)
	}
}

// romanFloors are the numbers of floors as old houses have them.
var romanFloors = wordlist.Set(`I II III IV V VI`)

// bracketedFloor reads "(Rückgebäude, EG)" at token i and returns the token behind it, 0 if something else
// stands in the brackets.
func (s *scan) bracketedFloor(i int) int {
	if end := s.bracketedWay(i); end > 0 {
		return end
	}
	for j := i + 1; j < len(s.tokens) && j-i < 8 && !s.tokens[j].line; j++ {
		switch {
		case s.is(j, ')') && j > i+1:
			return j + 1
		case j == i+1 && s.lower(j) == "bei" && s.upperWord(j+1) && s.is(j+2, ')'):
			return j + 3
		case s.is(j, ',') || s.is(j, '.') || s.is(j, '/') || s.tokens[j].kind == number && s.tokens[j].end-s.tokens[j].start <= 2 || s.has(j, floors|floorNames):
		default:
			return 0
		}
	}
	return 0
}

// longestWay is how many words in brackets may say how to find a house.
const longestWay = 6

// bracketedWay reads what says in brackets how to find a house before its town, "(Eingang Hofseite), 32657 Lemgo", at token
// i. It returns the token behind the brackets, 0 if no town follows.
func (s *scan) bracketedWay(i int) int {
	for j := i + 1; j < len(s.tokens) && j-i <= longestWay && !s.tokens[j].line; j++ {
		if s.is(j, ')') && j > i+1 {
			if k := s.separator(j + 1); s.digitsAt(k) == 5 && s.postcodeTown(k) > 0 || s.is(j+1, ',') && s.townPostcode(j+1) > 0 {
				return j + 1
			}
			return 0
		}
		if s.tokens[j].kind != word {
			return 0
		}
	}
	return 0
}
