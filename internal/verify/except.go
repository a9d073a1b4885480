package verify

import (
	"regexp"
	"strings"
)

// exception is what stands between that of which a sentence holds and that of which it does not: "Hunde
// dürfen hinein, nur nicht in die Küche."
var exception = regexp.MustCompile(`(?i)[,;]?\s+(?:nur nicht|außer|ausgenommen|mit ausnahme|bis auf|just not|but not|except(?: for)?|apart from|other than)\s+`)

// alone is what somebody says of the only thing for which something holds, up to the end of its clause.
// Behind a comma it says something of its own: "Hunde sind willkommen, nur die Küche ist tabu."
var alone = regexp.MustCompile(`(?i)(?:^|[\pL\pN]\s+)(?:nur|lediglich|ausschließlich|only|solely|exclusively)\s+([^,;.!?]+)`)

// onlyException reports whether a sentence says that something holds of nothing but what the source makes an
// exception of: "Hunde dürfen nur in die Küche."
func (c *Checker) onlyException(plain, source, language string) bool {
	at := exception.FindStringIndex(source)
	if at == nil || negated(plain) || exception.MatchString(" "+plain) {
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

// deniesException reports whether a sentence denies what the source makes an exception of: "In die Küche dürfen
// Hunde nicht."
func (c *Checker) deniesException(plain, source, language string) bool {
	at := exception.FindStringIndex(source)
	return at != nil && negated(plain) && !negated(source[:at[0]]) && !exception.MatchString(" "+plain) &&
		c.support.Said(source[at[1]:], language, plain, c.language) >= enough
}

// sameOnly reports whether a sentence says of one thing only what another denies of all but that: "Only
// assistance dogs are allowed." and "No dogs, except assistance dogs."
func (c *Checker) sameOnly(only, onlyLanguage, denying, language string) bool {
	at := exception.FindStringIndex(denying)
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
