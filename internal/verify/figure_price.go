package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// freeDenied says so in words that deny.
const freeDenied = `(?:zahlen sie|sie zahlen|kostet|kosten|pays?|costs?)\b([^,;.]*)\b(?:nichts|nothing)|or nothing|(?:don['’]t|do not|never) (?:have to |need to )?pay|(?:no|without|at no) (?:extra |additional )?(?:charge|cost|fee)s?|ohne (?:aufpreis|zuschlag|zusatzkosten|mehrkosten|(?:zusätzliche |weitere )?(?:kosten|gebühr(?:en)?))`

var (
	// free says that something costs nothing, at most in words that deny.
	free = pattern.New([]string{"kosten", "gratis", "umsonst", "entgelt", "gebühr", "inklusive", "inbegriffen", "enthalten", "eintritt", "free", "includ", "complimentary", "nichts", "nothing", "pay", "charge", "cost", "fee", "ohne"}, regexp.MustCompile(`(?i)\b(?:\pL*kostenlos\w*|\pL*kostenfrei\w*|gratis|umsonst|unentgeltlich\w*|gebührenfrei\w*|inklusive|inbegriffen|im preis enthalten|freie[nrm]? eintritt|included|free|complimentary|`+freeDenied+`)\b`))
	// freeDenial are the words of it that deny, and nothing else.
	freeDenial = regexp.MustCompile(`(?i)\b(?:` + freeDenied + `)\b`)
)

// deniesMore reports whether a text denies more than that something has a price.
func deniesMore(text string) bool { return negated(freeDenial.ReplaceAllString(text, "$1")) }

// sameCharge reports whether a sentence says in other words than its source that something costs nothing, or that it
// does not: "ohne Aufpreis" of "kostenlos", "not included" of "$8 extra".
func (c *Checker) sameCharge(plain, source string) bool {
	if !free.In(plain) {
		return false
	}
	if free.In(source) {
		return deniesMore(plain) == deniesMore(source)
	}
	return deniesMore(plain) && c.factsOf(source).Any(fact.IsMoney)
}

// otherCharge reports whether a sentence gives away what has a price in the sources, or sells what is free there.
func (c *Checker) otherCharge(cl *claim) bool {
	return c.chargedInstead(cl) || c.freeInstead(cl) || c.oneCharged(cl) || c.chargedApart(cl)
}

// oneCharged reports whether a sentence says of several things that they cost nothing, of one of which the sources say
// nothing but what it costs: "Helmets, locks and panniers are free" of "Helmets and locks are included; panniers cost £3".
func (c *Checker) oneCharged(cl *claim) bool {
	if !cl.known || !cl.has(free) || deniesMore(cl.text) || cl.facts.Any(fact.IsMoney) {
		return false
	}
	at := joins.FindStringIndex(cl.text)
	if at == nil {
		return false
	}
	before := cl.text[:at[0]]
	if from := strings.LastIndexAny(before, ":.!?–"); from >= 0 {
		before = before[from+1:]
	}
	items := strings.Split(before, ",")
	words := c.content(cl.text[at[1]:])
	if len(words) == 0 || slices.ContainsFunc(items, func(item string) bool { return len(c.content(item)) != 1 }) {
		return false
	}
	return slices.ContainsFunc(append(items, words[0]), func(item string) bool {
		charged, given := false, false
		for _, s := range c.sentences() {
			for _, part := range parts(s) {
				if c.share(c.content(item), part, sameWord) == 1 {
					charged = charged || c.factsOf(part).Any(fact.IsMoney)
					given = given || !c.factsOf(part).Any(fact.IsMoney)
				}
			}
		}
		return charged && !given
	})
}

var (
	// chargedExtra says that something has a price of its own, within that it is in another's.
	chargedExtra = pattern.New([]string{"extra", "separately", "gesondert", "separat", "zusätzlich", "nicht", "not ", "on top"},
		regexp.MustCompile(`(?i)\b(?:(?:charged|billed|cost|costs|priced|payable|paid)(?: for)? (?:extra|separately|on top)|(?:are|is) extra|(?:gesondert|separat|extra|zusätzlich) (?:be|ver)rechnet|kostet? extra|kosten extra|nicht (?:im preis )?(?:enthalten|inbegriffen|inklusive)|not included)\b`))
	within = regexp.MustCompile(`(?i)\b(?:including|includes?|included|inklusive|inkl\.|inbegriffen|enthalten|einschließlich)`)
)

