package verify

import (
	"regexp"
	"strings"
)

// pattern is an expression with hints, in small letters, one of which is in all that it matches: most sentences have
// none, and looking for them is much faster.
type pattern struct {
	hints []string
	*regexp.Regexp
}

func (p pattern) in(text string) bool { return p.hinted(text) && p.MatchString(text) }

func (p pattern) hinted(text string) bool { return hasAny(strings.ToLower(text), p.hints) }

func hasAny(text string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}
