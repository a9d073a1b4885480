package webpage

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

// maxHrefs bounds the links taken from one page.
const maxHrefs = 5000

// links reads what a page says about itself and where it points.
func links(root *html.Node, address string) document.Links {
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	if b := first(root, atom.Base); b != nil {
		if u, err := base.Parse(strings.TrimSpace(attr(b, "href"))); err == nil {
			base = u
		}
	}
	l := linkReader{base: base, seen: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.A, atom.Area:
			if to := resolve(base, attr(n, "href")); to != "" && !rel(n, "nofollow") {
				l.add(to)
			}
		case atom.Frame, atom.Iframe:
			// Frames of the same host are parts of the page.
			to := resolve(base, attr(n, "src"))
			if u, err := url.Parse(to); err == nil && to != "" && u.Host == base.Host {
				l.add(to)
			}
		case atom.Link:
			l.link(n)
		case atom.Meta:
			l.meta(n)
		}
	}
	return l.Links
}

// linkReader gathers what a page says about itself and where it points.
type linkReader struct {
	document.Links
	base *url.URL
	seen map[string]bool
}

func (l *linkReader) add(to string) {
	if !l.seen[to] && len(l.Hrefs) < maxHrefs {
		l.seen[to] = true
		l.Hrefs = append(l.Hrefs, to)
	}
}

func (l *linkReader) link(n *html.Node) {
	to := resolve(l.base, attr(n, "href"))
	switch {
	case to == "":
	case rel(n, "canonical") && l.Canonical == "":
		l.Canonical = to
	case rel(n, "alternate") && attr(n, "hreflang") != "":
		if l.Alternates == nil {
			l.Alternates = map[string]string{}
		}
		if len(l.Alternates) < 200 {
			l.Alternates[strings.ToLower(strings.TrimSpace(attr(n, "hreflang")))] = to
		}
	}
}

var refreshTo = regexp.MustCompile(`(?i)^\s*[\d.]*\s*[;,]?\s*url\s*=\s*["']?([^"']+)`)

func (l *linkReader) meta(n *html.Node) {
	content := strings.ToLower(attr(n, "content"))
	switch strings.ToLower(attr(n, "name")) {
	case "robots":
		for wish := range strings.SplitSeq(content, ",") { // "max-image-preview:none" wishes something else
			wish = strings.TrimSpace(wish)
			l.NoIndex = l.NoIndex || wish == "noindex" || wish == "none"
			l.NoFollow = l.NoFollow || wish == "nofollow" || wish == "none"
		}
	}
	if strings.EqualFold(attr(n, "http-equiv"), "refresh") && l.Refresh == "" {
		if m := refreshTo.FindStringSubmatch(attr(n, "content")); m != nil {
			l.Refresh = resolve(l.base, m[1])
		}
	}
}

// rel says whether a link has a relation.
func rel(n *html.Node, name string) bool {
	for r := range strings.FieldsSeq(attr(n, "rel")) {
		if strings.EqualFold(r, name) {
			return true
		}
	}
	return false
}

// resolve gives an absolute http or https address without fragment, or "".
func resolve(base *url.URL, ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || ref[0] == '#' || len(ref) > 4096 {
		return ""
	}
	u, err := base.Parse(ref)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	return u.String()
}

// first finds the first element of a kind.
func first(root *html.Node, kind atom.Atom) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == kind {
			return n
		}
	}
	return nil
}
