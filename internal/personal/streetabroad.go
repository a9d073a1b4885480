package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// maxStreetWords is how many words an English street name may have before its last.
const maxStreetWords = 5

// englishStreet reads "221B Baker Street", "12 W 42nd Street, Apt 4B" from token i and returns the
// token behind it, 0 if there is none.
func (s *scan) englishStreet(i int) int {
	n, letters := s.numberToken(i)
	if n < 1 || n > 99999 || letters > 1 || i > 0 && (s.is(i-1, '.') || s.is(i-1, ',') || s.is(i-1, '-')) && !s.tokens[i].gap {
		return 0
	}
	j := i + 1
	if (s.is(j, '-') || s.is(j, '/') && j+1 < len(s.tokens) && !s.tokens[j+1].gap) && !s.tokens[j].gap { // "12-14 High Street", "12/3 Smith Street"
		if n, _ := s.numberToken(j + 1); n > 0 {
			j += 2
		}
	}
	if j+1 < len(s.tokens) && s.lower(j) == "the" && s.tokens[j].upper && s.upperWord(j+1) && s.wholeEnd(j+2) && max(s.town(j+2), s.plainTown(j+2)) > j+2 { // "9 The Paddocks, Great Bookham"
		return j + 2
	}
	if s.seen.class&(streetTypes|looseTypes|rareTypes|wholeStreets) == 0 {
		return 0
	}
	capitals := 0
	for words := 0; j < len(s.tokens) && words <= maxStreetWords; j, words = j+1, words+1 {
		t := s.tokens[j]
		if t.line || !t.gap && words > 0 && t.kind != mark {
			return 0
		}
		if t.kind == mark {
			if s.text[t.start] == '.' && !t.gap && words > 0 && !s.unitAfter(s.tokens[i].end) && s.tokens[j-1].end-s.tokens[j-1].start <= 3 {
				words--
				continue // "St. James Road"
			}
			return 0
		}
		w := s.lower(j)
		if words > 0 && t.upper && capitals == words && s.has(j, rareTypes) && !s.nameGoesOn(j) && (s.personal(j-1) || s.farTown(j+1) > 0) {
			return s.behindStreet(j + 1)
		}
		if words > 0 && (s.has(j, streetTypes|looseTypes) && (!t.upper || capitals == words)) && !s.nameGoesOn(j) {
			next := s.behindStreet(s.roadNumber(j))
			if capitals < words && !s.smallStreet(i, words, j, next) || t.upper && s.countsThings(i, j) && s.town(next) == next && s.plainTown(next) == next {
				return 0
			}
			return next
		}
		if s.has(j, wholeStreets) && t.upper && words == 0 && !s.nameGoesOn(j) {
			return s.behindStreet(j + 1)
		}
		if t.kind == number {
			if _, letters := s.numberToken(j); letters != 2 { // "42nd"
				return 0
			}
			capitals++
			continue
		}
		if t.upper || s.has(j, directions) {
			capitals++
		} else if words > 0 && (w == "to" && s.lower(j-1) == "farm" || w == "of" || w == "the" || w == "and" || w == "la" || w == "de") {
			capitals++
		} else if words > 3 {
			return 0
		}
	}
	return 0
}

// countsThings says whether the number at token i rather counts than belongs to the street whose name ends
// with token last: "20 Planning Tips To Run", "2 Week California Road Trip", "5 Car Pass".
func (s *scan) countsThings(i, last int) bool {
	if s.unitAfter(s.tokens[i].end) && !s.has(i+1, directions) || i > 0 && !s.tokens[i].gap && strings.IndexByte("$€£", s.text[s.tokens[i].start-1]) >= 0 {
		return true
	}
	if k := last + 1; s.upperWord(k) && s.tokens[k].gap && s.known(k)&tagger.SmallEnglish != 0 && !s.has(k, directions|flats|floors|floorNames|partNames|states|streetTypes|looseTypes) {
		return true // the heading goes on
	}
	if !s.has(last, looseTypes) || s.has(last, streetTypes) || i > 0 && s.toldPlace(i-1) {
		return false
	}
	n, letters := s.numberToken(i)
	if letters == 0 && n >= 1900 && n < 2100 || s.lower(last) == "run" || s.lower(last) == "pass" {
		return true
	}
	for k := i + 1; k < last; k++ {
		if w := s.lower(k); w == "and" || w == "to" || w == "for" || w == "with" || w == "in" {
			return true
		}
	}
	return i > 0 && !s.tokens[i].line && s.tokens[i-1].kind == word && s.tokens[i-1].upper && s.tokens[i].gap && s.notes[i-1].clue == 0
}

