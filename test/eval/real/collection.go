package main

import (
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

var parts = []string{"tuning", "report"}

// collection is some pages of one subject with the questions about them.
type collection struct{ material.Collection }

// read reads the collections of a part.
func read(part string) (all []*collection, err error) {
	read, err := material.Collections(part)
	for _, c := range read {
		all = append(all, &collection{c})
	}
	return all, err
}

// casesOf are how a question is put to `wca eval`.
func casesOf(q material.PageQuestion) []trial.Case {
	if q.Refuse {
		return []trial.Case{{Question: q.Question, Refuse: true}}
	}
	page := material.WebPage{Page: q.Page}.Name()
	return []trial.Case{{Question: q.Question, Document: page}, {Question: q.Question, Document: page, Text: q.Answer}}
}

// cases are those of all questions, in their order.
func (c *collection) cases() (all []trial.Case) {
	for _, q := range c.Questions {
		all = append(all, casesOf(q)...)
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
	for _, q := range c.Questions {
		of := outcomes[:len(casesOf(q))]
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
	for _, q := range c.Questions {
		of := outcomes[:len(casesOf(q))]
		outcomes = outcomes[len(of):]
		last := of[len(of)-1]
		verdict := "WRONG"
		if last.Right {
			verdict = "right"
		} else if last.Shown {
			verdict = "NEAREST"
		}
		fmt.Printf("%s, %s, page %d, passage %d, refused %v, evidence %.2f: %s\n    expected: %s %s\n    %s\n", c.Name, verdict, of[0].Rank, last.Rank,
			last.Refused, last.Evidence, q.Question, q.Page, q.Answer, strings.ReplaceAll(last.Answer, "\n", "\n    "))
	}
}
