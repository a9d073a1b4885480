package retrieve

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
)

// PackVector packs a vector that a model outside this program made for
// Passage.Embedded: the id of the embedder, which names provider, model and
// dimensions, a scale, and one byte per component. Vectors of different
// embedders are never compared.
func PackVector(embedder string, v []float32) []byte {
	if len(embedder) > 255 {
		embedder = embedder[:255]
	}
	q, scale := analysis.Quantise(v)
	b := make([]byte, 0, 5+len(embedder)+len(q))
	b = append(b, byte(len(embedder)))
	b = append(b, embedder...)
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
	for _, x := range q {
		b = append(b, byte(x))
	}
	return b
}

// unpackVector is the reverse; it returns nil where b is not of that embedder.
func unpackVector(embedder string, b []byte) ([]byte, float32) {
	if len(b) < 1 || len(b) < 5+int(b[0]) || string(b[1:1+b[0]]) != embedder {
		return nil, 0
	}
	b = b[1+b[0]:]
	return b[4:], math.Float32frombits(binary.LittleEndian.Uint32(b))
}

// VectorLength is how many components a packed vector has, 0 where it is not of
// that embedder.
func VectorLength(embedder string, packed []byte) int {
	v, _ := unpackVector(embedder, packed)
	return len(v)
}

// remote holds the vectors of a remote embedder.
type remote struct {
	dim     int
	vectors []int8
	scales  []float32
}

// buildRemote collects the passages' remote vectors, or returns nil where fewer
// than half of them have one.
func buildRemote(passages []passage.Passage, embedder string) *remote {
	if embedder == "" || len(passages) == 0 {
		return nil
	}
	r := &remote{scales: make([]float32, len(passages))}
	have := 0
	for i := range passages {
		v, scale := unpackVector(embedder, passages[i].Embedded)
		if len(v) == 0 {
			continue
		}
		if r.dim == 0 {
			r.dim = len(v)
			r.vectors = make([]int8, r.dim*len(passages))
		}
		if len(v) != r.dim {
			continue
		}
		for k, x := range v {
			r.vectors[i*r.dim+k] = int8(x)
		}
		r.scales[i] = scale
		have++
	}
	if have*2 < len(passages) {
		return nil
	}
	return r
}

func (r *remote) bytes() int64 {
	if r == nil {
		return 0
	}
	return int64(len(r.vectors)) + 4*int64(len(r.scales))
}

// similarities writes the cosine of v with every passage into out, made
// comparable between models: the background, the median similarity of the
// question to all passages, becomes 0 and full agreement stays 1. Passages
// without a vector get 0. It reports whether v fits.
func (r *remote) similarities(v []float32, out []float32) bool {
	if len(v) != r.dim {
		return false
	}
	q, scale := analysis.Quantise(v)
	if q == nil {
		return false
	}
	sample := make([]float32, 0, 512)
	step := max(1, len(out)/512)
	for i := range out {
		out[i] = float32(dot(q, r.vectors[i*r.dim:(i+1)*r.dim])) * scale * r.scales[i]
		if i%step == 0 && r.scales[i] != 0 {
			sample = append(sample, out[i])
		}
	}
	if len(sample) == 0 {
		return false
	}
	slices.Sort(sample)
	background := sample[len(sample)/2]
	if background > 0.98 {
		return false
	}
	for i := range out {
		if r.scales[i] == 0 {
			out[i] = 0
			continue
		}
		out[i] = (out[i] - background) / (1 - background)
	}
	return true
}
