package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

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
var wordTowns = wordlist.Set(`bath reading sandwich deal battle rugby ware wells hull bury sale wick mold
	nelson mobile phoenix orange buffalo independence corona flint hastings barking sandy poole stone`)

// townDirect takes a town that stands behind an English street without a comma, at token i: "12 Baker St London". It gives back
// i if there is none.
func (s *scan) townDirect(i int) int {
	if !s.upperWord(i) || !s.tokens[i].gap || !s.wholeEnd(i+1) || !s.words.towns.Has(s.lower(i)) && !(s.knownPlace(i) && s.known(i)&(tagger.FirstName|tagger.LastName) == 0) || s.notes[i].clue != 0 {
		return i
	}
	return s.outward(max(i+1, s.county(i+1)))
}

// smallEnglishTown takes a town in small letters behind an English street, with or without "in" and its county or state: "112 kings road
// brighton", "elm street springfield ohio". It is 0 if there is none.
func (s *scan) smallEnglishTown(i int) int {
	if i == 0 || i >= len(s.tokens) || s.tokens[i-1].upper || s.tokens[i].line || !s.has(i-1, streetTypes) {
		return 0
	}
	j := i
	if s.lower(j) == "in" || s.is(j, ',') {
		j++
	}
	switch {
	case s.englishPlace(j):
	case j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line && s.tokens[j].end-s.tokens[j].start > 4 && s.known(j)&anyWords == 0 && s.notes[j].clue == 0 && !s.has(j, functionWords) && (s.wholeEnd(j+1) || s.englishPlace(j+1)):
	default:
		return 0
	}
	if j++; s.is(j, ',') && s.englishPlace(j+1) {
		j++
	}
	if s.englishPlace(j) {
		j++
	}
	return j
}

// englishTowns are towns that the lexicon holds as words or not at all.
var englishTowns = wordlist.Set(`aberdeen bath belfast birmingham blackpool bolton boston bournemouth bradford brighton bristol cambridge canterbury cardiff carlisle chester chicago cork coventry dallas denver derby detroit dublin
	dundee durham edinburgh exeter galway glasgow gloucester hull inverness ipswich leeds leicester limerick lincoln liverpool london manchester melbourne memphis miami newcastle newport norwich nottingham oxford perth
	phoenix plymouth portland portsmouth preston reading salford salisbury seattle sheffield southampton stockport sunderland swansea swindon sydney taunton toronto truro wakefield warrington wells winchester wolverhampton worcester york`)

// englishPlace says whether token i is the name of such a town, a county or a state on the same line.
func (s *scan) englishPlace(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].line || s.tokens[i].kind != word || s.tokens[i].end-s.tokens[i].start < 4 {
		return false
	}
	w := s.lower(i)
	return englishTowns[w] || s.words.towns.Has(w) || counties[w] || s.has(i, states) || strings.HasSuffix(w, "shire") || s.known(i)&tagger.Place != 0 && s.known(i)&(tagger.Common|tagger.SmallEnglish) == 0
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
var provinces = wordlist.Set("on qc bc ab mb sk ns nb nl pe yt nt nu")

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
var counties = wordlist.Set(`kent essex surrey sussex norfolk suffolk devon cornwall dorset somerset cumbria
	durham northumberland merseyside rutland gwynedd powys dyfed clwyd gwent fife angus moray
	antrim armagh down fermanagh tyrone cork kerry galway mayo sligo donegal wexford waterford wicklow
	kildare meath louth clare limerick tipperary leitrim cavan monaghan offaly laois carlow kilkenny`)

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
