package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible drops control characters and characters without a shape.
func Visible(s string) string {
	if strings.IndexFunc(s, Shapeless) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Shapeless(r) {
			return -1
		}
		return r
	}, s)
}

// Shapeless says whether a character is none that a reader sees: a control, a mark of direction, a tag.
func Shapeless(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n' && r != '\t'
	case r < 0x7F:
		return false
	case r <= 0x9F, r == 0xAD, r == 0xFEFF, r == utf8.RuneError:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		// Zero width and direction marks; joiners matter to Persian and emoji only
		// and searching is better off without.
		return r != 0x200D && r != 0x200C
	case r >= 0xE0000 && r <= 0xE007F:
		return true
	}
	return false
}

// OneLine puts a text on one line, with single spaces.
func OneLine(s string) string { return strings.Join(strings.Fields(Visible(s)), " ") }

// Meaningful says whether a text has a letter or digit.
func Meaningful(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// EndsSentence says whether a text ends as a sentence does.
func EndsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"“”»«)' `))
	return strings.ContainsRune(".:!?", r)
}

// EndsInMiddle says whether a line can't be the end of what it says.
func EndsInMiddle(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(",-–/(·&+", r)
}

// Mentions says whether one of the phrases stands in a text in small letters.
func Mentions(lower string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(lower, p) {
			return true
		}
	}
	return false
}
