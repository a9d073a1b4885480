package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// segment is a block of a page together with what helps to decide whether it is
// content.
type segment struct {
	Block
	at        *html.Node // the element around the text
	linkChars int        // how many bytes of the text are inside links
	links     int        // how many links begin in it
	control   bool       // text of a button
}

// walker turns the elements of a page into segments, in reading order.
type walker struct {
	hide     *hider
	segments []segment

	text      []byte // of the block being read
	space     bool   // a space is due before the next word
	linkStart int    // where the link being read begins in text, -1 outside
	linkChars int
	links     int

	at      *html.Node
	kind    Kind
	level   int
	lists   int  // depth of lists
	inline  int  // > 0 inside what stays one block (a heading, a table cell)
	pre     bool // keep spaces and lines
	control bool
	anchor  string
}

func walk(root *html.Node, hide *hider) []segment {
	w := &walker{hide: hide, kind: KindParagraph, linkStart: -1, at: root}
	w.children(root)
	w.flush()
	return w.segments
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *walker) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return
	case html.ElementNode:
	default:
		return
	}
	if unread[n.DataAtom] || w.hide.hides(n) {
		return
	}
	if level := headingLevel(n); level > 0 {
		w.heading(n, level)
		return
	}
	switch n.DataAtom {
	case atom.Br:
		w.newline()
	case atom.Hr:
		w.flush()
	case atom.A:
		w.link(n)
	case atom.Ul, atom.Ol, atom.Menu:
		w.lists++
		w.block(n, w.kind, w.level)
		w.lists--
	case atom.Li:
		w.block(n, KindItem, max(1, w.lists))
	case atom.Dl:
		w.definitions(n)
	case atom.Pre:
		w.code(n)
	case atom.Table:
		w.table(n)
	case atom.Details:
		w.details(n)
	case atom.Button:
		w.button(n)
	case atom.Figcaption, atom.Caption:
		w.whole(n, KindCaption, 0)
	default:
		switch {
		case blocks[n.DataAtom]:
			w.block(n, w.kind, w.level)
		case strings.Contains(n.Data, "-"): // a custom element may be anything
			w.gap()
			w.children(n)
			w.gap()
		default:
			w.children(n)
		}
	}
}

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Center: true,
	atom.Dd: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dt: true, atom.Fieldset: true, atom.Figure: true,
	atom.Footer: true, atom.Form: true, atom.Frameset: true, atom.Header: true, atom.Hgroup: true, atom.Html: true,
	atom.Legend: true, atom.Main: true, atom.Nav: true, atom.P: true, atom.Search: true, atom.Section: true, atom.Summary: true,
	atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Option: true,
}

// headingLevel is 1 to 6 for a heading and 0 for other elements.
func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	if attr(n, "role") == "heading" {
		if l := attr(n, "aria-level"); len(l) == 1 && l >= "1" && l <= "6" {
			return int(l[0] - '0')
		}
		return 2
	}
	return 0
}

// words adds text, collapsing spaces outside preformatted parts.
func (w *walker) words(s string) {
	if w.pre {
		w.text = append(w.text, visible(s)...)
		return
	}
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsSpace(r):
			w.space = true
		case shapeless(r):
		default:
			if w.space && len(w.text) > 0 && w.text[len(w.text)-1] != '\n' {
				w.text = append(w.text, ' ')
			}
			w.space = false
			w.text = append(w.text, s[:size]...)
		}
		s = s[size:]
	}
}

// newline ends a line inside a block.
func (w *walker) newline() {
	w.space = false
	switch {
	case len(w.text) == 0:
	case w.inline > 0 && !w.pre:
		w.space = true
	case w.text[len(w.text)-1] != '\n' || w.pre:
		w.text = append(w.text, '\n')
	}
}

func (w *walker) gap() { w.space = true }

