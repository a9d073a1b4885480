package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are elements whose content is no text of the page.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Svg: true, atom.Math: false,
	atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Audio: true, atom.Video: true,
	atom.Select: true, atom.Datalist: true, atom.Textarea: true, atom.Input: true, atom.Head: true, atom.Title: true,
	atom.Map: true, atom.Progress: true, atom.Meter: true, atom.Noframes: true, atom.Noembed: true, atom.Rp: true,
	atom.Rt: true, atom.Img: true, atom.Link: true, atom.Meta: true,
}

// hider knows what a page hides. Hidden text is not read, with one exception:
// the panels of accordions and tabs, which a reader opens by a click.
type hider struct {
	opened  map[string]bool // ids that a control opens
	hinting map[string]bool // ids of what says what to write into a field
	classes map[string]bool // classes that the page's own style sheet hides
	sizes   sizes
	panels  map[*html.Node]bool // elements in which what is hidden opens, as far as they were asked for
	grounds map[*html.Node]bool // elements on a white ground, likewise
	letters int                 // of the whole page
	scripts bool                // leave out what is for readers without scripts
	notices notices
	tabs    map[string]*html.Node     // by the id of what they open
	panes   map[string]bool           // the ids of what tabs open that are on the page
	names   map[*html.Node]*html.Node // tabs by the panels that stand in the same order
	bars    map[*html.Node]bool       // what holds those tabs
}

func newHider(root *html.Node, s sizes) *hider {
	h := &hider{opened: map[string]bool{}, hinting: map[string]bool{}, classes: map[string]bool{}, panels: map[*html.Node]bool{}, grounds: map[*html.Node]bool{}, sizes: s, letters: s.of(root), notices: noticesOf(root, s), tabs: map[string]*html.Node{}, panes: map[string]bool{}, names: map[*html.Node]*html.Node{}, bars: map[*html.Node]bool{}}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode && n.DataAtom == atom.Style && n.FirstChild != nil:
			h.styleSheet(n.FirstChild.Data)
		case n.Type == html.ElementNode:
			h.control(n)
			h.hints(n)
			h.tabsInOrder(n)
		}
	}
	h.scripts = !h.fallback(root)
	return h
}

// fallback says whether a page keeps its text for readers without scripts apart
// and shows hardly any to others, as some forums do.
func (h *hider) fallback(root *html.Node) bool {
	most := 0
	for n := range root.Descendants() {
		if n.DataAtom == atom.Noscript {
			most = max(most, h.sizes.of(n))
		}
	}
	return most > 300 && most > h.letters/2
}

// isTab says whether an element is a tab.
func isTab(n *html.Node) bool {
	kind := attr(n, "data-toggle") + attr(n, "data-bs-toggle")
	return attr(n, "role") == "tab" || kind == "tab" || kind == "pill"
}

// control notes the panels that an element opens.
func (h *hider) control(n *html.Node) {
	if isTab(n) {
		for _, key := range [...]string{"aria-controls", "data-target", "data-bs-target", "href"} {
			if id := strings.TrimPrefix(attr(n, key), "#"); id != "" && h.tabs[id] == nil {
				h.tabs[id] = n
			}
		}
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "aria-controls":
			for id := range strings.FieldsSeq(a.Val) {
				h.opened[id] = true
			}
		case "data-target", "data-bs-target":
			h.opened[strings.TrimPrefix(a.Val, "#")] = true
		case "href":
			if id, is := strings.CutPrefix(a.Val, "#"); is && id != "" &&
				(attr(n, "role") == "tab" || attr(n, "role") == "button" || attr(n, "data-toggle") != "" || attr(n, "data-bs-toggle") != "") {
				h.opened[id] = true
			}
		}
	}
}

