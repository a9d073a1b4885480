package main

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/webchatagent/wca/internal/extract"
)

// options of learning.
type options struct {
	trees, depth, bags         int
	rate, least, columns, calm float64
}

// bins is into how many steps the values of a number are divided.
const bins = 64

type node struct {
	feature     int16
	left, right uint16
	threshold   float32
}

type forest struct {
	base  float64
	trees [][]node
}

// pack writes the form that package extract reads.
func (f forest) pack() []byte {
	out := binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(f.base)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(f.trees)))
	for _, t := range f.trees {
		out = binary.LittleEndian.AppendUint16(out, uint16(len(t)))
		for _, n := range t {
			out = binary.LittleEndian.AppendUint16(out, uint16(n.feature))
			out = binary.LittleEndian.AppendUint16(out, n.left)
			out = binary.LittleEndian.AppendUint16(out, n.right)
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(n.threshold))
		}
	}
	return out
}

func (f forest) score(row []float32) float64 {
	sum := f.base
	for _, t := range f.trees {
		i := 0
		for t[i].feature >= 0 {
			if row[t[i].feature] <= t[i].threshold {
				i = int(t[i].left)
			} else {
				i = int(t[i].right)
			}
		}
		sum += float64(t[i].threshold)
	}
	return sum
}

// table is all pieces of all pages with their values divided into steps.
type table struct {
	edges  [][]float32 // of each number: upper ends of the steps
	binned [][]uint8   // by number, then piece
	label  []float64
	weight []float64
	score  []float64
}

func newTable(pages []example) *table {
	t := &table{}
	var rows [][]float32
	for _, p := range pages {
		rows = append(rows, p.rows...)
		t.label = append(t.label, p.label...)
		t.weight = append(t.weight, p.weight...)
	}
	t.score = make([]float64, len(rows))
	for f := range len(rows[0]) {
		values := make([]float32, len(rows))
		for i, r := range rows {
			values[i] = r[f]
		}
		slices.Sort(values)
		var edges []float32
		for b := 1; b < bins; b++ {
			v := values[len(values)*b/bins]
			if len(edges) == 0 || v > edges[len(edges)-1] {
				edges = append(edges, v)
			}
		}
		t.edges = append(t.edges, edges)
		column := make([]uint8, len(rows))
		for i, r := range rows {
			at, _ := slices.BinarySearch(edges, r[f])
			column[i] = uint8(at)
		}
		t.binned = append(t.binned, column)
	}
	return t
}

// judges are two forests, the second of which sees what the first thinks.
type judges struct{ first, second forest }

func (j judges) pack() []byte { return append(j.first.pack(), j.second.pack()...) }

func (j judges) odds(p example) []float64 {
	out := make([]float64, len(p.rows))
	for i, r := range p.rows {
		out[i] = j.first.score(r)
	}
	again := extract.Reconsidered(p.pieces, out)
	for i, r := range again {
		out[i] = j.second.score(r)
	}
	return out
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
			if i%folds != fold {
				continue
			}
			odds := make([]float64, len(p.rows))
			for k, r := range p.rows {
				odds[k] = f.score(r)
			}
			again[i] = p
			again[i].rows = extract.Reconsidered(p.pieces, odds)
		}
	}
	return judges{bag(pages, o), bag(again, o)}
}

// bag learns several forests that see other parts of the pieces and numbers and
// gives their mean.
func bag(pages []example, o options) forest {
	var out forest
	for seed := range o.bags {
		f := grow(pages, o, uint64(seed))
		out.base = f.base
		for _, t := range f.trees {
			for i := range t {
				if t[i].feature < 0 {
					t[i].threshold /= float32(o.bags)
				}
			}
			out.trees = append(out.trees, t)
		}
	}
	return out
}

