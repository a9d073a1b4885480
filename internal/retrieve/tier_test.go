package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestTheTierForTheQuantityAskedAboutIsQuoted(t *testing.T) {
	const (
		refund  = "Zeitpunkt: bis 60 Tage vorher · Sie zahlen: 30 € Bearbeitung\nZeitpunkt: 59 bis 30 Tage · Sie zahlen: 40 %\nZeitpunkt: 29 bis 8 Tage · Sie zahlen: 70 %\nZeitpunkt: ab 7 Tagen · Sie zahlen: 90 %"
		early   = "• bis 30 Tage vor Beginn: kostenlos\n• bis 14 Tage vor Beginn: 50 %\n• weniger als 14 Tage vor Beginn: 80 %"
		group   = "Personen: 8–14 · Nachlass: 8 %\nPersonen: 15–29 · Nachlass: 15 %\nPersonen: ab 30 · Nachlass: 20 %"
		way     = "• bis 10 km: 19 €\n• bis 25 km: 35 €\n• bis 50 km: 59 €"
		bottles = "Flaschen: 6 bis 11 · Versand: 8,90 €\nFlaschen: 12 bis 17 · Versand: 6,90 €\nFlaschen: ab 18 · Versand: frei Haus"
		order   = "Bestellwert: bis 40 € · Versand: 6,90 €\nBestellwert: 40 bis 99 € · Versand: 3,90 €\nBestellwert: ab 100 € · Versand: kostenlos"
		berths  = "Length: up to 20 feet · Open: $44 · Under a roof: $70\nLength: 21 to 30 feet · Open: $58 · Under a roof: $94\nLength: 31 to 40 feet · Open: $70 · Under a roof: $118"
	)
	for _, c := range []struct{ lang, text, question, want string }{
		{"de", refund, "storno 20 tage vorher", "Zeitpunkt: 29 bis 8 Tage · Sie zahlen: 70 %"},
		{"de", refund, "Was kostet die Stornierung 90 Tage vorher?", "Zeitpunkt: bis 60 Tage vorher · Sie zahlen: 30 € Bearbeitung"},
		{"de", refund, "Was kostet die Stornierung drei Tage vorher?", "Zeitpunkt: ab 7 Tagen · Sie zahlen: 90 %"},
		{"de", early, "Was kostet es, wenn ich 20 Tage vor Beginn storniere?", "• bis 14 Tage vor Beginn: 50 %"},
		{"de", early, "Storno 6 Wochen vor Beginn?", "• bis 30 Tage vor Beginn: kostenlos"},
		{"de", early, "Storno 3 Tage vor Beginn?", "• weniger als 14 Tage vor Beginn: 80 %"},
		{"de", group, "Welchen Nachlass gibt es für 20 Leute?", "Personen: 15–29 · Nachlass: 15 %"},
		{"de", group, "Nachlass für 45 Personen?", "Personen: ab 30 · Nachlass: 20 %"},
		{"de", way, "Was kostet die Lieferung, 18 km?", "• bis 25 km: 35 €"},
		{"de", bottles, "was kostet der versand von 12 flaschen", "Flaschen: 12 bis 17 · Versand: 6,90 €"},
		{"de", order, "Was kostet der Versand bei 60 Euro Bestellwert?", "Bestellwert: 40 bis 99 € · Versand: 3,90 €"},
		{"de", order, "versandkosten bei 250 €?", "Bestellwert: ab 100 € · Versand: kostenlos"},
		{"en", berths, "what does a berth for a 28 ft boat cost", "Length: 21 to 30 feet · Open: $58 · Under a roof: $94"},
	} {
		ix := Build([]passage.Passage{{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Lieferung, Stornierung und Versand", Language: c.lang, Text: c.text}}, Options{})
		best := ix.Quote(ix.Search(Query{Text: c.question, K: 6}), 1)
		if len(best) != 1 || best[0].Text != c.want {
			t.Errorf("for %q quoted %q, want %q", c.question, texts(best), c.want)
		}
	}
}
