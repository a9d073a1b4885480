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

func TestADepositForWhatHasNone_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Für E-Bikes und Lastenräder nehmen wir 100 € Kaution, bar oder mit Karte. Tourenräder sind ohne Kaution.", "Tourenrad: 18 € am Tag. E-Bike: 39 € am Tag."), map[string]Reason{
			"Für E-Bikes nehmen wir 100 € Kaution.":                                "",
			"Die Kaution für Lastenräder beträgt 100 €.":                           "",
			"Für E-Bikes nehmen wir 100 € Kaution, Tourenräder sind ohne Kaution.": "",
			"Tourenräder sind ohne Kaution.":                                       "",
			"Ein Tourenrad kostet 18 € am Tag.":                                    "",
			"Für Tourenräder nehmen wir 100 € Kaution.":                            Number,
			"Die Kaution für Tourenräder beträgt 100 €.":                           Number,
		}},
		{"en", texts("en", "The deposit for an e-bike is £100. There is no deposit for children's bikes."), map[string]Reason{
			"The deposit for an e-bike is £100.":        "",
			"For children's bikes the deposit is £100.": Number,
		}},
	} {
		j.check(t)
	}
}
