package main

import (
	"math"

	"github.com/webchatagent/wca/internal/word"
)

// stem is an English stem with the mean vector of its words.
type stem struct {
	text   string
	rank   int     // of its most frequent word
	share  float64 // of running text, by Zipf's law
	vector []float64
}

// stems are in the order of their most frequent word.
type stems struct {
	list []stem
	byID map[string]int
}

// englishStems joins the vectors of words with the same stem, frequent words
// counting more, after removing the mean and the strongest common directions,
// which carry frequency rather than meaning.
func englishStems(words []englishWord, encoded map[string][]float64, s settings) *stems {
	out := &stems{byID: map[string]int{}}
	vectors := make([][]float64, len(words))
	for i := range words {
		vectors[i] = make([]float64, gloveDims)
		for k, x := range words[i].vector {
			vectors[i][k] = float64(x)
		}
	}
	// The directions are taken from the frequent words; rare ones are noise.
	removeCommon(vectors, min(len(vectors), 60000), s.remove)
	join(vectors, words, encoded, s.encoder)
	normaliser := math.Log(float64(len(words)) + 1)
	for i := range words {
		tokens := word.Tokens(words[i].text, "en")
		if len(tokens) != 1 || tokens[0].Kind != word.Letters || len(tokens[0].Text) < 2 {
			continue
		}
		text := word.Stem("en", tokens[0])
		at, ok := out.byID[text]
		if !ok {
			at = len(out.list)
			out.byID[text] = at
			out.list = append(out.list, stem{text: text, rank: i, vector: make([]float64, dimensions)})
		}
		share := 1 / (float64(i+1) * normaliser)
		out.list[at].share += share
		addScaled(out.list[at].vector, vectors[i], math.Sqrt(share)/length(vectors[i]))
	}
	for i := range out.list {
		normalise(out.list[i].vector)
	}
	return out
}

// weight is how much a stem says about a text: 1 for rare ones, small for very
// frequent ones (the smooth inverse frequency of Arora et al. 2017).
func (s *stem) weight() float64 {
	const a = 1e-3
	return a / (a + s.share)
}
