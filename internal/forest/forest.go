// Package forest reads and asks sums of decision trees ("gradient boosting", Friedman 2001), in which
// what was learned from public material is kept. The programs below test/eval make them.
package forest

import (
	"encoding/binary"
	"errors"
	"math"
)

// Forest is a sum of decision trees. The zero value gives 0 for every row.
type Forest struct {
	Base  float32
	Trees []Tree
}

// Tree is a decision tree; its first node is the root.
type Tree []Node

// Node sends a row to the left where its number is at most the threshold. A leaf has no feature but a
// value.
type Node struct {
	Feature     int16  // which number of the row; -1 for a leaf
	Left, Right uint16 // nodes of the tree
	Threshold   float32
}

// Score is the sum of what the trees say of a row, which must have all numbers that the forest looks at.
func (f *Forest) Score(row []float32) float32 {
	sum := f.Base
	for _, t := range f.Trees {
		sum += t.Score(row)
	}
	return sum
}

// Scores are the scores of many rows, found tree by tree, which then stays in the processor's cache.
func (f *Forest) Scores(rows [][]float32) []float64 {
	sums := make([]float32, len(rows))
	for i := range sums {
		sums[i] = f.Base
	}
	for _, t := range f.Trees {
		for i, row := range rows {
			sums[i] += t.Score(row)
		}
	}
	out := make([]float64, len(rows))
	for i, s := range sums {
		out[i] = float64(s)
	}
	return out
}

// Score is the value of the leaf that a row comes to.
func (t Tree) Score(row []float32) float32 {
	n := &t[0]
	for n.Feature >= 0 {
		if row[n.Feature] <= n.Threshold {
			n = &t[n.Left]
		} else {
			n = &t[n.Right]
		}
	}
	return n.Threshold
}

const nodeBytes = 10

// Pack appends a forest to b: the base, the number of trees, then for each tree the number of its nodes
// and the nodes, all little end first.
func (f *Forest) Pack(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f.Base))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(f.Trees)))
	for _, t := range f.Trees {
		b = binary.LittleEndian.AppendUint16(b, uint16(len(t)))
		for _, n := range t {
			b = binary.LittleEndian.AppendUint16(b, uint16(n.Feature))
			b = binary.LittleEndian.AppendUint16(b, n.Left)
			b = binary.LittleEndian.AppendUint16(b, n.Right)
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(n.Threshold))
		}
	}
	return b
}

var errForest = errors.New("forest: damaged")

// Read reads what Pack wrote for rows of the given width, 0 for any, and gives what is left of b.
func Read(b []byte, width int) (Forest, []byte, error) {
	f := Forest{}
	if len(b) < 8 {
		return f, nil, errForest
	}
	f.Base = math.Float32frombits(binary.LittleEndian.Uint32(b))
	count := int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	for range count {
		if len(b) < 2 {
			return f, nil, errForest
		}
		tree := make(Tree, binary.LittleEndian.Uint16(b))
		b = b[2:]
		if len(tree) == 0 || len(b) < nodeBytes*len(tree) {
			return f, nil, errForest
		}
		for i := range tree {
			n := Node{
				Feature: int16(binary.LittleEndian.Uint16(b)), Left: binary.LittleEndian.Uint16(b[2:]), Right: binary.LittleEndian.Uint16(b[4:]),
				Threshold: math.Float32frombits(binary.LittleEndian.Uint32(b[6:])),
			}
			// Children come behind their parent, so that no row walks in circles.
			if n.Feature >= 0 && (width > 0 && int(n.Feature) >= width || int(n.Left) <= i || int(n.Right) <= i || int(max(n.Left, n.Right)) >= len(tree)) {
				return f, nil, errForest
			}
			tree[i] = n
			b = b[nodeBytes:]
		}
		f.Trees = append(f.Trees, tree)
	}
	return f, b, nil
}
