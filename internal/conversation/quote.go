package conversation

import (
	"slices"

	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/retrieve"
)

// quotesShown is of how many quotes an answer without a model is made at most, considered how many are looked at for them.
const quotesShown, considered = 3, 12

// alsoQuoted is how near to the best quote's score another one must come to be shown beside it, and
// alsoMet how near to it in saying the question's words. insteadQuoted is how near in both one must come that has the figure asked for to stand in
// its place.
const (
	alsoQuoted    = 0.85
	alsoMet       = 0.75
	insteadQuoted = 0.7
)

// quotes are the best sentences of the found passages, at most limit. Those without the figure that was
// asked for are no answer; others that say nearly as much of the question may be. silent lets them through.
func quotes(index *retrieve.Index, found retrieve.Results, limit int, silent bool) []llm.Quote {
	var out []llm.Quote
	best := index.Quote(found, considered)
	if !silent && len(best) > 0 {
		first := best[0]
		best = slices.DeleteFunc(best, func(q retrieve.Quote) bool {
			return q.Silent || first.Silent && (q.Score < first.Score*insteadQuoted || q.Met < first.Met*insteadQuoted)
		})
		if len(best) == 0 {
			return nil
		}
	}
	best = best[:min(limit, len(best))]
	best = slices.DeleteFunc(best, func(q retrieve.Quote) bool { // what is merely related confuses
		return q.Score < best[0].Score*alsoQuoted || q.Met < best[0].Met*alsoMet || best[0].Met == 0 && q.Score < best[0].Score
	})
	for _, quote := range retrieve.Whole(best) {
		out = append(out, llm.Quote{N: quote.Hit + 1, Text: quote.Text, Heading: quote.Heading})
	}
	if len(out) == 0 && len(found.Hits) > 0 {
		out = append(out, llm.Quote{N: 1, Text: retrieve.Unaddressed(found.Hits[0].Passage.Text)})
	}
	return out
}
