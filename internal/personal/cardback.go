package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// backWords say where on a payment card its code stands.
var backWords = [...]string{
	"on the back", "on back", "on the front", "on the reverse", "on the signature strip", "auf der rückseite",
	"auf der vorderseite", "hinten drauf", "hinten auf der karte", "hinten steht", "hinten drauf steht", "hinten stehen", "on the card",
}

// backReach is how far before the digits of such a code it may be said that they stand on the card, in bytes.
const backReach = 64

// cardBacks finds the code of a payment card where its place says what it is: "the three digits on the back
// 613", "die Zahl auf der Rückseite ist 418".
func (s *scan) cardBacks() {
	s.behindExpiry()
	s.besideExpiry()
	if len(s.clues.ends[clueCard]) == 0 && !s.holds("digits on ") && !s.holds("prüfziffer") {
		return
	}
	for _, g := range s.groups {
		if n := g.end - g.start; n < leastCard || n > 4 || char.Glued(s.text, g.start) || char.RunsOn(s.text, g.end) || s.unitAfter(g.end) {
			continue
		}
		said := s.folded[max(0, g.start-backReach):g.start]
		said = said[strings.LastIndexAny(said, ".!?\n;0123456789")+1:]
		for _, w := range backWords {
			at := strings.LastIndex(said, w)
			if at >= 0 && len(strings.Fields(said[at+len(w):])) < 3 && (s.foundBefore(Card, g.start, backReach) || tellsDigits(said[:at], s.folded[max(0, g.start-backReach):g.start])) {
				s.add(g.start, g.end, Secret, 0.8, s.text[g.start:g.end])
				break
			}
		}
		if hind := max(strings.LastIndex(said, " hinten "), strings.LastIndex(said, " at the back ")); hind >= 0 && len(strings.Fields(said[hind:])) < 5 && s.foundBefore(Card, g.start, backReach) {
			s.add(g.start, g.end, Secret, 0.7, s.text[g.start:g.end])
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

// behindExpiry finds the code that stands behind the number of a card and the month until which it holds, "5359 5711
// 7777 4128 03/28 661".
func (s *scan) behindExpiry() {
	for _, e := range s.found {
		if e.Type != Card {
			continue
		}
		at := skipGap(s.text, e.End, 3)
		if at < len(s.text) && s.text[at] == ',' {
			at = skipGap(s.text, at+1, 1)
		}
		if digitRun(s.text, at) != 2 || at+2 >= len(s.text) || s.text[at+2] != '/' && s.text[at+2] != '-' {
			continue
		}
		year := digitRun(s.text, at+3)
		start := skipGap(s.text, at+3+year, 3)
		if start < len(s.text) && s.text[start] == ',' {
			start = skipGap(s.text, start+1, 1)
		}
		n := digitRun(s.text, start)
		if end := start + n; (year == 2 || year == 4) && (n == leastCard || n == 4) && start > at+3+year && !char.RunsOn(s.text, end) && !s.counts(end) {
			s.add(start, end, Secret, 0.7, s.text[start:end])
		}
	}
}

// expiryWords say until when a card holds.
var expiryWords = [...]string{"exp", "expiry", "expires", "expiring", "exp date", "expiry date", "exp.", "valid thru", "valid to", "gültig bis", "verfall", "ablauf", "good thru", "verfallsdatum", "ablaufdatum"}

// besideExpiry finds the code that stands behind the month until which a card holds, where a word says of that month what it is: "exp
// 04/28 code 447", "gültig bis 04/28, 447".
func (s *scan) besideExpiry() {
	for i := 0; i+2 < len(s.groups); i++ {
		month, year, code := s.groups[i], s.groups[i+1], s.groups[i+2]
		if code.end-code.start != leastCard || code.start-year.end > len(", security code ") || month.end-month.start != 2 || year.start != month.end+1 || s.text[month.end] != '/' && s.text[month.end] != '-' || s.value(month) < 1 || s.value(month) > 12 {
			continue
		}
		if n := year.end - year.start; n != 2 && n != 4 || char.Glued(s.text, month.start) || char.RunsOn(s.text, code.end) || s.counts(code.end) || s.unitAfter(code.end) {
			continue
		}
		if !endsIn(strings.TrimRight(s.text[:month.start], " :."), expiryWords[:]...) {
			continue
		}
		switch strings.Trim(s.folded[year.end:code.start], " ,;:.#/-") {
		case "", "code", "security code", "sicherheitscode", "prüfziffer", "prüfnummer", "cvv", "cvc", "csc":
			s.add(code.start, code.end, Secret, 0.7, s.text[code.start:code.end])
		}
	}
}
