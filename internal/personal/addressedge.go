package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// edges mends both ends of the addresses that were found: it leaves out who lives there, takes in who they live with,
// the name of the house in the line above, and the town or the part of a country behind.
func (s *scan) edges() {
	if !s.holdsAny(Address) {
		return
	}
	plates := s.foundPlates()
	kept := s.found[:0]
	for _, e := range s.found {
		if e.Type != Address {
			kept = append(kept, e)
			continue
		}
		from, to, whole := s.tokenAt(e.Start), s.tokenAt(e.End), e
		if at, ok := plates[e.Start]; ok && at >= e.End { // "IN-AB 447"
			continue
		}
		if from+1 < to && s.has(from, prepositions) && plates[s.tokens[from+1].start] >= e.End { // "am M-TS 300"
			continue
		}
		if s.onlyFloors(from, to) || from+2 < to && s.tokens[from].kind == number && s.tokens[from+2].line && s.unitAfter(s.tokens[from].end) { // "10 Tage\nAnsprechpartner Frau Köpke"
			continue
		}
		if s.numberOfThing(from) || s.titleOf(from, to) || from > 1 && s.digitsAt(from) == 4 && s.isYear(from) && s.notes[from-2].clue>>clueBirth&1 != 0 { // "born in 1958 lol"
			continue
		}
		if lot := s.behindLot(from, to); lot > from {
			e.Start = s.tokens[lot].start
			e.value = fold(s.text[e.Start:e.End])
			kept = append(kept, e)
			continue
		}
		if s.byWeight(from, to) {
			continue
		}
		if first := s.withoutArticle(s.behindPaperNumber(from, to), to); first > from {
			from = first
			e.Start = s.tokens[from].start
		}
		if who := s.behindWho(from, to); who > from {
			from = who
			e.Start = s.tokens[from].start
		}
		if first := s.worldFront(s.firstPart(from, to), to); first != from {
			e.Start = s.tokens[first].start
		}
		if home := s.homeBefore(s.tokenAt(e.Start)); s.tokens[home].start < e.Start {
			e.Start = s.tokens[home].start
		}
		if last := s.codeOfHungary(from, s.lastPart(from, to)); last > to {
			e.End = s.tokens[last-1].end
		} else if to-from > 4 && s.is(to-1, ')') && s.is(to-3, '(') && partyWords[s.lower(to-2)] { // "79312 Emmendingen (Vermieter)"
			e.End = s.tokens[to-4].end
		}
		s.behindDate(&e)
		s.dublinDistrict(&e)
		if e != whole {
			e.value = fold(s.text[e.Start:e.End])
		}
		kept = append(kept, e)
	}
	s.found = kept
}

// homes are words for houses where people live together, before their names.
var homes = wordlist.Set(`seniorenzentrum seniorenheim seniorenresidenz seniorenstift seniorenwohnheim altenheim altersheim altenzentrum altenpflegeheim pflegeheim pflegezentrum pflegestift wohnheim studentenwohnheim studierendenwohnheim wohnstift residenz
	wohnpark wohnanlage hospiz frauenhaus internat kaserne flüchtlingsunterkunft`)

// homeBefore gives the token at which the name of such a house begins in the part or the line before an address that begins at token i:
// "Seniorenzentrum St. Anna, Klosterweg 1", "Haus am Park\nParkallee 30". It is i if something else stands there.
func (s *scan) homeBefore(i int) int {
	if i > 0 && s.lower(i-1) == "haus" && s.tokens[i-1].upper && !s.tokens[i].line && s.has(i, prepositions) && !s.tokens[i].upper {
		return i - 1
	}
	last := i - 1
	if s.is(last, ',') {
		last--
	} else if i >= len(s.tokens) || !s.tokens[i].line {
		return i
	}
	for from := last; from >= 0 && last-from < 6; from-- {
		t := s.tokens[from]
		switch {
		case t.kind == mark && !s.is(from, '.') && !s.is(from, '-'):
			return i
		case t.kind == word && t.upper && homes[s.lower(from)] && from < last:
			return from
		case t.kind == word && t.upper && s.lower(from) == "haus" && t.line && from < last:
			return from
		case t.line:
			return i
		}
	}
	return i
}

