package personal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// walkBack goes from the anchor at token i back to the beginning of the address, at most to token
// least. It returns -1 if what stands there is no street.
func (s *scan) walkBack(i, least, strength int, taken places) int {
	j, lines := i, 0
	if j > least+1 && s.lower(j-1) == "in" { // "Schulstr. 5 in 38100 Braunschweig"
		j--
	}
	house, street, words, box := -1, false, 0, false
	low := strength >= sureAnchor && s.tokens[i].kind == word && !s.is(i+1, '-') && s.lowTown(i)
	joined := false // the house is written on to its street
	for j > least {
		if s.tokens[j].line {
			if lines++; lines > 3 || !s.streetLine(j-1) {
				break
			}
		}
		k := j - 1
		t := s.tokens[k]
		if taken.at(t.start) {
			break
		}
		if t.kind == mark {
			c := s.text[t.start]
			if c < 0x80 && strings.IndexByte(",-/.'#;|", c) < 0 && !(c == ')' && k > 2 && s.is(k-2, '(')) && !(c == '(' && s.is(k+2, ')')) || c >= 0x80 && !s.pointAt(k) {
				break
			}
			if c == '.' && !s.shortened(k) {
				break
			}
			j--
			continue
		}
		if t.kind == number {
			n, letters := s.numberToken(k)
			if s.dayWithoutYear(k) {
				break
			}
			if end := t.start + digitRun(s.text, t.start); end < t.end && ordinal(s.text, end) == t.end {
				j--
				continue
			}
			if n == 0 || letters > 2 || s.dateHere(t.start) && !s.is(k+1, '/') || n > 99999 || s.unitAfter(t.end) && !s.is(k+1, ',') && !s.is(k+2, '.') {
				break
			}
			house = k
			j--
			continue
		}
		w := s.lower(k)
		if (t.upper || !s.has(k, inAddress)) && s.notes[k].clue&^(1<<clueAddress) != 0 || s.has(k, months) || (t.upper || !s.has(k, inAddress)) && s.notes[k].clue != 0 && !s.has(k, streetWords) {
			break
		}
		if w == "box" || w == "postfach" || w == "bp" || w == "apartado" {
			box = true
		}
		if !t.upper && !s.has(k, connectives|inAddress) && !strings.HasPrefix(w, "º") && !s.has(k, typesBefore|typesBehind) && !(s.has(k, articles) && k > 0 && (s.has(k-1, prepositions) || s.tokens[k-1].upper && s.has(k-1, streetWords))) && !(s.has(k, prepositions) && (w == "am" || w == "im" || w == "zum" || w == "zur" || s.has(k+1, articles)) && k > 0 && s.tokens[k-1].kind == word && s.tokens[k-1].upper) {
			if !s.small && !low || s.has(k, functionWords) || len(w) < 2 {
				break
			}
		}
		if t.upper && s.has(k, functionWords) && !s.has(k, prepositions) && w != "the" {
			break
		}
		street = street || t.end-t.start > 1 && s.has(k, streetWords|flats|houseWords|likeStreet)
		if house < 0 && (houseJoined(s.text[t.start:t.end]) || gridNumber(s.text[t.start:t.end])) { // "An der Alten Mühle4"
			house, joined = k, true
		}
		words++
		j--
	}
	j = s.trimStart(s.behindOthers(s.trimStart(j, i), i), i)
	if j >= i || words == 0 && house < 0 {
		return -1
	}
	switch {
	case box:
		return j
	case strength == streetAnchor && street && house >= j:
		return j
	case strength == sureAnchor && (street || house >= j && (joined || s.houseStands(house, i))):
		return j
	case strength == mediumAnchor && house >= j && (joined || s.houseBefore(i) || street && s.separated(i) || street && s.houseStands(house, i) && (i+1 >= len(s.tokens) || !s.common(i+1))):
		return j
	case strength <= mediumAnchor && s.capitals(i+1) > 2 && s.tokens[j].upper && !char.InCapitals(s.word(j)): // "Projector 4K - 3200 ANSI"
		return -1
	case strength == weakAnchor && house >= j && (street || !s.isYear(house)) && (joined || s.houseBefore(i)) && (street || s.personalOrStrange(j, house)) && !s.counted(house):
		return j
	}
	return -1
}

