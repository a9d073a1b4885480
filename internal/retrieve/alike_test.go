package retrieve

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestTheSameQuestionInOtherWords(t *testing.T) {
	q := NewQuestions([]Question{
		{"Was kostet der Versand?", "de"}, {"Kann ich mit Rechnung bezahlen?", "de"}, {"Do you ship to Austria?", "en"}, {"Wie lange habe ich Garantie auf Modell 300?", "de"}, {"Ist am Sonntag geöffnet?", "de"},
		{"Was kostet ein Tandem am Tag?", "de"},
	})
	for _, c := range []struct {
		text, lang string
		want       int
	}{
		{"Was kostet der Versand", "de", 0}, {"was kostet bei Ihnen der Versand?", "de", 0}, {"Kann ich auf Rechnung bezahlen?", "de", 1}, {"Do you ship to Austria", "en", 2},
		{"Wie lange habe ich Garantie auf Modell 300?", "de", 3},
		{"Wie viel kostet ein Tandem pro Tag?", "de", 5}, {"Was kostet ein Tandem pro Woche?", "de", -1}, {"Was kostet ein Tandem in der Woche?", "de", -1}, {"Was kostet ein Tandem die Woche?", "de", -1}, {"Was kostet ein Tandem monatlich?", "de", -1}, {"Was kostet ein Tandem pro Stunde?", "de", -1}, {"Was kostet ein E-Bike pro Tag?", "de", -1},
		{"Wie lange habe ich Garantie auf Modell 500?", "de", -1}, {"Was kostet eine Inspektion?", "de", -1}, {"Ist am Samstag geöffnet?", "de", -1}, {"Kann ich mit Kreditkarte bezahlen?", "de", -1}, {"", "de", -1}, {"Do you ship to Norway?", "en", -1},
	} {
		i, alike := q.Best(c.text, c.lang)
		if alike < SameQuestion {
			i = -1
		}
		if i != c.want {
			t.Errorf("%q: question %d (%.2f), want %d", c.text, i, alike, c.want)
		}
	}
}

// A date, a month or a weekday is not like another, however many words the questions share.
func TestOtherDatesAreOtherQuestions(t *testing.T) {
	questions := []Question{
		{"Haben Sie am 1. Mai im Laden und im Café für Gäste geöffnet?", "de"}, {"Ist der Biergarten mit der Terrasse im Oktober für Gruppen geöffnet?", "de"}, {"Are you open on 3 June?", "en"},
	}
	q := NewQuestions(questions)
	var pairs []passage.Passage
	for i, known := range questions {
		pairs = append(pairs, passage.Passage{ID: known.Text, Document: known.Text, Title: known.Text, Headings: []string{known.Text}, Asked: known.Text, Text: []string{"Nein, da bleiben Laden und Café zu.", "Ja, bis 20 Uhr.", "Yes, until noon."}[i], Language: known.Language})
	}
	ix := Build(append(pairs, passage.Passage{ID: "page", Document: "page", Title: "Öffnungszeiten", Text: "Montag bis Freitag 9 bis 18 Uhr geöffnet.", Language: "de"}), Options{})
	for _, c := range []struct {
		text, lang string
		about      int  // which of the questions it is like
		same, near bool // it is that question, it may find that answer
	}{
		{"Haben Sie am 1. Mai im Laden und im Café für Gäste geöffnet?", "de", 0, true, true},
		{"Haben Sie am 01.05. im Laden und im Café für Gäste geöffnet?", "de", 0, false, true},
		{"Haben Sie am ersten Mai geöffnet?", "de", 0, false, true},
		{"Haben Sie im Mai geöffnet?", "de", 0, false, true},
		{"Haben Sie am 2. Mai im Laden und im Café für Gäste geöffnet?", "de", 0, false, false},
		{"Haben Sie am 1. Juni im Laden und im Café für Gäste geöffnet?", "de", 0, false, false},
		{"Haben Sie am zweiten Mai geöffnet?", "de", 0, false, false},
		{"Haben Sie am 2.5. geöffnet?", "de", 0, false, false},
		{"Ist der Biergarten mit der Terrasse im November für Gruppen geöffnet?", "de", 1, false, false},
		{"Are you open on June 3?", "en", 2, true, true},
		{"Are you open on 4 June?", "en", 2, false, false},
	} {
		i, alike := q.Best(c.text, c.lang)
		if same := i == c.about && alike >= SameQuestion; same != c.same {
			t.Errorf("%q is the same as %q: %v", c.text, questions[c.about].Text, same)
		}
		found := slices.ContainsFunc(ix.Search(Query{Text: c.text, Language: c.lang}).Hits, func(hit Result) bool { return hit.Passage.Asked == questions[c.about].Text })
		if found != c.near {
			t.Errorf("%q finds the answer to %q: %v", c.text, questions[c.about].Text, found)
		}
	}
}
