package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
)

// Named is a word of a statement with the sentences of the hits that have it.
type Named struct {
	Word      string
	Sentences []string
}

// Named are the words of a statement of a weight or more that some sentence of the hits has, with these
// sentences, if all of them are such as only says. Headings and questions state nothing and are left out.
func (s *Support) Named(statement, lang string, weight float32, only func(sentence string) bool) []Named {
	var out []Named
	word.Each(statement, lang, func(t word.Token) {
	words:
		for _, w := range s.reader.words(statement[t.Start:t.End], lang, false) {
			if w.weight < weight || w.fixed {
				continue
			}
			one := Named{Word: statement[t.Start:t.End]}
			for i := range s.sentences {
				o := &s.sentences[i]
				if o.heading || w.metIn(o.words) < 0.9 {
					continue
				}
				text := o.text()
				switch {
				case strings.HasSuffix(text, "?"), slices.Contains(one.Sentences, text): // pages say the same again
				case only(text):
					one.Sentences = append(one.Sentences, text)
				default:
					continue words
				}
			}
			if len(one.Sentences) > 0 {
				out = append(out, one)
			}
		}
	})
	return out
}
