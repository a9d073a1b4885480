package word

import (
	"strings"
	"unicode"
)

// A Vietnamese word is another with other tones: "của" is of, "cửa" a door, "cua" a crab. So it keeps them, and what it
// is without any stands beside it, for visitors who type none.

// accented is a word as it is spelt, in lower case, and what it is folded to where its tones stand apart.
func accented(folded []byte, spelt string) []byte {
	lower := strings.ToLower(spelt)
	if strings.ContainsFunc(lower, unicode.IsMark) {
		return folded
	}
	return append(folded[:0], lower...)
}

// Bare is a word without tones and accents.
func Bare(text string) string {
	for i := range len(text) {
		if c := text[i]; 0xc3 <= c && c <= 0xc9 || c == 0xe1 { // Latin letters with accents begin so
			return bare(text)
		}
	}
	return text
}

func bare(text string) string {
	var b strings.Builder
	for _, r := range text {
		first, second := foldRune(r)
		for _, r := range [...]rune{first, second} {
			if r != 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
