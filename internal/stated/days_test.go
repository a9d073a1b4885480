package stated

import (
	"testing"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
)

func TestDaysAreReadWithThoseBetween(t *testing.T) {
	const mo, di, mi, do, fr, sa, so = 1, 2, 4, 8, 16, 32, 64
	for text, want := range map[string]date.Days{
		"Montag bis Freitag 9–17 Uhr":        date.Workdays,
		"Mo–Fr 9–18 Uhr, Sa 10–14 Uhr":       date.Workdays | sa,
		"Mo, Mi und Fr 8–12":                 mo | mi | fr,
		"dienstags und freitags":             di | fr,
		"Saturday to Monday":                 sa | so | mo,
		"Mon.-Wed. 9 am to 5 pm":             mo | di | mi,
		"täglich ab 10 Uhr":                  date.EveryDay,
		"am Wochenende":                      date.Weekend,
		"Das ist so, wie es im Mai war.":     0,
		"Do you open on Sundays?":            so,
		"mittwochnachmittags geschlossen":    mi,
		"Samstagvormittag bis Montagabend":   sa | so | mo,
		"zum Mitternachtsfest":               0,
		"Freitag, von 9 bis 12, und Samstag": fr | sa,
	} {
		if got := DaysIn(text, word.Tokens(text, "de")); got != want {
			t.Errorf("%q names %07b, want %07b", text, got, want)
		}
	}
}
