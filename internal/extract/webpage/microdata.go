package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// deepestItem bounds items inside items, longestValue what is read of one value, in bytes.
	deepestItem  = 8
	longestValue = 4000
)

// microdata reads what a page marks with itemprop as the same things that it could say in JSON-LD. Older shops say their
// prices in no other way. See https://html.spec.whatwg.org/multipage/microdata.html; unlike there, a link's value is
// what it shows: "040 123456", not "tel:+4940123456".
func microdata(root *html.Node) []any {
	var things []any
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && hasAttr(n, "itemscope") && attr(n, "itemprop") == "" {
			things = append(things, item(n, 0))
		}
	}
	return things
}

// item is the thing that an element describes.
func item(n *html.Node, depth int) map[string]any {
	thing := map[string]any{}
	if kinds := strings.Fields(attr(n, "itemtype")); len(kinds) > 0 {
		thing["@type"] = kinds[0]
	}
	var read func(*html.Node)
	read = func(n *html.Node) {
		for c := range n.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			inner := hasAttr(c, "itemscope")
			if names := strings.Fields(attr(c, "itemprop")); len(names) > 0 && depth < deepestItem {
				var value any
				if inner {
					value = item(c, depth+1)
				} else {
					value = itemValue(c)
				}
				for _, name := range names {
					if before, has := thing[name].([]any); has {
						thing[name] = append(before, value)
					} else if before, has := thing[name]; has {
						thing[name] = []any{before, value}
					} else {
						thing[name] = value
					}
				}
			}
			if !inner {
				read(c)
			}
		}
	}
	read(n)
	if !is(thing, "Answer") { // the page shows them
		delete(thing, "articleBody")
		delete(thing, "text")
	}
	return thing
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// itemValue is what an element says of the thing it belongs to.
func itemValue(n *html.Node) string {
	switch {
	case hasAttr(n, "content"):
		return strings.TrimSpace(attr(n, "content"))
	case n.DataAtom == atom.Time && hasAttr(n, "datetime"):
		return attr(n, "datetime")
	case n.DataAtom == atom.Data || n.DataAtom == atom.Meter:
		return attr(n, "value")
	case n.DataAtom == atom.Link:
		return attr(n, "href")
	}
	return textOf(n, longestValue)
}
