package verify

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/word"
)

// words gives where the words of a text begin and end: letters and nothing else.
func words(text string) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		from := -1
		for at := 0; at < len(text); {
			r, n := rune(text[at]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(text[at:])
			}
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsLetter(r)
			switch {
			case letter && from < 0:
				from = at
			case !letter && from >= 0:
				if !yield([2]int{from, at}) {
					return
				}
				from = -1
			}
			at += n
		}
		if from >= 0 {
			yield([2]int{from, len(text)})
		}
	}
}

// startsCapital reports whether a text begins with a capital.
func startsCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// stopWord reports whether a word in small letters is a function word of German or English.
func stopWord(w string) bool { return word.Stop("de", w) || word.Stop("en", w) }

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
