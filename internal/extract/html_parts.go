package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func (w *walker) heading(n *html.Node, level int) {
	if w.inside(n) {
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
	if w.inside(n) {
		return
	}
	if class := attr(n.Parent, "class"); strings.Contains(class, "gutter") || strings.Contains(class, "linenos") {
		return
	}
	w.flush() // what stands before it is no code
	w.pre = true
	w.whole(n, KindCode, 0)
	w.pre = false
}

// details reads what opens by a click: the summary as a heading of its content.
func (w *walker) details(n *html.Node) {
	w.flush()
	if id := attr(n, "id"); id != "" {
		w.anchor = id
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Summary {
			w.partOf(c, n)
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

// partOf reads a node as part of an element on lines of its own.
func (w *walker) partOf(c, parent *html.Node) {
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
	w.flush() // what stands before it is no control: a price before "Add to cart"
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

// pair reads a term and its meaning as one item.
func (w *walker) pair(term, meaning *html.Node) {
	if w.inline > 0 {
		w.gap()
		w.children(term)
		w.gap()
		w.children(meaning)
		return
	}
	w.apart(meaning, KindItem, max(1, w.lists), func() {
		w.together(func() {
			w.children(term)
			if n := len(w.text); n > 0 && !strings.ContainsRune(":?!.", rune(w.text[n-1])) {
				w.text = append(w.text, ':')
			}
			w.gap()
			w.children(meaning)
		})
	})
}
