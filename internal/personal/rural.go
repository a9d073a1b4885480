package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/wordlist"
)

// Addresses in the country: houses with a name instead of a number, roads with a number instead of a name, and
// boxes on the route of who brings the mail.

// maxPlaceParts is how many parts the address of a house with a name may have before its postcode.
const maxPlaceParts = 6

// namedHouse gives where the address begins whose house has a name and no number, and whose British, Irish or
// Canadian postcode is at token i: "Tŷ Gwyn, Llanuwchllyn, Bala, Gwynedd LL23 7TB". Its parts between commas or
// lines are names; two alone have to hold that of a place. It returns -1 if there are none.
func (s *scan) namedHouse(i, least int, taken places) int {
	if out, in := s.word(i), s.word(i+1); len(out) < 4 && units.Has(strings.ToLower(in[1:])) {
		return -1 // "M2 2TB" of a disk
	}
	begin, parts, place := -1, 0, false
	for j := i; parts < maxPlaceParts; parts++ {
		k := j
		if s.is(k-1, ',') {
			k--
		} else if parts > 0 && !s.tokens[j].line {
			break
		}
		from := k
		for from > least && k-from < 5 && s.partOfPlace(from-1) && !taken.at(s.tokens[from-1].start) {
			from--
			place = place || s.knownPlace(from) || s.lower(from) == "co" || s.lower(from) == "county"
			if s.tokens[from].line {
				break
			}
		}
		if from == k || from > 0 && s.is(from-1, ':') && s.notes[from-min(from, 2)].clue>>clueAddress&1 == 0 {
			break
		}
		begin, j = from, from
	}
	if parts < 2 || parts == 2 && !place {
		return -1
	}
	return begin
}

// sites end the names of houses and grounds in which there are flats and units, beside houseWords.
var sites = wordlist.Set("maltings granary quay wharf gardens village centre center park mill foundry exchange square stables warehouse works brewery distillery marina plaza arcade point heights terrace crescent lofts")

// flatNamed reads a flat in a house that has a name and a town behind it, and no street: "Apartment 12, The Maltings, Dundalk". It
// returns the token behind the town, 0 if none is there.
func (s *scan) flatNamed(i int) int {
	if !s.has(i, flats) || !s.tokens[i].upper || i+5 >= len(s.tokens) || s.tokens[i+1].kind != number || !s.is(i+2, ',') {
		return 0
	}
	if i > 0 && !s.tokens[i].line && !s.is(i-1, ':') && !s.is(i-1, ',') && !s.has(i-1, placePrepositions|placeWords|placeVerbs) {
		return 0
	}
	j := i + 3
	for j < len(s.tokens) && j-i < 8 && s.upperWord(j) && !s.tokens[j].line && s.notes[j].clue == 0 {
		j++
	}
	led := i > 0 && (s.is(i-1, ':') || s.has(i-1, placePrepositions|placeWords|placeVerbs))
	if j == i+3 || !s.is(j, ',') || !(led && s.lower(i+3) == "the" && j > i+4 || j > i+4 && (s.has(j-1, houseWords) || sites[s.lower(j-1)])) {
		return 0
	}
	if !s.upperWord(j+1) || s.tokens[j+1].line || s.notes[j+1].clue != 0 || s.has(j+1, functionWords) || !s.strange(j+1) && !s.knownPlace(j+1) && !wordTowns[s.lower(j+1)] {
		return 0
	}
	end := j + 2
	if to := s.county(end); to > end {
		end = to
	}
	return s.outward(end)
}

// eircode gives token i itself if the word for a postcode of Ireland, which each house has its own of, stands not
// far before it, else -1.
func (s *scan) eircode(i int) int {
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		if s.lower(k) == "eircode" {
			return i
		}
	}
	return -1
}

// partOfPlace says whether token i can be in the name of a house or a place.
func (s *scan) partOfPlace(i int) bool {
	t := s.tokens[i]
	if t.kind == mark {
		return s.is(i, '"') || s.is(i, '.') && i > 0 && (s.lower(i-1) == "co" || s.lower(i-1) == "st")
	}
	return t.kind == word && (t.upper || s.small && s.strange(i)) && !s.has(i, months|functionWords|titles) && s.notes[i].clue&^(1<<clueAddress) == 0
}

// roadNumber gives the token behind the number of a road whose last word is token j, "Farm to Market Road 2920",
// "County Road F"; behind token j itself if the road has a name.
func (s *scan) roadNumber(j int) int {
	if !s.has(j-1, roadKinds) && !s.has(j, roadKinds) || j+1 >= len(s.tokens) || s.tokens[j+1].line {
		return j + 1
	}
	if n, letters := s.numberToken(j + 1); n > 0 && letters < 2 || s.capitals(j+1) == 1 {
		return j + 2
	}
	return j + 1
}

// ruralBox reads a box on the route of who brings the mail, "HC 61 Box 22", "RR 2 Box 15", at token i. It returns
// the token behind it, 0 if there is none.
func (s *scan) ruralBox(i int) int {
	if !s.opens(i, opensRoute) {
		return 0
	}
	j := i + 1
	if s.lower(i) == "rural" {
		j++
	}
	if n, _ := s.numberToken(j); n == 0 || j+2 >= len(s.tokens) || s.lower(j+1) != "box" {
		return 0
	}
	if n, _ := s.numberToken(j + 2); n == 0 {
		return 0
	}
	return j + 3
}

// gridNumber says whether a word is the number of a house in a grid, as in Wisconsin: "N4582", "W180N8471".
func gridNumber(w string) bool {
	if len(w) < 4 || len(w) > 10 || strings.IndexByte("NSEW", w[0]) < 0 {
		return false
	}
	n := digitRun(w, 1)
	if end := 1 + n; n >= 3 && end == len(w) {
		return n <= 5
	} else if n >= 2 && end < len(w) && strings.IndexByte("NSEW", w[end]) >= 0 {
		return digitRun(w, end+1) >= 3 && end+1+digitRun(w, end+1) == len(w)
	}
	return false
}
