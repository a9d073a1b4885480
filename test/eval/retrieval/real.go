package main

import (
	"fmt"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

// Web pages that others have published, and the questions about them that are for learning, as they are and with the answers
// taken out.
const realSet, realTakenOutSet = "web pages as they are", "web pages as they are, answers taken out"

// realCounts is how much a question about them counts beside others of sites.
const realCounts = 1.5

// eachCollection gives the collections of web pages for tuning.
func eachCollection(data string, do func(c *material.Collection, site *material.Site) error) error {
	all, err := material.Collections("tuning")
	if err != nil {
		return err
	}
	for i := range all {
		site, err := all[i].Read(data)
		if err != nil {
			return fmt.Errorf("reading web pages: %w", err)
		}
		if err := do(&all[i], &site); err != nil {
			return err
		}
	}
	return nil
}

// doubtsOfReal are the questions about web pages as they are.
func doubtsOfReal(data string, rankings [folds]*forest.Forest) (out []doubt, err error) {
	err = eachCollection(data, func(c *material.Collection, site *material.Site) error {
		trees, fold := rankings[foldOf(c.Name)], foldOf(c.Name)
		ix := retrieve.Build(site.Passages(), retrieve.Options{Trees: trees})
		for _, q := range c.Questions {
			if d, ok := doubtOf(ix, q.Question, rightlyOn(&q)); ok {
				d.set, d.site, d.weight, d.fold = realSet, true, realCounts, fold
				out = append(out, d)
			}
			if q.Answer == "" {
				continue
			}
			rest, ok := site.Without(q.Answer)
			if !ok {
				continue
			}
			if d, ok := doubtOf(retrieve.Build(rest, retrieve.Options{Trees: trees}), q.Question, nil); ok {
				d.set, d.site, d.takenOut, d.fold = realTakenOutSet, true, true, fold
				out = append(out, d)
			}
		}
		return nil
	})
	return out, err
}

// rightlyOn says whether a passage answers a question, nil if none does.
func rightlyOn(q *material.PageQuestion) func(*passage.Passage) bool {
	if q.Answer == "" {
		return nil
	}
	return func(p *passage.Passage) bool { return onPage(p, q) && trial.Holds(p.Text, q.Answer) }
}

// onPage says whether a passage stands on the page of a question.
func onPage(p *passage.Passage, q *material.PageQuestion) bool {
	return material.WebPage{Page: p.Document}.Name() == material.WebPage{Page: q.Page}.Name()
}
