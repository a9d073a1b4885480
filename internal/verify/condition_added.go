package verify

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/wordlist"
)

// unbackedLimit reports whether a sentence limits what its source says to something of which no source says anything, or
// not that one where it is written like it: "Die Karte gilt nur am Wochenende."
func (c *Checker) unbackedLimit(cl *claim) bool {
	source := cl.backing.Sentence
	if !cl.near() || cl.backing.Hit < 0 || !limits(cl.text) || limits(source) || strings.Contains(source, stated.CellBreak) || !cl.deniesLike(source) {
		return false
	}
	for _, m := range slices.Concat(alone.FindAllStringSubmatch(cl.text, -1), onlyBehind.FindAllStringSubmatch(cl.text, -1)) {
		words := c.undatedWords(m[1])
		if len(words) == 0 || strings.ContainsAny(m[1][:strings.Index(m[1], words[0])], fact.Digits) || partsOfDay[strings.ToLower(words[0])] {
			continue // "nur 5 Euro", "nur bis mittags"
		}
		said := c.held(words[0]) >= likeWord
		if c.beside(cl).like {
			said = c.saidInHit(words[0], cl.backing.Hit)
		}
		if !said && !c.said.has(words[0]) {
			return true
		}
	}
	return false
}

// partsOfDay say a time as its hours do.
var partsOfDay = wordlist.Set(`morgens vormittags vormittag mittags mittag nachmittags nachmittag abends abend nachts nacht morgen tagsüber
	morning mornings noon midday afternoon afternoons evening evenings night nights`)

// saidInHit reports whether a hit says a word, or one that may well stand for it.
func (c *Checker) saidInHit(w string, hit int) bool {
	for _, p := range c.hits[hit].Passages() {
		if c.support.Said(w, c.language, above(p)+"\n"+p.Text, p.Language) >= likeWord {
			return true
		}
	}
	return false
}
