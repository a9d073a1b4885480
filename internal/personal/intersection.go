package personal

import "github.com/webchatagent/wca/internal/personal/tagger"

// maxSide is how many tokens the name of a street at a corner may have.
const maxSide = 8

// corner reads "corner of Baker Street and Park Lane" from token i and returns the token behind it,
// 0 if there is none.
func (s *scan) corner(i int) int {
	if i+2 >= len(s.tokens) || !s.has(i, cornerWords) {
		return 0
	}
	switch s.lower(i + 1) {
	case "of", "between", "at":
	default:
		return 0
	}
	and, sure := s.cornerSide(i + 2)
	if and == 0 || and >= len(s.tokens) || !s.meets(and) {
		return 0
	}
	end, alsoSure := s.cornerSide(and + 1)
	if end == 0 || !sure && !alsoSure && !(i > 1 && s.lower(i-1) == "the" && s.lower(i-2) == "at") {
		return 0
	}
	return end
}

// meets says whether token i joins the names of two streets.
func (s *scan) meets(i int) bool {
	switch s.lower(i) {
	case "and", "&", "/", "und":
		return true
	}
	return false
}

// cornerSide reads the name of one of the streets at token i: the token behind it, 0 if there is
// none, and whether it is certainly one of a street.
func (s *scan) cornerSide(i int) (next int, sure bool) {
	for j := i; j < len(s.tokens) && j-i < maxSide && (j == i || !s.tokens[j].line); j++ {
		t := s.tokens[j]
		switch {
		case t.kind == number:
			next, sure = j+1, true
		case t.kind == word && (t.upper || s.small && !s.has(j, functionWords) || (next == j || s.has(j, streetWords)) && s.strange(j)):
			sure = sure || s.has(j, streetWords)
			next = j + 1
			if s.small && s.has(j, streetWords) {
				if next < len(s.tokens) && s.tokens[next].kind == number && !s.tokens[next].line {
					next++
				}
				return s.skipAbbreviation(next), true
			}
		case t.kind == word && (s.has(j, connectives) || s.has(j, particles) && s.upperWord(j+1) || s.has(j, streetWords) && next > 0):
		case t.kind == mark && s.text[t.start] == '.' && !t.gap && next == j && s.abbreviated(j):
			next = j + 1
			if j+1 < len(s.tokens) && s.tokens[j+1].line {
				return j, sure
			}
		default:
			return next, sure
		}
	}
	return next, sure
}

// abbreviated says whether the full stop at token j belongs to what stands before it, and the
// sentence goes on: "St. James", "Erzsébet tér 19. and".
func (s *scan) abbreviated(j int) bool {
	if j+1 >= len(s.tokens) || !s.tokens[j+1].gap && s.tokens[j+1].kind == mark {
		return false
	}
	before := s.tokens[j-1]
	return s.meets(j+1) || before.kind == word && before.end-before.start <= 4 && s.tokens[j+1].upper
}

// skipAbbreviation skips a full stop that does not end the sentence.
func (s *scan) skipAbbreviation(i int) int {
	if s.is(i, '.') && !s.tokens[i].gap && s.abbreviated(i) {
		return i + 1
	}
	return i
}

// crossStart gives where an address at token i begins that names a corner by its first street alone:
// "at Fifth and 12 Main Street". It is i if none stands before.
func (s *scan) crossStart(i int) int {
	if i < 2 || s.tokens[i].line || !s.meets(i-1) {
		return i
	}
	j := i - 1
	for i-1-j < 3 && j > 0 && !s.tokens[j].line && s.tokens[j-1].kind == word && (s.tokens[j-1].upper || s.small && j == i-1 && s.known(j-1)&tagger.FirstName != 0) && s.notes[j-1].clue == 0 && !s.has(j-1, functionWords) {
		j--
	}
	if j == i-1 || s.countryAt(j) > 0 || s.has(j, knownTown|months) {
		return i
	}
	if s.tokens[j].line || s.has(j-1, placeWords) || s.is(j-1, ':') {
		return j
	}
	return i
}
