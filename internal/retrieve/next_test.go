package retrieve

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// The next greater one of what was told is the next row of its kind, whatever the order of the table.
func TestTheNextOneIsFoundInTheTable(t *testing.T) {
	page := func(heading, text string) passage.Passage {
		return passage.Passage{ID: heading, Document: "preise", Address: "https://m.example/preise", Title: "Preise", Headings: []string{"Preise", heading}, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("Bagger", "Gerät: Mikrobagger Kobi 8 · Gewicht: 0,9 t · Tag: 115 €\nGerät: Minibagger Kobi 18 · Gewicht: 1,8 t · Tag: 148 €\nGerät: Minibagger Kobi 27 · Gewicht: 2,7 t · Tag: 189 €\nGerät: Raupendumper RD 500 · Gewicht: 0,4 t · Tag: 85 €\nGerät: Hoflader Wiesel · Gewicht: 2,1 t · Tag: 155 €"),
		page("Lager", "Unit: Small · Size: 5 × 5 · Monthly: $62\nUnit: Medium · Size: 5 × 10 · Monthly: $98\nUnit: Large · Size: 10 × 10 · Monthly: $164"),
		page("Pläne", "Plan: Off-Peak · Price: £24 · Sauna: no\nPlan: Classic · Price: £36 · Sauna: no\nPlan: Complete · Price: £47 · Sauna: yes\nPlan: Student · Price: £22 · Sauna: no"),
		page("Lieferung", "Die Lieferung kostet bis 10 km 49 €. Die nächste größere Stadt ist Aurich."),
	}, Options{})
	for _, c := range []struct{ question, told, want string }{
		{"und der nächstgrößere?", "Minibagger Kobi 18", "Minibagger Kobi 27"},
		{"und der kleinere?", "Minibagger Kobi 27", "Minibagger Kobi 18"},
		{"ok and the next bigger one, what's that per month?", "Medium", "Unit: Large"},
		{"and the next one up?", "Classic", "Plan: Complete"},
		{"gibt es einen günstigeren?", "Classic", "Plan: Off-Peak"},
		{"und der nächstgrößere?", "Hoflader Wiesel", ""},               // of another kind
		{"und der nächstgrößere?", "Minibagger Kobi 27", ""},            // the greatest one
		{"Wo ist die nächste größere Stadt?", "Minibagger Kobi 18", ""}, // says what it asks for itself
		{"und der nächstgrößere?", "", ""},
		{"und der kleinere?", "Minibagger Kobi 27|Minibagger Kobi 18", "Minibagger Kobi 18"}, // of the two
		{"und der kleinere?", "Minibagger Kobi 18|Minibagger Kobi 27", "Minibagger Kobi 18"},
		{"und der nächstgrößere?", "Minibagger Kobi 18|Minibagger Kobi 27", "Minibagger Kobi 27"},
		{"gibt es einen kleineren?", "Minibagger Kobi 18|Minibagger Kobi 27", "Mikrobagger Kobi 8"},
	} {
		q := Query{Text: c.question, Context: []string{"Was kostet der am Tag?"}, K: 4}
		found := ix.Next(q, slices.DeleteFunc(strings.Split(c.told, "|"), func(name string) bool { return name == "" }), []string{"https://m.example/preise"})
		if found.Enough != (c.want != "") {
			t.Errorf("%q behind %q: %+v", c.question, c.told, found)
			continue
		}
		if told := texts(ix.Quote(found, 1)); c.want != "" && (len(told) == 0 || !strings.Contains(told[0], c.want)) {
			t.Errorf("%q behind %q is answered %q, want %q", c.question, c.told, told, c.want)
		}
	}
}
