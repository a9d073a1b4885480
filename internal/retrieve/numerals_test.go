package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestNumbersAreFoundHoweverTheyAreWritten(t *testing.T) {
	page := func(id, text string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Title: "Fristen", Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("5", "Hat das Arbeitsverhältnis fünf Jahre bestanden, beträgt die Frist zwei Monate."),
		page("8", "Hat das Arbeitsverhältnis acht Jahre bestanden, beträgt die Frist drei Monate."),
		page("pets", "Haustiere sind nach 12 Uhr willkommen, solange sie an der Leine sind und niemanden stören."),
		page("house", "Zwölf Zimmer hat das Haus am See, alle mit Balkon, Dusche und Blick auf die Berge."),
		page("prices", "Das Frühstück kostet 9 Euro, der Parkplatz nichts. Kinder essen mit uns umsonst."),
	}, Options{})
	for question, want := range map[string]string{
		"Welche Frist gilt, wenn das Arbeitsverhältnis 8 Jahre bestanden hat?": "8",
		"Welche Frist gilt, wenn das Arbeitsverhältnis 5 Jahre bestanden hat?": "5",
		"Sind Haustiere nach zwölf Uhr willkommen?":                            "pets",
		"Habt ihr 12 Zimmer?": "house",
	} {
		if got := ix.Search(Query{Text: question}).Hits[0].Passage.ID; got != want {
			t.Errorf("%q finds %s first, want %s", question, got, want)
		}
	}
}
