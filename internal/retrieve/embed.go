package retrieve

import (
	"context"
	"encoding/binary"
	"math"
	"slices"
)

// EmbedKind tells an embedder what a text is: some models treat the two
// differently.
type EmbedKind uint8

const (
	// EmbedDocument is a passage to be found.
	EmbedDocument EmbedKind = iota
	// EmbedQuery is a question.
	EmbedQuery
)

// Embedder turns texts into vectors with a model outside this program. It must
// be safe for concurrent use and give back one vector of Dim components per
// text, in order. The texts it is given have been pseudonymised by the caller.
type Embedder interface {
	// ID names provider, model and dimensions; vectors of different IDs are
	// never compared.
	ID() string
	Dim() int
	Embed(ctx context.Context, kind EmbedKind, texts []string) ([][]float32, error)
}

// PackVector packs an embedder's vector for storage in Passage.Embedded: the
// embedder's id, a scale, and one byte per component.
func PackVector(embedder string, v []float32) []byte {
	if len(embedder) > 255 {
		embedder = embedder[:255]
	}
	q, scale := quantise(v)
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

// remote holds the vectors of a remote embedder.
type remote struct {
	embedder string
	dim      int
	vectors  []int8
	scales   []float32
}

// buildRemote collects the passages' remote vectors, or returns nil where fewer
// than nine of ten passages have one: a half-embedded index would rank by who
// was embedded first.
func buildRemote(passages []Passage, embedder string) *remote {
	if embedder == "" || len(passages) == 0 {
		return nil
	}
	r := &remote{embedder: embedder, scales: make([]float32, len(passages))}
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
	if have*10 < len(passages)*9 {
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
// question to all passages, becomes 0 and full agreement stays 1.
func (r *remote) similarities(v []float32, out []float32) bool {
	if r == nil || len(v) != r.dim {
		return false
	}
	q, scale := quantise(v)
	if q == nil {
		return false
	}
	for i := range out {
		out[i] = float32(dot(q, r.vectors[i*r.dim:(i+1)*r.dim])) * scale * r.scales[i]
	}
	sample := make([]float32, 0, 512)
	step := max(1, len(out)/512)
	for i := 0; i < len(out); i += step {
		sample = append(sample, out[i])
	}
	slices.Sort(sample)
	background := sample[len(sample)/2]
	if background > 0.98 {
		return false
	}
	for i := range out {
		out[i] = (out[i] - background) / (1 - background)
	}
	return true
}
