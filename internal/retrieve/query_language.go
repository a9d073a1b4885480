package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

// questionLanguage decides the language of a question by its words, then by the
// caller's hint, then by which language's stems the index knows.
func (ix *Index) questionLanguage(q Query) string {
	hint := strings.ToLower(q.Language)
	if i := strings.IndexAny(hint, "-_"); i >= 0 {
		hint = hint[:i]
	}
	lang, sure := word.Language(q.Text)
	likely := slices.Contains(ix.langs, lang) || tableLanguage(lang) >= 0 && slices.ContainsFunc(ix.langs, func(l string) bool { return tableLanguage(l) >= 0 }) // the only function word of "Ile kosztuje pokój?" is Turkish, too
	if sure >= 0.6 || lang != "" && sure >= 0.3 && hint == "" && likely {
		return lang
	}
	best, most := "", 0
	for _, l := range ix.askedIn(lang, hint) {
		known := ix.knows(q.Text, l)
		if l == hint {
			known++
		}
		if l == lang {
			known++
		}
		if known > most {
			best, most = l, known
		}
	}
	switch {
	case lang != "" && sure >= 0.5 && likely:
		return lang
	case best != "":
		return best
	case hint != "":
		return hint
	}
	return lang
}

// askedIn are the languages of the index and behind them those of others that the table leads from to these.
func (ix *Index) askedIn(others ...string) []string {
	langs := ix.langs
	for _, l := range others {
		if ix.table.Knows(l) && !slices.Contains(langs, l) && slices.ContainsFunc(ix.langs, ix.table.Knows) {
			langs = append(slices.Clip(langs), l)
		}
	}
	return langs
}

// knows counts what of a text the index, or at least the table, knows to be words of a language.
func (ix *Index) knows(text, lang string) int {
	an := analysis.Analyser{Lang: lang, Table: ix.table}
	known, own := 0, slices.Contains(ix.langs, lang)
	for _, t := range word.Tokens(text, lang) {
		term := an.Stem(t)
		switch {
		case word.Stop(lang, t.Text): // the others take it for a word of a matter
			known += 2
		case term == 0:
		case own && ix.has(term):
			known += 2
		case ix.table.Row(lang, term) != table.None:
			known++
		}
	}
	return known
}
