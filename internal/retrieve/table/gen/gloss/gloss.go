// Package gloss reads what dictionaries say of words, for the programs that make the tables of words.
package gloss

import "strings"

// OutsideBrackets is what of a text stands outside of brackets of any kind: "Bank {f} [fin.]" is "Bank". A space stands where
// one ends.
func OutsideBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '{', '[', '(', '<':
			depth++
		case '}', ']', ')', '>':
			depth = max(0, depth-1)
			b.WriteByte(' ')
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
