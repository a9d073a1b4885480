package forest

import (
	"math"
	"math/rand/v2"
	"testing"
)

// grown is a tree of at most so many levels, of which some leaves come earlier.
func grown(random *rand.Rand, width, depth int) Tree {
	t := Tree{{}}
	if depth == 0 || random.IntN(8) == 0 {
		t[0] = Node{Feature: -1, Threshold: float32(random.NormFloat64())}
		return t
	}
	t[0] = Node{Feature: int16(random.IntN(width)), Threshold: float32(random.IntN(5))}
	for side := range 2 {
		below, at := grown(random, width, depth-1), uint16(len(t))
		if side == 0 {
			t[0].Left = at
		} else {
			t[0].Right = at
		}
		for _, n := range below {
			n.Left, n.Right = n.Left+at, n.Right+at
			t = append(t, n)
		}
	}
	return t
}

func TestEvenSaysWhatTheForestSays(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, depth := range []int{0, 1, 3, 4, 6} {
		f := Forest{Base: 0.3}
		for range 50 {
			f.Trees = append(f.Trees, grown(random, widest, depth))
		}
		for count := range 20 {
			rows := make([][]float32, count)
			for i := range rows {
				rows[i] = make([]float32, widest)
				for k := range rows[i] {
					rows[i][k] = float32(random.IntN(6))
				}
				rows[i][random.IntN(widest)] = float32(math.NaN())
			}
			e, sums := f.Even(), make([]float32, count)
			e.Scores(sums, rows...)
			for i, row := range rows {
				if want := f.Score(row); sums[i] != want {
					t.Fatalf("depth %d, row %d of %d: %v, want %v", depth, i, count, sums[i], want)
				}
			}
			if count != lanes {
				continue
			}
			var b block
			for i, row := range rows {
				for k, x := range row {
					b[k][i] = x
				}
			}
			portable := [lanes]float32{}
			for i := range portable {
				portable[i] = f.Base
			}
			if e.addPortable(&portable, &b); portable != [lanes]float32(sums) {
				t.Fatalf("depth %d: %v without the processor's help, %v with it", depth, portable, sums)
			}
		}
	}
	none := []float32{1}
	if (&Forest{}).Even().Scores(none, []float32{2}); none[0] != 0 {
		t.Errorf("no trees: %v", none[0])
	}
}
