package char

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cut is at most n bytes of a text from a place in it.
func Cut(text string, from, n int) string { return text[from:min(len(text), from+n)] }

// WordEnd is where the letters and digits end that go on at i.
func WordEnd(text string, i int) int {
	for i < len(text) {
		c := text[i]
		if AlnumTable[c] {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !Letter(r) {
			break
		}
		i += size
	}
	return i
}

// InCapitals says whether no letter of a text has a capital that it is not.
func InCapitals(text string) bool {
	for i, r := range text {
		if r < utf8.RuneSelf {
			if Small(byte(r)) {
				return false
			}
		} else if unicode.ToUpper(r) != r || r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
			return false
		}
	}
	return true
}

// Glued says whether a letter, digit or underscore stands directly before i.
func Glued(text string, i int) bool {
	if i == 0 {
		return false
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return Alnum(c) || c == '_'
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return Letter(r)
}

// RunsOn says whether a letter, digit or underscore stands directly at i.
func RunsOn(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := text[i]; c < utf8.RuneSelf {
		return Alnum(c) || c == '_'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return Letter(r)
}

// IndexSpaced is strings.Index for words behind a space, which is so common that what stands behind it is looked for.
func IndexSpaced(text, words string) int {
	for at := 0; ; at++ {
		i := strings.Index(text[at:], words[1:])
		if i < 0 {
			return -1
		}
		if at += i; at > 0 && text[at-1] == ' ' {
			return at - 1
		}
	}
}
