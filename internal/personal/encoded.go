package personal

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
)

// leastEncoded is how long a word is at least that may be text in base64, in bytes.
const leastEncoded = 12

// encoded finds words that are text in base64 in which there is personal data: "ZXJpa2FAZXhhbXBsZS5vcmc=". They go as a whole,
// as what was found first in them.
func (s *scan) encoded() {
	if s.longest < leastEncoded {
		return
	}
	end := 0
	for _, t := range s.tokens {
		if t.kind == mark || t.end-t.start < leastEncoded || t.start < end || char.Glued(s.text, t.start) {
			continue
		}
		end = t.end
		for end < len(s.text) && strings.IndexByte("+/=-_", s.text[end]) >= 0 || end < len(s.text) && char.Alnum(s.text[end]) {
			end++
		}
		text := decoded(strings.TrimRight(s.text[t.start:end], "="))
		if text == "" {
			continue
		}
		inner := Finder{off: s.off, region: s.region, year: s.year, words: s.words}
		if found := inner.scan(text); len(found) > 0 {
			s.add(t.start, end, found[0].Type, 0.9, found[0].value)
		}
	}
}

// decoded is the text that a word holds in base64, "" if it is none. Of words of a language hardly one is.
func decoded(w string) string {
	if len(w)%4 == 1 || !ofBase64(w) {
		return ""
	}
	var front [leastEncoded * 3 / 4]byte
	if _, err := base64.StdEncoding.Decode(front[:], []byte(w[:leastEncoded])); err != nil || !shown(string(front[:])) {
		return "" // nearly every word
	}
	raw, err := base64.RawStdEncoding.DecodeString(w)
	if err != nil {
		raw, err = base64.RawURLEncoding.DecodeString(w)
	}
	if text := string(raw); err == nil && utf8.ValidString(text) && shown(text) {
		return text
	}
	return ""
}

// ofBase64 reports whether a word has small letters and behind its beginning capitals or digits as well, as base64 has.
func ofBase64(w string) bool {
	small, other := false, false
	for i := range len(w) {
		c := w[i]
		small = small || c >= 'a' && c <= 'z'
		other = other || i > 0 && (char.Digit(c) || char.Capital(c))
	}
	return small && other
}

// shown reports whether text has no control characters but those that end lines and cells.
func shown(text string) bool {
	for i := range len(text) {
		if c := text[i]; char.Unseen(c) || c == '\v' || c == '\f' {
			return false
		}
	}
	return true
}
