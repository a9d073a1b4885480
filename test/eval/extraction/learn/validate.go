package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// validate learns on four fifths of the pages and measures on the rest, for each
// fifth, and prints what several limits of the odds give, and how far the chances
// are from what is content.
func validate(pages []example, o options) {
	const folds = 5
	limits := []float64{0, 0.3, 0.4, 0.45, 0.5, 0.6} // chance of the likeliest piece below which a page that promises few words has no content
	type sum struct{ n, f1, p, r float64 }
	byKind := map[string][]sum{}
	var kinds []string
	note := func(kind string, k int, p, r float64) {
		if byKind[kind] == nil {
			byKind[kind] = make([]sum, len(limits)+1)
			kinds = append(kinds, kind)
		}
		s := &byKind[kind][k]
		s.n++
		s.p += p
		s.r += r
		if p+r > 0 {
			s.f1 += 2 * p * r / (p + r)
		}
	}
	loss := 0.0
	for fold := range folds {
		var train, test []example
		for i, p := range pages {
			if i%folds == fold {
				test = append(test, p)
			} else {
				train = append(train, p)
			}
		}
		j := teach(train, o, 3)
		for _, p := range test {
			if p.kind == snippets {
				continue
			}
			scores := j.odds(p)
			group := "wcxb"
			if p.kind == "news" {
				group = "news"
			}
			for i, sc := range scores {
				loss += p.weight[i] * (math.Log1p(math.Exp(-sc))*p.label[i] + math.Log1p(math.Exp(sc))*(1-p.label[i]))
			}
			for k := range len(limits) + 1 {
				limit := 0.0
				if k < len(limits) {
					limit = bestLimit(p, scores, 1.2)
					if top := slices.Max(append(scores, -9)); 1/(1+math.Exp(-top)) < limits[k] && promised(p, scores) < 50 {
						limit = math.Inf(1)
					}
				}
				precision, recall := measure(p, func(i int) bool {
					if k == len(limits) {
						return p.label[i] >= 0.5 // what perfect choice would give
					}
					return scores[i] >= limit
				})
				note(group, k, precision, recall)
				if group == "wcxb" {
					note(p.kind, k, precision, recall)
					if len(p.gold) > 0 {
						note("with content", k, precision, recall)
					} else {
						note("without content", k, precision, recall)
					}
				}
			}
		}
	}
	slices.Sort(kinds)
	fmt.Printf("loss %.2f\n", loss)
	for _, kind := range kinds {
		fmt.Printf("%-14s", kind)
		for k, s := range byKind[kind] {
			name := "best"
			if k < len(limits) {
				name = fmt.Sprint(limits[k])
			}
			fmt.Printf(" | %s: %.3f %.3f %.3f", name, s.f1/s.n, s.p/s.n, s.r/s.n)
		}
		fmt.Println()
	}
}

// promised is how many words of content the odds promise.
func promised(p example, scores []float64) float64 {
	sum := 0.0
	for i, s := range scores {
		sum += float64(len(p.words[i])) / (1 + math.Exp(-s))
	}
	return sum
}

// measure compares what is kept, repetitions left out as the program does.
func measure(p example, keep func(int) bool) (precision, recall float64) {
	left := map[string]int{}
	for _, w := range p.gold {
		left[w]++
	}
	told := map[string]bool{}
	shared, got := 0, 0
	for i, ws := range p.words {
		if !keep(i) {
			continue
		}
		if text := p.pieces[i].Text; len(text) > 40 {
			if told[text] {
				continue
			}
			told[text] = true
		}
		for _, w := range ws {
			got++
			if left[w] > 0 {
				left[w]--
				shared++
			}
		}
	}
	switch {
	case got == 0 && len(p.gold) == 0:
		return 1, 1
	case got == 0 || len(p.gold) == 0:
		return 0, 0
	}
	return float64(shared) / float64(got), float64(shared) / float64(len(p.gold))
}

// bestLimit is the one that promises the best F measure if the odds are right.
func bestLimit(p example, scores []float64, beta float64) float64 {
	order := make([]int, len(scores))
	expected := 0.0
	for i, s := range scores {
		order[i] = i
		expected += float64(len(p.words[i])) / (1 + math.Exp(-s))
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	best, limit := 0.0, math.Inf(1)
	hit, taken := 0.0, 0.0
	b2 := beta * beta
	for _, i := range order {
		w := float64(len(p.words[i]))
		hit += w / (1 + math.Exp(-scores[i]))
		taken += w
		if f := (1 + b2) * hit / (taken + b2*expected); f > best {
			best, limit = f, scores[i]
		}
	}
	return limit
}
