package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// Who asks what is in a dish is told what its signs stand for; who asks for its price is not.
func TestQuotesOfDishesExplainTheirSigns(t *testing.T) {
	p := passage.Passage{ID: "a", Document: "a", Address: "a", Title: "Speisekarte", Language: "de", Text: "Wiener Schnitzel (a,c,g) · 22,90 €\nZander (d,g) · 24,50 €\na = Gluten, c = Eier, g = Milch, d = Fisch"}
	Analyse(&p)
	ix := Build([]passage.Passage{p}, Options{})
	for question, explained := range map[string]bool{"Welche Allergene hat das Wiener Schnitzel?": true, "Was kostet das Wiener Schnitzel?": false} {
		found := ix.Search(Query{Text: question, K: 4})
		said := strings.Join(texts(found.Explained(Whole(ix.Quote(found, 1)))), "\n")
		if !strings.Contains(said, "Wiener Schnitzel (a,c,g)") || strings.HasSuffix(said, "\na = Gluten, c = Eier, g = Milch") != explained {
			t.Errorf("%q is answered %q", question, said)
		}
	}
}
