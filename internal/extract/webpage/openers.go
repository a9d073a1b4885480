package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

// opener are the names of the line of an accordion that opens what stands below it.
var opener = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:toggler|(?:accordion|toggle|collapsible|spoiler|faq)[\w-]*?[_-](?:title|head|header|heading|toggle|trigger|button|label|question|frage))(?:$|[\s_-])`)

// opensByName says whether an element is called the line of an accordion that opens the next element.
func (w *walker) opensByName(n *html.Node) bool {
	if n.DataAtom != atom.Div && n.DataAtom != atom.P && n.DataAtom != atom.Label && n.DataAtom != atom.A {
		return false
	}
	class := attr(n, "class")
	if class == "" || !opener.MatchString(class) || never.MatchString(class) {
		return false
	}
	size, next := w.sizes.of(n), nextElement(n)
	return size > 0 && size <= longestAsked && next != nil && w.sizes.of(next) > 0 && !opener.MatchString(attr(next, "class")) && firstHeading(n) == nil
}

// opening reads what opens the next element as a heading of it.
func (w *walker) opening(n *html.Node) {
	level := w.section + 1
	w.whole(n, document.KindHeading, level)
	w.section = level - 1
	w.underNext, w.nextLevel = nextElement(n), level
}

// notesOpener notes what the button of an accordion opens: with it ends what stands under the button's heading.
func (w *walker) notesOpener(button *html.Node, level int) {
	if w.under == nil {
		w.under = map[string]int{}
	}
	for _, key := range [...]string{"aria-controls", "data-target", "data-bs-target", "href"} {
		if id := strings.TrimPrefix(attr(button, key), "#"); id != "" {
			w.under[id] = level
		}
	}
}

// openedUnder is the level of the heading that opens an element, 0 where none does.
func (w *walker) openedUnder(n *html.Node) int {
	if n == w.underNext && n != nil {
		return w.nextLevel
	}
	if len(w.under) == 0 {
		return 0
	}
	return w.under[attr(n, "id")]
}
