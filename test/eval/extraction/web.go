package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/test/eval/material"
)

// page is one page of a set.
type page struct {
	id, url, kind string
	html          []byte
	gold          string   // the main text
	with, without []string // what belongs to it and what does not
}

func (m measurement) web(ctx context.Context) error {
	fmt.Println("\n### Main text of web pages")
	for _, set := range []struct {
		name string
		load func(dir string) ([]page, error)
	}{{"wcxb", loadWCXB}, {"article-extraction-benchmark", loadArticles}, {"trafilatura-de", loadSnippets}} {
		pages, err := set.load(filepath.Join(m.data, set.name))
		if err != nil {
			if err := skipped(set.name, err); err != nil {
				return err
			}
			continue
		}
		if err := m.score(ctx, set.name, pages); err != nil {
			return err
		}
	}
	return nil
}

// half divides a set in two by a hash of the page's name.
func half(id string) string {
	if sum := sha256.Sum256([]byte("half " + id)); sum[0]%2 == 0 {
		return "tuning"
	}
	return "report"
}

// tally sums up pages.
type tally struct {
	n                     int
	f1, precision, recall float64
	with, without         float64
	poor                  int
	took                  time.Duration
}

func (m measurement) score(ctx context.Context, set string, pages []page) error {
	groups := map[string]*tally{}
	var order []string
	count := func(name string, add func(*tally)) {
		if groups[name] == nil {
			groups[name] = &tally{}
			order = append(order, name)
		}
		add(groups[name])
	}
	for _, p := range pages {
		began := time.Now()
		d, err := m.extractor.Extract(ctx, extract.Input{ContentType: "text/html", URL: p.url, Body: p.html})
		took := time.Since(began)
		text := d.Text()
		precision, recall := overlap(text, p.gold)
		f1 := 0.0
		if precision+recall > 0 {
			f1 = 2 * precision * recall / (precision + recall)
		}
		with, without := share(text, p.with), share(text, p.without)
		names := []string{"all", half(p.id)}
		if set == "wcxb" {
			names = append(names, p.kind)
		}
		for _, name := range names {
			count(name, func(t *tally) {
				t.n++
				t.f1, t.precision, t.recall = t.f1+f1, t.precision+precision, t.recall+recall
				t.with, t.without, t.took = t.with+with, t.without+without, t.took+took
				if f1 < 0.5 && p.gold != "" {
					t.poor++
				}
			})
		}
		if m.verbose {
			fmt.Printf("%s %s %s f1 %.3f p %.3f r %.3f with %.2f without %.2f %v %v\n", p.id, p.kind, half(p.id), f1, precision, recall, with, without, took.Round(time.Millisecond), err)
		}
	}
	fmt.Printf("\n**%s**\n\n", set)
	if set == "trafilatura-de" {
		fmt.Println("| | pages | wanted snippets found | unwanted snippets kept | ms/page |\n|---|---|---|---|---|")
	} else {
		fmt.Println("| | pages | F1 | precision | recall | F1 < 0.5 | wanted snippets found | unwanted kept | ms/page |\n|---|---|---|---|---|---|---|---|---|")
	}
	for _, name := range order {
		t := groups[name]
		n := float64(t.n)
		ms := float64(t.took.Microseconds()) / 1000 / n
		if set == "trafilatura-de" {
			fmt.Printf("| %s | %d | %.3f | %.3f | %.1f |\n", name, t.n, t.with/n, t.without/n, ms)
			continue
		}
		fmt.Printf("| %s | %d | %.3f | %.3f | %.3f | %d | %.3f | %.3f | %.1f |\n", name, t.n, t.f1/n, t.precision/n, t.recall/n, t.poor, t.with/n, t.without/n, ms)
	}
	return nil
}

func loadWCXB(dir string) ([]page, error) {
	var gold map[string]struct {
		URL      string `json:"url"`
		Internal struct {
			Type struct {
				Primary string `json:"primary"`
			} `json:"page_type"`
		} `json:"_internal"`
		Truth struct {
			Main    string   `json:"main_content"`
			With    []string `json:"with"`
			Without []string `json:"without"`
		} `json:"ground_truth"`
	}
	if err := readJSON(filepath.Join(dir, "ground-truth.json.gz"), &gold); err != nil {
		return nil, err
	}
	var out []page
	for id, g := range gold {
		html, err := material.Read(filepath.Join(dir, "html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		out = append(out, page{id: id, url: g.URL, kind: g.Internal.Type.Primary, html: html, gold: g.Truth.Main, with: g.Truth.With, without: g.Truth.Without})
	}
	return sorted(out), nil
}

func loadArticles(dir string) ([]page, error) {
	var gold map[string]struct {
		Body string `json:"articleBody"`
		URL  string `json:"url"`
	}
	if err := readJSON(filepath.Join(dir, "ground-truth.json.gz"), &gold); err != nil {
		return nil, err
	}
	var out []page
	for id, g := range gold {
		html, err := material.Read(filepath.Join(dir, "html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		out = append(out, page{id: id, url: g.URL, kind: "article", html: html, gold: g.Body})
	}
	return sorted(out), nil
}

func loadSnippets(dir string) ([]page, error) {
	var gold map[string]struct {
		File          string
		With, Without []string
	}
	if err := readJSON(filepath.Join(dir, "evaldata.json"), &gold); err != nil {
		return nil, err
	}
	var out []page
	for url, g := range gold {
		html, err := material.Read(filepath.Join(dir, "html", g.File+".gz"))
		if err != nil {
			return nil, err
		}
		out = append(out, page{id: g.File, url: strings.TrimSpace(url), kind: "article", html: html, with: g.With, without: g.Without})
	}
	return sorted(out), nil
}

func sorted(pages []page) []page {
	slices.SortFunc(pages, func(a, b page) int { return strings.Compare(a.id, b.id) })
	return pages
}

func readJSON(path string, into any) error {
	b, err := material.Read(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	return nil
}
