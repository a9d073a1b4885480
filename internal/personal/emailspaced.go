package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// mostSpaced is how many signs stand on each side of "@" in an address of mail whose signs stand apart.
const mostSpaced = 48

// spacedMail finds the address of mail around the "@" at a place that has a space between any two of its signs: "e v a @ w e b . d e".
func (s *scan) spacedMail(at int) {
	start := at
	for start >= 2 && at-start < 2*mostSpaced && s.text[start-1] == ' ' && mailSign(s.text[start-2]) && !char.Glued(s.text, start-2) {
		start -= 2
	}
	end := at + 1
	for end+1 < len(s.text) && end-at < 2*mostSpaced && s.text[end] == ' ' && mailSign(s.text[end+1]) && !char.RunsOn(s.text, end+2) {
		end += 2
	}
	end = s.endOfSpaced(at, end)
	if at-start < 4 || end == 0 {
		return
	}
	s.add(start, end, Email, 0.8, strings.ToLower(strings.ReplaceAll(s.text[start:end], " ", "")))
}

// endOfSpaced gives the end of the domain behind the "@" at a place, of which the signs up to end stand apart: behind its last part that
// is known, 0 if there is none.
func (s *scan) endOfSpaced(at, end int) int {
	for ; end > at+8; end -= 2 {
		domain := strings.ReplaceAll(s.text[at+1:end], " ", "")
		if dot := strings.LastIndexByte(domain, '.'); dot > 0 && knownTLD(domain) {
			return end
		}
	}
	return 0
}

// mailSign says whether a byte is a sign of addresses of mail.
func mailSign(c byte) bool { return char.Alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' }
