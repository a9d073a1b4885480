package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// highestShort is the highest number of a house that is believed where no word says that a street stands before it.
const highestShort = 300

// shortStreet reads what is left of the name of a street where everybody in town knows it, "in der Boxhagener 44",
// "die Party ist Rigaer 83, 2. Hinterhof", from token i. It returns the token behind the number, 0 if there is none.
func (s *scan) shortStreet(i int) int {
	if i < 2 || !s.tokens[i].upper || s.tokens[i].line || s.tokens[i-1].upper || !s.ofPlace(i) {
		return 0
	}
	next := s.shortNumber(i + 1)
	if next == 0 || s.upperWord(next) {
		return 0
	}
	switch s.lower(i - 1) {
	case "der":
		if w := s.lower(i - 2); w == "in" || w == "an" || w == "aus" || w == "von" {
			return next
		}
	case "die":
		if s.lower(i-2) == "in" {
			return next
		}
	case "ist", "sind":
		if s.floor(next) > next {
			return next
		}
	}
	return 0
}

// ofPlace says whether the word at token i is built from the name of a place as those of streets are: "Warschauer".
func (s *scan) ofPlace(i int) bool {
	w := s.lower(i)
	return len(w) > 5 && strings.HasSuffix(w, "er") && s.strange(i) && s.notes[i].clue == 0 && s.known(i)&(tagger.FirstName|tagger.LastName) == 0 && !brandLike(s.word(i))
}

// shortNumber reads the number of a house that is not high at token i, and gives the token behind it, 0 if there is
// none.
func (s *scan) shortNumber(i int) int {
	next, year := s.houseNumber(i)
	if n, _ := s.numberToken(i); next == 0 || year || n > highestShort {
		return 0
	}
	return next
}

// nameInTown reads a name and a number behind somebody's, and the town behind a comma: "Frau Thole, Bether Tannen 41,
// Cloppenburg", from token i. It returns the token behind the number, 0 if there is none.
func (s *scan) nameInTown(i int) int {
	if i < 2 || !s.tokens[i].upper || s.tokens[i].line || !s.is(i-1, ',') || s.tokens[i-2].kind != word || !s.tokens[i-2].upper {
		return 0
	}
	j, strange := i, false
	for ; j-i < 3 && (j == i && s.tokens[j].kind == word || s.upperWord(j)); j++ {
		if s.notes[j].clue != 0 || s.has(j, notStreetWords|noStreets|months|floorNames|partNames|flats) || s.known(j)&tagger.FirstName != 0 || brandLike(s.word(j)) {
			return 0
		}
		strange = strange || s.strange(j)
	}
	next := s.shortNumber(j)
	if !strange || next == 0 || !s.is(next, ',') || !s.knownPlace(next+1) || s.tokens[next+1].line || !s.clauseEndsAt(next+2) || s.known(next+1)&tagger.FirstName != 0 {
		return 0
	}
	return next + 2
}

// namedHof reads the name of a house in the country that has no number with its postcode and town, "Hof Tannenkamp, 27404
// Zeven", from token i. It returns the token behind the name, 0 if there is none.
func (s *scan) namedHof(i int) int {
	if !s.tokens[i].upper || !s.opens(i, opensHof) || !s.upperWord(i+1) || !s.fiveDigitTown(i+2) {
		return 0
	}
	return i + 2
}

// postalCountries stand before a postcode with a hyphen.
var postalCountries = wordlist.Set("a at d de ch l lu fl")

// withPostcode reads a hamlet with its number and a postcode with its country but no town, "Höfen 27, A-6600", at token
// i. It returns the token behind, 0 if there is none.
func (s *scan) withPostcode(i int) int {
	if !s.tokens[i].upper || s.notes[i].clue != 0 || s.has(i, floorNames|functionWords|notStreetWords|noStreets|months) {
		return 0
	}
	next, year := s.houseNumber(i + 1)
	if next == 0 || year {
		return 0
	}
	j := s.separator(next)
	if j+2 >= len(s.tokens) || !s.tokens[j].upper || !postalCountries[s.lower(j)] || !s.is(j+1, '-') || s.tokens[j+1].gap || s.tokens[j+2].gap {
		return 0
	}
	if n := s.digitsAt(j + 2); n != 4 && n != 5 || j+3 < len(s.tokens) && s.is(j+3, '-') && !s.tokens[j+3].gap {
		return 0
	}
	return j + 3
}
