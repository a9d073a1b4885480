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
	card      *card      // the innermost around it
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
	bold      int // how many bytes of text are bold, from its beginning

	at      *html.Node
	kind    Kind
	level   int
	lists   int  // depth of lists
	inline  int  // > 0 inside what stays one block (a heading, a table cell)
	pre     bool // keep spaces and lines
	control bool
	card    *card
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
	if w.inline == 0 && isCard(n) {
		w.flush()
		w.card = &card{at: n, outer: w.card}
		w.element(n)
		w.flush()
		w.card = w.card.outer
		return
	}
	w.element(n)
}

// element reads an element that is no heading.
func (w *walker) element(n *html.Node) {
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
			if w.boxed(n) {
				w.gap()
			}
			leads := w.bold == len(w.text) && setBold(n)
			w.children(n)
			if leads {
				w.bold = len(w.text)
			}
		}
	}
}

// boxed reports whether an element is a styled box right behind another one, and nothing but the change from
// figures to letters or back tells where one ends: "£72.00" and "Sold out", "Preis" and "79".
func (w *walker) boxed(n *html.Node) bool {
	box := func(n *html.Node) bool { return n != nil && n.DataAtom == atom.Span && attr(n, "class") != "" }
	if !box(n) || !box(n.PrevSibling) || len(w.text) == 0 {
		return false
	}
	last, _ := utf8.DecodeLastRune(w.text)
	first, _ := utf8.DecodeRuneInString(textOf(n, 8))
	figure := func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("€£$%", r) }
	return figure(last) && unicode.IsLetter(first) || unicode.IsLetter(last) && figure(first)
}

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Center: true,
	atom.Dd: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dt: true, atom.Fieldset: true, atom.Figure: true,
	atom.Footer: true, atom.Form: true, atom.Frameset: true, atom.Header: true, atom.Hgroup: true, atom.Html: true,
	atom.Legend: true, atom.Main: true, atom.Nav: true, atom.P: true, atom.Search: true, atom.Section: true, atom.Summary: true,
	atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Option: true,
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
		b := Block{Kind: w.kind, Level: w.level, Text: text, Anchor: w.anchor, bold: min(w.bold, len(text))}
		if b.Kind == KindItem && w.itemBegun() {
			b.Kind, b.Level = KindParagraph, 0
		}
		w.segments = append(w.segments, segment{Block: b, at: w.at, linkChars: min(w.linkChars, len(text)), links: w.links, control: w.control, card: w.card})
	}
	w.text, w.space, w.linkChars, w.links, w.bold = w.text[:0], false, 0, 0, 0
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
	if !w.inside(n) {
		w.apart(n, kind, level, func() { w.children(n) })
	}
}

// whole reads an element as one block, whatever is inside.
func (w *walker) whole(n *html.Node, kind Kind, level int) {
	if !w.inside(n) {
		w.apart(n, kind, level, func() { w.together(func() { w.children(n) }) })
	}
}

// inside reads an element that stands inside what stays one block, and says whether it does.
func (w *walker) inside(n *html.Node) bool {
	if w.inline == 0 {
		return false
	}
	w.gap()
	w.children(n)
	w.gap()
	return true
}

// apart makes what is read blocks of a kind that begin and end with n.
func (w *walker) apart(n *html.Node, kind Kind, level int, read func()) {
	w.flush()
	at, k, l := w.at, w.kind, w.level
	w.at, w.kind, w.level = n, kind, level
	read()
	w.flush()
	w.at, w.kind, w.level = at, k, l
}

// together lets nothing that is read begin a block.
func (w *walker) together(read func()) {
	w.inline++
	read()
	w.inline--
}
