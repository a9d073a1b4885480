package verify

import "testing"

func TestSumsAreWorkedOutAgain(t *testing.T) {
	const (
		pool  = "Eintritt ins Freibad: Erwachsene 8 €, Kinder von 4 bis 14 Jahren 5 €, Kinder unter 4 Jahren frei. Die Zehnerkarte kostet 65 €. Liegen verleihen wir für 3,50 € am Tag."
		hotel = "Das Doppelzimmer kostet 104 Euro pro Nacht, das Einzelzimmer 78 Euro. Ein Hund kostet 9 Euro pro Nacht. Die Gästekarte gibt es dazu."
		boats = "Kayak hire is £18 a day, canoe hire £32. A dry bag costs £4."
		rooms = "Zimmer: Doppelzimmer · Nebensaison: 90 € · Hauptsaison: 120 €\nZimmer: Einzelzimmer · Nebensaison: 60 € · Hauptsaison: 80 €"
		cards = "Tarif: Erwachsene · Tageskarte: 8 € · Abendkarte: 5 €\nTarif: Kinder · Tageskarte: 4 € · Abendkarte: 2 €"
		terms = "In der Nebensaison kostet das Doppelzimmer 90 €, in der Hauptsaison 120 €."
		inn   = "Ohne Frühstück kostet das Familienzimmer 140 Euro. Das Frühstück kostet 12 Euro. Ein Hund kostet 9 Euro pro Nacht. Ein Parkplatz kostet 5 Euro. Der Parkplatz ist auch für Stammgäste nicht kostenlos."
	)
	for _, c := range []struct {
		source, asked string
		sentences     map[string]Reason
	}{
		{pool, "Was zahlen zwei Erwachsene und ein Kind?", map[string]Reason{
			"Zwei Erwachsene zahlen 16 €.":                                           "",
			"Zwei Erwachsene zahlen 17 €.":                                           Number,
			"Zwei Erwachsene und ein Kind zahlen zusammen 21 Euro.":                  "",
			"Zwei Erwachsene und ein Kind zahlen zusammen 22 Euro.":                  Number,
			"Zwei Erwachsene zahlen 16 €, ein Kind zahlt 5 €, insgesamt also 21 €.":  "",
			"Zwei Erwachsene zahlen 16 €, ein Kind zahlt 5 €, insgesamt also 24 €.":  Number,
			"Das macht insgesamt 21 € (2 × 8 € + 5 €).":                              "",
			"Das macht insgesamt 26 € (2 × 8 € + 5 €).":                              Number,
			"Zusammen zahlen Sie im Freibad 21 €.":                                   "",
			"Zusammen zahlen Sie im Freibad 28 €.":                                   Number,
			"Mit einer Liege zahlt ein Erwachsener im Freibad 11,50 €.":              "",
			"Mit einer Liege zahlt ein Erwachsener im Freibad 10,50 €.":              Number,
			"Die Liege kostet 7 € am Tag.":                                           Number,
			"Die Zehnerkarte kostet 130 €.":                                          Number,
			"Erwachsene zahlen im Freibad 13 € Eintritt.":                            Number,
			"Ein Kind unter 4 Jahren und ein Erwachsener zahlen im Freibad nur 8 €.": "",
		}},
		{hotel, "", map[string]Reason{
			"Drei Nächte im Doppelzimmer kosten 312 Euro.":                  "",
			"Drei Nächte im Einzelzimmer kosten 312 Euro.":                  Number,
			"Zwei Nächte im Doppelzimmer mit einem Hund kosten 226 Euro.":   "",
			"Zwei Nächte im Doppelzimmer mit einem Hund kosten 236 Euro.":   Number,
			"Das Doppelzimmer kostet mit Hund zusammen 113 Euro pro Nacht.": "",
			"Das Einzelzimmer kostet mit Hund zusammen 113 Euro pro Nacht.": Number,
			"Das Doppelzimmer kostet 208 Euro pro Nacht.":                   Number,
		}},
		{boats, "", map[string]Reason{
			"Three kayaks cost £54 a day.":                     "",
			"Three canoes cost £54 a day.":                     Number,
			"A canoe with a dry bag comes to £36 in total.":    "",
			"A kayak with a dry bag comes to £36 in total.":    Number,
			"Two kayaks and one canoe come to £68 altogether.": "",
			"Two kayaks and one canoe come to £82 altogether.": Number,
		}},
		{rooms, "", map[string]Reason{
			"Zwei Nächte im Doppelzimmer kosten in der Hauptsaison 240 €.": "",
			"Zwei Nächte im Doppelzimmer kosten in der Hauptsaison 180 €.": Number,
			"Zwei Nächte im Doppelzimmer kosten in der Nebensaison 180 €.": "",
			"Zwei Nächte im Doppelzimmer kosten in der Nebensaison 240 €.": Number,
		}},
		{cards, "", map[string]Reason{
			"Zwei Erwachsene zahlen für die Tageskarte 16 €.":                       "",
			"Zwei Erwachsene zahlen für die Tageskarte 10 €.":                       Number,
			"Zwei Erwachsene zahlen für die Abendkarte 10 €.":                       "",
			"Zwei Erwachsene und ein Kind zahlen für die Tageskarte zusammen 20 €.": "",
			"Zwei Erwachsene und ein Kind zahlen für die Tageskarte zusammen 18 €.": Number,
			"Zwei Tageskarten für Kinder kosten 16 €.":                              Number,
		}},
		{terms, "", map[string]Reason{
			"Zwei Nächte im Doppelzimmer kosten in der Hauptsaison 240 €.": "",
			"Zwei Nächte im Doppelzimmer kosten in der Hauptsaison 180 €.": Number,
			"Zwei Nächte im Doppelzimmer kosten in der Nebensaison 180 €.": "",
		}},
		{inn, "", map[string]Reason{
			"Zwei Nächte im Familienzimmer ohne Frühstück kosten 280 Euro.":             "",
			"Zwei Nächte im Familienzimmer ohne Hund kosten 280 Euro.":                  "",
			"Zwei Nächte im Familienzimmer mit Hund kosten 298 Euro.":                   "",
			"Zwei Nächte im Familienzimmer mit Hund kosten 280 Euro.":                   Number,
			"Das Familienzimmer kostet 140 Euro, ein Hund 9 Euro, eine Suite 149 Euro.": Number,
			"Zwei Nächte im Familienzimmer und ein Parkplatz kosten zusammen 280 Euro.": Number,
		}},
	} {
		lang := "de"
		if c.source == boats {
			lang = "en"
		}
		said := Said{}
		if c.asked != "" {
			said.Visitor = []string{c.asked}
		}
		index, hits := allOf(texts(lang, c.source))
		for sentence, want := range c.sentences {
			judge(t, New(index, hits, said, lang), sentence, want)
		}
	}
}
