package conversation

import (
	"context"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/retrieve"
)

// quotesShown is of how many quotes an answer without a model is made at most.
const quotesShown = 3

// alsoQuoted is how near to the best quote's score another one must come to be shown beside it, and
// alsoMet how near to it in saying the question's words.
const (
	alsoQuoted = 0.85
	alsoMet    = 0.75
)

// quotes are the best sentences of the found passages, at most limit. Those without the figure that was
// asked for are no answer; silent lets them through.
func quotes(index *retrieve.Index, query retrieve.Query, found retrieve.Results, limit int, silent bool) []llm.Quote {
	var out []llm.Quote
	best := index.Quote(query, found.Hits, limit)
	if !silent && len(best) > 0 {
		if best[0].Silent {
			return nil
		}
		best = slices.DeleteFunc(best, func(q retrieve.Quote) bool { return q.Silent })
	}
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

// refuse says kindly that the sources hold no sure answer, shows what comes nearest to one, and notes
// the question.
func (d *Desk) refuse(ctx context.Context, x *exchange, index *retrieve.Index) {
	near, cited := "", newCiter(numbered(x.found))
	if x.found.Evidence >= nearBy {
		near = cited.write(strings.TrimSpace(strings.Join(llm.Quoted(quotes(index, x.query, x.found, 1, true)), ""))) + cited.close()
	}
	x.answer.Refused, x.answer.Citations = true, cited.citations()
	x.answer.Text = spoken(x.Text) + refusal(x.language, near, contact(x.settings.Settings, index, x.language))
	x.out.delta(x.answer.Text)
	d.recordGap(ctx, x)
}

// nearBy is the evidence from which on the best quote is shown though it is not taken for an answer. On
// the tuning sites of test/eval/sites 14 of the 20 shown for a question that has an answer hold it; from
// 0.02 on, four more would, and unrelated text would be shown for half as many questions again that
// have none.
const nearBy = 0.1
