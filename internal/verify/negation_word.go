package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/word"
)

// contradictedWord reports whether a claim has a word that its source denies by its first letters, or the other way
// round, and neither denies it otherwise.
func (c *Checker) contradictedWord(cl *claim) bool {
	return cl.near() && opposite(cl.text, cl.backing.Sentence) && cl.denies == negated(cl.backing.Sentence)
}

// opposite reports whether a text has a word that the other denies by its first letters: "benutzt" and "unbenutzt".
func opposite(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return deniesWord(a, b) || deniesWord(b, a)
}

// deniesWord reports whether in has un- before a word that it has in no other way.
func deniesWord(text, in string) bool {
	if !strings.Contains(in, "un") {
		return false
	}
	const ending = 2 // letters: "benutzte", "benutzt"
	for at := range word.Runs(text) {
		root := text[at[0]:at[1]]
		if len(root) < 5+ending {
			if len(root) < 5 {
				continue
			}
		} else {
			root = root[:len(root)-ending]
		}
		for from := range word.Runs(in) {
			w := in[from[0]:from[1]]
			if strings.HasPrefix(w, "un"+root) && strings.Count(in, root) == strings.Count(in, "un"+root) && !strings.Contains(text, "un"+root) {
				return true
			}
		}
	}
	return false
}
