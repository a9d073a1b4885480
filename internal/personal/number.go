package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// numbers finds what is written in digits alone.
func (s *scan) numbers() {
	left, dials := 0, false // digits from group i on; a group begins as numbers of telephones do
	for _, g := range s.groups {
		left += g.end - g.start
		dials = dials || s.text[g.start] == '0' && g.end-g.start > 2 || s.text[g.start:g.end] == "49"
	}
	for i := 0; i < len(s.groups); {
		next := min(len(s.groups), i+max(1, s.numberAt(i, left)))
		for ; i < next; i++ {
			left -= s.groups[i].end - s.groups[i].start
		}
	}
	s.vanities()
	s.apartCodes()
	s.codesBehind()
	s.personsNumbers()
	s.postNumbers()
	if dials {
		s.joinedCodes()
		s.oddSigns()
		s.halved()
		s.namedFiles()
		s.stages()
	}
	s.cutOffNumbers()
	s.firstParts()
	s.bankCodes()
	s.ribs()
}

// leastNumber is how many digits the shortest number has that is looked for before those of telephones and accounts, leastAccount
// how many of these the shortest has.
const leastNumber, leastAccount = 9, 4

// numberAt tries what can begin at group i, from which on the text has so many digits, best evidence first, and returns how many
// groups it took.
func (s *scan) numberAt(i, digits int) int {
	g := s.groups[i]
	if char.Glued(s.text, g.start) && !s.gluedToClue(g.start) {
		return 0
	}
	if digits >= leastNumber {
		for _, try := range [...]func(*scan, int) int{
			(*scan).europeanCard, (*scan).recoveryKey, (*scan).networkKey, (*scan).frenchNumber, (*scan).nhsAt, (*scan).deviceAt, (*scan).cardAt, (*scan).socialNumberAt, (*scan).taxNumberAt, (*scan).taxIDAt,
		} {
			if n := try(s, i); n > 0 {
				return n
			}
		}
	}
	if digits < leastAccount {
		return 0
	}
	if n := s.phoneAt(i); n > 0 {
		return n
	}
	return s.accountAt(i)
}

// gluedToClue says whether a clue ends directly at pos, as in "Tel0351…".
func (s *scan) gluedToClue(pos int) bool {
	tail := s.smallAt(max(0, pos-8), pos)
	for _, w := range [...]string{"tel", "fon", "fax", "mobil", "handy"} {
		if strings.HasSuffix(tail, w) {
			return true
		}
	}
	return false
}

// dialled says whether a plus or a phone word stands directly before pos.
func (s *scan) dialled(pos int) bool {
	if t := strings.TrimRight(s.text[max(0, pos-3):pos], " (0"); strings.HasSuffix(t, "+") {
		return true
	}
	_, ok := s.clues.before(clueDial, pos, 6)
	return ok
}
