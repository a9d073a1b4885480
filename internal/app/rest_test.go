package app

import "testing"

// Memory is given back once after each time of work, not while it goes on and not again and again.
func TestAServerRestsWhenWorkHasEnded(t *testing.T) {
	var c calm
	allocated := uint64(0)
	for n, one := range []struct {
		more uint64
		ends bool
	}{{1 << 20, false}, {100 << 20, false}, {200 << 20, false}, {1 << 20, true}, {1 << 20, false}, {quietBytes, false}, {0, true}, {0, false}} {
		allocated += one.more
		if got := c.ends(allocated); got != one.ends {
			t.Errorf("look %d: %t", n, got)
		}
	}
}
