package retrieve

import (
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// withCosts is for text that tells how it goes with what the question wants to do without.
const withCosts = 0.2

var (
	withoutWords = wordlist.Set("ohne without")
	withWords    = wordlist.Set("mit per with by")
)

// without is the stem of what a question wants to do without, "" if it names no such thing.
func without(text string, tokens []word.Token, lang string) string {
	return behind(text, tokens, lang, withoutWords, "")
}

// goesWith says whether a text tells how it goes with the thing, and does not name doing without.
func goesWith(text string, tokens []word.Token, thing, lang string) bool {
	return behind(text, tokens, lang, withWords, thing) != "" && behind(text, tokens, lang, withoutWords, thing) == ""
}

// behind is the stem of the word behind one of the given, over articles; of the given one only, unless that is "".
func behind(text string, tokens []word.Token, lang string, words map[string]bool, only string) string {
	for i, t := range tokens {
		if !words[t.Text] {
			continue
		}
		for j := i + 1; j < len(tokens) && j < i+4; j++ {
			if leading[tokens[j].Text] || possessives[tokens[j].Text] {
				continue
			}
			if j = lastJoined(text, tokens, j); only == "" || only == word.Stem(lang, tokens[j]) {
				return word.Stem(lang, tokens[j])
			}
			break
		}
	}
	return ""
}

// lastJoined is the last of the words that hyphens join with the one at i: "Genion-L-Vertrag".
func lastJoined(text string, tokens []word.Token, i int) int {
	for i+1 < len(tokens) && word.Gap(text, tokens[i], tokens[i+1]) == "-" {
		i++
	}
	return i
}
