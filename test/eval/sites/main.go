// Command sites asks the program itself, as an operator would run it, about whole websites of small
// firms that were written for this project: how many of the questions are answered, how many rightly,
// and how many of those refused that the site does not answer. Then it asks those that are answered once more with the
// answer taken out of the site. It prints Markdown tables.
//
// Each folder of testdata is a site: its pages and questions.jsonl, in the form that `wca eval` reads.
//
//	go run ./test/eval/sites [-v] [-takenout]
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
	"github.com/webchatagent/wca/test/eval/program"
)

func main() {
	verbose := flag.Bool("v", false, "print what went wrong on the sites for tuning")
	out := flag.Bool("takenout", false, "ask with the answers taken out only")
	flag.Parse()
	if err := run(context.Background(), *verbose, *out); err != nil {
		fmt.Fprintln(os.Stderr, "sites:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, verbose, out bool) error {
	questions, err := filepath.Glob(filepath.Join(material.SiteFolder, "*", "questions.jsonl"))
	if err != nil {
		return err
	}
	folders := make([]string, len(questions))
	for i, q := range questions {
		folders[i] = filepath.Dir(q)
	}
	// The sites that were looked at while weights and words were chosen, and from which the trees of the
	// evidence are grown; the others are reported.
	tuning, err := material.TuningSites()
	if err != nil {
		return err
	}
	if !out {
		if err := asked(ctx, folders, tuning, verbose); err != nil {
			return err
		}
	}
	return takenOut(ctx, folders, tuning, verbose)
}

// asked asks the program all questions of all sites.
func asked(ctx context.Context, folders, tuning []string, verbose bool) error {
	wca, err := program.New(ctx)
	if err != nil {
		return err
	}
	defer wca.Close()
	fmt.Print("## Whole sites of small firms\n\n",
		"Invented firms; the built-in answers, no model. \"Rightly\" says that the text expected stands in the answer.\n\n",
		"| site | part | R@1 | R@5 | answered | answered rightly | rightly, or as what comes nearest | refused rightly |\n|---|---|---|---|---|---|---|---|\n")
	sums, asTyped, byManner := map[string]*sum{}, map[string][]typed{}, map[string]manners{}
	for _, part := range parts {
		if asTyped[part], err = readTyped(part); err != nil {
			return err
		}
		byManner[part] = manners{}
	}
	for _, folder := range folders {
		name := filepath.Base(folder)
		part := "report"
		if slices.Contains(tuning, name) {
			part = "tuning"
		}
		report, err := ask(ctx, wca, folder, name)
		if err != nil {
			return err
		}
		if sums[part] == nil {
			sums[part] = &sum{}
		}
		sums[part].add(report)
		fmt.Printf("| %s | %s | %s |\n", name, part, figures(report))
		if verbose && part == "tuning" {
			wrong(report)
		}
		if err := byManner[part].ask(ctx, wca, name, asTyped[part]); err != nil {
			return err
		}
	}
	for _, part := range parts {
		if s := sums[part]; s != nil {
			fmt.Printf("| all | %s | %s |\n", part, figures(s.mean()))
		}
	}
	fmt.Print("\n### The same asked as visitors type it\n\n",
		"140 questions of each part in another manner, beside the questions they were made of.\n\n",
		"| manner | part | answered rightly as it was | as typed | refused rightly as it was | as typed |\n|---|---|---|---|---|---|\n")
	for _, part := range parts {
		byManner[part].print(part)
	}
	return nil
}

// parts are those of the sites: the ones that may be looked at, and the others.
var parts = []string{"tuning", "report"}

// ask makes a bot of a folder and asks it its questions.
func ask(ctx context.Context, wca *program.Program, folder, name string) (r trial.Report, err error) {
	pages, err := material.SitePages(folder)
	if err != nil {
		return r, err
	}
	if err := wca.Teach(ctx, name, pages...); err != nil {
		return r, err
	}
	return wca.Evaluate(ctx, name, filepath.Join(folder, "questions.jsonl"))
}

func figures(r trial.Report) string {
	return fmt.Sprintf("%.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %%", 100*r.RecallAt1, 100*r.RecallAt5, 100*r.Answered, 100*r.Correct, 100*r.Shown, 100*r.Refused)
}

func wrong(r trial.Report) {
	for _, o := range r.Outcomes {
		if !o.Right {
			fmt.Printf("  rank %d, refused %v: %s\n    %s\n", o.Rank, o.Refused, o.Question, strings.ReplaceAll(o.Answer, "\n", "\n    "))
		}
	}
}

// sum adds up sites, which all have as many questions of each kind.
type sum struct {
	n     float64
	total trial.Report
}

func (s *sum) add(r trial.Report) {
	s.n++
	s.total.RecallAt1 += r.RecallAt1
	s.total.RecallAt5 += r.RecallAt5
	s.total.Answered += r.Answered
	s.total.Correct += r.Correct
	s.total.Shown += r.Shown
	s.total.Refused += r.Refused
}

func (s *sum) mean() trial.Report {
	r := s.total
	r.RecallAt1 /= s.n
	r.RecallAt5 /= s.n
	r.Answered /= s.n
	r.Correct /= s.n
	r.Shown /= s.n
	r.Refused /= s.n
	return r
}
