package personal

import (
	"slices"
	"sort"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// maxAnchored is how many tokens an address may have before its postcode or its town.
const maxAnchored = 26

// anchoredAddresses finds addresses by their end, a postcode with its town or a town with its postcode,
// and goes back from there over names and numbers to where the address begins. So streets of languages
// are found whose words for streets nobody listed.
func (s *scan) anchoredAddresses() {
	var taken places // made when the first end is found
	var streets [][2]int
	done := 0
	for i, t := range s.tokens {
		if i < done || t.kind == mark {
			continue
		}
		from, end, strength := s.anchorAt(i)
		if end == 0 {
			continue
		}
		if taken == nil {
			taken, streets = s.takenPlaces(), s.foundStreets()
		}
		if taken.at(t.start) || char.Glued(s.text, t.start) {
			continue
		}
		least := max(done, from-maxAnchored)
		start := s.walkBack(from, least, strength, taken)
		if start < 0 && strength == sureAnchor && s.britishPostcode(from) > 0 {
			start = max(s.namedHouse(from, least, taken), s.eircode(from))
		}
		end = s.country(end)
		if start < 0 {
			next := s.streetRight(end)
			if next == 0 || strength == weakAnchor && !s.placed(i, next) && !s.knownPlace(from+1) {
				continue
			}
			start, end = from, next
		}
		done = end
		a, b := s.tokens[start].start, s.tokens[end-1].end
		a = s.ownStart(a, b, streets)
		s.add(a, b, Address, 0.75, fold(s.text[a:b]))
	}
}

// places are where other values stand, in order.
type places [][2]int

// takenPlaces lists where numbers and codes were found, which an address does not hold.
func (s *scan) takenPlaces() places {
	out := make(places, 0, len(s.found))
	for _, e := range s.found {
		if e.Type != Address {
			out = append(out, [2]int{e.Start, e.End})
		}
	}
	out.sort()
	return out
}

func (p places) sort() { slices.SortFunc(p, func(a, b [2]int) int { return a[0] - b[0] }) }

// at says whether one of the places holds pos. Places that overlap begin with the longest.
func (p places) at(pos int) bool {
	i := sort.Search(len(p), func(i int) bool { return p[i][0] > pos })
	return i > 0 && p[i-1][1] > pos
}

// How much an anchor says by itself.
const (
	weakAnchor   = iota + 1 // four digits can be a year
	mediumAnchor            // a postcode of a usual shape
	sureAnchor              // nothing else looks so
	streetAnchor            // a town without a postcode: a type of street has to stand before it
)

// anchorAt reads the end of an address at token i: it returns where that begins, the token behind it (0
// if there is none), and how sure it is.
func (s *scan) anchorAt(i int) (from, end, strength int) {
	t := s.tokens[i]
	if t.kind == word {
		if !t.upper && !s.small && !s.has(i, states|australianStates) { // most words
			return 0, 0, 0
		}
		if next := s.britishPostcode(i); next > 0 && (t.upper || s.small) {
			return i, next, sureAnchor
		}
		if next := s.irishCounty(i); next > 0 {
			return i, next, sureAnchor
		}
		if next := s.stateZIP(i); next > 0 {
			if s.tokens[next-1].kind == word {
				return i, next, streetAnchor
			}
			return i, next, sureAnchor
		}
	}
	if t.kind == word && !(s.is(i+1, '-') && t.upper && t.end-t.start <= 2) {
		return 0, 0, 0
	}
	next := s.postcode(i)
	if s.slashedOn(i) {
		return 0, 0, 0
	}
	if next == 0 && s.digitsAt(i) != 3 || t.kind == number && (s.isDateToken(i) || i > 1 && !t.gap && (s.is(i-1, '-') || s.is(i-1, '/') || s.is(i-1, '.')) && s.tokens[i-2].kind == number) {
		return 0, 0, 0
	}
	if next == 0 && i > 0 && s.is(i-1, ',') && s.digitsAt(i) == 3 && s.upperWord(i+1) && s.strange(i+1) { // "Laugavegur 49, 101 Reykjavík"
		return i, i + 2, streetAnchor
	}
	if next == 0 {
		return 0, 0, 0
	}
	digits := 0
	for k := i; k < next; k++ {
		digits += char.CountDigits([]byte(s.text[s.tokens[k].start:s.tokens[k].end]))
	}
	strength = mediumAnchor
	switch {
	case digits == 4 && next == i+1:
		strength = weakAnchor
	case digits < 4:
		return 0, 0, 0
	case next > i+1:
		strength = sureAnchor
	}
	if next < len(s.tokens) && s.tokens[next].kind == word && s.tokens[next].upper && s.tokens[next].end-s.tokens[next].start > 1 && !s.tokens[next].line && s.notes[next].clue == 0 && !s.has(next, functionWords|months) {
		if n := s.capitals(next); n > 0 && n < 5 && !s.knownPlace(next) && strength <= mediumAnchor { // "20418 AG Bielefeld", "48113 TMS"
			return 0, 0, 0
		}
		end := max(s.townName(next), s.townNames(next))
		if strength == weakAnchor && s.knownPlace(next) {
			strength = mediumAnchor
		} else if s.known(next)&(tagger.Common|tagger.CommonEnglish) != 0 && !s.knownPlace(next) && (strength == weakAnchor || !s.separated(i)) {
			return 0, 0, 0 // "7906 Anträge"
		}
		if n, _ := s.numberToken(i); strength <= mediumAnchor && n >= 1900 && n < 2100 && !(s.separated(i) && s.knownPlace(next)) {
			return 0, 0, 0 // a year
		}
		if s.is(end, '(') && s.upperWord(end+1) && s.is(end+2, ')') && !partyWords[s.lower(end+1)] { // Milano (MI)
			end += 3
		} else if n, letters := s.numberToken(end); n > 0 && n < 30 && letters == 0 && !s.tokens[end].line && (s.wholeEnd(end + 1)) { // Praha 1
			end++
		} else if end < len(s.tokens) && !s.tokens[end].line && s.has(end, connectives) && s.upperWord(end+1) { // Ciudad de México
			end = s.townNames(end + 1)
		} else if s.upperWord(end) && s.tokens[end].end-s.tokens[end].start == 1 && s.wholeEnd(end+1) { // København K
			end++
		}
		return i, end, strength
	}
	// The town stands before: "Mumbai 400024", "Tokyo 153-0063".
	if i == 0 {
		return 0, 0, 0
	}
	if (digits > 5 || next > i+1) && s.tokens[i-1].kind == word && s.tokens[i-1].upper && !t.line && (s.strange(i-1) || s.knownPlace(i-1)) {
		return i, next, mediumAnchor
	}
	if n, _ := s.numberToken(i); digits == 4 && (n < 1900 || n > 2100) && s.country(next) > next && s.tokens[i-1].kind == word && s.tokens[i-1].upper && !t.line { // "Auckland 1010, New Zealand"
		return i, next, mediumAnchor
	}
	return 0, 0, 0
}

// knownPlace says whether the word at token i is the name of a place.
func (s *scan) knownPlace(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == word && s.tokens[i].upper && (s.known(i)&tagger.Place != 0 || s.has(i, knownTown))
}

// streetRight reads a street behind its town, "8400 Winterthur, Seestrasse 5": from token i, up to its
// number. It returns 0 if there is none.
func (s *scan) streetRight(i int) int {
	j := s.separator(i)
	if j >= len(s.tokens) || j == i && !s.tokens[j].line {
		return 0
	}
	from := j
	for j < len(s.tokens) && j-from < 6 && (j == from || !s.tokens[j].line) && s.tokens[j].kind == word {
		if s.notes[j].clue != 0 && !s.has(j, streetWords) || s.has(j, months) || !s.tokens[j].upper && !s.has(j, connectives|inAddress|prepositions|articles|typesBefore|typesBehind) {
			return 0
		}
		j = s.skipDot(j + 1)
	}
	if j == from {
		return 0
	}
	next, year := s.houseNumber(j)
	_, told := s.clues.before(clueAddress, s.tokens[from].start, 60)
	known := s.knownPlace(i-1) && s.strange(from) && (j == from+1 || s.ofPlace(from)) // "6020 Innsbruck, Höttinger Au 34"
	street := known || slices.ContainsFunc(s.notes[from:j], func(n note) bool { return n.class&(streetWords|likeStreet) != 0 })
	if next == 0 || year || !s.alone(next) || !street && !told {
		return 0
	}
	return next
}

// separated says whether a comma, a dash or a new line stands before token i.
func (s *scan) separated(i int) bool {
	return s.tokens[i].line || i > 0 && (s.is(i-1, ',') || s.is(i-1, ';') || s.is(i-1, '|') || s.is(i-1, '-') && s.tokens[i].gap || s.tokens[i-1].kind == mark && s.pointAt(i-1) || s.lower(i-1) == "in")
}

// houseBefore says whether the number of a house, or what says where in the house, ends before token i
// but for a separator.
func (s *scan) houseBefore(i int) bool {
	k := i - 1
	for k > 0 && (s.tokens[k].kind == mark || s.lower(k) == "in") && i-k < 3 {
		k--
	}
	if k < 1 {
		return false
	}
	t := s.tokens[k]
	if t.kind == number {
		_, letters := s.numberToken(k)
		return t.end-t.start-letters <= 4
	}
	w := s.lower(k)
	return t.kind == word && (t.end-t.start == 1 && s.tokens[k-1].kind == number || s.has(k, floors|floorNames|flats) || s.has(k, inAddress) && !t.upper || strings.HasPrefix(w, "º") || s.tokens[k-1].kind == number && s.separated(i))
}

// wholeEnd says whether a line, a sentence or a part ends before token i.
func (s *scan) wholeEnd(i int) bool {
	return i >= len(s.tokens) || s.tokens[i].line || s.tokens[i].kind == mark || !s.tokens[i].upper
}

// isDateToken says whether the number at token i is part of a date or counts something.
func (s *scan) isDateToken(i int) bool {
	return s.dateHere(s.tokens[i].start) || s.counts(s.tokens[i].end)
}

// irishCounty reads "Co. Leitrim" behind a comma at token i. It returns the token behind it, 0 if there is none.
func (s *scan) irishCounty(i int) int {
	if i < 2 || !s.tokens[i].upper || !s.is(i-1, ',') && !s.tokens[i].line {
		return 0
	}
	if w := s.lower(i); w != "co" && w != "county" {
		return 0
	}
	j := s.skipDot(i + 1)
	if !s.upperWord(j) || !counties[s.lower(j)] || !s.wholeEnd(j+1) {
		return 0
	}
	return j + 1
}

// smallState says whether token i is the short name of a state in small letters behind a town in small letters that is
// no other word, "tempe az 85282", and no word itself.
func (s *scan) smallState(i int) bool {
	switch s.word(i) {
	case "in", "or", "me", "hi", "ok", "de", "la", "id", "as", "co", "us":
		return false
	}
	return s.tokens[i-1].kind == word && !s.tokens[i-1].upper && s.strange(i-1)
}

// stateZIP reads "IL 62704", "Idaho 83702-1234", "AK, 99501", "WA 6000" behind the name of a town, at
// token i. It returns the token behind it, 0 if there is none.
func (s *scan) stateZIP(i int) int {
	if !s.has(i, states|australianStates) || i == 0 || s.tokens[i].line || s.tokens[i-1].kind != word && !s.is(i-1, ',') {
		return 0
	}
	w := s.lower(i)
	american, australian := s.has(i, states), s.has(i, australianStates)
	if s.tokens[i].end-s.tokens[i].start <= 3 && s.word(i) != strings.ToUpper(w) && !s.small && (!s.is(i-1, ',') && !s.smallState(i) || s.has(i, functionWords)) {
		return 0
	}
	j := s.skipDot(i + 1)
	if s.is(j, ',') {
		j++
	}
	switch size := s.digitsAt(j); {
	case american && size == 5:
		if s.is(j+1, '-') && s.digitsAt(j+2) == 4 {
			return j + 3
		}
		return j + 1
	case australian && size == 4 && !s.isDateToken(j):
		return j + 1
	case american && len(w) > 3 && s.is(i-1, ',') && i > 1 && s.tokens[i-2].kind == word && (s.tokens[i].upper || s.small || s.lowTown(i)) && s.wholeEnd(i+1): // "Salem, Oregon"
		return i + 1
	}
	return 0
}

// slashedOn says whether a number at token i goes on behind a slash as no postcode does: "Steuernummer 53756/64673".
func (s *scan) slashedOn(i int) bool {
	return s.is(i+1, '/') && !s.tokens[i+1].gap && s.digitsAt(i+2) > 3
}