// dayWithoutYear says whether the number at token i is the month of a day that has no year, "19.12.".
func (s *scan) dayWithoutYear(i int) bool {
	if i < 2 {
		return false
	}
	month, _ := s.numberToken(i)
	day, _ := s.numberToken(i - 2)
	return s.digitsAt(i) == 2 && s.digitsAt(i-2) == 2 && day > 0 && day < 32 && month > 0 && month < 13 && s.is(i-1, '.') && !s.tokens[i].gap && !s.tokens[i-1].gap && s.is(i+1, '.') && !s.tokens[i+1].gap
}

// isYear says whether the number at token i could be a year.
func (s *scan) isYear(i int) bool {
	n, letters := s.numberToken(i)
	return letters == 0 && n >= 1500 && n < 2100
}

// houseJoined says whether a word ends in the number of a house: small letters, then up to three digits
// and perhaps a letter.
func houseJoined(w string) bool {
	end := len(w)
	if end > 5 && char.ASCII(w[end-1]) && char.Digit(w[end-2]) {
		end--
	}
	from := end
	for from > 0 && char.Digit(w[from-1]) {
		from--
	}
	return from < end && end-from <= 3 && from > 4 && (w[from-1] >= 'a' && w[from-1] <= 'z' || w[from-1] >= utf8.RuneSelf)
}

// counted says whether the number at token i counts what follows or is one of a list.
func (s *scan) counted(i int) bool {
	return i+1 < len(s.tokens) && s.upperWord(i+1) || i > 0 && s.tokens[i-1].kind == number
}

// personalOrStrange says whether a word in the tokens [from, to) is no common one.
func (s *scan) personalOrStrange(from, to int) bool {
	for k := from; k < to; k++ {
		if s.tokens[k].kind == word && s.tokens[k].upper && (s.strange(k) || s.personal(k)) {
			return true
		}
	}
	return false
}

// houseStands says whether the number at token house stands as that of a house does: behind the last
// word of a name or before the first, with the end of its part beside it.
func (s *scan) houseStands(house, anchor int) bool {
	before := house > 0 && s.tokens[house-1].kind != number && !s.tokens[house].line
	return before && (s.tokens[house-1].kind == word || s.is(house-1, '.') || s.is(house-1, ',') || s.is(house-1, '-') || s.is(house-1, '/')) ||
		house+1 < anchor && s.tokens[house+1].kind == word || house+1 < anchor && (s.is(house+1, ',') || s.is(house+1, '-'))
}

// pointAt says whether token i is a sign that stands in addresses or between their parts: "•", "º".
func (s *scan) pointAt(i int) bool {
	for _, sign := range [...]string{"•", "·", "º", "°", "’", "ª", "№", "¸", "〒"} {
		if strings.HasPrefix(s.text[s.tokens[i].start:], sign) {
			return true
		}
	}
	return false
}

// shortened says whether the full stop at token i belongs to an abbreviation or an ordinal.
func (s *scan) shortened(i int) bool {
	if i == 0 || s.tokens[i].gap {
		return false
	}
	before := s.tokens[i-1]
	size := before.end - before.start
	return before.kind == word && (size <= 5 || strings.HasSuffix(s.lower(i-1), "str")) || before.kind == number && size <= 3
}

// streetLine says whether the line that ends with token i can be one of an address: it holds a number,
// or a type of street.
func (s *scan) streetLine(i int) bool {
	for n := 0; i >= 0 && n < 10; n++ {
		t := s.tokens[i]
		if t.kind == number && !s.dateHere(t.start) || t.kind == word && (s.has(i, streetWords) || s.has(i, houseWords) || s.has(i, flats)) {
			return true
		}
		if t.line {
			return false
		}
		i--
	}
	return false
}

