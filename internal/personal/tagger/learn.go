package tagger

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// Example is a sentence with what its words are: 'P' begins a person's name, 'p' goes on with it,
// 'O' and 'o' the same of other names, '.' is no name.
type Example struct {
	Words []string
	Names string
}

// Learning says how a model is trained.
type Learning struct {
	Passes int     // over all examples
	Rate   float64 // of learning (AdaGrad)
	Ridge  float64 // pulls weights towards 0
	Rarest int     // a feature must occur so often
	Forget float64 // share of the words that are unlearned at each step, so that the model learns to go by what stands around them
}

// Learn trains a model of a conditional random field by stochastic gradients and returns its file.
// The same examples in the same order give the same bytes.
func Learn(l *Lexicon, examples []Example, how Learning) []byte {
	t := newLearner(l, examples, how)
	order := make([]int, len(t.sentences))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range how.Passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.step(t.forgetful(&t.sentences[i], random))
			t.steps++
			t.addMoves()
		}
	}
	t.average()
	return t.file()
}

// sentence is an example as numbers of features.
type sentence struct {
	features [][]int32
	labels   []int8
}

type learner struct {
	how       Learning
	sentences []sentence
	names     []uint64 // of the features
	counts    []int
	weights   [][labels]float64
	squares   [][labels]float64
	moves     [labels][labels]float64 // transitions
	movesSq   [labels][labels]float64

	// The weights of all steps are averaged; sums and since keep that cheap.
	steps    int
	sums     [][labels]float64
	since    []int
	movesSum [labels][labels]float64
	lexical  []bool // of a feature: it is about the word itself
}

// forgetful is a sentence in which some words are known by their neighbourhood only.
func (t *learner) forgetful(s *sentence, random *rand.Rand) *sentence {
	out := &sentence{features: make([][]int32, len(s.features)), labels: s.labels}
	for i, list := range s.features {
		if random.Float64() >= t.how.Forget {
			out.features[i] = list
			continue
		}
		for _, f := range list {
			if !t.lexical[f] {
				out.features[i] = append(out.features[i], f)
			}
		}
	}
	return out
}

// touch brings a feature's sum up to date before its weights change.
func (t *learner) touch(f int32) {
	for k, w := range t.weights[f] {
		t.sums[f][k] += float64(w * float64(t.steps-t.since[f]))
	}
	t.since[f] = t.steps
}

func (t *learner) average() {
	for f := range t.weights {
		t.touch(int32(f))
		for k := range labels {
			t.weights[f][k] = t.sums[f][k] / float64(max(1, t.steps))
		}
	}
	for j := range labels {
		for k := range labels {
			t.moves[j][k] = t.movesSum[j][k] / float64(max(1, t.steps))
		}
	}
}

func newLearner(l *Lexicon, examples []Example, how Learning) *learner {
	t := &learner{how: how}
	count := map[uint64]int{}
	var words []Word
	for _, e := range examples {
		words = l.appendWords(words[:0], e.Words)
		for i := range words {
			list, _ := featuresOf(words, i)
			for _, f := range list {
				count[f]++
			}
		}
	}
	number := map[uint64]int32{}
	for _, e := range examples {
		words = l.appendWords(words[:0], e.Words)
		s := sentence{features: make([][]int32, len(words)), labels: make([]int8, len(words))}
		for i := range words {
			list, lexical := featuresOf(words, i)
			for k, f := range list {
				if count[f] < how.Rarest {
					continue
				}
				n, ok := number[f]
				if !ok {
					n = int32(len(t.names))
					number[f] = n
					t.names, t.counts, t.lexical = append(t.names, f), append(t.counts, count[f]), append(t.lexical, k < lexical)
				}
				s.features[i] = append(s.features[i], n)
			}
			switch e.Names[i] {
			case 'P':
				s.labels[i] = beginPerson
			case 'p':
				s.labels[i] = insidePerson
			case 'O':
				s.labels[i] = beginOther
			case 'o':
				s.labels[i] = insideOther
			}
		}
		t.sentences = append(t.sentences, s)
	}
	t.sums, t.since = make([][labels]float64, len(t.names)), make([]int, len(t.names))
	t.weights, t.squares = make([][labels]float64, len(t.names)), make([][labels]float64, len(t.names))
	return t
}

// featuresOf lists the features of the i-th word of a sentence: first those that are about letters of
// words, and how many these are.
func featuresOf(words []Word, i int) (list []uint64, lexical int) {
	at := func(place int) *Word {
		if k := i + place - itself; k >= 0 && k < len(words) {
			return &words[k]
		}
		return &edge
	}
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	own, more := words[i].alone(nil, itself), together(nil, at(0), at(1), at(2), at(3), at(4))
	list = slices.Concat(own[:lexicalAlone], more[:lexicalTogether], own[lexicalAlone:], more[lexicalTogether:])
	for place := range places {
		if place != itself {
			list = at(place).alone(list, place)
		}
		list = at(place).meaning(list, place)
	}
	return words[i].begins(list, first), lexicalAlone + lexicalTogether
}

