package stated

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

//go:embed interrogatives.txt
var interrogativesText string

// interrogatives are the German words for those of other languages by which questions ask, by language.
var interrogatives = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for lang, line := range wordlist.Lines(interrogativesText) {
		if all[lang] == nil {
			all[lang] = map[string]string{}
		}
		fields := strings.Fields(line)
		german := word.Tokens(fields[0], "de")[0].Text
		for _, foreign := range fields[1:] {
			if tokens := word.Tokens(foreign, lang); len(tokens) == 1 {
				all[lang][tokens[0].Text] = german
			}
		}
	}
	return all
})

// Foreign says whether questions in a language are read by way of the German words for those by which they ask.
func Foreign(lang string) bool { return interrogatives()[lang] != nil }

// AskedInGerman are the words of a question with those by which it asks in German: what a question is after is told
// by German and English words.
func AskedInGerman(tokens []word.Token, lang string) []word.Token {
	if !Foreign(lang) {
		return tokens
	}
	out := slices.Clone(tokens)
	for i := range out {
		out[i].Text = InGerman(out[i].Text, lang)
	}
	return out
}

// German is the German word that asks as a folded word of another language does; ok is false where there is none.
func German(folded, lang string) (german string, ok bool) {
	german, ok = interrogatives()[lang][folded]
	return german, ok
}

// InGerman is the German word that asks as a folded word of a language does, or the word itself.
func InGerman(folded, lang string) string {
	if german, ok := German(folded, lang); ok {
		return german
	}
	return folded
}
