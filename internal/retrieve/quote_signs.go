package retrieve

import (
	"regexp"
	"sync"

	"github.com/webchatagent/wca/internal/passage"
)

// ofIngredients matches what asks for what is in a dish.
var ofIngredients = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)allerg|unverträg|intoleran|zöliak|gluten|weizen|la[ck]tos|milch|\beier?n?\b|n[uü]ss|soja|sellerie|senf|sesam|fisch|krebstier|sulfit|schwefel|farbstoff|konservierung|zusatzstoff|inhaltsstoff|zutat|koffein|enthält|enthalten|\bdrin\b|vegan|contain|ingredient|additive|dairy|\bmilk\b|\beggs?\b|\bnuts?\b|celery|mustard|caffeine|\bwheat\b`)
})

// Explained are quotes that say what their signs of allergens and additives stand for, where the question asks for what is in
// a dish and their passages tell.
func (r Results) Explained(quotes []Quote) []Quote {
	if len(quotes) == 0 || !ofIngredients().MatchString(r.asked.Text) {
		return quotes
	}
	for i := range quotes {
		q := &quotes[i]
		if line := passage.Explanation(q.Passage.Text, q.Text); line != "" {
			q.Text += "\n" + line
		}
	}
	return quotes
}
