package webpage

import (
	"slices"
	"strings"
	"testing"
)

// TestBarren: a list of many short entries has content though no entry is sure of
// it; the menus around a part that scripts fill have none.
func TestBarren(t *testing.T) {
	page := func(entries int, chance float64) bool {
		segments := make([]segment, entries)
		for i := range segments {
			segments[i].Text = strings.Repeat("Wort ", 4)
		}
		return barren(segments, slices.Repeat([]float64{chance}, entries))
	}
	for _, c := range []struct {
		entries int
		chance  float64
		want    bool
	}{{200, 0.3, false}, {40, 0.2, true}, {400, 0.02, true}, {3, 0.7, false}} {
		if got := page(c.entries, c.chance); got != c.want {
			t.Errorf("%d entries of chance %v: barren is %v", c.entries, c.chance, got)
		}
	}
}
