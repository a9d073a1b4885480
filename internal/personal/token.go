package personal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	word   kind = iota // begins with a letter: "Müller-Lüdenscheidt", "O'Brien"
	number             // begins with a digit: "12", "12a"
	mark               // one other character
)

// token is a piece of the view between spaces.
type token struct {
	start, end int
	kind       kind
	upper      bool // begins with an upper-case letter
	gap        bool // white space before it
	line       bool // first of its line
	held       bool // part of what was found before names are looked for
}

// tokenise cuts text at spaces and punctuation. Hyphens and apostrophes inside words stay. The tokens are put into the room
// of others.
func tokenise(text string, room []token) []token {
	tokens := slices.Grow(room[:0], len(text)/4+8)
	gap, line := true, true
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029 {
			gap, line = true, true
			i += size
			continue
		}
		if r == ' ' || r == '\t' || r >= utf8.RuneSelf && unicode.IsSpace(r) {
			gap = true
			i += size
			continue
		}
		t := token{start: i, kind: mark, gap: gap, line: line}
		gap, line = false, false
		switch {
		case isLetter(r):
			t.kind, t.upper = word, isUpper(r)
			i = wordEnd(text, i+size)
			i -= houseGlued(text[t.start:i])
		case r >= '0' && r <= '9':
			t.kind = number
			for i < len(text) && alnum[text[i]] {
				i++
			}
		default:
			i += size
		}
		t.end = i
		tokens = append(tokens, t)
	}
	return tokens
}

// houseGlued says how many bytes at the end of a word are the number of a house that was written without
// a space: "Birkenweg8a".
func houseGlued(w string) int {
	n := len(w)
	if n < 7 {
		return 0
	}
	i := n
	if isASCIILetter(w[i-1]) && isDigit(w[i-2]) {
		i--
	}
	end := i
	for i > 0 && isDigit(w[i-1]) {
		i--
	}
	if i == end || end-i > 3 || i < 5 {
		return 0
	}
	if n == 8 && i == 6 && !isDigit(w[7]) && ibanLength[w[4:6]] > 0 && inCapitals(w) { // the bank "INGBPL2W"
		return 0
	}
	if strings.ContainsAny(w[:i], "0123456789") || words().note(strings.ToLower(w[:i])).class&(endsStreet|endsLoose) == 0 {
		return 0
	}
	return n - i
}

// wordEnd gives the end of a word that goes on at i.
func wordEnd(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case alnum[c]:
			i++
		case c == '-' || c == '\'':
			if r, _ := utf8.DecodeRuneInString(text[i+1:]); !isLetter(r) {
				return i
			}
			i++
		case c < utf8.RuneSelf:
			return i
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == '’' {
				if next, _ := utf8.DecodeRuneInString(text[i+size:]); !isLetter(next) {
					return i
				}
			} else if !isLetter(r) && !isMark(r) {
				return i
			}
			i += size
		}
	}
	return i
}

// alnum are the bytes that are ASCII letters or digits.
var alnum = func() (m [256]bool) {
	for c := range m {
		m[c] = isAlnum(byte(c))
	}
	return m
}()

func isDigit(c byte) bool       { return c >= '0' && c <= '9' }
func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isAlnum(c byte) bool       { return isDigit(c) || isASCIILetter(c) }
func isSmall(c byte) bool       { return c >= 'a' && c <= 'z' }
func isSpace(c byte) bool       { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

// inCapitals says whether no letter of a text has a capital that it is not.
func inCapitals(text string) bool {
	for i, r := range text {
		if r < utf8.RuneSelf {
			if isSmall(byte(r)) {
				return false
			}
		} else if unicode.ToUpper(r) != r || r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
			return false
		}
	}
	return true
}

// glued says whether a letter, digit or underscore stands directly before i.
func glued(text string, i int) bool {
	if i == 0 {
		return false
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return isAlnum(c) || c == '_'
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return isLetter(r)
}

// runsOn says whether a letter, digit or underscore stands directly at i.
func runsOn(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := text[i]; c < utf8.RuneSelf {
		return isAlnum(c) || c == '_'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isLetter(r)
}
