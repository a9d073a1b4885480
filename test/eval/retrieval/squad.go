package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
)

// article is one article of a set in SQuAD's format.
type article struct {
	Title      string      `json:"title"`
	Paragraphs []paragraph `json:"paragraphs"`
}

type paragraph struct {
	Context string `json:"context"`
	QAs     []struct {
		ID         string `json:"id"`
		Question   string `json:"question"`
		Impossible bool   `json:"is_impossible"`
		Answers    []struct {
			Text  string `json:"text"`
			Start int    `json:"answer_start"` // in characters
		} `json:"answers"`
	} `json:"qas"`
}

func readSquad(data []byte) ([]article, error) {
	var file struct {
		Data []article `json:"data"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("reading a file in SQuAD's format: %w", err)
	}
	return file.Data, nil
}

func readSquadFile(path string) ([]article, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return readSquad(data)
}

// item is one question with where its answer is.
type item struct {
	id, question string
	relevant     int    // number of the passage that holds the answer's start; -1: none
	gold         string // the answer
	article      int
	tuning       bool // of the half that weights are tuned on
}

// corpus is a set of passages with questions about them.
type corpus struct {
	passages []passage.Passage
	article  []int // per passage
	items    []item
}

// tuningHalf assigns half of all articles to tuning, by the hash of a name that
// is the same in every language of the set.
func tuningHalf(name string) bool { return sha256.Sum256([]byte(name))[0]&1 == 0 }

// chunks makes a corpus of paragraphs cut to at most limit words (0: not cut).
// Sentences stay whole where they fit. Every piece is a document of its own and
// has no title: nothing but its text helps.
func chunks(articles []article, lang string, limit int) corpus {
	return pieces(articles, lang, limit, false)
}

// pieces is chunks; together leaves the pieces of a paragraph in one document, as
// a site's pages are read: a hit may then hold up to three that stand together.
func pieces(articles []article, lang string, limit int, together bool) corpus {
	var c corpus
	for n, a := range articles {
		for _, p := range a.Paragraphs {
			first := len(c.passages)
			cuts := cut(p.Context, limit)
			for place, piece := range cuts {
				passage := passage.Passage{ID: fmt.Sprintf("%s-%d", lang, len(c.passages)), Text: p.Context[piece[0]:piece[1]]}
				passage.Document = passage.ID
				if together {
					passage.Document, passage.Ordinal = fmt.Sprintf("%s-%d", lang, first), place
				}
				c.passages = append(c.passages, passage)
				c.article = append(c.article, n)
			}
			for _, qa := range p.QAs {
				it := item{id: qa.ID, question: qa.Question, relevant: -1, article: n, tuning: tuningHalf(fmt.Sprint("article ", n))}
				if len(qa.Answers) > 0 && !qa.Impossible {
					it.gold = qa.Answers[0].Text
					it.relevant = first + holding(cuts, byteOffset(p.Context, qa.Answers[0].Start))
				}
				c.items = append(c.items, it)
			}
		}
	}
	return c
}

func byteOffset(s string, characters int) int {
	for i := range s {
		if characters == 0 {
			return i
		}
		characters--
	}
	return len(s)
}

// cut packs whole sentences into pieces of at most limit words; a longer
// sentence is cut between words. It returns byte ranges.
func cut(text string, limit int) [][2]int {
	if limit == 0 {
		return [][2]int{{0, len(text)}}
	}
	var out [][2]int
	start, end, words := -1, 0, 0
	flush := func() {
		if start >= 0 {
			out = append(out, [2]int{start, end})
		}
		start, words = -1, 0
	}
	for _, s := range sentence.In(text) {
		fields := wordRanges(text, s.Start, s.End)
		if words > 0 && words+len(fields) > limit {
			flush()
		}
		for _, f := range fields {
			if words == limit {
				flush()
			}
			if start < 0 {
				start = f[0]
			}
			end = f[1]
			words++
		}
	}
	flush()
	// Let ranges touch, so that every character belongs to one.
	for i := range out {
		if i+1 < len(out) {
			out[i][1] = out[i+1][0]
		} else {
			out[i][1] = len(text)
		}
	}
	return out
}

func wordRanges(text string, start, end int) [][2]int {
	var out [][2]int
	at := start
	for _, w := range strings.Fields(text[start:end]) {
		i := at + strings.Index(text[at:end], w)
		out = append(out, [2]int{i, i + len(w)})
		at = i + len(w)
	}
	return out
}

// holding is the piece in which a place lies, the last if it lies in none.
func holding(cuts [][2]int, at int) int {
	i := slices.IndexFunc(cuts, func(piece [2]int) bool { return at >= piece[0] && at < piece[1] })
	if i < 0 {
		return len(cuts) - 1
	}
	return i
}
