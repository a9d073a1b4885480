package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// What holds of all but one thing, or of one only, is not said of the other.
func TestWhatIsDeniedOfOneIsNotSaidOfAnother_C3(t *testing.T) {
	for _, c := range []struct {
		language string
		texts    []string
		said     map[string]Reason
	}{
		{"de", []string{
			"Hunde sind bei uns willkommen, nur nicht im Frühstücksraum und in der Sauna. Pro Hund und Nacht berechnen wir 12 Euro.",
			"Kinder dürfen überall spielen, außer auf dem Parkplatz. Es gibt eine Schaukel.",
		}, map[string]Reason{
			"Hunde sind willkommen, nur nicht im Frühstücksraum.":        "",
			"Hunde sind nur im Frühstücksraum willkommen.":               Negation,
			"Nur in der Sauna sind Hunde willkommen.":                    Negation,
			"Hunde sind willkommen, nur in der Sauna sind sie es nicht.": "",
			"Kinder dürfen nur auf dem Parkplatz spielen.":               Negation,
			"Kinder dürfen auf dem Parkplatz nicht spielen.":             "",
			"Nein, auf dem Parkplatz dürfen Kinder nicht spielen.":       "",
		}},
		{"de", []string{
			"Am 24. Dezember bleibt die Filiale in Weilheim geschlossen. Die Filiale in Murnau hat bis 13 Uhr geöffnet.",
			"In Murnau und in Weilheim beraten wir nach Terminvereinbarung.",
		}, map[string]Reason{
			"Die Filiale in Weilheim bleibt am 24. Dezember geschlossen.": "",
			"Die Filiale in Weilheim hat am 24. Dezember zu.":             "",
			"Die Filiale in Murnau bleibt am 24. Dezember geschlossen.":   Negation,
			"Murnau bleibt geschlossen.":                                  Negation,
			"Weilheim bleibt geschlossen.":                                "",
			"Die Filiale in Murnau ist nicht geschlossen.":                Negation,
		}},
		{"de", []string{
			"Ohne Verordnung zahlt die Kasse nichts, mit Verordnung bis zu 784,94 €. Hunde sind nicht erlaubt, außer Assistenzhunde.",
			"Der Eigenanteil beträgt 10 € je Gerät.",
		}, map[string]Reason{
			"Die Kasse übernimmt bis zu 784,94 €.":       "",
			"Die Kasse übernimmt nichts.":                "",
			"Nur Assistenzhunde sind erlaubt.":           "",
			"Nein, nur Assistenzhunde sind erlaubt.":     "",
			"Hunde sind erlaubt.":                        Negation,
			"Pro Gerät sind 10 € Eigenanteil zu zahlen.": "",
		}},
		{"en", []string{
			"You get a refund within 14 days. The refund goes to your card.",
			"A studio with eight wheels and two kilns. Both kilns are electric. Only assistance dogs are allowed in the studio.",
		}, map[string]Reason{
			"You get a refund within 14 days.":              "",
			"You never get a refund.":                       Negation,
			"Only assistance dogs.":                         "",
			"Only assistance dogs are allowed.":             "",
			"No, only assistance dogs are allowed.":         "",
			"Dogs are not allowed, except assistance dogs.": "",
			"Assistance dogs are not allowed.":              Negation,
			"No, both kilns are electric.":                  "",
			"Yes, both kilns are electric.":                 "",
			"No, the kilns are not electric.":               Negation,
		}},
		{"en", []string{
			"Sorry, no dogs in the workshop, except assistance dogs. We fire twice a week in two electric kilns. Do you have parking? No, but there is a car park near the church.",
			"Dogs are welcome on the terrace except at lunch.",
		}, map[string]Reason{
			"Only assistance dogs are allowed in the workshop.":            "",
			"Both kilns are electric.":                                     "",
			"No, both kilns are electric.":                                 "",
			"No, but there is a car park near the church.":                 "",
			"We have no parking, but there is a car park near the church.": "",
			"Dogs are only welcome on the terrace at lunch.":               Negation,
		}},
	} {
		var passages []passage.Passage
		for _, text := range c.texts {
			passages = append(passages, passage.Passage{ID: text[:5], Document: text[:5], Title: "Infos", Text: text, Language: c.language})
		}
		judged{c.language, passages, c.said}.check(t)
	}
}
