package pseudonym

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

// Anonymise replaces the personal data that f finds in text by the words for its types, with no way back, and
// says how much of what it was.
func Anonymise(f personal.Searcher, text string) (string, map[personal.Type]int) {
	found := f.Find(text)
	if len(found) == 0 {
		return text, nil
	}
	counts := map[personal.Type]int{}
	var b strings.Builder
	last := 0
	for _, e := range found {
		b.WriteString(text[last:e.Start])
		b.WriteString(string(e.Type))
		last = e.End
		counts[e.Type]++
	}
	b.WriteString(text[last:])
	return b.String(), counts
}
