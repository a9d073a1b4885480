package retrieve

import (
	_ "embed"
	"sync"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// commonText holds common words of other languages than German and English.
//
//go:embed common.txt
var commonText string

// What part of ordinary text a word makes up of which the table does not say it: one of the common words, and any other. A name
// or a number is as good as none.
const (
	commonShare = 5e-4
	usualShare  = 2e-5
)

// commonWords are the stems of common words, by language.
var commonWords = sync.OnceValue(func() map[string]map[uint32]bool {
	all := map[string]map[uint32]bool{}
	for lang, line := range wordlist.Lines(commonText) {
		if all[lang] == nil {
			all[lang] = map[uint32]bool{}
		}
		for _, t := range word.Tokens(line, lang) {
			all[lang][word.Hash(word.Stem(lang, t))] = true
		}
	}
	return all
})

// wordShare is share of a word of a question; name says that it looks like one.
func (ix *Index) wordShare(lang string, term uint32, t word.Token, row int32, name bool) float64 {
	switch {
	case ix.table != nil && tableLanguage(lang) >= 0:
		return ix.share(row)
	case name || t.Kind == word.Number:
		return 0
	case commonWords()[lang][term], ix.table == nil && commonInTable(lang, term):
		return commonShare
	case row != table.None:
		return min(max(usualShare, ix.share(row)), commonShare)
	}
	return usualShare
}

// commonInTable says whether a German or English word is as common as those that are listed of other languages.
func commonInTable(lang string, term uint32) bool {
	t := table.Default()
	row := t.Row(lang, term)
	return row != table.None && t.Share(row) > commonShare/3
}
