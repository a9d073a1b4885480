package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// How long it takes until something is ready is asked in the words in which pages tell it, anything else is none of that.
func TestUntilSomethingIsReadyIsReadAsFromTheOrderOn(t *testing.T) {
	for text, want := range map[string]string{
		"wie lange dauert es, bis mein Schrank fertig ist?":  "Wie lange dauert mein Schrank vom Auftrag bis zur Fertigstellung?",
		"Wie lange dauerts bis das kleid fertig ist":         "Wie lange dauert das kleid vom Auftrag bis zur Fertigstellung?",
		"Wie lange braucht ihr, bis mein Rad repariert ist?": "Wie lange dauert mein Rad vom Auftrag bis zur Fertigstellung?",
		"How long until my watch is ready?":                  "How long does my watch take from order to completion?",
		"how long does it take before the frames are done":   "How long does the frames take from order to completion?",
		"Wie lange dauert es, bis ich schwimmen kann?":       "",
		"Wie lange habt ihr auf, bis alles fertig ist?":      "",
		"How long is the course?":                            "",
	} {
		got, ok := Query{Text: text}.UntilDone()
		if ok != (want != "") || ok && got.Text != want {
			t.Errorf("%q is read as %q, %v, want %q", text, got.Text, ok, want)
		}
	}
}

// How long a parcel is on its way does not tell how long the work takes.
func TestOnlyWhatSpeaksOfTheWorkTellsWhenItIsDone(t *testing.T) {
	for text, want := range map[string]bool{
		"Vom Auftrag bis zur Montage vergehen sechs Wochen.": true,
		"Reparaturen sind meist nach drei Tagen abholbereit": true,
		"Frames are ready within a week.":                    true,
		"Die Lieferung dauert 2 bis 3 Werktage.":             false,
		"Die Tour um den See dauert drei Stunden.":           false,
	} {
		if got := TellsDone(Results{Enough: true, Hits: []Result{{Passage: &passage.Passage{Text: text}}}}); got != want {
			t.Errorf("%q tells it: %v, want %v", text, got, want)
		}
	}
}