// trimStart skips what cannot begin an address in the tokens [j, i).
func (s *scan) trimStart(j, i int) int {
	for j < i {
		t, w := s.tokens[j], s.lower(j)
		switch {
		case t.kind == mark:
		case t.kind == word && !t.upper && (s.has(j, placeVerbs|placePrepositions) || w == "put" || w == "in") && s.hasNumber(j+1, min(j+3, i)): // "i live 55 station parade"
		case t.kind == word && !t.upper && s.has(j, articles) && j+1 < i && s.upperWord(j+1): // "in die Obere Torstraße"
		case t.kind == word && (s.has(j, connectives) && !t.upper && !s.has(j, typesBefore) || s.has(j, functionWords) && w != "the" && !s.has(j, prepositions) || s.notes[j].clue != 0 && !s.has(j, streetWords)):
		case t.kind == word && t.upper && s.known(j)&tagger.Common != 0 && s.known(j)&(tagger.FirstName|tagger.LastName) == 0 && s.leadingNoun(j, i):
		default:
			return s.trimParts(j, i)
		}
		j++
	}
	return j
}

// trimParts skips the parts before a comma that belong to no address, as a name or a company, where a
// later one has the number of the house.
func (s *scan) trimParts(j, i int) int {
	if s.tokens[j].line && s.tokens[j].kind == number && s.is(j+1, '.') && s.upperWord(j+2) { // an item of a list
		if k := s.trimParts(j+2, i); k > j+2 {
			return k
		}
	}
	if s.initial(j) == j+2 && s.upperWord(j+2) && s.is(j+3, ',') && s.hasNumber(j+3, i) {
		return s.trimStart(j+4, i) // "R. Lüthi, Dorfstrasse 4"
	}
	if s.tokens[j].kind == word && s.common(j) && s.is(j+1, ',') && j+2 < i && s.hasNumber(j+2, i) && !s.has(j, houseWords|floorNames|floors|flats) {
		return s.trimStart(j+2, i) // "Seniorenheim, Kastanienallee 112"
	}
	if s.knownPlace(j) && j > 0 && s.lower(j-1) == "in" && s.is(j+1, ',') && s.hasNumber(j+2, i) {
		return s.trimStart(j+2, i) // "born in Bamberg, Obere Sandstraße 8"
	}
	if k := s.behindName(j, i); k > j {
		return s.trimStart(k, i) // "Cornelia Abderhalden, Chirchgass 3"
	}
	for k := j; k < i; k++ {
		t := s.tokens[k]
		if t.kind == word && s.is(k+1, '.') && s.has(k, furtherTitles) {
			continue // "Praxis Dr. Roth, Bahnhofsplatz 1"
		}
		if t.kind == number || t.kind == word && (s.has(k, streetWords) || s.has(k, houseWords) || s.has(k, flats) || s.has(k, typesBefore) && t.end-t.start > 1 || s.has(k, likeStreet) || s.has(k, floorNames)) {
			return j
		}
		if (s.is(k, ',') || (s.is(k, '-') || s.pointAt(k)) && s.tokens[k].gap && s.tokens[k+1].gap) && s.hasNumber(k, i) {
			return s.trimStart(k+1, i)
		}
	}
	return j
}

// behindName gives the token behind the name of somebody at token j and its comma where a number follows before token i,
// "Pieter de Weg, Kastanjelaan 41", also where the address was read back to the last part of it only, "van der Laan". It is
// j if none stands there.
func (s *scan) behindName(j, i int) int {
	k := j
	if s.known(j)&tagger.FirstName != 0 {
		for k++; k < i && k-j < 4 && s.has(k, particles) && !s.tokens[k].upper; {
			k++
		}
		if k == i {
			return j
		}
	} else if !s.nameParticles(j) {
		return j
	}
	if k > j && !s.upperWord(k) || !s.is(k+1, ',') || k+2 >= i || !s.hasNumber(k+2, i) {
		return j
	}
	return k + 2
}

// nameParticles says whether the parts that stand inside names stand before token i, behind a name: "Pieter van der".
func (s *scan) nameParticles(i int) bool {
	k, told := i-1, false
	for i-1-k < 3 && k > 0 && s.has(k, particles) && !s.tokens[k].upper && !s.tokens[k+1].line {
		told = told || s.has(k, particles) && !s.has(k, articles)
		k--
	}
	return told && k < i-1 && k >= 0 && s.tokens[k].upper && s.tokens[k].kind == word && !s.tokens[k+1].line && s.personal(k)
}

