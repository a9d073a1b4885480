package llm

import (
	"iter"
	"testing"
)

// pieces streams a text in pieces of n bytes and says at the end why it ended.
func pieces(text string, n int) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		for ; len(text) > n; text = text[n:] {
			if !yield(Chunk{Text: text[:n]}, nil) {
				return
			}
		}
		if yield(Chunk{Text: text}, nil) {
			yield(Chunk{Finish: Stopped}, nil)
		}
	}
}

func TestThoughtsDoNotReachTheVisitorHoweverTheyAreCut(t *testing.T) {
	for text, want := range map[string]string{
		"<think>The visitor <b>asks</b>.</think>\n\nOpen until 6 < 7.": "Open until 6 < 7.",
		"\n<think>\n</think>Ja.":     "Ja.",
		"Open until 6.":              "Open until 6.",
		"<thin ice>":                 "<thin ice>",
		"<th":                        "<th",
		"It is a <think>tag</think>": "It is a <think>tag</think>",
		"<think>never ends":          "",
		"":                           "",
	} {
		for n := 1; n <= len(text)+1; n++ {
			got, finish := "", Finish("")
			for c, err := range withoutThoughts(pieces(text, n)) {
				if err != nil {
					t.Fatal(err)
				}
				got += c.Text
				finish = c.Finish
			}
			if got != want || finish != Stopped {
				t.Errorf("in pieces of %d: %q became %q, ended by %q", n, text, got, finish)
			}
		}
	}
}
