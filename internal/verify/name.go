package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
)

// writtenWord is a word of a sentence as it stands there.
type writtenWord struct {
	text    string
	capital bool
	first   bool // it begins the sentence, or what is like one
	beside  bool // nothing but a space is between it and the word before
}

func writtenWords(plain string) []writtenWord {
	var out []writtenWord
	end := 0
	for at := 0; at < len(plain); {
		r, n := utf8.DecodeRuneInString(plain[at:])
		if !unicode.IsLetter(r) {
			at += n
			continue
		}
		from := at
		for at < len(plain) {
			r, n := utf8.DecodeRuneInString(plain[at:])
			if !unicode.IsLetter(r) && !(strings.ContainsRune("-'’", r) && at+n < len(plain) && letterAt(plain[at+n:])) {
				break
			}
			at += n
		}
		gap := plain[end:from]
		out = append(out, writtenWord{
			text: plain[from:at], capital: unicode.IsUpper(r), beside: gap == " " && end > 0,
			first: end == 0 || strings.ContainsAny(gap, ":.!?\"„“”«»‚‘(–—;|•"),
		})
		end = at
	}
	return out
}

func letterAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// names are the pairs of words with capitals in a text, which names of people are, too.
func names(text string) []fact.Fact {
	var out []fact.Fact
	words := writtenWords(text)
	for i := 1; i < len(words); i++ {
		if words[i].capital && words[i-1].capital && words[i].beside && !word.StopEither(strings.ToLower(words[i-1].text)) {
			out = append(out, fact.Fact{Kind: fact.Name, Value: words[i-1].text + " " + words[i].text})
		}
	}
	return out
}

// beforePlaces are the words that names of places stand behind.
var beforePlaces = map[string]bool{
	"in": true, "nach": true, "aus": true, "innerhalb": true, "at": true, "branch": true,
	"filiale": true, "Filiale": true, "standort": true, "Standort": true, "niederlassung": true, "Niederlassung": true, "zweigstelle": true, "Zweigstelle": true,
}

// wholePlace stands between such a word and the name.
var wholePlace = map[string]bool{"ganz": true, "all": true, "of": true}

// leadingName is what a text begins with, up to what is no letter and no hyphen.
func leadingName(text string) string {
	return text[:len(text)-len(strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsLetter(r) || r == '-' }))]
}

// placeNames are the words with a capital where names of places stand.
func placeNames(text string) []string {
	const shortest = 4 // letters
	var out []string
	leads, end := false, 0 // the word before, and where it ends
	for at := range word.Runs(text) {
		w := text[at[0]:at[1]]
		lead := leads && strings.TrimSpace(text[end:at[0]]) == ""
		leads, end = beforePlaces[w] || lead && wholePlace[w], at[1]
		if !lead || !startsCapital(text[at[0]:]) {
			continue
		}
		if name := strings.TrimRight(leadingName(text[at[0]:]), "-"); utf8.RuneCountInString(name) >= shortest {
			out = append(out, name)
		}
	}
	return out
}

// places are the names in the hits that stand where those of places do.
func (c *Checker) places() []string {
	if c.towns == nil {
		c.towns = []string{}
		for _, text := range c.read() {
			for _, name := range placeNames(text) {
				if !slices.Contains(c.towns, name) {
					c.towns = append(c.towns, name)
				}
			}
		}
	}
	return c.towns
}

// namedIn are those of the names that a text has as words.
func namedIn(text string, names []string) []string {
	var out []string
	for at := range word.Runs(text) {
		if w := text[at[0]:at[1]]; slices.Contains(names, w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// startsCapital reports whether a text begins with a capital.
func startsCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
