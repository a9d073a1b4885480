package main

import (
	"cmp"
	"slices"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/test/eval/boost"
)

// options are what a forest chooses among: passages or quotes that may answer a question.
type options struct {
	scores []float64   // without the forest, the best first
	traits [][]float32 // the numbers that it looks at
	right  []int       // the places of those that answer
	weight float64     // of each
}

// rank is the place of the first right one by the score with a forest, from 1; 0 if there is none. steepness is how much of
// the forest's logarithm makes 1 of a score.
func (o *options) rank(f forest.Forest, steepness float64) int {
	if len(o.right) == 0 {
		return 0
	}
	whole := make([]float64, len(o.scores))
	for i, s := range o.scores {
		whole[i] = s + float64(f.Score(o.traits[i]))/steepness
	}
	best := slices.MaxFunc(o.right, func(a, b int) int { return cmp.Compare(whole[a], whole[b]) })
	rank := 1
	for i, s := range whole {
		if s > whole[best] || s == whole[best] && i < best {
			rank++
		}
	}
	return rank
}

// growChoice grows a forest that chooses the right ones; where there is none, nothing is learned.
func growChoice(all []options, steepness float64, how boost.Options) forest.Forest {
	var rows boost.Rows
	var label, weight []float64
	for _, o := range all {
		if len(o.right) == 0 {
			continue
		}
		rows.Start = append(rows.Start, len(rows.Values))
		for i, s := range o.scores {
			rows.Values = append(rows.Values, o.traits[i])
			rows.Score = append(rows.Score, steepness*s)
			share := 0.0
			if slices.Contains(o.right, i) {
				share = 1 / float64(len(o.right))
			}
			label, weight = append(label, share), append(weight, o.weight)
		}
	}
	return forest.Forest{Trees: boost.Grow(rows, how, boost.Choice(rows.Start, label, weight))}
}
