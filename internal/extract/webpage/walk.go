package webpage

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

// segment is a block of a page together with what helps to decide whether it is
// content.
type segment struct {
	document.Block
	at        *html.Node // the element around the text
	linkChars int        // how many bytes of the text are inside links
	links     int        // how many links begin in it
	linked    *html.Node // the first of them
	cut       bool       // that link is also around other text
	control   bool       // text of a button
	choice    bool       // what a buyer may choose
	given     string     // where its link leads to reach somebody, which is in the text but not on the page
	card      *card      // the innermost around it
}

// walker turns the elements of a page into segments, in reading order.
type walker struct {
	hide     *hider
	sizes    sizes
	segments []segment

	text      []byte // of the block being read
	space     bool   // a space is due before the next word
	linkStart int    // where the link being read begins in text, -1 outside
	linkAt    *html.Node
	linkChars int
	links     int
	linked    *html.Node // the first of them
	cut       bool       // it began before
	beside    bool       // the text right behind is that of another styled box
	skipped   bool       // what is hidden lies between the text and that right behind
	columns   bool       // the box is a column of its own
	bold      int        // how many bytes of text are bold, from its beginning

	at        *html.Node
	kind      document.Kind
	level     int
	lists     int  // depth of lists
	inline    int  // > 0 inside what stays one block (a heading, a table cell)
	lined     bool // keep lines inside of it
	pre       bool // keep spaces and lines
	control   bool
	card      *card
	anchor    string
	spans     [][2]int       // the cells of the last row of a table that span columns: where and how many
	ends      int            // from which level on headings are over when the next segment begins, 0 for none
	under     map[string]int // the levels of headings of what opens, by the id of what they open
	underNext *html.Node     // what the line of an accordion before it opens, and the level of that line
	nextLevel int
	section   int        // level of the last heading that no summary, button or term made, at most 5
	item      *html.Node // the list item around the text
	begun     *html.Node // the list item of the last segment
	root      *html.Node
	said      saidText
	given     string // where a link of the block being read leads, if it does not say so itself
}

func walk(root *html.Node, hide *hider) []segment {
	w := &walker{hide: hide, sizes: hide.sizes, kind: document.KindParagraph, linkStart: -1, section: 1, at: root, root: root}
	w.children(root)
	w.flush()
	return numberedSteps(w.segments)
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
	if n.DataAtom == atom.Select {
		w.gap()
		w.choice(n)
		return
	}
	if n.DataAtom == atom.Img {
		w.picture(n)
	}
	if unread[n.DataAtom] {
		w.space = w.space || n.DataAtom == atom.Input
		return
	}
	if w.hide.hides(n) {
		w.skipped = len(w.text) > 0
		return
	}
	if tab := w.hide.tabOf(n); tab != nil && w.inline == 0 {
		w.closed(func() {
			w.tabPanel(n, tab)
			w.seen(n)
		})
		return
	}
	if level := w.openedUnder(n); level > 0 && w.inline == 0 {
		w.closed(func() { w.seen(n) })
		w.ends = sooner(w.ends, level)
		return
	}
	w.seen(n)
}

// seen reads an element that is not hidden.
func (w *walker) seen(n *html.Node) {
	if level := headingLevel(n); level > 0 {
		w.heading(n, level)
		return
	}
	if w.inline == 0 && opensByClick(n) {
		w.button(n)
		return
	}
	if w.inline == 0 && w.opensByName(n) {
		w.opening(n)
		return
	}
	if w.inline == 0 && w.isCard(n) {
		w.inCard(n)
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
		w.block(n, document.KindItem, max(1, w.lists))
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
		w.whole(n, document.KindCaption, 0)
	default:
		if w.codes(n) {
			return
		}
		if spokenOnly(n) {
			w.gap()
			defer w.gap()
		}
		switch {
		case blocks[n.DataAtom]:
			w.block(n, w.kind, w.level)
		case strings.Contains(n.Data, "-"): // a custom element may be anything
			w.gap()
			w.children(n)
			w.gap()
		default:
			w.beside = w.beside || w.boxed(n)
			w.columns = w.beside && w.isColumn(n)
			leads := w.bold == len(w.text) && setBold(n)
			w.children(n)
			w.beside, w.columns = false, false
			if leads {
				w.bold = len(w.text)
			}
		}
	}
}

// isColumn says whether a box behind another one is a column of its own in a line of a list, by what the two are called:
// "day" and "time", but not "c1" and "c2", which look different in the middle of a word.
func (w *walker) isColumn(n *html.Node) bool {
	return w.card != nil && w.card.at == n.Parent && n.PrevSibling != nil && firstClass(n) != firstClass(n.PrevSibling)
}

// boxed reports whether an element is a styled box right behind another one.
func (w *walker) boxed(n *html.Node) bool {
	box := func(n *html.Node) bool { return n != nil && n.DataAtom == atom.Span && attr(n, "class") != "" }
	return box(n) && box(n.PrevSibling) && len(w.text) > 0
}

// beginsSentence says whether a sentence ends with the text so far: shops say one for eyes and one for screen readers.
func (w *walker) beginsSentence(first rune) bool {
	last, _ := utf8.DecodeLastRune(w.text)
	return unicode.IsUpper(first) && strings.ContainsRune(".!?", last)
}

