package main

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract"
)

// example is a page to learn from.
type example struct {
	id, kind string
	pieces   []extract.Piece
	rows     [][]float32
	words    [][]string
	label    []float64 // how much of a piece is content, 0 to 1
	weight   []float64 // of a piece; 1 in sum for each page
	gold     []string
}

// half is the division of test/eval/extraction.
func half(id string) string {
	if sum := sha256.Sum256([]byte("half " + id)); sum[0]%2 == 0 {
		return "tuning"
	}
	return "report"
}

func load(data string) ([]example, error) {
	var out []example
	for _, set := range []string{"wcxb", "article-extraction-benchmark"} {
		var gold map[string]struct {
			URL      string `json:"url"`
			Body     string `json:"articleBody"`
			Internal struct {
				Type struct {
					Primary string `json:"primary"`
				} `json:"page_type"`
			} `json:"_internal"`
			Truth struct {
				Main string `json:"main_content"`
			} `json:"ground_truth"`
		}
		b, err := read(filepath.Join(data, set, "ground-truth.json.gz"))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, &gold); err != nil {
			return nil, fmt.Errorf("reading the main texts of %s: %w", set, err)
		}
		var ids []string
		for id := range gold {
			if half(id) == "tuning" {
				ids = append(ids, id)
			}
		}
		slices.Sort(ids)
		for _, id := range ids {
			html, err := read(filepath.Join(data, set, "html", id+".html.gz"))
			if err != nil {
				return nil, err
			}
			g := gold[id]
			pieces, err := extract.Pieces(extract.Input{URL: g.URL, ContentType: "text/html", Body: html})
			if err != nil {
				return nil, fmt.Errorf("reading page %s: %w", id, err)
			}
			kind := g.Internal.Type.Primary
			if kind == "" {
				kind = "news"
			}
			out = append(out, newExample(id, kind, pieces, g.Truth.Main+g.Body))
		}
	}
	return out, nil
}

func read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening a set: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", path, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return b, nil
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// newExample labels the pieces of a page by how many of their words stand in the
// main text in the same order: runs of three words, or the whole of a shorter
// piece. A short piece that repeats counts as often as the main text has it, the
// occurrences nearest to other content first.
func newExample(id, kind string, pieces []extract.Piece, main string) example {
	e := example{id: id, kind: kind, pieces: pieces, gold: words(main)}
	const run = 3
	runs := map[string]int{}
	for n := 1; n <= run; n++ {
		for i := 0; i+n <= len(e.gold); i++ {
			runs[strings.Join(e.gold[i:i+n], " ")]++
		}
	}
	total := 0.0
	for _, p := range pieces {
		w := words(p.Text)
		e.words = append(e.words, w)
		e.rows = append(e.rows, p.Evidence)
		label := 0.0
		if len(w) > 0 {
			n := min(run, len(w))
			hit := make([]bool, len(w))
			for i := 0; i+n <= len(w); i++ {
				if runs[strings.Join(w[i:i+n], " ")] > 0 {
					for k := range n {
						hit[i+k] = true
					}
				}
			}
			for _, h := range hit {
				if h {
					label++
				}
			}
			label /= float64(len(w))
		}
		e.label = append(e.label, label)
	}
	e.settleShort(runs)
	for i := range e.words {
		weight := float64(len(e.words[i])) + 1
		e.weight = append(e.weight, weight)
		total += weight
	}
	for i := range e.weight {
		e.weight[i] /= total
	}
	return e
}

// settleShort takes short pieces for content only as often as the main text has
// them.
func (e *example) settleShort(runs map[string]int) {
	near := make([]float64, len(e.words))
	for i := range e.words {
		for j := max(0, i-6); j <= min(len(e.words)-1, i+6); j++ {
			if len(e.words[j]) > 8 {
				near[i] += e.label[j] * float64(min(len(e.words[j]), 60)) / float64(3+max(i-j, j-i))
			}
		}
	}
	places := map[string][]int{}
	for i, w := range e.words {
		if len(w) > 0 && len(w) <= 3 && e.label[i] == 1 {
			key := strings.Join(w, " ")
			places[key] = append(places[key], i)
		}
	}
	for key, at := range places {
		slices.SortStableFunc(at, func(a, b int) int {
			switch {
			case near[a] > near[b]:
				return -1
			case near[a] < near[b]:
				return 1
			}
			return 0
		})
		for k, i := range at {
			// One word anywhere in a long text says nothing.
			if k >= runs[key] || near[i] == 0 {
				e.label[i] = 0
			}
		}
	}
}
