package retrieve

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

//go:embed existence.txt
var existenceText string

// existence are the words before and behind what a question of another language asks the existence of, and those that
// end others alike.
type existence struct{ opens, ends, others [][]string }

// existences are these words by language.
var existences = sync.OnceValue(func() map[string]*existence {
	all := map[string]*existence{}
	for lang, line := range wordlist.Lines(existenceText) {
		if all[lang] == nil {
			all[lang] = new(existence)
		}
		e := all[lang]
		list := &e.opens
		if rest, ok := strings.CutPrefix(line, "! "); ok {
			line, list = rest, &e.others
		} else if rest, ok := strings.CutPrefix(line, "… "); ok {
			line, list = rest, &e.ends
		}
		var words []string
		for _, t := range word.Tokens(line, lang) {
			words = append(words, t.Text)
		}
		*list = append(*list, words)
	}
	return all
})

// latestOpening is before which token such words begin: "我们这里有没有…".
const latestOpening = 3

// things are the tokens among which a question of another language names what it asks the existence of; none if it asks
// something else.
func things(tokens []word.Token, lang string) []word.Token {
	e := existences()[lang]
	if e == nil {
		return nil
	}
	asks := func(t word.Token) bool { return ways[stated.InGerman(t.Text, lang)] != wayOther }
	for i := range tokens[:min(latestOpening, len(tokens))] {
		if asks(tokens[i]) {
			return nil
		}
		for _, open := range e.opens {
			if standAt(tokens, i, open) {
				return tokens[i+len(open):]
			}
		}
	}
	endsWith := func(words []string) bool { return standAt(tokens, len(tokens)-len(words), words) }
	i := slices.IndexFunc(e.ends, endsWith)
	if i < 0 || slices.ContainsFunc(e.others, endsWith) || slices.ContainsFunc(tokens, asks) {
		return nil
	}
	return tokens[:len(tokens)-len(e.ends[i])]
}

// standAt says whether the words stand at the i-th token.
func standAt(tokens []word.Token, i int, words []string) bool {
	return i >= 0 && i+len(words) <= len(tokens) && slices.EqualFunc(tokens[i:i+len(words)], words, func(t word.Token, w string) bool { return t.Text == w })
}

// strangest is of the words that name what a question asks the existence of the one that the index lacks most: of
// "cours de plongée" it may have the first.
func (ix *Index) strangest(qu *question, an *analysis.Analyser, tokens []word.Token) named {
	out := named{concept: -1}
	var most float32 = -1
	for _, t := range things(tokens, qu.lang) {
		n := ix.named(qu, an, t)
		if n.concept < 0 {
			continue
		}
		c := &qu.concepts[n.concept]
		lack := float32(0)
		if !c.known && !c.asking {
			lack = c.idf * c.lacked
		}
		if lack > most {
			out, most = n, lack
		}
	}
	return out
}
