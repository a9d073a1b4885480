package material

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Page is a web page whose main text people have marked.
type Page struct {
	ID, URL       string
	Kind          string // "" where its set has one kind only
	HTML          []byte
	Main          string   // the main text, if all of it is marked
	With, Without []string // what belongs to it and what does not
}

// Half divides a set in two by a hash of the page's id: what is learnt and chosen on "tuning" is measured on "report".
func Half(id string) string {
	if sum := sha256.Sum256([]byte("half " + id)); sum[0]%2 == 0 {
		return "tuning"
	}
	return "report"
}

// Pages reads a set with the main texts of its pages, in the order of their ids.
func Pages(dir string) ([]Page, error) {
	var gold map[string]struct {
		URL      string `json:"url"`
		Body     string `json:"articleBody"`
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
	out := make([]Page, 0, len(gold))
	for id, g := range gold {
		html, err := Read(filepath.Join(dir, "html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		out = append(out, Page{ID: id, URL: g.URL, Kind: g.Internal.Type.Primary, HTML: html, Main: g.Truth.Main + g.Body, With: g.Truth.With, Without: g.Truth.Without})
	}
	slices.SortFunc(out, func(a, b Page) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// Snippets reads a set of which only pieces are marked, in the order of its addresses.
func Snippets(dir string) ([]Page, error) {
	var gold map[string]struct {
		File          string
		With, Without []string
	}
	if err := readJSON(filepath.Join(dir, "evaldata.json"), &gold); err != nil {
		return nil, err
	}
	out := make([]Page, 0, len(gold))
	for url, g := range gold {
		html, err := Read(filepath.Join(dir, "html", g.File+".gz"))
		if err != nil {
			return nil, err
		}
		out = append(out, Page{ID: g.File, URL: strings.TrimSpace(url), HTML: html, With: g.With, Without: g.Without})
	}
	slices.SortFunc(out, func(a, b Page) int { return cmp.Compare(a.URL, b.URL) })
	return out, nil
}

func readJSON(path string, into any) error {
	b, err := Read(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	return nil
}