// personal says whether token i is a name of somebody and no common word.
func (s *scan) personal(i int) bool {
	known := s.known(i)
	return known&(tagger.Common|tagger.CommonEnglish) == 0 || known&(tagger.FirstName|tagger.LastName) != 0 && known&tagger.Common == 0
}

// smallStreet says whether what speaks for an address makes up for small letters: "12 baker street"
// from token i up to next, its last word at
// token last.
func (s *scan) smallStreet(i, words, last, next int) bool {
	if words > 3 {
		return false
	}
	if s.has(last, streetTypes) && i > 1 && s.flatHere(i-2) == i { // "apt 4b 742 evergreen terrace"
		return true
	}
	if s.townFollows(next) || i > 0 && s.toldPlace(i-1) && (s.strange(i+1) || s.has(last, streetTypes) || s.is(next, ',') && next+1 < len(s.tokens) && s.tokens[next+1].kind == word && s.strange(next+1) && s.clauseEndsAt(next+2)) {
		return true
	}
	if !s.has(last, streetTypes) || len(s.lower(last)) < 4 {
		return false
	}
	_, near := s.clues.before(clueAddress, s.tokens[i].start, 40)
	return near || s.small && s.wholeField(i, next)
}

// nameGoesOn says whether another type of street follows: "Park Lane", "Church Close".
func (s *scan) nameGoesOn(j int) bool {
	if !s.upperWord(j+1) && !s.small || j+1 >= len(s.tokens) || !s.tokens[j+1].gap || s.tokens[j+1].line {
		return false
	}
	return s.has(j+1, streetTypes|looseTypes|rareTypes)
}

// behindStreet takes a direction and an apartment: "NW", ", Apt 4B", "#12".
func (s *scan) behindStreet(i int) int {
	if s.is(i, '.') && !s.tokens[i].gap && i > 0 && s.tokens[i-1].kind == word && i+1 < len(s.tokens) && (s.upperWord(i+1) || s.is(i+1, ',') || s.tokens[i+1].kind == number) {
		i++ // "Elm St., Springfield"
	}
	if s.upperWord(i) && (s.has(i, directions) || s.lower(i) == "lower" || s.lower(i) == "upper") {
		i++
	}
	j := i
	if s.is(j, ',') {
		j++
	}
	if s.is(j, '#') {
		if n, _ := s.numberToken(j + 1); n > 0 {
			return j + 2
		}
		return i
	}
	if next := s.flatHere(j); next > 0 {
		return next
	}
	return i
}

// flatHere reads "Flat 2", "Apt. 4B", "Suite 300" at token i.
func (s *scan) flatHere(i int) int {
	if i >= len(s.tokens) || s.tokens[i].kind != word || !s.has(i, flats) {
		return 0
	}
	j := s.skipDot(i + 1)
	if s.is(j, '#') {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].line {
		return 0
	}
	if s.goesOn(j, '.') { // "Room 3.114"
		return 0
	}
	if s.tokens[j].kind == number || s.tokens[j].upper && s.tokens[j].end-s.tokens[j].start <= 3 {
		return j + 1
	}
	return 0
}

