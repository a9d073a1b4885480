package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

const folder = "test/eval/real/testdata"

var parts = []string{"tuning", "report"}

// collection is some pages of one subject with the questions about them.
type collection struct {
	name      string
	pages     []page
	questions []question
}

// page is a web page of a public set.
type page struct{ Collection, Set, Page string }

// name is that of the page's file, unpacked.
func (p page) name() string { return strings.TrimSuffix(filepath.Base(p.Page), ".gz") }

// question is what is asked, with the page on which the answer stands and a piece of it, or without either where no page
// has one.
type question struct {
	Question, Set, Page, Answer string
	Refuse                      bool
}

// read reads the collections of a part.
func read(part string) ([]*collection, error) {
	pages, err := readLines[page](filepath.Join(folder, part, "pages.jsonl"))
	if err != nil {
		return nil, err
	}
	var all []*collection
	for _, p := range pages {
		if len(all) == 0 || all[len(all)-1].name != p.Collection {
			all = append(all, &collection{name: p.Collection})
		}
		all[len(all)-1].pages = append(all[len(all)-1].pages, p)
	}
	for _, c := range all {
		if c.questions, err = readLines[question](filepath.Join(folder, part, c.name+".jsonl")); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func readLines[T any](path string) (out []T, err error) {
	body, err := material.Read(path)
	if err != nil {
		return nil, err
	}
	for decoder := json.NewDecoder(bytes.NewReader(body)); decoder.More(); {
		var line T
		if err := decoder.Decode(&line); err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		out = append(out, line)
	}
	return out, nil
}

// cases are how a question is put to `wca eval`.
func (q question) cases() []trial.Case {
	if q.Refuse {
		return []trial.Case{{Question: q.Question, Refuse: true}}
	}
	page := page{Page: q.Page}.name()
	return []trial.Case{{Question: q.Question, Document: page}, {Question: q.Question, Document: page, Text: q.Answer}}
}

// cases are those of all questions, in their order.
func (c *collection) cases() (all []trial.Case) {
	for _, q := range c.questions {
		all = append(all, q.cases()...)
	}
	return all
}

// count is what became of questions: of those with an answer, and of those without one.
type count struct {
	with, first, among, held, answered, right, shown int
	without, refused                                 int
}

// count counts outcomes, which are in the order of the questions' cases.
func (c *collection) count(outcomes []trial.Outcome) (n count) {
	for _, q := range c.questions {
		of := outcomes[:len(q.cases())]
		outcomes = outcomes[len(of):]
		if q.Refuse {
			n.without, n.refused = n.without+1, n.refused+one(of[0].Right)
			continue
		}
		page, answer := of[0], of[1]
		n.with++
		n.first, n.among, n.held = n.first+one(page.Rank == 1), n.among+one(among(page)), n.held+one(among(answer))
		n.answered, n.right, n.shown = n.answered+one(!answer.Refused), n.right+one(answer.Right), n.shown+one(answer.Shown)
	}
	return n
}

func among(o trial.Outcome) bool { return o.Rank > 0 && o.Rank <= 5 }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (n *count) add(o count) {
	n.with, n.first, n.among, n.held = n.with+o.with, n.first+o.first, n.among+o.among, n.held+o.held
	n.answered, n.right, n.shown = n.answered+o.answered, n.right+o.right, n.shown+o.shown
	n.without, n.refused = n.without+o.without, n.refused+o.refused
}

func (n *count) row(name, part string) string {
	return fmt.Sprintf("| %s | %s | %d of %d | %d | %d | %d | %d | %d | %d of %d |\n", name, part, n.first, n.with, n.among, n.held, n.answered, n.right, n.shown, n.refused, n.without)
}

// tell prints what became of each question.
func (c *collection) tell(outcomes []trial.Outcome) {
	for _, q := range c.questions {
		of := outcomes[:len(q.cases())]
		outcomes = outcomes[len(of):]
		last := of[len(of)-1]
		verdict := "WRONG"
		if last.Right {
			verdict = "right"
		} else if last.Shown {
			verdict = "NEAREST"
		}
		fmt.Printf("%s, %s, page %d, passage %d, refused %v, evidence %.2f: %s\n    expected: %s %s\n    %s\n", c.name, verdict, of[0].Rank, last.Rank,
			last.Refused, last.Evidence, q.Question, q.Page, q.Answer, strings.ReplaceAll(last.Answer, "\n", "\n    "))
	}
}
