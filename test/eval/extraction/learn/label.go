package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract/charset"
	"github.com/webchatagent/wca/internal/extract/webpage"
	"github.com/webchatagent/wca/test/eval/material"
)

// example is a page to learn from.
type example struct {
	id, kind string
	pieces   []webpage.Piece
	rows     [][]float32
	words    [][]string
	label    []float64 // how much of a piece is content, 0 to 1
	weight   []float64 // of a piece; 1 in sum for each page
	gold     []string
}

// load reads the tuning half of all sets.
func load(data string) ([]example, error) {
	var out []example
	for _, set := range []string{"wcxb", "article-extraction-benchmark"} {
		pages, err := material.Pages(filepath.Join(data, set))
		if err != nil {
			return nil, err
		}
		err = eachCut(pages, func(p material.Page, pieces []webpage.Piece) {
			out = append(out, newExample(p.ID, cmp.Or(p.Kind, "news"), pieces, p.Main))
		})
		if err != nil {
			return nil, err
		}
	}
	pages, err := material.Snippets(filepath.Join(data, "trafilatura-de"))
	if err != nil {
		return nil, err
	}
	err = eachCut(pages, func(p material.Page, pieces []webpage.Piece) {
		out = append(out, snippetExample(p.ID, pieces, p.With, p.Without))
	})
	return out, err
}

// eachCut cuts the pages of the tuning half into pieces.
func eachCut(pages []material.Page, take func(p material.Page, pieces []webpage.Piece)) error {
	for _, p := range pages {
		if material.Half(p.ID) != "tuning" {
			continue
		}
		pieces, err := webpage.Pieces(charset.Decode(p.HTML, "text/html"), p.URL)
		if err != nil {
			return fmt.Errorf("reading page %s: %w", p.ID, err)
		}
		take(p, pieces)
	}
	return nil
}

// snippets is the kind of pages of which only pieces are known.
const snippets = "snippets"

// snippetExample labels the pieces that hold a snippet or are a part of one; the
// others weigh nothing. The whole weighs half of a page whose main text is known.
func snippetExample(id string, pieces []webpage.Piece, with, without []string) example {
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
func newExample(id, kind string, pieces []webpage.Piece, main string) example {
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
