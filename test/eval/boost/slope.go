package boost

import (
	"math"
	"slices"
)

// YesNo is the slope for telling rows of label 1 from those of label 0, scores being log-odds.
func YesNo(label, weight []float64) func(score, gradient, curve []float64) {
	return func(score, gradient, curve []float64) {
		for i, s := range score {
			p := 1 / (1 + math.Exp(-s))
			gradient[i] = weight[i] * (label[i] - p)
			curve[i] = weight[i] * p * (1 - p)
		}
	}
}

// Choice is the slope for telling the right rows of each group from the others: of the likelihood of the
// labels, which add up to 1 in a group, under the softmax of the group's scores. Groups begin at start.
func Choice(start []int, label, weight []float64) func(score, gradient, curve []float64) {
	return func(score, gradient, curve []float64) {
		for k, first := range start {
			end := len(score)
			if k+1 < len(start) {
				end = start[k+1]
			}
			softmax(score[first:end], curve[first:end])
			for i := first; i < end; i++ {
				p := curve[i]
				gradient[i] = weight[i] * (label[i] - p)
				curve[i] = weight[i] * (p*(1-p) + 1e-4)
			}
		}
	}
}

// softmax writes the share of each score into out.
func softmax(score, out []float64) {
	most, sum := slices.Max(score), 0.0
	for i, s := range score {
		out[i] = math.Exp(s - most)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
}
