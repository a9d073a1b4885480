package pseudonym

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal"
)

// Readable is a text of a source as an answer shows it: what may come back stands as it is written there, in
// place of all else is a word of the language. What the vault knows of other texts is replaced, too, where f
// does not see it in this one.
func (v *Vault) Readable(f personal.Searcher, text, language string) string {
	var b strings.Builder
	at := 0
	for _, e := range f.Find(text) {
		if e.Start < at {
			continue
		}
		value, open, _ := v.lookup(v.placeholder(e, Source))
		if open {
			continue
		}
		b.WriteString(text[at:e.Start] + substitute(value.kind, language))
		at = e.End
	}
	b.WriteString(text[at:])
	text = b.String()
	for _, value := range v.closed() {
		text = replaceWord(text, value.text, substitute(value.kind, language))
	}
	return text
}

// leastKnown is how many letters a value must have to be looked for in other texts.
const leastKnown = 4

// closed are the values that must not come back, the longest first.
func (v *Vault) closed() []held {
	v.mu.Lock()
	defer v.mu.Unlock()
	var out []held
	for _, value := range v.values {
		if !value.open && utf8.RuneCountInString(value.text) >= leastKnown {
			out = append(out, value)
		}
	}
	slices.SortFunc(out, func(a, b held) int {
		return cmp.Or(cmp.Compare(len(b.text), len(a.text)), strings.Compare(a.text, b.text))
	})
	return out
}

// replaceWord replaces what stands in text as a word of its own.
func replaceWord(text, word, by string) string {
	var b strings.Builder
	at := 0
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			b.WriteString(text[at:])
			return b.String()
		}
		start, end := from+i, from+i+len(word)
		from = end
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if ofWord(before) || ofWord(after) {
			continue
		}
		b.WriteString(text[at:start] + by)
		at = end
	}
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
