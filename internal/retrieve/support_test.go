package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestASentenceSpeaksOfTheDaysBetween(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Text: "Dienstag bis Sonntag ist die Küche geöffnet.", Language: "de"}, {ID: "2", Text: "The kitchen opens Tuesday to Saturday.", Language: "en"}, {ID: "3", Text: "Tesla reparieren wir nicht.", Language: "de"}}, Options{})
	for _, c := range []struct {
		hit      int
		lang     string
		text     string
		sentence string
	}{
		{0, "de", "Am Donnerstag ist die Küche geöffnet.", "Dienstag bis Sonntag ist die Küche geöffnet."},
		{0, "de", "Montags ist die Küche geöffnet.", ""}, // about another day
		{1, "en", "The kitchen opens on Thursdays.", "The kitchen opens Tuesday to Saturday."},
		{1, "en", "The kitchen opens on Mondays.", ""},
		{2, "de", "Teslas reparieren wir nicht.", "Tesla reparieren wir nicht."},
	} {
		b := ix.Support([]Result{ix.Hit(c.hit)}).Find(c.text, c.lang)
		if said := b.Single >= 0.85; said != (c.sentence != "") || said && b.Sentence != c.sentence {
			t.Errorf("%q: %.2f of %q, want %q", c.text, b.Single, b.Sentence, c.sentence)
		}
	}
}
