package retrieve

import "testing"

// "Nein, dafür ist das Landratsamt zuständig." does not say for what.
func TestYesAndNoAreShownUnderTheirQuestion(t *testing.T) {
	const question = "Bekomme ich hier meinen Aufenthaltstitel?"
	for _, c := range []struct{ text, quoted, want string }{
		{"Nein, dafür ist das Landratsamt zuständig.", "Nein, dafür ist das Landratsamt zuständig.", question},
		{"Dafür ist das Landratsamt zuständig.", "Dafür ist das Landratsamt zuständig.", question},
		{"Aufenthaltstitel gibt es nur im Landratsamt am Marktplatz.", "Aufenthaltstitel gibt es nur im Landratsamt am Marktplatz.", ""},
		{"Das Amt sagt dazu: Nein, das Landratsamt.", "Nein, das Landratsamt.", ""},
	} {
		q := Quote{Passage: &Passage{Title: "Fragen", Headings: []string{"Fragen", question}, Text: c.text, Language: "de"}, Text: c.quoted}
		q.Start = len(c.text) - len(c.quoted)
		q.End = len(c.text)
		if got := q.heading(); got != c.want {
			t.Errorf("%q is shown under %q, want %q", c.quoted, got, c.want)
		}
		q.asked = true // the visitor has asked just this
		if got := q.heading(); got != "" {
			t.Errorf("%q is shown under %q though that was asked", c.quoted, got)
		}
	}
}
