package stated

import (
	"testing"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/test/anytext"
)

// Anybody writes pages and questions: no text, cut off wherever it may be, may be one that cannot be read.
func TestAnyTextIsRead(t *testing.T) {
	anytext.Read(t, func(text string) {
		for _, lang := range []string{"de", "en"} {
			tokens := word.Tokens(text, lang)
			Fit(QuantitiesAsked(text, tokens, lang), ExtentsIn(text, tokens, lang), true)
			DaysIn(text, tokens)
			MonthsIn(text, tokens)
			FeastsIn(text, tokens, lang)
			FactsIn(text, tokens)
			AmountAsked(tokens)
			for a := AmountNone; a <= amountIn+Amount(kindShare); a++ {
				a.StatedIn(text, tokens)
			}
		}
	})
}
