package verify

import "testing"

// TestFiguresToldOtherwise judges sentences that tell figures, days and orders of their source rightly or otherwise.
func TestFiguresToldOtherwise(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Wir verschicken unsere Pakete montags bis freitags. Unsere Kühe stehen von April bis November auf der Weide. Jeden ersten Montag im Monat reparieren wir gemeinsam. Das Restaurant hat 48 Plätze. Bei Absage behalten wir 25 % des Preises ein. Die größte Hütte ist die Schrofenhütte. Das Café ist geschlossen, weil die Küche umgebaut wird. Unser Büro liegt im Erdgeschoss."), map[string]Reason{
			"Wir verschicken unsere Pakete von Montag bis Freitag.":             "",
			"Wir verschicken unsere Pakete montags bis samstags.":               Number,
			"Wir verschicken unsere Pakete montags bis donnerstags.":            Number,
			"Unsere Kühe stehen von April bis Dezember auf der Weide.":          Number,
			"Unsere Kühe stehen von Mai bis November auf der Weide.":            Number,
			"Im Juli stehen unsere Kühe auf der Weide.":                         "",
			"Jeden zweiten Montag im Monat reparieren wir gemeinsam.":           Condition,
			"Das Restaurant hat rund 50 Plätze.":                                "",
			"Das Restaurant hat knapp 50 Plätze.":                               "",
			"Das Restaurant hat rund 60 Plätze.":                                Number,
			"Das Restaurant hat knapp 45 Plätze.":                               Number,
			"Bei Absage behalten wir ein Viertel des Preises ein.":              "",
			"Bei Absage behalten wir ein Drittel des Preises ein.":              Number,
			"Die kleinste Hütte ist die Schrofenhütte.":                         Words,
			"Die Küche wird umgebaut, weil das Café geschlossen ist.":           Words,
			"Weil die Küche umgebaut wird, ist das Café geschlossen.":           "",
			"1. Das Café ist geschlossen, weil die Küche umgebaut wird.":        "",
			"Unser Büro liegt im Obergeschoss.":                                 Words,
			"Um Viertel nach acht ist die Küche offen, weil sie umgebaut wird.": Number,
		}},
		{"de", texts("de", "Eine Babywaage verleihen wir selbst, für 10 € pro Woche und 50 € Kaution. Kaffee und Tee 1,50 €, Wasser 1 €, Bockwurst 3 €.", "Bus: Midi 29 · halber Tag: 390 € · ganzer Tag: 690 €\nBus: Doppelstock 78 · halber Tag: 620 € · ganzer Tag: 1.190 €\nBus: Fünf-Sterne 44 · halber Tag: 540 € · ganzer Tag: 980 €"), map[string]Reason{
			"Eine Babywaage verleihen wir für 10 € pro Woche und 50 € Kaution.": "",
			"Eine Babywaage verleihen wir für 50 € pro Woche und 10 € Kaution.": Number,
			"Kaffee und Tee kosten 1,50 €, Wasser 1 €.":                         "",
			"Wasser kostet 1,50 €, Kaffee und Tee 1 €.":                         Number,
			"Am günstigsten ist Midi 29 mit 390 € für den halben Tag.":          "",
			"Am günstigsten ist Fünf-Sterne 44.":                                Number,
			"Fünf-Sterne 44 ist günstiger als Doppelstock 78.":                  "",
			"Doppelstock 78 ist günstiger als Fünf-Sterne 44.":                  Number,
			"Midi 29 und Fünf-Sterne 44 kosten zusammen 930 €.":                 "",
			"Midi 29 und Fünf-Sterne 44 kosten zusammen 940 €.":                 Number,
		}},
		{"en", texts("en", "Property: 14 Alma Terrace · Beds: 4 · Rent pppw: £112\nProperty: 27 Alma Terrace · Beds: 6 · Rent pppw: £105\nProperty: 9 Quarry Lane · Beds: 8 · Rent pppw: £94"), map[string]Reason{
			"9 Quarry Lane costs £94 per person per week.":     "",
			"9 Quarry Lane costs £94 per person per month.":    Number,
			"9 Quarry Lane costs £94 a month.":                 Number,
			"27 Alma Terrace is cheaper than 14 Alma Terrace.": "",
			"14 Alma Terrace is cheaper than 27 Alma Terrace.": Number,
		}},
		{"de", texts("de", "Bei Buchung bis Januar erhalten Sie 4 % Nachlass. Nicht auf Franzensbad.", "Hausbesuche machen wir in allen Stadtteilen außer Nikolausberg. Alle Preise sind inklusive Mehrwertsteuer. Eine Massage kostet 34 €."), map[string]Reason{
			"Den Nachlass von 4 % gibt es nur auf Franzensbad.":  Negation,
			"Auf Franzensbad gibt es keinen Nachlass.":           "",
			"Hausbesuche machen wir nur in Nikolausberg.":        Negation,
			"Hausbesuche machen wir nicht in Nikolausberg.":      "",
			"Eine Massage kostet 34 € netto.":                    Number,
			"Eine Massage kostet 34 € inklusive Mehrwertsteuer.": "",
		}},
		{"de", texts("de", "Geigen und Querflöten verleihen wir für 14 Euro im Monat. Für die beiden Partnerabende berechnen wir zusammen 35 €. Sie können bis sieben Tage vor Beginn jemanden an Ihrer Stelle schicken."), map[string]Reason{
			"Geigen und Querflöten können Sie für 14 Euro monatlich leihen.":           "",
			"Für die beiden Partnerabende zahlen Sie zusammen 35 €.":                   "",
			"Bis sieben Tage vor Beginn können Sie jemanden an Ihrer Stelle schicken.": "",
			"Geigen und Querflöten verleihen Sie für 14 Euro im Monat.":                Words,
		}},
		{"en", texts("en", "The clinic opens on Saturday at 1 pm. Students pay 20% less. Capsules cost 48p each. The library is on the first floor. Fish tanks up to 40 litres are fine anywhere."), map[string]Reason{
			"The clinic opens on Saturday at 1 pm.":               "",
			"The clinic opens on Saturday at 1 am.":               Number,
			"The clinic opens on Saturday at 13:00.":              "",
			"Students pay a fifth less.":                          "",
			"Students pay a quarter less.":                        Number,
			"Capsules cost 48 pence each.":                        "",
			"Capsules cost £0.48 each.":                           "",
			"Fish tanks of up to 40 litres are fine anywhere.":    "",
			"Fish tanks of 40 litres and more are fine anywhere.": Number,
			"Capsules cost £48 each.":                             Number,
			"The library is on the second floor.":                 Number,
			"The library is on the ground floor.":                 Words,
		}},
	} {
		j.check(t)
	}
}