// styleSheet notes classes that are always hidden. Only plain rules count: what
// stands inside a media query or depends on an ancestor holds for some readers
// only.
func (h *hider) styleSheet(css string) {
	if len(css) > 200_000 || !strings.Contains(css, "none") && !strings.Contains(css, "font-size") {
		return
	}
	depth := 0
	for len(css) > 0 {
		i := strings.IndexAny(css, "{}")
		if i < 0 {
			return
		}
		if css[i] == '}' {
			depth = max(0, depth-1)
			css = css[i+1:]
			continue
		}
		selector := css[:i]
		if j := strings.LastIndexAny(selector, ";*/"); j >= 0 {
			selector = selector[j+1:]
		}
		selector = strings.TrimSpace(selector)
		end := strings.IndexAny(css[i+1:], "{}")
		if end < 0 {
			return
		}
		if depth == 0 && css[i+1+end] == '}' && vanishes(css[i+1:i+1+end]) {
			for part := range strings.SplitSeq(selector, ",") {
				part = strings.TrimSpace(part)
				if name, is := strings.CutPrefix(part, "."); is && !strings.ContainsAny(name, " .#:>[+~*") {
					h.classes[name] = true
				}
			}
		}
		depth++
		css = css[i+1:]
	}
}

var zeroSize = regexp.MustCompile(`font-size:0(?:px|em|rem|pt|%)?(?:;|$|!)`)

// vanishes says whether style declarations leave nothing to see.
func vanishes(style string) bool {
	s := strings.ToLower(strings.NewReplacer(" ", "", "\n", "", "\t", "").Replace(style))
	switch {
	case strings.Contains(s, "display:none"), strings.Contains(s, "visibility:hidden"), zeroSize.MatchString(s):
		return true
	case strings.Contains(s, "left:-9999"), strings.Contains(s, "top:-9999"), strings.Contains(s, "text-indent:-9999"):
		return true
	}
	return false
}

var (
	// panel are names of parts that open by a click.
	panel = regexp.MustCompile(`(?i)accord|collaps|panel|tab-?(pane|content|s\b)|faq|toggle|answer|expand|read-?more|spoiler|slide|carousel|swiper|step`)
	// never are hidden parts that are no content even when they open.
	never = regexp.MustCompile(`(?i)modal|dialog|popup|pop-up|overlay|lightbox|cookie|consent|gdpr|offcanvas|off-canvas|drawer|menu|nav|dropdown|tooltip|search|login|cart|newsletter|share`)
	// consent are names of notices that ask for it.
	consent     = regexp.MustCompile(`(?i)cookie|consent|gdpr|dsgvo`)
	whiteText   = regexp.MustCompile(`(?:^|;)color:(?:white|#fff(?:fff)?|rgb\(255,255,255\))(?:;|$|!)`)
	whiteGround = regexp.MustCompile(`(?:background(?:-color)?|bgcolor):(?:white|#fff(?:fff)?|rgb\(255,255,255\))(?:;|$|!)`)
)

// streamed are the ids of parts that a script puts into place when the page was
// sent in pieces.
var streamed = regexp.MustCompile(`^S:[0-9a-f]+$`)

// sight is what the attributes of an element say about whether it is seen.
type sight struct {
	id, class, style, role string
	label, hook            string // what it is called for readers, and by the builder of the site

	concealed, decoration, modal bool
	unquoted                     bool // the page asks not to quote it
}

func sightOf(n *html.Node) (t sight) {
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			t.id = a.Val
		case "class":
			t.class = a.Val
		case "style":
			t.style = a.Val
		case "role":
			t.role = a.Val
		case "aria-label":
			t.label = a.Val
		case "data-hook":
			t.hook = a.Val
		case "hidden":
			t.concealed = true
		case "data-nosnippet":
			t.unquoted = true
		case "aria-hidden":
			t.decoration = a.Val == "true"
		case "aria-modal":
			t.modal = a.Val == "true"
		}
	}
	return t
}

