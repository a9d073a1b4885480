package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// toldReach is how many tokens before an address the word may stand that makes it one.
const toldReach = 10

// toldStreet reads a name and a number of which only the sentence says that they are an address:
// "please return it to Nele and Estrela 57", "lives on the north side of Joaquin Suarez 2906". The
// last word before the number must be no common one. It begins at token i; 0 if there is none.
func (s *scan) toldStreet(i int) int {
	if s.tokens[i].line && !(s.is(i-1, ':') && s.toldPlace(i-1)) {
		return max(s.crossingLine(i), s.lineBelow(i))
	}
	if i == 0 || colourSystems[s.lower(i)] || !s.nameWord(i) && !(s.tokens[i].line && s.tokens[i].upper) || !s.toldPlace(i-1) {
		return 0
	}
	if next := s.flatHere(i); next > 0 { // a flat and nothing else
		return s.clauseEnd(next)
	}
	j := s.strangeName(i)
	if i+2 < len(s.tokens) && s.meets(i+1) && s.known(i)&(tagger.FirstName|tagger.AnyName) != 0 { // streets that meet
		j = s.strangeName(i + 2)
	} else if j > 0 && j < len(s.tokens) && s.meets(j) {
		j = s.strangeName(j + 1)
	}
	if j == 0 {
		return 0
	}
	if s.is(j, ',') { // "Calle" is left out: "Mayor, 12"
		j++
	}
	next, _ := s.houseNumber(j)
	if n, _ := s.numberToken(j); next == 0 || n >= 1900 && n < 2100 {
		return 0
	}
	return s.clauseEnd(next)
}

// colourSystems have numbers for colours: "does it come in RAL 7016".
var colourSystems = wordlist.Set("ral pantone hks ncs")

// lineBelow reads a line of a name and a number below one with somebody's name, as on an envelope.
func (s *scan) lineBelow(i int) int {
	if i < 2 || !s.tokens[i].upper {
		return 0
	}
	above := i - 1
	for above > 0 && !s.tokens[above].line && i-above < 5 {
		above--
	}
	if words := i - above; words < 2 || words > 4 || !s.tokens[above].line || s.known(above)&tagger.FirstName == 0 || !s.upperWord(i-1) || s.notes[i-1].clue != 0 {
		return 0
	}
	j := s.strangeName(i)
	if j == 0 {
		return 0
	}
	next, year := s.houseNumber(j)
	if next == 0 || year || next < len(s.tokens) && !s.tokens[next].line {
		return 0
	}
	return next
}

// crossingLine reads a line that is two streets which meet and a number: "Mille and Truhlářská 996".
func (s *scan) crossingLine(i int) int {
	j := i + 1
	for j-i < 3 && s.nameWord(j) {
		j++
	}
	if !s.tokens[i].upper || j >= len(s.tokens) || s.tokens[j].line || !s.meets(j) {
		return 0
	}
	if j = s.strangeName(j + 1); j == 0 {
		return 0
	}
	next, year := s.houseNumber(j)
	if next == 0 || year || next < len(s.tokens) && !s.tokens[next].line {
		return 0
	}
	return next
}

// toldNumber reads the same with the number before the name: "deliver it to 835 Rodovia Franco", from
// the number at token i.
func (s *scan) toldNumber(i int) int {
	if s.seen.class&placeWords == 0 && !s.mayTellPlaces() {
		return 0
	}
	n, letters := s.numberToken(i)
	if i > 0 && n > 0 && n < 100 && !s.tokens[i].line && s.has(i-1, placeWords) && s.upperWord(i+1) && s.upperWord(i+2) && rowHouses.Has(s.lower(i+2)) && (s.strange(i+1) || strings.HasSuffix(s.lower(i+1), "s")) { // "1 Weavers Cottages"
		return i + 3
	}
	if n < 1 || n > 99999 || letters > 1 || i == 0 || s.tokens[i].line || !s.toldPlace(i-1) || !s.nameWord(i+1) {
		return 0
	}
	next := s.strangeName(i + 1)
	if next == 0 || n < 10 && next-i < 3 {
		return 0
	}
	return s.clauseEnd(next)
}

// rowHouses end names of rows of houses whose houses have numbers.
var rowHouses = wordlist.Sieved("cottages villas almshouses mansions lodges barns maisonettes bungalows")

// clauseEnd gives next back if a clause may end before that token, else 0.
func (s *scan) clauseEnd(next int) int {
	if next == len(s.tokens) || s.tokens[next].line || s.tokens[next].kind == mark {
		return next
	}
	switch w := s.lower(next); {
	case s.has(next, functionWords), w == "in", w == "with":
		return next
	}
	return 0
}

// mayTellPlaces says of most texts that no address stands in them by what is told before it.
func (s *scan) mayTellPlaces() bool { return s.tellsPlaces || len(s.clues.cells) > 0 }

