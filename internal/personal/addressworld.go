package personal

import "github.com/webchatagent/wca/internal/wordlist"

// Parts of addresses as they are told in Hungary, Turkey, Romania and Mexico, before and behind the street: "bl. A3, sc. 2, ap. 17",
// "Kat 3 Daire 9", "2. em. 5.", "Col. Roma Norte, C.P. 06700".
var (
	numberedUnits = wordlist.Set(`bl sc scara et etaj ap apt apto apartament int interior depto dpto
		departamento piso kat daire d em emelet fszt földszint ajtó lph lépcsőház ép blok`)
	namedUnits = wordlist.Set("col colonia fracc fraccionamiento barrio del delegación alcaldía mpio municipio jud județul judet judetul sector sectorul comuna sat")
	storeys    = wordlist.Set("em emelet fszt ker kerület ajtó")
	quarters   = wordlist.Set("mah mahallesi mh")
)

// mostUnits is how many such parts an address may have.
const mostUnits = 10

// worldUnits takes such parts behind a street that ends before token i, with the names of places and postcodes between and behind
// them. It gives back i if there are none.
func (s *scan) worldUnits(i int) int {
	end, last, units := i, i, false
	for range mostUnits {
		j := end
		if s.is(j, '.') && j > 0 && s.tokens[j-1].kind == number && !s.tokens[j].gap && j+1 < len(s.tokens) && s.unitBegins(j+1) { // "u. 9. fszt. 2"
			j++
		} else if s.is(j, ',') || s.is(j, '/') || s.is(j, '-') && s.tokens[j].gap {
			j++
		}
		if next := s.worldUnit(j); next > j {
			end, last, units = next, next, true
			continue
		}
		next := s.worldPlace(j)
		units = units || next > j && s.is(next, '/') && s.worldPlace(next+1) > next+1 // "Çankaya/Ankara"
		if next == j || j == end && !units {
			break
		}
		if end = next; units {
			last = end
		}
	}
	if !units {
		return i
	}
	return last
}

// unitBegins says whether one of such parts may begin with token i.
func (s *scan) unitBegins(i int) bool {
	if s.digitsAt(i) > 0 && s.digitsAt(i) < 3 && s.is(i+1, '.') && i+2 < len(s.tokens) {
		return storeys[s.lower(i+2)]
	}
	w := s.lower(i)
	return s.tokens[i].kind == word && (numberedUnits[w] || namedUnits[w] || w == "cp" || w == "c" || w == "cod")
}

// worldUnit reads one of such parts at token i. It returns the token behind it, i if there is none.
func (s *scan) worldUnit(i int) int {
	if i >= len(s.tokens) || s.tokens[i].line || !s.unitBegins(i) {
		return i
	}
	if s.tokens[i].kind == number { // "2. em. 5."
		j := s.skipDot(i + 3)
		if n := s.digitsAt(j); n > 0 && n < 4 && !s.tokens[j].line {
			j = s.numberDot(j)
		}
		return j
	}
	w, j := s.lower(i), s.skipDot(i+1)
	if s.is(j, ':') {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].line {
		return i
	}
	switch {
	case w == "cp", w == "c" && s.lower(j) == "p", w == "cod" && (s.lower(j) == "poștal" || s.lower(j) == "postal" || s.lower(j) == "poştal"):
		if w != "cp" {
			if j = s.skipDot(j + 1); s.is(j, ':') {
				j++
			}
		}
		if n := s.digitsAt(j); n != 5 && n != 6 || s.tokens[j].line {
			return i
		}
		if s.upperWord(j + 1) {
			return max(j+1, s.worldPlace(j+1))
		}
		return j + 1
	case numberedUnits[w] && (s.tokens[j].kind == number && s.tokens[j].end-s.tokens[j].start < 5 || s.tokens[j].upper && s.tokens[j].end-s.tokens[j].start < 4):
		return s.numberDot(j)
	case namedUnits[w] && (s.digitsAt(j) == 1 || s.tokens[j].upper):
		for j++; j < len(s.tokens) && j-i < 7 && !s.tokens[j].line && (s.nameWord(j) || s.has(j, connectives) && s.upperWord(j+1)); j++ {
		}
		if s.wholeEnd(j) {
			return j
		}
	}
	return i
}

// numberDot gives the token behind the number at token i and the full stop that Hungarians write at the end of an address.
func (s *scan) numberDot(i int) int {
	if s.is(i+1, '.') && !s.tokens[i+1].gap && s.clauseEndsAt(i+2) && i+2 < len(s.tokens) && s.digitsAt(i) > 0 {
		return i + 2
	}
	return i + 1
}

