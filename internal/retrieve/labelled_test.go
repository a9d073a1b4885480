package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// What an item is called, and what a heading says, need not be said again in what stands behind or below it.
func TestWhatStandsUnderItsNameIsSaidOfIt(t *testing.T) {
	item := func(text string) passage.Passage {
		return passage.Passage{ID: "a", Document: "a", Title: "Unsere Touren", Language: "de", Text: text}
	}
	under := func(heading, text string) passage.Passage {
		return passage.Passage{ID: "a", Document: "a", Title: "Kurse", Headings: []string{heading}, Language: "de", Text: text}
	}
	tours := item("• Gipfelrunde: 4 bis 6 Stunden, 89 €\n• Seerunde: 2 Stunden, 39 €\n• Nachtwanderung: 19 €, mit Laterne")
	ducks := under("Krippenkurs", "Ab fünf Monaten. Mittwochs 17:30 Uhr, 60 Minuten. Leitung: Ole Martens.")
	for _, c := range []struct {
		text string
		page passage.Passage
		want bool
	}{
		{"wie lange dauert die Gipfelrunde?", tours, true},
		{"wie lange dauert die Nachtwanderung?", tours, false},
		{"wie lange dauert die Gipfelrunde mit Hund?", tours, false},
		{"wo beginnt die Gipfelrunde?", tours, false},
		{"wer leitet den krippenkurs?", ducks, true},
		{"Wer macht den Krippenkurs?", ducks, true},
		{"Wer leitet den Schnitzkurs?", ducks, false},
		{"Wer bezahlt den Krippenkurs?", ducks, false},
		{"Wer leitet den Krippenkurs?", under("Krippenkurs", "Ab fünf Monaten. Leitung: erfahrene Schnitzer."), false},
	} {
		ix := Build([]passage.Passage{c.page, {ID: "b", Document: "b", Title: "Zeiten", Text: "Mo–Fr 8–18 Uhr", Language: "de"}}, Options{})
		q := Query{Text: c.text, Language: "de"}
		if got := ix.SaysUnderName(ix.Search(q), q); got != c.want {
			t.Errorf("%q is answered by %q: %v", c.text, c.page.Text, got)
		}
	}
}
