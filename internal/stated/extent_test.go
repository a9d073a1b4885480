package stated

import (
	"strings"
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
		asked := QuantitiesAsked(c.question, word.Tokens(c.question, "de"), "de")
		told := ExtentsIn(c.text, word.Tokens(c.text, "de"), "de")
		if got := Fit(asked, told, strings.Contains(c.text, CellBreak)); got != c.want {
			t.Errorf("%q fits %q to %v, want %v (%v, %v)", c.text, c.question, got, c.want, asked, told)
		}
	}
}