// changes says whether nothing but the change from figures to letters or back, or the name of the box tells where one box
// ends and the next begins: "£72.00" and "Sold out", "Preis" and "79", "So" and "geschlossen".
func (w *walker) changes(first rune) bool {
	last, _ := utf8.DecodeLastRune(w.text)
	if w.columns && unicode.IsLetter(last) && unicode.IsLetter(first) {
		return true
	}
	if before, _ := utf8.DecodeLastRune(w.text[:max(0, len(w.text)-1)]); last == '.' && unicode.IsLetter(before) && unicode.IsDigit(first) { // "Fr.", "15"
		return true
	}
	figure := func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("€£$%", r) }
	return figure(last) && unicode.IsLetter(first) || (unicode.IsLetter(last) || last == ')') && figure(first)
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
		w.text = append(w.text, document.Visible(s)...)
		return
	}
	w.space = w.space || beginsWord(s) && w.endsInYear()
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsSpace(r):
			w.space = true
		case document.Shapeless(r):
		default:
			w.space = w.space || w.beside && w.changes(r) || w.skipped && w.beginsSentence(r)
			w.beside, w.skipped = false, false
			if w.space && len(w.text) > 0 && w.text[len(w.text)-1] != '\n' {
				w.text = append(w.text, ' ')
			}
			w.space = false
			w.text = append(w.text, s[:size]...)
		}
		s = s[size:]
	}
}

// endsInYear says whether the text so far ends in a number of four digits: what another element goes on with is no part of
// it, as in a heading with its date before it.
func (w *walker) endsInYear() bool {
	digits := 0
	for digits <= 4 && digits < len(w.text) && '0' <= w.text[len(w.text)-1-digits] && w.text[len(w.text)-1-digits] <= '9' {
		digits++
	}
	return digits == 4
}

func beginsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// newline ends a line inside a block.
func (w *walker) newline() {
	w.space = false
	switch {
	case len(w.text) == 0:
	case w.inline > 0 && !w.pre && !w.lined:
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
	goesOn := w.linkStart >= 0
	if goesOn { // a link around blocks: its part so far
		w.linkChars += len(w.text) - w.linkStart
		w.linkStart = 0
	}
	text := string(w.text)
	if w.pre {
		text = strings.Trim(text, "\n")
	} else {
		text = withoutLeaders(strings.TrimSpace(text))
	}
	if document.Meaningful(text) {
		b := document.Block{Kind: w.kind, Level: w.level, Text: text, Anchor: w.anchor, Bold: min(w.bold, len(text))}
		if b.Kind == document.KindItem && w.itemBegun() {
			b.Kind, b.Level = document.KindParagraph, 0
		}
		cut := (w.cut || goesOn) && w.sizes.of(w.linked) > len(text)
		w.add(segment{Block: b, at: w.at, linkChars: min(w.linkChars, len(text)), links: w.links, linked: w.linked, cut: cut, control: w.control, card: w.card, given: w.given})
	}
	w.clear()
	if goesOn {
		w.links, w.linked, w.cut = 1, w.linkAt, true
	}
}

// leaders lead the eye from a thing to its price: "Risotto ........ 14,50 €".
var leaders = regexp.MustCompile(`\s*(?:\.{4,}|…{2,}|_{4,})\s*([\d€£$])`)

func withoutLeaders(text string) string {
	if !strings.Contains(text, "....") && !strings.Contains(text, "……") && !strings.Contains(text, "____") {
		return text
	}
	return leaders.ReplaceAllString(text, " $1")
}

// clear forgets the text that was read.
func (w *walker) clear() {
	w.given = ""
	w.text, w.space, w.linkChars, w.links, w.linked, w.cut, w.bold, w.beside, w.skipped, w.columns = w.text[:0], false, 0, 0, nil, false, 0, false, false, false
}

// add takes a segment, as long as there are not more than a document may have.
func (w *walker) add(s segment) {
	if len(w.segments) > document.MaxBlocks {
		return
	}
	s.Ends, w.ends = w.ends, 0
	w.segments = append(w.segments, s)
	w.begun = w.item
	if kind := s.at.DataAtom; s.Kind == document.KindHeading && kind != atom.Summary && kind != atom.Button && kind != atom.Dt && kind != atom.Tr && !opensByClick(s.at) {
		w.section = min(5, s.Level)
	}
}

// itemBegun says whether the list item around the text has a block already;
// what follows in it are paragraphs.
func (w *walker) itemBegun() bool { return w.item != nil && w.begun == w.item }

// block reads an element on lines of its own.
func (w *walker) block(n *html.Node, kind document.Kind, level int) {
	if !w.inside(n) {
		w.apart(n, kind, level, func() { w.children(n) })
	}
}

// whole reads an element as one block, whatever is inside.
func (w *walker) whole(n *html.Node, kind document.Kind, level int) {
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
func (w *walker) apart(n *html.Node, kind document.Kind, level int, read func()) {
	w.flush()
	at, k, l, item := w.at, w.kind, w.level, w.item
	w.at, w.kind, w.level = n, kind, level
	if n.DataAtom == atom.Li {
		w.item = n
	}
	read()
	w.flush()
	w.at, w.kind, w.level, w.item = at, k, l, item
}

// together lets nothing that is read begin a block.
func (w *walker) together(read func()) {
	w.inline++
	read()
	w.inline--
}

// setBold says whether an element is there to make its text bold.
func setBold(n *html.Node) bool {
	if n.DataAtom == atom.B || n.DataAtom == atom.Strong {
		return true
	}
	if n.DataAtom != atom.Span {
		return false
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "font-weight:bold") || strings.Contains(style, "font-weight:700") || strings.Contains(style, "font-weight:600")
}
