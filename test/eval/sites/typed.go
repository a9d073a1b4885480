package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/program"
)

// typedFolder holds questions of the sites as visitors type them, tuning.jsonl and report.jsonl: lower case, with
// slips, in dialect, as keywords, behind a story. They were written by somebody who saw neither the program nor its answers.
const typedFolder = "test/eval/sites/typed"

// typed is a question as somebody typed it, beside the one it was made of.
type typed struct {
	Site, Original, Question, Manner, Document, Text string
	Refuse                                           bool
}

// readTyped reads the questions of a part.
func readTyped(part string) (out []typed, err error) {
	file, err := os.Open(filepath.Join(typedFolder, part+".jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var q typed
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, fmt.Errorf("reading %s: %w", file.Name(), err)
		}
		out = append(out, q)
	}
	return out, lines.Err()
}

// manners counts what became of typed questions and of those they were made of, by how they are typed.
type manners map[string]*came

type came struct{ answerable, original, answered, without, originalRefused, refused int }

// ask asks a bot the questions of its site in both forms.
func (m manners) ask(ctx context.Context, wca *program.Program, site string, all []typed) error {
	var cases []trial.Case
	var of []typed
	for _, q := range all {
		if q.Site != site {
			continue
		}
		for _, question := range []string{q.Original, q.Question} {
			cases = append(cases, trial.Case{Question: question, Document: q.Document, Text: q.Text, Refuse: q.Refuse})
		}
		of = append(of, q)
	}
	if len(of) == 0 {
		return nil
	}
	report, err := wca.Ask(ctx, site, cases)
	if err != nil {
		return err
	}
	for i, q := range of {
		for _, manner := range []string{q.Manner, "all"} {
			m.of(manner).add(q.Refuse, report.Outcomes[2*i].Right, report.Outcomes[2*i+1].Right)
		}
	}
	return nil
}

func (m manners) of(manner string) *came {
	if m[manner] == nil {
		m[manner] = new(came)
	}
	return m[manner]
}

func (o *came) add(refuse, original, typed bool) {
	one := map[bool]int{true: 1}
	if refuse {
		o.without, o.originalRefused, o.refused = o.without+1, o.originalRefused+one[original], o.refused+one[typed]
		return
	}
	o.answerable, o.original, o.answered = o.answerable+1, o.original+one[original], o.answered+one[typed]
}

// print prints a part's table, the sum last.
func (m manners) print(part string) {
	var names []string
	for name := range m {
		if name != "all" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range append(names, "all") {
		o := m.of(name)
		fmt.Printf("| %s | %s | %s | %s | %s | %s |\n", name, part, ratio(o.original, o.answerable), ratio(o.answered, o.answerable),
			ratio(o.originalRefused, o.without), ratio(o.refused, o.without))
	}
}

func ratio(part, all int) string { return fmt.Sprintf("%d of %d", part, all) }
