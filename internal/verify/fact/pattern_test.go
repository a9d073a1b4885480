package fact

import (
	"testing"

	"github.com/webchatagent/wca/internal/verify/pattern"
	"github.com/webchatagent/wca/test/expression"
)

func TestWhatAFactsPatternMatchesHasAHint(t *testing.T) {
	all := []pattern.Pattern{everyDay, working, AroundTheClock}
	if n := expression.Hinted(t); n != len(all) {
		t.Errorf("%d patterns are written in the package, %d tested", n, len(all))
	}
	expression.CheckHints(t, all)
}
