package analysis

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

// The parts of a compound are what the words it is made of are known by: who asks for the "Zimmer" finds "Zimmerpreise".
func TestGermanCompoundsArePartedIntoWords(t *testing.T) {
	an := Analyser{Lang: "de", Table: table.Default()}
	for text, want := range map[string]string{
		"krankenversicherungskarte": "krank+Versicherung+Karte", "arbeitszeit": "Arbeit+Zeit", "offnungszeiten": "Offnung+Zeit", "wohnungsschlussel": "Wohnung+Schlussel",
		"zimmerpreise": "Zimmer+Preis", "steuererklarung": "Steuer+Erklarung", "sommerferien": "Sommer+Ferien", "gesundheitskarte": "Gesundheit+Karte", "jahreskarte": "Jahr+Karte",
		"geburtstag": "Geburt+Tag", "bundesamt": "Bund+Amt", "durchschnittsalter": "Durchschnitt+Alter", "doppelstunde": "doppel+Stunde", "buchstaben": "Buch+Stab",
		"lastenrad": "Last+Rad", "haustur": "Haus+Tur", "hallenbad": "Halle+Bad", "fahrradwerkstatt": "Fahrrad+Werk+statt", "donnerstagabend": "Donnerstag+Abend",
		"bremsbelage": "brems+Belag",
		"antwort":     "", "internet": "", "donnerstag": "", "vergessen": "", "bildungs": "",
	} {
		var stems []string
		for w := range strings.SplitSeq(want, "+") {
			if stem := word.Stem("de", word.Token{Text: strings.ToLower(w)}); w != "" && w != "doppel" && w != "brems" {
				stems = append(stems, stem)
			} else if w != "" {
				stems = append(stems, w) // stands alone nowhere
			}
		}
		if got := strings.Join(an.Parts(text), "+"); got != strings.Join(stems, "+") {
			t.Errorf("%s consists of %s, want %s", text, got, strings.Join(stems, "+"))
		}
	}
}
