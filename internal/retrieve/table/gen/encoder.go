package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"strings"
)

// The sentence encoder, asked for single words, knows what GloVe does not: which words mean the same,
// not only which stand in the same places. Each word's vector is made of both.
const (
	encoderDims   = 512
	encoderKept   = 128    // principal components that are used
	encoderCommon = 2      // strongest components, which carry no meaning, left out
	encoderWords  = 110000 // most frequent words that are encoded
	encoderSample = 20000  // most frequent words that the components are computed from
	encoderMean   = 40000  // and the mean
)

// encodable lists the words that the encoder is asked for.
func encodable(words []englishWord) []string {
	var out []string
	for _, w := range words {
		if len(out) == encoderWords {
			break
		}
		if w.text != "" && strings.Trim(w.text, "abcdefghijklmnopqrstuvwxyz'-") == "" {
			out = append(out, w.text)
		}
	}
	return out
}

// readEncoded reads what encoder/encode.cjs wrote for the words and reduces it to vectors of length
// one.
func readEncoded(path string, words []string) (map[string][]float64, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(data) != 4*encoderDims*len(words) {
		return nil, fmt.Errorf("%d bytes for %d words", len(data), len(words))
	}
	vectors := make([][]float64, len(words))
	for i := range vectors {
		vectors[i] = make([]float64, encoderDims)
		for k := range vectors[i] {
			vectors[i][k] = float64(math.Float32frombits(binary.LittleEndian.Uint32(data[4*(encoderDims*i+k):])))
		}
	}
	mean := make([]float64, encoderDims)
	n := min(encoderMean, len(vectors))
	for _, v := range vectors[:n] {
		addScaled(mean, v, 1/float64(n))
	}
	for _, v := range vectors {
		addScaled(v, mean, -1)
	}
	axes, _ := principal(vectors[:min(encoderSample, len(vectors))])
	out := make(map[string][]float64, len(words))
	for i, w := range words {
		v := make([]float64, encoderKept)
		for k := range v {
			v[k] = inner(vectors[i], axes[encoderCommon+k])
		}
		normalise(v)
		out[w] = v
	}
	return out, nil
}

// join puts the encoder's vectors, which weigh share of GloVe's, behind those.
func join(vectors [][]float64, words []englishWord, encoded map[string][]float64, share float64) {
	for i, v := range vectors {
		normalise(v)
		v = append(v, make([]float64, encoderKept)...)
		if e := encoded[words[i].text]; e != nil {
			addScaled(v[gloveDims:], e, share)
		}
		vectors[i] = v
	}
}
