package verify

import "testing"

// A row or an item that a sentence names keeps its own price: that of another is no price of it.
func TestAPriceIsThatOfWhatIsNamed_C3(t *testing.T) {
	const rows = "Leistung: Saum kürzen mit Tüll (bis 4 Lagen) · Preis: 95 €\nLeistung: Schleppe zum Hochknöpfen · Preis: 48 €\nLeistung: Korsage statt Reißverschluss · Preis: 130 €\n" +
		"• Brautschleier: 60 €\n• Handschuhe: 25 €\nFür eine Änderung am selben Tag berechnen wir 20 € mehr. Der Saum eines Brautkleids mit Tüll kostet im Januar 80 €."
	for _, j := range []judged{
		{"de", texts("de", rows), map[string]Reason{
			"Saum kürzen mit Tüll (bis 4 Lagen) kostet 95 €.":    "",
			"Saum kürzen mit Tüll (bis 4 Lagen) kostet 130 €.":   Number,
			"Die Korsage statt Reißverschluss kostet 48 €.":      Number,
			"Der Brautschleier kostet 60 €.":                     "",
			"Der Brautschleier kostet 95 €.":                     Number,
			"Für Handschuhe zahlen Sie 20 €.":                    Number,
			"Handschuhe kosten 25 €, am selben Tag 20 € mehr.":   "",
			"Handschuhe und Brautschleier kosten zusammen 85 €.": "",
			"Saum kürzen mit Tüll kostet 80 € im Januar.":        "",
		}},
		{"en", texts("en", "Item: Loppers · Per day: £12\nItem: Hedge trimmer · Per day: £52\n• Late return: £8\nDelivery within the city costs £15."), map[string]Reason{
			"Loppers cost £12 a day.":                   "",
			"Loppers cost £52 a day.":                   Number,
			"The hedge trimmer costs £15.":              Number,
			"The hedge trimmer is £52 a day.":           "",
			"We bring loppers within the city for £15.": "",
			"For a late return you pay £52.":            Number,
			"Loppers are £12, a late return is £8.":     "",
		}},
		{"de", texts("de", "• Staubbeutel Typ G, Vlies, 10 Stück: 12,40 €\n• Staubbeutel Typ P, Vlies, 8 Stück: 14,10 €"), map[string]Reason{
			"Staubbeutel Typ G, Vlies, 10 Stück kosten 12,40 €.": "",
			"Staubbeutel Typ G, Vlies, 10 Stück kosten 14,10 €.": Number,
			"Die Staubbeutel vom Typ P kosten 14,10 €.":          "",
		}},
		{"de", texts("de", "Format: A2 · 1 Stück: 12 €\nFormat: A1 · 1 Stück: 18 €\nUmschläge kosten 0,35 €."), map[string]Reason{
			"A2 kostet 12 €.":                  "",
			"A1 kostet 12 €.":                  Number,
			"A2 kostet 12 € samt Postversand.": Words,
		}},
		{"de", texts("de", "Eispickel und Steigeisen: 12 €", "Eispickel: 6 €"), map[string]Reason{
			"Der Eispickel kostet 6 €.":                    "",
			"Eispickel und Steigeisen kosten 12 €.":        "",
			"Zwei Eispickel kosten 12 €.":                  "",
			"Eispickel und Steigeisen kosten 6 €.":         Number,
			"Der Eispickel kostet Sie bei uns wenig: 6 €.": "",
		}},
	} {
		j.check(t)
	}
}

// What another cell of a row denies is not denied of its price.
func TestACellDeniesNothingOfAPrice_C3(t *testing.T) {
	for _, j := range []judged{
		{"en", texts("en", "Pet: Budgie or canary · In our cage: not available · In your own: £5\nPet: Rabbit · In our cage: £8.50 · In your own: £7"), map[string]Reason{
			"A budgie or canary costs £5.":                 "",
			"A budgie or canary is available in our cage.": Negation,
		}},
		{"de", texts("de", "Arbeit: Schlauch wechseln · Preis ohne Material: 14 €\nArbeit: Bremse entlüften · Preis ohne Material: 32 €\nBoot: Tretboot mit Rutsche · 1 Stunde: 14 € · Ganzer Tag: nicht möglich"), map[string]Reason{
			"Schlauch wechseln kostet 14 €.":                            "",
			"Der Preis für das Tretboot mit Rutsche beträgt 14 €.":      "",
			"Das Tretboot mit Rutsche gibt es auch für den ganzen Tag.": Negation,
		}},
	} {
		j.check(t)
	}
}

// What a row lacks it does not have, though its column's name says all words of the sentence.
func TestACellWithNoDeniesItsColumn_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Die Räume werden tageweise vermietet.\nRaum: Ahorn · Plätze: 20 · Beamer: ja · Tagesmiete: 180 €\nRaum: Linde · Plätze: 10 · Beamer: nein · Tagesmiete: 95 €\nDer Raum Linde liegt im Erdgeschoss."), map[string]Reason{
			"Der Raum Linde verfügt über einen Beamer und kostet 95 € am Tag.":    Negation,
			"Der Raum Ahorn verfügt über einen Beamer und kostet 180 € am Tag.":   "",
			"Der Raum Linde hat keinen Beamer.":                                   "",
			"Anders als der Raum Linde hat der Raum Ahorn einen Beamer.":          "",
			"Der Raum Linde kostet ohne Beamer 95 € am Tag.":                      "",
			"Im Raum Ahorn gibt es einen Beamer, der Raum Linde kostet nur 95 €.": "",
		}},
		{"en", texts("en", "Boat: Pike · Seats: 4 · Cabin: no · Price: £60\nBoat: Heron · Seats: 6 · Cabin: yes · Price: £90"), map[string]Reason{
			"The Pike has a cabin and costs £60.":  Negation,
			"The Heron has a cabin and costs £90.": "",
			"The Pike costs £60.":                  "",
		}},
	} {
		j.check(t)
	}
}
