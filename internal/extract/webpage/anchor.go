package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// anchorOf finds the id by which a heading can be linked: its own, one inside it,
// or that of the section it opens.
func anchorOf(n *html.Node) string {
	if id := anchorInside(n); id != "" {
		return id
	}
	for range 2 {
		for p := n.PrevSibling; p != nil; p = p.PrevSibling {
			if p.Type == html.ElementNode && p.DataAtom == atom.A && p.FirstChild == nil {
				return attr(p, "name") + attr(p, "id")
			}
			if p.Type == html.ElementNode || strings.TrimSpace(p.Data) != "" {
				return ""
			}
		}
		if n = n.Parent; n == nil || n.DataAtom == atom.Body || n.DataAtom == atom.Main {
			return ""
		}
		if id := attr(n, "id"); id != "" {
			return id
		}
	}
	return ""
}

// anchorInside finds the id of an element or of something in it.
func anchorInside(n *html.Node) string {
	if id := attr(n, "id"); id != "" {
		return id
	}
	for c := range n.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		if id := attr(c, "id"); id != "" {
			return id
		}
		if c.DataAtom == atom.A {
			if name := attr(c, "name"); name != "" {
				return name
			}
			if id, is := strings.CutPrefix(attr(c, "href"), "#"); is && id != "" && permalink(c) {
				return id
			}
		}
	}
	return ""
}

// permalink recognises the little mark at a heading that links to itself.
func permalink(n *html.Node) bool {
	class := attr(n, "class")
	if strings.Contains(class, "headerlink") || strings.Contains(class, "permalink") || strings.Contains(class, "anchor") || strings.Contains(class, "hash-link") {
		return len(textOf(n, 20)) < 8
	}
	switch textOf(n, 8) {
	case "#", "¶", "§", "🔗", "link":
		return true
	}
	return false
}
