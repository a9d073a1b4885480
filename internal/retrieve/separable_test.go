package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/word"
)

func TestAVerbInTwoPartsIsReadWhole(t *testing.T) {
	for text, want := range map[string]string{
		"Stellen Sie ein?": "einstellen", "Stellt ihr Leute ein?": "einstellen", "wann macht ihr am samstag zu": "zumachen", "Holen Sie Altgeräte ab?": "abholen", "Bietet ihr Kurse an?": "anbieten",
		"Was kostet das?": "", "Haben Sie Brot?": "", "Wann ist auf?": "", "Kann ich mit?": "",
	} {
		if got, _ := rejoined(word.Tokens(text, "de"), "de"); got != want {
			t.Errorf("%q has the verb %q, want %q", text, got, want)
		}
	}
	page := func(title, text string) passage.Passage {
		return passage.Passage{ID: title, Document: title, Title: title, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("Arbeiten bei uns", "Wir suchen eine Verkäuferin (m/w/d) in Teilzeit. Bewerbung an jobs@b.example."), page("Öffnungszeiten", "Montag bis Freitag 8 bis 18 Uhr, Samstag geschlossen."),
		page("Service", "Die Abholung alter Geräte ist kostenlos."), page("Über uns", "Wir sind ein Familienbetrieb mit 24 Menschen."),
	}, Options{})
	for text, want := range map[string]string{"Stellt ihr ein?": "Arbeiten bei uns", "Stellen Sie ein?": "Arbeiten bei uns", "wann machen sie zu": "Öffnungszeiten", "Holen Sie alte Geräte ab?": "Service"} {
		if found := ix.Search(Query{Text: text}); !found.Enough || found.Hits[0].Passage.Title != want {
			t.Errorf("%q finds %v (%.2f), want %q", text, documents(found), found.Evidence, want)
		}
	}
}

// "auf" at the end of a question for opening hours says "geöffnet", also behind the place that is meant.
func TestAufIsReadAsOpen(t *testing.T) {
	for text, want := range map[string]string{
		"Wann habt ihr in der Altstadt auf?": "geoffnet", "Wann macht der Laden auf?": "geoffnet", "Ab wann haben Sie samstags auf?": "geoffnet",
		"Wie lange hebt ihr meine Akte auf?": "auf", "Wann hört der Kurs auf?": "auf", "Wann macht ihr zu?": "zu", "Wann habt ihr auf?": "auf", "Wann nehmt ihr neue Kinder auf?": "auf",
	} {
		own := wordingOf(Query{Text: text}, "de").own
		if got := own[len(own)-1].Text; got != want {
			t.Errorf("%q ends with %q, want %q", text, got, want)
		}
	}
}
