package conversation

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Until when something is ready is answered by how long the work takes from the order on.
func TestUntilSomethingIsReadyIsAnsweredByTheTimeFromTheOrderOn(t *testing.T) {
	joiner := []passage.Passage{
		{ID: "1", Document: "start", Title: "Tischlerei Brandt", Text: "Wir bauen Möbel, Türen und Treppen nach Maß.", Language: "de"},
		{ID: "2", Document: "work", Title: "Tischlerei Brandt", Headings: []string{"Unser Ablauf"}, Text: "Nach dem Aufmaß bekommen Sie ein Angebot, das unverbindlich ist. Vom Auftrag bis zur Montage vergehen meist sechs bis acht Wochen.", Language: "de"},
		{ID: "3", Document: "hours", Title: "Tischlerei Brandt", Headings: []string{"Öffnungszeiten"}, Text: "Montag bis Freitag 8 bis 17 Uhr", Language: "de"},
		{ID: "4", Document: "prices", Title: "Preise", Text: "Zimmertür Eiche ab 780 €, Zimmertür Buche ab 640 €, Einbauschrank ab 2.400 €", Language: "de"},
	}
	framer := []passage.Passage{
		{ID: "1", Document: "start", Title: "Holt Framing", Text: "Picture frames made to measure in York.", Language: "en"},
		{ID: "2", Document: "work", Title: "Holt Framing", Headings: []string{"How it works"}, Text: "From order to completion we need about two weeks.", Language: "en"},
		{ID: "3", Document: "hours", Title: "Holt Framing", Headings: []string{"Opening hours"}, Text: "Tuesday to Saturday 9am to 5pm", Language: "en"},
	}
	for _, c := range []struct {
		lang, question string
		site           []passage.Passage
	}{
		{"de", "wie lange dauert es, bis mein Schrank fertig ist?", joiner},
		{"de", "wie lange braucht ihr bis die treppe gebaut ist", joiner},
		{"en", "how long until my picture is ready?", framer},
		{"en", "How long does it take before my frames are done?", framer},
	} {
		found := readOtherwise(retrieve.Build(c.site, retrieve.Options{}), retrieve.Query{Text: c.question, Language: c.lang, K: 3}, nil)
		if !found.Enough || found.Hits[0].Passage.Document != "work" {
			t.Errorf("%q is not answered: evidence %v", c.question, found.Evidence)
		}
	}
}

// A course that is asked for by its name is answered by what stands under it, without the words of the question.
func TestWhoLeadsACourseIsAnsweredUnderItsName(t *testing.T) {
	courses := []passage.Passage{
		{ID: "1", Document: "start", Title: "Krippenhof", Text: "Der Krippenhof liegt am Waldrand und bildet seit langem aus.", Language: "de"},
		{ID: "2", Document: "courses", Title: "Kurse", Headings: []string{"Anfängerkurs"}, Text: "Samstags 10 Uhr, acht Termine 120 €. Leitung: Svenja Brandt.", Language: "de"},
		{ID: "3", Document: "courses", Title: "Kurse", Headings: []string{"Schnitzen"}, Text: "Mittwochs 17:30 Uhr, acht Termine 144 €. Leitung: Ole Martens.", Language: "de", Ordinal: 1},
	}
	index := retrieve.Build(courses, retrieve.Options{})
	for question, want := range map[string]bool{"wer leitet schnitzen?": true, "wer leitet die Töpferei?": false} {
		found := readOtherwise(index, retrieve.Query{Text: question, Language: "de", K: 3}, nil)
		if found.Enough != want {
			t.Errorf("%q is answered: %v, evidence %v", question, found.Enough, found.Evidence)
		}
	}
}
