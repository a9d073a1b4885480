package personal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
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
		case char.Letter(r):
			t.kind, t.upper = word, char.Upper(r)
			i = wordEnd(text, i+size)
			i -= houseGlued(text[t.start:i])
		case r >= '0' && r <= '9':
			t.kind = number
			for i < len(text) && char.AlnumTable[text[i]] {
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
	if char.ASCII(w[i-1]) && char.Digit(w[i-2]) {
		i--
	}
	end := i
	for i > 0 && char.Digit(w[i-1]) {
		i--
	}
	if i == end || end-i > 3 || i < 5 {
		return 0
	}
	if n == 8 && i == 6 && !char.Digit(w[7]) && checkdigit.IBANLength[w[4:6]] > 0 && char.InCapitals(w) { // the bank "INGBPL2W"
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
		case char.AlnumTable[c]:
			i++
		case c == '-' || c == '\'':
			if r, _ := utf8.DecodeRuneInString(text[i+1:]); !char.Letter(r) {
				return i
			}
			i++
		case c < utf8.RuneSelf:
			return i
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == '’' {
				if next, _ := utf8.DecodeRuneInString(text[i+size:]); !char.Letter(next) {
					return i
				}
			} else if !char.Letter(r) && !char.Mark(r) {
				return i
			}
			i += size
		}
	}
	return i
}
