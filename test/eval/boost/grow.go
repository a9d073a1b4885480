package boost

import "github.com/webchatagent/wca/internal/forest"

// grower makes one tree after the other.
type grower struct {
	table                   table
	o                       Options
	gradient, curve, weight []float64
	allowed                 []int // numbers that the tree may look at
	tree                    forest.Tree
}

// cell is what is known of the rows in one step of a number.
type cell struct{ gradient, curve, weight float64 }

func (c *cell) add(d cell) {
	c.gradient, c.curve, c.weight = c.gradient+d.gradient, c.curve+d.curve, c.weight+d.weight
}

func (g *grower) cell(row int32) cell {
	return cell{g.gradient[row], g.curve[row], g.weight[row]}
}

// histogram has the cells of each number a tree may look at.
type histogram [][bins]cell

func (g *grower) count(members []int32) histogram {
	own := make([]cell, len(members))
	for at, i := range members {
		own[at] = g.cell(i)
	}
	h := make(histogram, len(g.allowed))
	for at, k := range g.allowed {
		column, cells := g.table.binned[k], &h[at]
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
	me := uint16(len(g.tree))
	sum := cell{}
	for _, i := range members {
		sum.add(g.cell(i))
	}
	g.tree = append(g.tree, forest.Node{Feature: -1, Threshold: float32(g.o.Rate * sum.gradient / (sum.curve + g.o.Calm))})
	if depth >= g.o.Depth || sum.weight < 2*g.o.Least {
		return me
	}
	at, bin := g.split(sum, h)
	if at < 0 {
		return me
	}
	k := g.allowed[at]
	var left, right []int32
	for _, i := range members {
		if int(g.table.binned[k][i]) <= bin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	var hl, hr histogram
	if depth+1 < g.o.Depth { // the smaller side is counted, the other is the rest
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
	g.tree[me] = forest.Node{Feature: int16(k), Left: l, Right: r, Threshold: g.table.edges[k][bin]}
	return me
}

// split finds the allowed number and the step after which the rows are best told apart; -1: none.
func (g *grower) split(sum cell, h histogram) (at, bin int) {
	at = -1
	calm, best := g.o.Calm, 1e-6
	whole := sum.gradient * sum.gradient / (sum.curve + calm)
	for i, k := range g.allowed {
		l := cell{}
		for b := range g.table.edges[k] {
			l.add(h[i][b])
			if l.weight < g.o.Least || sum.weight-l.weight < g.o.Least {
				continue
			}
			rg, rh := sum.gradient-l.gradient, sum.curve-l.curve
			if gain := l.gradient*l.gradient/(l.curve+calm) + rg*rg/(rh+calm) - whole; gain > best {
				best, at, bin = gain, i, b
			}
		}
	}
	return at, bin
}
