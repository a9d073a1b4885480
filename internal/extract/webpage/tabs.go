package webpage

import (
	"regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
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
