package verify

import "testing"

// What is put otherwise than in the source is right, and what is turned around in it is wrong.
func TestWhatIsTurnedAroundIsNotPutOtherwise_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de",
			"Kommen Sie bitte vor 8 Uhr zur Blutabnahme, auch ohne Termin. Die Laborkosten tragen Sie, Befunde schicken wir direkt an Ihren Hausarzt.",
			"Das Schwimmbad ist Montag bis Donnerstag von 7 bis 20 Uhr und freitags bis 16 Uhr geöffnet. In den Herbstferien ist es zwei Wochen geschlossen.",
			"Die Rückgabe ist binnen 10 Tagen möglich. Bei der Vergabe werden Geschwisterkinder bevorzugt. Ihre Karte können Sie noch 60 Tage umtauschen.",
			"Stammgäste erhalten einen Parkplatz kostenlos. Der Yogakurs findet am Mittwoch in der Halle statt, Pilates am Freitag.",
		), map[string]Reason{
			"Zur Blutabnahme kommen Sie bitte vor 8 Uhr.":                                           "",
			"Zur Blutabnahme kommen Sie bitte nach 8 Uhr.":                                          Condition,
			"Die Laborkosten zahlen Sie.":                                                           "",
			"Die Laborkosten übernehmen wir.":                                                       Words,
			"Befunde schicken wir an Ihren Hausarzt.":                                               "",
			"Befunde schicken Sie direkt an Ihren Hausarzt.":                                        Words,
			"Freitags ist das Schwimmbad bis 16 Uhr geöffnet, an den übrigen Werktagen bis 20 Uhr.": "",
			"In den Herbstferien schließt das Schwimmbad für zwei Wochen.":                          "",
			"Bei der Vergabe der Plätze haben Geschwisterkinder Vorrang.":                           "",
			"Zum Umtauschen Ihrer Karte haben Sie noch 60 Tage Zeit.":                               "",
			"Alle Gäste erhalten einen Parkplatz kostenlos.":                                        Condition,
			"Der Yogakurs findet am Freitag in der Halle statt.":                                    Number,
		}},
		{"en", texts("en",
			"Workshops with fewer than five guests are called off. Vouchers are valid for three years and cannot be exchanged for money. Our hotline is available 24 hours a day.",
			"Anxious horses are ridden alone. Repairs are kept for 60 days. Under-12s need a helmet. The excess is £90 per claim, for storm £250.",
			"The clinic dispenses medicine Monday to Saturday. Eye tests are given on Tuesdays without a referral.",
		), map[string]Reason{
			"Workshops with more than five guests are called off.":  Number,
			"Workshops with fewer than five guests are called off.": "",
			"Vouchers can be used for three years.":                 "",
			"You can reach our hotline around the clock.":           "",
			"All horses are ridden alone.":                          Condition,
			"Anxious horses are ridden alone.":                      "",
			"We keep repairs for two months, that is 60 days.":      "",
			"If you're under 12, you need a helmet.":                "",
			"The excess for storm is £90.":                          Number,
			"The excess for storm is £250.":                         "",
			"Eye tests are given on Fridays without a referral.":    Number,
			"Eye tests are given on Tuesdays without a referral.":   "",
		}},
	} {
		j.check(t)
	}
}

// What judges days, prices and limits knows the other words for them.
func TestWhatIsPutOtherwiseIsRight_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de",
			"Das Bad öffnet montags bis freitags um 6:30 Uhr und schließt um 21 Uhr, am Wochenende ist von 9 bis 18 Uhr geöffnet. Barzahlung ist nur an der Kasse möglich, am Automaten zahlen Sie mit Karte.",
			"Doppelzimmer ab 89 Euro, Frühstück inbegriffen. Einchecken können Sie bis 20 Uhr, bei späterer Ankunft rufen Sie uns bitte an. Eine Stornierung ist bis drei Tage vor Anreise ohne Gebühr möglich.",
		), map[string]Reason{
			"Das Bad hat werktags bis 21 Uhr geöffnet.":                      "",
			"Sonntags schließt das Bad um 18 Uhr.":                           "",
			"Das Frühstück ist im Preis enthalten.":                          "",
			"Wenn Sie nach 20 Uhr ankommen, rufen Sie uns bitte an.":         "",
			"Sie können bis drei Tage vor der Anreise kostenlos stornieren.": "",
		}},
		{"en", texts("en", "Admission is $14, students and seniors pay $9. Repairs carry a 12-month warranty."), map[string]Reason{
			"Students and seniors pay $9, everyone else $14.": "",
			"Repairs are guaranteed for a year.":              "",
		}},
	} {
		j.check(t)
	}
}

// A row is named by its first cell, however short that is.
func TestARowIsNamedByItsFirstCell_C3(t *testing.T) {
	judged{"de", texts("de", "Größe: S · Inhalt: 20 kg · Preis: 12 €\nGröße: M · Inhalt: 35 kg · Preis: 18 €"), map[string]Reason{
		"Größe S kostet 12 €.":                  "",
		"Größe S kostet 18 €.":                  Number,
		"In Größe M passen 20 kg.":              Number,
		"S kostet 18 €, M kostet 12 €.":         Number,
		"Größe S kostet 12 € und Größe M 18 €.": "",
	}}.check(t)
}
