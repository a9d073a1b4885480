package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/word"
)

func TestAQuantityAskedAboutIsHeldAgainstTheExtentsStated(t *testing.T) {
	for _, c := range []struct {
		question, text string
		want           float32
	}{
		{"was zahlt ein 8 jähriger", "Kinder 4 bis 14 Jahre · 4,50 €", 1},
		{"was zahlt meine 8-jährige tochter", "Kinder unter 8 · frei", -1},
		{"mein sohn ist 11, darf er rein", "Ab 12 ohne Begleitung.", drawsLine},
		{"Führung mit 15 Leuten", "Für Gruppen ab 10 Personen gilt ein anderer Preis.", 1},
		{"hab 6 hosen zum kürzen", "Ab fünf Hosen gibt es Nachlass.", 1},
		{"how much for a 30kg labrador", "Large (over 25 kg) · £29", 1},
		{"how much for a 30kg labrador", "Medium (10 to 25 kg) · £25", -1},
		{"we are away for 6 weeks", "For more than 28 nights we take 15% off.", 1},
		{"can I cancel 3 days before", "Up to 48 hours before it is free.", drawsLine},
		{"unsere Wohnung hat 65 m²", "bis 70 m² · 1.690 €", 1},
		{"kommt ihr um 11 uhr", "Geöffnet bis 10 Uhr.", 0},
		{"was kostet der Versand für 20 €", "ab 10 € frei", 0},
	} {
		asked := quantitiesAsked(c.question, word.Tokens(c.question, "de"), "de")
		stated := extentsIn(c.text, word.Tokens(c.text, "de"), "de")
		if got := fit(asked, stated, isItem(c.text)); got != c.want {
			t.Errorf("%q fits %q to %v, want %v (%v, %v)", c.text, c.question, got, c.want, asked, stated)
		}
	}
}

func TestARowForTheAgeAskedAboutIsQuoted(t *testing.T) {
	ix := Build([]Passage{{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Preise", Language: "de",
		Text: "Wer · Preis\nErwachsene · 9,00 €\nKinder 4 bis 14 Jahre · 4,50 €\nKinder unter 4 Jahren · frei"}}, Options{})
	query := Query{Text: "was zahlt ein 8 jähriger", K: 6}
	if best := ix.Quote(ix.Search(query), 1); len(best) != 1 || best[0].Text != "Kinder 4 bis 14 Jahre · 4,50 €" {
		t.Errorf("quoted %q", texts(best))
	}
}

func TestMonthsIncludeThoseBetween(t *testing.T) {
	for _, c := range []struct {
		text  string
		asked string
		item  bool
		want  float32
	}{
		{"Juli und August · 8–21 Uhr", "im Juli", true, 1},
		{"Mai und Juni · 9–18 Uhr", "im Juli", true, -1},
		{"Vom 1. April bis zum 31. Oktober haben wir offen.", "im Juli", false, 0.5},
		{"Von Juni bis September", "im Juli", false, 1},
		{"Nur von November bis März", "im Juli", false, 0},
		{"Täglich", "im Juli", false, 0},
	} {
		asked := monthsIn(c.asked, word.Tokens(c.asked, "de"))
		if got := amongMonths(asked, monthsIn(c.text, word.Tokens(c.text, "de")), c.item); got != c.want {
			t.Errorf("%q is about %q to %v, want %v", c.text, c.asked, got, c.want)
		}
	}
}
