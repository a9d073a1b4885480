package retrieve

import (
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/word"
)

// Has reports whether the indexed passages have all words of text, though not necessarily together.
func (ix *Index) Has(text string) bool {
	for _, lang := range ix.langs {
		if ix.hasIn(lang, text) {
			return true
		}
	}
	return false
}

func (ix *Index) hasIn(lang, text string) bool {
	an := analysis.Analyser{Lang: lang, Table: ix.table}
	any := false
	for _, t := range word.Tokens(text, lang) {
		term := an.Stem(t)
		if term == 0 {
			continue
		}
		if !ix.has(term) {
			return false
		}
		any = true
	}
	return any
}

// termOf is the term of a folded word of a language.
func termOf(lang, folded string) uint32 {
	return word.Hash(word.Stem(lang, word.Token{Text: folded, Kind: word.Letters}))
}

// has reports whether a term stands in some passage.
func (ix *Index) has(term uint32) bool {
	id, ok := ix.vocabulary.find(term)
	return ok && len(ix.terms.list(id)) > 0
}

// wordID is the number of a token's stem in the vocabulary; ok is false for function words and words that no text has.
func (ix *Index) wordID(an *analysis.Analyser, t word.Token) (id uint32, ok bool) {
	term := an.Stem(t)
	if term == 0 {
		return 0, false
	}
	return ix.vocabulary.find(term)
}
