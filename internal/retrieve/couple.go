package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// coupled are languages whose tokens are less than words: Vietnamese is written in syllables, and Thai is read by pairs
// of characters. Nearly every text has some of a question's. So two of them that stand together are read as one, too.
var coupled = wordlist.Set("vi th")

// couple is what two neighbouring tokens of a text make together, if anything.
func couple(lang, text string, a, b word.Token) (word.Token, bool) {
	if !coupled[lang] || a.Kind != b.Kind || a.Kind == word.Number || word.Stop(lang, a.Text) || word.Stop(lang, b.Text) {
		return word.Token{}, false
	}
	c := word.Token{Start: a.Start, End: b.End, Kind: a.Kind, Capital: a.Capital && b.Capital}
	switch {
	case a.Kind == word.Ideographs && b.Start < a.End:
		c.Text = text[a.Start:b.End]
	case a.Kind == word.Letters && b.Start > a.End && strings.TrimSpace(text[a.End:b.Start]) == "":
		c.Text = a.Text + " " + b.Text
	}
	return c, c.Text != ""
}

// coupleTerms are the terms of a couple: itself, and as who types no tones writes it.
func coupleTerms(c word.Token) []uint32 {
	terms := []uint32{word.Hash(c.Text)}
	if bare := word.Bare(c.Text); bare != c.Text {
		terms = append(terms, word.Hash(bare))
	}
	return terms
}

// coupleGrams are the grams of a couple that its parts do not have. Of syllables with spaces between, the bounds say
// nothing more.
func coupleGrams(c word.Token, yield func(uint32)) {
	if c.Kind == word.Ideographs {
		word.Grams(c, yield)
	}
}

// apart says whether the question has couples and the index none of them.
func (qu *question) apart() bool {
	return qu.couples > 0 && !slices.ContainsFunc(qu.concepts, func(c concept) bool { return c.couple && c.known })
}

// addCouples adds to a question what neighbouring tokens of it make together.
func (ix *Index) addCouples(qu *question, text string, tokens []word.Token, weight float32) {
	for i := 1; i < len(tokens) && len(qu.concepts) < maxConcepts; i++ {
		t, ok := couple(qu.lang, text, tokens[i-1], tokens[i])
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
