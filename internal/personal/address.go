package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
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
		if t.kind == word && digits-i > addressReach && !(s.has(i, cornerWords) && !t.upper) || t.start < end || t.kind == mark || glued(s.text, t.start) {
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
		if s.has(i, articles) && !t.upper && !s.small && start == t.start && i+1 < next && s.upperWord(i+1) { // "in die Obere Torstraße 17"
			start = s.tokens[i+1].start
		}
		next = s.behindTown(next)
		start = max(start, end)
		end = s.tokens[next-1].end
		s.add(start, end, Address, 0.8, fold(s.text[start:end]))
	}
	s.formAddresses()
	s.smallStreets()
	s.anchoredAddresses()
	s.toldAddresses()
	s.edges()
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
			return max(s.plainTown(next), s.townDirect(next))
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
	for _, try := range [...]func(*scan, int) int{(*scan).germanStreet, (*scan).properStreet, (*scan).strangeStreet, (*scan).romanceStreet, (*scan).streetBehind, (*scan).flat, (*scan).postBox, (*scan).toldStreet, (*scan).houseIn, (*scan).shortStreet, (*scan).nameInTown, (*scan).namedHof, (*scan).withPostcode} {
		if next := try(s, i); next > 0 {
			return s.town(s.behindStreet(next))
		}
	}
	if next := s.ruralBox(i); next > 0 {
		return max(s.town(next), s.plainTown(next))
	}
	if next := s.square(i); next > 0 {
		return s.town(next)
	}
	if next := max(s.fieldPost(i), s.corner(i), s.houseFirst(i)); next > 0 {
		return next
	}
	return s.townAlone(i)
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
		for from > 0 && at-from < 6 && isASCIILetter(s.text[from-1]) {
			from--
		}
		if word := s.text[from : at-1]; word == "" || word[0] > 'Z' || glued(s.text, from) || s.text[at] == ' ' && word != "St" && word != "Dr" {
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

// maxHouseNumber is the highest that is believed.
const maxHouseNumber = 9999

// goesOn says whether the number at token i goes on behind such a mark, as "3.114" does.
func (s *scan) goesOn(i int, point byte) bool {
	return s.is(i+1, point) && !s.tokens[i+1].gap && s.digitsAt(i+2) > 0 && !s.tokens[i+2].gap
}

// mayBeHouse says whether the number of a house can begin with token i: few words and marks do.
func (s *scan) mayBeHouse(i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	switch s.tokens[i].kind {
	case word:
		return s.opens(i, opensHouse)
	case mark:
		return s.is(i, ',') || s.is(i, ';')
	}
	return true
}

// beforeHouse are the words before the number of a house.
var beforeHouse = wordlist.Set("nr no nummer hausnummer hausnr")

// pageHere says whether the number at token i is that of a page: "im Katalog S. 117".
func (s *scan) pageHere(i int) bool {
	return i > 1 && s.is(i-1, '.') && s.word(i-2) == "S" && !s.tokens[i-1].gap && s.tokens[i].gap
}

// houseNumber reads "12", "12a", "12 a", "14-16", "8/3/12", "Nr. 9" from token i. It returns the token
// behind it, 0 if there is none, and whether the number could as well be a year.
func (s *scan) houseNumber(i int) (next int, year bool) {
	if !s.mayBeHouse(i) {
		return 0, false
	}
	j := i
	if w := s.lower(j); (w == "o" || w == "ohne") && j+1 < len(s.tokens) && !s.tokens[j].line { // "Dorfstraße o. Nr."
		if k := s.skipDot(j + 1); k < len(s.tokens) && (s.lower(k) == "nr" || s.lower(k) == "hausnummer" || s.lower(k) == "hausnr") && s.postcodeTown(s.separator(s.skipDot(k+1))) > 0 {
			return s.skipDot(k + 1), false
		}
	}
	if s.is(j, ',') { // "Lindenstraße, Hausnummer 5"
		j++
	}
	if j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line {
		if w := s.lower(j); beforeHouse[w] || w == "haus" {
			if i = j + 1; s.is(i, '.') || s.is(i, ':') {
				i++
			}
		}
	}
	listed := false
	if s.is(i, ';') && i+2 < len(s.tokens) && s.tokens[i+1].kind == number && s.is(i+2, ';') { // cells of a table
		i++
	}
	if s.is(i, ',') && i+1 < len(s.tokens) && s.tokens[i+1].kind == number && !s.tokens[i+1].line && (s.farTown(i+2) > 0 || s.postcodeTown(s.separator(i+2)) > 0) {
		listed = true
		i++ // "Kirchgasse, 4, 13353 Berlin"
	}
	n, letters := s.numberToken(i)
	if n < 1 || n > maxHouseNumber || letters > 1 || s.tokens[i].line || s.pageHere(i) {
		return 0, false
	}
	year = letters == 0 && n >= 1000 && n < 2100
	i++
	if a, _ := s.numberToken(i); a == 1 && s.is(i+1, '/') && s.digitsAt(i+2) == 1 && !s.tokens[i].line { // "41 1/2"
		i += 3
	}
	i = s.houseLetter(i, letters)
	for range 3 {
		if !(s.is(i, '-') || s.is(i, '/') || s.is(i, '+')) || i+1 >= len(s.tokens) || s.tokens[i].line {
			break
		}
		if s.is(i, '-') && !s.tokens[i+1].gap && romanFloors[s.word(i+1)] { // "15-III"
			i += 2
			break
		}
		more, letters := s.numberToken(i + 1)
		if more < 1 || more > maxHouseNumber || letters > 1 || s.tokens[i+1].line {
			break
		}
		i = s.houseLetter(i+2, letters)
	}
	if s.counts(s.tokens[i-1].end) && !listed && !romanFloors[s.word(i-1)] {
		return 0, false
	}
	return i, year
}

// houseLetter takes a letter that stands apart behind a number, as in "3 b", or what stands there in
// France and the Netherlands: "7 bis", "295 II".
func (s *scan) houseLetter(i, letters int) int {
	if i < len(s.tokens) && s.tokens[i].kind == word && !s.tokens[i].line {
		switch s.word(i) {
		case "bis", "ter", "I", "II", "III":
			return i + 1
		}
	}
	if letters == 0 && i < len(s.tokens) && s.tokens[i].kind == word && !s.tokens[i].line && s.tokens[i].end-s.tokens[i].start == 1 {
		if c := s.text[s.tokens[i].start] | 0x20; c >= 'a' && c <= 'h' && s.postcodeTown(i) == 0 && !s.is(i+1, ':') {
			return i + 1
		}
	}
	return i
}

// numberToken reads a token of digits with letters behind them: its value and how many letters.
func (s *scan) numberToken(i int) (n, letters int) {
	if i >= len(s.tokens) || s.tokens[i].kind != number || s.tokens[i].end-s.tokens[i].start > 6 {
		return 0, 0
	}
	t := s.tokens[i]
	for j := t.start; j < t.end; j++ {
		if c := s.text[j]; isDigit(c) && letters == 0 {
			n = 10*n + int(c-'0')
		} else {
			letters++
		}
	}
	return n, letters
}

// counts says whether a number that ends at pos goes on or counts something: "5,50", "3. Mai", "12 %".
func (s *scan) counts(pos int) bool {
	if pos >= len(s.text) {
		return false
	}
	if c := s.text[pos]; (c == ',' || c == '.' || c == ':') && pos+1 < len(s.text) && isDigit(s.text[pos+1]) && !(c == ',' && digitRun(s.text, pos+1) == 5) { // "Gartenstr. 5,72764 Reutlingen"
		return true
	}
	if rest := strings.TrimLeft(cut(s.text, pos, 6), " "); strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "€") || strings.HasPrefix(rest, "°") || strings.HasPrefix(rest, "$") {
		return true
	}
	after := pos
	if s.text[pos] == '.' {
		after++
	}
	if isMonth(wordHere(s.text, skipGap(s.text, after, 1))) {
		return true
	}
	short := pos > 0 && isDigit(s.text[pos-1]) && (pos < 3 || !isDigit(s.text[pos-3]))
	if short && s.text[pos] == '.' && pos+2 < len(s.text) && s.text[pos+1] == ' ' && s.text[pos+2] >= 'a' && s.text[pos+2] <= 'z' {
		return true // "3. stock"
	}
	return s.unitAfter(pos)
}
