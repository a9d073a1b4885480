package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// What a sentence states stands in the sources, but for another place, row, item, month or period.
func TestFiguresBelongToWhatTheyAreSaidOf_C3(t *testing.T) {
	piece := func(document, heading, text string) passage.Passage {
		return passage.Passage{ID: document + heading, Document: document, Title: document, Headings: []string{document, heading}, Text: text, Language: "de"}
	}
	judged{"de", []passage.Passage{
		piece("Filialen", "Lindau", "Seegasse 3\n88131 Lindau\nMontag – Freitag · 8:00 – 19:00 Uhr\nSamstag · 8:00 – 13:00 Uhr"),
		piece("Filialen", "Kempten", "Illerstraße 20\n87435 Kempten\nMontag – Donnerstag · 9:30 – 12:00 Uhr und 13:00 – 17:30 Uhr\nSamstag · nach Vereinbarung"),
		piece("Geräte", "Leihgeräte", "Klasse: Klein · Modell: Turbo 20 · Tagespreis: 35 €\nKlasse: Mittel · Modell: Turbo 30 · Tagespreis: 55 €\nKlasse: Groß · Modell: Turbo 40 · Tagespreis: 80 €"),
		piece("Preise", "Pakete", "Paket: Wartung · Basis: 120 € · Komfort: 180 €\nPaket: Reinigung · Basis: 60 € · Komfort: 90 €"),
		piece("Karten", "Abos", "• Ganztagskarte: 95 € im Monat, mit Spind\n• Vormittagskarte (bis 12 Uhr): 55 € im Monat"),
		piece("Aktuelles", "Urlaub", "Wir machen Betriebsurlaub vom 3. bis 14. August 2026."),
		piece("Stellen", "Ausbildung", "Die Ausbildung beginnt am 1. September 2026."),
	}, map[string]Reason{
		"In Lindau haben wir samstags von 8 bis 13 Uhr geöffnet.":                        "",
		"In Kempten haben wir samstags von 8 bis 13 Uhr geöffnet.":                       Number,
		"Am Mittwoch macht Kempten um 13 Uhr wieder auf.":                                "",
		"Am Mittwoch schließt Lindau um 17:30 Uhr.":                                      Number,
		"Kempten hat bis 19 Uhr geöffnet.":                                               Number,
		"Samstags haben wir von 8 bis 13 Uhr geöffnet.":                                  "",
		"Montags bis donnerstags hat Lindau von 8 bis 19 Uhr und Kempten bis 17:30 auf.": "",
		"Der Tagespreis des Turbo 30 ist 55 €.":                                          "",
		"Der Tagespreis des Turbo 30 ist 80 €.":                                          Number,
		"Der Turbo 20 kostet 35 € und der Turbo 40 kostet 80 € am Tag.":                  "",
		"Die Wartung kostet im Paket Basis 120 € und im Paket Komfort 180 €.":            "",
		"Die Wartung kostet ab 120 €, im Paket Komfort 180 €.":                           "",
		"Die Wartung kostet im Paket Komfort 120 €.":                                     Number,
		"Die Vormittagskarte kostet 55 € im Monat.":                                      "",
		"Die Vormittagskarte kostet 95 € im Monat.":                                      Number,
		"Die Ganztagskarte kostet 95 € pro Monat, die Vormittagskarte 55 €.":             "",
		"Die Ganztagskarte kostet 95 € im Jahr.":                                         Number,
		"Wir machen vom 3. bis 14. August 2026 Betriebsurlaub.":                          "",
		"Wir machen vom 03.08. bis zum 14.08.2026 Betriebsurlaub.":                       "",
		"Wir machen vom 3. bis 14. September 2026 Betriebsurlaub.":                       Number,
	}}.check(t)
}

// Today's date, which is told to the model, is no price and no time.
func TestTheDateIsNoFigure_C3(t *testing.T) {
	index, hits := allOf(texts("de", "Ein Lastenrad kostet 45 € am Tag. Montags öffnen wir um 9 Uhr."))
	for text, want := range map[string]Reason{
		"Ein Lastenrad kostet 30 € am Tag.": Number,
		"Ein Lastenrad kostet 11 € am Tag.": Number,
		"Montags öffnen wir um 11 Uhr.":     Number,
		"Ein Lastenrad kostet 40 € am Tag.": "",
		"Ein Lastenrad kostet 45 € am Tag.": "",
	} {
		said := Said{Operator: []string{"Im Winter kostet ein Lastenrad 40 € am Tag.", "30.11.2026 Monday"}}
		judge(t, New(index, hits, said, "de"), text, want)
	}
}
