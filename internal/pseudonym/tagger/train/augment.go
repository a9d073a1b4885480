package main

import (
	"math/rand/v2"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/pseudonym/tagger"
)

// renamed gives copies of the sentences that name persons, with other names in place of theirs: the
// model learns to go by what stands around a name. Initials, particles and genitives stay.
func renamed(n names, l *tagger.Lexicon, sentences []tagger.Example, copies int) []tagger.Example {
	random := rand.New(rand.NewPCG(5, 6))
	pick := func(list []string) string {
		for {
			if w := list[random.IntN(len(list))]; utf8.RuneCountInString(w) > 2 {
				return w
			}
		}
	}
	t := tagger.New(l, nil)
	var out []tagger.Example
	for range copies {
		for _, e := range sentences {
			c := tagger.Example{Words: append([]string(nil), e.Words...), Names: e.Names}
			changed := false
			for i, w := range e.Words {
				if e.Names[i] != 'P' && e.Names[i] != 'p' || utf8.RuneCountInString(w) < 3 || !unicode.IsUpper([]rune(w)[0]) {
					continue
				}
				last := i+1 == len(e.Words) || e.Names[i+1] != 'p'
				list := n.first
				if last && (e.Names[i] == 'p' || t.Known(w)&tagger.FirstName == 0) {
					list = n.last
				}
				c.Words[i] = pick(list)
				changed = true
			}
			if changed {
				out = append(out, c)
			}
		}
	}
	return out
}
