package webpage

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

const (
	// mostChoices is how many options a choice of a thing has at most, longestChoice how many bytes each has: countries and
	// years are more.
	mostChoices   = 40
	longestChoice = 80
	// longestChoiceName is how many bytes what is chosen may have, choiceUp how many elements up its name is looked for,
	// choiceBefore among how many nodes before each.
	longestChoiceName = 40
	choiceUp          = 3
	choiceBefore      = 4
)

var (
	// variantField are the names that shop systems give to fields in which a buyer chooses how a thing is to be.
	variantField = regexp.MustCompile(`(?i)attribut|options?\[|variant|variation|modifier|size|gr(?:ö|oe|o)(?:ß|ss)e|colou?r|farbe|material|ausf(?:ü|ue)hrung`)
	// otherField are those of fields about other things, and what is written before these: how many, where, when, for whom.
	otherField = regexp.MustCompile(`(?i)sort|order|filter|page|quantity|qty|menge|anzahl|stück|stueck|country|(?:^|[^\pL]|liefer)land(?:$|[^\pL])|region|province|currency|w(?:ä|ae)hrung|` +
		`languag|sprache|locale|(?:^|[^\pL])(?:lang|date|time|city|state)(?:$|[^\pL])|datum|(?:uhr|liefer|abhol)zeit|rating|bewertung|anrede|salutation|gender|shipping|versand|payment|zahlungs|font.?size|schriftgr|resize`)
	cartForm = regexp.MustCompile(`(?i)cart|basket|warenkorb`)
)

// choice reads a field in which a buyer chooses how a thing is to be: "Größe: S, M, L". Of what other fields offer, such
// as the order of a list, nothing is content.
func (w *walker) choice(n *html.Node) {
	if !w.offersVariants(n) || w.hide.hides(n) {
		return
	}
	var options []string
	for o := range n.Descendants() {
		if o.DataAtom != atom.Option || hasAttr(o, "value") && attr(o, "value") == "" {
			continue
		}
		text := textOf(o, longestChoice+1)
		if len(options) == mostChoices || len(text) > longestChoice {
			return
		}
		if document.Meaningful(text) {
			options = append(options, text)
		}
	}
	name := choiceName(n)
	if len(options) < 2 || countsUp(options) || otherField.MatchString(name) {
		return
	}
	said := strings.Join(options, ", ")
	if w.inside(&html.Node{Type: html.ElementNode, FirstChild: &html.Node{Type: html.TextNode, Data: said}}) {
		return
	}
	w.flush()
	if name != "" {
		if last := len(w.segments) - 1; last >= 0 && w.segments[last].Kind != document.KindHeading && strings.TrimRight(w.segments[last].Text, ": ") == name {
			w.segments = w.segments[:last]
		}
		said = name + ": " + said
	}
	w.add(segment{Block: document.Block{Kind: document.KindParagraph, Text: document.Visible(said), Anchor: w.anchor}, at: n, card: w.card, choice: true})
}

// offersVariants says by the names of a field and its form whether it offers variants of a thing.
func (w *walker) offersVariants(n *html.Node) bool {
	names := attr(n, "name") + " " + attr(n, "id") + " " + attr(n, "aria-label")
	if otherField.MatchString(names) || strings.Contains(attr(n, "class"), "quantity") {
		return false
	}
	if variantField.MatchString(names) {
		return true
	}
	for up, f := 0, n.Parent; f != nil && up < 3*choiceUp; up, f = up+1, f.Parent {
		if f.DataAtom == atom.Form {
			return cartForm.MatchString(attr(f, "action") + " " + attr(f, "class"))
		}
	}
	return false
}

// countsUp says whether options are nothing but how many of a thing there may be: "1, 2, 3".
func countsUp(options []string) bool {
	first := 1
	if options[0] == "0" {
		first = 0
	}
	for i, o := range options {
		if o != strconv.Itoa(first+i) {
			return false
		}
	}
	return true
}

// isField says whether an element is a field of its own: what stands before it says nothing of the next.
func isField(n *html.Node) bool {
	return n.DataAtom == atom.Select || n.DataAtom == atom.Input && attr(n, "type") != "hidden" || n.DataAtom == atom.Textarea
}

// choiceName is the short text right before a field, which says what is chosen, "" where there is none.
func choiceName(n *html.Node) string {
	for up := 0; up < choiceUp && n != nil; up, n = up+1, n.Parent {
		seen := 0
		for b := n.PrevSibling; b != nil && seen < choiceBefore; seen, b = seen+1, b.PrevSibling {
			text := strings.Join(strings.Fields(b.Data), " ")
			if isField(b) {
				return ""
			}
			if b.Type == html.ElementNode {
				text = textOf(b, longestChoiceName+1)
			}
			if b.Type == html.CommentNode || !document.Meaningful(text) {
				continue
			}
			if len(text) > longestChoiceName {
				return ""
			}
			return strings.TrimRight(text, ": *")
		}
	}
	return ""
}
