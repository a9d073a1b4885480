package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// town takes the town behind a street that ends before token i, over a comma or a line: it returns
// the token behind all of it, i if there is no town.
func (s *scan) town(i int) int {
	i = s.careOf(s.floor(i))
	if next := s.worldUnits(i); next > i {
		return s.country(max(next, s.postcodeTown(s.separator(next))))
	}
	if next := s.postcodeTown(s.separator(i)); next > 0 {
		return s.country(next)
	}
	if next := s.smallTown(s.separator(i)); next > 0 {
		return s.country(next)
	}
	if next := s.tailedTown(i); next > 0 {
		return s.country(next)
	}
	if next := s.farTown(i); next > 0 {
		return s.country(next)
	}
	if next := s.townBelow(i); next > 0 {
		return next
	}
	if next := s.townPostcode(i); next > 0 {
		return s.country(next)
	}
	if next := s.blockTail(i); next > 0 {
		return next
	}
	if next := s.placeBehind(i); next > 0 {
		return s.country(next)
	}
	if i+1 < len(s.tokens) && !s.tokens[i].line && s.tokens[i].kind == word && s.lower(i) == "in" && s.upperWord(i+1) && (s.strange(i+1) || s.knownPlace(i+1)) && s.wholeEnd(i+2) && i > 0 && (s.tokens[i-1].kind == number || s.has(i-1, streetTypes) || s.has(i-1, looseTypes) && s.tokens[i-1].upper && !s.knownPlace(i+1) && s.clauseEndsAt(i+2)) {
		return i + 2 // "Waldstraße 101 in Gerlingen"
	}
	if s.is(i, ',') && s.upperWord(i+1) && s.lower(i+1) == "bad" && s.upperWord(i+2) {
		return s.townTail(i + 3)
	}
	if j := s.separator(i); j > i && j < len(s.tokens) && !s.tokens[j].upper && s.tokens[j].kind == word && !s.tokens[j].line {
		first, _, _ := strings.Cut(s.lower(j), "-") // "darmstadt-bessungen"
		if len(first) > 3 && s.words.towns.Has(first) && s.wholeEnd(j+1) {
			return j + 1
		}
	}
	if i > 0 && i < len(s.tokens) && s.tokens[i-1].kind == number && s.tokens[i].kind == word && !s.tokens[i].line && s.words.towns.Has(s.lower(i)) && (s.tokens[i].upper || s.small) && (s.small || s.wholeEnd(i+1)) {
		return s.townTail(i + 1) // "hauptstr 12 dresden"
	}
	if next := s.namedTown(i); next > 0 {
		return next
	}
	// A well-known town needs no postcode.
	if j := s.separator(i); j > i && j < len(s.tokens) && s.tokens[j].upper && s.tokens[j].kind == word {
		if next := s.townName(j); next > 0 && s.words.towns.Has(strings.ToLower(s.text[s.tokens[j].start:s.tokens[next-1].end])) {
			return s.outward(s.country(next))
		}
	}
	return i
}

// townEndings end the names of most towns where German is spoken.
var townEndings = strings.Fields(`dorf heim hausen burg berg ingen ing ach au bach tal thal feld stadt stedt
	stetten hofen kirchen rode roda wald brunn furt itz witz leben büttel wil ikon bühl moos see horst münde kamp
	born loh reuth weiler beuren ried zell münster felden scheid rath kirch bruck brück hain hagen wang gau lingen`)

