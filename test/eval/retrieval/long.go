package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

// longFiles are questions about long documents: lay people's about German laws, and administrators' about the manual of a
// web server. They were written by somebody who had not seen the program; every second one is for the report. Those in
// lessons were written for learning.
//
//go:embed testdata/long
var longFiles embed.FS

// shelf is a set of long documents that questions are about.
type shelf struct {
	name     string // of its questions
	folder   string // among the public sets
	patterns []string
}

var shelves = []shelf{
	{"laws", "german-laws", []string{"*.md.gz"}},
	{"manual", "httpd-manual-site", []string{"*.html.de.gz", "*.html.en.utf8.gz", "*/*.html.de.gz", "*/*.html.en.utf8.gz"}},
}

// passages are those of its documents.
func (s shelf) passages(data string) ([]passage.Passage, error) {
	var files []string
	for _, pattern := range s.patterns {
		found, err := filepath.Glob(filepath.Join(data, s.folder, pattern))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("long documents in %s: %w", s.folder, fs.ErrNotExist)
	}
	return material.Passages(files)
}

// longQuestion is a question about them; Text is what an answer says, "" where no document answers.
type longQuestion struct{ Question, Document, Text string }

// rightly says which passages answer it; nil where none does.
func (q longQuestion) rightly() func(*passage.Passage) bool {
	if q.Text == "" {
		return nil
	}
	return func(p *passage.Passage) bool {
		return p.Address == path.Base(q.Document) && trial.Holds(p.Text, q.Text)
	}
}

// questions reads those of a part: "tuning", "report" or "lessons".
func (s shelf) questions(part string) (out []longQuestion, err error) {
	lines, err := longFiles.ReadFile("testdata/long/" + s.name + "." + part + ".jsonl")
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(lines)) {
		var q longQuestion
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			return nil, fmt.Errorf("reading a question about the %s: %w", s.name, err)
		}
		out = append(out, q)
	}
	return out, nil
}

// long measures search, refusal and quotes on long documents.
func long(data string) error {
	var rows []string
	for _, s := range shelves {
		passages, err := s.passages(data)
		if err != nil {
			return err
		}
		ix := retrieve.Build(passages, retrieve.Options{})
		for _, part := range []string{"tuning", "report"} {
			questions, err := s.questions(part)
			if err != nil {
				return err
			}
			var places score
			answered, right, refused, without := 0, 0, 0, 0
			for _, q := range questions {
				found := ix.Search(retrieve.Query{Text: q.Question, K: 6})
				rightly := q.rightly()
				if rightly == nil {
					without++
					if !found.Enough {
						refused++
					}
					continue
				}
				places.add(placeOf(found.Hits, rightly))
				if !found.Enough {
					continue
				}
				answered++
				if slices.ContainsFunc(retrieve.Whole(ix.Quote(found, 3)), func(quote retrieve.Quote) bool { return trial.Holds(quote.Text, q.Text) }) {
					right++
				}
			}
			rows = append(rows, fmt.Sprintf("%s | %s | %d | %s | %s | %s | %s", s.name, part, len(passages), places.String(), percent(answered, places.n), percent(right, places.n), percent(refused, without)))
		}
	}
	table("Long documents", "questions about | half | passages | R@1 | R@5 | MRR@10 | answered | one of three quotes holds it | refused rightly", rows)
	return nil
}

// placeOf is the place of the first hit that answers, from 1; 0 if none does.
func placeOf(hits []retrieve.Result, rightly func(*passage.Passage) bool) int {
	for i := range hits {
		for _, p := range hits[i].Passages() {
			if rightly(p) {
				return i + 1
			}
		}
	}
	return 0
}

// eachLong asks the questions about long documents that are for learning.
func eachLong(data string, trees func(fold int) *forest.Forest, bare bool, ask func(fold int, ix *retrieve.Index, question string, right func(*passage.Passage) bool)) error {
	for _, s := range shelves {
		passages, err := s.passages(data)
		if err != nil {
			return err
		}
		for fold := range folds {
			ix := retrieve.Build(passages, retrieve.Options{Trees: trees(fold), WithoutTable: bare})
			for _, part := range []string{"tuning", "lessons"} {
				questions, err := s.questions(part)
				if err != nil {
					return err
				}
				for _, q := range questions {
					if foldOf(q.Question) == fold {
						ask(fold, ix, q.Question, q.rightly())
					}
				}
			}
		}
	}
	return nil
}

// lessonsOfLong are the questions for learning that the long documents answer.
func lessonsOfLong(data string) (out []lesson, err error) {
	plain := func(int) *forest.Forest { return nil } // examples are of the order without a forest
	err = eachLong(data, plain, false, func(fold int, ix *retrieve.Index, question string, right func(*passage.Passage) bool) {
		if right == nil {
			return
		}
		l := lesson{set: "long documents", weight: longCounts, fold: fold, examples: ix.Examples(retrieve.Query{Text: question})}
		for k, e := range l.examples {
			if right(e.Passage) {
				l.right = append(l.right, k)
			}
		}
		out = append(out, l)
	})
	return out, err
}

// longCounts is how much a question about long documents counts beside one of XQuAD, longDoubtCounts where it is learned
// whether there is an answer: with more, plain questions to small sites are refused.
const longCounts, longDoubtCounts = 1, 0.5

// doubtsOfLong are all questions for learning about them.
func doubtsOfLong(data string, rankings [folds]*forest.Forest, bare bool) (out []doubt, err error) {
	trees := func(fold int) *forest.Forest { return rankings[fold] }
	err = eachLong(data, trees, bare, func(fold int, ix *retrieve.Index, question string, right func(*passage.Passage) bool) {
		if d, ok := doubtOf(ix, question, right); ok {
			d.set, d.site, d.weight, d.fold = "long documents", true, longDoubtCounts, fold
			out = append(out, d)
		}
	})
	return out, err
}
