package personal

import "strings"

// maxBlock is how many tokens an address written as a block may have.
const maxBlock = 28

// maxBlockNumbers is how many numbers may stand behind the first: house, flat, box, postcode.
const maxBlockNumbers = 4

// blockAt reads an address of any country from the number at token i: numbers and names, over lines
// and commas, that hold a flat ("Apt. 4") or end in a postcode or a country. It returns the token
// behind it, 0 if there is none.
func (s *scan) blockAt(i int) int {
	if s.seen.class&(flats|countries) == 0 && !s.postal {
		return 0
	}
	if i+1 < len(s.tokens) && s.has(i+1, months) || strings.HasSuffix(strings.TrimRight(s.text[:s.tokens[i].start], " \u00a0"), "§") {
		return 0
	}
	if n, letters := s.numberToken(i); n == 0 || letters > 1 || i > 0 && !s.tokens[i].gap && !s.is(i-1, '>') && !s.is(i-1, '(') {
		return 0
	}
	b, j := s.readBlock(i+1, block{})
	switch {
	case b.words == 0 || b.goods || b.counted && b.flat == 0 && !b.street || b.odd && b.flat == 0 && (b.postcode == 0 || b.country == 0):
		return 0
	case b.small && b.flat == 0 && !b.street && (b.parts == 0 || b.country == 0 || b.postcode <= b.country):
		return 0
	case b.country > 0 && (b.parts > 0 || b.small) && (b.numbers > 0 || b.street) && (b.numbers < 3 || b.postcode > 0 || b.flat > 0):
		return max(b.postcode, s.codeBehind(b.country))
	case b.postcode > 0 && b.parts > 0 && b.words > 1:
		code := b.postcode - 1
		if s.britishPostcode(code-1) == b.postcode {
			code-- // "V5Y 1Y7 Kelowna"
		}
		if (s.is(code-1, ',') || s.tokens[code].line) && s.nameWord(b.postcode) {
			return s.country(s.townNames(b.postcode))
		}
		return b.postcode
	case b.flat > 0 && (b.numbers > 1 && (!b.small || b.housed && s.tokens[i].line) || b.street):
		return s.blockEnd(b, j)
	}
	return 0
}

// flatBlock reads what stands behind a flat with which an address begins, from the house number at
// token i: "Apt. 12 7 Ahornvej 32" and the line of the town. It returns the token behind, 0 if no
// street and no town are there.
func (s *scan) flatBlock(i int) int {
	b, j := s.readBlock(i+1, block{flat: i, numbers: 1})
	if b.words == 0 || b.goods {
		return 0
	}
	end := s.blockEnd(b, j)
	if next := s.townLine(end); next > 0 {
		return next
	}
	if b.street && !b.small || b.country > 0 && b.parts > 0 {
		return max(end, b.postcode, s.codeBehind(max(end, b.country)))
	}
	return 0
}

// readBlock takes what can belong to an address from token i on. It returns what was seen and the
// token behind it.
func (s *scan) readBlock(i int, b block) (block, int) {
	j := i
	for ; j < len(s.tokens) && j-i < maxBlock && s.blockGoesOn(j, &b); j++ {
	}
	return b, j
}

// townLine reads a line with a town, perhaps the abbreviation of a part of the country, and a
// postcode: "Aarhus DK 8000", "Ystad 271 41". It returns the token behind it, 0 if the line at token
// i is another.
func (s *scan) townLine(i int) int {
	if i >= len(s.tokens) || !s.tokens[i].line {
		return 0
	}
	j, names := i, 0
	for j < len(s.tokens) && j-i < 5 && (j == i || !s.tokens[j].line) && s.tokens[j].kind == word && (s.tokens[j].upper || s.small || names > 0 && s.tokens[j].end-s.tokens[j].start <= 3) {
		names++
		j++
	}
	from := j
	for j < len(s.tokens) && j-from < 2 && !s.tokens[j].line && s.tokens[j].kind == number {
		j++
	}
	if names == 0 || j == from || j < len(s.tokens) && !s.tokens[j].line && s.tokens[j].upper {
		return 0
	}
	if digits := s.tokens[j-1].end - s.tokens[from].start; digits < 4 || digits > 7 {
		return 0
	}
	return j
}

// blockTail reads the lines behind a street that ends before token i, up to a postcode or a country.
// It returns the token behind them, 0 if there are none.
func (s *scan) blockTail(i int) int {
	b := block{words: 1, street: true}
	for j := i; j < len(s.tokens) && j-i < maxBlock; j++ {
		if s.notes[j].clue&^(1<<clueAddress) != 0 || !s.blockGoesOn(j, &b) {
			break
		}
	}
	if b.parts == 0 || b.goods || b.small && b.country == 0 {
		return 0
	}
	return max(b.postcode, s.codeBehind(b.country))
}

