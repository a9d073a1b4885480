package verify

import "testing"

// The figures of two things, side by side in a sentence, in two sentences or in two rows, are not each other's.
func TestFiguresOfTwoThingsAreNotSwapped_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Kanus kosten 12 Euro in der Stunde, Tretboote 19 Euro. Der Anfängerkurs dauert 3 Stunden. Der Aufbaukurs dauert 5 Stunden."), map[string]Reason{
			"Kanus kosten 12 € pro Stunde, Tretboote 19 €.":                                                    "",
			"Kanus kosten 19 € pro Stunde, Tretboote 12 €.":                                                    Number,
			"Tretboote kosten 19 Euro, Kanus 12 Euro.":                                                         "",
			"Der Anfängerkurs dauert 5 Stunden, der Aufbaukurs 3 Stunden.":                                     Number,
			"Der Anfängerkurs dauert 3 Stunden und der Aufbaukurs 5 Stunden.":                                  "",
			"Der Anfängerkurs dauert 5 Stunden.":                                                               Number,
			"Ein Kanu mieten Sie für 12 Euro in der Stunde, und für ein Tretboot berechnen wir Ihnen 19 Euro.": "",
		}},
		{"de", texts("de", "Tarif: Klein · Preis: 9 € · Volumen: 5 GB\nTarif: Groß · Preis: 19 € · Volumen: 40 GB"), map[string]Reason{
			"Der Tarif Klein kostet 9 €, Groß 19 €.": "",
			"Der Tarif Klein kostet 19 €, Groß 9 €.": Number,
			"Klein hat 5 GB und Groß hat 40 GB.":     "",
			"Klein hat 40 GB und Groß hat 5 GB.":     Number,
		}},
		{"en", texts("en", "Entry is £14 for adults and £7 for visitors under 16. Our firm charges £40 per hour for a team of two gardeners and £55 for three gardeners. The morning tour takes two hours. The evening tour takes three hours."), map[string]Reason{
			"Entry is £14 for adults and £7 for visitors under 16.":     "",
			"Entry is £7 for adults and £14 for visitors under 16.":     Number,
			"Two gardeners cost £55 per hour, three gardeners £40.":     Number,
			"Two gardeners cost £40 per hour, three gardeners £55.":     "",
			"The morning tour takes three hours.":                       Number,
			"The morning tour takes two hours, the evening tour three.": "",
		}},
	} {
		j.check(t)
	}
}
