// Command real asks the program itself, as an operator would run it, about collections of web pages that others have
// published, some 25 of one subject each: forums, manuals, shops, news, with all that stands around their text. It
// prints a Markdown table.
//
// The pages are read from the public sets in the folder that WCA_SHARED names (default ../shared); without them a line
// says so. The questions were written by somebody who had not seen the program. Those of testdata/tuning may be looked
// at; of testdata/report only the sums.
//
//	go run ./test/eval/real [-v]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
	"github.com/webchatagent/wca/test/eval/program"
)

func main() {
	verbose := flag.Bool("v", false, "print what became of the questions for tuning")
	only := flag.String("only", "", "ask about this collection only")
	flag.Parse()
	if err := run(context.Background(), *verbose, *only); err != nil {
		fmt.Fprintln(os.Stderr, "real:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, verbose bool, only string) error {
	fmt.Print("## Web pages as they are\n\n",
		"Collections of pages that others have published; the built-in answers, no model. \"Page\" is where the answer\n",
		"stands, \"rightly\" says that it is cited and that the text expected stands in the answer.\n\n")
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = "../shared"
	}
	shared = filepath.Join(shared, "data")
	wca, err := program.New(ctx)
	if err != nil {
		return err
	}
	defer wca.Close()
	var lines []string
	for _, part := range parts {
		all, err := read(part)
		if err != nil {
			return err
		}
		var total count
		for _, c := range all {
			if only != "" && c.Name != only {
				continue
			}
			outcomes, err := c.ask(ctx, wca, shared)
			if errors.Is(err, fs.ErrNotExist) {
				fmt.Printf("(skipped: %v)\n", err)
				return nil
			}
			if err != nil {
				return err
			}
			of := c.count(outcomes)
			total.add(of)
			lines = append(lines, of.row(c.Name, part))
			if verbose && part == "tuning" {
				c.tell(outcomes)
			}
		}
		lines = append(lines, total.row("all", part))
	}
	fmt.Print("| collection | part | page first | page among 5 passages | its answer, too | answered | answered rightly | rightly, or as what comes nearest | refused rightly |\n",
		"|---|---|---|---|---|---|---|---|---|\n", strings.Join(lines, ""))
	return nil
}

// ask makes a bot of a collection and asks it the questions, those with an answer twice: what is expected is once the page
// and once the page with the answer.
func (c *collection) ask(ctx context.Context, wca *program.Program, shared string) ([]trial.Outcome, error) {
	folder := filepath.Join(wca.Folder(), c.Name)
	if err := c.unpack(shared, filepath.Join(folder, "pages")); err != nil {
		return nil, err
	}
	if err := wca.Teach(ctx, c.Name, filepath.Join(folder, "pages")); err != nil {
		return nil, err
	}
	report, err := wca.Ask(ctx, c.Name, c.cases())
	return report.Outcomes, err
}

// unpack writes the pages of a collection into a folder, as they were published.
func (c *collection) unpack(shared, folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("making a folder for pages: %w", err)
	}
	for _, p := range c.Pages {
		body, err := material.Read(p.File(shared))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, p.Name()), body, 0o600); err != nil {
			return fmt.Errorf("writing a page: %w", err)
		}
	}
	return nil
}
