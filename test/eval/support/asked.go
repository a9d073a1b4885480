package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify"
	"github.com/webchatagent/wca/test/eval/material"
)

// asked is a question to one of the invented sites for tuning, and sentences as a model answers it, right and wrong ones.
type asked struct {
	Site, Language, Question string
	Right, Wrong             []string
}

// askedSites measures sentences of answers to questions, each against what is found for its question. The 1st, 3rd …
// question is for tuning, the others for the report.
func askedSites() error {
	file := filepath.Join("test", "eval", "support", "testdata", "asked", "sites.jsonl")
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("opening answers to questions: %w", err)
	}
	defer f.Close()
	var all []asked
	for decoder := json.NewDecoder(f); decoder.More(); {
		var a asked
		if err := decoder.Decode(&a); err != nil {
			return fmt.Errorf("reading %s: %w", file, err)
		}
		all = append(all, a)
	}
	fmt.Print("\nSentences as a model answers questions to the invented sites for tuning, each against what is found for its question. Their writer had seen parts of the rules by which they are judged.\n\n")
	fmt.Println("| half | sentence → site | questions | right ones that pass | wrong ones that are caught |")
	fmt.Println("|---|---|---|---|---|")
	sites := map[string][]passage.Passage{}
	for half, name := range []string{"tuning", "report"} {
		for _, pair := range [][2]string{{"de", "de"}, {"en", "en"}, {"en", "de"}, {"de", "en"}} {
			var n exchanged
			questions := 0
			for i, a := range all {
				if i%2 != half || a.Language != pair[0] || a.Site[:2] != pair[1] {
					continue
				}
				if sites[a.Site] == nil {
					if sites[a.Site], err = material.SitePassages(a.Site); err != nil {
						return err
					}
				}
				questions++
				n.answers(a, sites[a.Site], half == 0 && os.Getenv("SHOW") != "")
			}
			fmt.Printf("| %s | %s → %s | %d | %s | %s |\n", name, pair[0], pair[1], questions, percent(n.passed, n.own), percent(n.caught, n.others))
		}
	}
	return nil
}

// answers judges the sentences of an answer.
func (n *exchanged) answers(a asked, passages []passage.Passage, show bool) {
	index := retrieve.Build(passages, retrieve.Options{})
	g, ok := index.Ground(retrieve.Query{Text: a.Question, K: 6})
	if !ok && show {
		fmt.Printf("- nothing found: %s\n", a.Question)
	}
	c := verify.New(index, g.Hits, verify.Said{Visitor: []string{a.Question}}, a.Language)
	for right, sentences := range map[bool][]string{true: a.Right, false: a.Wrong} {
		for _, s := range sentences {
			v := c.Sentence(s)
			n.count(v, right)
			if show && v.Supported != right {
				fmt.Printf("- %s, %v: %s %s %.2f\n", a.Site, right, s, v.Reason, v.Share)
			}
		}
	}
}
