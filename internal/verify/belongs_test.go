package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/retrieve"
)

// What a sentence states stands in the sources, but for another place, row, item, month or period.
func TestFiguresBelongToWhatTheyAreSaidOf_C3(t *testing.T) {
	passage := func(document, heading, text string) retrieve.Passage {
		return retrieve.Passage{ID: document + heading, Document: document, Title: document, Headings: []string{document, heading}, Text: text, Language: "de"}
	}
	index := retrieve.Build([]retrieve.Passage{
		passage("Filialen", "Lindau", "Seegasse 3\n88131 Lindau\nMontag – Freitag · 8:00 – 19:00 Uhr\nSamstag · 8:00 – 13:00 Uhr"),
		passage("Filialen", "Kempten", "Illerstraße 20\n87435 Kempten\nMontag – Donnerstag · 9:30 – 12:00 Uhr und 13:00 – 17:30 Uhr\nSamstag · nach Vereinbarung"),
		passage("Geräte", "Leihgeräte", "Klasse: Klein · Modell: Turbo 20 · Tagespreis: 35 €\nKlasse: Mittel · Modell: Turbo 30 · Tagespreis: 55 €\nKlasse: Groß · Modell: Turbo 40 · Tagespreis: 80 €"),
		passage("Preise", "Pakete", "Paket: Wartung · Basis: 120 € · Komfort: 180 €\nPaket: Reinigung · Basis: 60 € · Komfort: 90 €"),
		passage("Karten", "Abos", "• Ganztagskarte: 95 € im Monat, mit Spind\n• Vormittagskarte (bis 12 Uhr): 55 € im Monat"),
		passage("Aktuelles", "Urlaub", "Wir machen Betriebsurlaub vom 3. bis 14. August 2026."),
		passage("Stellen", "Ausbildung", "Die Ausbildung beginnt am 1. September 2026."),
	}, retrieve.Options{})
	var hits []retrieve.Result
	for i := range index.Len() {
		hits = append(hits, index.Hit(i))
	}
	for text, want := range map[string]Reason{
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
	} {
		if v := New(index, hits, Said{}, "de").Sentence(text); v.Reason != want || v.Supported != (want == "") {
			t.Errorf("%q: %+v, want %q", text, v, want)
		}
	}
}

func TestWhatTheSourcesOnlyDenyIsNotStated_C3(t *testing.T) {
	passage := func(title, language, text string) retrieve.Passage {
		return retrieve.Passage{ID: title, Document: title, Title: title, Text: text, Language: language}
	}
	for _, c := range []struct {
		language string
		passages []retrieve.Passage
		said     map[string]Reason
	}{
		{"de", []retrieve.Passage{
			passage("Zahlung", "de", "Bar, Girokarte und Visa. Schecks nehmen wir nicht."),
			passage("Termine", "de", "Kann ich ohne Termin kommen? Ja."),
			passage("Umtausch", "de", "Maßgefertigte Möbel können nicht zurückgegeben werden. Lagerware tauschen wir innerhalb von acht Wochen um."),
		}, map[string]Reason{
			"Sie können mit Girokarte, Visa und Schecks bezahlen.": Negation,
			"Sie können mit Girokarte und Visa bezahlen.":          "",
			"Schecks nehmen wir leider nicht.":                     "",
			"Sie können auch mit PayPal bezahlen.":                 Name,
			"Maßgefertigte Möbel können zurückgegeben werden.":     Negation,
			"Lagerware tauschen wir acht Wochen lang um.":          "",
		}},
		{"en", []retrieve.Passage{
			passage("FAQ", "en", "Can I bring my dog? Sorry, no dogs in the workshop, except assistance dogs. What should I wear? Old clothes and closed shoes."),
			passage("Delivery", "en", "Delivery costs £4. We do not ship outside the UK at the moment."),
			passage("Plate", "en", "Stoneware, 18 cm, not suitable for microwaves."),
			passage("Mug", "en", "Stoneware, 350 ml, dishwasher safe."),
		}, map[string]Reason{
			"Dogs are allowed in the workshop.":                      Negation,
			"Dogs aren't allowed unless they are assistance dogs.":   "",
			"The plate is microwave safe.":                           Negation,
			"The plate isn't microwave safe.":                        "",
			"The mug is dishwasher safe.":                            "",
			"We ship worldwide.":                                     Negation,
			"We currently don't ship outside the UK.":                "",
			"Please wear old clothes and closed shoes in the class.": "",
		}},
	} {
		index := retrieve.Build(c.passages, retrieve.Options{})
		var hits []retrieve.Result
		for i := range index.Len() {
			hits = append(hits, index.Hit(i))
		}
		for text, want := range c.said {
			if v := New(index, hits, Said{}, c.language).Sentence(text); v.Reason != want || v.Supported != (want == "") {
				t.Errorf("%q: %+v, want %q", text, v, want)
			}
		}
	}
}