// namedTown takes a town that no list holds behind a street that ends before token i, by how its name ends, where it is all of its part
// or line: "Schulstraße 12a, Obergünzbach", "Lindenweg 4 (Hintertupfing)". It is 0 if there is none.
func (s *scan) namedTown(i int) int {
	j := i
	switch {
	case i >= len(s.tokens):
		return 0
	case s.is(i, ','), s.is(i, '('), s.is(i, '-') && s.tokens[i].gap && i+1 < len(s.tokens) && s.tokens[i+1].gap:
		if j++; !s.upperWord(j) {
			return 0
		}
	case !s.tokens[i].line || !s.tokens[i].upper:
		return 0
	}
	k := j
	if s.has(k, townPrefixes) && s.upperWord(k+1) {
		k++
	}
	w := s.lower(k)
	if s.tokens[k].kind != word || len(w) < 6 || s.known(k)&(tagger.FirstName|tagger.LastName) != 0 || !s.strange(k) || s.notes[k].clue != 0 || germanNoun(w) || compoundThing(w) || s.has(k, noStreets|floors|floorNames|houseWords|titles|countries) {
		return 0
	}
	if english := i > 0 && !s.is(i, ',') && s.has(i-1, streetTypes|looseTypes) && s.tokens[i-1].upper; !english && !slices.ContainsFunc(townEndings, func(e string) bool { return strings.HasSuffix(w, e) }) {
		return 0
	}
	switch {
	case s.is(i, '('):
		if s.is(k+1, ')') {
			return k + 2
		}
	case s.tokens[i].line && j == i:
		if k+1 == len(s.tokens) || s.tokens[k+1].line {
			return k + 1
		}
	case s.clauseEndsAt(k + 1):
		return k + 1
	}
	return 0
}

// townBelow takes the postcode that a word names behind a street, ", PLZ 10115", or a well-known town alone in the line below. It
// is 0 if there is none.
func (s *scan) townBelow(i int) int {
	if w := s.lower(min(i+1, len(s.tokens)-1)); s.is(i, ',') && (w == "plz" || w == "postleitzahl") {
		if j := i + 2; s.digitsAt(j) == 5 || s.digitsAt(j) == 4 {
			return max(j+1, s.postcodeTown(j))
		}
	}
	if i < len(s.tokens) && s.tokens[i].line && s.tokens[i].upper && s.words.towns.Has(s.lower(i)) && (i+1 == len(s.tokens) || s.tokens[i+1].line) {
		return i + 1
	}
	return 0
}

// placeBehind takes the name of a town or a country that the lexicon knows, behind a comma at token i: up to
// three words with capitals, and nothing else in that part. It returns the token behind them, 0 if there are
// none.
func (s *scan) placeBehind(i int) int {
	j := i + 1
	if !s.is(i, ',') || !s.upperWord(j) {
		return 0
	}
	place := false
	for j-i < 4 && s.upperWord(j) && s.notes[j].clue == 0 && (s.strange(j) || s.knownPlace(j)) {
		place = s.knownPlace(j) && s.known(j)&tagger.FirstName == 0
		j++
	}
	if !place || !s.wholeEnd(j) {
		return 0
	}
	return j
}

// smallTown reads "01067 dresden", "d-61348 bad homburg" behind a street at token i.
func (s *scan) smallTown(i int) int {
	if i < len(s.tokens) && s.tokens[i].kind == word && s.is(i+1, '-') {
		switch s.lower(i) {
		case "d", "de", "a", "at", "ch":
			i += 2
		}
	}
	n, letters := s.numberToken(i)
	if n < 1000 || letters > 0 || i+1 >= len(s.tokens) || s.tokens[i+1].kind != word || s.tokens[i+1].line || s.tokens[i].end-s.tokens[i].start < 5 && n > 1900 && n < 2100 {
		return 0
	}
	if size := s.tokens[i].end - s.tokens[i].start; size < 4 || size > 5 {
		return 0
	}
	j := i + 2
	if s.has(i+1, townPrefixes) && j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line {
		j++
	}
	return s.townTail(j)
}

// townFollows says whether a postcode and a town stand behind token i.
func (s *scan) townFollows(i int) bool { return s.town(i) > s.floor(i) }