// step moves the weights along the gradient of the sentence's log-likelihood.
func (t *learner) step(s *sentence) {
	n := len(s.features)
	if n == 0 {
		return
	}
	own := make([][labels]float64, n)
	for i, list := range s.features {
		for _, f := range list {
			for k := range labels {
				own[i][k] += t.weights[f][k]
			}
		}
	}
	move := func(i, j, k int) float64 {
		if i == 0 {
			j = outside
		}
		if i == 0 && !allowed(-1, k) || i > 0 && !allowed(j, k) {
			return math.Inf(-1)
		}
		return t.moves[j][k]
	}
	forward, backward := make([][labels]float64, n), make([][labels]float64, n)
	for i := range n {
		for k := range labels {
			if i == 0 {
				forward[i][k] = move(0, 0, k) + own[i][k]
				continue
			}
			var terms [labels]float64
			for j := range labels {
				terms[j] = forward[i-1][j] + move(i, j, k)
			}
			forward[i][k] = logSum(terms) + own[i][k]
		}
	}
	for i := n - 2; i >= 0; i-- {
		for j := range labels {
			var terms [labels]float64
			for k := range labels {
				terms[k] = move(i+1, j, k) + own[i+1][k] + backward[i+1][k]
			}
			backward[i][j] = logSum(terms)
		}
	}
	total := logSum(forward[n-1])
	for i := range n {
		var gradient [labels]float64
		for k := range labels {
			gradient[k] = -math.Exp(forward[i][k] + backward[i][k] - total)
		}
		gradient[s.labels[i]]++
		for _, f := range s.features[i] {
			t.touch(f)
			for k := range labels {
				t.update(&t.weights[f][k], &t.squares[f][k], gradient[k])
			}
		}
		for j := range labels {
			if i == 0 && j != outside {
				continue
			}
			for k := range labels {
				m := move(i, j, k)
				if math.IsInf(m, -1) {
					continue
				}
				before := 0.0
				if i > 0 {
					before = forward[i-1][j]
				}
				g := -math.Exp(before + m + own[i][k] + backward[i][k] - total)
				was := outside
				if i > 0 {
					was = int(s.labels[i-1])
				}
				if j == was && k == int(s.labels[i]) {
					g++
				}
				t.update(&t.moves[j][k], &t.movesSq[j][k], g)
			}
		}
	}
}

// addMoves adds the transitions to their sum.
func (t *learner) addMoves() {
	for j := range labels {
		for k := range labels {
			t.movesSum[j][k] += t.moves[j][k]
		}
	}
}

func (t *learner) update(w, square *float64, gradient float64) {
	g := gradient - t.how.Ridge**w
	*square += float64(g * g)
	*w += float64(t.how.Rate * g / math.Sqrt(1e-8+*square))
}

func logSum(terms [labels]float64) float64 {
	most := math.Inf(-1)
	for _, v := range terms {
		most = math.Max(most, v)
	}
	if math.IsInf(most, -1) {
		return most
	}
	sum := 0.0
	for _, v := range terms {
		sum += math.Exp(v - most)
	}
	return most + math.Log(sum)
}

// file is the model in whole numbers.
func (t *learner) file() []byte {
	most := 0.0
	for _, w := range t.weights {
		for _, v := range w {
			most = math.Max(most, math.Abs(v))
		}
	}
	scale := most / 127
	weights := make(map[uint64][labels]int8, len(t.names))
	order := make([]int, len(t.names))
	for i, w := range t.weights {
		var q [labels]int8
		for k, v := range w {
			q[k] = int8(math.Round(v / scale))
		}
		weights[t.names[i]] = q
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		return importance(t.weights[order[a]])*math.Sqrt(float64(t.counts[order[a]])) > importance(t.weights[order[b]])*math.Sqrt(float64(t.counts[order[b]]))
	})
	names := make([]uint64, len(order))
	for i, k := range order {
		names[i] = t.names[k]
	}
	var moves [labels][labels]float32
	for i := range moves {
		for k := range moves[i] {
			moves[i][k] = float32(t.moves[i][k])
		}
	}
	return appendModel(nil, float32(scale), moves, names, weights)
}

func importance(w [labels]float64) float64 {
	sum := 0.0
	for _, v := range w {
		sum += v * v
	}
	return math.Sqrt(sum)
}
