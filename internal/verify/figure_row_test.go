package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

func TestFiguresBelongToTheirRowAndColumn_C3(t *testing.T) {
	piece := func(document, heading, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Title: document, Headings: []string{heading}, Text: text, Language: "de"}
	}
	index := retrieve.Build([]passage.Passage{
		piece("zeiten", "Öffnungszeiten", "Tag: Montag bis Freitag · Sommer: 8:30–18:30 Uhr · Winter: 9:00–17:00 Uhr\nTag: Samstag · Sommer: 8:00–16:00 Uhr · Winter: 9:00–13:00 Uhr\nTag: Sonntag · Sommer: 10:00–12:00 Uhr · Winter: geschlossen"),
		piece("preise", "Pflanzen", "Pflanze: Lavendel · Preis: 3,80 €\nPflanze: Rose, Container · Preis: 19,90 €\nPflanze: Hainbuche · Preis: 6,20 €"),
		piece("lieferung", "Lieferung", "Wir liefern mit eigenem Fahrzeug. Einen Versand per Post oder Paketdienst gibt es nicht."),
		piece("garantie", "Garantie", "Für Gehölze, die wir bei Ihnen gepflanzt haben, geben wir zwei Jahre Anwachsgarantie."),
		piece("zahlung", "Zahlung", "Im Laden nehmen wir Bargeld, Girocard und Kreditkarte. American Express und PayPal nehmen wir nicht."),
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

// A sentence may tell of several rows, each part of one.
func TestSeveralRowsMayBeToldInOneSentence_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Karte: Einzelkarte · Erwachsene: 5,50 € · Ermäßigt: 3,50 €\nKarte: Einzelkarte mit Sauna · Erwachsene: 14,00 € · Ermäßigt: 11,00 €\nKarte: Zehnerkarte · Erwachsene: 49,50 € · Ermäßigt: 31,50 €"), map[string]Reason{
			"Eine Einzelkarte kostet 5,50 €, mit Sauna 14,00 €.":               "",
			"Eine Einzelkarte kostet 5,50 €, die Zehnerkarte dagegen 49,50 €.": "",
			"Eine Einzelkarte kostet 5,50 €, die Zehnerkarte dagegen 14,00 €.": Number,
			"Eine Einzelkarte kostet 49,50 €, die Zehnerkarte dagegen 5,50 €.": Number,
		}},
		{"de", texts("de", "Saison: Nebensaison · Zelt: 12 € · Wohnmobil: 24 €\nSaison: Hauptsaison (Juli, August) · Zelt: 17 € · Wohnmobil: 32 €"), map[string]Reason{
			"Ein Zelt kostet in der Nebensaison 12 € und in der Hauptsaison 17 €.":        "",
			"Im Juli und August zahlen Sie für ein Wohnmobil 32 €.":                       "",
			"Das Wohnmobil kostet in der Hauptsaison nicht 24 €, sondern 32 €.":           "",
			"Das Wohnmobil kostet in der Nebensaison nicht 24 €, sondern 32 €.":           Number,
			"Das Wohnmobil kostet in der Hauptsaison nicht nur 24 €, sondern sogar 35 €.": Number,
		}},
		{"de", texts("de", "Kurs: Paddeln · Leitung: Jana Vogt · Tag: Di. und Do. · Beginn: 10 Uhr\nKurs: Paddeln für Kinder · Leitung: Ole Harms · Tag: Mi. · Beginn: 14 Uhr"), map[string]Reason{
			"Der Kinderkurs im Paddeln beginnt mittwochs um 14 Uhr.":   "",
			"Das Paddeln mit Jana Vogt beginnt mittwochs um 14 Uhr.":   Number,
			"Das Paddeln beginnt dienstags und donnerstags um 10 Uhr.": "",
			"Das Paddeln für Kinder beginnt am Mittwoch um 14 Uhr.":    "",
			"Das Paddeln für Kinder beginnt am Donnerstag um 10 Uhr.":  Number,
		}},
	} {
		j.check(t)
	}
}

// Hours may be those of several days, each with a row or a column of its own.
func TestHoursOfSeveralRowsAreToldTogether_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Tag: Mo · Bad: 14.00–20.00 Uhr · Sauna: 15–21 Uhr\nTag: Di · Bad: 14.00–21.00 Uhr · Sauna: 15–21 Uhr\nTag: Mi · Bad: 12.00–18.00 Uhr · Sauna: 12–18 Uhr\nTag: Do · Bad: 14.00–21.00 Uhr · Sauna: 15–21 Uhr"), map[string]Reason{
			"Montags ist das Bad von 14 bis 20 Uhr geöffnet, dienstags und donnerstags bis 21 Uhr.": "",
			"Montags ist das Bad von 14 bis 20 Uhr geöffnet, dienstags und mittwochs bis 21 Uhr.":   Number,
			"Am Mittwoch hat die Sauna von 12 bis 18 Uhr geöffnet.":                                 "",
		}},
		{"en", texts("en", "Office: Ripley · Mon: 9am–5pm · Tue: closed · Thu: 9am–7pm\nOffice: Matlock · Mon: closed · Tue: 12pm–6pm · Thu: 12pm–6pm"), map[string]Reason{
			"The Matlock office opens only on Tuesday and Thursday.": "",
			"The Matlock office opens on Monday.":                    Negation,
		}},
	} {
		j.check(t)
	}
}
