package verify

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/verify/pattern"
	"github.com/webchatagent/wca/test/expression"
)

func TestWhatAPatternMatchesHasAHint(t *testing.T) {
	all := []pattern.Pattern{
		needs, universal, gift, restricts, timeSides, momentSides, beyond, ways, bound, atEnd, deposit, gone, left, chargedExtra,
		comparing, remaining, free, every, exception, shuts, shut, because, roughly, pattern.New(undenied, noDenial),
	}
	for _, s := range slices.Concat(sayings, reaches) {
		all = append(all, s.claimed)
	}
	if n := expression.Hinted(t); n != len(all)-2 { // one is of package fact, noDenial is none
		t.Errorf("%d patterns are written in the package, %d tested", n, len(all)-2)
	}
	expression.CheckHints(t, all)
}
