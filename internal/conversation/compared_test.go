package conversation

import (
	"slices"
	"testing"
)

func TestWhatIsComparedIsAskedOfEach(t *testing.T) {
	for text, want := range map[string][]string{
		"Was ist günstiger, die Tageskarte oder die Abendkarte?": {"Was kostet die Tageskarte?", "Was kostet die Abendkarte?"},
		"was kommt billiger: bus oder bahn":                      {"Was kostet bus?", "Was kostet bahn?"},
		"Ist ein E-Bike teurer als ein Tandem?":                  {"Was kostet ein E-Bike?", "Was kostet ein Tandem?"},
		"Was dauert länger, Kurs A oder Kurs B?":                 {"Wie lange dauert Kurs A?", "Wie lange dauert Kurs B?"},
		"Was ist günstiger?":                                     nil,
		"Gibt es Tee oder Kaffee?":                               nil,
		"Ist es am Montag günstiger?":                            nil,
	} {
		if got := compared(text, "de"); !slices.Equal(got, want) {
			t.Errorf("%q asks %q, want %q", text, got, want)
		}
	}
	if got := compared("Which is cheaper, a day pass or a week pass?", "en"); !slices.Equal(got, []string{"How much is a day pass?", "How much is a week pass?"}) {
		t.Errorf("asks %q", got)
	}
}
