package verify

import "testing"

// A sentence that is written like its source has nothing else in the place of one of its things.
func TestAThingIsNotExchangedForAnother_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Pakete verschicken wir mit DPD. In den Herbstferien hat das Museum geschlossen. Auf Rahmen geben wir sechs Jahre Garantie, auf Akkus zwei. Stornierung ist bis zwei Tage vorher möglich. Für Gruppen gibt es einen Rabatt von 10 Prozent."), map[string]Reason{
			"Pakete verschicken wir mit DPD.":                               "",
			"Pakete verschicken wir mit Hermes.":                            Words,
			"Pakete verschicken wir mit GLS.":                               Words,
			"In den Osterferien hat das Museum geschlossen.":                Words,
			"Auf Akkus geben wir sechs Jahre Garantie.":                     Words,
			"Auf Rahmen geben wir sechs Jahre Garantie.":                    "",
			"Auf Akkus geben wir zwei Jahre Garantie.":                      "",
			"Eine Absage ist bis zwei Tage vorher möglich.":                 "",
			"Für Gruppen gibt es eine Ermäßigung von 10 Prozent.":           "",
			"Pakete und Briefe verschicken wir mit DPD.":                    Words,
			"Auf Rahmen geben wir sechs und auf Akkus zwei Jahre Garantie.": "",
		}},
		{"en", texts("en", "Garden chairs are £39 each; dining chairs are assembled free of charge. Ms Anna Reed specialises in family law, Mr Paul Ortiz in labour law. Deck boards can be ordered in oak. Reservations are confirmed by post. Dogs must be kept on a lead."), map[string]Reason{
			"Garden chairs are assembled free of charge.":     Words,
			"Dining chairs are assembled free of charge.":     "",
			"Mr Ortiz specialises in family law.":             Words,
			"Mr Ortiz specialises in labour law.":             "",
			"Deck boards can be ordered in teak.":             Words,
			"Deck boards and railings can be ordered in oak.": Words,
			"Bookings are confirmed by post.":                 "",
			"Dogs must be kept on a leash.":                   "",
			"You can order deck boards in oak.":               "",
		}},
	} {
		j.check(t)
	}
}
