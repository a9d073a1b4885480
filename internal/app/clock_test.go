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

// A clock that leapt is believed once it has said the same for an hour; one that leaps again meanwhile is doubted anew, and
// one that was put right leaves no doubt.
func TestAClockIsBelievedAfterAnHour_F28(t *testing.T) {
	last := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	leapt := last.Add(400 * 24 * time.Hour)
	for name, looks := range map[string][]struct {
		at       time.Time
		believed bool
	}{
		"no leap":         {{last.Add(leap - time.Second), true}},
		"it stays":        {{leapt, false}, {leapt.Add(sure - time.Second), false}, {leapt.Add(sure), true}},
		"it leaps again":  {{leapt, false}, {leapt.Add(2 * leap), false}, {leapt.Add(2*leap + sure - time.Second), false}, {leapt.Add(2*leap + sure), true}},
		"it leaps back":   {{leapt, false}, {leapt.Add(-leap), false}, {leapt.Add(sure - leap - time.Second), false}, {leapt.Add(sure - leap), true}},
		"it is put right": {{leapt, false}, {last.Add(time.Hour), true}, {leapt, false}, {leapt.Add(sure - time.Second), false}},
	} {
		var d doubt
		for i, look := range looks {
			if believed, _ := d.weigh(look.at, last); believed != look.believed {
				t.Errorf("%s, look %d: believed %v, want %v", name, i, believed, look.believed)
			}
		}
	}
}
