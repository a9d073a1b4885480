package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/test/eval/material"
)

func (m measurement) web(ctx context.Context) error {
	fmt.Println("\n### Main text of web pages")
	for _, set := range []struct {
		name string
		load func(dir string) ([]material.Page, error)
	}{{"wcxb", material.Pages}, {"article-extraction-benchmark", material.Pages}, {"trafilatura-de", material.Snippets}} {
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

// tally sums up pages.
type tally struct {
	n                     int
	f1, precision, recall float64
	with, without         float64
	poor                  int
	took                  time.Duration
}

func (m measurement) score(ctx context.Context, set string, pages []material.Page) error {
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
		d, err := m.extractor.Extract(ctx, extract.Input{ContentType: "text/html", URL: p.URL, Body: p.HTML})
		took := time.Since(began)
		text := d.Text()
		precision, recall := overlap(text, p.Main)
		f1 := 0.0
		if precision+recall > 0 {
			f1 = 2 * precision * recall / (precision + recall)
		}
		with, without := share(text, p.With), share(text, p.Without)
		names := []string{"all", material.Half(p.ID)}
		if set == "wcxb" {
			names = append(names, p.Kind)
		}
		for _, name := range names {
			count(name, func(t *tally) {
				t.n++
				t.f1, t.precision, t.recall = t.f1+f1, t.precision+precision, t.recall+recall
				t.with, t.without, t.took = t.with+with, t.without+without, t.took+took
				if f1 < 0.5 && p.Main != "" {
					t.poor++
				}
			})
		}
		if m.verbose {
			fmt.Printf("%s %s %s f1 %.3f p %.3f r %.3f with %.2f without %.2f %v %v\n", p.ID, p.Kind, material.Half(p.ID), f1, precision, recall, with, without, took.Round(time.Millisecond), err)
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
