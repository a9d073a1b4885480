package main

import (
	"math"
	"sort"

	"github.com/webchatagent/wca/internal/word"
)

// row is one word of the finished table.
type row struct {
	stem   string
	hash   uint32
	id     int // in the lexicon's side, or -1
	vector []float64
	weight float64
	value  float64 // how much it is worth keeping
}

// space holds the rows of both languages, each sorted by hash.
type space struct {
	german, english []row
	scales          []float64 // per component: standard deviation
}

// newSpace places German words among the English ones, moves English words
// that share translations together, and turns the space so that its strongest
// directions come first.
func newSpace(lex *lexicon, english *stems, s settings) *space {
	at := make([]int, len(lex.english.words)) // lexicon's English stem -> stems
	for i, w := range lex.english.words {
		at[i] = -1
		if k, ok := english.byID[w]; ok {
			at[i] = k
		}
	}
	german := make([][]float64, len(lex.german.words))
	place := func(vectors func(k int) []float64) {
		for g := range german {
			v := make([]float64, dimensions)
			for _, l := range lex.byGerman[g] {
				if k := at[lex.links[l].english]; k >= 0 {
					addScaled(v, vectors(k), lex.links[l].forward*english.list[k].weight())
				}
			}
			if inner(v, v) > 1e-12 {
				normalise(v)
				german[g] = v
			}
		}
	}
	original := make([][]float64, len(english.list))
	for i := range english.list {
		original[i] = english.list[i].vector
	}
	place(func(k int) []float64 { return original[k] })
	if s.pivot > 0 {
		moved := make([][]float64, len(english.list))
		copy(moved, original)
		for range 2 {
			for e, list := range lex.byEnglish {
				k := at[e]
				if k < 0 {
					continue
				}
				towards := make([]float64, dimensions)
				for _, l := range list {
					if g := german[lex.links[l].german]; g != nil {
						addScaled(towards, g, lex.links[l].backward)
					}
				}
				if inner(towards, towards) < 1e-12 {
					continue
				}
				normalise(towards)
				v := make([]float64, dimensions)
				addScaled(v, original[k], 1-s.pivot)
				addScaled(v, towards, s.pivot)
				normalise(v)
				moved[k] = v
			}
			place(func(k int) []float64 { return moved[k] })
		}
		for k := range english.list {
			english.list[k].vector = moved[k]
		}
	}
	sp := &space{}
	for g, v := range german {
		text := lex.german.words[g]
		if v == nil || len(text) < 2 || len(text) > 40 {
			continue
		}
		weight, mass, rank := 0.0, 0.0, math.Inf(1)
		for _, l := range lex.byGerman[g] {
			if k := at[lex.links[l].english]; k >= 0 {
				p := lex.links[l].forward
				weight += float64(p * english.list[k].weight())
				mass += p
				if p > 0.1 {
					rank = math.Min(rank, float64(english.list[k].rank))
				}
			}
		}
		sp.german = append(sp.german, row{
			stem: text, hash: word.Hash(text), id: g, vector: v, weight: weight / mass,
			value: math.Log(1+lex.german.count[g]) - 0.25*math.Log(1+rank) - 0.08*float64(len(text)),
		})
	}
	for k := range english.list {
		e := &english.list[k]
		if len(e.text) < 2 || len(e.text) > 40 || e.text == "" {
			continue
		}
		id := -1
		value := -math.Log(1 + float64(e.rank))
		if i, ok := lex.english.byID[e.text]; ok {
			id = i
			value += 1.5
		}
		sp.english = append(sp.english, row{stem: e.text, hash: word.Hash(e.text), id: id, vector: e.vector, weight: e.weight(), value: value})
	}
	sp.german = keep(sp.german, s.german)
	sp.english = keep(sp.english, s.english)
	sp.turn(s.dim)
	return sp
}

// keep takes the n rows most worth keeping and sorts them by hash; of two with
// the same hash the better one stays.
func keep(rows []row, n int) []row {
	sort.SliceStable(rows, func(i, j int) bool {
		if rows[i].value != rows[j].value {
			return rows[i].value > rows[j].value
		}
		return rows[i].stem < rows[j].stem
	})
	if len(rows) > n {
		rows = rows[:n]
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].hash < rows[j].hash })
	out := rows[:0]
	for _, r := range rows {
		if len(out) == 0 || out[len(out)-1].hash != r.hash {
			out = append(out, r)
		}
	}
	return out
}

// turn rotates all vectors to their principal axes and keeps the first dim.
func (sp *space) turn(dim int) {
	var all [][]float64
	for i := range sp.english {
		all = append(all, sp.english[i].vector)
	}
	for i := range sp.german {
		all = append(all, sp.german[i].vector)
	}
	axes, _ := principal(all)
	axes = axes[:dim]
	sp.scales = make([]float64, dim)
	project := func(rows []row) {
		for i := range rows {
			v := make([]float64, dim)
			for k, axis := range axes {
				v[k] = inner(rows[i].vector, axis)
			}
			normalise(v)
			for k := range v {
				sp.scales[k] += float64(v[k] * v[k])
			}
			rows[i].vector = v
		}
	}
	project(sp.english)
	project(sp.german)
	for k := range sp.scales {
		sp.scales[k] = math.Sqrt(sp.scales[k] / float64(len(all)))
	}
}
