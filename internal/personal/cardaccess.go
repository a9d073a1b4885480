package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// accessNumbers are words for the six digits on a card by which a reader opens it; in capitals "CAN" is one, too.
var accessNumbers = wordlist.Set("zugangsnummer kartenzugangsnummer can-nummer can-nr")

// How many tokens behind such a word the digits may begin, and how many they are.
const accessReach, accessDigits = 7, 6

// cardAccess finds such numbers: "Zugangsnummer CAN vorne rechts 571 906", "CAN: 571906".
func (s *scan) cardAccess() {
	if !strings.Contains(s.text, "CAN") && !s.holds("zugangsnummer") && !s.holds("can-n") && !s.holds("card access") {
		return
	}
	for i, t := range s.tokens {
		if t.kind != word || !accessNumbers[s.lower(i)] && s.text[t.start:t.end] != "CAN" && !(s.lower(i) == "access" && i > 0 && s.lower(i-1) == "card") {
			continue
		}
		if s.text[t.start:t.end] == "CAN" && s.capitals(i+1) > 1 { // "CAN YOU DELIVER 571906"
			continue
		}
		for k := i + 1; k < len(s.tokens) && k-i < accessReach && !s.endsAccess(k); k++ {
			if s.tokens[k].kind != number {
				continue
			}
			start := s.tokens[k].start
			bare := s.text[t.start:t.end] == "CAN" // may be a word in capitals
			if end, n := spacedDigits(s.text, start); n == accessDigits && (!bare || s.clauseEnds(end)) && !char.Glued(s.text, start) && !char.RunsOn(s.text, end) && !s.unitAfter(end) {
				s.add(start, end, Secret, 0.7, s.text[start:end])
			}
			break
		}
	}
}

// endsAccess says whether what stands at token k says that the digits behind it are others: of the wires in a car, "CAN bus", of what
// is sold, "CAN adapter item 571906", or in a further sentence.
func (s *scan) endsAccess(k int) bool {
	if s.is(k, '?') || s.is(k, '!') || s.is(k, '.') && k+1 < len(s.tokens) && s.tokens[k+1].upper {
		return true
	}
	w := s.lower(k)
	return w == "bus" || w == "adapter" || w == "kabel" || w == "cable" || s.notes[k].clue>>clueGoods&1 != 0
}