// hides says whether a reader never sees an element.
func (h *hider) hides(n *html.Node) bool {
	if n.DataAtom == atom.Noscript {
		return h.scripts
	}
	if n.DataAtom == atom.Label && namesField(n) {
		return true
	}
	t := sightOf(n)
	if h.bars[n] || h.namesPanel(n, t) || wrongState(n, t.class) {
		return true
	}
	if h.hinting[t.id] && t.id != "" && h.sizes.of(n) <= longestHint {
		return true
	}
	if t.unquoted && !h.holdsMost(n) {
		return true
	}
	if h.notices[n] || h.liesOver(n, t) && !h.holdsMost(n) {
		return true
	}
	if iconFont(t.class) && h.sizes.of(n) <= longestIcon && !strings.Contains(textOf(n, longestIcon), " ") {
		return true
	}
	if t.style != "" {
		t.concealed = t.concealed || vanishes(t.style)
		if !t.concealed && h.whiteOnWhite(n, t.style) {
			return true
		}
	}
	if !t.concealed && len(h.classes) > 0 && t.class != "" {
		for c := range strings.FieldsSeq(t.class) {
			if h.classes[c] {
				t.concealed = true
				break
			}
		}
	}
	if !t.concealed && !t.decoration {
		return false
	}
	names := t.class + " " + t.id
	if never.MatchString(names) || t.role == "dialog" {
		return true
	}
	if h.opened[t.id] && t.id != "" || t.role == "tabpanel" || t.role == "region" || panel.MatchString(names) {
		return false
	}
	// What holds most of the page becomes visible when its scripts have run.
	if streamed.MatchString(t.id) || h.letters > 800 && h.holdsMost(n) {
		return false
	}
	// An icon is small; a large decoration is a panel that some script closes.
	if t.decoration && !t.concealed {
		return h.sizes.of(n) < 200
	}
	return !h.answers(n) && !h.goesOn(n) && !remembered(h.panels, n.Parent, insidePanel)
}

// liesOver says whether an element lies over the page until somebody has clicked: a dialog, or a notice that calls
// itself one about cookies and has a button.
func (h *hider) liesOver(n *html.Node, t sight) bool {
	names := t.class + " " + t.id + " " + t.label + " " + t.hook
	if t.role == "dialog" || t.role == "alertdialog" {
		return t.modal || consent.MatchString(names)
	}
	return (t.label != "" || t.hook != "") && consent.MatchString(t.label+" "+t.hook) && holdsButton(n)
}

// noticeNodes is how many nodes a notice about cookies has at most before its first button.
const noticeNodes = 500

func holdsButton(n *html.Node) bool {
	seen := 0
	for d := range n.Descendants() {
		if seen++; d.DataAtom == atom.Button || seen > noticeNodes {
			return d.DataAtom == atom.Button
		}
	}
	return false
}

// longestFieldName is how many bytes what a field of a form is called may have.
const longestFieldName = 60

// longestHint is how many bytes what is said of a field may have.
const longestHint = 150

// namesField says whether a label is that of a field to write into, which stands in it or right behind it: it says what a
// visitor is to write, and nothing about the firm. Labels of choices do.
func namesField(label *html.Node) bool {
	if len(textOf(label, longestFieldName+1)) > longestFieldName {
		return false
	}
	for d := range label.Descendants() {
		if d.DataAtom == atom.Input || d.DataAtom == atom.Select || d.DataAtom == atom.Textarea {
			return isWritten(d)
		}
	}
	for next := label.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.ElementNode && next.DataAtom != atom.Br {
			return isWritten(next)
		}
	}
	return false
}

func isWritten(field *html.Node) bool {
	if field.DataAtom == atom.Input {
		switch strings.ToLower(attr(field, "type")) {
		case "", "text", "email", "tel", "url", "password", "search":
			return true
		}
	}
	return field.DataAtom == atom.Textarea
}

// longestAsked is how many bytes a question above a hidden answer may have.
const longestAsked = 200

// answers says whether an element stands right behind a question: it opens by a click on that, whatever its name.
func (h *hider) answers(n *html.Node) bool {
	if asksForInput(n) {
		return false
	}
	above := n.PrevSibling
	for above != nil && above.Type != html.ElementNode {
		above = above.PrevSibling
	}
	return above != nil && h.sizes.of(above) <= longestAsked && strings.HasSuffix(textOf(above, longestAsked+1), "?") && h.sizes.of(n) > 0
}

// goOns are what the links and buttons say by which a text goes on.
var goOns = linesOf(`mehr lesen
weiterlesen
mehr anzeigen
mehr
alles lesen
weniger
weniger anzeigen
weniger lesen
read more
read less
show more
show less
more
less`)

