package personal

// townAlone takes a postcode with its town where the text says that an address follows.
func (s *scan) townAlone(i int) int {
	if s.tokens[i].kind == word && !s.is(i+1, '-') {
		return 0
	}
	reach := 40
	if s.tokens[i].kind == number && s.tokens[i].end-s.tokens[i].start < 5 {
		reach = 3 // four digits are many things: only directly behind "Wohnort:"
	}
	_, ok := s.clues.before(clueAddress, s.tokens[i].start, reach)
	if ok && s.clues.goods(clueAddress, s.tokens[i].start, 40) {
		return 0
	}
	next := s.postcodeTown(i)
	if next == 0 || !ok && !s.postalHead(i, next) {
		return 0
	}
	return s.country(next)
}

// postalHead says whether a postcode with a well-known town in the tokens [i, next) is all of a line, or stands behind the name
// of who is there and a comma, at the end of the line: "Rentenversicherung Bund, 10704 Berlin".
func (s *scan) postalHead(i, next int) bool {
	if s.tokens[i].kind != number || i+1 == len(s.tokens) || !s.words.towns.Has(s.lower(i+1)) || s.isYear(i) { // "20168Corolla" is one token
		return false
	}
	if !s.tokens[i].line && !(s.is(i-1, ',') && i > 1 && s.tokens[i-2].upper && s.tokens[i-2].kind == word && s.digitsAt(i) == 5) {
		return false
	}
	return next == len(s.tokens) || s.tokens[next].line || s.is(next, '.') && (next+1 == len(s.tokens) || s.tokens[next+1].line)
}

// postBox reads "Postfach 12 34 56", "P.O. Box 123".
func (s *scan) postBox(i int) int {
	if !s.opens(i, opensBox) {
		return 0
	}
	j := i + 1
	switch s.lower(i) {
	case "postfach", "pf", "pobox":
	case "po":
		if j >= len(s.tokens) || s.lower(j) != "box" {
			return 0
		}
		j++
	case "p":
		if j+1 < len(s.tokens) && s.lower(j) == "o" && s.lower(j+1) == "box" {
			j += 2
			break
		}
		if !s.is(j, '.') || j+3 >= len(s.tokens) || s.lower(j+1) != "o" || !s.is(j+2, '.') || s.lower(j+3) != "box" {
			return 0
		}
		j += 4
	default:
		return 0
	}
	from := j
	for j < len(s.tokens) && j-from < 4 && s.tokens[j].kind == number && !s.tokens[j].line && s.tokens[j].end-s.tokens[j].start <= 6 {
		if j > from && s.postcodeTown(j) > 0 {
			break
		}
		j++
	}
	if j == from {
		return 0
	}
	return j
}
