package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/test/eval/boost"
)

var evidenceOptions = boost.Options{Trees: 400, Depth: 4, Rate: 0.05, Least: 5, Columns: 0.3, Calm: 2}

// counts are how much questions count, and how much the log-odds without a forest do.
type counts struct {
	// wrong is how much it counts to answer a question of a site for which the best passage is a wrong one. Of the
	// public sets, whose questions lie closer to a text, such questions are left out.
	wrong float64
	// takenOut is how much a question counts whose answer was taken out of its site: nothing of how it is put says that it
	// has none. right is how much one counts that is answered rightly.
	takenOut, right float64
	// unanswered, everyday and public are how much more than their sets say the questions count that a site does not
	// answer, everyday ones and those of XQuAD.
	unanswered, everyday, public float64
	odds                         float64
	bags                         int // how many forests the one is the mean of
}

var (
	// ofEvidence are the counts for telling whether the sources answer a question. right makes up for takenOut: as many
	// as without them are answered still. Everyday questions are few and have other words than the site's.
	ofEvidence = counts{wrong: 0.3, takenOut: 0.35, right: 2.5, unanswered: 1, everyday: 5, public: 1, odds: retrieve.OddsCount, bags: 4}
	// ofBare are those where nothing is known of the language. The public sets are large.
	ofBare = counts{wrong: 0.3, takenOut: 0.5, right: 1, unanswered: 1, everyday: 1, public: 0.3, odds: retrieve.OddsCount, bags: 4}
	// ofHeld are those for telling the answer from what stands beside it, which the others teach little of.
	ofHeld = counts{wrong: 0.3, takenOut: 1, right: 1.25, unanswered: 0.2, everyday: 1, public: 0.1, odds: retrieve.HeldOddsCount, bags: 2}
)

// learnEvidence grows the forest by which package retrieve tells whether the sources answer a question, prints
// what forests grown without a fifth of the sites and articles say of that fifth, beside the log-odds without a
// forest, and writes the one grown from all to path. The questions are asked as if the ranking had not learned
// from their sites and articles: of those it knows, the best hit is right more often than of others. The forest that tells
// answers from what stands beside them is grown as well, and written beside path.
func learnEvidence(data, path string) error {
	lessons, err := rankingLessons(data)
	if err != nil {
		return err
	}
	all, err := doubts(data, foldRankings(lessons), false)
	if err != nil {
		return err
	}
	if err := learnForest(all, ofEvidence, "Cross-validation of the evidence", path); err != nil {
		return err
	}
	return learnForest(all, ofHeld, "Cross-validation of what holds an answer", heldPath(path))
}

// learnBareEvidence does the same for languages that the table of word vectors does not know: from questions in other
// languages, and from German and English ones read as if it knew none. They are asked of the ranking as it is, which has
// seen none of the former; of the latter, which say how it is with large sources, it knows some.
func learnBareEvidence(data, path string) error {
	all, err := doubts(data, [folds]*forest.Forest{}, true)
	if err != nil {
		return err
	}
	return learnForest(all, ofBare, "Cross-validation of the evidence", path)
}

// heldPath is where the forest is written that tells answers from what stands beside them.
func heldPath(path string) string { return strings.TrimSuffix(path, ".bin") + "_held.bin" }

func learnForest(all []doubt, c counts, title, path string) error {
	without, with := make([]float64, len(all)), make([]float64, len(all))
	var sets []string
	for fold := range folds {
		f := growEvidence(slices.DeleteFunc(slices.Clone(all), func(d doubt) bool { return d.fold == fold }), c)
		for i, d := range all {
			if d.fold == fold {
				without[i], with[i] = d.odds, c.odds*d.odds+float64(f.Score(d.row))
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
	table(title, "set | "+one+" | with forest: "+one, rows)
	f := growEvidence(all, c)
	return os.WriteFile(path, f.Pack(nil), 0o644)
}

// of is how much a question counts.
func (c *counts) of(d *doubt) float64 {
	switch {
	case d.takenOut:
		return c.takenOut
	case d.set == sitesSet && d.right:
		return c.right
	case d.set == sitesSet && !d.answerable:
		return d.weight * c.unanswered
	case d.answerable && d.site:
		if d.right {
			return d.weight
		}
		return d.weight * c.wrong
	case strings.HasPrefix(d.set, everydaySet):
		return d.weight * c.everyday
	case strings.HasPrefix(d.set, publicSet):
		return d.weight * c.public
	}
	return d.weight
}

func growEvidence(train []doubt, c counts) forest.Forest {
	var rows boost.Rows
	var label, weight []float64
	for i := range train {
		d := &train[i]
		yes := 0.0
		switch {
		case d.right:
			yes = 1
		case d.answerable && !d.site:
			continue
		}
		rows.Values = append(rows.Values, d.row)
		rows.Score = append(rows.Score, c.odds*d.odds)
		label, weight = append(label, yes), append(weight, c.of(d))
	}
	return forest.Forest{Trees: boost.Bag(rows, evidenceOptions, c.bags, boost.YesNo(label, weight))}
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
