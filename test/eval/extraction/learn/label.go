package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/test/eval/material"
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
		b, err := material.Read(filepath.Join(data, set, "ground-truth.json.gz"))
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
			html, err := material.Read(filepath.Join(data, set, "html", id+".html.gz"))
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
	more, err := loadSnippets(filepath.Join(data, "trafilatura-de"))
	return append(out, more...), err
}

// snippets is the kind of pages of which only pieces are known.
const snippets = "snippets"

// loadSnippets reads pages of which people have said what must be found and what
// must not.
func loadSnippets(dir string) ([]example, error) {
	var gold map[string]struct {
		File          string
		With, Without []string
	}
	b, err := os.ReadFile(filepath.Join(dir, "evaldata.json"))
	if err != nil {
		return nil, fmt.Errorf("opening a set: %w", err)
	}
	if err := json.Unmarshal(b, &gold); err != nil {
		return nil, fmt.Errorf("reading %s: %w", dir, err)
	}
	var out []example
	for _, url := range slices.Sorted(maps.Keys(gold)) {
		g := gold[url]
		if half(g.File) != "tuning" {
			continue
		}
		html, err := material.Read(filepath.Join(dir, "html", g.File+".gz"))
		if err != nil {
			return nil, err
		}
		pieces, err := extract.Pieces(extract.Input{URL: strings.TrimSpace(url), ContentType: "text/html", Body: html})
		if err != nil {
			return nil, fmt.Errorf("reading page %s: %w", g.File, err)
		}
		out = append(out, snippetExample(g.File, pieces, g.With, g.Without))
	}
	return out, nil
}

// snippetExample labels the pieces that hold a snippet or are a part of one; the
// others weigh nothing. The whole weighs half of a page whose main text is known.
func snippetExample(id string, pieces []extract.Piece, with, without []string) example {
	e := example{id: id, kind: snippets, pieces: pieces}
	known := 0
	for _, p := range pieces {
		w := words(p.Text)
		text := strings.Join(w, " ")
		among := func(list []string) bool {
			return len(w) > 0 && slices.ContainsFunc(list, func(s string) bool {
				s = strings.Join(words(s), " ")
				return s != "" && strings.Contains(text, s) || len(w) > 2 && strings.Contains(s, text)
			})
		}
		label, weight := 0.0, 0.0
		wanted, unwanted := among(with), among(without)
		if wanted != unwanted {
			known++
			weight = 1
			if wanted {
				label = 1
			}
		}
		e.words, e.rows = append(e.words, w), append(e.rows, p.Evidence)
		e.label, e.weight = append(e.label, label), append(e.weight, weight)
	}
	for i := range e.weight {
		e.weight[i] *= 0.5 / float64(max(1, known))
	}
	return e
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// newExample labels the pieces of a page by how many of their words stand in the
// main text in the same order: runs of three words, or the whole of a shorter
// piece.
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
	e.settleShort()
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

// short is how many words a piece may have to be content only where it stands: its
// words elsewhere in the main text say nothing.
const short = 8

// settleShort lays the words of the page beside those of the main text, in
// order, and takes short pieces for content only where they stand there, too.
func (e *example) settleShort() {
	var page []string
	var owner []int
	for i, ws := range e.words {
		for _, w := range ws {
			page = append(page, w)
			owner = append(owner, i)
		}
	}
	found := make([]float64, len(e.words))
	for at, is := range beside(page, e.gold) {
		if is {
			found[owner[at]]++
		}
	}
	for i, ws := range e.words {
		if len(ws) == 0 {
			continue
		}
		if len(ws) < short {
			e.label[i] = found[i] / float64(len(ws))
		}
	}
}

// beside says which words of a page stand in the main text, in the order of both.
// Words that follow each other in both count more than scattered ones.
func beside(page, main []string) []bool {
	const open = 0.9
	known := map[string]int32{}
	number := func(words []string) []int32 {
		out := make([]int32, len(words))
		for i, w := range words {
			if known[w] == 0 {
				known[w] = int32(len(known) + 1)
			}
			out[i] = known[w]
		}
		return out
	}
	p, g := number(page), number(main)
	width := len(g) + 1
	const (
		up = iota
		left
		match
	)
	// steps holds how the best way to each place came there (two bits) and whether
	// a match there goes on with the one before (the third).
	steps := make([]uint8, (len(p)+1)*width)
	best, matched := make([]float32, width), make([]float32, width)
	nextBest, nextMatched := make([]float32, width), make([]float32, width)
	for j := range matched {
		matched[j] = -1e9
	}
	for i := 1; i <= len(p); i++ {
		nextBest[0], nextMatched[0] = 0, -1e9
		row := steps[i*width : (i+1)*width]
		for j := 1; j < width; j++ {
			m, step := float32(-1e9), uint8(0)
			if p[i-1] == g[j-1] {
				if m = best[j-1] + 1 - open; matched[j-1]+1 > m {
					m, step = matched[j-1]+1, 4
				}
			}
			b := best[j]
			if nextBest[j-1] > b {
				b, step = nextBest[j-1], step|left
			}
			if m > b {
				b, step = m, step&4|match
			}
			nextBest[j], nextMatched[j], row[j] = b, m, step
		}
		best, nextBest = nextBest, best
		matched, nextMatched = nextMatched, matched
	}
	out := make([]bool, len(p))
	i, j, forced := len(p), len(g), false
	for i > 0 && j > 0 {
		s := steps[i*width+j]
		switch {
		case forced || s&3 == match:
			out[i-1] = true
			forced = s&4 != 0
			i, j = i-1, j-1
		case s&3 == left:
			j--
		default:
			i--
		}
	}
	return out
}
