package charset

import "testing"

// Ã is a letter of Portuguese, and stands before marks, too; the same signs come of what was encoded twice.
func TestLettersBeforeMarksAreNotEncodedTwice(t *testing.T) {
	for said, want := range map[string]string{
		"“AMANH\u00c3\u201d":        "“AMANH\u00c3\u201d",
		"„AMANH\u00c3\u201c, disse": "„AMANH\u00c3\u201c, disse",
		"AMANHÃ… E DEPOIS":          "AMANHÃ… E DEPOIS",
		"Ã–ffnungszeiten":           "Öffnungszeiten",
		"GRÃ–ÃŸE, geÃ¶ffnet":        "GRÖßE, geöffnet",
		"CAFÃ‰ à la carte, dÃ©jà":   "CAFÉ à la carte, déjà",
		"„Straßenüberführung groß“": "„Straßenüberführung groß“",
	} {
		if got := Decode([]byte(said), ""); got != want {
			t.Errorf("%q is read as %q, want %q", said, got, want)
		}
	}
}