// chargedApart reports whether a sentence says that something costs extra that its sources say is in a price.
func (c *Checker) chargedApart(cl *claim) bool {
	if !cl.known || !cl.has(chargedExtra) {
		return false
	}
	for part := range strings.SplitSeq(cl.text, ";") {
		at := chargedExtra.FindStringIndex(part)
		if at == nil {
			continue
		}
		clause := part[strings.LastIndexAny(part[:at[0]], ",")+1 : at[0]]
		about := c.content(clause)
		if len(about) == 0 {
			continue
		}
		in, out := false, false
		for _, s := range c.sentences() {
			if c.share(about, s, sameWord) < 1 {
				continue
			}
			if within.MatchString(s) && !negated(s) && !chargedExtra.In(s) {
				in = true
			} else if chargedExtra.In(s) || c.factsOf(s).Any(fact.IsMoney) {
				out = true
			}
		}
		if in && !out {
			return true
		}
	}
	return false
}

// orderValue is an amount of money from which on something holds, which is no price of it.
var orderValue = regexp.MustCompile(`(?i)\b(?:ab|über|from|over|above)\s+(?:[€£$]\s?\d[\d.,]*|(?:\pL+\s){0,3}?\d[\d.,]*\s?(?:€|euro|pounds?|dollars?|franken|chf))`)

// chargedInstead reports whether a sentence says of something that it costs nothing and the source gives a price for it
// in the clause that speaks of it.
func (c *Checker) chargedInstead(cl *claim) bool {
	if !cl.known || cl.backing.Sentence == "" || !cl.has(free) || deniesMore(cl.text) {
		return false
	}
	plain := orderValue.ReplaceAllString(cl.text, " ")
	if plain == cl.text && cl.facts.Any(fact.IsMoney) || c.factsOf(plain).Any(fact.IsMoney) {
		return false
	}
	about := c.content(free.ReplaceAllString(plain, " "))
	if len(about) == 0 {
		return false
	}
	most, charged, given := enough, false, false
	for _, s := range c.sentences() {
		for _, part := range parts(s) {
			share := c.share(about, part, sameWord)
			if share > most {
				most, charged, given = share, false, false
			}
			if share == most {
				given = given || free.In(part) || c.givenBeside(about, part, s) || cl.facts.SameAmount(c.factsOf(s))
				charged = charged || c.factsOf(part).Any(fact.IsMoney)
			}
		}
	}
	return charged && !given
}

// givenBeside reports whether a part of a sentence other than one says that something costs nothing, of what that one
// does not speak of: "Eye tests cost £20, or nothing for children."
func (c *Checker) givenBeside(about []string, part, sentence string) bool {
	return free.In(sentence) && slices.ContainsFunc(parts(sentence), func(other string) bool {
		return other != part && free.In(other) && c.share(c.distinct(about, []string{part}), other, sameWord) > 0
	})
}

// freeInstead reports whether a sentence gives a price of something of which the source says that it costs nothing, and
// which it names in no sentence with a price.
func (c *Checker) freeInstead(cl *claim) bool {
	if !cl.known || !cl.facts.Any(fact.IsMoney) || cl.has(free) {
		return false
	}
	given := c.givenAway()
	if len(given) == 0 {
		return false
	}
	words := c.content(costVerb.ReplaceAllString(cl.text, " "))
	if len(words) == 0 || !slices.ContainsFunc(given, func(s string) bool { return c.share(words, s, sameWord) == 1 }) {
		return false
	}
	return !slices.ContainsFunc(c.sentences(), func(s string) bool {
		return strings.ContainsAny(s, fact.Digits) && c.coverage(words[0], s) >= sameWord && c.factsOf(s).Any(fact.IsMoney)
	})
}

// givenAway are the sentences of the hits that say that something costs nothing, and give no price.
func (c *Checker) givenAway() []string {
	if c.given != nil {
		return c.given
	}
	c.given = []string{}
	if !c.reads(free.Hinted) {
		return nil
	}
	for _, s := range c.sentences() {
		if free.In(s) && !c.factsOf(s).Any(fact.IsMoney) {
			c.given = append(c.given, s)
		}
	}
	return c.given
}
