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
	for i := 0; i < len(out); {
		if n := asPhrase(out[i:], tokens[i:], lang); n > 0 {
			i += n
			continue
		}
		out[i].Text = InGerman(out[i].Text, lang)
		i++
	}
	return out
}

//go:embed phrases.txt
var phrasesText string

// phrase are the folded words of one, and the German ones that ask the same.
type phrase struct{ words, german []string }

// phrases are filed under their language and their first word, the longest first.
var phrases = sync.OnceValue(func() map[[2]string][]phrase {
	all := map[[2]string][]phrase{}
	for lang, line := range wordlist.Lines(phrasesText) {
		german, foreign, _ := strings.Cut(line, ": ")
		for text := range strings.SplitSeq(foreign, ", ") {
			p := phrase{german: strings.Fields(german)}
			for _, t := range word.Tokens(text, lang) {
				p.words = append(p.words, t.Text)
			}
			at := [2]string{lang, p.words[0]}
			all[at] = append(all[at], p)
		}
	}
	for _, of := range all {
		slices.SortStableFunc(of, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return all
})

// asPhrase writes the German words of the longest phrase that tokens begin with to out, and returns how many tokens it is
// of; 0 if they begin with none.
func asPhrase(out, tokens []word.Token, lang string) int {
	for _, p := range phrases()[[2]string{lang, tokens[0].Text}] {
		if len(p.words) > len(tokens) {
			continue
		}
		same := true
		for k, w := range p.words {
			same = same && tokens[k].Text == w
		}
		if !same {
			continue
		}
		for k := range p.words {
			out[k].Text = p.german[min(k, len(p.german)-1)]
		}
		return len(p.words)
	}
	return 0
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