// flush ends the block being read.
func (w *walker) flush() {
	if w.inline > 0 {
		w.gap()
		return
	}
	if w.linkStart >= 0 { // a link around blocks: its part so far
		w.linkChars += len(w.text) - w.linkStart
		w.linkStart = 0
	}
	text := string(w.text)
	if w.pre {
		text = strings.Trim(text, "\n")
	} else {
		text = strings.TrimSpace(text)
	}
	if meaningful(text) {
		b := Block{Kind: w.kind, Level: w.level, Text: text, Anchor: w.anchor}
		if b.Kind == KindItem && w.itemBegun() {
			b.Kind, b.Level = KindParagraph, 0
		}
		w.segments = append(w.segments, segment{Block: b, at: w.at, linkChars: min(w.linkChars, len(text)), links: w.links, control: w.control})
	}
	w.text, w.space, w.linkChars, w.links = w.text[:0], false, 0, 0
	if w.linkStart >= 0 {
		w.links = 1
	}
}

// itemBegun says whether the list item around the text has a block already;
// what follows in it are paragraphs.
func (w *walker) itemBegun() bool {
	if len(w.segments) == 0 {
		return false
	}
	item := ancestor(w.at, atom.Li)
	return item != nil && ancestor(w.segments[len(w.segments)-1].at, atom.Li) == item
}

func ancestor(n *html.Node, kind atom.Atom) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == kind {
			return n
		}
	}
	return nil
}

// meaningful says whether a text has a letter or digit.
func meaningful(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// block reads an element on lines of its own.
func (w *walker) block(n *html.Node, kind Kind, level int) {
	if w.inline > 0 {
		w.gap()
		w.children(n)
		w.gap()
		return
	}
	w.flush()
	at, k, l := w.at, w.kind, w.level
	w.at, w.kind, w.level = n, kind, level
	w.children(n)
	w.flush()
	w.at, w.kind, w.level = at, k, l
}

// whole reads an element as one block, whatever is inside.
func (w *walker) whole(n *html.Node, kind Kind, level int) {
	if w.inline > 0 {
		w.gap()
		w.children(n)
		w.gap()
		return
	}
	w.flush()
	at, k, l := w.at, w.kind, w.level
	w.at, w.kind, w.level = n, kind, level
	w.inline++
	w.children(n)
	w.inline--
	w.flush()
	w.at, w.kind, w.level = at, k, l
}

func (w *walker) heading(n *html.Node, level int) {
	if w.inline > 0 {
		w.gap()
		w.children(n)
		w.gap()
		return
	}
	w.flush()
	if id := anchorOf(n); id != "" {
		w.anchor = id
	}
	kind := KindHeading
	if len(textOf(n, 400)) > 300 {
		kind, level = KindParagraph, 0 // somebody wanted large letters
	}
	w.whole(n, kind, level)
}

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

func (w *walker) link(n *html.Node) {
	if permalink(n) && strings.Contains(attr(n, "href"), "#") {
		return
	}
	if p := n.PrevSibling; p != nil && p.Type == html.ElementNode && p.DataAtom == atom.A {
		w.gap()
	}
	if w.linkStart >= 0 {
		w.children(n)
		return
	}
	w.linkStart = len(w.text)
	w.links++
	w.children(n)
	w.linkChars += len(w.text) - w.linkStart
	w.linkStart = -1
}

// code keeps the lines of a preformatted element; line numbers beside it are no
// part of the text.
func (w *walker) code(n *html.Node) {
	if w.inline > 0 {
		w.gap()
		w.children(n)
		w.gap()
		return
	}
	if class := attr(n.Parent, "class"); strings.Contains(class, "gutter") || strings.Contains(class, "linenos") {
		return
	}
	w.flush()
	at, k, l := w.at, w.kind, w.level
	w.at, w.kind, w.level, w.pre = n, KindCode, 0, true
	w.inline++
	w.children(n)
	w.inline--
	w.flush()
	w.at, w.kind, w.level, w.pre = at, k, l, false
}

// details reads what opens by a click: the summary as a heading of its content.
func (w *walker) details(n *html.Node) {
	w.flush()
	if id := attr(n, "id"); id != "" {
		w.anchor = id
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Summary {
			w.block1(c, n)
			continue
		}
		if w.hide.hides(c) {
			continue
		}
		if h := firstHeading(c); h != nil {
			w.block(c, w.kind, w.level)
		} else {
			w.whole(c, KindHeading, w.sectionLevel()+1)
		}
	}
	w.flush()
}

// block1 reads a node as part of an element on lines of its own.
func (w *walker) block1(c, parent *html.Node) {
	at := w.at
	w.at = parent
	w.node(c)
	w.at = at
}

// sectionLevel is the level of the last heading that no summary made.
func (w *walker) sectionLevel() int {
	for i := len(w.segments) - 1; i >= 0; i-- {
		if s := &w.segments[i]; s.Kind == KindHeading && s.at.DataAtom != atom.Summary && s.at.DataAtom != atom.Button && s.at.DataAtom != atom.Dt {
			return min(5, s.Level)
		}
	}
	return 1
}

func firstHeading(n *html.Node) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && headingLevel(c) > 0 {
			return c
		}
	}
	return nil
}

