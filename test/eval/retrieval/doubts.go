package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

// The sites for tuning as they are, and with the answers taken out.
const sitesSet, takenOutSet = "sites for tuning", "sites for tuning, answers taken out"

// How the names of sets of everyday questions and of XQuAD begin.
const everydaySet, publicSet = "everyday ", "XQuAD "

// doubt is a question with what is known of whether the sources answer it.
type doubt struct {
	set        string
	site       bool // of one of the invented sites
	weight     float64
	fold       int // the same for all questions on one site or article
	row        []float32
	odds       float64
	takenOut   bool // it was answered until the answer was taken out
	answerable bool
	right      bool // and the best passage holds the answer
}

// doubts are the questions of the sites for tuning, and of the tuning halves of XQuAD and of the everyday
// questions: some of their articles are made a site, and questions on the others are not answered there. bare are those in
// other languages, besides.
// rankings are the forests for the ranking by which questions of each fold are searched.
func doubts(data string, rankings [folds]*forest.Forest, bare bool) ([]doubt, error) {
	all, err := doubtsOfSites(rankings, bare)
	if err != nil {
		return nil, err
	}
	if !bare {
		out, err := doubtsTakenOut(rankings)
		if err != nil {
			return nil, err
		}
		all = append(all, out...)
		if out, err = doubtsOfReal(data, rankings); err != nil {
			return nil, err
		}
		all = append(all, out...)
	}
	if bare {
		others, err := doubtsOfOthers(rankings)
		if err != nil {
			return nil, err
		}
		all = append(all, others...)
	}
	documents, err := doubtsOfLong(data, rankings, bare)
	if err != nil {
		return nil, err
	}
	all = append(all, documents...)
	corpora := map[string]corpus{}
	for _, lang := range []string{"de", "en"} {
		articles, err := readSquadFile(xquadFile(data, lang))
		if err != nil {
			return nil, err
		}
		corpora[lang] = chunks(articles, lang, 50).tuningPart()
	}
	for _, p := range []struct {
		asked, in string
		weight    float64
	}{{"de", "de", 1.5}, {"en", "en", 1.5}, {"de", "en", 0.6}, {"en", "de", 0.6}} {
		if bare && p.asked != p.in {
			continue
		}
		all = append(all, doubtsOfHalves(fmt.Sprintf(publicSet+"%s → %s", p.asked, p.in), corpora[p.asked], corpora[p.in], p.weight, rankings, bare)...)
	}
	for _, lang := range []string{"de", "en"} {
		all = append(all, doubtsOfArticles(publicSet+lang+", sites of one article", corpora[lang], 1.5, rankings, bare)...)
		c, err := everydayCorpus(lang)
		if err != nil {
			return nil, err
		}
		c = c.tuningPart()
		all = append(all, doubtsOfHalves(everydaySet+lang, c, c, 1, rankings, bare)...)
	}
	return all, nil
}

// doubtOf asks a question; right says whether a passage holds the answer, nil if none does.
func doubtOf(ix *retrieve.Index, question string, right func(*passage.Passage) bool) (d doubt, ok bool) {
	g, ok := ix.Ground(retrieve.Query{Text: question, K: 6})
	d.row, d.odds, d.answerable = g.Row, g.Odds, right != nil
	d.right = d.answerable && len(g.Hits) > 0 && slices.ContainsFunc(g.Hits[0].Passages(), right)
	return d, ok
}

// tuningPart is what of a corpus weights may be tuned on.
func (c corpus) tuningPart() corpus {
	tuning := map[int]bool{}
	for _, it := range c.items {
		if it.tuning {
			tuning[it.article] = true
		}
	}
	out := corpus{}
	at := make([]int, len(c.passages))
	for i, p := range c.passages {
		if tuning[c.article[i]] {
			at[i] = len(out.passages)
			out.passages, out.article = append(out.passages, p), append(out.article, c.article[i])
		}
	}
	for _, it := range c.items {
		if it.tuning {
			if it.relevant >= 0 {
				it.relevant = at[it.relevant]
			}
			out.items = append(out.items, it)
		}
	}
	return out
}

// doubtsOfHalves makes two sites of the articles of in and asks each all questions of asked; the two are
// parallel.
func doubtsOfHalves(set string, asked, in corpus, weight float64, rankings [folds]*forest.Forest, bare bool) (out []doubt) {
	half := func(article int) int { return hashOf(fmt.Sprint("half ", article)) % 2 }
	for side := range 2 {
		var own []passage.Passage
		for i, p := range in.passages {
			if half(in.article[i]) == side {
				own = append(own, p)
			}
		}
		site := buildFolds(own, rankings, bare)
		for i, it := range asked.items {
			fold := foldOf(fmt.Sprint(it.article))
			var right func(*passage.Passage) bool
			if half(it.article) == side {
				right = isPassage(in.passages[in.items[i].relevant].ID)
			}
			if d, ok := doubtOf(site[fold], it.question, right); ok {
				d.set, d.weight, d.fold = set, weight, fold
				out = append(out, d)
			}
		}
	}
	return out
}

