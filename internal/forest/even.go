package forest

// Even is a forest in a form that is fast to ask: all trees are filled up to one depth, so that every row takes
// the same number of steps, without a branch that the processor could guess wrong. It says the same as the
// forest, to the last bit.
type Even struct {
	base  float32
	count int // of trees
	depth int
	// Per tree, its nodes level by level and, from left to right, what its leaves say. A row goes left where its
	// number is at most the threshold. Below a leaf that is not as deep, all say the same.
	features   []int32
	thresholds []float32
	values     []float32
}

// lanes is how many rows are asked at once, evenDepth how deep the trees are of which the processor can be asked
// for that. widest is how many numbers a row may have.
const lanes, evenDepth, widest = 8, 4, 192

// Even fills the trees up. It panics where a node looks at a number behind the first widest ones.
func (f *Forest) Even() *Even {
	e := &Even{base: f.Base, count: len(f.Trees), depth: evenDepth}
	for _, t := range f.Trees {
		e.depth = max(e.depth, t.depth(0))
	}
	nodes := 1<<e.depth - 1
	e.features, e.thresholds = make([]int32, nodes*len(f.Trees)), make([]float32, nodes*len(f.Trees))
	e.values = make([]float32, (nodes+1)*len(f.Trees))
	for i, t := range f.Trees {
		e.fill(t, 0, i, 0)
	}
	return e
}

func (t Tree) depth(node int) int {
	if t[node].Feature < 0 {
		return 0
	}
	return 1 + max(t.depth(int(t[node].Left)), t.depth(int(t[node].Right)))
}

// fill puts a node of the i-th tree at a place of the filled one, and all that is below it.
func (e *Even) fill(t Tree, node, i, place int) {
	nodes := 1<<e.depth - 1
	n := t[node]
	if place >= nodes {
		e.values[i*(nodes+1)+place-nodes] = n.Threshold
		return
	}
	left, right := node, node
	if n.Feature >= 0 {
		if n.Feature >= widest {
			panic("forest: a row that is too wide")
		}
		left, right = int(n.Left), int(n.Right)
		e.features[i*nodes+place], e.thresholds[i*nodes+place] = int32(n.Feature), n.Threshold
	}
	e.fill(t, left, i, 2*place+1)
	e.fill(t, right, i, 2*place+2)
}

// block are the numbers of some rows, feature by feature.
type block [widest][lanes]float32

// Scores puts the scores of rows of the same width into sums, which must be as long.
func (e *Even) Scores(sums []float32, rows ...[]float32) {
	var b block
	for len(rows) > 0 {
		n := min(lanes, len(rows))
		for i, row := range rows[:n] {
			for k, x := range row {
				b[k][i] = x
			}
		}
		out := [lanes]float32{}
		for i := range out {
			out[i] = e.base
		}
		e.add(&out, &b)
		copy(sums[:n], out[:])
		sums, rows = sums[n:], rows[n:]
	}
}

// addPortable adds what the trees say of rows to their sums.
func (e *Even) addPortable(sums *[lanes]float32, b *block) {
	nodes := 1<<e.depth - 1
	for i := range e.count {
		features, thresholds := e.features[i*nodes:(i+1)*nodes], e.thresholds[i*nodes:(i+1)*nodes]
		values := e.values[i*(nodes+1) : (i+1)*(nodes+1)]
		for lane := range sums {
			place := 0
			for place < nodes {
				right := 1
				if b[features[place]][lane] <= thresholds[place] {
					right = 0
				}
				place = 2*place + 1 + right
			}
			sums[lane] += values[place-nodes]
		}
	}
}
