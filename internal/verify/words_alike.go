package verify

import "strings"

// alike reports whether one word may stand for another: it is like it, a part of it, or has a translation in common.
func (c *Checker) alike(a, b string) bool {
	one, other := strings.ToLower(a), strings.ToLower(b)
	if k, ok := contraries[one]; ok {
		if o, ok := contraries[other]; ok && o.of == k.of {
			return o == k
		}
	}
	switch {
	case strings.Contains(one, other), strings.Contains(other, one):
		return true
	case strings.Contains(one, "-"): // "E-Bikes" are some of the bikes
		return false
	}
	return c.support.Synonyms(a, b, c.language) || !sameHead(one, other) && c.coverage(a, b) >= likeWord
}

// sameHead reports whether two compounds are of the same thing and tell it apart: "sommerferien" and "osterferien".
func sameHead(a, b string) bool {
	const head = 4 // letters
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n >= head && n < len(a) && n < len(b)
}
