package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// joins stand before the last of several things; itemEnd ends it.
var (
	joins   = regexp.MustCompile(`(?i)\s(?:und|and|oder|or|sowie|inklusive|including|plus)\s`)
	itemEnd = regexp.MustCompile(`[,;.!?:()–]|\s(?:und|and|sowie|oder|or|aber|but)\s`)
)

// strange is how much the sources say at most of a word that they do not know.
const strange = 0.4

// added reports whether a sentence puts a thing that no source knows beside one that they have: "Sauna, Dampfbad
// und ein Whirlpool".
func (c *Checker) added(plain string) bool {
	if c.language != "de" && c.language != "en" || c.abroad() {
		return false
	}
	for _, at := range joins.FindAllStringIndex(plain, -1) {
		before := c.content(plain[:at[0]])
		item := plain[at[1]:]
		if end := itemEnd.FindStringIndex(item); end != nil {
			item = item[:end[0]]
		}
		words := c.content(item)
		if len(before) == 0 || len(words) == 0 || len(words) > 3 || strings.ContainsAny(item, digits) || c.held(before[len(before)-1]) < sameWord {
			continue
		}
		unknown := true
		for _, w := range words {
			known := c.held(w)
			unknown = unknown && c.names(w) && (known < strange || known < sameWord && c.coverage(w, plain[:at[0]]) > known-0.01) && !c.said.has(w)
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
		first, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(first)
	}
	return !strings.HasSuffix(w, "ly")
}
