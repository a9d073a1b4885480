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
	// Least is how much weight the rows of a leaf must have together.
	Least float64
	// Columns is the share of numbers that a tree may look at.
	Columns float64
	// Calm keeps leaves small that few rows speak for.
	Calm float64
	// Seed makes another forest of the same rows.
	Seed uint64
}

// Rows are what is learned from.
type Rows struct {
	Values [][]float32
	// Weight is what Options.Least counts; nil: the curve, so that rows that are decided count little.
	Weight []float64
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
	g := grower{table: newTable(r.Values), o: o, gradient: make([]float64, len(r.Values)), curve: make([]float64, len(r.Values)), weight: r.Weight}
	if g.weight == nil {
		g.weight = g.curve
	}
	random := rand.New(rand.NewPCG(1, 2+o.Seed))
	score := make([]float64, len(r.Values))
	copy(score, r.Score)
	var trees []forest.Tree
	for range o.Trees {
		slope(score, g.gradient, g.curve)
		g.allowed = g.allowed[:0]
		for k := range g.table.edges {
			if random.Float64() < o.Columns {
				g.allowed = append(g.allowed, k)
			}
		}
		members := r.sample(random)
		g.tree = nil
		g.node(members, g.count(members), 0)
		trees = append(trees, g.tree)
		for i, row := range r.Values {
			score[i] += float64(g.tree.Score(row))
		}
	}
	return trees
}

// Bag grows as many forests as bags, each of other draws of rows and numbers, and gives their mean: it leans less on
// chance than one of them.
func Bag(r Rows, o Options, bags int, slope func(score, gradient, curve []float64)) []forest.Tree {
	var trees []forest.Tree
	for seed := range bags {
		o.Seed = uint64(seed)
		for _, t := range Grow(r, o, slope) {
			for i := range t {
				if t[i].Feature < 0 {
					t[i].Threshold /= float32(bags)
				}
			}
			trees = append(trees, t)
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

func newTable(rows [][]float32) table {
	t := table{}
	values := make([]float32, len(rows))
	for f := range rows[0] {
		for i, row := range rows {
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
		column := make([]uint8, len(rows))
		for i, row := range rows {
			at, _ := slices.BinarySearch(edges, row[f])
			column[i] = uint8(at)
		}
		t.binned = append(t.binned, column)
	}
	return t
}