// behindOthers gives where the address in the tokens [j, i) begins behind the parts that belong to a
// company or a list: "Muster GmbH | Weg 3", "Lieferant 70115, Weg 3". A later part has to have the street.
func (s *scan) behindOthers(j, i int) int {
	street, part, numbered := j, j, j
	for k := j; k < i; k++ {
		if k > j && s.partBegins(k) {
			part = k
		}
		t := s.tokens[k]
		if t.kind == number && numbered == j {
			numbered = part
		}
		if t.kind == word && (s.has(k, streetWords|likeStreet|typesBefore) && t.end-t.start > 1 || s.lower(k) == "postfach" || s.lower(k) == "box") && s.hasNumber(part, min(k+4, i)) {
			street = part
		}
	}
	if street == j {
		street = numbered
	}
	if k := s.legalForm(street, i); k >= 0 && k+2 < i { // "Muster GmbH & Co. KG Weg 3"
		return k + 1
	}
	begin := j
	for from := j; from < street; {
		to := from + 1
		for to < street && !s.partBegins(to) {
			to++
		}
		if s.othersPart(from, to) || (s.is(to-1, '|') && s.tokens[to-1].gap || s.is(to-1, ';') || s.tokens[to].line && to-from == 2 && s.known(from)&tagger.FirstName != 0 && s.upperWord(from+1)) && !s.hasNumber(from, to) && !s.hasPart(from, to) {
			begin = to
		}
		from = to
	}
	return begin
}

// hasPart says whether a word in the tokens [from, to) is one of addresses.
func (s *scan) hasPart(from, to int) bool {
	for k := from; k < to; k++ {
		if s.has(k, flats|floors|floorNames|houseWords|partNames|streetWords) {
			return true
		}
	}
	return false
}

// partBegins says whether a new line or a mark between parts stands before token i.
func (s *scan) partBegins(i int) bool {
	if s.tokens[i].line || s.is(i-1, ',') || s.is(i-1, '|') || s.is(i-1, ';') {
		return true
	}
	return i > 0 && s.tokens[i-1].kind == mark && s.tokens[i-1].gap && s.tokens[i].gap
}

func (s *scan) hasNumber(from, to int) bool {
	return slices.ContainsFunc(s.tokens[from:to], func(t token) bool { return t.kind == number })
}

// legalForm gives the last token of the tokens [from, to) that is the legal form of a company, -1 if there
// is none. "Co." alone is a county.
func (s *scan) legalForm(from, to int) int {
	for k := to - 1; k >= from; k-- {
		if t := s.tokens[k]; t.kind == word && t.upper && s.has(k, legalForms) && t.end-t.start > 1 && (s.lower(k) != "co" || s.is(k-1, '&') || s.is(k-1, '+')) && s.lower(k) != "verlag" {
			return k
		}
	}
	return -1
}

// othersPart says whether the tokens [from, to) name a company or count something: they have its legal
// form, a number that no house has, or a noun before a number.
func (s *scan) othersPart(from, to int) bool {
	if s.legalForm(from, to) >= 0 {
		return true
	}
	for k := from; k < to; k++ {
		switch t := s.tokens[k]; {
		case s.has(k, flats|floors|floorNames|houseWords|partNames|streetWords|likeStreet):
			return false
		case t.kind == number && k > from && s.tokens[k-1].kind == word && s.common(k-1):
			return true
		case t.kind == number:
			if n, letters := s.numberToken(k); to-from > 1 && (letters == 0 && n > 1900 || s.digitsAt(k) > 4) {
				return true
			}
		}
	}
	return false
}

// lowTown says whether the town before the postcode or state at token i is written in small letters:
// then the street may be, too.
func (s *scan) lowTown(i int) bool {
	k := i - 1
	if s.is(k, ',') {
		k--
	}
	return k >= 0 && s.tokens[k].kind == word && !s.tokens[k].upper && !s.has(k, functionWords)
}

// leadingNoun says whether the German noun at token j only leads to the address: "Treffpunkt Neuer Weg 5".
func (s *scan) leadingNoun(j, i int) bool {
	w := s.lower(j)
	if s.has(j, notStreetWords) && w != "alter" {
		return true
	}
	if s.has(j, endsStreet|endsLoose|typesBefore|prepositions|houseWords) || adjective(w) {
		return false
	}
	return j+1 < i && s.upperWord(j+1)
}
