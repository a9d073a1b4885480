package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
)

// Risky reports whether a word of an answer can be wrong by itself: a number, in figures or letters, a
// link or an address.
func Risky(w string) bool {
	w = fact.Seen(w)
	if strings.ContainsAny(w, "0123456789@/[<%€$£") || strings.Contains(strings.ToLower(w), "www.") || fact.HasDomain(w) {
		return true
	}
	for at := range word.Runs(w) {
		if n, ok := numeral.Parse(strings.ToLower(w[at[0]:at[1]])); ok && n != 1 {
			return true
		}
	}
	return false
}
