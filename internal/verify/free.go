package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

var (
	// free says that something costs nothing, at most in words that deny.
	free = regexp.MustCompile(`(?i)\b(?:kostenlos\w*|kostenfrei\w*|gratis|umsonst|unentgeltlich\w*|gebührenfrei\w*|inklusive|inbegriffen|im preis enthalten|freie[nrm]? eintritt|included|free|complimentary|(?:zahlen sie|sie zahlen|kostet|kosten)\b[^,;.]*\bnichts|(?:don['’]t|do not|never) (?:have to |need to )?pay|(?:no|without) (?:extra |additional )?(?:charge|cost|fee)s?|at no (?:extra |additional )?(?:charge|cost))\b`)
	// denying words of it deny nothing else.
	freeDenial = regexp.MustCompile(`(?i)\b(?:zahlen sie|sie zahlen|kostet|kosten)\b([^,;.]*)\bnichts\b|\b(?:don['’]t|do not|never) (?:have to |need to )?pay\b|\b(?:no|without) (?:extra |additional )?(?:charge|cost|fee)s?\b`)
	freeHints  = []string{"kosten", "gratis", "umsonst", "entgelt", "gebühr", "inklusive", "inbegriffen", "enthalten", "eintritt", "free", "includ", "complimentary", "nichts", "pay", "charge", "cost", "fee"}
)

// chargedInstead reports whether a sentence says of something that it costs nothing and the source gives a price for it
// in the clause that speaks of it.
func (c *Checker) chargedInstead(plain string, stated *facts, backing retrieve.Backing) bool {
	if !c.ours(backing.Language) || backing.Sentence == "" || !hasAny(strings.ToLower(plain), freeHints) || negated(freeDenial.ReplaceAllString(plain, "$1")) || slices.ContainsFunc(stated.all, moneyFact) || !free.MatchString(plain) {
		return false
	}
	about := c.content(free.ReplaceAllString(plain, " "))
	if len(about) == 0 {
		return false
	}
	most, charged, given := enough, false, false
	for _, text := range c.read() {
		for _, at := range retrieve.Sentences(text) {
			for _, part := range parts(text[at[0]:at[1]]) {
				share := c.share(about, part, sameWord)
				if share > most {
					most, charged, given = share, false, false
				}
				if share == most {
					given = given || free.MatchString(part)
					charged = charged || slices.ContainsFunc(c.factsOf(part).all, moneyFact)
				}
			}
		}
	}
	return charged && !given
}

func moneyFact(x fact) bool { return slices.Contains(money, x.unit) }

// freeInstead reports whether a sentence gives a price of something of which the source says that it costs nothing, and
// which it names in no sentence with a price.
func (c *Checker) freeInstead(plain string, stated *facts, backing retrieve.Backing) bool {
	if !c.ours(backing.Language) || !slices.ContainsFunc(stated.all, moneyFact) || free.MatchString(plain) {
		return false
	}
	c.readFree()
	if len(c.given) == 0 {
		return false
	}
	words := c.content(costVerb.ReplaceAllString(plain, " "))
	if len(words) == 0 || !slices.ContainsFunc(c.given, func(s string) bool { return c.share(words, s, sameWord) == 1 }) {
		return false
	}
	for _, text := range c.read() {
		for _, at := range retrieve.Sentences(text) {
			if s := text[at[0]:at[1]]; strings.ContainsAny(s, digits) && c.coverage(words[0], s) >= sameWord && slices.ContainsFunc(c.factsOf(s).all, moneyFact) {
				return false
			}
		}
	}
	return true
}

// readFree reads which sentences of the hits say that something costs nothing, and give no price.
func (c *Checker) readFree() {
	if c.given != nil {
		return
	}
	c.given = []string{}
	for _, text := range c.read() {
		if !hasAny(strings.ToLower(text), freeHints) {
			continue
		}
		for _, at := range retrieve.Sentences(text) {
			if s := text[at[0]:at[1]]; hasAny(strings.ToLower(s), freeHints) && free.MatchString(s) && !slices.ContainsFunc(c.factsOf(s).all, moneyFact) {
				c.given = append(c.given, s)
			}
		}
	}
}
