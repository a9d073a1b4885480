package llm

import (
	"context"
	"fmt"
	"iter"
	"strings"
)

// quote is the built-in provider: it needs no network and writes nothing of its own but a short
// lead-in. What it shows are the best sentences of the passages, each with its number.
type quote struct{}

// Stream implements Provider.
func (quote) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		quotes := r.Quotes
		if len(quotes) == 0 && len(r.Evidence) > 0 {
			quotes = []Quote{{N: r.Evidence[0].N, Text: r.Evidence[0].Text}}
		}
		for _, piece := range pieces(quotes, r.Language) {
			if ctx.Err() != nil {
				yield(Chunk{}, &Error{Kind: Canceled, Message: "cancelled", Err: ctx.Err()})
				return
			}
			if !yield(Chunk{Text: piece}, nil) {
				return
			}
		}
		yield(Chunk{Finish: Stopped}, nil)
	}
}

// pieces are the lead-in and the quotes: a single sentence in a paragraph of its own, everything
// else as a list. Lines of a table or a list stay lines; the number stands behind the last.
func pieces(quotes []Quote, language string) []string {
	lead := "This is what our information says:"
	if language == "de" {
		lead = "Dazu steht in unseren Informationen:"
	}
	var items []string
	for _, q := range quotes {
		var lines []string
		for line := range strings.Lines(q.Text) {
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				lines = append(lines, line)
			}
		}
		if len(lines) > 0 {
			lines[len(lines)-1] += fmt.Sprintf(" [%d]", q.N)
			items = append(items, lines...)
		}
	}
	out := []string{lead + "\n"}
	for _, item := range items {
		if len(items) == 1 {
			out = append(out, "\n"+item)
			continue
		}
		out = append(out, "\n- "+item)
	}
	return out
}
