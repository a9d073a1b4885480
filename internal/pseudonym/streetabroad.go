package pseudonym

import (
	"strings"

	"github.com/webchatagent/wca/internal/pseudonym/tagger"
)

// The last word of an English street name; the second list are words of many uses, which need
// capitals throughout.
var (
	streetTypes = set(`street road avenue lane boulevard terrace crescent parkway highway st rd ave ln blvd pkwy hwy av strasse freeway turnpike`)
	looseTypes  = set(`drive dr court ct place pl way square sq close gardens grove hill mews row walk green park circle cir trail quay yard parade rise vale view
		embankment path mall plaza loop ridge crossing bridge wharf point cove heights meadows alley bypass gate croft field fields common end esplanade run pass`)
	wholeStreets = set(`broadway kingsway strand embankment piccadilly`)
	// Further endings of the list of the United States Postal Service (Publication 28, appendix C1):
	// most are words of other uses, so that a name of a person has to stand before them.
	rareTypes = set(`approach arcade bayou beach bend bluff bluffs bottom branch brook burg burgs camp canyon cape causeway center centers centre circuit cliff cliffs club copse corner corners
		course courts creek crest crossroad curve dale dam divide drove estate estates expressway extension fall falls ferry flat flats ford forest forge fork forks fort garden glade glen
		glens grange greens groves harbor harbors harbour haven hills hollow inlet island islands isle junction junctions key keys knoll knolls lake lakes land landing lea light lights loaf
		lock locks lodge manor manors meadow mill mills mission motorway mount mountain neck oval overpass paddock passage pike pine pines plain plains plazas point points port ports
		prairie radial ramp ranch rapid rapids rest river road shoal shoals shore shores side skyway spring springs spur spurs squares station stravenue stream streets summit throughway
		track trafficway tunnel underpass union unions valley valleys viaduct village ville vista walks wall ways well wells wood woods parkways`)
	directions = set(`n s e w ne nw se sw north south east west northeast northwest southeast southwest`)
	flats      = set(`flat unit apt apartment suite studio ste room apto appt depto dpto lgh lokal`)
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
	if s.is(j, '-') && !s.tokens[j].gap { // "12-14 High Street"
		if n, _ := s.numberToken(j + 1); n > 0 {
			j += 2
		}
	}
	capitals := 0
	for words := 0; j < len(s.tokens) && words <= maxStreetWords; j, words = j+1, words+1 {
		t := s.tokens[j]
		if t.line || !t.gap && words > 0 && t.kind != mark {
			return 0
		}
		if t.kind == mark {
			if s.text[t.start] == '.' && !t.gap && words > 0 && s.tokens[j-1].end-s.tokens[j-1].start <= 3 {
				words--
				continue // "St. James Road"
			}
			return 0
		}
		w := s.lower(j)
		if words > 0 && t.upper && capitals == words && rareTypes[w] && !s.nameGoesOn(j) && (s.personal(j-1) || s.farTown(j+1) > 0) {
			return s.behindStreet(j + 1)
		}
		if words > 0 && (streetTypes[w] || looseTypes[w] && (!t.upper || capitals == words)) && !s.nameGoesOn(j) {
			next := s.behindStreet(j + 1)
			if capitals < words && !s.smallStreet(i, words, w, next) {
				return 0
			}
			return next
		}
		if wholeStreets[w] && t.upper && words == 0 {
			return s.behindStreet(j + 1)
		}
		if t.kind == number {
			if _, letters := s.numberToken(j); letters != 2 { // "42nd"
				return 0
			}
			capitals++
			continue
		}
		if t.upper || directions[w] {
			capitals++
		} else if words > 0 && (w == "of" || w == "the" || w == "and" || w == "la" || w == "de") {
			capitals++
		} else if words > 3 {
			return 0
		}
	}
	return 0
}

// personal says whether token i is a name of somebody and no common word.
func (s *scan) personal(i int) bool {
	known := s.known(i)
	return known&(tagger.Common|tagger.CommonEnglish) == 0 || known&(tagger.FirstName|tagger.LastName) != 0 && known&tagger.Common == 0
}

// smallStreet says whether what speaks for an address makes up for small letters: "12 baker street"
// from token i up to next, typ its last word.
func (s *scan) smallStreet(i, words int, typ string, next int) bool {
	if words > 3 {
		return false
	}
	if s.townFollows(next) || i > 0 && s.toldPlace(i-1) && s.strange(i+1) {
		return true
	}
	if !streetTypes[typ] || len(typ) < 4 {
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
	w := s.lower(j + 1)
	return streetTypes[w] || looseTypes[w] || rareTypes[w]
}

// behindStreet takes a direction and an apartment: "NW", ", Apt 4B", "#12".
func (s *scan) behindStreet(i int) int {
	if s.is(i, '.') && !s.tokens[i].gap && i > 0 && s.tokens[i-1].kind == word && i+1 < len(s.tokens) && (s.upperWord(i+1) || s.is(i+1, ',') || s.tokens[i+1].kind == number) {
		i++ // "Elm St., Springfield"
	}
	if s.upperWord(i) && directions[s.lower(i)] {
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
	if i >= len(s.tokens) || s.tokens[i].kind != word || !flats[s.lower(i)] {
		return 0
	}
	j := s.skipDot(i + 1)
	if s.is(j, '#') {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].line {
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
	if next == 0 {
		return 0
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

// The words before and inside street names of neighbours in the south, west and east.
var (
	frenchTypes = set(`rue avenue boulevard chemin quai route impasse cours allée place`)
	connectives = set(`de du des la le les di del della dei delle d l da do dos das al san santa el los las et en`)
)

// romanceStreet reads "Via Roma 12", "Rue du Lac 5", "ul. Narewska 94".
func (s *scan) romanceStreet(i int) int {
	if !typesBefore[s.lower(i)] {
		return 0
	}
	j, upper := s.romanceName(i)
	if j == 0 || upper == 0 {
		return 0
	}
	if s.is(j, ',') {
		j++
	}
	next, year := s.houseNumber(j)
	if n, _ := s.numberToken(j); next == 0 || year && n >= 1900 && !s.placed(i, next) {
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
		case s.nameWord(j) || strings.ContainsAny(s.text[s.tokens[j].start:s.tokens[j].end], "'’"):
			upper++
		case !connectives[s.lower(j)]:
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
	if j >= len(s.tokens) || s.tokens[j].kind != word || s.tokens[j].line || !frenchTypes[s.lower(j)] {
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
		case k > 1 && connectives[s.lower(j-1)] && upper == 0 && s.strange(j): // "rue des tanneurs Thomas"
			last = j + 1
		case !connectives[s.lower(j)]:
			return last, upper
		}
		j++
	}
	return last, upper
}
