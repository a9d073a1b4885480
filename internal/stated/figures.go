package stated

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

//go:embed figures.txt
var figuresText string

// glossary are the German words for those of another language, which may end as they like.
type glossary struct {
	words     map[string]string
	beginning []string // of those that may, longest first
	longest   int      // of words of a script without spaces, in bytes
}

// figures are the German words for those of other languages that state a figure, by language.
var figures = sync.OnceValue(func() map[string]*glossary {
	all := map[string]*glossary{}
	for lang, line := range wordlist.Lines(figuresText) {
		if all[lang] == nil {
			all[lang] = &glossary{words: map[string]string{}}
		}
		fields := strings.Fields(line)
		for _, foreign := range fields[1:] {
			all[lang].add(lang, foreign, fields[0])
		}
	}
	for _, g := range all {
		slices.SortStableFunc(g.beginning, func(a, b string) int { return len(b) - len(a) })
	}
	return all
})

func (g *glossary) add(lang, foreign, german string) {
	foreign, open := strings.CutSuffix(foreign, "*")
	tokens := word.Tokens(foreign, lang)
	if tokens[0].Kind == word.Ideographs { // which are found in the text
		g.words[foreign] = german
		g.longest = max(g.longest, len(foreign))
		return
	}
	folded := tokens[0].Text
	g.words[folded] = german
	if open {
		g.beginning = append(g.beginning, folded)
	}
}

// german is the German word for a folded one.
func (g *glossary) german(folded string) (string, bool) {
	if german, ok := g.words[folded]; ok {
		return german, true
	}
	for _, b := range g.beginning {
		if strings.HasPrefix(folded, b) {
			return g.words[b], true
		}
	}
	return "", false
}

// SaidInGerman are the words of a text in the language with German ones for those that state a figure: what a text
// states is told by German and English words. The others of a script without spaces are left out.
func SaidInGerman(text string, tokens []word.Token, lang string) []word.Token {
	g := figures()[lang]
	if g == nil {
		return tokens
	}
	out := make([]word.Token, 0, len(tokens))
	end := 0 // of the piece of text without spaces that was read
	for _, t := range tokens {
		if t.Kind == word.Ideographs {
			for end = max(end, t.Start); end < t.End; {
				end = g.read(text, end, &out)
			}
			continue
		}
		german, ok := g.german(t.Text)
		if !ok {
			german = InGerman(t.Text, lang)
		}
		t.Text = german
		t.Capital = t.Capital || months[german]
		out = append(out, t)
	}
	return out
}

// read adds the German word for what stands at i of a text without spaces to out, if there is one, and returns where to
// read on.
func (g *glossary) read(text string, i int, out *[]word.Token) int {
	for end := min(len(text), i+g.longest); end > i; end-- {
		if german, ok := g.words[text[i:end]]; ok {
			*out = append(*out, word.Token{Text: german, Start: i, End: end, Kind: word.Letters})
			return end
		}
	}
	return i + 1
}
