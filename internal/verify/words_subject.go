package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
)

// samePredicate is how much of what two sentences say besides their first word they have in common if they differ in
// nothing else.
const samePredicate = 0.75

// subject is what a sentence begins with before the first word that says what it is about.
var subject = regexp.MustCompile(`(?i)^(?:the|a|an|our|all|for|der|die|das|dem|den|ein|eine|einem|einen|unser|unsere|für)?\s*$`)

// otherSubject reports whether a sentence says of one thing what its source says of another: "Businesses pay no VAT."
// of "Private households pay no VAT."
func (c *Checker) otherSubject(cl *claim) bool {
	source := cl.backing.Sentence
	if !cl.near() || strings.Contains(source, stated.CellBreak) {
		return false
	}
	own, other := c.content(cl.text), c.content(source)
	if len(own) < 2 || len(other) < 2 || !begins(cl.text, own[0]) || !begins(source, other[0]) || c.headed(own[0], cl.backing.Hit) {
		return false
	}
	if c.coverage(own[0], source) >= nameAlike || c.coverage(other[0], cl.text) >= nameAlike || c.alike(own[0], other[0]) {
		return false
	}
	return c.share(own[1:], source, likeWord) >= samePredicate && c.share(other[1:], cl.text, likeWord) >= samePredicate
}

// begins reports whether a text begins with a word that it has, but for an article.
func begins(text, w string) bool { return subject.MatchString(text[:strings.Index(text, w)]) }

// headed reports whether a hit has a word in its title or headings.
func (c *Checker) headed(w string, hit int) bool {
	for _, p := range c.hits[hit].Passages() {
		if c.support.Said(w, c.language, above(p), p.Language) >= nameAlike {
			return true
		}
	}
	return false
}
