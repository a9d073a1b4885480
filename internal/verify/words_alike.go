package verify

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

//go:embed namesakes.txt
var namesakesText string

// namesakes number the things that have several words, by the language and the stem of each.
var namesakes = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	thing := 0
	for lang, line := range wordlist.Lines(namesakesText) {
		thing++
		for w := range strings.FieldsSeq(line) {
			m[lang+stemOf(w, lang)] = thing
		}
	}
	return m
})

// stemOf is the stem of a word, with all of its parts.
func stemOf(w, lang string) string {
	var stem strings.Builder
	word.Each(w, lang, func(t word.Token) { stem.WriteString(word.Stem(lang, t)) })
	return stem.String()
}

// alike reports whether one word may stand for another: it is a word for the same, like it, a part of it, or has a
// translation in common.
func (c *Checker) alike(a, b string) bool {
	one, other := strings.ToLower(a), strings.ToLower(b)
	if k, ok := contraries[one]; ok {
		if o, ok := contraries[other]; ok && o.of == k.of {
			return o == k
		}
	}
	if same := namesakes()[c.language+stemOf(a, c.language)]; same > 0 && same == namesakes()[c.language+stemOf(b, c.language)] {
		return true
	}
	switch {
	case strings.Contains(one, other), strings.Contains(other, one):
		return true
	case strings.Contains(one, "-"): // "E-Bikes" are some of the bikes
		return false
	}
	return c.support.Synonyms(a, b, c.language) || !sameHead(one, other) && c.coverage(a, b) >= likeWord
}

// sameHead reports whether two compounds are of the same thing and tell it apart: "sommerferien" and "osterferien".
func sameHead(a, b string) bool {
	const head = 4 // letters
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n >= head && n < len(a) && n < len(b)
}
