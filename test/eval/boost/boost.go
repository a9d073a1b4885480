// Package boost grows the forests that package forest reads: gradient boosting of decision trees with
// second-order steps (Friedman 2001; Chen and Guestrin 2016). Nothing in it depends on the machine: the
// same rows give the same forest.
package boost

import (
	"math/rand/v2"
	"slices"

	"github.com/webchatagent/wca/internal/forest"
)

// Options of growing.
type Options struct {
	Trees, Depth int
	// Rate is how much of what a tree would correct it does correct.
	Rate float64
	// Least is how much curve the rows of a leaf must have together: rows that are decided count little.
	Least float64
	// Columns is the share of numbers that a tree may look at.
	Columns float64
	// Calm keeps leaves small that few rows speak for.
	Calm float64
	// Never are numbers that no tree may look at.
	Never []int
}

// Rows are what is learned from.
type Rows struct {
	Values [][]float32
	// Start is where groups of rows begin that are seen together or not at all, ascending from 0;
	// nil: each row is a group.
	Start []int
	// Score is what is known of the rows beforehand; nil: 0.
	Score []float64
}

// bins is into how many steps the values of a number are divided.
const bins = 64

// Grow grows trees one by one, each correcting what the ones before got wrong on a part of the rows.
// slope fills in, for the scores so far, how much each row wants to rise, and how fast that changes.
func Grow(r Rows, o Options, slope func(score, gradient, curve []float64)) []forest.Tree {
	t := newTable(r)
	random := rand.New(rand.NewPCG(1, 2))
	score := make([]float64, len(r.Values))
	copy(score, r.Score)
	g := grower{t: t, o: o, gradient: make([]float64, len(score)), curve: make([]float64, len(score))}
	var trees []forest.Tree
	for range o.Trees {
		slope(score, g.gradient, g.curve)
		g.allowed = g.allowed[:0]
		for k := range t.edges {
			if random.Float64() < o.Columns && !slices.Contains(o.Never, k) {
				g.allowed = append(g.allowed, k)
			}
		}
		g.tree = nil
		g.node(r.sample(random), 0)
		trees = append(trees, g.tree)
		for i, row := range r.Values {
			score[i] += float64(g.tree.Score(row))
		}
	}
	return trees
}

// sample takes seven of ten groups.
func (r *Rows) sample(random *rand.Rand) []int32 {
	const part = 0.7
	var members []int32
	if r.Start == nil {
		for i := range r.Values {
			if random.Float64() < part {
				members = append(members, int32(i))
			}
		}
		return members
	}
	for k, first := range r.Start {
		end := len(r.Values)
		if k+1 < len(r.Start) {
			end = r.Start[k+1]
		}
		if random.Float64() >= part {
			continue
		}
		for i := first; i < end; i++ {
			members = append(members, int32(i))
		}
	}
	return members
}

// table is the rows with their values divided into steps.
type table struct {
	edges  [][]float32 // of each number: upper ends of the steps
	binned [][]uint8   // by number, then row
}

func newTable(r Rows) *table {
	t := &table{}
	values := make([]float32, len(r.Values))
	for f := range r.Values[0] {
		for i, row := range r.Values {
			values[i] = row[f]
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
		column := make([]uint8, len(r.Values))
		for i, row := range r.Values {
			at, _ := slices.BinarySearch(edges, row[f])
			column[i] = uint8(at)
		}
		t.binned = append(t.binned, column)
	}
	return t
}

// grower makes one tree.
type grower struct {
	t               *table
	o               Options
	gradient, curve []float64
	allowed         []int
	tree            forest.Tree
}

func (g *grower) node(members []int32, depth int) uint16 {
	me := uint16(len(g.tree))
	var sumG, sumH float64
	for _, i := range members {
		sumG += g.gradient[i]
		sumH += g.curve[i]
	}
	g.tree = append(g.tree, forest.Node{Feature: -1, Threshold: float32(g.o.Rate * sumG / (sumH + g.o.Calm))})
	if depth >= g.o.Depth || sumH < 2*g.o.Least {
		return me
	}
	feature, bin := g.split(members, sumG, sumH)
	if feature < 0 {
		return me
	}
	var left, right []int32
	for _, i := range members {
		if int(g.t.binned[feature][i]) <= bin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	l := g.node(left, depth+1)
	r := g.node(right, depth+1)
	g.tree[me] = forest.Node{Feature: int16(feature), Left: l, Right: r, Threshold: g.t.edges[feature][bin]}
	return me
}

// split finds the number and the step after which the rows are best told apart; feature -1: none.
func (g *grower) split(members []int32, sumG, sumH float64) (feature, bin int) {
	best := 1e-6
	feature = -1
	whole := sumG * sumG / (sumH + g.o.Calm)
	for _, k := range g.allowed {
		var hg, hh [bins]float64
		column := g.t.binned[k]
		for _, i := range members {
			b := column[i]
			hg[b] += g.gradient[i]
			hh[b] += g.curve[i]
		}
		lg, lh := 0.0, 0.0
		for b := range g.t.edges[k] {
			lg, lh = lg+hg[b], lh+hh[b]
			if lh < g.o.Least || sumH-lh < g.o.Least {
				continue
			}
			rg, rh := sumG-lg, sumH-lh
			if gain := lg*lg/(lh+g.o.Calm) + rg*rg/(rh+g.o.Calm) - whole; gain > best {
				best, feature, bin = gain, k, b
			}
		}
	}
	return feature, bin
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
