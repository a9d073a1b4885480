package personal

import (
	"sort"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// maxParts is how many parts an address may have, with commas or line breaks between them.
const maxParts = 8

// toldBytes is how far before an address the word may end that says that it is one.
const toldBytes = 40

// maxPart is how many tokens a part may have.
const maxPart = 12

// part is what stands in an address between two commas.
type part struct {
	to             int // the token behind it
	words, numbers int
	sure           bool // a word for a street, a house or a flat, or "2-11-3"
	place          bool // ends in the name of a country or a town
	common         bool // a word of it is a common one
	whole          bool // it ends where a comma, a line or a sentence does
}

// toldAddresses finds addresses in the notation of any country where the text says that one follows: "my
// address is 2-11-3 Meguro, Meguro-ku, Tokyo", "ship it to Block 4, Street 12, House 9, Salmiya".
func (s *scan) toldAddresses() {
	if !s.mayTellPlaces() {
		return
	}
	done := 0
	var streets [][2]int // made when the first address is found
	for i := range s.tokens {
		if i < done || !s.opensPart(i) || !s.partBorder(i) {
			continue
		}
		told := i > 0 && s.toldPlace(i-1)
		if !told && !s.mayBeTold(i) {
			continue
		}
		from, to := s.toldParts(i, told)
		if to == 0 || !told && !s.named(clueAddress, s.tokens[from].start, s.tokens[to-1].end, toldBytes) {
			continue
		}
		done = to
		if streets == nil {
			streets = s.foundStreets()
		}
		from = s.tokenAt(s.ownStart(s.tokens[from].start, s.tokens[to-1].end, streets))
		s.addAddress(from, to, 0.7)
	}
}

// mayBeTold says whether a word that says that an address follows or stood there is near enough for an address
// that begins with token i.
func (s *scan) mayBeTold(i int) bool {
	if len(s.clues.cells) > 0 {
		return true
	}
	ends := s.clues.ends[clueAddress]
	k := sort.SearchInts(ends, s.tokens[i].start-toldBytes)
	last := s.tokens[min(i+maxParts*(maxPart+2), len(s.tokens)-1)]
	return k < len(ends) && ends[k] <= last.end+afterReach
}

func (s *scan) addAddress(from, to int, score float64) {
	start, end := s.tokens[from].start, s.tokens[to-1].end
	s.add(start, end, Address, score, fold(s.text[start:end]))
}

// partBorder says whether an address can begin with token i by what stands before it: a new line, a mark or
// a word in small letters.
func (s *scan) partBorder(i int) bool {
	if s.tokens[i].line {
		return true
	}
	switch before := s.tokens[i-1]; before.kind {
	case mark:
		return !s.is(i-1, ',') && !s.is(i-1, '.') && (s.tokens[i].gap || !s.is(i-1, '-') && !s.is(i-1, '/'))
	case word:
		return !before.upper || s.notes[i-1].clue&(1<<clueAddress) != 0
	}
	return false
}

// toldParts reads an address from token i on, part by part. It returns where it begins and ends, 0 if there
// is none.
func (s *scan) toldParts(i int, told bool) (from, to int) {
	from = i
	words, numbers, sure, parts, place := 0, 0, 0, 0, false
	for at := i; parts < maxParts; parts++ {
		p := s.partAt(at)
		if p.to == 0 {
			break
		}
		if parts == 0 && p.numbers == 0 && !p.sure { // somebody's name, before the address
			from = s.behindComma(p.to)
		}
		words, numbers = words+p.words, numbers+p.numbers
		if p.sure {
			sure++
		}
		if p.numbers > 0 || p.sure || s.namePart(p) { // else only if what follows is part of the address
			place, to = p.place, p.to
		}
		if at = s.behindComma(p.to); at == p.to {
			parts++
			break
		}
	}
	named := told && sure > 0 && i+1 < len(s.tokens) && s.is(i+1, ',') && s.strange(i) && s.known(i)&tagger.FirstName == 0 && s.notes[i].clue == 0 // "Hillcrest, Church Road, Wickham"
	if named {
		from = i
	}
	if from >= to || words == 0 || numbers == 0 && (sure < 2 && !named || parts < 3) || sure == 0 && !place || parts < 2 {
		return 0, 0
	}
	return from, to
}

// behindComma gives the token behind a comma at token i, i itself if there is none or nothing follows.
func (s *scan) behindComma(i int) int {
	if s.is(i, ',') && i+1 < len(s.tokens) {
		return i + 1
	}
	return i
}

// namePart says whether a part without a number can be the name of a part of a town, a town or a country.
func (s *scan) namePart(p part) bool {
	return p.words > 0 && p.words <= 4 && (p.place || !p.common)
}

// opensPart says whether a part of an address can begin with token i.
func (s *scan) opensPart(i int) bool {
	t := s.tokens[i]
	switch t.kind {
	case number:
		return true
	case word:
		return t.upper || s.has(i, typesBefore|flats|floorNames|partNames|inAddress) && (s.is(i+1, '.') || !s.has(i, functionWords|connectives|prepositions))
	}
	return s.is(i, '#') || s.text[t.start] >= 0x80 && s.pointAt(i)
}

// partAt reads a part from token i on. Its to is 0 if there is none.
func (s *scan) partAt(i int) (p part) {
	if i >= len(s.tokens) || !s.opensPart(i) {
		return part{}
	}
	j := i
	for ; j < len(s.tokens) && j-i < maxPart && (j == i || !s.tokens[j].line); j++ {
		t := s.tokens[j]
		switch t.kind {
		case number:
			if !s.partNumber(j) {
				return part{}
			}
			p.numbers++
			p.sure = p.sure || s.is(j+1, '-') && s.digitsAt(j+2) > 0 && s.is(j+3, '-') && s.digitsAt(j+4) > 0
			continue
		case mark:
			if s.insidePart(j) {
				continue
			}
		case word:
			if next := s.britishPostcode(j); next > 0 {
				p.words, p.numbers, p.sure = p.words+1, p.numbers+1, true
				j = next - 1
				continue
			}
			if s.partWord(j, i) {
				p.words++
				p.sure = p.sure || t.end-t.start > 1 && s.has(j, streetWords|flats|houseWords|partNames)
				p.common = p.common || t.upper && s.known(j)&(tagger.Common|tagger.CommonEnglish) != 0 && !s.knownPlace(j) && !s.has(j, townPrefixes|directions|countries) && s.capitals(j) != 2
				p.place = p.place || s.knownPlace(j) || s.has(j, states) && s.capitals(j) == 2
				if char.CountDigits([]byte(s.word(j))) > 1 { // "C1043AAZ"
					p.numbers++
				}
				continue
			}
		}
		break
	}
	for j > i && s.tokens[j-1].kind == mark && !s.is(j-1, ')') && !s.is(j-1, '.') {
		j--
	}
	if j == i || j-i == maxPart {
		return part{}
	}
	p.to = j
	p.whole = j == len(s.tokens) || s.tokens[j].line || s.tokens[j].kind == mark
	for k := j - 1; k >= i && k > j-5; k-- { // "the Netherlands", "South Korea"
		if n := s.countryAt(k); n > 0 && k+n == j {
			p.place = true
		}
	}
	if !p.whole && p.numbers == 0 && !p.sure && !p.place {
		return part{} // the sentence goes on with it
	}
	return p
}

// partNumber says whether the number at token j can be one of a house, a flat, a street or a town.
func (s *scan) partNumber(j int) bool {
	if s.goesOn(j, '.') { // "Room 3.114"
		return false
	}
	t := s.tokens[j]
	if end := t.start + digitRun(s.text, t.start); end < t.end && ordinal(s.text, end) == t.end {
		return true
	}
	if t.end-t.start > 8 || s.dateHere(t.start) && !(s.is(j-1, '.') && s.has(j-2, partNames)) { // "No. 8-2-74"
		return false
	}
	if t.end+1 < len(s.text) && (s.text[t.end] == ',' || s.text[t.end] == '.' || s.text[t.end] == ':') && char.Digit(s.text[t.end+1]) {
		return false // "5,50"
	}
	if j > 0 && s.tokens[j-1].kind == mark && s.text[s.tokens[j-1].start] >= 0x80 && !s.pointAt(j-1) || s.is(j-1, '$') || s.is(j+1, '%') || s.is(j+1, '$') {
		return false // "€ 50"
	}
	return !s.unitAfter(t.end) || s.is(j+2, '.') && s.tokens[j+1].end-s.tokens[j+1].start == 1 || s.is(j+1, ',')
}

// insidePart says whether the mark at token j goes on with a part.
func (s *scan) insidePart(j int) bool {
	next := j + 1
	if next >= len(s.tokens) || s.tokens[next].line {
		return false
	}
	switch s.text[s.tokens[j].start] {
	case '-', '/', '\'', '#', '&':
		return true
	case ':': // "No: 7", "D:5"
		return s.tokens[next].kind == number && j > 0 && s.tokens[j-1].kind == word && s.tokens[j-1].end-s.tokens[j-1].start <= 5
	case '.':
		const shorts = streetWords | partNames | flats | floorNames | inAddress
		if s.upperWord(next) && s.tokens[next].gap && (!s.has(next, shorts) || s.has(next, looseTypes) && !s.has(j-1, abbreviations)) && !(s.has(j-1, shorts) && !s.has(j-1, directions) && s.capitals(j-1) != 2) {
			return false // "Oslo. Then"
		}
		return s.shortened(j)
	case '(':
		return s.is(j+2, ')')
	case ')':
		return s.is(j-2, '(')
	}
	return s.text[s.tokens[j].start] >= 0x80 && s.pointAt(j)
}

// partWord says whether the word at token j can stand in a part of an address that begins with token from.
func (s *scan) partWord(j, from int) bool {
	t := s.tokens[j]
	if !t.gap && j > from && s.is(j-1, '-') { // "23-gil"
		return true
	}
	inside := s.has(j, streetWords|flats|houseWords|partNames|floors|floorNames|inAddress)
	if s.notes[j].clue&^(1<<clueAddress) != 0 && !inside || s.has(j, months|weekdays) {
		return false
	}
	if t.upper {
		next := s.skipDot(j + 1)
		return !s.has(j, functionWords) || inside && (s.is(next, ':') || next < len(s.tokens) && s.tokens[next].kind == number) || j == from && s.lower(j) == "the" || s.capitals(j) > 1
	}
	return inside && !s.has(j, functionWords) || s.has(j, connectives) && j > from || j > from && s.capitalBeside(j)
}

// capitalBeside says whether token j is one of the small words between names that have capitals: "van der",
// "on the".
func (s *scan) capitalBeside(j int) bool {
	switch s.lower(j) {
	case "van", "von", "der", "den", "of", "on", "the", "upon", "and":
		return s.tokens[j-1].kind == word && j+1 < len(s.tokens) && !s.tokens[j+1].line && s.tokens[j+1].kind == word && (s.tokens[j+1].upper || j+2 < len(s.tokens) && s.tokens[j+2].upper && s.lower(j+1) != "and")
	}
	return false
}