// block is what was seen of an address.
type block struct {
	words, numbers, parts   int  // parts are commas and line breaks
	street, goods           bool // a type of street; a word about goods or taxes
	counted                 bool // a part that is a number of things: ", 120 Bewertungen"
	small                   bool // a name in small letters
	before                  bool // a type of street that stands before its name, as in French
	housed                  bool // a number directly before the flat
	odd                     bool // a word in small letters before a number, perhaps a word for streets: "Elvebakken terrasse 38"
	flat, postcode, country int  // the tokens behind them
	region                  int  // the token behind the abbreviation of a part of a country
}

// blockGoesOn takes token j into a block if it can belong to one.
func (s *scan) blockGoesOn(j int, b *block) bool {
	t := s.tokens[j]
	if t.line {
		if b.words == 0 || b.postcode > 0 || b.country == j && b.parts > 0 {
			return false
		}
		b.parts++
	}
	switch t.kind {
	case mark:
		switch c := s.text[t.start]; {
		case c == ',':
			b.parts++
			return b.words > 0
		case c == '>':
			return t.line
		case c == '.': // of an abbreviation, or of an ordinal; else the sentence ends
			last := s.tokens[j-1]
			return !t.gap && b.postcode == 0 && (last.kind == word && last.end-last.start <= 5 || last.kind == number && j+1 < len(s.tokens) && (s.tokens[j+1].line || !s.tokens[j+1].upper || s.has(j+1, flats)))
		case c == '(':
			return b.country == j
		case c == ')': // "Cyprus (Greek)"
			if b.country == 0 || b.country != j-2 || !s.is(j-2, '(') {
				return false
			}
			b.country = j + 1
			return true
		default:
			return c == '-' || c == '/' || c == '\''
		}
	case number:
		if j > 0 && s.britishPostcode(j-1) == j+1 && s.tokens[j-1].upper { // "M5K 0A1"
			b.postcode = j + 1
			return true
		}
		n, letters := s.numberToken(j)
		if b.postcode == j-1 && s.is(j-1, '-') && t.end-t.start == 4 { // 62704-1234
			b.postcode = j + 1
			return true
		}
		if ordinal(s.text, t.end-2) == t.end { // "40th"
			return true
		}
		if n == 0 && letters == 0 || letters > 1 || b.postcode > 0 || b.numbers == maxBlockNumbers {
			return false
		}
		b.counted = b.counted || n < 1000 && s.is(j-1, ',') && s.upperWord(j+1)
		b.numbers++
		if b.words > 1 && letters == 0 && t.end-t.start == 5 && !s.slashedOn(j) {
			b.postcode = j + 1
		}
		return true
	}
	if b.country > 0 && b.postcode > b.country {
		return false
	}
	w := s.lower(j)
	if t.upper && s.has(j, functionWords) && s.capitals(j) < 2 && w != "the" && b.words > 0 { // "… and I"
		return false
	}
	if !t.upper && !s.has(j, connectives|directions|typesBefore|typesBehind) && w != "and" && w != "of" && w != "the" && !s.stateCode(j, b) && !s.smallName(j, b) && !s.oddWord(j, b) {
		if !s.small || s.has(j, functionWords) {
			return false
		}
		b.small = true
	}
	b.goods = b.goods || s.notes[j].clue&(1<<clueGoods|1<<clueTaxNumber|1<<clueTaxID) != 0
	b.street = b.street || t.end-t.start > 1 && s.has(j, streetWords)
	b.before = b.before || s.has(j, typesBefore) && !s.upperWord(j-1) // "rue", but not "Fifth Avenue"
	if s.has(j, flats) {
		if next := s.flatHere(j); next > 0 {
			b.flat = next
			b.housed = b.housed || s.tokens[j-1].kind == number
		}
	}
	if n := s.countryAt(j); n > 0 {
		b.country = j + n
	}
	b.words++
	return true
}

