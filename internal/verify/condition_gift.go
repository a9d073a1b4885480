package verify

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

var (
	// gift is that something costs nothing, or less, or that money comes back.
	gift = pattern.New([]string{"kostenlos", "gratis", "kostenfrei", "umsonst", "geschenk", "erstatt", "zurück", "rabatt", "ermäßig", "nachlass", "free", "refund", "discount", "no charge", "waive", "money back"},
		regexp.MustCompile(`(?i)\b(?:kostenlos\w*|gratis|kostenfrei\w*|umsonst|geschenkt|(?:er|zurück)statte\w*|zurückzahle\w*|geld zurück|rabatt|ermäßig\w*|nachlass|free|refund\w*|discount|no charge|waived?|money back)\b`))
	// givenIf is on what a gift depends: what must be so, or what must be spent.
	givenIf = regexp.MustCompile(`(?i)\b(?:wenn|falls|sofern|solange|if|when|unless|provided(?: that)?|as long as)\s+([^,;.:–]+)|\b(?:ab|über|from|over|above)\s+((?:[€£$]\s?)?\d[^,;.:–]*)`)
	// depends says that a sentence puts a condition itself, mayDepend that it may.
	depends   = regexp.MustCompile(`(?i)\b(?:wenn|falls|sofern|solange|nur|wer|außer|if|when|unless|provided|as long as|only|who)\b`)
	mayDepend = regexp.MustCompile(`(?i)\b(?:bei|beim|ab|mit|für|unter|bis|nach|with|for|over|above|from|within|until|under|after)\b`)
)

// givenFreely reports whether a sentence says that something is free, reduced or refunded, and leaves out on what its
// source says that it depends. Who reads it would count on money. Other conditions a sentence may leave to the next.
func (c *Checker) givenFreely(cl *claim) bool {
	source := cl.backing.Sentence
	if !cl.near() || cl.denies || !cl.has(gift) || strings.Contains(source, stated.CellBreak) || depends.MatchString(cl.text) || dependsApart(cl.text, source) && !c.beside(cl).like {
		return false
	}
	for part := range strings.SplitSeq(source, ";") {
		if !gift.In(part) {
			continue
		}
		for _, m := range givenIf.FindAllStringSubmatch(part, -1) {
			on := m[1] + m[2]
			if c.share(c.content(on), cl.text, likeWord) == 0 && !c.factsOf(on).Any(func(x fact.Fact) bool { return cl.facts.Has(x) }) && !c.givenBesides(cl) {
				return true
			}
		}
	}
	return false
}

// dependsApart reports whether a sentence has a word that may begin a condition, before what does not stand behind it in its
// source: "Children under 12 are seen free of charge when a parent is registered" says "under 12" of whom, not when.
func dependsApart(plain, source string) bool {
	rule := strings.ToLower(givenIf.ReplaceAllString(source, " "))
	for _, at := range mayDepend.FindAllStringIndex(plain, -1) {
		next, _, _ := strings.Cut(strings.TrimLeft(plain[at[1]:], " "), " ")
		if !strings.Contains(rule, strings.ToLower(plain[at[0]:at[1]]+" "+strings.TrimRight(next, ".,;!?"))) {
			return true
		}
	}
	return false
}

// givenBesides reports whether another sentence of the hits says as much of a claim, and puts no condition.
func (c *Checker) givenBesides(cl *claim) bool {
	words := c.content(cl.text)
	for _, s := range c.sentences() {
		if s != cl.backing.Sentence && gift.In(s) && !givenIf.MatchString(s) && c.share(words, s, likeWord) >= certain {
			return true
		}
	}
	return false
}
