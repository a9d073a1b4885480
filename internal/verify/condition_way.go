package verify

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/verify/pattern"
)

// ways are words for where, or when, something begins and ends.
var ways = pattern.New([]string{"von ", "vom ", "from "}, regexp.MustCompile(`(?i)(?:^|[^\pL])(?:vo[nm]|from)\s+(\p{L}[\pL-]+|\d[\d.:]*)\s+(?:bis|nach|to|until|till)\s+(\p{L}[\pL-]+|\d[\d.:]*)`))

// way is a beginning and an end.
type way struct{ from, to string }

func waysIn(text string) (out []way) {
	if !ways.Hinted(text) {
		return nil
	}
	for _, m := range ways.FindAllStringSubmatch(text, -1) {
		out = append(out, way{strings.ToLower(m[1]), strings.ToLower(strings.TrimRight(m[2], ".:"))})
	}
	return out
}

// otherWay reports whether a sentence begins something where its source ends it, and the other way round: "von November
// bis März" of "von März bis November".
func (c *Checker) otherWay(cl *claim) bool {
	if !cl.known || !cl.hints(ways) {
		return false
	}
	there := waysIn(cl.backing.Sentence)
	for _, w := range waysIn(cl.text) {
		back := false
		for _, own := range there {
			if own == w {
				back = false
				break
			}
			back = back || own == way{w.to, w.from}
		}
		if back && !c.reads(func(text string) bool { return slices.Contains(waysIn(text), w) }) {
			return true
		}
	}
	return false
}
