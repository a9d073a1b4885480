package word

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Runs gives where the runs of letters of a text begin and end, in bytes: its words, but for what else Each keeps of them,
// in no memory of its own.
func Runs(text string) iter.Seq[[2]int] {
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
