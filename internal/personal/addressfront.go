package personal

import (
	"sort"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// ownStart gives where an address that was read back from its end begins, [start, end), where one of the streets
// found before lies in it and only words that are no part of an address stand in front of that: "Mieter im
// Studentenwohnheim Ginsterweg 2", "Adr. Große Bockenheimer 33". streets are sorted.
func (s *scan) ownStart(start, end int, streets [][2]int) int {
	k := sort.Search(len(streets), func(k int) bool { return streets[k][0] > start })
	if k == len(streets) || streets[k][0] >= end || k > 0 && streets[k-1][1] > start {
		return start
	}
	first := s.tokenAt(streets[k][0])
	if !s.germanName(first) {
		return start
	}
	for i := s.tokenAt(start); i < first; i++ {
		house := s.tokens[i].kind == number && (s.tokens[i].end-s.tokens[i].start < 4 || s.postcodeTown(i) > 0 || s.is(i-1, '-') && !s.tokens[i-1].gap)
		if house || s.has(i, flats|floors|floorNames|houseWords|typesBefore) || s.has(i, endsStreet) && s.notes[i].clue == 0 && !s.tokens[i+1].line {
			return start
		}
	}
	if s.has(first-1, prepositions|articles) && !s.has(first-1, notStreetWords) && s.tokens[first-1].upper {
		return start
	}
	return streets[k][0]
}

// germanName says whether a name of a street begins with token i: a word that ends as one does stands before the
// first number.
func (s *scan) germanName(i int) bool {
	for k := i; k < len(s.tokens) && k-i < 6; k++ {
		if s.tokens[k].kind == number {
			return false
		}
		if s.has(k, endsStreet|endsLoose|prepositions) {
			return true
		}
	}
	return false
}

// foundStreets lists the addresses that were found so far, which are sorted.
func (s *scan) foundStreets() [][2]int {
	out := [][2]int{}
	for _, e := range s.found {
		if e.Type == Address && (len(out) == 0 || e.Start >= out[len(out)-1][0]) {
			out = append(out, [2]int{e.Start, e.End})
		}
	}
	return out
}

// lineAbove gives the token at which an address begins in the line above the street at token i: with a flat, "Flat 9,
// Hanover Court", or as the name of a house. It is i if something else stands there.
func (s *scan) lineAbove(i int) int {
	if i == 0 || !s.tokens[i].line {
		return i
	}
	from := i - 1
	for from > 0 && !s.tokens[from].line && i-from < 8 {
		from--
	}
	if !s.tokens[from].line || s.is(i-1, ':') || s.is(i-1, '.') {
		return i
	}
	if s.has(from, flats) && from+1 < i && s.tokens[from+1].kind == number && s.tokens[from].upper {
		return from
	}
	last := i - 1
	if s.is(last, ',') {
		last--
	}
	if last-from < 1 || last-from > 3 || !s.has(last, houseWords) || !s.tokens[last].upper || s.known(from)&tagger.FirstName != 0 {
		return i
	}
	for k := from; k <= last; k++ {
		if s.tokens[k].kind != word || !s.tokens[k].upper || s.notes[k].clue != 0 {
			return i
		}
	}
	return from
}

// properNouns end names of streets of two words of which the first is an adjective; alone they are other things.
var properNouns = wordlist.Set(`reihe bleichen wall graben zeile stadt freiheit gang höfe hof weide schanze lohe
	mühle scheune schmiede schule post ziegelei gärtnerei markt burg au aue gärten wiese wiesen kamp
	bogen landstraße tor brücke stiege kuhle feld heide winkel berg höhe twiete gasse`)

// properStreet reads a street whose name is an adjective and a noun, both with capitals within a sentence, as only
// names have: "ihr seid doch jetzt Lange Reihe 51". It returns the token behind the number, 0 if there is none.
func (s *scan) properStreet(i int) int {
	if !s.tokens[i].upper || !s.opens(i, opensProper) || !s.insideSentence(i) || !s.upperWord(i+1) || !properNouns[s.lower(i+1)] || s.tokens[i-1].upper || s.tokens[i-1].kind != word {
		return 0
	}
	next, year := s.houseNumber(i + 2)
	if next == 0 || year || !s.alone(next) {
		return 0
	}
	return next
}

// nearPlaces are words before a street by which somebody says where they go or are.
var nearPlaces = wordlist.Set("zum zur am im beim vom in")

// strangeStreet reads a name that ends as streets may and is no word of the language behind a small word for a place,
// with its number: "soll zum Fasanenhof 6, steht aber". It returns the token behind, 0 if there is none.
func (s *scan) strangeStreet(i int) int {
	if i == 0 || !s.tokens[i].upper || s.tokens[i-1].upper || !s.has(i, endsLoose) || s.has(i, wholeEnding) || !nearPlaces[s.lower(i-1)] || s.known(i)&(tagger.Common|tagger.CommonEnglish|tagger.Place) != 0 || s.notes[i].clue != 0 || brandLike(s.word(i)) {
		return 0
	}
	next, year := s.houseNumber(i + 1)
	if n, _ := s.numberToken(i + 1); next == 0 || year || n > 300 || !s.clauseEndsAt(next) {
		return 0
	}
	return next
}

// clauseEndsAt says whether a clause ends before token i.
func (s *scan) clauseEndsAt(i int) bool {
	return i >= len(s.tokens) || s.tokens[i].line || s.is(i, ',') || s.is(i, '.') || s.is(i, '!') || s.is(i, '?') || s.is(i, ';') || s.is(i, ')')
}

// careOf skips the name of who lives with whom between a street and its town: ", bei Krause, 34117 Kassel". It gives
// back token i if nothing like it stands there.
func (s *scan) careOf(i int) int {
	if i+3 >= len(s.tokens) || !s.is(i, ',') && !(s.tokens[i].line && s.lower(i) == "c" && s.is(i+1, '/')) {
		return i
	}
	j := i
	if s.is(i, ',') {
		j++
	}
	switch w := s.lower(j); {
	case w == "bei":
		j++
	case w == "c" && s.is(j+1, '/') && s.lower(j+2) == "o":
		j += 3
	default:
		return i
	}
	from := j
	for j < len(s.tokens) && j-from < 4 && (s.upperWord(j) || s.is(j, '.')) {
		j++
	}
	if j == from || !s.is(j, ',') && !s.is(j, '-') && !(j < len(s.tokens) && s.tokens[j].line) || s.postcodeTown(s.separator(j)) == 0 {
		return i
	}
	return j
}
