package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/boost"
	"github.com/webchatagent/wca/test/eval/material"
)

// quoteLesson is a question of a tuning half with the quotes for it.
type quoteLesson struct {
	set      string
	weight   float64 // of each quote
	fold     int     // the same for all questions on one site or article
	examples []retrieve.QuoteExample
	right    []int // the places of those that answer
}

var quoteOptions = boost.Options{Trees: 600, Depth: 4, Rate: 0.03, Least: 10, Columns: 0.2, Calm: 10}

// learnQuotes grows the forest by which package retrieve orders quotes, prints what forests grown without a fifth of the
// sites and articles do for that fifth, and writes the one grown from all to path. The questions are asked as if the ranking
// had not learned from their sites and articles.
func learnQuotes(data, path string) error {
	lessons, err := quoteLessons(data)
	if err != nil {
		return err
	}
	before, after := map[string]*score{}, map[string]*score{}
	var sets []string
	for fold := range folds {
		f := growQuotes(slices.DeleteFunc(slices.Clone(lessons), func(l quoteLesson) bool { return l.fold == fold }))
		for _, l := range lessons {
			if before[l.set] == nil {
				before[l.set], after[l.set] = &score{}, &score{}
				sets = append(sets, l.set)
			}
			if l.fold == fold {
				o := l.options()
				before[l.set].add(o.rank(forest.Forest{}, retrieve.QuoteSteepness))
				after[l.set].add(o.rank(f, retrieve.QuoteSteepness))
			}
		}
	}
	var rows []string
	for _, set := range sets {
		rows = append(rows, fmt.Sprintf("%s | %d | %s | %s", set, before[set].n, before[set], after[set]))
	}
	table("Cross-validation of the order of quotes", "set | questions | R@1 | R@5 | MRR@8 | with forest R@1 | R@5 | MRR@8", rows)
	f := growQuotes(lessons)
	return os.WriteFile(path, f.Pack(nil), 0o644)
}

// quoteLessons are the questions of the tuning half of XQuAD, in pieces of two sizes, of the sites for tuning and about the
// web pages that are.
func quoteLessons(data string) ([]quoteLesson, error) {
	lessons, err := rankingLessons(data)
	if err != nil {
		return nil, err
	}
	rankings := foldRankings(lessons)
	var all []quoteLesson
	for _, of := range []func(string, [folds]*forest.Forest) ([]quoteLesson, error){quoteLessonsOfXQuAD, quoteLessonsOfSites, quoteLessonsOfReal} {
		lessons, err := of(data, rankings)
		if err != nil {
			return nil, err
		}
		all = append(all, lessons...)
	}
	return slices.DeleteFunc(all, func(l quoteLesson) bool { return len(l.examples) == 0 }), nil // the forest is not asked
}

// ask fills in the quotes for a question and which of them are right.
func (l *quoteLesson) ask(ix *retrieve.Index, question string, right func(q *retrieve.Quote) bool) {
	l.examples, l.right = ix.QuoteExamples(ix.Search(retrieve.Query{Text: question, K: 6})), nil
	for i := range l.examples {
		if right(&l.examples[i].Quote) {
			l.right = append(l.right, i)
		}
	}
}

func quoteLessonsOfXQuAD(data string, rankings [folds]*forest.Forest) (all []quoteLesson, err error) {
	for _, lang := range []string{"de", "en"} {
		articles, err := readSquadFile(xquadFile(data, lang))
		if err != nil {
			return nil, err
		}
		for _, size := range []struct {
			words  int
			weight float64
		}{{50, 1}, {120, 0.5}} {
			c := chunks(articles, lang, size.words)
			whole := buildFolds(c.passages, rankings, false)
			for _, it := range c.items {
				if !it.tuning || it.relevant < 0 {
					continue
				}
				l := quoteLesson{set: fmt.Sprintf("XQuAD %s ≤ %d words", lang, size.words), weight: size.weight, fold: foldOf(fmt.Sprint(it.article))}
				l.ask(whole[l.fold], it.question, func(q *retrieve.Quote) bool {
					return q.Passage.ID == c.passages[it.relevant].ID && strings.Contains(strings.ToLower(q.Text), strings.ToLower(it.gold))
				})
				all = append(all, l)
			}
		}
	}
	return all, nil
}

func quoteLessonsOfSites(_ string, rankings [folds]*forest.Forest) (all []quoteLesson, err error) {
	trees := func(name string) *forest.Forest { return rankings[foldOf(name)] }
	err = eachSiteText(trees, false, func(name string, ix *retrieve.Index, question, text string) {
		if text == "" {
			return
		}
		l := quoteLesson{set: sitesSet, weight: 1, fold: foldOf(name)}
		l.ask(ix, question, func(q *retrieve.Quote) bool { return trial.Holds(q.Text, text) })
		if len(l.right) == 0 { // it stands beside what is quoted, and is shown with it
			l.ask(ix, question, func(q *retrieve.Quote) bool { return trial.Holds(retrieve.Whole([]retrieve.Quote{*q})[0].Text, text) })
		}
		all = append(all, l)
	})
	return all, err
}

func quoteLessonsOfReal(data string, rankings [folds]*forest.Forest) (all []quoteLesson, err error) {
	err = eachCollection(data, func(c *material.Collection, site *material.Site) error {
		ix := retrieve.Build(site.Passages(), retrieve.Options{Trees: rankings[foldOf(c.Name)]})
		for _, q := range c.Questions {
			if q.Answer == "" {
				continue
			}
			l := quoteLesson{set: realSet, weight: 1, fold: foldOf(c.Name)}
			l.ask(ix, q.Question, func(quote *retrieve.Quote) bool {
				return onPage(quote.Passage, &q) && trial.Holds(quote.Text, q.Answer)
			})
			all = append(all, l)
		}
		return nil
	})
	return all, err
}

// options are the quotes as what a forest chooses among.
func (l *quoteLesson) options() (o options) {
	for i := range l.examples {
		o.scores, o.traits = append(o.scores, l.examples[i].Quote.Score), append(o.traits, l.examples[i].Traits)
	}
	o.right, o.weight = l.right, l.weight
	return o
}

func growQuotes(lessons []quoteLesson) forest.Forest {
	var all []options
	for i := range lessons {
		if len(lessons[i].examples) > 1 {
			all = append(all, lessons[i].options())
		}
	}
	return growChoice(all, retrieve.QuoteSteepness, quoteOptions)
}
