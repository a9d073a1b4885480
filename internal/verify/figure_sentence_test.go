package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// A sentence that is nothing but an amount speaks of nothing: it says what something around it costs, and is read.
func TestAnAmountMayBeASentenceOfItsOwn_C3(t *testing.T) {
	index := retrieve.Build([]passage.Passage{{Title: "Kurse", Language: "de", Address: "https://www.golf.example/kurse",
		Text: "Drei Tage, Freitag bis Sonntag, je fünf Stunden. 269 €. Die Prüfung ist enthalten. Der Schnupperkurs kostet 49 €."}}, retrieve.Options{})
	c := New(index, []retrieve.Result{index.Hit(0)}, Said{}, "de")
	for text, supported := range map[string]bool{"Die Prüfung ist enthalten, das macht 269 €.": true, "Die Prüfung ist enthalten, das macht 249 €.": false} {
		if v := c.Sentence(text); v.Supported != supported {
			t.Errorf("%q: %+v", text, v)
		}
	}
}
