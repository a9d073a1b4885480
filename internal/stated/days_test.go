package stated

import (
	"testing"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
)

func TestDaysAreReadWithThoseBetween(t *testing.T) {
	const mo, di, mi, do, fr, sa, so = 1, 2, 4, 8, 16, 32, 64
	for text, want := range map[string]date.Days{
		"Montag bis Freitag 9–17 Uhr":                               date.Workdays,
		"Mo–Fr 9–18 Uhr, Sa 10–14 Uhr":                              date.Workdays | sa,
		"Mo, Mi und Fr 8–12":                                        mo | mi | fr,
		"dienstags und freitags":                                    di | fr,
		"Saturday to Monday":                                        sa | so | mo,
		"Mon.-Wed. 9 am to 5 pm":                                    mo | di | mi,
		"täglich ab 10 Uhr":                                         date.EveryDay,
		"am Wochenende":                                             date.Weekend,
		"Das ist so, wie es im Mai war.":                            0,
		"Do you open on Sundays?":                                   so,
		"mittwochnachmittags geschlossen":                           mi,
		"Samstagvormittag bis Montagabend":                          sa | so | mo,
		"zum Mitternachtsfest":                                      0,
		"Freitag, von 9 bis 12, und Samstag":                        fr | sa,
		"Tag: Mo · Laden: 14–20 Uhr":                                mo,
		"Tag: Di. und Do. · Beginn: 10 Uhr":                         di | do,
		"Tag: So.\nTag: Mi · Ruhetag":                               mi,
		"Büro: Ripley · Mon: 9am–5pm · Wed: closed · Thu: 12pm–6pm": mo | mi | do,
		"Mon 10am":               mo,
		"Sa und So geschlossen":  sa | so,
		"So und nicht anders":    0,
		"Ablauf: So geht es · 5": 0,
		"Mai: 9–17 Uhr · So und Feiertage: geschlossen": so,
		"Sa 9–14 Uhr, So/Feiertags geschlossen":         sa | so,
		"So und nur so sind Feiertage schön":            0,
	} {
		if got := DaysIn(text, word.Tokens(text, "de")); got != want {
			t.Errorf("%q names %07b, want %07b", text, got, want)
		}
	}
}
