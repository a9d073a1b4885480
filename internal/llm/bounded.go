package llm

import (
	"context"
	"iter"
)

// perToken is more bytes than a token has on average in any answer: German has some 4, and only the longest words
// of a vocabulary have more than 12.
const perToken = 12

// bounded ends an answer that is longer than was asked for: not every server keeps to the limit that the
// request names, and a model may repeat itself without end.
type bounded struct{ Provider }

// Stream implements Provider.
func (b bounded) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	if r.MaxTokens <= 0 {
		return b.Provider.Stream(ctx, r)
	}
	return func(yield func(Chunk, error) bool) {
		left := r.MaxTokens * perToken
		for c, err := range b.Provider.Stream(ctx, r) {
			if left -= len(c.Text); left < 0 {
				yield(Chunk{Finish: Length}, nil)
				return
			}
			if !yield(c, err) {
				return
			}
		}
	}
}
