package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestMistypedWordsAreReadAsThoseOfTheIndexOrTheLanguage(t *testing.T) {
	ix := Build(append(site(), passage.Passage{ID: "bad", Document: "bad", Title: "Bad", Language: "de",
		Text: "Unsere Sauna ist am Dienstag nur für Frauen. Die Waschmaschine im Keller kostet 3 Euro. Fragen Sie Frau Schmidt oder Herrn Achterberg. Wir liefern nach Hamburg. Anfänger sind willkommen. Der Stuhl ist bequem. Die Tagen sind lang. Das Zelt misst 3 × 4 Meter, das Brett ist 2x4."}), Options{})
	for text, want := range map[string]string{
		"gibt es eine suana":                     "gibt es eine sauna",
		"Gibt es eine Waschmaschiene?":           "Gibt es eine Waschmaschine?",
		"was kostet die washmaschine im kelelr":  "was kostet die waschmaschine im keller",
		"habt ihr was für anfägner":              "habt ihr was für anfanger",
		"ist die saunaam dienstag offen":         "ist die sauna am dienstag offen",
		"kannich in die sauna":                   "kann ich in die sauna",
		"Ist Frau Schmitd da?":                   "Ist Frau Schmitd da?",
		"Ist Herr Achtenberg da?":                "Ist Herr Achtenberg da?",
		"ist achtenberg da":                      "ist achtenberg da",
		"Liefern Sie nach Hamberg?":              "Liefern Sie nach Hamberg?",
		"Verkauft ihr Stihl?":                    "Verkauft ihr Stihl?",
		"habt ihr stihl":                         "habt ihr stihl",
		"haben sie imodium":                      "haben sie imodium",
		"Haben Sie einen Anhänger?":              "Haben Sie einen Anhänger?",
		"Kann ich den Koffer tragen?":            "Kann ich den Koffer tragen?",
		"was kostet das zelt 3x4m":               "was kostet das zelt 3 × 4 m",
		"was kostet ein brett 2x4":               "was kostet ein brett 2x4",
		"Welche Nummer hat Zimmer 1212?":         "Welche Nummer hat Zimmer 1212?",
		"kostet die sauna für schwangere etwas?": "kostet die sauna für schwangere etwas?",
		"is the saunna open on tuesday":          "is the sauna open on tuesday",
		"dove si trova la saunna":                "dove si trova la saunna",
	} {
		if got := ix.respelt(Query{Text: text}).Text; got != want {
			t.Errorf("%q is read %q, want %q", text, got, want)
		}
	}
}

func TestOfManyStrangeWordsTheFirstAreLookedInto(t *testing.T) {
	ix := Build(append(site(), passage.Passage{ID: "bad", Document: "bad", Title: "Bad", Language: "de", Text: "Unsere Sauna ist am Dienstag nur für Frauen."}), Options{})
	for strange, want := range map[int]bool{mostTried - 1: true, mostTried: false} {
		text := "ist am dienstag " + strings.Repeat("quxzwkv ", strange) + "die suana offen"
		if read := strings.Contains(ix.respelt(Query{Text: text, Language: "de"}).Text, "sauna"); read != want {
			t.Errorf("behind %d strange words a slip is read: %v", strange, read)
		}
	}
}
