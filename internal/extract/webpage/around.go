package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// role is what names and kinds of elements say about their content.
type role uint32

const (
	roleNav role = 1 << iota
	roleFooter
	roleHeader
	roleSide
	roleRelated
	roleShare
	roleComment
	roleConsent
	rolePromo
	roleCrumb
	roleByline
	roleSearch
	rolePager
	roleContent
	roleProduct
	roleList
	rolePost
	roleMain
	roleArticle
	roleForm
	roleTable
	roleFigure
	roleCode
	roles = iota
)

// roleWords are the beginnings of words in classes and ids, by what they name.
var roleWords = map[role][]string{
	roleNav:     {"nav", "menu", "toc", "tab", "dropdown", "sitemap", "skip", "lang"},
	roleFooter:  {"foot", "bottom", "copyright", "legal", "imprint", "impressum"},
	roleHeader:  {"header", "head", "masthead", "topbar", "top", "banner", "hero", "logo", "brand"},
	roleSide:    {"side", "aside", "widget", "rail", "secondary", "right", "left", "sticky"},
	roleRelated: {"relat", "recommend", "suggest", "similar", "more", "also", "trending", "popular", "recent", "latest", "upsell", "crosssell", "teaser", "promot"},
	roleShare:   {"share", "sharing", "social", "facebook", "twitter", "follow", "whatsapp", "like", "print"},
	roleComment: {"comment", "repl", "disqus", "discuss", "respond", "review", "rating"},
	roleConsent: {"cookie", "consent", "gdpr", "privacy", "modal", "popup", "overlay", "dialog", "alert", "notice", "notification", "toast"},
	rolePromo:   {"ad", "ads", "advert", "sponsor", "newsletter", "subscri", "signup", "promo", "cta", "offer", "donat", "paywall", "outbrain", "taboola"},
	roleCrumb:   {"breadcrumb", "crumb", "brdcrmb"},
	roleByline:  {"byline", "author", "meta", "date", "time", "publish", "tag", "tags", "categor", "info", "caption", "credit", "avatar", "profile", "bio"},
	roleSearch:  {"search", "filter", "sort", "facet", "login", "cart", "basket", "account", "user"},
	rolePager:   {"pag", "pager", "next", "prev", "loadmore"},
	roleContent: {"content", "article", "entry", "main", "body", "text", "story", "description", "detail", "markdown", "prose", "wysiwyg", "rte", "copy", "faq", "accordion"},
	roleProduct: {"product", "price", "spec", "feature", "sku", "buy", "variant", "stock"},
	roleList:    {"list", "grid", "card", "item", "row", "tile", "collection", "result", "carousel", "slide", "swiper", "gallery"},
	rolePost:    {"post", "thread", "message", "topic", "forum", "question", "answer", "blog", "single"},
}

// surrounding is what an element and those around it say. The numbers are how many
// elements up the nearest element of a role is, 0 for the element itself.
type surrounding struct {
	roles  role // of the element and all around it
	own    role
	near   [roles]uint8
	depth  int
	site   bool // it is, or is in, a menu or foot by its kind
	around bool // by its name or one around it, it belongs to the furniture of the site
	parent *surrounding

	// What is inside, counted over the page's segments.
	segments, chars, linkChars, sentences int
	prices, dates, replies                int
	repeats                               int // siblings that look the same
}

// repeated is the element around it, or itself, that has the most siblings like
// it.
func (x *surrounding) repeated() *surrounding {
	most := x
	for c := x; c != nil && c.parent != nil; c = c.parent {
		if c.repeats > most.repeats {
			most = c
		}
	}
	return most
}

const far = 30

// surroundings knows the elements of a page.
type surroundings struct {
	known   map[*html.Node]*surrounding
	words   map[string]role
	alike   map[*html.Node]siblings // by the element around them
	leading map[*html.Node]bool     // elements that hold a link or a button, as far as they were asked for
}

func newSurroundings() *surroundings {
	return &surroundings{known: map[*html.Node]*surrounding{}, words: map[string]role{}, alike: map[*html.Node]siblings{}, leading: map[*html.Node]bool{}}
}

func (c *surroundings) of(n *html.Node) *surrounding {
	if n == nil || n.Type != html.ElementNode {
		x := &surrounding{}
		for i := range x.near {
			x.near[i] = far
		}
		return x
	}
	if x := c.known[n]; x != nil {
		return x
	}
	x := &surrounding{parent: c.of(n.Parent), own: c.rolesOf(n)}
	x.depth = x.parent.depth + 1
	x.roles = x.own | x.parent.roles
	for i := range x.near {
		x.near[i] = min(far, x.parent.near[i]+1)
		if x.own&(1<<i) != 0 {
			x.near[i] = 0
		}
	}
	x.site = x.parent.site || isOfSite(n)
	x.around = c.furniture(n, x)
	x.repeats = c.repeats(n)
	c.known[n] = x
	return x
}

// rolesOf reads an element's kind, role, class and id.
func (c *surroundings) rolesOf(n *html.Node) role {
	var r role
	switch n.DataAtom {
	case atom.Nav:
		r = roleNav
	case atom.Footer:
		r = roleFooter
	case atom.Header:
		r = roleHeader
	case atom.Aside:
		r = roleSide
	case atom.Main:
		r = roleMain
	case atom.Article:
		r = roleArticle
	case atom.Form, atom.Label, atom.Button, atom.Fieldset:
		r = roleForm
	case atom.Table:
		r = roleTable
	case atom.Figure, atom.Figcaption:
		r = roleFigure
	case atom.Pre, atom.Code:
		r = roleCode
	case atom.Dialog:
		r = roleConsent
	case atom.Html, atom.Body:
		return 0 // their classes name the site, not a part of it
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "itemprop":
			r |= c.named(a.Val)
		case "role":
			switch a.Val {
			case "navigation", "menu", "menubar", "tablist":
				r |= roleNav
			case "contentinfo":
				r |= roleFooter
			case "banner":
				r |= roleHeader
			case "complementary":
				r |= roleSide
			case "main":
				r |= roleMain
			case "article":
				r |= roleArticle
			case "search":
				r |= roleSearch
			case "dialog", "alertdialog":
				r |= roleConsent
			}
		case "aria-label":
			r |= c.named(a.Val)
		}
	}
	return r
}

