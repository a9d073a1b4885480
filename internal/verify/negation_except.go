package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// exception is what stands between that of which a sentence holds and that of which it does not: "Hunde
// dürfen hinein, nur nicht in die Küche."
var exception = pattern.New([]string{"nicht", "außer", "ausgenommen", "ausnahme", "bis auf", "not", "excluding", "except", "apart", "other than"}, regexp.MustCompile(`(?i)[,;]?\s+(?:nur nicht|außer|ausgenommen|mit ausnahme|bis auf|jedoch nicht|aber nicht|just not|but not|excluding|with the exception of|except(?: for)?|apart from|other than)\s+`))

// exceptionIn is where an exception begins in a text, nil if it makes none.
func exceptionIn(text string) []int {
	if !exception.Hinted(text) {
		return nil
	}
	return exception.FindStringIndex(text)
}

// onlyException reports whether a sentence says that something holds of nothing but what the source makes an
// exception of: "Hunde dürfen nur in die Küche."
func (c *Checker) onlyException(plain, source, language string) bool {
	at := exceptionIn(source)
	if at == nil || negated(plain) || exceptionIn(" "+plain) != nil {
		return false
	}
	rule, left := source[:at[0]], source[at[1]:]
	if negated(rule) {
		return false
	}
	for _, m := range alone.FindAllStringSubmatch(plain, -1) {
		for w := range strings.FieldsSeq(m[1]) {
			said := func(in string) bool { return c.support.Said(w, c.language, in, language) >= 0.9 }
			if said(left) && !said(rule) {
				return true
			}
		}
	}
	return false
}

// leadDenial begins a sentence that denies of something what the one before it says: "Nicht auf Franzensbad."
var leadDenial = regexp.MustCompile(`^(?:Nicht|Not)\s+(?:auf|für|in|bei|an|mit|on|for|at|with)\s`)

// onlyExcepted reports whether a sentence says that something holds of nothing but what a sentence of the hit that backs
// it makes an exception of, or denies: "gilt nur für Franzensbad" of "Sie erhalten 4 % Nachlass. Nicht auf Franzensbad."
func (c *Checker) onlyExcepted(cl *claim) bool {
	if !cl.known || cl.denies || cl.backing.Hit < 0 || exceptionIn(" "+cl.text) != nil {
		return false
	}
	var only []string
	for _, m := range alone.FindAllStringSubmatch(cl.text, -1) {
		if words := c.content(m[1]); len(words) > 0 {
			only = append(only, words[0])
		}
	}
	if len(only) == 0 {
		return false
	}
	for _, p := range c.hits[cl.backing.Hit].Passages() {
		for _, span := range sentence.In(p.Text) {
			s := p.Text[span.Start:span.End]
			rule, left := "", ""
			if at := exceptionIn(s); at != nil && !negated(s[:at[0]]) {
				rule, left = s[:at[0]], s[at[1]:]
			} else if at := leadDenial.FindStringIndex(s); at != nil {
				left = s[at[1]:]
			}
			if left != "" && slices.ContainsFunc(only, func(w string) bool { return c.coverage(w, left) >= sameWord && c.coverage(w, rule) < likeWord }) {
				return true
			}
		}
	}
	return false
}

// deniesException reports whether a sentence denies what the source makes an exception of: "In die Küche dürfen
// Hunde nicht."
func (c *Checker) deniesException(plain, source, language string) bool {
	at := exceptionIn(source)
	return at != nil && negated(plain) && !negated(source[:at[0]]) && exceptionIn(" "+plain) == nil &&
		c.support.Said(source[at[1]:], language, plain, c.language) >= enough
}

// sameOnly reports whether a sentence says of one thing only what another denies of all but that: "Only
// assistance dogs are allowed." and "No dogs, except assistance dogs."
func (c *Checker) sameOnly(only, onlyLanguage, denying, language string) bool {
	at := exceptionIn(denying)
	if at == nil || negated(only) || !negated(denying[:at[0]]) {
		return false
	}
	for _, m := range alone.FindAllStringSubmatch(only, -1) {
		if c.support.Said(denying[at[1]:], language, m[1], onlyLanguage) >= enough {
			return true
		}
	}
	return false
}

// exceptedBehind is an exception with the word for it behind it: "15 € im Monat, Klaviere ausgenommen".
var exceptedBehind = regexp.MustCompile(`(?i),\s+([^,;.:]+?)\s+(?:(?:sind|ist|are|is)\s+)?(?:ausgenommen|excepted|excluded)\b`)

// statedException reports whether a sentence states of something what the source says of all but that: "Wir
// reparieren auch Tesla." of "Wir reparieren alle Marken außer Tesla."
func (c *Checker) statedException(cl *claim) bool {
	source := cl.backing.Sentence
	if m := exceptedBehind.FindStringSubmatchIndex(source); m != nil {
		source = source[:m[0]] + " außer " + source[m[2]:m[3]] + source[m[1]:]
	}
	at := exceptionIn(source)
	if at == nil || !cl.near() || cl.denies || exceptionIn(" "+cl.text) != nil || cl.has(restricts) || negated(source[:at[0]]) {
		return false
	}
	rule, left := source[:at[0]], source[at[1]:]
	if end := strings.IndexAny(left, ",;.!?:–"); end >= 0 {
		rule, left = rule+left[end:], left[:end]
	}
	for _, one := range choices.Split(left, -1) {
		words := c.content(one)
		if len(words) == 0 || c.share(words, cl.text, sameWord) < 1 || c.share(words, rule, sameWord) > 0 {
			continue
		}
		if rest := c.distinct(c.content(cl.text), words); c.share(rest, rule, likeWord) >= enough {
			return true
		}
	}
	return false
}