// separator skips what may stand between street and town.
func (s *scan) separator(i int) int {
	if s.is(i, ',') || s.is(i, ';') || s.is(i, '@') || s.is(i, '-') || s.is(i, '/') || s.is(i, '|') || s.is(i, '>') || i < len(s.tokens) && s.tokens[i].kind == mark && (strings.HasPrefix(s.text[s.tokens[i].start:], "•") || strings.HasPrefix(s.text[s.tokens[i].start:], "·")) {
		i++
	}
	if i < len(s.tokens) && s.tokens[i].kind == word && s.lower(i) == "in" {
		i++
	}
	if s.is(i, '>') || s.is(i, '*') { // quoted mail, lists
		i++
	}
	return i
}

// postcodeTown reads "01067 Dresden", "D-60311 Frankfurt am Main", "1010 Wien" at token i and returns
// the token behind it, 0 if there is none.
func (s *scan) postcodeTown(i int) int {
	if i >= len(s.tokens) {
		return 0
	}
	if s.tokens[i].kind == word && s.is(i+1, '-') {
		switch s.text[s.tokens[i].start:s.tokens[i].end] {
		case "D", "DE", "A", "AT", "CH", "L", "FL", "F", "I", "NL", "B":
			i += 2
		default:
			return 0
		}
		if i >= len(s.tokens) {
			return 0
		}
	}
	n, letters := s.numberToken(i)
	size := s.tokens[i].end - s.tokens[i].start
	if letters == 2 && size == 6 && i+1 < len(s.tokens) && !s.tokens[i+1].line && char.InCapitals(s.word(i)) { // "3514TL Utrecht"
		return s.townName(i + 1)
	}
	if at := digitRun(s.text, s.tokens[i].start); at == 5 && size > 7 && s.text[s.tokens[i].start+5] >= 'A' && s.text[s.tokens[i].start+5] <= 'Z' && char.CountDigits([]byte(s.word(i))) == 5 { // "72764Reutlingen"
		return s.townTail(i + 1)
	}
	if n == 0 || letters > 0 || size != 5 && size != 4 || size == 5 && n < 1000 || size == 4 && n < 1000 {
		return 0
	}
	j := i + 1
	if size == 4 && j < len(s.tokens) && s.tokens[j].end-s.tokens[j].start == 2 && s.upperWord(j) && char.InCapitals(s.text[s.tokens[j].start:s.tokens[j].end]) {
		j++ // Netherlands: 1012 AB Amsterdam
	}
	if size == 5 && (s.is(j, '|') || s.is(j, ';')) && s.upperWord(j+1) { // cells of a table
		if end := s.townName(j + 1); s.is(end, '|') || s.is(end, ';') || end == len(s.tokens) || s.tokens[end].line {
			j++
		}
	}
	if j < len(s.tokens) && s.tokens[j].line {
		return 0
	}
	end := s.townBeside(s.townName(j))
	if size == 4 && end > j && s.capitals(end) == 2 && s.tokens[end].end-s.tokens[end].start == 2 && !s.tokens[end].line && cantons[s.word(end)] && s.wholeEnd(end+1) { // "5400 Baden AG"
		return end + 1
	}
	return end
}

// townName reads a town at token i and returns the token behind it, 0 if there is none.
func (s *scan) townName(i int) int {
	if i >= len(s.tokens) || s.tokens[i].kind != word || !s.tokens[i].upper {
		return 0
	}
	j := i + 1
	if s.has(i, townPrefixes) {
		j = s.skipDot(j)
		if s.upperWord(j) {
			j++
		}
	}
	switch {
	case s.is(j, '(') && s.upperWord(j+1) && !partyWords[s.lower(j+1)]: // Frankfurt (Oder)
		if k := s.skipDot(j + 2); s.is(k, ')') {
			return k + 1
		}
	case s.is(j, '/') && s.upperWord(j+1): // Halle/Saale
		return s.skipDot(j + 2)
	}
	return s.townTail(j)
}

// country takes the country behind a town.
func (s *scan) country(i int) int {
	j := i
	if s.is(j, ',') {
		j++
	}
	if j < len(s.tokens) && s.tokens[j].kind == word && s.tokens[j].upper && (j > i || s.tokens[j].line) {
		if n := s.countryAt(j); n > 0 {
			return s.codeBehind(j + n)
		}
	}
	return i
}
