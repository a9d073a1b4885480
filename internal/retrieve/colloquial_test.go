package retrieve

import "testing"

func TestColloquialWordsAreReadAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"wat kost des":                              "was kostet des",
		"Wei lange habts offen?":                    "wie lange habt ihr offen?",
		"habts ihr auch eis":                        "habt ihr auch eis",
		"gibt es vegane kost":                       "gibt es vegane kost",
		"is der laden ned auf":                      "ist der laden nicht auf",
		"Hwo much is teh suana pls":                 "how much is the suana please",
		"what time r u open pls":                    "what time are you open please",
		"wat kost des bei info@ham.de, www.net.de?": "was kostet des bei info@ham.de, www.net.de?",
		"habt ihr einen kurs für git oder .net":     "habt ihr einen kurs für git oder .net",
		"Plan U bei R. Ham":                         "Plan U bei R. Ham",
		"combien coûte le ticket pour moi":          "combien coûte le ticket pour moi",
	} {
		if got := Written(text); got != want {
			t.Errorf("%q is read %q, want %q", text, got, want)
		}
	}
}