// flat reads an address that begins with the flat: "Flat 2, 12 Baker Street".
func (s *scan) flat(i int) int {
	next := s.flatHere(i)
	if next == 0 && s.opens(i, opensLevel) && s.digitsAt(i+1) > 0 && s.is(i+2, ',') { // "Level 3, 200 Queen Street"
		next = i + 2
	}
	if next == 0 {
		return 0
	}
	if s.is(next, '/') && !s.tokens[next].gap && s.digitsAt(next+1) > 0 && s.digitsAt(next+1) < 3 && s.is(next+2, ',') && s.digitsAt(next+3) > 0 { // "Flat 2/1, 39 Dumbarton Rd"
		return s.englishStreet(next + 3)
	}
	if s.is(next, ',') {
		next++
	}
	if next >= len(s.tokens) || s.tokens[next].kind != number {
		return 0
	}
	if street := s.englishStreet(next); street > 0 && s.town(s.behindStreet(street)) >= s.flatBlock(next) {
		return street
	}
	return s.flatBlock(next)
}

// romanceStreet reads "Via Roma 12", "Rue du Lac 5", "ul. Narewska 94".
func (s *scan) romanceStreet(i int) int {
	if !s.has(i, typesBefore) || !s.tokens[i].upper && i+1 < len(s.tokens) && s.known(i+1)&tagger.SmallEnglish != 0 { // "via Windows 10"
		return 0
	}
	j, upper := s.romanceName(i)
	if j == 0 || upper == 0 || s.tokens[i].end-s.tokens[i].start == 1 && s.wholeEnding(i+1) { // "Reihe C Platz 41"
		return 0
	}
	if s.is(j, ',') {
		j++
	}
	if j+1 < len(s.tokens) && s.lower(j) == "n" && s.tokens[j+1].kind == mark && s.pointAt(j+1) { // "nº 212"
		j += 2
	} else if w := s.lower(min(j, len(s.tokens)-1)); w == "nº" || w == "n°" || s.is(j, '#') {
		j++
	}
	next, year := s.houseNumber(j)
	if n, _ := s.numberToken(j); next == 0 || year && n >= 1900 && !s.placed(i, next) && !s.wholeField(i, next) && !(i > 0 && s.toldPlace(i-1)) {
		return 0
	}
	return next
}

// romanceName reads the words of a name behind its type at token i, and how many have a capital.
func (s *scan) romanceName(i int) (next, upper int) {
	j := s.skipDot(i + 1)
	from := j
	for j < len(s.tokens) && j-from < 5 && s.tokens[j].kind == word && !s.tokens[j].line {
		switch {
		case upper > 0 && beforeHouse.Has(s.lower(j)): // "Str. Lunga nr. 14"
			return j, upper
		case s.nameWord(j) || strings.ContainsAny(s.text[s.tokens[j].start:s.tokens[j].end], "'’"):
			upper++
		case !s.has(j, connectives):
			return 0, 0
		}
		j++
	}
	if j == from {
		return 0, 0
	}
	return j, upper
}

// frenchStreet reads "12 rue du Lac", "26, avenue de la Gare".
func (s *scan) frenchStreet(i int) int {
	if s.seen.class&frenchTypes == 0 {
		return 0
	}
	if n, letters := s.numberToken(i); n < 1 || n > maxHouseNumber || letters > 1 {
		return 0
	}
	j := i + 1
	if j < len(s.tokens) && (s.lower(j) == "bis" || s.lower(j) == "ter") {
		j++
	}
	if s.is(j, ',') {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].kind != word || s.tokens[j].line || !s.has(j, frenchTypes) {
		return 0
	}
	next, upper := s.frenchName(j)
	if upper == 0 {
		return 0
	}
	return next
}

// frenchName is romanceName that stops at the first word of the sentence that goes on.
func (s *scan) frenchName(i int) (next, upper int) {
	j := i + 1
	last := 0
	for k := 0; k < 6 && j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line; k++ {
		switch {
		case s.nameWord(j) || strings.ContainsAny(s.text[s.tokens[j].start:s.tokens[j].end], "'’"):
			upper++
			last = j + 1
		case k > 0 && s.has(j-1, connectives) && upper == 0 && s.strange(j): // "rue des tanneurs Thomas"
			last = j + 1
		case !s.has(j, connectives):
			return last, upper
		}
		j++
	}
	return last, upper
}
