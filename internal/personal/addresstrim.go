package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/wordlist"
)

// addressLabels stand before an address and are no part of it.
var addressLabels = wordlist.Set("addr address adresse anschrift adr")

// behindDate leaves out a date in front of an address whose flat was taken with it: "3.9.98 addr flat 4, 60 Elm Street".
func (s *scan) behindDate(e *Entity) {
	const front = 8 // tokens in which the flat stands
	i := s.tokenAt(e.Start)
	if i >= len(s.tokens) || s.tokens[i].kind != number || !s.dateHere(s.tokens[i].start) {
		return
	}
	for k := i; k+1 < len(s.tokens) && k-i < front && s.tokens[k].end < e.End; k++ {
		switch {
		case addressLabels[s.lower(k)]:
			e.Start = s.tokens[k+1].start
			return
		case s.has(k, flats):
			e.Start = s.tokens[k].start
			return
		}
	}
}

// dublinDistrict takes the number of the postal district into an address that ends with "Dublin".
func (s *scan) dublinDistrict(e *Entity) {
	if !strings.HasSuffix(s.folded[:e.End], "dublin") {
		return
	}
	if j := s.tokenAt(e.End); j > 0 && s.tokens[j-1].end == e.End {
		e.End = s.tokens[s.outward(j)-1].end
	}
}
