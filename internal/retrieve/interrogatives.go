package retrieve

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

// askedInGerman are the words of a question with those by which it asks in German: what a question is after is told
// by German and English words.
func askedInGerman(tokens []word.Token, lang string) []word.Token {
	if interrogatives()[lang] == nil {
		return tokens
	}
	out := slices.Clone(tokens)
	for i := range out {
		out[i].Text = inGerman(out[i].Text, lang)
	}
	return out
}

// inGerman is the German word that asks as a folded word does, or that word.
func inGerman(folded, lang string) string {
	if german, ok := interrogatives()[lang][folded]; ok {
		return german
	}
	return folded
}