// isToggle says whether a link or button opens or closes more of the text before it, and leads nowhere.
func (h *hider) isToggle(n *html.Node) bool {
	href := attr(n, "href")
	nowhere := n.DataAtom == atom.Button || href == "#" || strings.HasPrefix(href, "javascript:")
	return nowhere && h.sizes.of(n) <= longestClutter && goOns[strings.ToLower(strings.Trim(textOf(n, longestClutter), " .…+-»›"))]
}

// goesOn says whether an element stands right before a link or button that opens it: the text goes on in it.
func (h *hider) goesOn(n *html.Node) bool {
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if next.Type == html.ElementNode {
			return (next.DataAtom == atom.A || next.DataAtom == atom.Button) && h.isToggle(next)
		}
	}
	return false
}

// asksForInput says whether an element is no more than a form.
func asksForInput(n *html.Node) bool {
	for n != nil && n.DataAtom != atom.Form {
		n = onlyElement(n)
	}
	return n != nil
}

// onlyElement is the element in another that has no more in it, nil where there is no such.
func onlyElement(n *html.Node) (only *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "", c.Type == html.ElementNode && only != nil:
			return nil
		case c.Type == html.ElementNode:
			only = c
		}
	}
	return only
}

// holdsMost says whether most of the page's text stands in an element.
func (h *hider) holdsMost(n *html.Node) bool { return h.sizes.of(n) > h.letters/2 }

// longestIcon is how many bytes the name of an icon may have.
const longestIcon = 32

// iconFont says whether an element shows its text as a picture: "keyboard_arrow_down" is an arrow.
func iconFont(class string) bool {
	return strings.Contains(class, "material-") && (strings.Contains(class, "material-icon") || strings.Contains(class, "material-symbol"))
}

// remembered asks a question about an element once.
func remembered(answers map[*html.Node]bool, n *html.Node, ask func(*html.Node) bool) bool {
	answer, known := answers[n]
	if !known {
		answer = ask(n)
		answers[n] = answer
	}
	return answer
}

// insidePanel says whether an element is in an accordion, or is one, looking a few elements up.
func insidePanel(n *html.Node) bool {
	for range 3 {
		if n == nil || n.Type != html.ElementNode {
			return false
		}
		if names := attr(n, "class") + " " + attr(n, "id"); never.MatchString(names) {
			return false
		} else if panel.MatchString(names) && strings.Contains(strings.ToLower(names), "accord") || strings.Contains(strings.ToLower(names), "faq") {
			return true
		}
		n = n.Parent
	}
	return false
}

// whiteOnWhite recognises text hidden by its colour: white by its own style on a
// ground that is white by style too, or in elements without any class that could
// darken the ground.
func (h *hider) whiteOnWhite(n *html.Node, style string) bool {
	return whiteText.MatchString(strings.ToLower(strings.ReplaceAll(style, " ", ""))) && remembered(h.grounds, n, h.onWhite)
}

// onWhite says whether the ground of an element is white.
func (h *hider) onWhite(n *html.Node) bool {
	if n == nil || n.Type != html.ElementNode || n.DataAtom == atom.Html {
		return true
	}
	s := strings.ToLower(strings.ReplaceAll(attr(n, "style")+";bgcolor:"+attr(n, "bgcolor"), " ", ""))
	if whiteGround.MatchString(s) {
		return true
	}
	if strings.Contains(s, "background") || attr(n, "bgcolor") != "" || n.DataAtom != atom.Body && attr(n, "class")+attr(n, "id") != "" {
		return false
	}
	return remembered(h.grounds, n.Parent, h.onWhite)
}

// attr gives an attribute of an element, "" without it.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// textOf gives the text below a node with spaces collapsed, at most limit bytes
// and a word more.
func textOf(n *html.Node, limit int) string {
	var out strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && out.Len() < limit; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				for f := range strings.FieldsSeq(c.Data) {
					if out.Len() > 0 {
						out.WriteByte(' ')
					}
					out.WriteString(f)
					if out.Len() >= limit {
						return
					}
				}
			case c.Type == html.ElementNode && !unread[c.DataAtom] && c.DataAtom != atom.Noscript:
				walk(c)
			}
		}
	}
	walk(n)
	return out.String()
}
