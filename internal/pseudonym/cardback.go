package pseudonym

import "strings"

// backWords say where on a payment card its code stands.
var backWords = [...]string{"on the back", "on back", "on the front", "on the reverse", "on the signature strip", "auf der rückseite", "auf der vorderseite", "hinten drauf", "hinten auf der karte", "on the card"}

// backReach is how far before the digits of such a code it may be said that they stand on the card, in bytes.
const backReach = 64

// cardBacks finds the code of a payment card where its place says what it is: "the three digits on the back
// 613", "die Zahl auf der Rückseite ist 418".
func (s *scan) cardBacks() {
	if len(s.clues.ends[clueCard]) == 0 {
		return
	}
	for _, g := range s.groups {
		if n := g.end - g.start; n < leastCard || n > 4 || glued(s.text, g.start) || runsOn(s.text, g.end) || s.unitAfter(g.end) {
			continue
		}
		said := s.folded[max(0, g.start-backReach):g.start]
		said = said[strings.LastIndexAny(said, ".!?\n;0123456789")+1:]
		for _, w := range backWords {
			at := strings.LastIndex(said, w)
			if at >= 0 && len(strings.Fields(said[at+len(w):])) < 3 && tellsDigits(said[:at], s.folded[max(0, g.start-backReach):g.start]) {
				s.add(g.start, g.end, Secret, 0.8, s.text[g.start:g.end])
				break
			}
		}
	}
}

// tellsDigits says whether the words before the place on a card, or those before a digit that counts them, "the
// 4-digit code", speak of digits.
func tellsDigits(said, wider string) bool {
	for _, w := range [...]string{"digit", "code", "number", "ziffer", "zahl", "nummer", "stellig"} {
		if strings.Contains(said, w) || strings.Contains(wider, "-"+w) {
			return true
		}
	}
	return false
}