// byWeight says whether the tokens [from, to) are no street and stand behind how much of it there is: "24 to Rollsplitt 4/8, LS 44018".
func (s *scan) byWeight(from, to int) bool {
	if from < 2 || s.tokens[from-2].kind != number || s.tokens[from].line || s.hasPostcode(from, to) && s.germanName(from) {
		return false
	}
	switch s.lower(from - 1) {
	case "to", "t", "kg", "m³", "cbm", "stk":
		return !slices.ContainsFunc(s.notes[from:to], func(n note) bool { return n.class&(streetWords|flats|houseWords) != 0 })
	}
	return false
}

// behindPaperNumber gives the token of the next line where an address in the tokens [from, to) begins with the number of a paper that
// is all of the line: "RE-2026-00418\nSchreinerei Vogelsang, Am Mühlgraben 7".
func (s *scan) behindPaperNumber(from, to int) int {
	i, digits, joined := from, 0, false
	for i < to && (s.lower(i) == "nr" || s.lower(i) == "no" || s.is(i, '.') || s.is(i, ':')) {
		i++
	}
	for first := i; i < to && (i == first || !s.tokens[i].line); i++ {
		if i > first && s.tokens[i].gap {
			return from
		}
		joined = joined || s.is(i, '-') || s.is(i, '/')
		digits += char.CountDigits([]byte(s.text[s.tokens[i].start:s.tokens[i].end]))
	}
	if i == to || !joined || digits < leastPaper {
		return from
	}
	for k := i; k < to && k-i < mostNames && s.tokens[k].kind != number && !s.has(k, streetWords|flats|houseWords|likeStreet|prepositions); k++ { // whose paper it is
		if s.is(k, ',') && s.hasNumber(k, to) {
			return k + 1
		}
	}
	return i
}

// leastPaper is how many digits the number of a bill or an order has at least that is taken for one.
const leastPaper = 4

// withoutArticle gives the token behind a small "the" at token from where the number of a house or a flat follows: "from the 14 Pentland
// View".
func (s *scan) withoutArticle(from, to int) int {
	if s.lower(from) == "the" && !s.tokens[from].upper && from+2 < to && (s.tokens[from+1].kind == number || s.has(from+1, flats)) {
		return from + 1
	}
	return from
}

// numberOfThing says whether a short number at token i stands directly behind the word for the number of a thing: "Zählernummer 1
// EMH00 0471 8823".
func (s *scan) numberOfThing(i int) bool {
	if i == 0 || s.tokens[i].kind != number || s.tokens[i].line || s.digitsAt(i) > 3 || s.notes[i-1].clue>>clueGoods&1 == 0 {
		return false
	}
	w := s.lower(i - 1)
	return strings.HasSuffix(w, "nummer") || strings.HasSuffix(w, "nr") || strings.HasSuffix(w, "number")
}

// works are what has a title, before which at most a few words stand.
var works = wordlist.Set(`ticket tickets karte karten film movie play musical book novel roman buch stück serie series show titel title title's song album game spiel
	read reading watch watched saw see gelesen gesehen lese`)

// titleOf says whether the tokens [from, to) are a street in quotation marks behind a word for a book or a play: 'tickets for "84 Charing
// Cross Road"'.
func (s *scan) titleOf(from, to int) bool {
	if from < 2 || to >= len(s.tokens) || s.tokens[from-1].kind != mark || s.tokens[to].kind != mark || s.tokens[to].gap || s.tokens[from].gap || s.hasPostcode(from, to) {
		return false
	}
	if open := s.text[s.tokens[from-1].start:s.tokens[from-1].end]; !strings.Contains("\"'„“”«»‚‘", open) {
		return false
	}
	for k := from - 2; k >= 0 && from-k < 6 && s.tokens[k].kind == word; k-- {
		if works[s.lower(k)] {
			return true
		}
	}
	return false
}