// named gives the roles of the words of a class or id: "siteNav main-menu".
func (c *surroundings) named(value string) role {
	if r, known := c.words[value]; known {
		return r
	}
	var r role
	start := 0
	runes := []rune(value[:min(len(value), 400)])
	for i := 0; i <= len(runes); i++ {
		end := i == len(runes) || !unicode.IsLetter(runes[i])
		if !end && !(i > start && unicode.IsUpper(runes[i]) && unicode.IsLower(runes[i-1])) {
			continue
		}
		if i-start > 1 {
			r |= wordRole(strings.ToLower(string(runes[start:i])))
		}
		start = i
		if end {
			start = i + 1
		}
	}
	if len(c.words) < 5000 {
		c.words[value] = r
	}
	return r
}

func wordRole(word string) role {
	var r role
	for _, b := range roleBeginnings[word[0]] {
		// Short words must be whole: "ad" is no "address".
		if word == b.word || (len(b.word) > 3 || b.word == "nav") && strings.HasPrefix(word, b.word) || b.word == "pag" && (strings.HasPrefix(word, "pagin") || word == "pages") {
			r |= b.role
		}
	}
	return r
}

type roleBeginning struct {
	word string
	role role
}

// roleBeginnings are the beginnings of words by their first letter.
var roleBeginnings = func() (by [256][]roleBeginning) {
	for r, beginnings := range roleWords {
		for _, b := range beginnings {
			by[b[0]] = append(by[b[0]], roleBeginning{b, r})
		}
	}
	return by
}()

// isOfSite says whether an element is a menu or foot, by its kind and not by its name: a name may mean something else.
func isOfSite(n *html.Node) bool {
	role := attr(n, "role")
	return n.DataAtom == atom.Nav || n.DataAtom == atom.Footer || role == "navigation" || role == "contentinfo"
}

// furniture says whether an element belongs to what surrounds the content, on
// every page of a site.
func (c *surroundings) furniture(n *html.Node, x *surrounding) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return true
	case atom.Header:
		return x.roles&(roleMain|roleArticle) == 0 || x.parent.around
	case atom.Main, atom.Article:
		return x.parent.around
	case atom.Body, atom.Html:
		return false
	}
	switch attr(n, "role") {
	case "navigation", "contentinfo", "banner", "search":
		return true
	}
	names := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	if names != " " && !strings.Contains(names, "content") && !strings.Contains(names, "main") {
		for w := range strings.FieldsFuncSeq(names, func(r rune) bool { return r < 'a' || r > 'z' }) {
			if hasPrefix(w, furnitureWords) && !(strings.HasPrefix(w, "menu") && !c.leads(n)) { // that of a restaurant leads nowhere
				return true
			}
		}
	}
	return x.parent.around
}

// leads says whether an element holds a link or a button.
func (c *surroundings) leads(n *html.Node) bool {
	return remembered(c.leading, n, func(n *html.Node) bool {
		if n.DataAtom == atom.A || n.DataAtom == atom.Button {
			return true
		}
		for inside := range n.ChildNodes() {
			if inside.Type == html.ElementNode && c.leads(inside) {
				return true
			}
		}
		return false
	})
}

// furnitureWords begin the names of parts that surround the content.
var furnitureWords = []string{
	"cookie", "consent", "gdpr", "newsletter", "breadcrumb", "sidebar", "share", "social", "related", "menu", "nav", "footer", "masthead",
	"popup", "modal", "advert", "promo", "pagination", "pager", "skip", "toolbar", "search",
}

func hasPrefix(w string, beginnings []string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(w, b) {
			return true
		}
	}
	return false
}

// siblings are the first elements in one: how many of each look, and which.
type siblings struct {
	looks   map[look]int
	counted map[*html.Node]bool
}

type look struct {
	element atom.Atom
	class   string
}

func lookOf(n *html.Node) look { return look{n.DataAtom, firstWord(attr(n, "class"))} }

// mostSiblings is how many nodes in an element are looked at for others of their look.
const mostSiblings = 400

// repeats counts the siblings of the same kind and class: cards, posts, rows.
func (c *surroundings) repeats(n *html.Node) int {
	if n.Parent == nil || n.DataAtom == atom.P || n.DataAtom == atom.Br || n.DataAtom == atom.Td || n.DataAtom == atom.Span || n.DataAtom == atom.A {
		return 0
	}
	of, known := c.alike[n.Parent]
	if !known {
		of = siblings{map[look]int{}, map[*html.Node]bool{}}
		seen := 0
		for s := n.Parent.FirstChild; s != nil && seen < mostSiblings; s = s.NextSibling {
			if seen++; s.Type == html.ElementNode {
				of.looks[lookOf(s)]++
				of.counted[s] = true
			}
		}
		c.alike[n.Parent] = of
	}
	if of.counted[n] {
		return of.looks[lookOf(n)] - 1
	}
	return of.looks[lookOf(n)]
}

func firstWord(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, " \t\n"); i > 0 {
		return s[:i]
	}
	return s
}
