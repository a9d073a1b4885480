package verify

import "testing"

// By how much one row is more than another is worked out of what they have.
func TestDifferencesAreWorkedOut_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Raum: Ahorn · Plätze: 20 · Tagesmiete: 180 €\nRaum: Buche · Plätze: 36 · Tagesmiete: 260 €\nRaum: Linde · Plätze: 16 · Tagesmiete: 95 €\nRaum: Eiche · Plätze: 80 · Tagesmiete: 340 €"), map[string]Reason{
			"Buche bietet 16 Plätze mehr als Ahorn, kostet aber auch 80 € mehr am Tag.": "",
			"Buche kostet 80 € mehr als Ahorn.":                                         "",
			"Ahorn kostet 80 € weniger als Buche.":                                      "",
			"Ahorn kostet 80 € mehr als Buche.":                                         Number,
			"Buche kostet 60 € mehr als Ahorn.":                                         Number,
			"Buche kostet 95 € mehr als Ahorn.":                                         Number,
			"Buche kostet 80 € am Tag.":                                                 Number,
		}},
		{"en", texts("en", "Candle: Cedar & Smoke · Burn time: 45 hours · Price: £18\nCandle: Orange Peel · Burn time: 45 hours · Price: £17\nCandle: Sea Fennel · Burn time: 30 hours · Price: £13"), map[string]Reason{
			"Cedar & Smoke and Orange Peel both burn for 45 hours, but the latter is £1 cheaper.": "",
			"Sea Fennel is £4 cheaper than Orange Peel.":                                          "",
			"Sea Fennel is £5 cheaper than Orange Peel.":                                          Number,
		}},
	} {
		j.check(t)
	}
}