// behindLot gives the token behind the lot of a plan that stands before a flat, "lot 18, 5/212 Beaufort Street", where an address begins
// with it or its number at token from; from itself if it does not.
func (s *scan) behindLot(from, to int) int {
	i := from
	if s.lower(i) == "lot" {
		i++
	} else if i == 0 || s.lower(i-1) != "lot" {
		return from
	}
	if i+4 < to && s.tokens[i].kind == number && s.is(i+1, ',') && s.tokens[i+2].kind == number && s.is(i+3, '/') && s.tokens[i+4].kind == number {
		return i + 2
	}
	return from
}

// foundPlates gives the ends of the plates that were found by where they begin.
func (s *scan) foundPlates() map[int]int {
	var ends map[int]int
	for _, e := range s.found {
		if e.Type == Plate {
			if ends == nil {
				ends = map[int]int{}
			}
			ends[e.Start] = e.End
		}
	}
	return ends
}

// onlyFloors says whether the tokens [from, to) tell a flat and a floor, and no house: "flat, 3rd floor", "Bldg. C, 2nd
// floor".
func (s *scan) onlyFloors(from, to int) bool {
	floor := false
	for i := from; i < to; i++ {
		t := s.tokens[i]
		switch {
		case t.kind == mark, t.kind == word && t.end-t.start == 1:
		case t.kind == number && ordinal(s.text, t.start+digitRun(s.text, t.start)) == t.end:
		case s.lower(i) == "floor":
			floor = true
		case !s.has(i, flats|partNames):
			return false
		}
	}
	return floor && !s.is(from-1, ':')
}

// firstPart gives the token with which the address in the tokens [from, to) should begin.
func (s *scan) firstPart(from, to int) int {
	if from > 1 && s.tokens[from].kind == number && s.is(from-1, '-') && s.tokens[from-1].gap && s.tokens[from].gap && !s.tokens[from].line && s.digitsAt(from-2) > 1 && s.digitsAt(from-2) < 6 && from+1 < to && s.has(from+1, streetTypes|looseTypes) {
		return from - 2 // "4417 - 128A street"
	}
	if j := s.initial(from); j > from && s.upperWord(j) && j+2 < to && s.tokens[j+1].line && s.hasNumber(j+1, to) && s.notes[j].class&streetWords == 0 {
		return j + 1 // "R. Tischler\nLerchenwinkel 14b"
	}
	if from+2 < to && s.tokens[from].upper && (s.has(from, functionWords) || corrections[s.lower(from)]) && s.tokens[from+1].upper && s.has(from+1, prepositions) {
		return from + 1 // "Sondern Hinterm Deich 2"
	}
	if w := s.lower(from); from+2 < to && (strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")) && s.has(from+1, flats) {
		return from + 1 // "Flat's Flat 2/1"
	}
	if !s.small && !s.tokens[from].upper && s.tokens[from].kind == word && s.is(from+1, ',') && from+3 < to && s.tokens[from+2].kind == number && s.has(from, dwellings|placeVerbs) && s.tokens[from+3].kind == word {
		return from + 2 // "the shop, 771 N. Industrial Pkwy"
	}
	if from+4 < to && s.known(from)&tagger.FirstName != 0 && s.upperWord(from+1) && !s.has(from+1, streetWords) && (s.is(from+2, '/') || s.is(from+2, '|') || s.is(from+2, ';')) && s.tokens[from+2].gap && s.hasNumber(from+4, to) {
		return from + 3 // "Lena Brunk / Schillerstr. 9 / 70173 Stuttgart"
	}
	for k := from + 1; k < from+6 && k+2 < to; k++ { // "my P.O. box, PO Box 52"
		if s.tokens[k].kind == number {
			break
		}
		if s.is(k, ',') && s.lower(k-1) == "box" {
			return k + 1
		}
	}
	if j := s.townBefore(from, to); j < from {
		return j
	}
	if j := s.withWhom(from); j < from {
		return j
	}
	if from > 0 && s.digitsAt(from-1) == 5 && !s.tokens[from].line && s.upperWord(from) && s.knownPlace(from) && !s.hasPostcode(from, to) {
		return from - 1 // "01067 Dresden Hauptstr. 12"
	}
	return s.theHouse(from)
}

