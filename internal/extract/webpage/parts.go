package webpage

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

func (w *walker) heading(n *html.Node, level int) {
	if w.inside(n) {
		return
	}
	w.flush()
	if id := anchorOf(n); id != "" {
		w.anchor = id
	}
	kind := document.KindHeading
	if w.sizes.of(n) > 300 {
		kind, level = document.KindParagraph, 0 // somebody wanted large letters
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
	if w.inline == 0 && w.card != nil && looksLikeButton(n) {
		w.flush() // what stands before it is no part of it: a price before "Add to cart"
		defer w.flush()
	}
	if w.linkStart >= 0 {
		w.children(n)
		return
	}
	if w.hide.isToggle(n) {
		return
	}
	w.linkStart, w.linkAt = len(w.text), n
	if w.links++; w.links == 1 {
		w.linked = n
	}
	w.children(n)
	w.leadTo(w.reached(n, string(w.text[min(w.linkStart, len(w.text)):])))
	w.linkChars += len(w.text) - w.linkStart
	w.linkStart = -1
}

// looksLikeButton says whether a link is drawn as one.
func looksLikeButton(n *html.Node) bool {
	if attr(n, "role") == "button" {
		return true
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if class == "button" || class == "btn" {
			return true
		}
	}
	return false
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
	w.whole(n, document.KindCode, 0)
	w.pre = false
}

// details reads what opens by a click: the summary as a heading of its content.
func (w *walker) details(n *html.Node) {
	if w.inside(n) {
		return
	}
	w.closed(func() { w.opened(n) })
}

func (w *walker) opened(n *html.Node) {
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
			w.whole(c, document.KindHeading, w.section+1)
		}
	}
}

// partOf reads a node as part of an element on lines of its own.
func (w *walker) partOf(c, parent *html.Node) {
	at := w.at
	w.at = parent
	w.node(c)
	w.at = at
}

func firstHeading(n *html.Node) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && headingLevel(c) > 0 {
			return c
		}
	}
	return nil
}

// opensByClick says whether an element that is no button is one of an accordion: what it says is above what it opens.
func opensByClick(n *html.Node) bool {
	return attr(n, "role") == "button" && n.DataAtom != atom.Button && (attr(n, "aria-controls") != "" || attr(n, "aria-expanded") != "" || strings.Contains(attr(n, "data-toggle")+attr(n, "data-bs-toggle"), "collapse"))
}

// shortestOpener is from how many bytes on what opens by a click is a heading where nothing calls it part of an accordion: a
// menu opens so, too.
const shortestOpener = 12

// longestTab is how many bytes the name of a tab may have.
const longestTab = 60

// tabPanel reads the name of a tab as a heading above the panel that it opens, unless the panel begins with it.
func (w *walker) tabPanel(panel, tab *html.Node) {
	name := textOf(tab, longestTab+1)
	if !document.Meaningful(name) || len(name) > longestTab || strings.HasPrefix(fold(textOf(panel, 2*longestTab)), fold(name)) {
		return
	}
	section := w.section
	w.apart(panel, document.KindHeading, section+1, func() { w.words(name) })
	w.section = section
}

// fewestAlt is how many words the text of a picture has at least that is read.
const fewestAlt = 3

// picture reads what a picture says where that is how or when to reach somebody, or a price: some pages say it nowhere else.
func (w *walker) picture(n *html.Node) {
	alt := attr(n, "alt")
	if w.hide.letters > fewLetters || len(alt) > longestAlt || len(strings.Fields(alt)) < fewestAlt || w.inline > 0 || !states(alt) || w.hide.hides(n) {
		return
	}
	w.apart(n, document.KindCaption, 0, func() { w.words(alt) })
}

const (
	// longestAlt is how many bytes the text of a picture may have that is read, fewLetters how many the text of the page:
	// who writes more does not leave this to a picture.
	longestAlt = 300
	fewLetters = 3000
)

// beforePanel says whether a button of an accordion says nothing of what it opens but stands before it.
func beforePanel(n *html.Node) bool {
	next := n.NextSibling
	for next != nil && next.Type != html.ElementNode {
		next = next.NextSibling
	}
	return next != nil && next.DataAtom != atom.Button && insidePanel(n) && panel.MatchString(attr(next, "class")+" "+attr(next, "id")) && !holdsButton(next)
}

// button reads the button of an accordion as a heading; other buttons are
// controls of the page. Tabs stand beside each other; what they are called is read with their panels.
func (w *walker) button(n *html.Node) {
	if w.inline > 0 {
		w.children(n)
		return
	}
	opens := attr(n, "role") != "tab" && (attr(n, "aria-controls") != "" || attr(n, "aria-expanded") != "" || attr(n, "data-toggle") == "collapse" || attr(n, "data-bs-toggle") == "collapse" || beforePanel(n))
	kind, level := w.kind, w.level
	if named := w.sizes.of(n) > shortestOpener || insidePanel(n) && w.sizes.of(n) > 0; opens && named && firstHeading(n) == nil {
		kind, level = document.KindHeading, w.section+1
	}
	w.flush() // what stands before it is no control: a price before "Add to cart"
	was := w.control
	w.control = true
	if kind == document.KindHeading {
		w.whole(n, kind, level)
		w.notesOpener(n, level)
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
				if meanings := w.shortMeanings(c); meanings != nil && !slices.ContainsFunc(meanings, w.hide.hides) {
					w.pair(c, meanings)
					c = meanings[len(meanings)-1]
				} else if w.sizes.of(c) > 120 {
					w.whole(c, document.KindParagraph, 0)
				} else {
					w.whole(c, document.KindHeading, w.section+1)
				}
			case c.DataAtom == atom.Div:
				pairs(c)
			default:
				w.block(c, document.KindParagraph, 0)
			}
		}
	}
	if w.inline > 0 {
		pairs(n)
		return
	}
	w.closed(func() { pairs(n) })
}

// mostMeanings is how many of a term make one item with it.
const mostMeanings = 3

// shortMeanings gives the meanings of a term when it and they are so short and few that they are one item: "Ponyschnitt:
// zwischen zwei Terminen, 9 €".
func (w *walker) shortMeanings(term *html.Node) (meanings []*html.Node) {
	length, longest := 0, 200 // of one
	for n := term.NextSibling; n != nil; n = n.NextSibling {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom != atom.Dd {
			break
		}
		if meanings = append(meanings, n); len(meanings) > 1 {
			longest = 120 // of several together
		}
		if length += w.sizes.of(n); length > longest || len(meanings) > mostMeanings {
			return nil
		}
	}
	if w.sizes.of(term) > 80 {
		return nil
	}
	return meanings
}

// pair reads a term and its meanings as one item.
func (w *walker) pair(term *html.Node, meanings []*html.Node) {
	if w.inline > 0 {
		w.gap()
		w.children(term)
		for _, m := range meanings {
			w.gap()
			w.children(m)
		}
		return
	}
	w.apart(meanings[0], document.KindItem, max(1, w.lists), func() {
		w.together(func() {
			w.children(term)
			mark := byte(':')
			for _, m := range meanings {
				if n := len(w.text); n > 0 && !strings.ContainsRune(":?!.,", rune(w.text[n-1])) {
					w.text = append(w.text, mark)
				}
				mark = ','
				w.gap()
				w.children(m)
			}
		})
	})
}
