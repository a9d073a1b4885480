package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine reports whether a text is something to read on one line: valid UTF-8 of at most the
// given number of characters, at least one of which is seen, and none of which ends a line or
// turns the direction of what stands around it.
func OneLine(text string, most int) bool {
	return utf8.ValidString(text) && utf8.RuneCountInString(text) <= most &&
		strings.ContainsFunc(text, seen) && !strings.ContainsFunc(text, breaksOut)
}

// breaksOut reports whether a character has an effect beyond its place in a line. Marks of
// direction without such an effect (U+200E, U+200F, U+061C) belong to names in Arabic and Hebrew.
func breaksOut(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp) ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// seen reports whether a character leaves something on the screen.
func seen(r rune) bool {
	const emptyBraille = '\u2800'
	return r != emptyBraille && unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Zs, r) &&
		!unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
