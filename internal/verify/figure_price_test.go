package verify

import "testing"

func TestWhatCostsNothingIsSaidInManyWays_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Schlitten verleihen wir ohne Aufpreis, Skier für 18 Euro. Das Frühstück kostet 9 Euro extra."), map[string]Reason{
			"Schlitten können Sie bei uns kostenlos leihen, Skier kosten 18 €.": "",
			"Für das Frühstück zahlen Sie 9 €.":                                 "",
			"Das Frühstück ist nicht inklusive.":                                "",
			"Das Frühstück ist kostenlos.":                                      Number,
		}},
		{"en", texts("en", "An eye test costs £20, or nothing for patients under 18. Course books are not included."), map[string]Reason{
			"Patients under 18 get the eye test free of charge.": "",
			"The price of £20 includes the course books.":        Negation,
		}},
	} {
		j.check(t)
	}
}
