package main

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// origin stands for the address of the site in canonical links and in the
// sitemap. The server puts its own address in its place.
const origin = "https://speichenhof.example"

// changed is the day the sitemap gives for every page.
const changed = "2026-03-02"

const robots = `User-agent: *
Disallow: /intern/

Sitemap: ` + origin + `/sitemap.xml
`

// page is one Markdown file with the lines of its head.
type page struct {
	Language    string // de or en: the first folder of its file
	Path        string // address without the origin, such as /de/raeder/kranich
	File        string // file in public, such as de/raeder/kranich.html
	Key         string // the same in both languages: pairs translations, names menu entries
	Title       string
	Nav         string // short title for menus
	Description string
	Charset     string // utf-8 where the head names none
	Markdown    string
}

func readPages(content string) ([]page, error) {
	var pages []page
	for _, pattern := range []string{"??/*.md", "??/*/*.md"} {
		names, err := filepath.Glob(filepath.Join(content, pattern))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			rel, err := filepath.Rel(content, name)
			if err != nil {
				return nil, err
			}
			p, err := parsePage(filepath.ToSlash(rel), string(data))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			pages = append(pages, p)
		}
	}
	slices.SortFunc(pages, func(a, b page) int { return cmp.Compare(a.Path, b.Path) })
	return pages, nil
}

func parsePage(name, text string) (page, error) {
	base := strings.TrimSuffix(name, ".md")
	p := page{
		Language: name[:2],
		Path:     "/" + strings.TrimSuffix(base, "index"),
		File:     base + ".html",
		Charset:  "utf-8",
	}
	head, body, found := strings.Cut(text, "\n---\n")
	if !found {
		return p, fmt.Errorf("no line --- between head and text")
	}
	p.Markdown = body
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "key":
			p.Key = value
		case "title":
			p.Title = value
		case "nav":
			p.Nav = value
		case "description":
			p.Description = value
		case "charset":
			p.Charset = value
		default:
			return p, fmt.Errorf("unknown line in the head: %s", line)
		}
	}
	return p, nil
}

// view is what the layout sees of a page.
type view struct {
	page
	Origin string
	Body   template.HTML
	all    []page
}

// T gives the German or the English text.
func (v view) T(german, english string) string {
	if v.Language == "de" {
		return german
	}
	return english
}

// Menu gives the pages with these keys in the language of the page.
func (v view) Menu(keys ...string) ([]page, error) {
	var menu []page
	for _, key := range keys {
		at := slices.IndexFunc(v.all, func(p page) bool { return p.Key == key && p.Language == v.Language })
		if at < 0 {
			return nil, fmt.Errorf("no page with key %q in %s", key, v.Language)
		}
		menu = append(menu, v.all[at])
	}
	return menu, nil
}

// Versions gives the page in all its languages, itself included.
func (v view) Versions() []page {
	return versions(v.all, v.page)
}

// Others gives the page in its other languages.
func (v view) Others() []page {
	return slices.DeleteFunc(v.Versions(), func(p page) bool { return p.Language == v.Language })
}

func versions(all []page, of page) []page {
	var same []page
	for _, p := range all {
		if p.Key == of.Key {
			same = append(same, p)
		}
	}
	return same
}

func render(layoutFile string, pages []page) (map[string][]byte, error) {
	layout, err := template.ParseFiles(layoutFile)
	if err != nil {
		return nil, err
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(html.WithUnsafe()))
	files := make(map[string][]byte)
	for _, p := range pages {
		var body, out bytes.Buffer
		if err := markdown.Convert([]byte(p.Markdown), &body); err != nil {
			return nil, fmt.Errorf("%s: %w", p.File, err)
		}
		wide := strings.NewReplacer("<table>", `<div class="table"><table>`, "</table>", "</table></div>").Replace(body.String())
		if err := layout.Execute(&out, view{page: p, Origin: origin, Body: template.HTML(wide), all: pages}); err != nil {
			return nil, fmt.Errorf("%s: %w", p.File, err)
		}
		files[p.File] = out.Bytes()
		if p.Charset == "iso-8859-1" {
			files[p.File] = latin1(out.String())
		}
	}
	return files, nil
}

// latin1 encodes HTML in ISO-8859-1; what that lacks becomes a reference.
func latin1(text string) []byte {
	var out []byte
	for _, r := range text {
		if r <= 0xff {
			out = append(out, byte(r))
		} else {
			out = append(out, "&#"+strconv.Itoa(int(r))+";"...)
		}
	}
	return out
}

func sitemap(pages []page) []byte {
	var out bytes.Buffer
	out.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, p := range pages {
		fmt.Fprintf(&out, "<url><loc>%s%s</loc><lastmod>%s</lastmod>", origin, p.Path, changed)
		for _, v := range versions(pages, p) {
			fmt.Fprintf(&out, `<xhtml:link rel="alternate" hreflang="%s" href="%s%s"/>`, v.Language, origin, v.Path)
		}
		out.WriteString("</url>\n")
	}
	out.WriteString("</urlset>\n")
	return out.Bytes()
}
