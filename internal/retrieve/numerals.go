package retrieve

import (
	"strconv"
	"sync"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/word"
)

// A question has "nach 8 Jahren" where the text has "acht Jahre", or the reverse.

// numeralCounts is what a number in letters counts where the question has it in figures, and the reverse.
const numeralCounts = 0.9

// inLetters are the words for numbers of one word, folded: those of a number, and the number of each.
var inLetters = sync.OnceValue(func() (out struct {
	words  map[string][]word.Token
	number map[string]string
}) {
	out.words, out.number = map[string][]word.Token{}, map[string]string{}
	for w := range numeral.Words() {
		n, _ := numeral.Simple(w)
		tokens := word.Tokens(w, "de")
		if n < 2 || len(tokens) != 1 { // "ein" is an article, too
			continue
		}
		figures := strconv.Itoa(n)
		out.words[figures] = append(out.words[figures], tokens[0])
		out.number[tokens[0].Text] = figures
	}
	return out
})

// addNumerals adds the other way to write a number.
func (ix *Index) addNumerals(t word.Token, alt func(term uint32, weight float32)) {
	if figures, ok := inLetters().number[t.Text]; ok {
		alt(word.Hash(figures), numeralCounts)
	}
	for _, w := range inLetters().words[t.Text] {
		for _, lang := range tableLanguages {
			if !word.Stop(lang, w.Text) {
				alt(word.Hash(word.Stem(lang, w)), numeralCounts)
			}
		}
	}
}
