package conversation

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/test/expression"
)

// Every question of whoAnswers has a word by which messages are looked through first.
func TestEveryQuestionWhoAnswersHasAWordOfThem(t *testing.T) {
	for language, asks := range whoAnswers {
		samples := expression.Samples(asks, 50_000)
		if len(samples) < 40_000 {
			t.Errorf("%s: %d samples", language, len(samples))
		}
		for _, s := range samples {
			if !slices.ContainsFunc(strings.Fields(s), func(w string) bool { return answerers[w] }) {
				t.Fatalf("%s: none of the words is in %q", language, s)
			}
		}
	}
}
