package personal

import "strings"

// The words for streets of other countries, as they stand apart from the name.
var (
	// Endings of one word, besides those of German streets: "Hämeentie", "Laugavegur".
	farEndings = strings.Fields(`tie kuja polku raitti katu penger gränd stræde stræti stígur braut vang
		vangen bakken åsen haugen stien steenweg dreef singel kade dijk pad markt plads plass torv torget
		-daero -ro -gil -dong -gu -ku -cho -chome backen stigen liden ulica iela ranta kaari linja rinne taival sgate svei plantsoen jordet lia`)
)

// streetBehind reads a street whose type stands as a word behind the name: "Rákóczi út 13", "Karl
// Johans gate 12", "Prešernov trg 5". It begins at token i; 0 if there is none.
func (s *scan) streetBehind(i int) int {
	if s.seen.class&typesBehind == 0 && !s.letters.mayHold("gate") || !s.tokens[i].upper && !(s.small && s.strange(i)) || s.notes[i].clue != 0 {
		return 0
	}
	j := i + 1
	for j < len(s.tokens) && j-i < 4 && s.tokens[j].kind == word && !s.tokens[j].line {
		w := s.lower(j)
		norse := w == "gate" && !s.tokens[j].upper && s.text[s.tokens[j].start-2] == 's'
		if s.has(j, typesBehind) || norse {
			return s.houseBehind(i, j)
		}
		if !s.nameWord(j) || s.notes[j].clue != 0 {
			return 0
		}
		j++
	}
	return 0
}

// behindCode says whether a postcode with its town and a comma stand before token i: "6720 Szeged, Kárász u. 9".
func (s *scan) behindCode(i int) bool {
	return i > 2 && s.is(i-1, ',') && s.digitsAt(i-3) == 4 && !s.isYear(i-3) && s.upperWord(i-2)
}

// houseBehind takes the number behind a type of street at token j, with the full stop that Hungarians
// write. The street begins at token i.
func (s *scan) houseBehind(i, j int) int {
	number := s.skipDot(j + 1)
	next, year := s.houseNumber(number)
	dotted := false
	if n, letters := s.numberToken(number); n > 0 && n < 1000 && letters == 0 && s.is(number+1, '.') && !s.tokens[number+1].gap && !s.tokens[number].line {
		dotted = number+2 == len(s.tokens) || s.tokens[number+2].gap && !s.has(number+2, months)
		if dotted && next == 0 {
			next = number + 1
		}
	}
	if next == 0 || year && !s.placed(i, next) {
		return 0
	}
	switch s.lower(j) {
	case "u", "al", "sk", "mah", "cad", "tie", "tér": // other words elsewhere
		if numbered := number < len(s.tokens) && s.lower(number) == "no"; !dotted && !numbered && !s.placed(i, next) && !s.behindCode(i) || !s.is(j+1, '.') && s.tokens[j].end-s.tokens[j].start <= 2 {
			return 0
		}
	}
	if dotted && (next+1 == len(s.tokens) || s.tokens[next+1].line || s.has(next+1, flats) || s.is(next+1, ',')) {
		return next + 1
	}
	return next
}
