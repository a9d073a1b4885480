package retrieve

import "github.com/webchatagent/wca/internal/word"

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
	an := analyser{lang: lang, table: ix.table}
	any := false
	for _, t := range word.Tokens(text, lang) {
		term, _ := an.term(t)
		if term == 0 {
			continue
		}
		id, ok := ix.vocabulary.find(term)
		if !ok || len(ix.terms.list(id)) == 0 {
			return false
		}
		any = true
	}
	return any
}
