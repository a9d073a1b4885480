package main

import (
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// score sums up ranks.
type score struct {
	n          int
	r1, r5     int
	reciprocal float64
}

// add counts a question whose answer was found at rank (from 1; 0: not within
// the first ten).
func (s *score) add(rank int) {
	s.n++
	if rank == 1 {
		s.r1++
	}
	if rank >= 1 && rank <= 5 {
		s.r5++
	}
	if rank >= 1 {
		s.reciprocal += 1 / float64(rank)
	}
}

func (s score) String() string {
	if s.n == 0 {
		return "– | – | –"
	}
	return fmt.Sprintf("%s | %s | %.3f", percent(s.r1, s.n), percent(s.r5, s.n), s.reciprocal/float64(s.n))
}

func percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(part)/float64(whole))
}

// halves keeps the questions weights were tuned on apart from those reported.
type halves struct{ tuning, report score }

func (h *halves) add(tuning bool, rank int) {
	if tuning {
		h.tuning.add(rank)
	} else {
		h.report.add(rank)
	}
}

// rankOf is the place of a passage among the first ten hits, from 1, or 0.
func rankOf(hits []retrieve.Result, passage *passage.Passage) int {
	for i := range hits {
		if hits[i].Passage == passage {
			return i + 1
		}
		for _, n := range hits[i].Neighbours {
			if n == passage {
				return i + 1
			}
		}
	}
	return 0
}

// ranks measures questions of asked against the index of in; the two are
// parallel, so that a question of one language may be asked of another.
func ranks(ix *retrieve.Index, asked, in corpus) halves {
	var h halves
	for i, it := range asked.items {
		if it.relevant < 0 || in.items[i].relevant < 0 {
			continue
		}
		r := ix.Search(retrieve.Query{Text: it.question, K: 10})
		h.add(it.tuning, rankOf(r.Hits, &in.passages[in.items[i].relevant]))
	}
	return h
}

// table prints a Markdown table.
func table(title string, header string, rows []string) {
	fmt.Printf("\n### %s\n\n| %s |\n|%s\n", title, header, strings.Repeat("---|", strings.Count(header, "|")+1))
	for _, r := range rows {
		fmt.Printf("| %s |\n", r)
	}
}
