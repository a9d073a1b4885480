package conversation

import (
	"slices"

	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// quotesShown is of how many quotes an answer without a model is made at most, considered how many are looked at for them.
const quotesShown, considered = 3, 12

// alsoQuoted is how near to the best quote's score another one must come to be shown beside it, and
// alsoMet how near to it in saying the question's words. insteadQuoted is how near in both one must come that has the figure
// asked for to stand in its place.
const (
	alsoQuoted    = 0.85
	alsoMet       = 0.75
	insteadQuoted = 0.7
)

// quotes are the best sentences of the found passages, at most limit, those in the visitor's language first. Those without
// the figure that was asked for are no answer; others that say nearly as much of the question may be. silent lets them through.
func quotes(index *retrieve.Index, found retrieve.Results, language string, limit int, silent bool) []llm.Quote {
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
	for _, quote := range found.Explained(retrieve.Whole(ownFirst(best, limit, language))) {
		out = append(out, llm.Quote{N: quote.Hit + 1, Text: quote.Text, Heading: quote.Heading})
	}
	if len(out) == 0 && len(found.Hits) > 0 {
		out = append(out, llm.Quote{N: 1, Text: passage.Unaddressed(found.Hits[0].Passage.Text)})
	}
	return out
}

// isNear says whether a quote is to be shown beside the best one: what is merely related confuses.
func isNear(q, best *retrieve.Quote) bool {
	return q.Score >= best.Score*alsoQuoted && q.Met >= best.Met*alsoMet && (best.Met > 0 || q.Score >= best.Score)
}

// ownFirst are the best limit quotes that are near the first. Where some of them are in another language than the visitor's,
// all near ones in that come before them, and alone where the best is one: of a website in two languages a visitor wants what he can read.
func ownFirst(best []retrieve.Quote, limit int, language string) (shown []retrieve.Quote) {
	var own, foreign []retrieve.Quote
	for i := range best {
		q := &best[i]
		if !isNear(q, &best[0]) {
			continue
		}
		readable := q.Passage.Language == language || q.Passage.Language == ""
		if readable {
			own = append(own, *q)
		}
		if i < limit {
			shown = append(shown, *q)
			if !readable {
				foreign = append(foreign, *q)
			}
		}
	}
	if len(foreign) == 0 {
		return shown
	}
	if best[0].Passage.Language == language { // the other language says it again
		return own[:min(limit, len(own))]
	}
	shown = append(own, foreign...)
	return shown[:min(limit, len(shown))]
}
