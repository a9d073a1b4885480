package retrieve

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestVerbsHaveOtherForms(t *testing.T) {
	for text, want := range map[string]string{
		"liefert": "liefern", "geliefert": "liefern", "zahlt": "zahlen", "repariert": "reparieren", "reservieren": "reserviert", "reservierung": "reserviert", "wechselt": "wechseln", "bestellt": "bestellung", "arbeitet": "arbeiten", "inhaber": "inhaberin", "leiterin": "leiter",
	} {
		if got := otherForms(text); !slices.Contains(got, want) {
			t.Errorf("%s may also be %q, not %s", text, got, want)
		}
	}
	if got := otherForms("haus"); got != nil {
		t.Errorf("haus may also be %q", got)
	}
}

func TestWhatNoPageHasIsRefusedWhatItSaysOtherwiseIsNot(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "l", Title: "Lieferung", Text: "Wir liefern im Umkreis von 30 Kilometern. Geliefert wird dienstags und freitags.", Language: "de"},
		{ID: "2", Document: "k", Title: "Kontakt", Headings: []string{"Kontakt und Anfahrt"}, Text: "Schöngeisinger Straße 112\n82256 Fürstenfeldbruck\nTelefon: 08141 55 66 70\nE-Mail: info@g.example", Language: "de"},
		{ID: "3", Document: "j", Title: "Jobs", Text: "Wir suchen zum 1. März eine Fachverkäuferin oder einen Fachverkäufer in Teilzeit.", Language: "de"},
		{ID: "4", Document: "o", Title: "Öffnungszeiten", Headings: []string{"Öffnungszeiten"}, Text: "Montag bis Freitag 9–18 Uhr\nSamstag 9–14 Uhr", Language: "de"},
		{ID: "5", Document: "p", Title: "Pflanzen", Text: "Stauden und Gehölze ziehen wir seit 1954 selbst, das meiste ohne Torf.", Language: "de"},
	}, Options{})
	for text, document := range map[string]string{
		"liefert ihr auch?": "l", "Wo sind Sie?": "k", "email adresse": "k", "wann habt ihr heute auf?": "o",
		"verkauft ihr orchideen": "", "Haben Sie Instagram?": "", "Wie wird das Wetter morgen?": "",
	} {
		found := ix.Search(Query{Text: text, Language: "de", K: 3})
		switch {
		case found.Enough != (document != ""):
			t.Errorf("%q: enough is %v (%.2f)", text, found.Enough, found.Evidence)
		case found.Enough && found.Hits[0].Passage.Document != document:
			t.Errorf("%q is answered by %s", text, found.Hits[0].Passage.Document)
		}
	}
}

func TestWhatSomebodyHasIsOfTheMatter(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "name", Document: "1", Language: "de", Text: "Den Namen ändern Sie im Kundenbereich unter Profil."},
		{ID: "password", Document: "2", Language: "de", Text: "Das Passwort ändern Sie im Kundenbereich unter Sicherheit."},
		{ID: "address", Document: "3", Language: "de", Text: "Die Adresse ändern Sie im Kundenbereich unter Versand."},
	}, Options{})
	own := ix.parse(Query{Text: "Wie ändere ich meinen Namen?"})
	asked := ix.parse(Query{Text: "Unter welchem Namen ist er bekannt?"})
	weight := func(qu *question) float32 {
		for _, c := range qu.concepts {
			if c.word == "namen" {
				return c.weight
			}
		}
		return -1
	}
	if weight(own) != 1 || weight(asked) != askingWeight {
		t.Errorf("the name counts %v where somebody has it and %v where it is asked for", weight(own), weight(asked))
	}
	if found := ix.Search(Query{Text: "Wie ändere ich meinen Namen?"}); found.Hits[0].Passage.ID != "name" {
		t.Errorf("found %s", found.Hits[0].Passage.ID)
	}
}
