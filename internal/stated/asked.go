package stated

import (
	"strings"

	"github.com/webchatagent/wca/internal/wordlist"
)

// AskedWords yields, in no order, the folded German and English words by which questions ask for prices, telephone numbers, opening hours, the
// beginning of something and days.
func AskedWords(yield func(string) bool) {
	for _, words := range [...]map[string]bool{costing, phoneNumbers, openWords, foundedWords} {
		for w := range words {
			if !yield(w) {
				return
			}
		}
	}
	elsewhere := wordlist.Set(strings.Join(daysElsewhere[:], " "))
	for w := range dayWords {
		if !elsewhere[w] && !yield(w) {
			return
		}
	}
}
