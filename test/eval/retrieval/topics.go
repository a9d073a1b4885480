package main

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/webchatagent/wca/internal/retrieve"
)

// topics measures how questions are grouped: customer questions to a bank, whose intents are known.
// Every second intent was looked at while the threshold was chosen.
func topics(data string) error {
	file, err := os.Open(filepath.Join(data, "banking77", "test.csv"))
	if err != nil {
		return err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return fmt.Errorf("reading the bank's questions: %w", err)
	}
	var intents []string
	for _, row := range rows[1:] {
		if !slices.Contains(intents, row[1]) {
			intents = append(intents, row[1])
		}
	}
	var out []string
	for half, name := range []string{"tuning", "report"} {
		for _, each := range []int{3, 10} { // questions per intent
			var questions []retrieve.Question
			var of []int
			taken := map[string]int{}
			random := rand.New(rand.NewPCG(1, uint64(half)))
			for _, i := range random.Perm(len(rows) - 1) {
				row := rows[1+i]
				k := slices.Index(intents, row[1])
				if k%2 != half || taken[row[1]] == each {
					continue
				}
				taken[row[1]]++
				questions, of = append(questions, retrieve.Question{Text: row[0], Language: "en"}), append(of, k)
			}
			groups := retrieve.Group(questions)
			precision, recall := bCubed(groups, of)
			out = append(out, fmt.Sprintf("%s | %d | %d | %.3f | %.3f | %.3f", name, len(questions), len(groups), precision, recall, 2*precision*recall/(precision+recall)))
		}
	}
	table("Questions grouped by topic, Banking77 (B-cubed)", "half | questions | groups | precision | recall | F1", out)
	return nil
}

// bCubed compares a grouping with the true one, element by element (Bagga and Baldwin 1998).
func bCubed(groups [][]int, of []int) (precision, recall float64) {
	size := map[int]int{}
	for _, k := range of {
		size[k]++
	}
	for _, g := range groups {
		same := map[int]int{}
		for _, i := range g {
			same[of[i]]++
		}
		for _, n := range same {
			precision += float64(n*n) / float64(len(g))
		}
		for k, n := range same {
			recall += float64(n*n) / float64(size[k])
		}
	}
	return precision / float64(len(of)), recall / float64(len(of))
}
