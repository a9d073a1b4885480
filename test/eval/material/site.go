package material

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// SiteFolder holds the invented sites of firms, a folder each.
const SiteFolder = "test/eval/sites/testdata"

// TuningSites are the names of the sites that may be looked at; the others are for the report.
func TuningSites() ([]string, error) {
	list, err := os.ReadFile(filepath.Join(SiteFolder, "tuning.txt"))
	if err != nil {
		return nil, fmt.Errorf("reading which sites are for tuning: %w", err)
	}
	return strings.Fields(string(list)), nil
}

// ReportSites are the names of the others.
func ReportSites() ([]string, error) {
	tuning, err := TuningSites()
	if err != nil {
		return nil, err
	}
	folders, err := filepath.Glob(filepath.Join(SiteFolder, "*", "questions.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("looking for sites: %w", err)
	}
	var names []string
	for _, f := range folders {
		if name := filepath.Base(filepath.Dir(f)); !slices.Contains(tuning, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// SitePages are the files of the pages in a site's folder.
func SitePages(folder string) ([]string, error) {
	return filepath.Glob(filepath.Join(folder, "*.[mh]*")) // .md or .html
}

var (
	unseen = regexp.MustCompile(`(?s)<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>`)
	tag    = regexp.MustCompile(`<[^>]*>`)
)

// SiteSays is the text of all pages of a site's folder, with and without spaces where tags stand.
func SiteSays(folder string) (string, error) {
	pages, err := SitePages(folder)
	if err != nil {
		return "", err
	}
	var all strings.Builder
	for _, page := range pages {
		body, err := os.ReadFile(page)
		if err != nil {
			return "", fmt.Errorf("reading a site: %w", err)
		}
		text := unseen.ReplaceAllString(string(body), "")
		for _, between := range []string{"", " "} {
			all.WriteString(strings.ReplaceAll(html.UnescapeString(tag.ReplaceAllString(text, between)), "\u00ad", "") + "\n")
		}
	}
	return all.String(), nil
}

// Site is a firm's site as the program reads it.
type Site struct{ pages []page }

type page struct {
	path     string
	document document.Document
	passages []passage.Passage // analysed
}

// ReadSite reads the pages of a site.
func ReadSite(name string) (Site, error) {
	files, err := SitePages(filepath.Join(SiteFolder, name))
	if err != nil {
		return Site{}, err
	}
	return read(files)
}

// SitePassages reads the pages of a site; the passages are analysed.
func SitePassages(name string) ([]passage.Passage, error) {
	site, err := ReadSite(name)
	return site.Passages(), err
}

// Passages reads web pages and texts in Markdown, packed or not; the passages are analysed.
func Passages(files []string) ([]passage.Passage, error) {
	site, err := read(files)
	return site.Passages(), err
}

// read reads web pages and texts in Markdown, packed or not, as the program would.
func read(files []string) (site Site, err error) {
	reader := extract.New(extract.Options{})
	for _, file := range files {
		body, err := Read(file)
		if err != nil {
			return site, err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".gz")
		kind := "text/html"
		if filepath.Ext(name) == ".md" {
			kind = "text/markdown"
		}
		said, err := reader.Extract(context.Background(), extract.Input{Name: name, ContentType: kind, Body: body})
		if err != nil {
			return site, fmt.Errorf("reading %s: %w", file, err)
		}
		p := page{path: file, document: said}
		p.split()
		site.pages = append(site.pages, p)
	}
	return site, reader.Close()
}

// split makes the passages of the document.
func (p *page) split() {
	address := strings.TrimSuffix(filepath.Base(p.path), ".gz")
	p.passages = passage.Split(p.document, passage.Options{Document: p.path, Address: address})
	for i := range p.passages {
		retrieve.Analyse(&p.passages[i])
	}
}

// Passages are those of all pages, analysed.
func (s *Site) Passages() (out []passage.Passage) {
	for i := range s.pages {
		out = append(out, s.pages[i].passages...)
	}
	return out
}
