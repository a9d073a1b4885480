package main

import (
	"math"

	"github.com/webchatagent/wca/internal/extract/webpage"
	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/test/eval/boost"
)

// options of learning.
type options struct {
	boost.Options
	bags int
}

// judges are two forests, the second of which sees what the first thinks.
type judges struct{ first, second forest.Forest }

func (j judges) pack() []byte { return j.second.Pack(j.first.Pack(nil)) }

func (j judges) odds(p example) []float64 {
	return j.second.Scores(webpage.Reconsidered(p.pieces, j.first.Scores(p.rows)))
}

// teach learns both. What the second sees of the first must be as good or bad as
// on pages nobody has seen, so each page is judged by a first forest that did not
// learn from it: folds says into how many parts the pages are divided for that.
func teach(pages []example, o options, folds int) judges {
	again := make([]example, len(pages))
	for fold := range folds {
		var train []example
		for i, p := range pages {
			if i%folds != fold {
				train = append(train, p)
			}
		}
		f := bag(train, o)
		for i, p := range pages {
			if i%folds == fold {
				again[i] = p
				again[i].rows = webpage.Reconsidered(p.pieces, f.Scores(p.rows))
			}
		}
	}
	return judges{bag(pages, o), bag(again, o)}
}

// bag learns several forests that see other pages and numbers and gives their mean. The pieces of a page are much alike:
// a tree that sees some of them knows what the others are, and learns pages by heart.
func bag(pages []example, o options) forest.Forest {
	var rows boost.Rows
	var label []float64
	for _, p := range pages {
		rows.Start = append(rows.Start, len(label))
		rows.Values = append(rows.Values, p.rows...)
		rows.Weight = append(rows.Weight, p.weight...)
		label = append(label, p.label...)
	}
	positive, all := 0.0, 0.0
	for i, w := range rows.Weight {
		positive += w * label[i]
		all += w
	}
	base := math.Log(positive / (all - positive))
	rows.Score = make([]float64, len(label))
	for i := range rows.Score {
		rows.Score[i] = base
	}
	return forest.Forest{Base: float32(base), Trees: boost.Bag(rows, o.Options, o.bags, boost.YesNo(label, rows.Weight))}
}