// toldPlace says whether token i leads to a place: a preposition that a word for going, sending or
// living stands before in the same sentence, or a word about addresses.
func (s *scan) toldPlace(i int) bool {
	if !s.mayTellPlaces() {
		return false
	}
	t := s.tokens[i]
	if t.kind == mark {
		if s.text[t.start] != ':' {
			return false
		}
		if s.has(i-1, placeLabels) {
			return true
		}
		_, ok := s.clues.before(clueAddress, t.start, 2)
		return ok
	}
	if s.notes[i].clue&(1<<clueAddress) != 0 {
		return true
	}
	switch w := s.lower(i); {
	case w == "is" || w == "ist" || w == "lautet" || w == "was" || w == "war":
		if s.has(i-1, dwellings) {
			return true
		}
		_, ok := s.clues.before(clueAddress, t.start, 12)
		return ok && !s.clues.goods(clueAddress, t.start, 40)
	case w == "near":
		return true
	case w == "of":
		if i == 0 {
			return false
		}
		switch s.lower(i - 1) {
		case "front":
			return true
		case "side", "end", "outside", "corner", "back":
		default:
			return false
		}
	case w == "at" && i > 0 && s.has(i-1, presence): // "I'm at"
		return true
	case !s.has(i, placePrepositions):
		return false
	}
	for j := i - 1; j >= 0 && i-j <= toldReach; j-- {
		if t := s.tokens[j]; t.kind == mark && (s.is(j, '.') || s.is(j, '!') || s.is(j, '?')) {
			return false
		}
		if s.has(j, placeVerbs) || s.notes[j].clue&(1<<clueAddress) != 0 {
			return true
		}
	}
	return false
}

// nameWord says whether token i goes on on its line with a word that can be one of a name: it has a
// capital, or the whole text has none and the word is no common one.
func (s *scan) nameWord(i int) bool {
	return s.upperWord(i) || s.small && i < len(s.tokens) && s.tokens[i].kind == word && !s.tokens[i].line && s.strange(i)
}

// strange says whether the word at token i is none that English or German texts are full of.
func (s *scan) strange(i int) bool {
	t := s.tokens[i]
	return (t.upper || t.end-t.start > 2) && s.known(i)&(tagger.Common|tagger.CommonEnglish) == 0 && !s.has(i, functionWords|prepositions|connectives)
}

// strangeName takes up to four words of a name of which the last is no common word, and returns the
// token behind them, 0 if there is no such name.
func (s *scan) strangeName(i int) int {
	j, strange := i, false
	for j < len(s.tokens) && j-i < 5 && (j == i || !s.tokens[j].line) {
		t := s.tokens[j]
		if t.kind == mark && s.text[t.start] == '.' && j > i && s.tokens[j-1].end-s.tokens[j-1].start <= 2 {
			j++ // "B. Alexandrou"
			continue
		}
		if t.kind != word || !t.upper && (s.has(j, functionWords) || s.meets(j)) {
			break
		}
		if s.notes[j].clue != 0 || s.countryAt(j) > 0 || s.has(j, months|notStreetWords) || j == i && s.has(j, functionWords) {
			return 0
		}
		strange = s.strange(j)
		j++
	}
	if !strange {
		return 0
	}
	return j
}

// houseFirst reads "Hausnummer 12 in der Brunnenstraße" from token i, and the town behind it. It returns
// the token behind all, 0 if it is something else.
func (s *scan) houseFirst(i int) int {
	if !s.opens(i, opensHouse) {
		return 0
	}
	switch s.lower(i) {
	case "hausnummer", "hausnr", "nr", "nummer":
	default:
		return 0
	}
	j := s.skipDot(i + 1)
	n, letters := s.numberToken(j)
	if n < 1 || n > 999 || letters > 1 || j+2 >= len(s.tokens) || !s.has(j+1, prepositions) || s.tokens[j+1].upper || s.tokens[j+1].line {
		return 0
	}
	street := j + 2
	if s.has(street, articles) {
		street++
	}
	if !s.upperWord(street) {
		return 0
	}
	for k := street; k < street+3 && s.upperWord(k); k++ {
		if s.has(k, endsStreet) && (k > street || !s.has(k, wholeEnding)) {
			return s.town(k + 1)
		}
	}
	return 0
}

// houseIn reads a name that is no word, a number and "in" with a town: "Fördeblick 9 in Heikendorf", from
// token i.
func (s *scan) houseIn(i int) int {
	if !s.tokens[i].upper || !s.strange(i) || s.notes[i].clue != 0 || s.capitals(i) > 1 || s.known(i)&tagger.FirstName != 0 {
		return 0
	}
	next, year := s.houseNumber(i + 1)
	if next == 0 || year || next+1 >= len(s.tokens) || s.lower(next) != "in" || !s.knownPlace(next+1) && !s.placedNear(i, next) || !s.upperWord(next+1) || !s.wholeEnd(next+2) {
		return 0
	}
	return next + 2
}

// placedNear says whether the text speaks of a house or an address before token i.
func (s *scan) placedNear(i, next int) bool {
	return i > 0 && (s.has(i-1, dwellings) || s.placed(i, next))
}
