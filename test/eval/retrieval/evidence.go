package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/test/eval/boost"
)

var evidenceOptions = boost.Options{Trees: 400, Depth: 4, Rate: 0.05, Least: 5, Columns: 0.3, Calm: 2}

// evidenceBags is how many forests the one is the mean of.
const evidenceBags = 4

// wrongCounts is how much it counts to answer a question of a site for which the best passage is a wrong one.
// Of the public sets, whose questions lie closer to a text, such questions are left out.
const wrongCounts = 0.3

// takenOutCounts is how much a question counts whose answer was taken out of its site: nothing of how it is put says that
// it has none. rightCounts is how much one counts that is answered rightly, which makes up for these: as many as without
// them are answered still.
const takenOutCounts, rightCounts = 0.35, 2.5

// learnEvidence grows the forest by which package retrieve tells whether the sources answer a question, prints
// what forests grown without a fifth of the sites and articles say of that fifth, beside the log-odds without a
// forest, and writes the one grown from all to path. The questions are asked as if the ranking had not learned
// from their sites and articles: of those it knows, the best hit is right more often than of others. bare is as in
// rankingLessons.
func learnEvidence(data, path string, bare bool) error {
	lessons, err := rankingLessons(data, bare)
	if err != nil {
		return err
	}
	all, err := doubts(data, foldRankings(lessons), bare)
	if err != nil {
		return err
	}
	without, with := make([]float64, len(all)), make([]float64, len(all))
	var sets []string
	for fold := range folds {
		f := growEvidence(slices.DeleteFunc(slices.Clone(all), func(d doubt) bool { return d.fold == fold }))
		for i, d := range all {
			if d.fold == fold {
				without[i], with[i] = d.odds, retrieve.OddsCount*d.odds+float64(f.Score(d.row))
			}
			if !slices.Contains(sets, d.set) {
				sets = append(sets, d.set)
			}
		}
	}
	var rows []string
	for _, set := range sets {
		rows = append(rows, set+" | "+told(all, set, without)+" | "+told(all, set, with))
	}
	one := "area under the curve | answered at 10 % false answers | answered | of these and the best passage right | refused rightly"
	table("Cross-validation of the evidence", "set | "+one+" | with forest: "+one, rows)
	f := growEvidence(all)
	return os.WriteFile(path, f.Pack(nil), 0o644)
}

func growEvidence(train []doubt) forest.Forest {
	var rows boost.Rows
	var label, weight []float64
	for _, d := range train {
		w, yes := d.weight, 0.0
		switch {
		case d.right:
			yes = 1
		case d.answerable && !d.site:
			continue
		case d.answerable:
			w *= wrongCounts
		}
		rows.Values = append(rows.Values, d.row)
		rows.Score = append(rows.Score, retrieve.OddsCount*d.odds)
		label, weight = append(label, yes), append(weight, w)
	}
	return forest.Forest{Trees: boost.Bag(rows, evidenceOptions, evidenceBags, boost.YesNo(label, weight))}
}

// told sums up how well log-odds tell the questions of a set that are answered from the others.
func told(all []doubt, set string, odds []float64) string {
	var with, without []float64
	answered, right, refused := 0, 0, 0
	for i, d := range all {
		if d.set != set && !(d.right && set == takenOutSet && d.set == sitesSet) { // told from those that are answered
			continue
		}
		if !d.answerable {
			without = append(without, odds[i])
		} else {
			with = append(with, odds[i])
		}
		switch {
		case !d.answerable && odds[i] < 0:
			refused++
		case d.answerable && odds[i] >= 0:
			answered++
			if d.right {
				right++
			}
		}
	}
	slices.Sort(without)
	below, atTen := 0, 0
	for _, o := range with {
		k, _ := slices.BinarySearch(without, o)
		below += k
		if o > without[len(without)*9/10] {
			atTen++
		}
	}
	return fmt.Sprintf("%.3f | %s | %s | %s | %s", float64(below)/float64(len(with)*len(without)), percent(atTen, len(with)), percent(answered, len(with)), percent(right, len(with)), percent(refused, len(without)))
}
