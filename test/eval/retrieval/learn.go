package main

import (
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/test/eval/boost"
)

// lesson is a question of a tuning half with its candidates.
type lesson struct {
	set    string
	weight float64 // of each candidate
	fold   int     // the same for all questions on one article
	// examples are the candidates, right the places of those that answer, best first.
	examples []retrieve.Example
	right    []int
}

// siteCounts is how much a question of a site counts beside one of XQuAD: sites are what the product is for.
const siteCounts = 1.5

var rankingOptions = boost.Options{Trees: 300, Depth: 4, Rate: 0.05, Least: 4, Columns: 0.4, Calm: 2}

// folds is in how many parts sites and articles are divided, to be judged by what was learned from the others.
const folds = 5

// learnRanking grows the forest of package retrieve from the tuning halves and the sites for tuning, prints
// what forests grown without a fifth of the articles and sites do for that fifth, and writes the one grown
// from all to path.
func learnRanking(data, path string) error {
	lessons, err := rankingLessons(data)
	if err != nil {
		return err
	}
	forests := foldRankings(lessons)
	before, after := map[string]*score{}, map[string]*score{}
	var sets []string
	for _, l := range lessons {
		if before[l.set] == nil {
			before[l.set], after[l.set] = &score{}, &score{}
			sets = append(sets, l.set)
		}
		o := l.options()
		before[l.set].add(o.rank(forest.Forest{}, retrieve.Steepness))
		after[l.set].add(o.rank(*forests[l.fold], retrieve.Steepness))
	}
	var rows []string
	for _, set := range sets {
		rows = append(rows, fmt.Sprintf("%s | %d | %s | %s", set, before[set].n, before[set], after[set]))
	}
	table("Cross-validation of the ranking", "set | questions | R@1 | R@5 | MRR@32 | with forest R@1 | R@5 | MRR@32", rows)
	f := growRanking(lessons)
	return os.WriteFile(path, f.Pack(nil), 0o644)
}

// foldRankings are forests for the ranking, each grown without the lessons of a fold.
func foldRankings(lessons []lesson) (out [folds]*forest.Forest) {
	for fold := range folds {
		f := growRanking(slices.DeleteFunc(slices.Clone(lessons), func(l lesson) bool { return l.fold == fold }))
		out[fold] = &f
	}
	return out
}

// options are the candidates as what a forest chooses among.
func (l *lesson) options() (o options) {
	for _, e := range l.examples {
		o.scores, o.traits = append(o.scores, float64(e.Score)), append(o.traits, e.Traits)
	}
	o.right, o.weight = l.right, l.weight
	return o
}

func growRanking(lessons []lesson) forest.Forest {
	var all []options
	for i := range lessons {
		all = append(all, lessons[i].options())
	}
	return growChoice(all, retrieve.Steepness, rankingOptions)
}

// rankingLessons are the tuning halves of XQuAD, in pieces of several sizes and across languages, of the
// everyday questions, and of SQuAD 2 what is about the same articles.
func rankingLessons(data string) ([]lesson, error) {
	texts := map[string][]article{}
	everydays := map[string]corpus{}
	for _, lang := range []string{"de", "en"} {
		var err error
		if texts[lang], err = readSquadFile(xquadFile(data, lang)); err != nil {
			return nil, err
		}
		if everydays[lang], err = everydayCorpus(lang); err != nil {
			return nil, err
		}
	}
	var all []lesson
	for _, lang := range []string{"en", "de"} {
		for _, size := range []struct {
			words  int
			weight float64
		}{{50, 1}, {30, 0.5}, {90, 0.5}, {0, 0.5}} {
			c := chunks(texts[lang], lang, size.words)
			all = append(all, lessonsOf(fmt.Sprintf("XQuAD %s ≤ %d words", lang, size.words), c, c, size.weight)...)
		}
	}
	for _, p := range [][2]string{{"de", "en"}, {"en", "de"}} {
		all = append(all, lessonsOf(fmt.Sprintf("XQuAD %s → %s", p[0], p[1]), chunks(texts[p[0]], p[0], 50), chunks(texts[p[1]], p[1], 50), 0.3)...)
	}
	for _, p := range [][2]string{{"de", "de"}, {"en", "en"}, {"de", "en"}, {"en", "de"}} {
		weight := 1.0
		if p[0] != p[1] {
			weight = 0.4
		}
		all = append(all, lessonsOf(fmt.Sprintf("everyday %s → %s", p[0], p[1]), everydays[p[0]], everydays[p[1]], weight)...)
	}
	for _, of := range []func(string) ([]lesson, error){lessonsOfDialogues, lessonsOfSites, lessonsOfLong} {
		lessons, err := of(data)
		if err != nil {
			return nil, err
		}
		all = append(all, lessons...)
	}
	squad, numbers, err := tuningSquad(data, texts["en"])
	if err != nil {
		return nil, err
	}
	for _, words := range []int{50, 90} {
		c := chunks(squad, "en", words)
		for i := range c.items {
			c.items[i].tuning, c.items[i].article = true, numbers[c.items[i].article]
		}
		all = append(all, lessonsOf(fmt.Sprintf("SQuAD 2 ≤ %d words", words), c, c, 0.5)...)
	}
	return all, nil
}

