package bot

import (
	"testing"
	"time"
)

// On a server that goes by UTC a day begins when it does where the visitors are, in summer and in winter, also on the days on
// which the clocks are changed and on a leap day.
func TestADayBeginsWhereTheVisitorsAre(t *testing.T) {
	for _, c := range []struct{ region, at, want string }{
		{"DE", "2026-07-18T22:30:00Z", "Sun 2026-07-19 00:30"},
		{"", "2026-12-05T23:30:00Z", "Sun 2026-12-06 00:30"},
		{"DE", "2026-03-29T00:59:59Z", "Sun 2026-03-29 01:59"}, // the clocks go from 2 to 3
		{"DE", "2026-03-29T01:00:00Z", "Sun 2026-03-29 03:00"},
		{"DE", "2026-03-29T22:00:00Z", "Mon 2026-03-30 00:00"}, // after 23 hours
		{"DE", "2026-10-25T00:30:00Z", "Sun 2026-10-25 02:30"}, // twice
		{"DE", "2026-10-25T01:30:00Z", "Sun 2026-10-25 02:30"},
		{"DE", "2026-10-25T22:59:00Z", "Sun 2026-10-25 23:59"}, // after 25 hours
		{"DE", "2028-02-28T23:00:00Z", "Tue 2028-02-29 00:00"},
		{"DE", "2028-02-29T23:00:00Z", "Wed 2028-03-01 00:00"},
		{"GB", "2026-12-05T23:30:00Z", "Sat 2026-12-05 23:30"},
		{"FI", "2026-12-05T22:30:00Z", "Sun 2026-12-06 00:30"},
		{"US", "2026-12-05T23:30:00Z", "Sat 2026-12-05 23:30"}, // has several times
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := (Settings{Personal: Personal{Region: c.region}}).Clock(at).Format("Mon 2006-01-02 15:04"); got != c.want {
			t.Errorf("%q at %s: %s, want %s", c.region, c.at, got, c.want)
		}
	}
	own := time.Date(2026, 12, 5, 23, 30, 0, 0, time.FixedZone("EST", -5*3600))
	if got := (Settings{}).Clock(own); got.Day() != 5 || got.Location() != own.Location() {
		t.Errorf("where the machine has a time of its own: %s", got)
	}
	for region, zone := range zones {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Errorf("%s: %v", region, err)
		}
	}
}
