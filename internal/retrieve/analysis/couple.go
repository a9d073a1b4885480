package analysis

import (
	"strings"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// coupled are languages whose tokens are less than words: Vietnamese is written in syllables, and Thai is read by pairs
// of characters. Nearly every text has some of a question's. So two of them that stand together are read as one, too.
var coupled = wordlist.Set("vi th")

// Couple is what two neighbouring tokens of a text make together, if anything.
func Couple(lang, text string, a, b word.Token) (word.Token, bool) {
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

// CoupleGrams are the grams of a couple that its parts do not have. Of syllables with spaces between, the bounds say
// nothing more.
func CoupleGrams(c word.Token, yield func(uint32)) {
	if c.Kind == word.Ideographs {
		word.Grams(c, yield)
	}
}
