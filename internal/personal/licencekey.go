package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// What unlocks a program once for who bought it has the shape of groups of capitals and digits: "ABCD-EFGH-1234-5678". Parts and orders have
// such numbers, too, so that a word for such a key has to stand before it.

// licenceWords end the names of such keys, and licenceReach is how far behind them one may begin, in bytes.
var licenceWords = [...]string{
	"licence key", "license key", "product key", "activation key", "serial key", "cd key", "cd-key", "software key", "licence code", "license code", "activation code",
	"lizenzschlüssel", "lizenzschluessel", "produktschlüssel", "produktschluessel", "aktivierungsschlüssel", "aktivierungsschluessel", "lizenzkey", "lizenz-key", "produkt-key", "lizenzcode", "lizenz-code",
}

const licenceReach = 32

// How many groups such a key has, and how many signs each of them.
const (
	leastKeyGroups, mostKeyGroups = 3, 8
	leastKeyGroup, mostKeyGroup   = 3, 8
)

// licenceKeys finds such keys.
func (s *scan) licenceKeys() {
	if !s.holds("key") && !s.holds("schl") && !s.holds(" code") && !s.holds("lizenz") {
		return
	}
	for _, w := range licenceWords {
		for from := 0; s.letters.mayHold(w); {
			at := strings.Index(s.folded[from:], w)
			if at < 0 {
				break
			}
			from += at + len(w)
			s.licenceKeyBehind(from)
			s.licenceKeyBefore(from - len(w))
		}
	}
}

// licenceKeyBehind takes the key that stands behind its name, which ends at pos.
func (s *scan) licenceKeyBehind(pos int) {
	for i := s.tokenAt(pos); i < len(s.tokens) && s.tokens[i].start-pos <= licenceReach; i++ {
		t := s.tokens[i]
		if t.kind == mark || char.Glued(s.text, t.start) {
			continue
		}
		if s.notes[i].clue>>clueGoods&1 != 0 { // "licence key for version 2024-SP3-FIX"
			return
		}
		if end := licenceKeyEnd(s.text, t.start); end > 0 {
			s.add(t.start, end, Secret, 0.8, s.text[t.start:end])
			return
		}
	}
}

// licenceKeyBefore takes the key of which the words before pos say that it is one, "… is the licence key", "… (licence key)".
func (s *scan) licenceKeyBefore(pos int) {
	i := s.tokenAt(pos) - 1
	for k := 0; k < 3 && i > 0 && (s.is(i, '(') || s.tokens[i].kind == word && passwordLinks[s.lower(i)] || s.lower(i) == "die"); k++ {
		i--
	}
	for k := 0; k < mostKeyGroups*2 && i > 0 && !s.tokens[i].gap && !s.tokens[i].line; k++ {
		i--
	}
	if i < 0 || s.tokens[i].kind == mark {
		return
	}
	if end := licenceKeyEnd(s.text, s.tokens[i].start); end > 0 && end < pos && !char.Glued(s.text, s.tokens[i].start) {
		s.add(s.tokens[i].start, end, Secret, 0.8, s.text[s.tokens[i].start:end])
	}
}

// licenceKeyEnd gives the end of a key at pos, 0 if there is none: groups of capitals and digits with hyphens between.
func licenceKeyEnd(text string, pos int) int {
	end, groups, digits, letters := pos, 0, 0, 0
	for groups < mostKeyGroups {
		from := end
		for end < len(text) && (char.Digit(text[end]) || char.Capital(text[end])) {
			if char.Digit(text[end]) {
				digits++
			} else {
				letters++
			}
			end++
		}
		if n := end - from; n < leastKeyGroup || n > mostKeyGroup {
			return 0
		}
		if groups++; end+1 >= len(text) || text[end] != '-' {
			break
		}
		end++
	}
	if groups < leastKeyGroups || digits == 0 || letters == 0 || char.RunsOn(text, end) {
		return 0
	}
	return end
}
