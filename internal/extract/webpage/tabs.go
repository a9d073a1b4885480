package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

// tabbed are the names of parts of tabs: "w-tab-menu", "et_pb_tabs_controls", but not "table".
var tabbed = regexp.MustCompile(`(?i)(?:^|[^a-z])tabs?(?:$|[^a-z])`)

// mostTabs is how many tabs may stand beside each other.
const mostTabs = 20

// tabOf is the tab that opens an element, nil where none does.
func (h *hider) tabOf(panel *html.Node) *html.Node {
	if tab := h.names[panel]; tab != nil {
		return tab
	}
	return h.tabs[attr(panel, "id")]
}

// namesPanel says whether an element is a tab of which the name is read with what it opens.
func (h *hider) namesPanel(n *html.Node, t sight) bool {
	if t.role != "tab" || n.DataAtom == atom.Button || headingLevel(n) > 0 || h.sizes.of(n) > longestTab {
		return false
	}
	return h.panes[attr(n, "aria-controls")] && firstHeading(n) == nil
}

// tabsInOrder notes tabs that nothing but their order ties to what they open: as many short names beside each other as the
// next element has parts, both called tabs by the page.
func (h *hider) tabsInOrder(n *html.Node) {
	if id := attr(n, "id"); id != "" && h.tabs[id] != nil {
		h.panes[id] = true
	}
	if class := attr(n, "class"); class == "" || !tabbed.MatchString(class) {
		return
	}
	next := nextElement(n)
	if next == nil || !tabbed.MatchString(attr(next, "class")) {
		return
	}
	tabs, panels := elementsIn(n), elementsIn(next)
	if len(tabs) < 2 || len(tabs) != len(panels) || len(tabs) > mostTabs {
		return
	}
	for i, tab := range tabs {
		if size := h.sizes.of(tab); size == 0 || size > longestTab || h.tabOf(panels[i]) != nil || firstClass(panels[i]) != firstClass(panels[0]) || isTab(tab) {
			return
		}
	}
	h.bars[n] = true
	for i, panel := range panels {
		h.names[panel] = tabs[i]
	}
}

// nextElement is the element right behind another, nil where there is none.
func nextElement(n *html.Node) *html.Node {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.ElementNode {
			return next
		}
	}
	return nil
}

// elementsIn are the elements directly in another, as far as there may be tabs.
func elementsIn(n *html.Node) (in []*html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			if in = append(in, c); len(in) > mostTabs {
				break
			}
		}
	}
	return in
}

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

// opener are the names of the line of an accordion that opens what stands below it.
var opener = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:toggler|(?:accordion|toggle|collapsible|spoiler|faq)[\w-]*?[_-](?:title|head|header|heading|toggle|trigger|button|label|question|frage))(?:$|[\s_-])`)

// opensByName says whether an element is called the line of an accordion that opens the next element.
func (w *walker) opensByName(n *html.Node) bool {
	if n.DataAtom != atom.Div && n.DataAtom != atom.P && n.DataAtom != atom.Label && n.DataAtom != atom.A {
		return false
	}
	class := attr(n, "class")
	if class == "" || !opener.MatchString(class) || never.MatchString(class) {
		return false
	}
	size, next := w.sizes.of(n), nextElement(n)
	return size > 0 && size <= longestAsked && next != nil && w.sizes.of(next) > 0 && !opener.MatchString(attr(next, "class")) && firstHeading(n) == nil
}

// opening reads what opens the next element as a heading of it.
func (w *walker) opening(n *html.Node) {
	level := w.section + 1
	w.whole(n, document.KindHeading, level)
	w.section = level - 1
	w.underNext, w.nextLevel = nextElement(n), level
}
