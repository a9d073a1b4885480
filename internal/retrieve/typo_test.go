package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestWordsThatSayWhatIsAskedAreReadInSpiteOfASlip(t *testing.T) {
	ix := Build(append(site(), passage.Passage{ID: "öfen", Document: "öfen", Title: "Öfen", Text: "Der Ofen kostet 900 Euro. Telefonieren Sie mit Frau Dinstag oder Herrn Frei.", Language: "de"}), Options{})
	for text, want := range map[string]string{
		"am Sammstag offen?":                 "am samstag offen?",
		"wan habt ihr geöfnet?":              "wann habt ihr geoffnet?",
		"Was kosted der Versand?":            "Was kostet der Versand?",
		"sontag auf?":                        "sonntag auf?",
		"Wie ist die Telefonummer?":          "Wie ist die telefonnummer?",
		"when are you opne on saterday?":     "when are you opne on saturday?",
		"Was kostet der Ofen?":               "Was kostet der Ofen?",
		"Ist Frau Dinstag da?":               "Ist Frau Dinstag da?",
		"Wann beginnt die Messe am Sonntag?": "Wann beginnt die Messe am Sonntag?",
		"Kann ich auf Raten zahlen?":         "Kann ich auf Raten zahlen?",
		"Haben Sie Preiselbeeren?":           "Haben Sie Preiselbeeren?",
		"Do you have a wand?":                "Do you have a wand?",
	} {
		if got := ix.respelt(Query{Text: text}).Text; got != want {
			t.Errorf("%q is read %q, want %q", text, got, want)
		}
	}
	query := Query{Text: "am Sammstag geöfnet?", K: 6}
	if found := ix.Search(query); !found.Enough || ix.Quote(found, 1)[0].Text != "Tag: Samstag · Zeit: 9:00–13:00 Uhr" {
		t.Errorf("%q is answered %q", query.Text, texts(ix.Quote(found, 1)))
	}
}
