package retrieve

import (
	"cmp"
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// What a sentence says with a pronoun answers before the one that has the question's words and tells something else.
func TestTheSentenceThatAnswersComesFirst(t *testing.T) {
	page := func(document, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Title: document, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("Wertkarten", "Wertkarten verkaufen wir ab 15 € an der Kasse. Sie sind zwei Jahre lang gültig, eine Auszahlung ist nicht möglich."),
		page("Mischmörtel", "Mischmörtel holen Sie ab einem halben Kubikmeter am Silo. Er bleibt rund 80 Minuten verarbeitbar. Bitte den Anhänger abdecken."),
		page("Anfahrt", "Mit der Linie 4 bis zum Stadtpark, von dort sind es drei Minuten."),
	}, Options{})
	for question, want := range map[string]string{
		"Wie lange ist die Wertkarte gültig?":                      "Sie sind zwei Jahre lang gültig, eine Auszahlung ist nicht möglich.",
		"Wie viel Zeit habe ich, bis der Mischmörtel hart ist?":    "Er bleibt rund 80 Minuten verarbeitbar.",
		"Wie komme ich mit der Bahn zu euch, welche Linie ist es?": "Mit der Linie 4 bis zum Stadtpark, von dort sind es drei Minuten.",
	} {
		if got := ix.Quote(ix.Search(Query{Text: question, K: 6}), 1); len(got) == 0 || got[0].Text != want {
			t.Errorf("%q is answered %q", question, texts(got))
		}
	}
}

// How many quotes are shown goes by their scores, so these stay with the places.
func TestTheOrderOfQuotesKeepsTheScoresOfThePlaces(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "a", Document: "a", Text: "Mischmörtel holen Sie ab einem halben Kubikmeter am Silo. Er bleibt rund 80 Minuten verarbeitbar. Bitte den Anhänger abdecken.", Language: "de"}}, Options{})
	found := ix.Search(Query{Text: "Wie viel Zeit habe ich, bis der Mischmörtel hart ist?", K: 6})
	scores := func(quotes []Quote) (out []float64) {
		for _, q := range quotes {
			out = append(out, q.Score)
		}
		return out
	}
	var before []Quote
	for _, e := range ix.QuoteExamples(found) {
		before = append(before, e.Quote)
	}
	after := ix.Quote(found, quotesOrdered)
	if slices.Equal(texts(before), texts(after)) {
		t.Fatalf("the order of %q has not changed", texts(before))
	}
	if !slices.Equal(scores(before), scores(after)) || !slices.IsSortedFunc(scores(after), func(a, b float64) int { return cmp.Compare(b, a) }) {
		t.Errorf("the scores %v became %v", scores(before), scores(after))
	}
}
