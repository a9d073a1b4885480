package personal

import (
	"slices"
	"strings"

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
		if len(first) > 3 && s.words.towns[first] && s.wholeEnd(j+1) {
			return j + 1
		}
	}
	if i > 0 && i < len(s.tokens) && s.tokens[i-1].kind == number && s.tokens[i].kind == word && !s.tokens[i].line && s.words.towns[s.lower(i)] && (s.tokens[i].upper || s.small) && (s.small || s.wholeEnd(i+1)) {
		return s.townTail(i + 1) // "hauptstr 12 dresden"
	}
	if next := s.namedTown(i); next > 0 {
		return next
	}
	// A well-known town needs no postcode.
	if j := s.separator(i); j > i && j < len(s.tokens) && s.tokens[j].upper && s.tokens[j].kind == word {
		if next := s.townName(j); next > 0 && s.words.towns[strings.ToLower(s.text[s.tokens[j].start:s.tokens[next-1].end])] {
			return s.outward(s.country(next))
		}
	}
	return i
}

// townEndings end the names of most towns where German is spoken.
var townEndings = strings.Fields(`dorf heim hausen burg berg ingen ing ach au bach tal thal feld stadt stedt stetten hofen kirchen rode roda wald brunn furt itz witz leben büttel wil ikon bühl moos see horst münde kamp
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

// tailedTown takes a town without a postcode behind a comma at token i that says which of several it is, and nothing else in that
// part: ", Aigen im Mühlkreis". It is 0 if there is none.
func (s *scan) tailedTown(i int) int {
	k := i + 2
	if !s.is(i, ',') || !s.upperWord(i+1) || !s.strange(i+1) && !s.knownPlace(i+1) || s.notes[i+1].clue != 0 || k >= len(s.tokens) || s.tokens[k].upper || s.tokens[k].line {
		return 0
	}
	switch s.lower(k) {
	case "am", "im", "bei", "ob":
		k++
	case "an", "in", "auf":
		if k++; k >= len(s.tokens) || s.lower(k) != "der" && s.lower(k) != "dem" {
			return 0
		}
		k++
	default:
		return 0
	}
	if !s.upperWord(k) || s.notes[k].clue != 0 || s.has(k, weekdays|months) {
		return 0
	}
	if k++; s.upperWord(k) && s.has(k, townTails) { // "am Neusiedler See"
		k++
	}
	if !s.wholeEnd(k) {
		return 0
	}
	return k
}

// townBelow takes the postcode that a word names behind a street, ", PLZ 10115", or a well-known town alone in the line below. It
// is 0 if there is none.
func (s *scan) townBelow(i int) int {
	if w := s.lower(min(i+1, len(s.tokens)-1)); s.is(i, ',') && (w == "plz" || w == "postleitzahl") {
		if j := i + 2; s.digitsAt(j) == 5 || s.digitsAt(j) == 4 {
			return max(j+1, s.postcodeTown(j))
		}
	}
	if i < len(s.tokens) && s.tokens[i].line && s.tokens[i].upper && s.words.towns[s.lower(i)] && (i+1 == len(s.tokens) || s.tokens[i+1].line) {
		return i + 1
	}
	return 0
}

// plainTown takes a town without a postcode behind an English street that ends before token i: a comma, up
// to three words with capitals that are no common ones, and the end of the part.
func (s *scan) plainTown(i int) int {
	if !s.is(i, ',') || !s.upperWord(i+1) {
		return i
	}
	j, plain := i+1, true
	for j-i < 5 && s.upperWord(j) && s.notes[j].clue == 0 {
		plain = plain && (s.strange(j) || s.knownPlace(j) || s.has(j, townPrefixes) || j > i+1 && s.stateAt(j)) && j-i < 4
		if j++; s.tokens[j-1].end-s.tokens[j-1].start <= 2 { // "St."
			j = s.skipDot(j)
		}
	}
	if j == i+1 || !s.wholeEnd(j) {
		return i
	}
	end := s.county(j)
	if end > j {
		end = s.outward(end)
	}
	if end == j && j == i+2 && wordTowns[s.lower(i+1)] && s.clauseEndsAt(j) {
		return j
	}
	if end == j && plain && s.digitsAt(j) == 4 && !s.tokens[j].line && !s.isYear(j) && (j+1 == len(s.tokens) || s.clauseEndsAt(j+1)) { // "Fitzroy 3065"
		return j + 1
	}
	if end == j && !plain && !(j-i == 3 && (s.strange(i+1) || s.knownPlace(i+1) || s.has(i+1, townPrefixes)) && s.clauseEndsAt(j)) { // "Tunbridge Wells"
		return i
	}
	return end
}

// wordTowns are towns whose names are words, too.
var wordTowns = set("bath reading sandwich deal battle rugby ware wells hull bury sale wick mold nelson mobile phoenix orange buffalo independence corona flint hastings barking sandy poole stone")

// townDirect takes a town that stands behind an English street without a comma, at token i: "12 Baker St London". It gives back
// i if there is none.
func (s *scan) townDirect(i int) int {
	if !s.upperWord(i) || !s.tokens[i].gap || !s.wholeEnd(i+1) || !s.words.towns[s.lower(i)] && !(s.knownPlace(i) && s.known(i)&(tagger.FirstName|tagger.LastName) == 0) || s.notes[i].clue != 0 {
		return i
	}
	return s.outward(max(i+1, s.county(i+1)))
}

// county takes the county or state behind a town, ", Bedfordshire", ", TX".
func (s *scan) county(i int) int {
	if !s.is(i, ',') || !s.upperWord(i+1) {
		return i
	}
	w := s.lower(i + 1)
	if n, letters := s.numberToken(i + 2); n > 0 && n < 30 && letters < 2 && s.has(i+1, knownTown) && s.wholeEnd(i+3) { // ", Dublin 14"
		return i + 3
	}
	if !s.wholeEnd(i + 2) {
		return i
	}
	if strings.HasSuffix(w, "shire") || counties[w] || s.has(i+1, states|australianStates) && (s.capitals(i+1) > 1 || len(w) > 3) || s.stateAt(i+1) {
		return i + 2
	}
	return i
}

// stateAt says whether token i is the abbreviation of a part of the United States or Canada.
func (s *scan) stateAt(i int) bool {
	return s.capitals(i) == 2 && s.tokens[i].end-s.tokens[i].start == 2 && (s.has(i, states) || provinces[s.lower(i)])
}

// provinces are those of Canada.
var provinces = set("on qc bc ab mb sk ns nb nl pe yt nt nu")

// outward takes the first half of a British postcode behind a town or a county, ", Suffolk, IP33", "London N7", where
// nothing follows. It gives back token i if there is none.
func (s *scan) outward(i int) int {
	if n, letters := s.numberToken(i); i > 0 && n > 0 && n < 25 && letters < 2 && s.lower(i-1) == "dublin" && !s.tokens[i].line && s.wholeEnd(i+1) { // "Dublin 14"
		return i + 1
	}
	j := i
	if s.is(j, ',') {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].line || s.tokens[j].kind != word || !s.wholeEnd(j+1) {
		return i
	}
	w := s.word(j)
	letters := 0
	for letters < len(w) && w[letters] >= 'A' && w[letters] <= 'Z' {
		letters++
	}
	digits := digitRun(w, letters)
	if letters < 1 || letters > 2 || digits < 1 || digits > 2 || len(w) > letters+digits+1 || letters+digits < len(w) && (w[len(w)-1] < 'A' || w[len(w)-1] > 'Z') {
		return i
	}
	return j + 1
}

// counties are those of Great Britain and Ireland that do not end in "shire", of one word.
var counties = set(`kent essex surrey sussex norfolk suffolk devon cornwall dorset somerset cumbria durham northumberland merseyside rutland gwynedd powys dyfed clwyd gwent fife angus moray
	antrim armagh down fermanagh tyrone cork kerry galway mayo sligo donegal wexford waterford wicklow kildare meath louth clare limerick tipperary leitrim cavan monaghan offaly laois carlow kilkenny`)

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

// floor takes what says where in the house somebody lives.
func (s *scan) floor(i int) int {
	for range 3 {
		j := i
		if s.is(j, '.') && i > 0 && romanFloors[s.word(i-1)] && s.has(j+1, floors) { // "15 III. links"
			i = j + 2
			continue
		}
		if s.is(j, '(') {
			if end := s.bracketedFloor(j); end > 0 {
				return end
			}
		}
		if s.is(j, ',') || s.is(j, '/') || s.is(j, '-') || s.is(j, ';') {
			j++
		}
		n, letters := s.numberToken(j)
		if n > 0 && n < 100 && letters == 0 && s.is(j+1, '.') {
			j += 2
		} else if s.is(j+1, '.') && j < len(s.tokens) && !s.tokens[j].line && romanFloors[s.word(j)] {
			j += 2 // "III. links"
		}
		if j >= len(s.tokens) || s.tokens[j].kind != word {
			return i
		}
		w := s.lower(j)
		next := s.skipDot(j + 1)
		switch {
		case s.has(j, floors) && (j > i || !s.tokens[j].line || next < len(s.tokens) && s.tokens[next].line && s.postcodeTown(next) > 0):
			i = next
			if w != "links" && w != "rechts" && s.is(j+1, '.') && next < len(s.tokens) && s.tokens[next].gap {
				i = j + 1 // the sentence ends
			}
		case s.has(j, floorNames) && next < len(s.tokens) && !s.tokens[next].line && (s.tokens[next].kind == number && !s.dateHere(s.tokens[next].start) || s.tokens[next].upper && s.tokens[next].end-s.tokens[next].start == 1):
			i = next + 1
		default:
			return i
		}
	}
	return i
}

// behindTown takes what says where in the house or the town behind an address that ends before token i:
// ", 2. OG rechts", ", Ortsteil Letzlingen".
func (s *scan) behindTown(i int) int {
	if !s.is(i, ',') {
		return i
	}
	switch w := i + 1; {
	case w+1 < len(s.tokens) && s.upperWord(w+1) && (s.lower(w) == "ortsteil" || s.lower(w) == "ot" || s.lower(w) == "stadtteil"):
		return w + 2
	default:
		return s.floor(i)
	}
}

// romanFloors are the numbers of floors as old houses have them.
var romanFloors = set(`I II III IV V VI`)

// bracketedFloor reads "(Rückgebäude, EG)" at token i and returns the token behind it, 0 if something else
// stands in the brackets.
func (s *scan) bracketedFloor(i int) int {
	if end := s.bracketedWay(i); end > 0 {
		return end
	}
	for j := i + 1; j < len(s.tokens) && j-i < 8 && !s.tokens[j].line; j++ {
		switch {
		case s.is(j, ')') && j > i+1:
			return j + 1
		case j == i+1 && s.lower(j) == "bei" && s.upperWord(j+1) && s.is(j+2, ')'):
			return j + 3
		case s.is(j, ',') || s.is(j, '.') || s.is(j, '/') || s.tokens[j].kind == number && s.tokens[j].end-s.tokens[j].start <= 2 || s.has(j, floors|floorNames):
		default:
			return 0
		}
	}
	return 0
}

// longestWay is how many words in brackets may say how to find a house.
const longestWay = 6

// bracketedWay reads what says in brackets how to find a house before its town, "(Eingang Hofseite), 32657 Lemgo", at token
// i. It returns the token behind the brackets, 0 if no town follows.
func (s *scan) bracketedWay(i int) int {
	for j := i + 1; j < len(s.tokens) && j-i <= longestWay && !s.tokens[j].line; j++ {
		if s.is(j, ')') && j > i+1 {
			if k := s.separator(j + 1); s.digitsAt(k) == 5 && s.postcodeTown(k) > 0 || s.is(j+1, ',') && s.townPostcode(j+1) > 0 {
				return j + 1
			}
			return 0
		}
		if s.tokens[j].kind != word {
			return 0
		}
	}
	return 0
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
	if letters == 2 && size == 6 && i+1 < len(s.tokens) && !s.tokens[i+1].line && strings.ToUpper(s.word(i)) == s.word(i) { // "3514TL Utrecht"
		return s.townName(i + 1)
	}
	if at := digitRun(s.text, s.tokens[i].start); at == 5 && size > 7 && s.text[s.tokens[i].start+5] >= 'A' && s.text[s.tokens[i].start+5] <= 'Z' && digitCount([]byte(s.word(i))) == 5 { // "72764Reutlingen"
		return s.townTail(i + 1)
	}
	if n == 0 || letters > 0 || size != 5 && size != 4 || size == 5 && n < 1000 || size == 4 && n < 1000 {
		return 0
	}
	j := i + 1
	if size == 4 && j < len(s.tokens) && s.tokens[j].end-s.tokens[j].start == 2 && s.upperWord(j) && strings.ToUpper(s.text[s.tokens[j].start:s.tokens[j].end]) == s.text[s.tokens[j].start:s.tokens[j].end] {
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

// townBeside takes a larger town that says which one is meant: "Aurach bei Kitzbühel".
func (s *scan) townBeside(i int) int {
	if i > 0 && i < len(s.tokens) && !s.tokens[i].line && s.lower(i) == "bei" && !s.tokens[i].upper && s.upperWord(i+1) && (s.strange(i+1) || s.knownPlace(i+1)) && s.notes[i+1].clue == 0 && !s.has(i+1, titles) && s.wholeEnd(i+2) {
		return i + 2
	}
	return i
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

// partyWords stand in brackets behind the address of who a contract is with: "38100 Braunschweig (Vermieter)".
var partyWords = set(`vermieter vermieterin mieter mieterin käufer käuferin verkäufer verkäuferin auftraggeber auftraggeberin auftragnehmer auftragnehmerin eigentümer eigentümerin kläger klägerin
	beklagter beklagte schuldner schuldnerin gläubiger gläubigerin pächter pächterin arbeitgeber arbeitgeberin arbeitnehmer arbeitnehmerin`)

// townTail takes what says which of several towns is meant: "am Main", "an der Oder", "a. d. Donau",
// "v. d. Höhe".
func (s *scan) townTail(j int) int {
	k, short := j, false
	for n := 0; n < 3 && k < len(s.tokens) && s.tokens[k].kind == word && (!s.tokens[k].upper || s.capitals(k) > 1) && !s.tokens[k].line; n++ {
		w := s.lower(k)
		if !s.has(k, prepositions|articles) && len(w) > 1 || s.has(k, townTails) {
			break
		}
		short = len(w) == 1 && s.is(k+1, '.')
		k = s.skipDot(k + 1)
	}
	if k > j && s.upperWord(k) && s.upperWord(k+1) && strings.HasSuffix(s.lower(k), "er") && s.has(k+1, townTails) { // "am Neusiedler See"
		return k + 2
	}
	if k > j && k < len(s.tokens) && s.tokens[k].kind == word && !s.tokens[k].line && (s.has(k, townTails) || short && s.tokens[k].upper) {
		return k + 1
	}
	if k > j && s.upperWord(k) && s.lower(j) != "in" && s.tokens[j].gap && s.known(k)&(tagger.Common|tagger.CommonEnglish|tagger.FirstName) == 0 && s.notes[k].clue == 0 && s.wholeEnd(k+1) && j > 1 && (s.digitsAt(j-2) == 5 || s.digitsAt(j-2) == 4 && !s.isYear(j-2) && (k+1 == len(s.tokens) || s.tokens[k+1].line || s.tokens[k+1].kind == mark)) { // "88400 Biberach an der Riß", "3830 Waidhofen an der Thaya"
		return k + 1
	}
	return j
}

// townPostcode reads what follows an English address: up to four parts with capitals that end in a
// postcode or a state with its ZIP code. It returns the token behind, 0 if there is none.
func (s *scan) townPostcode(i int) int {
	words, small := 0, 0
	for j := i; j < len(s.tokens) && j-i < 16; j++ {
		t := s.tokens[j]
		if next := s.britishPostcode(j); next > 0 {
			return next
		}
		if n, letters := s.numberToken(j); words > 0 && (small == 0 || s.stateAt(j-1)) && n > 0 && letters == 0 && t.end-t.start == 5 {
			if s.is(j+1, '-') && j+2 < len(s.tokens) && s.tokens[j+2].end-s.tokens[j+2].start == 4 {
				return j + 3
			}
			return j + 1
		}
		if words > 0 && s.lower(j) == "lv" && s.is(j+1, '-') && s.digitsAt(j+2) == 4 { // "Rīga, LV-1538"
			return j + 3
		}
		switch {
		case s.notes[j].clue&^(1<<clueAddress) != 0: // the next label: "Tel 03512 …"
			return 0
		case t.kind == word && (t.upper || s.small) && words < 8:
			words++
		case t.kind == word && small < 3 && !t.line: // "london nw1 6xe"
			small++
		case t.kind == mark && strings.IndexByte(",.>", s.text[t.start]) >= 0 && j > i-1:
		default:
			return 0
		}
	}
	return 0
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

// townAlone takes a postcode with its town where the text says that an address follows.
func (s *scan) townAlone(i int) int {
	if s.tokens[i].kind == word && !s.is(i+1, '-') {
		return 0
	}
	reach := 40
	if s.tokens[i].kind == number && s.tokens[i].end-s.tokens[i].start < 5 {
		reach = 3 // four digits are many things: only directly behind "Wohnort:"
	}
	_, ok := s.clues.before(clueAddress, s.tokens[i].start, reach)
	if ok && s.clues.goods(clueAddress, s.tokens[i].start, 40) {
		return 0
	}
	next := s.postcodeTown(i)
	if next == 0 || !ok && !s.postalHead(i, next) {
		return 0
	}
	return s.country(next)
}

// postalHead says whether a postcode with a well-known town in the tokens [i, next) is all of a line, or stands behind the name
// of who is there and a comma, at the end of the line: "Rentenversicherung Bund, 10704 Berlin".
func (s *scan) postalHead(i, next int) bool {
	if s.tokens[i].kind != number || i+1 == len(s.tokens) || !s.words.towns[s.lower(i+1)] || s.isYear(i) { // "20168Corolla" is one token
		return false
	}
	if !s.tokens[i].line && !(s.is(i-1, ',') && i > 1 && s.tokens[i-2].upper && s.tokens[i-2].kind == word && s.digitsAt(i) == 5) {
		return false
	}
	return next == len(s.tokens) || s.tokens[next].line || s.is(next, '.') && (next+1 == len(s.tokens) || s.tokens[next+1].line)
}

// postBox reads "Postfach 12 34 56", "P.O. Box 123".
func (s *scan) postBox(i int) int {
	if !s.opens(i, opensBox) {
		return 0
	}
	j := i + 1
	switch s.lower(i) {
	case "postfach", "pf", "pobox":
	case "po":
		if j >= len(s.tokens) || s.lower(j) != "box" {
			return 0
		}
		j++
	case "p":
		if j+1 < len(s.tokens) && s.lower(j) == "o" && s.lower(j+1) == "box" {
			j += 2
			break
		}
		if !s.is(j, '.') || j+3 >= len(s.tokens) || s.lower(j+1) != "o" || !s.is(j+2, '.') || s.lower(j+3) != "box" {
			return 0
		}
		j += 4
	default:
		return 0
	}
	from := j
	for j < len(s.tokens) && j-from < 4 && s.tokens[j].kind == number && !s.tokens[j].line && s.tokens[j].end-s.tokens[j].start <= 6 {
		if j > from && s.postcodeTown(j) > 0 {
			break
		}
		j++
	}
	if j == from {
		return 0
	}
	return j
}
