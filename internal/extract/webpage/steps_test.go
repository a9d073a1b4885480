package webpage_test

import (
	"strings"
	"testing"
)

func TestHTML_NumbersOfStepsStandInTheirHeadings(t *testing.T) {
	step := func(number, heading, text string) string {
		return "<div class=step><div class=number>" + number + "</div><div><h3>" + heading + "</h3><p>" + text + "</p></div></div>"
	}
	for _, c := range []struct {
		name, steps string
		want, not   []string
	}{
		{"steps", step("1", "Anfragen", "Sie schreiben uns, was Sie brauchen.") + step("02", "Angebot erhalten", "Wir antworten in zwei Tagen.") + step("3.", "Abholen", "Ihr Rad steht im Hof bereit."),
			[]string{"1. Anfragen", "2. Angebot erhalten", "3. Abholen"}, []string{"02", "\n1\n", "3.\n"}},
		{"steps that say theirs", step("1", "1. Anfragen", "Sie schreiben uns, was Sie brauchen.") + step("2", "2) Abholen", "Ihr Rad steht im Hof bereit."), []string{"1. Anfragen", "2) Abholen"}, []string{"1. 1.", "2. 2)"}},
		{"headings of other ranks", step("1", "Anfragen", "Sie schreiben uns, was Sie brauchen.") + "<div>2</div><h2>Kontakt</h2><p>Rufen Sie uns an, wir sind gern da.</p>", nil, []string{"1. Anfragen", "2. Kontakt"}},
		{"a number alone", step("1", "Anfragen", "Sie schreiben uns, was Sie brauchen.") + step("", "Abholen", "Ihr Rad steht im Hof bereit."), nil, []string{"1. Anfragen"}},
		{"places of things", step("1", "Stadtrad", "499 €") + step("2", "Reiserad", "899 €") + step("3", "Lastenrad", "2.499 €"), nil, []string{"1. Stadtrad"}},
		{"figures", step("12", "Jahre Erfahrung", "Seit 2014 bauen wir Räder.") + step("40", "Räder im Jahr", "Jedes nach Maß gebaut."), nil, []string{"12. ", "40. "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := page(t, "<main><h1>So geht es</h1><p>In wenigen Schritten zum neuen Rad.</p>"+c.steps+"</main>").Text()
			for _, want := range c.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not in %q", want, text)
				}
			}
			for _, not := range c.not {
				if strings.Contains(text, not) {
					t.Errorf("%q is in %q", not, text)
				}
			}
		})
	}
}