// corrections begin a sentence that says an address anew.
var corrections = wordlist.Set("sondern statt neu jetzt doch nein korrektur richtig besser eigentlich")

// townBefore gives the token of the postcode with which the part before the street in the tokens [from, to) begins, where
// the street has none: "5020 Salzburg-Aigen, Aigner Straße 8". It is from if none stands there.
func (s *scan) townBefore(from, to int) int {
	if from < 3 || !s.is(from-1, ',') || s.tokens[from].kind != word || s.tokens[from].line || s.hasPostcode(from, to) || !s.germanName(from) && !slices.ContainsFunc(s.notes[from:to], func(n note) bool { return n.class&streetWords != 0 }) {
		return from
	}
	words := 0
	for j := from - 2; j >= 0 && from-j < 9 && !s.tokens[j+1].line; j-- {
		t := s.tokens[j]
		switch {
		case t.kind == word:
			words++
		case t.kind == number:
			n, _ := s.numberToken(j)
			if size := s.digitsAt(j); size != 5 && size != 4 || size == 4 && n >= 1900 && n < 2100 || words == 0 || !s.upperWord(j+1) || s.notes[j+1].clue != 0 || s.postcodeTown(j) == 0 || s.common(j+1) {
				return from
			}
			if s.is(j-1, '-') && !t.gap && j > 1 && s.tokens[j-2].upper && s.tokens[j-2].end-s.tokens[j-2].start <= 2 {
				return j - 2
			}
			return j
		case !s.is(j, '-') && !s.is(j, '.'):
			return from
		}
	}
	return from
}

// mostWords is how many words there may be in the name of who somebody lives with.
const mostWords = 5

// withWhom gives the token of "c/o" with whose name the part or the line before token i begins, i itself if there is
// none.
func (s *scan) withWhom(i int) int {
	j := i - 1
	if s.is(j, ',') {
		j--
	} else if !s.tokens[i].line {
		return i
	}
	for k := 0; k < mostWords && j > 1 && !s.tokens[j].line; k, j = k+1, j-1 {
		if s.lower(j) == "o" && s.is(j-1, '/') && s.lower(j-2) == "c" {
			if s.tokens[j-2].line || s.is(j-3, ':') { // else it belongs to the name before it
				return j - 2
			}
			return i
		}
		if t := s.tokens[j]; t.kind != mark && !t.upper || t.kind == mark && s.text[t.start] != '.' && s.text[t.start] != '&' && s.text[t.start] != '-' {
			break
		}
	}
	return i
}

// theHouse gives the token with which the line above token i begins if it is the name of a house with its article,
// "The Old Forge", above a number; i itself if it is not.
func (s *scan) theHouse(i int) int {
	if s.tokens[i].kind != number || !s.tokens[i].line {
		return i
	}
	j := i - 1
	for j > 0 && !s.tokens[j].line && i-j < 4 {
		if !s.upperWord(j) || s.notes[j].clue != 0 {
			return i
		}
		j--
	}
	if i-j < 2 || !s.tokens[j].line || !s.tokens[j].upper || s.lower(j) != "the" || s.has(i-1, legalForms) || s.lower(i-1) == "family" {
		return i
	}
	return j
}

