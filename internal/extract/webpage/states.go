package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inStates are parts of a thing in a shop that only show in one of its states, by the class of an element around them that
// tells it: themes write all of them into the page.
var inStates = []struct {
	part, state string
	otherwise   bool // it shows in every other state
}{
	{"badge-sold-out", "--sold-out", false},
	{"badge-sale", "--on-sale", false},
	{"price__sale", "--on-sale", false},
	{"price__regular", "--on-sale", true},
}

// statesUp is how many elements up the state of a thing is told.
const statesUp = 4

// wrongState says whether an element shows only in another state than that of the thing around it.
func wrongState(n *html.Node, class string) bool {
	if !strings.Contains(class, "sold-out") && !strings.Contains(class, "sale") && !strings.Contains(class, "price__") && !strings.Contains(class, "unavailable") {
		return false
	}
	for name := range strings.FieldsSeq(class) {
		if name == "label-unavailable" && n.Parent != nil && n.Parent.DataAtom == atom.Label {
			return !belongsToDisabled(n.Parent)
		}
		for _, s := range inStates {
			if strings.HasSuffix(name, s.part) {
				return tellsState(n, s.state) == s.otherwise
			}
		}
	}
	return false
}

// tellsState says whether an element around another, a few up, tells a state.
func tellsState(n *html.Node, state string) bool {
	n = n.Parent
	for i := 0; i < statesUp && n != nil; i++ {
		if strings.Contains(attr(n, "class")+" ", state+" ") {
			return true
		}
		n = n.Parent
	}
	return false
}

// belongsToDisabled says whether the field before a label cannot be chosen.
func belongsToDisabled(label *html.Node) bool {
	for field, seen := label.PrevSibling, 0; field != nil && seen < mostDrawn; field, seen = field.PrevSibling, seen+1 {
		if field.DataAtom == atom.Input {
			for _, a := range field.Attr {
				if a.Key == "disabled" || a.Key == "class" && strings.Contains(" "+a.Val+" ", " disabled ") {
					return true
				}
			}
			return false
		}
	}
	return false
}
