package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/wordlist"
)

// The marks that stand for yes and no, as they are written.
const (
	yesMark = "✓"
	noMark  = "✗"
)

// yesNames and noNames are parts of the names of pictures of a tick or a cross: of their classes, files and symbols.
var (
	yesNames = wordlist.Set("check checkmark tick haken ok yes ja included")
	noNames  = wordlist.Set("times xmark cross remove close no nein kreuz excluded x")
)

const (
	// mostDrawn is how many elements of a cell or item are looked at for a picture, longestDrawn how many bytes the names of one
	// may have.
	mostDrawn    = 8
	longestDrawn = 200
)

// markDrawn is the mark that a cell without text shows as a picture, or which the picture before an item of a list says
// about it where that is a cross: "✗" for what is not included. "" for others.
func markDrawn(n *html.Node) string {
	switch n.DataAtom {
	case atom.Td:
		if saysNothing(n) {
			return drawn(n)
		}
	case atom.Li:
		if strings.Contains(attr(n, "class"), "not_available") || strings.Contains(attr(n, "class"), "not-available") || crossed(n) {
			return noMark + " "
		}
	}
	return ""
}

// saysNothing says whether an element holds a few others and no text.
func saysNothing(n *html.Node) bool {
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > 4*mostDrawn || d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" && !unread[d.Parent.DataAtom] {
			return false
		}
	}
	return seen > 0
}

// crossed says whether an item begins with the picture of a cross.
func crossed(item *html.Node) bool {
	first := item
	for range mostDrawn {
		next := first.FirstChild
		for next != nil && next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
			next = next.NextSibling
		}
		if next == nil || next.Type != html.ElementNode || isPressed(next) {
			return false
		}
		first = next
		if mark := drawnBy(first); mark != "" && isPicture(first) && textOf(first, 1) == "" {
			return mark == noMark
		}
	}
	return false
}

// isPicture says whether an element is one that shows a picture.
func isPicture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.I, atom.Img, atom.Svg, atom.Span:
		return true
	}
	return n.Data == "use"
}

// drawn is the mark that a picture in an element shows, "" where none does.
func drawn(n *html.Node) string {
	seen := 0
	for d := range n.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		if seen++; seen > mostDrawn || isPressed(d) {
			return ""
		}
		if isPicture(d) {
			if mark := drawnBy(d); mark != "" {
				return mark
			}
		}
	}
	return ""
}

// drawnBy is the mark that a picture shows by its names, "" where they tell neither, or both.
func drawnBy(n *html.Node) string {
	names := strings.ToLower(attr(n, "class") + " " + attr(n, "alt") + " " + attr(n, "src") + " " + attr(n, "aria-label") + " " + attr(n, "href") + " " + attr(n, "xlink:href"))
	if len(names) > longestDrawn {
		return ""
	}
	yes, no := false, false
	for part := range strings.FieldsFuncSeq(names, func(r rune) bool { return !('a' <= r && r <= 'z') && r < 0x80 }) {
		yes, no = yes || yesNames[part], no || noNames[part]
	}
	switch {
	case yes && !no:
		return yesMark
	case no && !yes:
		return noMark
	}
	return ""
}
