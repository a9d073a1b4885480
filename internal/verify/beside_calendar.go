package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// between joins the first and the last of several days or months.
var between = regexp.MustCompile(`(?i)(\pL+)\.?\s*(?:\s(?:bis|to|through|until|till)\s|[–-])\s*(\pL+)`)

// spanned reports whether a text names days or months from one to another.
func spanned(text string) bool {
	return slices.ContainsFunc(between.FindAllStringSubmatch(text, -1), func(m []string) bool { return dated(m[1]) && dated(m[2]) })
}

// otherSpan reports whether a sentence says what its source does, of days or months that neither this source names nor
// another sentence of the like, or of another span of them: "montags bis samstags" of "montags bis freitags", "Mai bis
// September" of "April bis September".
func (c *Checker) otherSpan(cl *claim) bool {
	days, months := cl.facts.AnyKind(fact.Day), cl.facts.AnyKind(fact.Month)
	if !cl.known || !days && !months {
		return false
	}
	words := c.undatedWords(cl.text)
	if len(words) == 0 {
		return false
	}
	source := c.backing(strings.Join(words, " "))
	if source.Single < sameSaying || source.Sentence == cl.text || !c.ours(source.Language) || strings.Contains(source.Sentence, stated.CellBreak) || !cl.deniesLike(source.Sentence) ||
		c.share(c.undatedWords(source.Sentence), cl.text, sameWord) < verbatim {
		return false
	}
	return days && c.spansOther(cl, words, source.Sentence, func(text string) uint16 {
		return uint16(fact.WithoutSaturday(text, stated.Weekdays(text)))
	}) || months && c.spansOther(cl, words, source.Sentence, func(text string) uint16 { return uint16(stated.Months(text)) })
}

// spansOther reports whether a claim names days or months otherwise than a source, and than another sentence that says as
// much of the claim's other words.
func (c *Checker) spansOther(cl *claim, words []string, source string, named func(text string) uint16) bool {
	own, there := named(cl.text), named(source)
	more := own &^ there
	if own == 0 || there == 0 || own == there || more == 0 && !(spanned(cl.text) && spanned(source)) {
		return false
	}
	if own&^named(strings.Join(c.said.Visitor, " ")) == 0 {
		return false
	}
	return !slices.ContainsFunc(c.sentences(), func(s string) bool {
		other := named(s)
		return s != source && more&^other == 0 && (more != 0 || own == other) && c.share(words, s, sameWord) >= alikeSaying
	})
}
