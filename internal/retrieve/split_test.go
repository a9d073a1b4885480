package retrieve

import (
	"fmt"
	"strings"
	"testing"
)

// A value that is cut in two is recognised as personal data in neither half: what leaves the server for vectors
// would have it.
func TestALongSentenceIsCutBetweenValues_D2(t *testing.T) {
	for name, made := range map[string]struct{ value, between string }{
		"with commas":    {"+49 511 10%05d", ", "},
		"without commas": {"+49 511 10%05d", " oder "},
		"without spaces": {"0511/10%05d", ","},
		"as one word":    {"0511-10%05d", "_"},
		"in Japanese":    {"0511-10%05d", "です電話番号"},
	} {
		var values []string
		for n := range 400 {
			values = append(values, fmt.Sprintf(made.value, n))
		}
		text := strings.Join(values, made.between)
		for limit := 20; limit < 60; limit++ {
			pieces := cutLong(text, limit)
			if got := strings.Join(strings.Fields(strings.Join(pieces, " ")), ""); len(pieces) < 3 || len(got) != len(strings.Join(strings.Fields(text), "")) {
				t.Fatalf("%s, limit %d: %d pieces of %d bytes", name, limit, len(pieces), len(got))
			}
			whole := 0
			for _, piece := range pieces {
				for _, value := range values {
					whole += strings.Count(piece, value)
				}
				if n := countWords(piece); strings.Contains(piece, " ") && n > limit {
					t.Errorf("%s, limit %d: a piece of %d words", name, limit, n)
				}
			}
			if whole != len(values) {
				t.Errorf("%s, limit %d: %d of %d values are whole", name, limit, whole, len(values))
			}
		}
	}
}
