package retrieve

import (
	"math"

	"github.com/webchatagent/wca/internal/retrieve/table"
)

// idf is BM25's weight of a term that df of n passages have.
func (ix *Index) idf(df int) float32 {
	n := float64(len(ix.passages))
	return float32(math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5)))
}

// A small site does not show how rare words are: of twenty passages hardly any knows a word of a
// question, and "bezahlen" would count as much as "Bitcoin". An index of fewer than leastPassages is
// therefore filled up with passages of so many words of ordinary text.
const (
	leastPassages   = 400
	wordsOfOrdinary = 40
)

// rarity is the idf of something that df passages have and that makes up a share of the words of
// ordinary text.
func (ix *Index) rarity(df int, share float64) float32 {
	n := float64(len(ix.passages))
	filled := max(0, leastPassages-n)
	d := float64(df) + filled*(1-math.Exp(-wordsOfOrdinary*share))
	return float32(math.Log(1 + (n+filled-d+0.5)/(d+0.5)))
}

// share is how much of ordinary text a word of the table makes up; 0 for others.
func (ix *Index) share(row int32) float64 {
	if row == table.None {
		return 0
	}
	return ix.table.Share(row)
}
