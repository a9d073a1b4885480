package retrieve

import (
	"fmt"
	"slices"

	"github.com/webchatagent/wca/internal/passage"
)

const (
	// sameTopic is how alike, on average, the questions of two groups are if they are about the same: 1
	// is as alike as a question is to itself. It was chosen on half of Banking77's intents
	// (test/eval/retrieval).
	sameTopic = 0.35
	// candidatesInGroups is how many questions one is compared with closely.
	candidatesInGroups = 200
)

// Group puts questions about the same together and gives their numbers, the largest groups first and in
// each the question first that is most like the others. It takes quadratic time and memory: a few
// thousand questions are fine.
func Group(questions []Question) [][]int {
	alike := likeness(questions)
	groups := linked(alike)
	for _, g := range groups {
		putCentralFirst(g, alike)
	}
	slices.SortStableFunc(groups, func(a, b []int) int { return len(b) - len(a) })
	return groups
}

// likeness compares all questions with each other, as a search among them would.
func likeness(questions []Question) [][]float32 {
	passages := make([]passage.Passage, len(questions))
	for i, q := range questions {
		id := fmt.Sprint(i)
		passages[i] = passage.Passage{ID: id, Document: id, Text: q.Text, Language: q.Language}
	}
	rank := defaultRanking()
	rank.Weights[signalLanguage], rank.Weights[signalFact] = 0, 0
	rank.Candidates = candidatesInGroups
	ix := Build(passages, Options{ranking: &rank})
	s := newScratch(ix)
	out := make([][]float32, len(questions))
	for i := range out {
		out[i] = make([]float32, len(questions))
	}
	for i, q := range questions {
		query := Query{Text: q.Text, Language: q.Language}
		ix.rankAll(ix.parse(query), query, s, 0)
		var own float32
		for _, c := range s.candidates {
			if int(c.doc) == i {
				own = c.score
			}
		}
		if own <= 0 {
			continue
		}
		for _, c := range s.candidates {
			if v := min(1, c.score/own) / 2; int(c.doc) != i && v > 0 {
				out[i][c.doc] += v
				out[c.doc][i] += v
			}
		}
	}
	return out
}

// linked joins the two groups that are most alike on average until none are alike enough (average
// linkage, Sokal and Michener 1958).
func linked(between [][]float32) [][]int {
	n := len(between)
	alike := make([][]float32, n)
	for i := range alike {
		alike[i] = slices.Clone(between[i])
	}
	groups := make([][]int, n)
	best := make([]int, n)
	for i := range groups {
		groups[i] = []int{i}
	}
	find := func(i int) {
		best[i] = -1
		for j := range alike {
			if j != i && groups[j] != nil && alike[i][j] >= sameTopic && (best[i] < 0 || alike[i][j] > alike[i][best[i]]) {
				best[i] = j
			}
		}
	}
	for i := range groups {
		find(i)
	}
	for {
		a := -1
		for i := range groups {
			if groups[i] != nil && best[i] >= 0 && (a < 0 || alike[i][best[i]] > alike[a][best[a]]) {
				a = i
			}
		}
		if a < 0 {
			break
		}
		b := best[a]
		na, nb := float32(len(groups[a])), float32(len(groups[b]))
		for k := range alike {
			alike[a][k] = (na*alike[a][k] + nb*alike[b][k]) / (na + nb)
			alike[k][a] = alike[a][k]
		}
		groups[a], groups[b] = append(groups[a], groups[b]...), nil
		for i := range groups {
			if groups[i] != nil && (i == a || best[i] == a || best[i] == b || best[i] >= 0 && alike[i][a] > alike[i][best[i]]) {
				find(i)
			}
		}
	}
	return slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
}

// putCentralFirst moves the question that is most like the others of its group to the front.
func putCentralFirst(group []int, alike [][]float32) {
	best, most := 0, float32(-1)
	for k, i := range group {
		var sum float32
		for _, j := range group {
			sum += alike[i][j]
		}
		if sum > most {
			best, most = k, sum
		}
	}
	group[0], group[best] = group[best], group[0]
}
