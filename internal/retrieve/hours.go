package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// OnAnyDay is a question for the opening hours of a weekday as one for all of them: a page that says "unter der Woche von 9 bis
// 18 Uhr geöffnet" has no word of the day, and what takes place on it has.
func (q Query) OnAnyDay() (Query, bool) {
	tokens := word.Tokens(q.Text, q.namedIn())
	if !q.hours || !slices.ContainsFunc(tokens, isDay) || slices.ContainsFunc(tokens, func(t word.Token) bool { return stated.IsFeast(t.Text) }) {
		return q, false
	}
	q.Text = "Wann habt ihr geöffnet?"
	if q.namedIn() == "en" {
		q.Text = "When are you open?"
	}
	return q, true
}

// TellsOpening says whether the best quote of what was found, or what stands above it, speaks of opening.
func (ix *Index) TellsOpening(found Results) bool {
	quotes := ix.Quote(found, 1)
	if len(quotes) == 0 {
		return false
	}
	p := quotes[0].Passage
	said := strings.Join(append(slices.Clone(p.Headings), p.Title, quotes[0].Text), "\n")
	return slices.ContainsFunc(word.Tokens(said, p.Language), func(t word.Token) bool {
		return stated.IsOpening(t.Text) || hoursWords[t.Text] || opened[t.Text] && t.Text != "auf" && t.Text != "zu"
	})
}
