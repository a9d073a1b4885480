package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

const (
	// longestTitle is how many bytes of a title are looked at, mostHeads at how many headings of the first level.
	longestTitle = 4000
	mostHeads    = 100
)

// title gives the page's title without the name of the site. The one heading of
// the first level is best, because a person wrote it for this page.
func title(root *html.Node, blocks []document.Block) string {
	full := ""
	if n := first(root, atom.Title); n != nil {
		full = written(upTo(longestTitle, rawText(n)))
	}
	shared := written(upTo(longestTitle, metaContent(root, "og:title", "twitter:title")))
	var heads []string
	for _, b := range blocks {
		if b.Kind == document.KindHeading && b.Level == 1 && len(heads) < mostHeads {
			heads = append(heads, document.OneLine(b.Text))
		}
	}
	if len(heads) == 0 {
		for n := range root.Descendants() {
			if n.DataAtom == atom.H1 && len(heads) < mostHeads {
				if t := textOf(n, 300); document.Meaningful(t) {
					heads = append(heads, t)
				}
			}
		}
	}
	site := metaContent(root, "og:site_name", "application-name")
	short := withoutSite(full, site)
	if shared != "" {
		shared = withoutSite(shared, site)
	}
	said := fold(full + " " + shared)
	for _, h := range heads {
		// A first heading that the title repeats is surely the page's own.
		if len(h) > 3 && len(h) < 200 && strings.Contains(said, fold(h)) && !strings.EqualFold(h, site) {
			return h
		}
	}
	switch {
	case short != "" && shared != "" && len(shared) < len(short) && strings.Contains(fold(short), fold(shared)):
		return shared
	case short != "":
		return short
	case shared != "":
		return shared
	case len(heads) > 0:
		return heads[0]
	}
	for _, b := range blocks {
		if b.Kind == document.KindHeading {
			return document.OneLine(b.Text)
		}
	}
	return ""
}

// unwritten are titles that editors of pages put there until somebody writes one.
var unwritten = linesOf(`untitled
untitled document
untitled page
unbenannt
unbenanntes dokument
unbenannte seite
document
dokument
page title
titel
title
neue seite
neue seite 1
new page
new page 1
index
meine website
my website`)

// written is a title that a person wrote, "" for another.
func written(title string) string {
	if document.FileName(title) || unwritten[fold(title)] {
		return ""
	}
	return title
}

// siteMarks stand between a title and the name of the site.
var siteMarks = []string{" | ", " – ", " — ", " - ", " · ", " :: ", " » ", " « ", " • "}

// ownName is a name without that of the site behind it, as builders of shops put it into what they tell machines.
func ownName(name, site string) string {
	name, site = document.OneLine(name), document.OneLine(site)
	for _, mark := range siteMarks {
		if own, ok := strings.CutSuffix(name, mark+site); ok && site != "" && own != "" {
			return own
		}
	}
	return name
}

// withoutSite cuts the site's name off a title: " | Name", " - Name", "Name: ".
func withoutSite(title, site string) string {
	title = document.OneLine(title)
	for _, mark := range siteMarks {
		parts := strings.Split(title, mark)
		if len(parts) < 2 {
			continue
		}
		last, head := strings.TrimSpace(parts[len(parts)-1]), strings.TrimSpace(parts[0])
		if site != "" {
			switch {
			case fold(last) == fold(site):
				return withoutSite(strings.Join(parts[:len(parts)-1], mark), "")
			case fold(head) == fold(site):
				return withoutSite(strings.Join(parts[1:], mark), "")
			}
			continue
		}
		// Without a known name the shorter end is the site, if what is left still
		// says something.
		rest := strings.TrimSpace(strings.Join(parts[:len(parts)-1], mark))
		if mark != " - " && len(strings.Fields(rest)) >= 2 && len(last) < 40 && len(rest) >= len(last)/2 || mark == " - " && len(rest) > len(last) {
			return rest
		}
	}
	return title
}

// upTo cuts a text off behind so many bytes.
func upTo(limit int, s string) string { return strings.ToValidUTF8(s[:min(len(s), limit)], "") }

func fold(s string) string { return strings.ToLower(document.OneLine(s)) }

// rawText is the text directly inside an element.
func rawText(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return document.OneLine(n.FirstChild.Data)
}

// metaContent gives the content of the first of the named meta elements.
func metaContent(root *html.Node, names ...string) string {
	for _, name := range names {
		for n := range root.Descendants() {
			if n.DataAtom == atom.Meta && (strings.EqualFold(attr(n, "property"), name) || strings.EqualFold(attr(n, "name"), name)) {
				if c := document.OneLine(attr(n, "content")); c != "" {
					return c
				}
			}
		}
	}
	return ""
}
