package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/checkdigit"
)

// taxIDAt finds German tax ids.
func (s *scan) taxIDAt(i int) int {
	digits, upTo := s.join(i, 11)
	n := len(upTo)
	if n == 0 || len(digits) != 11 || !s.ends(i+n-1) {
		return 0
	}
	start := s.groups[i].start
	_, direct := s.clues.before(clueTaxID, start, 16)
	if !checkdigit.TaxID(digits) && !direct { // who mistypes is a person, too
		return 0
	}
	if named := s.named(clueTaxID, start, s.groups[i+n-1].end, 60); !named && (s.clues.goods(clueTaxID, start, 30) || n > 4 && n < 11 || s.dialled(start)) {
		return 0
	}
	s.add(start, s.groups[i+n-1].end, TaxID, 1, string(digits))
	return n
}

// taxNumberAt finds German tax numbers: with slashes by shape, else named.
func (s *scan) taxNumberAt(i int) int {
	start := s.groups[i].start
	digits, upTo := s.join(i, 13)
	n := len(upTo)
	if n == 0 || !s.ends(i+n-1) {
		return 0
	}
	end := s.groups[i+n-1].end
	named := s.named(clueTaxNumber, start, end, 40)
	shape := n == 3 && upTo[0] >= 2 && upTo[0] <= 3 && upTo[1]-upTo[0] >= 3 && upTo[1]-upTo[0] <= 4 && upTo[2]-upTo[1] >= 4 &&
		upTo[2]-upTo[1] <= 5 && strings.Count(s.text[start:end], "/") == 2
	austrian := n == 3 && len(digits) == 9 && upTo[0] == 2 && upTo[1] == 5 && s.text[s.groups[i+1].end] == '/'
	if !(shape && len(digits) >= 10) && !(named && (len(digits) >= 10 || austrian)) {
		return 0
	}
	s.add(start, end, TaxNumber, 0.9, string(digits))
	return n
}
