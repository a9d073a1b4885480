package verify

import "regexp"

// because begins the cause of something.
var because = regexp.MustCompile(`(?i)(?:\b(?:weil|because)|, (?:da|denn|since|as))\s+(.+)`)

// causes is what such words have in them.
var causes = []string{"weil", "because", ", da", ", denn", ", since", ", as "}

// inventedCause reports whether a sentence gives a cause that no source speaks of.
func (c *Checker) inventedCause(plain string) bool {
	if !hasAny(plain, causes) || c.abroad() {
		return false
	}
	m := because.FindStringSubmatch(plain)
	if m == nil {
		return false
	}
	backing := c.backing(m[1])
	return backing.Share < c.enough(backing.Hit)
}
