package verify

import "testing"

func TestAMonthIsNamedByThoseAroundIt_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Das Freibad öffnet von Mai bis September täglich von 9 bis 20 Uhr, das Hallenbad von Oktober bis April von 10 bis 22 Uhr."), map[string]Reason{
			"Im Juli hat das Freibad von 9 bis 20 Uhr geöffnet.":  "",
			"Im Juli hat das Freibad von 10 bis 22 Uhr geöffnet.": Number,
			"Im Januar hat das Hallenbad bis 22 Uhr geöffnet.":    "",
			"Im Januar hat das Freibad bis 20 Uhr geöffnet.":      Number,
		}},
		{"en", texts("en", "Boats can be hired from April to June. The café opens at 11 am."), map[string]Reason{
			"You can hire boats in May.":     "",
			"You can hire boats in August.":  Number,
			"Boats can be hired until July.": Number,
		}},
	} {
		j.check(t)
	}
}

func TestDaysAloneFindTheirHours_C3(t *testing.T) {
	judged{"de", texts("de", "Wer drei Tage mietet, zahlt zwei.", "Geöffnet ist werktags von 8:30 bis 18 Uhr, am Wochenende ab 9 Uhr."), map[string]Reason{
		"Montag bis Freitag sind wir ab halb neun für Sie da.": "",
		"Montag bis Freitag sind wir ab halb acht für Sie da.": Number,
	}}.check(t)
}
