package personal

import "github.com/webchatagent/wca/internal/wordlist"

// A British postcode has some fifteen houses: with the number of one of them it is an address, "postcode SW1A 2AA, number 10".

// houseLabels stand before the number of a house that is told apart from its postcode, houseTokens is how many tokens lie between the two at
// most.
var houseLabels = wordlist.Set("number no house flat hausnummer nr apartment apt")

const houseTokens = 8

// codeAndHouse finds them.
func (s *scan) codeAndHouse() {
	if !s.holds("postcode") && !s.holds("post code") && !s.holds("eircode") && !s.holds("eir code") {
		return
	}
	for i := range s.tokens {
		if w := s.lower(i); w != "postcode" && w != "eircode" && !(w == "code" && i > 0 && (s.lower(i-1) == "post" || s.lower(i-1) == "eir")) {
			continue
		}
		k := i + 1
		for k < len(s.tokens) && k-i < 4 && (s.is(k, ':') || passwordLinks[s.lower(k)]) {
			k++
		}
		next := s.britishPostcode(k)
		if next == 0 {
			continue
		}
		house := s.houseTold(next, min(next+houseTokens, len(s.tokens)))
		if house == 0 {
			house = s.houseTold(max(0, i-houseTokens), i)
		}
		if house > 0 {
			s.addAddress(k, next, 0.7)
			s.addAddress(house, house+1, 0.7)
		}
	}
}

// houseTold gives the number of a house with its label in the tokens [from, to) of one line, 0 if there is none.
func (s *scan) houseTold(from, to int) int {
	for k := from; k < to; k++ {
		if s.tokens[k].line && k > from {
			return 0
		}
		if !houseLabels[s.lower(k)] {
			continue
		}
		v := k + 1
		for v < to && (s.is(v, ':') || s.is(v, '.') || houseLabels[s.lower(v)] || s.lower(v) == "is" || s.lower(v) == "ist") {
			v++
		}
		if v < to && s.tokens[v].kind == number {
			if n, letters := s.numberToken(v); n > 0 && n < 2000 && letters < 2 {
				return v
			}
		}
	}
	return 0
}
