package verify

const (
	// toldOf is how much a sentence of the sources says of a claim, but for its day or its people, to be about the same.
	toldOf = 0.85
	// swappedBy is how much less those that have the claim's own day or people say of it, where it mixes them up.
	swappedBy = 0.3
)

// swapped reports whether the sources say the rest of a claim where they have something of a kind, but not what the
// claim has of it, and where they have that they do not say the rest.
func (c *Checker) swapped(rest string, kind func(sentence string) (has, own bool)) bool {
	if len(c.content(rest)) == 0 {
		return false
	}
	owns, others := false, make([]bool, len(c.sentences()))
	for i, s := range c.sentences() {
		has, own := kind(s)
		owns, others[i] = owns || own, has && !own
	}
	if !owns {
		return false
	}
	best, other := 0.0, 0.0
	for i, s := range c.sentences() {
		if said := c.coverage(rest, s); others[i] {
			other = max(other, said)
		} else { // a sentence without any may go on about it: "Sie leitet die Werkstatt."
			best = max(best, said)
		}
	}
	return other >= toldOf && best <= other-swappedBy
}
