package stated

import (
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/word"
)

// What is read of questions and pages takes no longer for each word where there are many: anybody writes them. It is a
// tenth of a second, and was ten and more; on a busy machine both take longer.
func TestLongTextsOfOneKindAreReadInTime(t *testing.T) {
	for _, piece := range []string{"0 0 ", "ist 5 ", "24.12. "} {
		text := strings.Repeat(piece, 50_000)
		tokens := word.Tokens(text, "de")
		for name, read := range map[string]func(){
			"facts":      func() { FactsIn(text, tokens) },
			"quantities": func() { QuantitiesAsked(text, tokens, "de") },
			"extents":    func() { ExtentsIn(text, tokens, "de") },
			"months":     func() { MonthsIn(text, tokens) },
			"feasts":     func() { FeastsIn(text, tokens, "de") },
		} {
			began := time.Now()
			if read(); time.Since(began) > 8*time.Second {
				t.Errorf("%s of %q take %v", name, piece, time.Since(began))
			}
		}
	}
}
