package retrieve

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/retrieve/word"
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
	lang := ""
	for line := range strings.Lines(irregularForms + "\n" + everydayWords) {
		forms := strings.Fields(line)
		switch {
		case len(forms) == 0 || forms[0] == "#":
		case len(forms) == 1:
			if lang = forms[0]; out[lang] == nil {
				out[lang] = map[uint32][]uint32{}
			}
		default:
			var stems []uint32
			for _, f := range forms {
				for _, t := range word.Tokens(f, lang) {
					stems = append(stems, word.Hash(word.Stem(lang, t)))
				}
			}
			for _, a := range stems {
				for _, b := range stems {
					if a != b {
						out[lang][a] = append(out[lang][a], b)
					}
				}
			}
		}
	}
	return out
})