// worldPlace reads the name of a town, of up to three words that are no common ones, or a postcode with it or alone at token i, which
// is all of its part. It returns the token behind it, i if there is none.
func (s *scan) worldPlace(i int) int {
	j := i
	if n := s.digitsAt(j); n > 3 && n < 7 && !s.tokens[j].line && !s.isYear(j) && !s.dateHere(s.tokens[j].start) && !s.unitAfter(s.tokens[j].end) {
		j++
	}
	from := j
	for j-from < 4 && s.upperWord(j) && s.notes[j].clue == 0 && (s.strange(j) || s.knownPlace(j) || s.has(j, countries) || s.capitals(j) > 3) || j > from && s.has(j, connectives) && s.upperWord(j+1) {
		j++
	}
	if j == i || !s.wholeEnd(j) && !s.is(j, '/') {
		return i
	}
	if n := s.digitsAt(j); j == from+1 && from == i && n > 3 && n < 7 && !s.isYear(j) && !s.tokens[j].line && s.wholeEnd(j+1) { // "București 020083"
		j++
	}
	return j
}

// worldFront gives the token with which the parts before the street at token from begin that say where it is, "Budapest XI. kerület,
// Bartók Béla út 12", "Caferağa Mah. Moda Cad. No 12", where the street in the tokens [from, to) is one of those countries.
func (s *scan) worldFront(from, to int) int {
	worldly := false
	for k := from; k < to && k-from < 8; k++ {
		worldly = worldly || s.has(k, typesBefore|typesBehind) && !s.has(k, streetTypes) && s.tokens[k].end-s.tokens[k].start > 1 || s.is(k+1, '.') && s.lower(k) == "u"
	}
	if !worldly {
		return from
	}
	for range mostUnits {
		next := s.partInFront(from)
		if next == from {
			break
		}
		from = next
	}
	return from
}

// partInFront gives the token with which the part before token from begins, if it says in which town or quarter the street is.
func (s *scan) partInFront(from int) int {
	if from < 1 || s.tokens[from].line {
		return from
	}
	j := from - 1
	if quarters[s.lower(from)] {
		j = from
	}
	comma := s.is(j, ',')
	if comma || s.is(j, '.') {
		j--
	}
	if s.is(j, '.') { // "XI. ker.,"
		j--
	}
	quarter := j > 0 && quarters[s.lower(j)]
	if !quarter && !comma || j < 0 {
		return from
	}
	first, place, unit := j+1, false, quarter
	for k := j; k >= 0 && j-k < 6; k-- {
		t := s.tokens[k]
		switch {
		case t.kind == word && t.upper && s.notes[k].clue == 0 && !s.has(k, functionWords|titles):
			place = place || s.knownPlace(k) || namedUnits[s.lower(from)] && s.strange(k)
			unit = unit || namedUnits[s.lower(k)]
		case storeys[s.lower(k)] || namedUnits[s.lower(k)] || k < j && s.has(k, connectives) && k > 0 && s.tokens[k-1].upper || quarters[s.lower(k)]:
			unit = unit || storeys[s.lower(k)] || namedUnits[s.lower(k)]
		case s.is(k, '.') && k > 0 && !t.gap && (namedUnits[s.lower(k-1)] || romanFloors[s.word(k-1)] || s.capitals(k-1) > 1):
		case s.digitsAt(k) > 3 && s.digitsAt(k) < 7 && !s.isYear(k):
			place = place || s.upperWord(k+1) || s.tokens[max(0, k-1)].upper
		case s.is(k, ',') && !place && !unit && first == j: // "Jud. Timiș, Timișoara, str. Lunga"
			continue
		case s.digitsAt(k) == 1 && k > 0 && namedUnits[s.lower(k-1)]:
		default:
			k = -1
			continue
		}
		first = k
		if t.line {
			break
		}
	}
	if first > j || !place && !unit || first > 0 && !s.tokens[first].line && s.tokens[first-1].kind == word && s.tokens[first-1].upper {
		return from
	}
	return first
}

// numberedStreet reads a street of Turkey that has a number for its name, "1234. Sok. No: 8/4", at token i. It returns the token
// behind the number of the house, 0 if there is none.
func (s *scan) numberedStreet(i int) int {
	j := s.skipDot(i + 1)
	if s.digitsAt(i) == 0 || j >= len(s.tokens) || s.tokens[j].kind != word || s.tokens[j].line {
		return 0
	}
	switch s.lower(j) {
	case "sok", "sk", "sokak", "sokağı", "cad", "caddesi":
	default:
		return 0
	}
	if j = s.skipDot(j + 1); j >= len(s.tokens) || s.lower(j) != "no" {
		return 0
	}
	next, _ := s.houseNumber(j)
	return next
}
