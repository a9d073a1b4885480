package extract

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	furniture = regexp.MustCompile(`(?i)\b(cookie|consent|gdpr|newsletter|breadcrumb|sidebar|share|social|related|menu|navbar|nav|navigation|footer|masthead|popup|modal|advert|promo|pagination|pager|skip|toolbar|comment-form|search)`)
	contact   = regexp.MustCompile(`(?i)@[\w-]+\.\w|(?:tel|fon|phone|fax|mobil)\b\.?:?\s*[+(\d]|\b\d{1,2}[:.]\d{2}\s*(?:uhr|h\b|[–-])|öffnungszeit|opening hours|\b\d{5}\s+[A-ZÄÖÜ][a-zäöü]+|\+\d{2}[\s\d()/-]{6,}`)
)

// content chooses the segments that are content of the page.
func content(root *html.Node, segments []segment) []Block {
	var out []Block
	for i := range segments {
		s := &segments[i]
		if s.control && s.Kind != KindHeading {
			continue
		}
		if around(s.at) && !contact.MatchString(s.Text) {
			continue
		}
		if s.Kind != KindHeading && s.linkChars*10 > len(s.Text)*8 && len(s.Text) < 40 && !inMain(s.at) {
			continue
		}
		out = append(out, s.Block)
	}
	return out
}

func inMain(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.Main || n.DataAtom == atom.Article {
			return true
		}
	}
	return false
}

// around says whether a node belongs to the furniture of the site.
func around(n *html.Node) bool {
	for ; n != nil && n.DataAtom != atom.Body; n = n.Parent {
		switch n.DataAtom {
		case atom.Nav, atom.Footer, atom.Aside:
			return true
		case atom.Header:
			return !inMain(n)
		case atom.Main, atom.Article:
			continue
		}
		if role := attr(n, "role"); role == "navigation" || role == "contentinfo" || role == "banner" || role == "search" {
			return true
		}
		names := strings.NewReplacer("_", " ", "-", " ").Replace(attr(n, "class") + " " + attr(n, "id"))
		if furniture.MatchString(names) && !strings.Contains(names, "content") && !strings.Contains(names, "main") {
			return true
		}
	}
	return false
}
