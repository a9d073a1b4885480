package retrieve

import (
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/word"
)

// What is read of questions takes no longer for each word where there are many: anybody writes them. It is a tenth of a
// second, and was ten and more; on a busy machine it takes longer.
func TestLongQuestionsOfOneKindAreReadInTime(t *testing.T) {
	for _, piece := range []string{"0 0 ", "ist 5 ", "24.12. "} {
		text := strings.Repeat(piece, 50_000)
		tokens := word.Tokens(text, "de")
		began := time.Now()
		if specificsOf(text, tokens); time.Since(began) > 8*time.Second {
			t.Errorf("specifics of %q take %v", piece, time.Since(began))
		}
	}
}
