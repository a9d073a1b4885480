package conversation

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Of a website in two languages a visitor reads his own first, even where the other page says a little more of the question.
func TestQuotesInTheVisitorsLanguageComeFirst(t *testing.T) {
	at := func(text, language string, score float64) retrieve.Quote {
		return retrieve.Quote{Text: text, Passage: &passage.Passage{Language: language}, Score: score, Met: 1}
	}
	for name, c := range map[string]struct {
		best []retrieve.Quote
		want []string
	}{
		"the other page is a little better": {[]retrieve.Quote{at("on Saturday", "en", 1), at("am Samstag", "de", 0.9), at("Urlaub", "de", 0.5)}, []string{"am Samstag", "on Saturday"}},
		"its own stands behind the limit":   {[]retrieve.Quote{at("a", "en", 1), at("b", "en", 1), at("c", "en", 1), at("am Samstag", "de", 0.9)}, []string{"am Samstag", "a", "b"}},
		"near its own, not the best":        {[]retrieve.Quote{at("on Saturday", "en", 1), at("am Samstag", "de", 0.9), at("Urlaub", "de", 0.8)}, []string{"am Samstag", "on Saturday"}},
		"its own is merely related":         {[]retrieve.Quote{at("on Saturday", "en", 1), at("Urlaub", "de", 0.5)}, []string{"on Saturday"}},
		"its own is the best":               {[]retrieve.Quote{at("am Samstag", "de", 1), at("on Saturday", "en", 1)}, []string{"am Samstag"}},
		"of no known language":              {[]retrieve.Quote{at("10–14", "", 1), at("am Samstag", "de", 0.9)}, []string{"10–14", "am Samstag"}},
		"nothing near behind the limit":     {[]retrieve.Quote{at("a", "de", 1), at("b", "de", 0.7), at("c", "de", 0.9), at("d", "de", 0.9)}, []string{"a", "c"}},
		"nothing":                           {nil, nil},
	} {
		var got []string
		for _, q := range ownFirst(c.best, 3, "de") {
			got = append(got, q.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