// lastPart gives the token behind the last one that belongs to the address in the tokens [from, to).
func (s *scan) lastPart(from, to int) int {
	if to >= len(s.tokens) || to-from < 2 {
		return to
	}
	last := s.tokens[to-1]
	if s.digitsAt(to-1) == 5 && s.tokens[to-1].line && s.upperWord(to) && s.notes[to].clue == 0 { // "Ortsteil Bischleben\n99094 Erfurt"
		return s.townName(to)
	}
	if s.is(to, '.') && to+3 < len(s.tokens) && last.kind == number && (romanFloors[s.word(to+1)] || s.tokens[to+1].kind == number) && s.is(to+2, '/') && s.tokens[to+3].kind == number { // "Váci utca 47. II/5."
		return s.skipDot(to + 4)
	}
	if n, _ := s.numberToken(to); s.digitsAt(to) == 4 && !s.tokens[to].line && last.kind == word && last.upper && (n < 1900 || n > 2100) && s.wholeEnd(to+1) && s.region != "DE" && !s.isDateToken(to) && s.is(to-2, ',') { // ", Napier 4110"
		return to + 1
	}
	j := to
	if s.is(j, ',') {
		j++
	}
	if j > to && s.digitsAt(j) == 4 && !s.tokens[j].line && last.kind == word && last.upper && !s.isYear(j) && s.clauseEndsAt(j+1) && !s.isDateToken(j) && s.is(to-2, ',') && !s.hasCode(from, to) { // ", Durbanville, 7550"
		return j + 1
	}
	if j < len(s.tokens) && !s.tokens[j].line && s.wholeEnd(j+1) && last.kind == word && (s.stateAt(j) || canadian[s.lower(j)] && s.tokens[j].upper && j > to) { // ", Hamilton, ON"
		return j + 1
	}
	if j == to && s.upperWord(j) && s.stateAt(j+1) && s.wholeEnd(j+2) && (s.strange(j) || s.knownPlace(j)) { // "#12 Louisville KY"
		return j + 2
	}
	if j == to && from > 0 && s.toldPlace(from-1) && s.tokens[j].kind == word && !s.tokens[j].upper && !s.tokens[j].line && !last.upper && s.strange(j) && s.clauseEndsAt(j+1) && s.has(to-1, streetTypes|looseTypes) { // "my address is 9 mill lane dunmow"
		return j + 1
	}
	if j == to || s.hasCode(from, to) {
		return to
	}
	if next := s.plainTown(to); next > to && s.streetIn(from, to) {
		return next
	}
	if j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].upper && !s.tokens[j].line && last.kind == word && !last.upper && s.strange(j) && s.clauseEndsAt(j+1) && s.has(to-1, streetTypes|looseTypes) { // "8 mill lane, dunmow"
		return j + 1
	}
	return to
}

// hungarianStreets are words for streets in Hungary.
var hungarianStreets = wordlist.Set("utca út tér krt körút u sétány köz")

// codeOfHungary takes the postcode behind a street of Hungary in the tokens [from, to), "Budapest, Váci utca 47, 1052". It returns the
// token behind it, to if there is none.
func (s *scan) codeOfHungary(from, to int) int {
	if !s.is(to, ',') || s.digitsAt(to+1) != 4 || s.isYear(to+1) || s.tokens[to+1].line || !s.clauseEndsAt(to+2) {
		return to
	}
	for i := from; i < to; i++ {
		if s.tokens[i].kind == word && hungarianStreets[s.lower(i)] {
			return to + 2
		}
	}
	return to
}

// canadian are the provinces of Canada of one word.
var canadian = wordlist.Set("ontario quebec québec manitoba alberta saskatchewan newfoundland yukon nunavut")

// hasCode says whether a postcode stands in the tokens [from, to).
func (s *scan) hasCode(from, to int) bool {
	for i := from; i < to; i++ {
		if n := s.digitsAt(i); n == 5 || s.britishPostcode(i) > 0 {
			return true
		}
	}
	return false
}

// streetIn says whether a street of an English kind stands in the tokens [from, to), and no town behind it yet.
func (s *scan) streetIn(from, to int) bool {
	commas := 0
	for i := to - 1; i >= from; i-- {
		if s.is(i, ',') {
			commas++
		}
		if s.has(i, streetTypes|looseTypes) {
			return commas == 0 || commas == 1 && s.has(to-2, flats)
		}
	}
	return false
}