// tuningSquad are the articles of SQuAD 2 that are in the tuning half of XQuAD, and their numbers there.
func tuningSquad(data string, xquad []article) (out []article, numbers []int, err error) {
	all, err := readGzipped(filepath.Join(data, "squad2", "squad2.json.gz"))
	if err != nil {
		return nil, nil, err
	}
	tuning := map[string]int{}
	for n, a := range xquad {
		if tuningHalf(fmt.Sprint("article ", n)) {
			tuning[a.Title] = n
		}
	}
	for _, a := range all {
		if n, ok := tuning[a.Title]; ok {
			out, numbers = append(out, a), append(numbers, n)
		}
	}
	return out, numbers, nil
}

// lessonsOf asks the tuning questions of asked in in; the two are parallel.
func lessonsOf(set string, asked, in corpus, weight float64) []lesson {
	ix := retrieve.Build(in.passages, retrieve.Options{})
	var out []lesson
	for i, it := range asked.items {
		if !it.tuning || it.relevant < 0 || in.items[i].relevant < 0 {
			continue
		}
		l := lesson{set: set, weight: weight, fold: foldOf(fmt.Sprint(it.article)), examples: ix.Examples(retrieve.Query{Text: it.question})}
		l.answeredBy(&in.passages[in.items[i].relevant])
		out = append(out, l)
	}
	return out
}

// answeredBy notes that a passage answers.
func (l *lesson) answeredBy(p *passage.Passage) {
	for k, e := range l.examples {
		if e.Passage == p {
			l.right = append(l.right, k)
		}
	}
}

// lessonsOfSites are the questions that the invented sites for tuning answer.
func lessonsOfSites(string) (out []lesson, err error) {
	plain := func(string) *forest.Forest { return nil } // examples are of the order without a forest
	err = eachSite(plain, false, func(name string, ix *retrieve.Index, question string, right func(*passage.Passage) bool) {
		if right == nil {
			return
		}
		l := lesson{set: "sites for tuning", weight: siteCounts, fold: foldOf(name), examples: ix.Examples(retrieve.Query{Text: question})}
		for k, e := range l.examples {
			if right(e.Passage) {
				l.right = append(l.right, k)
			}
		}
		out = append(out, l)
	})
	return out, err
}

// lessonsOfDialogues are the tuning half of MT-RAG-UN, each question in its conversation.
func lessonsOfDialogues(data string) ([]lesson, error) {
	all, passages, err := readDialogues(data)
	if err != nil {
		return nil, err
	}
	ix := retrieve.Build(passages, retrieve.Options{})
	var out []lesson
	for _, d := range all {
		if !d.tuning || len(d.relevant) == 0 {
			continue
		}
		l := lesson{set: "MT-RAG-UN", weight: 1, fold: foldOf(d.subject()), examples: ix.Examples(retrieve.Query{Text: d.question, Context: d.earlier})}
		for _, r := range d.relevant {
			l.answeredBy(&passages[r])
		}
		out = append(out, l)
	}
	return out, nil
}

// foldOf gives all questions on one subject the same fold.
func foldOf(subject string) int { return hashOf(subject) % folds }

func hashOf(subject string) int {
	h := fnv.New32a()
	io.WriteString(h, subject)
	return int(h.Sum32() >> 3)
}
