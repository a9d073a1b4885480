package material

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
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

// SitePassages reads the pages of a site as the program would; the passages are analysed.
func SitePassages(name string) ([]retrieve.Passage, error) {
	pages, err := SitePages(filepath.Join(SiteFolder, name))
	if err != nil {
		return nil, err
	}
	return Passages(pages)
}

// Passages reads web pages and texts in Markdown, packed or not, as the program would; the passages are analysed.
func Passages(files []string) (out []retrieve.Passage, err error) {
	reader := extract.New(extract.Options{})
	for _, file := range files {
		body, err := Read(file)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".gz")
		kind := "text/html"
		if filepath.Ext(name) == ".md" {
			kind = "text/markdown"
		}
		said, err := reader.Extract(context.Background(), extract.Input{Name: name, ContentType: kind, Body: body})
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", file, err)
		}
		out = append(out, retrieve.Split(source.Searchable(said), retrieve.SplitOptions{Document: file, Address: name})...)
	}
	for i := range out {
		retrieve.Analyse(&out[i])
	}
	return out, reader.Close()
}
