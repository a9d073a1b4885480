package personal

import (
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// addressReach is how many tokens an address may have before its first number.
const addressReach = 8

// addresses finds postal addresses: a street with its number, a post box, and the town behind it.
func (s *scan) addresses() {
	end, digits := 0, -1
	for i, t := range s.tokens {
		if digits < i { // the next number of a house is looked for once
			for digits = i; digits < len(s.tokens) && (s.tokens[digits].kind != number || !s.houseLike(digits)); {
				digits++
			}
		}
		if t.kind == word && digits-i > addressReach && !(s.has(i, cornerWords) && !t.upper) || t.start < end || t.kind == mark || char.Glued(s.text, t.start) {
			continue
		}
		next := s.streetAt(i)
		if next == 0 {
			next = s.lowStreetAt(i)
		}
		next = max(next, s.flatNamed(i))
		if next == 0 {
			continue
		}
		start := s.titleBefore(t.start)
		if house, far := s.blockIn(i, next); far >= next {
			start, next = min(start, s.tokens[s.blockStart(house)].start), far
		} else if from := s.crossStart(i); from < i {
			start = s.tokens[from].start
		} else if s.has(i, cornerWords) && !t.upper && i > 0 && s.lower(i-1) == "the" {
			start = s.tokens[i-1].start
		}
		if from := s.floorBefore(i); from < i && start == t.start { // "4. Stock, Eisenbahnstr. 83"
			start = s.tokens[from].start
		}
		if i > 1 && t.kind == word && start == t.start && !t.line && s.is(i-1, ',') && !s.tokens[i-1].line && s.knownPlace(i-2) && !s.hasPostcode(i, next) && !s.wordIn(s.lower(i-2), i, next) && !(i > 2 && s.lower(i-3) == "the") { // "Zürich, Langstrasse 120"
			start = s.tokens[i-2].start
		}
		if t.kind == number && start == t.start {
			if start = s.houseName(i); start < t.start && s.wordIn(s.lower(s.tokenAt(start)), i, next) { // "in London, 12 Baker Street, London"
				start = t.start
			}
		}
		if start == t.start {
			start = s.tokens[s.lineAbove(i)].start
		}
		if i > 2 && t.kind == number && s.is(i-1, ',') && s.upperWord(i-2) && s.lower(i-3) == "the" && s.tokens[i-3].upper && start == t.start { // "The Anchorage, 4 Strand Street"
			start = s.tokens[i-3].start
		}
		if from := s.codeInFront(i); from < i && start == t.start {
			start = s.tokens[from].start
		}
		if s.has(i, articles) && !t.upper && !s.small && start == t.start && i+1 < next && s.upperWord(i+1) { // "in die Obere Torstraße 17"
			start = s.tokens[i+1].start
		}
		next = s.behindTown(next)
		start = max(start, end)
		end = s.tokens[next-1].end
		s.add(start, end, Address, 0.8, fold(s.text[start:end]))
	}
	s.formAddresses()
	s.codeAndHouse()
	s.smallStreets()
	s.anchoredAddresses()
	s.toldAddresses()
	s.edges()
	s.dataAddresses()
}

// wordIn says whether a word stands in the tokens [from, to).
func (s *scan) wordIn(w string, from, to int) bool {
	for k := from; k < to; k++ {
		if s.lower(k) == w {
			return true
		}
	}
	return false
}

// hasPostcode says whether a number as long as a postcode stands in the tokens [from, to).
func (s *scan) hasPostcode(from, to int) bool {
	for k := from; k < to; k++ {
		if n := s.digitsAt(k); n == 4 || n == 5 {
			return true
		}
	}
	return false
}

// floorBefore gives the token at which a floor begins that stands with a comma before the street at token i,
// i if there is none.
func (s *scan) floorBefore(i int) int {
	j := i - 1
	if i > 2 && !s.tokens[i].line && s.is(j, ',') && s.digitsAt(j-1) > 0 && s.digitsAt(j-1) < 4 && s.has(j-2, floorNames) && s.lower(j-2) != "station" && !s.tokens[j-1].line { // "Tor 3, Industriestr. 60"
		return j - 2
	}
	if s.tokens[i].line || !s.is(j, ',') || !s.has(j-1, floors) || s.tokens[j].line || s.tokens[j-1].line && j > 1 {
		return i
	}
	j--
	if s.is(j-1, '.') && s.digitsAt(j-2) > 0 && s.digitsAt(j-2) < 3 {
		return j - 2
	}
	return i
}

// houseName gives where the name of a house begins that stands before the number at token i, behind a small
// word for a place: "to Brookside, 41 Vicarage Hill". It is the place of the number if there is none.
func (s *scan) houseName(i int) int {
	j := i - 1
	if !s.is(j, ',') || s.tokens[i].line || s.is(i+1, '/') { // what has a number of its flat has no name
		return s.tokens[i].start
	}
	for i-1-j < 4 && j > 0 && !s.tokens[j].line && s.upperWord(j-1) && s.notes[j-1].clue == 0 && s.lower(j) != "the" {
		j--
	}
	if s.word(j) == "The" && s.lower(j+1) == "old" { // "The Old Forge, 3 Back Lane"
		return s.tokens[j].start
	}
	if s.lower(j) == "the" && j > 0 && s.notes[j-1].clue>>clueAddress&1 != 0 { // "Lives The Old Forge, 3 Back Lane"
		return s.tokens[j].start
	}
	if i-1-j == 1 && s.tokens[j-1].line && s.tokens[j-1].upper && s.tokens[j-1].kind == word && s.notes[j-1].clue == 0 && s.has(j, houseWords) {
		j--
	}
	if named := i-1-j > 1 && s.has(i-2, houseWords); named && (s.tokens[j].line || s.is(j-1, ',') || s.is(j-1, ':')) { // "Rose Cottage, 3 Back Lane"
		return s.tokens[j].start
	}
	if j == i-1 || j == 0 || s.tokens[j-1].upper || !s.has(j-1, placeWords) || i-1-j > 1 && s.known(j)&tagger.FirstName != 0 && !s.has(i-2, houseWords) { // "bill to Dana Reyes, 2900 Shipyard Rd"
		return s.tokens[i].start
	}
	return s.tokens[j].start
}

// lowStreetAt is streetAt for an address in small letters within a text that has capitals. The text says
// that an address follows, or names a corner.
func (s *scan) lowStreetAt(i int) int {
	if s.small || s.tokens[i].upper {
		return 0
	}
	name := i
	switch {
	case s.has(i, cornerWords):
		name = i + 2
	case i == 0 || !s.toldPlace(i-1):
		return 0
	}
	for name < len(s.tokens) && s.tokens[name].kind == number && name-i < 3 {
		name++
	}
	if name >= len(s.tokens) || s.tokens[name].kind != word || s.tokens[name].upper || s.tokens[name].line || !s.strange(name) && !s.has(name, streetWords) && name == i {
		return 0
	}
	s.small = true
	next := s.streetAt(i)
	s.small = false
	return next
}

// blockIn gives the first number in the tokens [i, next) from which the address can be read as a
// block, and the token behind that; 0 if there is none.
func (s *scan) blockIn(i, next int) (house, behind int) {
	for j := i; j < next; j++ {
		if s.tokens[j].kind == number {
			return j, s.blockAt(j)
		}
	}
	return 0, 0
}

// houseLike says whether the number at token i can be one of a house or a post box by the words before.
func (s *scan) houseLike(i int) bool {
	words := 0
	for k := 1; k <= 5 && k <= i; k++ {
		t := s.tokens[i-k]
		if t.kind != word {
			continue
		}
		if words++; words > 1 {
			if s.has(i-k, prepositions) && !t.upper { // "an der elbe 5"
				return true
			}
			continue
		}
		if t.upper || s.small && !s.has(i-k, functionWords) {
			return true
		}
		if s.has(i-k, endsStreet|endsLoose|flats|typesBehind) {
			return true
		}
		if !s.small && s.strange(i-k) { // "törneby 2"
			return true
		}
		switch s.word(i - k) {
		case "nr", "hausnummer", "hausnr", "des", "postfach", "box", "gate", "aa", "ae", "ap":
			return true
		}
	}
	return words == 0
}

// streetAt reads an address that begins at token i and returns the token behind it, 0 if none begins.
func (s *scan) streetAt(i int) int {
	if s.tokens[i].kind == number {
		if next := s.blockAt(i); next > 0 {
			return next
		}
		if next := s.englishStreet(i); next > 0 {
			if far := s.town(next); far > next {
				return far
			}
			return max(s.plainTown(next), s.townDirect(next), s.smallEnglishTown(next))
		}
		if next := s.frenchStreet(i); next > 0 {
			return s.town(next)
		}
		if next := s.numberedStreet(i); next > 0 {
			return s.town(next)
		}
		if next := s.toldNumber(i); next > 0 {
			return s.town(s.behindStreet(next))
		}
		return s.townAlone(i)
	}
	if !s.opensStreet(i) {
		return s.townAlone(i)
	}
	opening := s.opens(i, opensAddress) || s.has(i, opensAddressToo)
	for _, rule := range streetRules {
		if !opening && rule.opening {
			continue
		}
		if next := rule.read(s, i); next > 0 {
			return s.town(s.behindStreet(next))
		}
	}
	if next := s.square(i); next > 0 {
		return s.town(next)
	}
	if opening {
		if next := s.ruralBox(i); next > 0 {
			return max(s.town(next), s.plainTown(next))
		}
		if next := max(s.fieldPost(i), s.corner(i), s.houseFirst(i)); next > 0 {
			return next
		}
	}
	return s.townAlone(i)
}

// streetRules read an address that begins with a word. Some can only begin with those that open one.
var streetRules = [...]struct {
	opening bool
	read    func(*scan, int) int
}{
	{false, (*scan).germanStreet}, {true, (*scan).properStreet}, {true, (*scan).strangeStreet}, {true, (*scan).romanceStreet}, {false, (*scan).streetBehind},
	{true, (*scan).flat}, {true, (*scan).postBox}, {false, (*scan).toldStreet}, {false, (*scan).houseIn}, {false, (*scan).shortStreet},
	{false, (*scan).nameInTown}, {true, (*scan).namedHof}, {false, (*scan).withPostcode},
}

// titleBefore gives where the name of a street begins that has initials or titles before its first
// word: "St.-Martin-Straße", "W.-C.-Röntgen-Str.".
func (s *scan) titleBefore(start int) int {
	for range 3 {
		at := start
		if at > 0 && (s.text[at-1] == '-' || s.text[at-1] == ' ') {
			at--
		}
		if at == 0 || s.text[at-1] != '.' {
			return start
		}
		from := at - 1
		for from > 0 && at-from < 6 && char.ASCII(s.text[from-1]) {
			from--
		}
		if word := s.text[from : at-1]; word == "" || word[0] > 'Z' || char.Glued(s.text, from) || s.text[at] == ' ' && word != "St" && word != "Dr" {
			return start
		}
		start = from
	}
	return start
}

// is says whether token i is that character.
func (s *scan) is(i int, c byte) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == mark && s.text[s.tokens[i].start] == c
}

// upperWord says whether token i is a word with a capital on the same line as the one before.
func (s *scan) upperWord(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == word && s.tokens[i].upper && !s.tokens[i].line
}

// goesOn says whether the number at token i goes on behind such a mark, as "3.114" does.
func (s *scan) goesOn(i int, point byte) bool {
	return s.is(i+1, point) && !s.tokens[i+1].gap && s.digitsAt(i+2) > 0 && !s.tokens[i+2].gap
}
