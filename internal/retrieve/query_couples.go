package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/word"
)

// apart says whether the question has couples and the index none of them.
func (qu *question) apart() bool {
	return qu.couples > 0 && !slices.ContainsFunc(qu.concepts, func(c concept) bool { return c.couple && c.known })
}

// addCouples adds to a question what neighbouring tokens of it make together.
func (ix *Index) addCouples(qu *question, text string, tokens []word.Token, weight float32) {
	for i := 1; i < len(tokens) && len(qu.concepts) < maxConcepts; i++ {
		t, ok := analysis.Couple(qu.lang, text, tokens[i-1], tokens[i])
		if !ok || qu.asking(tokens, i-1) || qu.asking(tokens, i) {
			continue
		}
		c := concept{word: t.Text, term: word.Hash(t.Text), weight: weight, lacked: weight, name: t.Capital, couple: true}
		df := 0
		if id, ok := ix.vocabulary.find(c.term); ok {
			c.alts, c.known, df = []alternative{{id, 1}}, true, len(ix.terms.list(id))
		}
		c.idf = ix.rarity(df, usualShare)
		qu.concepts = append(qu.concepts, c)
		qu.couples++
	}
}