// buildFolds builds the index of a site for each of the rankings.
func buildFolds(passages []passage.Passage, rankings [folds]*forest.Forest, bare bool) (out [folds]*retrieve.Index) {
	for fold, trees := range rankings {
		out[fold] = retrieve.Build(passages, retrieve.Options{Trees: trees, WithoutTable: bare})
	}
	return out
}

// doubtsOfArticles makes a site of each article and asks it questions on it and on another.
func doubtsOfArticles(set string, c corpus, weight float64, rankings [folds]*forest.Forest, bare bool) (out []doubt) {
	byArticle := map[int][]passage.Passage{}
	var articles []int
	for i, p := range c.passages {
		a := c.article[i]
		if byArticle[a] == nil {
			articles = append(articles, a)
		}
		byArticle[a] = append(byArticle[a], p)
	}
	sites := map[int][folds]*retrieve.Index{}
	for _, a := range articles {
		sites[a] = buildFolds(byArticle[a], rankings, bare)
	}
	for i, it := range c.items {
		own := slices.Index(articles, it.article)
		other := articles[(own+1+i%7)%len(articles)]
		fold := foldOf(fmt.Sprint(it.article))
		for _, site := range []int{it.article, other} {
			var right func(*passage.Passage) bool
			if site == it.article {
				right = isPassage(c.passages[it.relevant].ID)
			}
			if d, ok := doubtOf(sites[site][fold], it.question, right); ok {
				d.set, d.weight, d.fold = set, weight, fold
				out = append(out, d)
			}
			if other == it.article {
				break
			}
		}
	}
	return out
}

func isPassage(id string) func(*passage.Passage) bool {
	return func(p *passage.Passage) bool { return p.ID == id }
}

func doubtsOfSites(rankings [folds]*forest.Forest, bare bool) (out []doubt, err error) {
	trees := func(name string) *forest.Forest { return rankings[foldOf(name)] }
	err = eachSite(trees, bare, func(name string, ix *retrieve.Index, question string, right func(*passage.Passage) bool) {
		if d, ok := doubtOf(ix, question, right); ok {
			d.set, d.site, d.weight, d.fold = sitesSet, true, 1.5, foldOf(name)
			out = append(out, d)
		}
	})
	return out, err
}

// doubtsTakenOut are the questions that the sites for tuning answer, asked where nothing says the answer.
func doubtsTakenOut(rankings [folds]*forest.Forest) ([]doubt, error) {
	names, err := material.TuningSites()
	if err != nil {
		return nil, err
	}
	sites, failed := make([][]doubt, len(names)), make([]error, len(names))
	var all sync.WaitGroup
	turns := make(chan struct{}, runtime.NumCPU())
	for i, name := range names {
		all.Go(func() {
			turns <- struct{}{}
			defer func() { <-turns }()
			sites[i], failed[i] = doubtsTakenOutOf(name, rankings[foldOf(name)])
		})
	}
	all.Wait()
	return slices.Concat(sites...), errors.Join(failed...)
}

func doubtsTakenOutOf(name string, trees *forest.Forest) (out []doubt, err error) {
	site, err := material.ReadSite(name)
	if err != nil {
		return nil, err
	}
	err = eachLine(filepath.Join(material.SiteFolder, name, "questions.jsonl"), func(line []byte) error {
		var c struct{ Question, Text string }
		if err := json.Unmarshal(line, &c); err != nil || c.Text == "" {
			return err
		}
		rest, ok := site.Without(c.Text)
		if !ok {
			return nil
		}
		ix := retrieve.Build(rest, retrieve.Options{Trees: trees})
		if d, ok := doubtOf(ix, c.Question, nil); ok {
			d.set, d.site, d.takenOut, d.fold = takenOutSet, true, true, foldOf(name)
			out = append(out, d)
		}
		return nil
	})
	return out, err
}

// eachSite gives the questions of the sites for tuning, each with an index whose ranking is by the given trees;
// right says whether a passage answers one, nil if none does.
func eachSite(trees func(name string) *forest.Forest, bare bool, ask func(name string, ix *retrieve.Index, question string, right func(*passage.Passage) bool)) error {
	return eachSiteText(trees, bare, func(name string, ix *retrieve.Index, question, text string) {
		var right func(*passage.Passage) bool
		if text != "" {
			right = func(p *passage.Passage) bool { return trial.Holds(p.Text, text) }
		}
		ask(name, ix, question, right)
	})
}

// eachSiteText is eachSite with the text that an answer holds, "" where none does.
func eachSiteText(trees func(name string) *forest.Forest, bare bool, ask func(name string, ix *retrieve.Index, question, text string)) error {
	sites, err := material.TuningSites()
	if err != nil {
		return err
	}
	for _, name := range sites {
		passages, err := material.SitePassages(name)
		if err != nil {
			return err
		}
		ix := retrieve.Build(passages, retrieve.Options{Trees: trees(name), WithoutTable: bare})
		err = eachLine(filepath.Join(material.SiteFolder, name, "questions.jsonl"), func(line []byte) error {
			var c struct{ Question, Text string }
			if err := json.Unmarshal(line, &c); err != nil {
				return err
			}
			ask(name, ix, c.Question, c.Text)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
