package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
)

// otherName reports whether a sentence is written like its source but for a name of two words or behind a title, in whose
// place it has another: "Den Kurs leitet Frau Kesselring" of "Den Kurs leitet Hubert Kraus".
func (c *Checker) otherName(cl *claim) bool {
	b := c.beside(cl)
	if len(b.gaps) == 0 || !cl.deniesLike(b.source) {
		return false
	}
	own := names(cl.text)
	if len(own) == 0 {
		return false
	}
	there := names(cl.backing.Sentence)
	for _, g := range b.gaps {
		mine, theirs := nameAmong(own, b.mine[g.claim[0]:g.claim[1]]), nameAmong(there, b.theirs[g.source[0]:g.source[1]])
		if mine == "" || theirs == "" || g.claim[1]-g.claim[0] > mostBetween || g.source[1]-g.source[0] > mostBetween || strings.Contains(cl.text, theirs) {
			continue
		}
		words := c.content(strings.Replace(cl.text, mine, " ", 1))
		if len(words) > 0 && c.share(words, cl.backing.Sentence, sameWord) >= verbatim && !c.saidOfName(words, mine) {
			return true
		}
	}
	return false
}

// nameAmong is the name that begins and ends among some words, "" if none does.
func nameAmong(names []fact.Fact, words []frameWord) string {
	for i := 0; i+1 < len(words); i++ {
		for _, n := range names {
			if n.Value == words[i].text+" "+words[i+1].text {
				return n.Value
			}
		}
	}
	return ""
}

// saidOfName reports whether a sentence or its headings have a name, or its last word, and some of the words.
func (c *Checker) saidOfName(words []string, name string) bool {
	_, last, _ := strings.Cut(name, " ")
	for _, s := range c.sentences() {
		if strings.Contains(s, last) && c.share(words, s, sameWord) >= alikeSaying {
			return true
		}
	}
	return false
}
