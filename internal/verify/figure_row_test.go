package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/retrieve"
)

func TestFiguresBelongToTheirRowAndColumn_C3(t *testing.T) {
	passage := func(document, heading, text string) retrieve.Passage {
		return retrieve.Passage{ID: document, Document: document, Title: document, Headings: []string{heading}, Text: text, Language: "de"}
	}
	index := retrieve.Build([]retrieve.Passage{
		passage("zeiten", "Öffnungszeiten", "Tag: Montag bis Freitag · Sommer: 8:30–18:30 Uhr · Winter: 9:00–17:00 Uhr\nTag: Samstag · Sommer: 8:00–16:00 Uhr · Winter: 9:00–13:00 Uhr\nTag: Sonntag · Sommer: 10:00–12:00 Uhr · Winter: geschlossen"),
		passage("preise", "Pflanzen", "Pflanze: Lavendel · Preis: 3,80 €\nPflanze: Rose, Container · Preis: 19,90 €\nPflanze: Hainbuche · Preis: 6,20 €"),
		passage("lieferung", "Lieferung", "Wir liefern mit eigenem Fahrzeug. Einen Versand per Post oder Paketdienst gibt es nicht."),
		passage("garantie", "Garantie", "Für Gehölze, die wir bei Ihnen gepflanzt haben, geben wir zwei Jahre Anwachsgarantie."),
		passage("zahlung", "Zahlung", "Im Laden nehmen wir Bargeld, Girocard und Kreditkarte. American Express und PayPal nehmen wir nicht."),
	}, retrieve.Options{})
	for text, want := range map[string]Reason{
		"Lavendel kostet 19,90 €.":                                      Number,
		"Lavendel kostet 3,80 €.":                                       "",
		"Lavendel und Hainbuche kosten 3,80 € und 6,20 €.":              "",
		"Samstags haben wir im Sommer von 8:30 bis 18:30 Uhr geöffnet.": Number,
		"Samstags haben wir im Sommer von 8 bis 16 Uhr geöffnet.":       "",
		"Samstags haben wir im Winter von 8 bis 16 Uhr geöffnet.":       Number,
		"Sonntags haben wir im Winter geöffnet.":                        Negation,
		"Sonntags ist im Winter geschlossen.":                           "",
		"Ja, Sie können mit PayPal bezahlen.":                           Negation,
		"PayPal nehmen wir leider nicht.":                               "",
		"Wir geben fünf Jahre Anwachsgarantie.":                         Number,
		"Wir geben 2 Jahre Anwachsgarantie.":                            "",
		"Wir geben zwei Jahre Anwachsgarantie.":                         "",
		"Wir versenden auch per Post.":                                  Negation,
	} {
		hits := index.Search(retrieve.Query{Text: text, Language: "de", K: 6}).Hits
		judge(t, New(index, hits, Said{}, "de"), text, want)
	}
}
