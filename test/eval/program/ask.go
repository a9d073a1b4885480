package program

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/trial"
)

// Teach makes a bot that knows some files and folders.
func (p *Program) Teach(ctx context.Context, bot string, paths ...string) error {
	if _, err := p.Run(ctx, "bot", "create", bot); err != nil {
		return err
	}
	_, err := p.Run(ctx, append([]string{"ingest", "--bot", bot}, paths...)...)
	return err
}

// Evaluate asks a bot the questions of a file, which are in the form that `wca eval` reads.
func (p *Program) Evaluate(ctx context.Context, bot, questions string) (r trial.Report, err error) {
	out, err := p.Run(ctx, "eval", "--bot", bot, "--json", questions)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal(out, &r); err != nil {
		return r, fmt.Errorf("reading the report on %s: %w", bot, err)
	}
	return r, nil
}

// Ask asks a bot questions that stand in no file.
func (p *Program) Ask(ctx context.Context, bot string, cases []trial.Case) (r trial.Report, err error) {
	var lines bytes.Buffer
	for _, c := range cases {
		if err := json.NewEncoder(&lines).Encode(c); err != nil {
			return r, fmt.Errorf("writing a question: %w", err)
		}
	}
	questions := filepath.Join(p.dir, "questions.jsonl")
	if err := os.WriteFile(questions, lines.Bytes(), 0o600); err != nil {
		return r, fmt.Errorf("writing questions: %w", err)
	}
	return p.Evaluate(ctx, bot, questions)
}

// ReadApart does the work of the process in which files are read, where an evaluation was begun as such by itself, and
// ends that; else it does nothing. An evaluation that reads files calls it first.
func ReadApart() {
	if len(os.Args) < 2 || os.Args[1] != "extract-child" {
		return
	}
	if err := extract.ServeChild(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}
