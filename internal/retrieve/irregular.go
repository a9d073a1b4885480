package retrieve

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// irregularForms holds words of which the forms, or what is derived of them, have different stems: "win"
// and "won", "Frankreich" and "französisch".
//
//go:embed irregular.txt
var irregularForms string

// everydayWords holds what people call otherwise than pages do: "Klo", "Womo", "xmas".
//
//go:embed everyday.txt
var everydayWords string

// irregularCounts is what such a form counts, where the word itself counts 1.
const irregularCounts = 0.9

// relatives gives, by language and stem, the stems of the other forms of a word and of other words for the same.
var relatives = sync.OnceValue(func() map[string]map[uint32][]uint32 {
	out := map[string]map[uint32][]uint32{}
	for lang, forms := range wordlist.Lines(irregularForms + "\n" + everydayWords) {
		if out[lang] == nil {
			out[lang] = map[uint32][]uint32{}
		}
		stems := func(words string) (out []uint32) {
			for _, t := range word.Tokens(words, lang) {
				out = append(out, word.Hash(word.Stem(lang, t)))
			}
			return out
		}
		said, meant, oneWay := strings.Cut(forms, ">")
		same := stems(said)
		for _, a := range same {
			others := same
			if oneWay {
				others = stems(meant)
			}
			for _, b := range others {
				if a != b {
					out[lang][a] = append(out[lang][a], b)
				}
			}
		}
	}
	return out
})
