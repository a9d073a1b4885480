package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// A firm that says what it does not have answers who asks for it.
func TestWhatTheFirmDoesNotHaveIsAnAnswer(t *testing.T) {
	for _, c := range []struct {
		text, question string
		refused        bool
	}{
		{"Rennräder und Fullys führen wir nicht, reparieren sie aber.", "verkauft ihr rennräder", true},
		{"Wir verkaufen keine Rennräder.", "Haben Sie Rennräder?", true},
		{"Rennräder haben wir keine.", "Gibt es bei euch Rennräder?", true},
		{"We don’t sell racing bikes.", "do you sell bikes", true},
		{"There is no swimming pool at the site.", "Is there a pool?", true},
		{"Rennräder verkaufen wir, aber wir liefern nicht.", "verkauft ihr rennräder", false},
		{"Rennräder sind nicht jedermanns Sache.", "verkauft ihr rennräder", false},
		{"Wir verkaufen keine Helme, nur Rennräder.", "verkauft ihr rennräder", false},
		{"Rennräder und Fullys führen wir nicht.", "verkauft ihr helme", false},
		{"Rennräder und Fullys führen wir nicht.", "Wann öffnet ihr?", false},
	} {
		lang := "de"
		if c.text[0] == 'T' || c.text[:3] == "We " {
			lang = "en"
		}
		ix := Build([]passage.Passage{{ID: "p", Document: "p", Text: c.text, Language: lang}}, Options{})
		if got := ix.refusesThing(ix.parse(understood(Query{Text: c.question, Language: lang})), 0); got != c.refused {
			t.Errorf("%q refuses what %q asks for: %v", c.text, c.question, got)
		}
	}
}
