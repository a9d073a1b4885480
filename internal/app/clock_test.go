package app

import (
	"strings"
	"testing"
	"time"
)

// What a doubt remembers is the clock's time alone: the difference of two readings of the machine's own would not leap
// with the clock, and a clock that leaps again within the hour would be believed.
func TestADoubtIsAboutTheClock_F28(t *testing.T) {
	now := time.Now()
	if !strings.Contains(now.String(), "m=") {
		t.Skip("this machine has no such reading")
	}
	var d doubt
	if believed, fresh := d.weigh(now, now.Add(-leap)); believed || !fresh {
		t.Fatalf("believed %v, new %v", believed, fresh)
	}
	if strings.Contains(d.since.String(), "m=") {
		t.Errorf("in doubt since %s", d.since)
	}
}
