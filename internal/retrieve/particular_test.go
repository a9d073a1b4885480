package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/word"
)

// Things that only a number or a letter tells apart are told apart by it; counts, days and prices are no such names.
func TestNamesWithANumber(t *testing.T) {
	for text, want := range map[string]string{
		"Wann beginnt Discofox 2?":                 "discofox 2",
		"Was kostet der Schlüssel vom Typ B":       "typ b",
		"Ist Halle 3 barrierefrei?":                "halle 3",
		"Was kostet Kurs 4, wenn ich Mitglied bin": "kurs 4",
		"Kosten 3 Nächte mehr?":                    "",
		"Was ist am Montag 3 Stunden lang offen?":  "",
		"Haben Sie im Mai 2 frei":                  "",
		"Preis 12 €":                               "",
		"Grundschule 8–12 Uhr":                     "",
		"Dauert der Kurs 4 Wochen?":                "",
	} {
		got := numberedNames(text, word.Tokens(text, "de"))
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || got[0].noun+" "+got[0].number != want) {
			t.Errorf("%q: %v, want %q", text, got, want)
		}
	}
}

// What is told of Discofox 1 is no sure answer on Discofox 2.
func TestAnotherNumberBehindTheNameIsNoAnswer(t *testing.T) {
	school := firm("de",
		[2]string{"Kurse", "# Tanzkurse\n• Discofox 1: freitags 19 Uhr, 84 € pro Person\n• Discofox 2: freitags 20 Uhr, 89 € pro Person\n• Walzer: montags 18 Uhr, 79 € pro Person"},
		[2]string{"Anfahrt", "# Anfahrt\nSie finden uns im Hof der alten Weberei. Parken können Sie im Hof."})
	certainty := func(question string) (float64, float32) {
		g, _ := school.Ground(Query{Text: question, Language: "de"})
		return school.Search(Query{Text: question, Language: "de"}).Certainty, g.Row[groundOtherNumber]
	}
	own, same := certainty("Was kostet Discofox 2?")
	other, differs := certainty("Was kostet Discofox 3?")
	if same != 0 || differs != 1 {
		t.Errorf("another number: %v for the same, %v for another", same, differs)
	}
	if other >= 0.5 || own <= other {
		t.Errorf("certain to %.2f of the course asked for, to %.2f of one that there is not", own, other)
	}
}

func TestAQuoteIsHeldAgainstWhatOnlyTheVeryThingHas(t *testing.T) {
	shop := firm("de",
		[2]string{"Verleih", "# Verleih\nEin Canadier kostet 54 € am Tag und 97 € am Wochenende.\nIm Bootshaus gibt es 12 Umkleiden und 40 Stellplätze."},
		[2]string{"Saal", "# Saal\nDer Saal ist 80 m² groß. Die Miete beträgt 300 €.\nFür Gruppen zeigt Frau Kolbinger den Saal."})
	row := groundsOf(t, shop, "de")
	for _, c := range []struct {
		question string
		ground   int
		want     float32
	}{
		{"Was kostet ein Canadier am Wochenende?", groundSpan, 1},
		{"Was kostet ein Canadier für eine Woche?", groundSpan, -1},
		{"Was kostet ein Canadier?", groundSpan, 0},
		{"Wie viele Umkleiden gibt es im Bootshaus?", groundCounted, 1},
		{"Was kostet ein Canadier?", groundCounted, noneSuch},
		{"Wie groß ist der Saal?", groundSized, 1},
	} {
		if got := row(c.question)[c.ground]; got != c.want {
			t.Errorf("%q: ground %d is %v, want %v", c.question, c.ground-groundNameMet, got, c.want)
		}
	}
	if has := row("Zeigt Frau Kolbinger den Saal?"); has[groundNameMet] <= 0 || has[groundNameLack] != 0 {
		t.Errorf("the name that stands there: %v met, %v lacking", has[groundNameMet], has[groundNameLack])
	}
	if lacks := row("Zeigt Frau Tredinnick den Saal?"); lacks[groundNameLack] <= 0 || lacks[groundNameAway] != lacks[groundNameLack] {
		t.Errorf("the name that does not: %v lacking, %v in the whole document", lacks[groundNameLack], lacks[groundNameAway])
	}
}
