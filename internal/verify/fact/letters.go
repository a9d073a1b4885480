package fact

import (
	"unicode"
	"unicode/utf8"
)

// smallLetters are a word in small letters, in memory that the caller has: for looking it up.
type smallLetters [48]byte

func (s *smallLetters) lower(w string) []byte {
	out := s[:0]
	for at := 0; at < len(w); {
		r, n := rune(w[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(w[at:])
			out = utf8.AppendRune(out, unicode.ToLower(r))
		} else {
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			out = append(out, byte(r))
		}
		at += n
	}
	return out
}
