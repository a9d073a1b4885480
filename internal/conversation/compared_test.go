package conversation

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
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

// What is said of both is quoted side by side, and once.
func TestWhatIsComparedStandsSideBySide(t *testing.T) {
	index := retrieve.Build([]passage.Passage{
		{ID: "a", Document: "a", Address: "https://c.example/a", Title: "Preise", Headings: []string{"Preise"}, Language: "de",
			Text: "Rad: Tandem · 1 Tag: 29 €\nRad: Trekkingrad · 1 Tag: 17 €\nRad: Kinderrad · 1 Tag: 8 €"},
		{ID: "b", Document: "b", Address: "https://c.example/b", Title: "Zeiten", Headings: []string{"Zeiten"}, Language: "de", Text: "Wir haben täglich von 9 bis 18 Uhr geöffnet."},
	}, retrieve.Options{})
	each, all, places := both(index, retrieve.Query{Text: "Was ist teurer, ein Tandem oder ein Trekkingrad?", Language: "de", K: 5}, "de")
	if len(each) != 2 || !all.Enough {
		t.Fatalf("found %d", len(each))
	}
	var told []string
	for _, q := range sideBySide(index, "de", each, places) {
		told = append(told, q.Text)
	}
	if want := []string{"Rad: Tandem · 1 Tag: 29 €", "Rad: Trekkingrad · 1 Tag: 17 €"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if _, _, places := both(index, retrieve.Query{Text: "Was ist teurer, ein Tandem oder ein Einhorn?", Language: "de", K: 5}, "de"); places != nil {
		t.Error("compares what the sources do not have")
	}
}
