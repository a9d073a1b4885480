package retrieve

import "testing"

// The price of another row, and a sentence that names the thing without its figure, are told from the answer.
func TestAQuoteIsHeldAgainstTheThingAskedFor(t *testing.T) {
	clinic := firm("de", [2]string{"Preise", "# Zähne\n• Backenzahn ziehen, stehend: 650 €\n• Zahnsteinentfernung: 75 €\n• Kontrolle: 40 €"},
		[2]string{"Code", "# Passfoto\nDas Passfoto laden wir hoch und drucken einen Code. Den Code zeigen Sie im Amt vor. Gültig ist der Code sechs Monate lang."})
	row := func(question string) []float32 {
		g, ok := clinic.Ground(Query{Text: question, Language: "de"})
		if !ok {
			t.Fatal(question)
		}
		return g.Row
	}
	own, other := row("Was kostet Backenzahn ziehen stehend?"), row("Was kostet Wolfszahn ziehen?")
	if own[groundLabelMet] < 0.9 || own[groundLabelStrange] > 0.2 {
		t.Errorf("its own row: %v of the label, strange %v", own[groundLabelMet], own[groundLabelStrange])
	}
	if other[groundLabelMet] > 0.8 || other[groundLabelStrange] <= own[groundLabelStrange] || other[groundLackNoun] <= own[groundLackNoun] {
		t.Errorf("another row: %v of the label, strange %v, lacks %v", other[groundLabelMet], other[groundLabelStrange], other[groundLackNoun])
	}
	if other[groundSaidMet] >= own[groundSaidMet] || other[groundSaidStrange] <= own[groundSaidStrange] {
		t.Errorf("its words: %v and %v", other[groundSaidMet], own[groundSaidMet])
	}
	if near := own[groundFigureNear]; near < 0.9 {
		t.Errorf("the price stands by the thing to %v", near)
	}
	if near := row("Wie lange ist der Code gültig?")[groundFigureNear]; near < 0.9 {
		t.Errorf("the time stands by the thing to %v", near)
	}
}
