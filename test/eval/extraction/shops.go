package main

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/document"
)

// Pages as shop systems and site builders write them, of invented firms, by somebody who had not seen how they are read.
//
//go:embed testdata/shops
var shopPages embed.FS

// shopPage says what is to be read of a page.
type shopPage struct {
	URL      string      `json:"url"`
	Together [][2]string `json:"together"` // a thing and its value, which belong to one entry
	Content  []string    `json:"content"`
	Clutter  []string    `json:"clutter"`
}

// shops measures whether the values of things stay beside them: prices, hours, measures.
func (m measurement) shops(ctx context.Context) error {
	files, err := shopPages.ReadDir("testdata/shops")
	if err != nil {
		return fmt.Errorf("listing the pages: %w", err)
	}
	var pairs, together, below, wanted, found, clutter, kept int
	for _, f := range files {
		name, isPage := strings.CutSuffix(f.Name(), ".html")
		if !isPage {
			continue
		}
		page, blocks, err := m.shop(ctx, name)
		if err != nil {
			return err
		}
		for _, p := range page.Together {
			pairs++
			switch {
			case beside(blocks, p):
				together++
			case under(blocks, p):
				below++
			case m.verbose:
				fmt.Printf("apart in %s: %q and %q\n", name, p[0], p[1])
			}
		}
		all := plain(strings.Join(texts(blocks), " "))
		for _, c := range page.Content {
			wanted++
			if strings.Contains(all, plain(c)) {
				found++
			} else if m.verbose {
				fmt.Printf("lost in %s: %q\n", name, c)
			}
		}
		for _, c := range page.Clutter {
			clutter++
			if strings.Contains(all, plain(c)) {
				kept++
			}
		}
	}
	fmt.Print("\n### Pages of shops and site builders\n\n| things with their values | in one entry | under its heading | facts found | clutter kept |\n|---|---|---|---|---|\n")
	fmt.Printf("| %d | %.3f | %.3f | %.3f | %.3f |\n", pairs, part(together, pairs), part(below, pairs), part(found, wanted), part(kept, clutter))
	return nil
}

func part(n, of int) float64 { return float64(n) / float64(of) }

// shop reads a page and what is to be read of it.
func (m measurement) shop(ctx context.Context, name string) (shopPage, []document.Block, error) {
	var page shopPage
	body, err := shopPages.ReadFile(path.Join("testdata/shops", name+".html"))
	if err != nil {
		return page, nil, fmt.Errorf("reading a page: %w", err)
	}
	told, err := shopPages.ReadFile(path.Join("testdata/shops", name+".json"))
	if err != nil {
		return page, nil, fmt.Errorf("reading what is to be read: %w", err)
	}
	if err := json.Unmarshal(told, &page); err != nil {
		return page, nil, fmt.Errorf("reading what is to be read of %s: %w", name, err)
	}
	d, err := m.extractor.Extract(ctx, extract.Input{URL: page.URL, ContentType: "text/html; charset=utf-8", Body: body})
	if err != nil {
		return page, nil, fmt.Errorf("extracting %s: %w", name, err)
	}
	return page, d.Blocks, nil
}

// beside says whether both texts stand in one block.
func beside(blocks []document.Block, pair [2]string) bool {
	for _, b := range blocks {
		text := plain(strings.Join(b.Header, " ") + " " + b.Text)
		if strings.Contains(text, plain(pair[0])) && strings.Contains(text, plain(pair[1])) {
			return true
		}
	}
	return false
}

// under says whether the second text stands below a heading with the first, before the next heading.
func under(blocks []document.Block, pair [2]string) bool {
	named := false
	for _, b := range blocks {
		if b.Kind == document.KindHeading {
			named = strings.Contains(plain(b.Text), plain(pair[0]))
		} else if named && strings.Contains(plain(b.Text), plain(pair[1])) {
			return true
		}
	}
	return false
}

func texts(blocks []document.Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}

// plain is a text as it is compared: spaces alike, without signs that nobody sees.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\u00ad", "", "\u200b", "").Replace(s)), " ")
}
