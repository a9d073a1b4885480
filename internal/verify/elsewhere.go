package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/retrieve"
)

// beforePlaces are the words that names of places stand behind.
var beforePlaces = map[string]bool{
	"in": true, "nach": true, "aus": true, "at": true, "branch": true,
	"filiale": true, "Filiale": true, "standort": true, "Standort": true, "niederlassung": true, "Niederlassung": true, "zweigstelle": true, "Zweigstelle": true,
}

// placeNames are the words with a capital where names of places stand.
func placeNames(text string) []string {
	const shortest = 4 // letters
	var out []string
	before := [2]int{}
	for at := range words(text) {
		lead := before[1] > 0 && strings.TrimSpace(text[before[1]:at[0]]) == "" && beforePlaces[text[before[0]:before[1]]]
		before = at
		if first, _ := utf8.DecodeRuneInString(text[at[0]:]); !lead || !unicode.IsUpper(first) {
			continue
		}
		name := text[at[0]:]
		name = name[:len(name)-len(strings.TrimLeftFunc(name, func(r rune) bool { return unicode.IsLetter(r) || r == '-' }))]
		if name = strings.TrimRight(name, "-"); utf8.RuneCountInString(name) >= shortest {
			out = append(out, name)
		}
	}
	return out
}

// otherPlace is how much of a sentence, without the place, one that denies it of another place says.
const otherPlace = 0.6

// deniedElsewhere reports whether a sentence denies of a place what the sources deny of others only: "Murnau
// bleibt geschlossen" where they say it of Weilheim.
func (c *Checker) deniedElsewhere(plain string) bool {
	if !negated(plain) {
		return false
	}
	places := c.places()
	named := namedIn(plain, places)
	if len(named) == 0 {
		return false
	}
	rest := plain
	for _, p := range named {
		rest = strings.ReplaceAll(rest, p, " ")
	}
	elsewhere := false
	for i := range c.hits {
		for _, p := range c.hits[i].Passages() {
			above := p.Title + "\n" + strings.Join(p.Headings, "\n")
			for _, at := range retrieve.Sentences(p.Text) {
				sentence := p.Text[at[0]:at[1]]
				if !negated(sentence) || c.support.Said(rest, c.language, sentence, p.Language) < otherPlace {
					continue
				}
				there := namedIn(sentence, places)
				if len(there) == 0 {
					there = namedIn(above, places)
				}
				if len(there) == 0 || slices.ContainsFunc(there, func(s string) bool { return slices.Contains(named, s) }) {
					return false
				}
				elsewhere = true
			}
		}
	}
	return elsewhere
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
	for at := range words(text) {
		if w := text[at[0]:at[1]]; slices.Contains(names, w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