// blockStart gives where a block begins whose first number is token i: words with capitals stand
// before it behind one in small letters, "at Storgarden 52 …".
func (s *scan) blockStart(i int) int {
	j := i
	for i-j < 6 && j > 0 && !s.tokens[j].line && s.tokens[j-1].kind == word && (s.tokens[j-1].upper && s.notes[j-1].clue == 0 || j < i && s.nobiliary(j-1)) {
		j--
	}
	if s.tokens[j].line && i-j <= 3 && !s.has(j, functionWords) {
		return j
	}
	if j == 0 || s.tokens[j].line {
		return i
	}
	if before := s.tokens[j-1]; before.kind == word && before.upper || before.kind == number || before.kind == mark && (s.text[before.start] != ',' && s.text[before.start] != ':' || i-j > 3) {
		return i
	}
	return j
}

// oddWord says whether token j is the one word in small letters that a block may have between a name
// and its number.
func (s *scan) oddWord(j int, b *block) bool {
	if b.odd || b.words == 0 || s.tokens[j-1].kind != word || !s.tokens[j-1].upper || s.tokens[j].line || s.has(j, functionWords) {
		return false
	}
	next := s.skipDot(j + 1)
	if next >= len(s.tokens) || s.tokens[next].line || s.tokens[next].kind != number {
		return false
	}
	b.odd = true
	return true
}

// nobiliary says whether token i is a small word inside a name: "Carry van Bruggenweg".
func (s *scan) nobiliary(i int) bool {
	if i == 0 || s.tokens[i].line || !(s.tokens[i-1].upper || s.has(i-1, connectives)) {
		return false
	}
	w := s.lower(i)
	return s.has(i, connectives) || w == "van" || w == "von" || w == "der" || w == "den" || w == "zu"
}

// blockEnd is the end of a block that goes on behind its flat: the last name or number of that line
// and sentence before token to.
func (s *scan) blockEnd(b block, to int) int {
	end, names := b.flat, 0
	for j := b.flat; j < to && !s.tokens[j].line && !s.is(j, '.') && names < 5; j++ {
		if s.tokens[j].kind == word {
			names++
		}
		if s.tokens[j].kind == number || s.tokens[j].upper || j+1 == b.region || b.small && s.tokens[j].kind == word {
			end = j + 1
		}
	}
	return max(end, s.codeBehind(b.country))
}

// stateCode says whether token j is the abbreviation of a part of a country, in small letters, that
// stands behind the town or before the postcode: "springfield il", "Rzeszów pk".
func (s *scan) stateCode(j int, b *block) bool {
	t := s.tokens[j]
	if size := t.end - t.start; b.words < 2 || size < 2 || size > 3 || s.has(j, functionWords) && !t.upper {
		return false
	}
	if j+1 < len(s.tokens) && s.tokens[j+1].kind == number {
		return s.tokens[j+1].end-s.tokens[j+1].start == 5
	}
	if b.flat == 0 || s.tokens[j-1].kind != word && !s.is(j-1, ',') || j == b.flat {
		return false
	}
	if j+1 < len(s.tokens) && !s.tokens[j+1].line && s.tokens[j+1].kind == word && !s.has(j+1, functionWords) {
		return false
	}
	b.region = j + 1
	return true
}

// smallName says whether token j is a word in small letters of a name as those of streets in France:
// "rue des tanneurs", "avenida da liberdade".
func (s *scan) smallName(j int, b *block) bool {
	return b.before && s.has(j-1, connectives|typesBefore) && s.tokens[j].gap && !s.tokens[j].line && !s.has(j, functionWords)
}

// countryAt says how many words the country has that begins at token j, 0 if none does.
func (s *scan) countryAt(j int) int {
	if !s.has(j, countries) {
		return 0
	}
	for n := 4; n > 0; n-- {
		if j+n > len(s.tokens) || s.tokens[j+n-1].kind != word || s.tokens[j+n-1].end-s.tokens[j].start > 40 {
			continue
		}
		if s.words.countries.Has(s.smallAt(s.tokens[j].start, s.tokens[j+n-1].end)) {
			return n
		}
	}
	return 0
}

// fieldPost reads "PSC 1437, Box 3833, APO AA 66791": it begins at token i and is one line before
// the three letters of the military post office.
func (s *scan) fieldPost(i int) int {
	if !s.opens(i, opensFieldPost) {
		return 0
	}
	for j := i + 1; j < len(s.tokens) && j-i < 9; j++ {
		switch s.lower(j) {
		case "apo", "fpo", "dpo":
			if j+2 < len(s.tokens) && (s.tokens[j+1].upper || s.small) && s.tokens[j+2].end-s.tokens[j+2].start == 5 && s.tokens[j+2].kind == number {
				return j + 3
			}
			return 0
		}
		if t := s.tokens[j]; t.kind == word && !t.upper && !s.small || t.kind == mark && s.text[t.start] != ',' {
			return 0
		}
	}
	return 0
}
