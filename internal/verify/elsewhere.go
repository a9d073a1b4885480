package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

// placeName is a word with a capital where names of places stand.
var placeName = regexp.MustCompile(`\b(?:in|nach|aus|[Ff]iliale|[Ss]tandort|[Nn]iederlassung|[Zz]weigstelle|at|branch)\s+(\p{Lu}[\pL-]{3,})\b`)

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
			for _, m := range placeName.FindAllStringSubmatch(text, -1) {
				if !slices.Contains(c.towns, m[1]) {
					c.towns = append(c.towns, m[1])
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