// TestFiguresThatOnlySeemToBeTold judges figures that a careless reading takes for what the source tells in words, roughly, or
// in two rows.
func TestFiguresThatOnlySeemToBeTold(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Deshalb öffnen wir um halb neun und antworten innerhalb einer Woche. Stornieren Sie rechtzeitig, behalten wir 10 % der Anzahlung ein. Mieter zahlen ein Drittel der Kosten."), map[string]Reason{
			"Bei Stornierung behalten wir 50 % der Anzahlung ein.": Number,
			"Mieter zahlen zwei Drittel der Kosten.":               Number,
			"Mieter zahlen 67 % der Kosten.":                       Number,
			"Mieter zahlen 33 % der Kosten.":                       "",
		}},
		{"de", texts("de", "Kinder zahlen den halben Preis. Der Weg dauert eine halbe Stunde."), map[string]Reason{
			"Kinder zahlen die Hälfte des Preises.": "",
			"Kinder zahlen 50 % des Preises.":       "",
		}},
		{"en", texts("en", "Our office is on the fifth floor. Members get 15% off. We open at half past eight, quarter to nine on Sundays. Parking is a third cheaper on Mondays. The pool opened in 2019 and holds 285 guests. Dogs under 24 kg are fine."), map[string]Reason{
			"Members get a fifth off.":                  Number,
			"Members get a quarter off.":                Number,
			"Parking is two thirds cheaper on Mondays.": Number,
			"Parking is a third cheaper on Mondays.":    "",
			"The pool opened around 2025.":              Number,
			"The pool holds about 300 guests.":          "",
			"Dogs under about 25 kg are fine.":          Number,
		}},
		{"de", texts("de", "Das Haus wurde 1937 gebaut. Der Kurs beginnt am 19. Mai. Die Trefferquote beträgt 95 %. Das Mindestalter ist 19 Jahre. Das Restaurant hat 48 Plätze, 48 % davon im Freien."), map[string]Reason{
			"Das Haus wurde etwa 1950 gebaut.":                              Number,
			"Der Kurs beginnt etwa 20. Mai.":                                Number,
			"Die Trefferquote beträgt fast 100 %.":                          Number,
			"Das Mindestalter ist etwa 20 Jahre.":                           Number,
			"Das Restaurant hat rund 50 Plätze, rund 50 % davon im Freien.": "",
		}},
		{"de", texts("de", "Artikel: Eispickel · Tag: 12 € · Woche: 40 €\nArtikel: Grödel · Tag: 9 € · Woche: 30 €\nArtikel: Steigeisen · Tag: 15 € · Woche: 50 €"), map[string]Reason{
			"Eispickel und Grödel kosten zusammen 21 € am Tag.":                        "",
			"Eispickel und Grödel kosten zusammen 70 € pro Woche.":                     "",
			"Eispickel, Grödel und Steigeisen kosten zusammen 36 €.":                   "",
			"Eispickel, Grödel und Steigeisen kosten zusammen 21 €.":                   Number,
			"Eispickel, Grödel und Steigeisen kosten zusammen 27 € am Tag.":            Number,
			"Eispickel und Grödel kosten zusammen 21 €, mit Steigeisen zusammen 36 €.": "",
			"Zwei Eispickel und ein Grödel kosten zusammen 21 €.":                      Number,
			"Zwei Eispickel und ein Grödel kosten zusammen 33 €.":                      "",
			"Ein Eispickel kostet pro Woche 28 € mehr als am Tag.":                     "",
			"Ein Eispickel kostet am Tag 28 € mehr als pro Woche.":                     Number,
		}},
		{"en", texts("en", "Lesson: Half-hour session · Price: £25\nLesson: One-hour session · Price: £45\nLesson: Ten sessions · Price: £370"), map[string]Reason{
			"Half-hour session and Ten sessions together cost £395.": "",
			"Half-hour session and Ten sessions together cost £415.": Number,
		}},
	} {
		j.check(t)
	}
}