// grow learns a forest: each tree corrects what the ones before got wrong, seeing
// a part of the numbers (columns) and of the pieces.
func grow(pages []example, o options, seed uint64) forest {
	t := newTable(pages)
	random := rand.New(rand.NewPCG(1, 2+seed))
	positive, all := 0.0, 0.0
	for i, w := range t.weight {
		positive += w * t.label[i]
		all += w
	}
	f := forest{base: math.Log(positive / (all - positive))}
	for i := range t.score {
		t.score[i] = f.base
	}
	gradient := make([]float64, len(t.score))
	curve := make([]float64, len(t.score))
	for range o.trees {
		for i, s := range t.score {
			p := 1 / (1 + math.Exp(-s))
			gradient[i] = t.weight[i] * (t.label[i] - p)
			curve[i] = t.weight[i] * p * (1 - p)
		}
		var allowed []int
		for k := range t.edges {
			if random.Float64() < o.columns {
				allowed = append(allowed, k)
			}
		}
		var members []int32
		for i := range t.score {
			if random.Float64() < 0.7 {
				members = append(members, int32(i))
			}
		}
		g := &grower{t: t, o: o, gradient: gradient, curve: curve, allowed: allowed}
		g.node(members, g.count(members), 0)
		f.trees = append(f.trees, g.out)
		tree := forest{trees: [][]node{g.out}}
		at := 0
		for _, p := range pages {
			for _, r := range p.rows {
				t.score[at] += tree.score(r)
				at++
			}
		}
	}
	return f
}

// grower makes one tree.
type grower struct {
	t               *table
	o               options
	gradient, curve []float64
	allowed         []int
	out             []node
}

// cell is what is known of the pieces in one step of a number.
type cell struct{ gradient, curve, weight float64 }

func (c *cell) add(d cell) {
	c.gradient, c.curve, c.weight = c.gradient+d.gradient, c.curve+d.curve, c.weight+d.weight
}

// histogram has the cells of each number a tree may look at.
type histogram [][bins]cell

func (g *grower) count(members []int32) histogram {
	own := make([]cell, len(members))
	for at, i := range members {
		own[at] = cell{g.gradient[i], g.curve[i], g.t.weight[i]}
	}
	h := make(histogram, len(g.allowed))
	for at, k := range g.allowed {
		column, cells := g.t.binned[k], &h[at]
		for m, i := range members {
			cells[column[i]].add(own[m])
		}
	}
	return h
}

// less takes away what a part has.
func (h histogram) less(part histogram) histogram {
	for k := range h {
		for b := range h[k] {
			c, d := &h[k][b], part[k][b]
			c.gradient, c.curve, c.weight = c.gradient-d.gradient, c.curve-d.curve, c.weight-d.weight
		}
	}
	return h
}

func (g *grower) node(members []int32, h histogram, depth int) uint16 {
	me := uint16(len(g.out))
	sum := cell{}
	for _, i := range members {
		sum.add(cell{g.gradient[i], g.curve[i], g.t.weight[i]})
	}
	calm := g.o.calm * 0.1
	g.out = append(g.out, node{feature: -1, threshold: float32(g.o.rate * sum.gradient / (sum.curve + calm))})
	if depth >= g.o.depth || sum.weight < 2*g.o.least {
		return me
	}
	best, bestAt, bestBin := 1e-6, -1, 0
	whole := sum.gradient * sum.gradient / (sum.curve + calm)
	for at, k := range g.allowed {
		l := cell{}
		for b := range len(g.t.edges[k]) {
			l.add(h[at][b])
			if l.weight < g.o.least || sum.weight-l.weight < g.o.least {
				continue
			}
			rg, rh := sum.gradient-l.gradient, sum.curve-l.curve
			if gain := l.gradient*l.gradient/(l.curve+calm) + rg*rg/(rh+calm) - whole; gain > best {
				best, bestAt, bestBin = gain, at, b
			}
		}
	}
	if bestAt < 0 {
		return me
	}
	k := g.allowed[bestAt]
	var left, right []int32
	for _, i := range members {
		if int(g.t.binned[k][i]) <= bestBin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	var hl, hr histogram
	if depth+1 < g.o.depth { // the smaller side is counted, the other is the rest
		if len(left) < len(right) {
			hl = g.count(left)
			hr = h.less(hl)
		} else {
			hr = g.count(right)
			hl = h.less(hr)
		}
	}
	l := g.node(left, hl, depth+1)
	r := g.node(right, hr, depth+1)
	g.out[me] = node{feature: int16(k), left: l, right: r, threshold: g.t.edges[k][bestBin]}
	return me
}
