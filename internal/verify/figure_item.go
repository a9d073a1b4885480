package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
)

// item is an item of a list that states facts.
type item struct {
	list  int // items of one passage share it; 0 for a line outside of lists
	text  string
	facts *fact.Facts
}

// otherWords is how much more another item must say of a sentence to be the one that is meant.
const otherWords = 0.1

// listed are the items of the hits' lists.
func (c *Checker) listed() []item {
	if c.items != nil {
		return c.items
	}
	c.items = []item{}
	list := 0
	for p := range c.passages() {
		list++
		for line := range strings.Lines(p.Text) {
			if !strings.ContainsAny(line, fact.Digits) {
				continue
			}
			text, ok := strings.CutPrefix(line, "• ")
			in := list
			if !ok {
				in = 0
			}
			c.items = append(c.items, item{in, text, c.factsOf(text)})
		}
	}
	return c.items
}

// otherItem reports whether a fact of a sentence comes from an item of a list while the sentence speaks of
// another item, which has a fact of the kind, too: "Eine Teilzeit-Karte kostet 110 €" of the full one.
func (c *Checker) otherItem(cl *claim) bool {
	if !cl.facts.Any(fact.IsMeasured) {
		return false
	}
	items := c.listed()
	if len(items) < 2 {
		return false
	}
	for _, x := range cl.facts.All() {
		if !fact.IsMeasured(x) {
			continue
		}
		lists := map[int]bool{}
		for _, it := range items {
			if it.facts.Has(x) {
				lists[it.list] = true
			}
		}
		if len(lists) == 0 || lists[0] {
			continue // a sentence states it, too
		}
		said := 0.0
		for _, it := range items {
			if it.facts.Has(x) {
				said = max(said, c.coverage(cl.text, it.text))
			}
		}
		for _, it := range items {
			if lists[it.list] && !it.facts.Has(x) && it.facts.Another(x) && !it.facts.SameAmount(cl.facts) &&
				c.coverage(cl.text, it.text) >= said+otherWords {
				return true
			}
		}
	}
	return false
}
