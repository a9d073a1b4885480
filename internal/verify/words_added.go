package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// because is the cause of something, in front of it or behind it.
var because = pattern.New([]string{"weil", "because", ", da", ", denn", ", since", ", as "},
	regexp.MustCompile(`(?i)^(?:weil|because)\s+([^,]+),|(?:\b(?:weil|because)|, (?:da|denn|since|as))\s+(.+)`))

// addedCause reports whether a sentence gives a cause that no source speaks of.
func (c *Checker) addedCause(cl *claim) bool {
	if !cl.hints(because) || c.abroad() {
		return false
	}
	m := because.FindStringSubmatch(cl.text)
	if m == nil {
		return false
	}
	backing := c.backing(m[1] + m[2])
	return backing.Share < c.enough(backing.Hit)
}

// turnedCause reports whether a sentence gives as the cause what follows from it in its source.
func (c *Checker) turnedCause(cl *claim) bool {
	if !cl.near() || !cl.hints(because) {
		return false
	}
	cause, effect := causeIn(cl.text)
	theirs, follows := causeIn(cl.backing.Sentence)
	if cause == "" || theirs == "" {
		return false
	}
	is := func(a, b string) float64 { return c.share(c.content(a), b, sameWord) }
	return is(cause, follows) >= verbatim && is(effect, theirs) >= verbatim && is(cause, theirs) < enough
}

// causeIn is the cause that a sentence gives, and what follows from it; both "" if it gives none.
func causeIn(text string) (cause, effect string) {
	m := because.FindStringSubmatchIndex(text)
	switch {
	case m == nil:
	case m[2] >= 0:
		return text[m[2]:m[3]], text[m[1]:]
	default:
		return text[m[4]:m[5]], text[:m[0]]
	}
	return "", ""
}

// saidOf is what only a sentence of its own has.
var saidOf = regexp.MustCompile(`(?i)(?:^|\s)(?:you|we|they|it|wir|sie|es)\s`)

// partOfHour is what of an hour stands behind a whole one: "an hour and a quarter".
var partOfHour = regexp.MustCompile(`^(?:a|three)[ -]quarters?$`)

// strange is how much the sources say at most of a word that they do not know.
const strange = 0.4

// addedThing reports whether a sentence puts a thing that no source knows beside one that they have: "Sauna, Dampfbad
// und ein Whirlpool".
func (c *Checker) addedThing(cl *claim) bool {
	if c.language != "de" && c.language != "en" || c.abroad() {
		return false
	}
	for _, at := range joins.FindAllStringIndex(cl.text, -1) {
		before := c.content(cl.text[:at[0]])
		item := cl.text[at[1]:]
		if end := itemEnd.FindStringIndex(item); end != nil {
			item = item[:end[0]]
		}
		words := c.content(item)
		if partOfHour.MatchString(item) || saidOf.MatchString(item) || len(before) == 0 || len(words) == 0 || len(words) > 3 || c.factsOf(item).Any(fact.IsMeasured) || c.held(before[len(before)-1]) < sameWord {
			continue
		}
		unknown := true
		for _, w := range words {
			known := c.held(w)
			unknown = unknown && c.names(w) && (known < strange || known < sameWord && c.coverage(w, cl.text[:at[0]]) > known-0.01) && !c.said.has(w)
		}
		if unknown {
			return true
		}
	}
	return false
}

// names says whether a word may name a thing, not how something is.
func (c *Checker) names(w string) bool {
	if c.language == "de" {
		return startsCapital(w)
	}
	return !strings.HasSuffix(w, "ly")
}
