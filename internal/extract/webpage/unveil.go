package webpage

import (
	"encoding/hex"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

// unveil puts into the tree of a page what every reader sees in a browser and scripts write there from the attributes of an
// element: addresses that a server keeps from harvesters, and figures that count up.
func unveil(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if address := veiledAddress(n); address != "" {
			if n.DataAtom == atom.A {
				setAttr(n, "href", "mailto:"+address)
			}
			if attr(n, "data-cfemail") != "" || textOf(n, longestCount+8) == "[email protected]" {
				setText(n, address)
			}
		} else if figure := countedTo(n); figure != "" {
			setText(n, figure)
		} else if mark := markDrawn(n); mark != "" {
			n.InsertBefore(&html.Node{Type: html.TextNode, Data: mark}, n.FirstChild)
		}
	}
}

// veiledPath begins the links that Cloudflare puts in place of those to an e-mail address.
const veiledPath = "/cdn-cgi/l/email-protection"

// veiledAddress is the e-mail address that Cloudflare has veiled in an element, "" where there is none: in hexadecimal, each
// byte exclusive-or'd with the first (https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/).
func veiledAddress(n *html.Node) string {
	code := attr(n, "data-cfemail")
	if code == "" && n.DataAtom == atom.A {
		if rest, is := strings.CutPrefix(attr(n, "href"), veiledPath); is {
			code = strings.TrimPrefix(rest, "#")
		}
	}
	if len(code) > 2*longestAddress {
		return ""
	}
	bytes, err := hex.DecodeString(code)
	if err != nil || len(bytes) < 2 {
		return ""
	}
	for i := range bytes[1:] {
		bytes[i+1] ^= bytes[0]
	}
	return addressIn(string(bytes[1:]))
}

const (
	// longestAddress is how many bytes an e-mail address has at most (RFC 5321, 4.5.3.1).
	longestAddress = 254
	// longestCount is how many bytes a figure may have that counts up.
	longestCount = 12
)

var (
	mailAddress = regexp.MustCompile(`^[\w.+%-]+@[\w-]+(?:\.[\w-]+)+$`)
	aFigure     = regexp.MustCompile(`^\d[\d.,]*$`)
)

// addressIn is a text that is an e-mail address, "" for another.
func addressIn(s string) string {
	if s = strings.TrimSpace(s); len(s) > longestAddress || !mailAddress.MatchString(s) {
		return ""
	}
	return s
}

// counters are the attributes in which builders of sites say to which figure one counts up that begins at nought.
var counters = []string{"data-to-value", "data-number-value", "data-purecounter-end", "data-count", "data-counter", "data-counter-value", "data-end-value", "data-to", "data-target-number"}

// countedTo is the figure to which an element counts up, "" for other elements.
func countedTo(n *html.Node) string {
	for _, key := range counters {
		if figure := attr(n, key); figure != "" && len(figure) <= longestCount && aFigure.MatchString(figure) {
			if only := n.FirstChild; only != nil && only.NextSibling == nil && only.Type == html.TextNode && strings.TrimSpace(only.Data) == "0" {
				return figure
			}
			if place := placeOfCount(n); place != nil {
				setText(place, figure)
			}
		}
	}
	return ""
}

// placeOfCount is the empty element inside of one that counts up where the figure is to stand, nil where there is none.
func placeOfCount(n *html.Node) *html.Node {
	seen := 0
	for d := range n.Descendants() {
		if seen++; seen > mostDrawn {
			return nil
		}
		if class := attr(d, "class"); d.DataAtom == atom.Span && d.FirstChild == nil && (strings.HasSuffix(class, "value") || strings.HasSuffix(class, "number")) {
			return d
		}
	}
	return nil
}

// reached is how to reach somebody that a link leads to and does not tell in its text, "" for other links.
func (w *walker) reached(n *html.Node, text string) string {
	href := strings.TrimSpace(attr(n, "href"))
	if w.said.searches >= mostSearches {
		return ""
	}
	kind, to, is := strings.Cut(href, ":")
	if !is || len(href) > 2*longestAddress {
		return ""
	}
	to, _, _ = strings.Cut(to, "?")
	if plain, err := url.PathUnescape(to); err == nil {
		to = plain
	}
	switch strings.ToLower(kind) {
	case "mailto":
		if to = addressIn(to); to != "" && !strings.Contains(strings.ToLower(text), strings.ToLower(to)) && !w.says(strings.ToLower(to)) {
			return to
		}
	case "tel":
		digits := digitsOf(to)
		if len(digits) >= subscriberDigits && len(digits) <= mostDigits && len(digitsOf(text)) < subscriberDigits-2 && !w.saysDigits(digits[len(digits)-subscriberDigits:]) {
			return document.OneLine(to)
		}
	}
	return ""
}

const (
	// mostDigits is how many digits a telephone number has at most (ITU-T E.164).
	mostDigits = 15
	// mostSaid is how many bytes of a page are searched for what its links lead to, mostSearches how often.
	mostSaid     = 1 << 20
	mostSearches = 50
)

// says and saysDigits say whether the page says something in its text anyhow.
func (w *walker) says(lower string) bool {
	w.readWhole()
	return strings.Contains(w.said.text, lower) || !w.said.first(lower)
}

func (w *walker) saysDigits(digits string) bool {
	w.readWhole()
	return strings.Contains(w.said.digits, digits) || !w.said.first(digits)
}

// leadTo tells where a link leads behind its text.
func (w *walker) leadTo(to string) {
	if to == "" {
		return
	}
	if len(w.text) > w.linkStart {
		to = "(" + to + ")"
	}
	w.gap()
	w.words(to)
	w.given = to
}

// saidText is what a page says in all, noted when it is first asked for.
type saidText struct {
	searches     int
	text, digits string
	told         map[string]bool // what links lead to and was told
}

func (w *walker) readWhole() {
	if w.said.told == nil {
		w.said.told = map[string]bool{}
		w.said.text = strings.ToLower(textOf(w.root, mostSaid))
		w.said.digits = digitsOf(w.said.text)
	}
	w.said.searches++
}

// first says whether something is told for the first time.
func (t *saidText) first(what string) bool {
	known := t.told[what]
	t.told[what] = true
	return !known
}

func setAttr(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

// setText makes a text all that an element holds.
func setText(n *html.Node, text string) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
}
