package retrieve

import "testing"

func TestTheSameQuestionInOtherWords(t *testing.T) {
	q := NewQuestions([]Question{
		{"Was kostet der Versand?", "de"}, {"Kann ich mit Rechnung bezahlen?", "de"}, {"Do you ship to Austria?", "en"}, {"Wie lange habe ich Garantie auf Modell 300?", "de"}, {"Ist am Sonntag geöffnet?", "de"},
	})
	for _, c := range []struct {
		text, lang string
		want       int
	}{
		{"Was kostet der Versand", "de", 0}, {"was kostet bei Ihnen der Versand?", "de", 0}, {"Kann ich auf Rechnung bezahlen?", "de", 1}, {"Do you ship to Austria", "en", 2},
		{"Wie lange habe ich Garantie auf Modell 300?", "de", 3},
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
