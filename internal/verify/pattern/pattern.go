// Package pattern holds regular expressions that are looked for in texts of which most can't match.
package pattern

import (
	"regexp"
	"strings"
)

// Pattern is an expression with hints, in small letters, one of which is in all that it matches: most sentences have
// none, and looking for them is much faster. A test of its package holds the hints against it (expression.CheckHints).
type Pattern struct {
	Hints []string
	*regexp.Regexp
}

// New is an expression with its hints.
func New(hints []string, expression *regexp.Regexp) Pattern { return Pattern{hints, expression} }

// In reports whether a text has a match, in letters of any size.
func (p Pattern) In(text string) bool { return p.Hinted(text) && p.MatchString(text) }

// Hinted reports whether a text may have a match.
func (p Pattern) Hinted(text string) bool { return HasAny(strings.ToLower(text), p.Hints) }

// HasAny reports whether a text has one of some parts, letter by letter.
func HasAny(text string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}
