package verify

import "testing"

// TestTimesAreReadOnTheClockOfTheirSource_C3 judges times on a clock of 24 hours, and such whose half of the day is told in words.
func TestTimesAreReadOnTheClockOfTheirSource_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Die Bücherei ist Mo–Mi von 10–19 Uhr, Do von 10–20 Uhr und Sa von 9–13 Uhr geöffnet. Der Spieleabend beginnt abends um 8 Uhr."), map[string]Reason{
			"Am Montag ist die Bücherei von 10 bis 19 Uhr geöffnet.":        "",
			"Am Montag ist die Bücherei von 10 bis 22 Uhr geöffnet.":        Number,
			"Am Samstag ist die Bücherei von 9 bis 21 Uhr geöffnet.":        Number,
			"Montags bis donnerstags ist die Bücherei bis 20 Uhr geöffnet.": Number,
		}},
		{"de", texts("de", "Der Spieleabend in der Scheune beginnt abends um 8 Uhr."), map[string]Reason{
			"Der Spieleabend in der Scheune beginnt um 20 Uhr.":       "",
			"Der Spieleabend in der Scheune beginnt acht Uhr abends.": "",
		}},
		{"de", texts("de", "Zugang zum Lager haben Sie täglich von 6 bis 22 Uhr."), map[string]Reason{
			"Um 23 Uhr haben Sie keinen Zugang zum Lager.": "",
			"Um 12 Uhr haben Sie keinen Zugang zum Lager.": Number,
			"Um 23 Uhr haben Sie Zugang zum Lager.":        Number,
		}},
		{"en", texts("en", "Our bakery is open Monday 7am–6pm, Tuesday to Friday 7am–3.30pm. Order cakes before 10am for the next day."), map[string]Reason{
			"On Mondays the bakery is open until six in the evening.":               "",
			"On Fridays the bakery is open until six in the evening.":               Number,
			"Order cakes before ten in the morning for the next day.":               "",
			"Order cakes before eleven in the morning for the next day.":            Number,
			"Order cakes before 11 o'clock in the morning for the next day.":        Number,
			"On Tuesday the bakery is open until half past three in the afternoon.": "",
		}},
	} {
		j.check(t)
	}
}

// TestBoundsAreThoseOfTheirSource_C3 judges bounds behind numbers, the ends of ranges, and the lowest of a column.
func TestBoundsAreThoseOfTheirSource_C3(t *testing.T) {
	for _, j := range []judged{
		{"en", texts("en", "Sash repairs from £140. A survey of all windows takes 75 minutes."), map[string]Reason{
			"Sash repairs cost £140 at least.":                          "",
			"Sash repairs cost £140 at most.":                           Number,
			"Sash repairs cost £140 maximum.":                           Number,
			"A survey of all windows takes an hour and a quarter.":      "",
			"A survey of all windows takes an hour and three quarters.": Number,
		}},
		{"de", texts("de", "Der Kletterkurs (4 bis 6 Kinder) findet ab einem Alter von sieben Jahren statt. Eine Führung dauert 58 Minuten."), map[string]Reason{
			"Am Kletterkurs nehmen mindestens vier Kinder teil.":  "",
			"Am Kletterkurs nehmen höchstens sechs Kinder teil.":  "",
			"Am Kletterkurs nehmen mindestens sechs Kinder teil.": Number,
			"Am Kletterkurs nehmen höchstens vier Kinder teil.":   Number,
			"Eine Führung dauert rund eine Stunde.":               "",
			"Eine Führung dauert knapp eine Stunde.":              "",
			"Eine Führung dauert rund eine halbe Stunde.":         Number,
			"Eine Führung dauert rund anderthalb Stunden.":        Number,
		}},
		{"de", texts("de", "Kanal: Basis · Grundgebühr: 9 € · Minutenpreis: 12 ct\nKanal: Flex · Grundgebühr: 11 € · Minutenpreis: 10 ct\nKanal: Pro · Grundgebühr: 14 € · Minutenpreis: 8 ct"), map[string]Reason{
			"Pro hat den niedrigsten Minutenpreis: 8 Cent.":   "",
			"Flex hat den niedrigsten Minutenpreis: 10 Cent.": Number,
			"Pro hat die höchste Grundgebühr: 14 €.":          "",
		}},
	} {
		j.check(t)
	}
}
