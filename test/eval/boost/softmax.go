package boost

import (
	"math"
	"slices"
)

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
