package verify

import (
	"slices"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/numeral"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
)

// count is a number and the word for what it counts, or whose place it tells: "zweiter Stock".
type count struct {
	number int
	place  bool
	paid   bool // an amount of money, which counts nothing but how much less or more it is: "£50 deposit"
	of     string
}

// orMore is what "ten or more" counts.
const orMore = "or more"

// ordinals tell the place of something in a row.
var ordinals = func() map[string]int {
	m := map[string]int{}
	for i, line := range strings.Split("erst first 1st|zweit second 2nd|dritt third 3rd|viert fourth 4th|fünft funft fifth 5th|sechst sixth 6th", "|") {
		for _, w := range strings.Fields(line) {
			for _, end := range []string{"", "e", "en", "er", "es", "em"} {
				m[w+end] = i + 1
			}
		}
	}
	return m
}()

// countsIn are the things that a text counts, in figures or letters. "Ein Kurs" counts nothing.
func countsIn(text, language string) []count {
	var out []count
	var pending []count // numbers whose thing was not read yet
	linked := false     // "to" or the like was read behind a number
	word.Each(text, language, func(t word.Token) {
		n, ok := numeral.Parse(strings.ToLower(text[t.Start:t.End])) // not folded: "fünf"
		if n == 1 && t.Text != "one" {
			ok = false
		}
		if figures, err := strconv.Atoi(t.Text); err == nil {
			n, ok = figures, true
		}
		place := ordinals[t.Text]
		switch {
		case ok || place > 0:
			if !linked && !(len(pending) > 0 && t.Start > 0 && !strings.HasSuffix(text[:t.Start], " ")) { // "3–5"
				pending = nil
			}
			pending, linked = append(pending, count{number: max(n, place), place: !ok, paid: ok && paid(text[:t.Start], text[t.End:])}), false
		case len(pending) == 0:
		case slices.Contains(linking, t.Text):
			linked = true
		case linked && (t.Text == "more" || t.Text == "mehr"):
			out, pending, linked = append(out, count{number: pending[len(pending)-1].number, of: orMore}), nil, false
		default:
			if t.Kind == word.Letters && !linked && len(t.Text) > 3 && fact.IsThing(t.Text) && !dated(text[t.Start:t.End]) {
				for _, p := range pending {
					if p.of = text[t.Start:t.End]; !p.paid || fillers[t.Text] {
						out = append(out, p)
					}
				}
			}
			pending, linked = nil, false
		}
	})
	return out
}

// linking stand between numbers of the same thing.
var linking = []string{"or", "oder", "to", "bis", "und", "and"}

// otherCount reports whether a sentence counts what the sources count, and otherwise: "acht Abende" of six.
func (c *Checker) otherCount(cl *claim) bool {
	if !c.known() || c.abroad() {
		return false
	}
	stated := slices.DeleteFunc(countsIn(cl.text, c.language), func(x count) bool {
		things := fact.Things.Of(strconv.Itoa(x.number))
		return c.reckoned(cl, things) || c.inLabel(cl, things)
	})
	if len(stated) == 0 {
		return false
	}
	if c.counts == nil {
		c.counts = []count{}
		for _, text := range c.backers() {
			c.counts = append(c.counts, countsIn(text, c.language)...)
		}
	}
	return slices.ContainsFunc(stated, func(x count) bool {
		known := false
		for _, own := range c.counts {
			if own.place != x.place || own.of != x.of && (own.of == orMore || x.of == orMore || c.coverage(x.of, own.of) < 1) {
				continue
			}
			if own.number == x.number {
				return false
			}
			known = true
		}
		return known
	})
}