// button reads the button of an accordion as a heading; other buttons are
// controls of the page.
func (w *walker) button(n *html.Node) {
	if w.inline > 0 {
		w.children(n)
		return
	}
	opens := attr(n, "aria-controls") != "" || attr(n, "aria-expanded") != "" || attr(n, "data-toggle") == "collapse" || attr(n, "data-bs-toggle") == "collapse"
	kind, level := w.kind, w.level
	if opens && len(textOf(n, 300)) > 12 && firstHeading(n) == nil {
		kind, level = KindHeading, w.sectionLevel()+1
	}
	was := w.control
	w.control = true
	if kind == KindHeading {
		w.whole(n, kind, level)
	} else {
		w.block(n, kind, level)
	}
	w.control = was
}

// definitions reads a list of terms: a short term with one short meaning is one
// item, other terms are the headings of theirs.
func (w *walker) definitions(n *html.Node) {
	w.flush()
	var pairs func(*html.Node)
	pairs = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type != html.ElementNode || unread[c.DataAtom] || w.hide.hides(c):
			case c.DataAtom == atom.Dt:
				if id := anchorInside(c); id != "" {
					w.anchor = id
				}
				if d := onlyMeaning(c); d != nil && !w.hide.hides(d) {
					w.pair(c, d)
					c = d
				} else if len(textOf(c, 200)) > 120 {
					w.whole(c, KindParagraph, 0)
				} else {
					w.whole(c, KindHeading, w.sectionLevel()+1)
				}
			case c.DataAtom == atom.Div:
				pairs(c)
			default:
				w.block(c, KindParagraph, 0)
			}
		}
	}
	pairs(n)
	w.flush()
}

// onlyMeaning gives the meaning of a term when both are short and it is the only
// one.
func onlyMeaning(term *html.Node) *html.Node {
	next := func(n *html.Node) *html.Node {
		for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
		}
		return n
	}
	d := next(term)
	if d == nil || d.DataAtom != atom.Dd || len(textOf(term, 200)) > 80 || len(textOf(d, 400)) > 200 {
		return nil
	}
	if after := next(d); after != nil && after.DataAtom == atom.Dd {
		return nil
	}
	return d
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

func (w *walker) pair(term, meaning *html.Node) {
	if w.inline > 0 {
		w.gap()
		w.children(term)
		w.gap()
		w.children(meaning)
		return
	}
	w.flush()
	at, k, l := w.at, w.kind, w.level
	w.at, w.kind, w.level = meaning, KindItem, max(1, w.lists)
	w.inline++
	w.children(term)
	if n := len(w.text); n > 0 && !strings.ContainsRune(":?!.", rune(w.text[n-1])) {
		w.text = append(w.text, ':')
	}
	w.gap()
	w.children(meaning)
	w.inline--
	w.flush()
	w.at, w.kind, w.level = at, k, l
}
