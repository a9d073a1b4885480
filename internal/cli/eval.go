package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/trial"
)

const evalHelp = `Asks a bot its test questions and sums up how well they were found and answered. The file has one
JSON object a line; nothing of the conversations is kept:

  {"question": "Wann haben Sie samstags auf?", "document": "/oeffnungszeiten"}
  {"question": "What does an inspection cost?", "text": "59"}
  {"question": "Who won the world cup in 2014?", "refuse": true}

What the figures say, each from 0 to 1, and better the higher:

  recall@5            the right passage is among the first five found
  MRR@10              how far up it stands: 1 first, 0.5 second, 0.33 third …
  answered            questions that have an answer got one
  correct             the answer cites the right document and says the expected text
  shown               the same, counting what a refusal quotes as coming nearest, too
  refused rightly     questions without an answer were not answered
  supported sentences sentences of a model that the sources back; "–" without a model

--save keeps a report, --baseline compares with one; the exit code is 1 if a figure fell by more than --tolerance;
then a --save into the --baseline leaves it as it was.`

func (c *command) eval() *cobra.Command {
	var name, save, baseline string
	var tolerance float64
	var asJSON, verbose bool
	cmd := &cobra.Command{
		Use: "eval FILE", Short: "Ask a bot its test questions and sum up; exit code 1 when it got worse than before",
		Long: evalHelp,
		Args: args(cobra.ExactArgs(1), "wca eval --bot shop questions.jsonl --save before.json"),
		RunE: func(cmd *cobra.Command, given []string) error {
			if !(tolerance >= 0 && tolerance <= 1) {
				return usageError{fmt.Errorf("--tolerance lies between 0 and 1, it is not %v", tolerance)}
			}
			cases, err := readCases(given[0])
			if err != nil {
				return usageError{err}
			}
			var before *trial.Report
			if baseline != "" {
				if before, err = readReport(baseline); err != nil {
					return usageError{err}
				}
			}
			if err := canSave(save, given[0]); err != nil { // what takes minutes must not be lost at its end
				return usageError{err}
			}
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				report, err := trial.Run(cmd.Context(), tried{a.Desk.Unkept(), b}, cases, nil)
				if err != nil {
					return err
				}
				if asJSON {
					err = json.NewEncoder(c.out).Encode(report)
				} else {
					err = c.printReport(report, before, verbose)
				}
				var worse error
				if before != nil {
					worse = c.compare(report, *before, baseline, tolerance)
				}
				switch {
				case save == "":
				case worse != nil && sameFile(save, baseline): // else the next comparison would find all well
					c.hint("%s stays as it was.\n", save)
				default:
					err = errors.Join(err, keepReport(save, report))
				}
				return errors.Join(err, worse)
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().StringVar(&save, "save", "", "keep the report in this file")
	cmd.Flags().StringVar(&baseline, "baseline", "", "compare with the report in this file")
	cmd.Flags().Float64Var(&tolerance, "tolerance", 0.02, "how far a figure may fall")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the questions that went wrong")
	return cmd
}

// canSave says why a report cannot be saved in a file; nil where it can, or none is named.
func canSave(file, questions string) error {
	if file == "" {
		return nil
	}
	if info, err := os.Stat(filepath.Dir(file)); err != nil || !info.IsDir() {
		return fmt.Errorf("--save: there is no folder %s", filepath.Dir(file))
	}
	if sameFile(file, questions) {
		return fmt.Errorf("--save: the report would replace the questions in %s", file)
	}
	return nil
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// compare fails where a report is worse than the one kept in a file.
func (c *command) compare(report, before trial.Report, file string, tolerance float64) error {
	if !report.SameQuestions(before) {
		c.hint("%s is about other questions: the figures can be compared only in part.\n", file)
	}
	if worse := report.Worse(before, tolerance); len(worse) > 0 {
		return fmt.Errorf("worse than %s: %s", file, strings.Join(worse, "; "))
	}
	return nil
}

func readCases(path string) ([]trial.Case, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	cases, err := trial.Read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return cases, nil
}

func keepReport(path string, r trial.Report) error {
	data, err := json.MarshalIndent(r, "", "  ")
	if err == nil {
		err = os.WriteFile(path, append(data, '\n'), 0o600)
	}
	if err != nil {
		return fmt.Errorf("keeping the report: %w", err)
	}
	return nil
}

func readReport(path string) (*trial.Report, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var r trial.Report
	if err := json.Unmarshal(data, &r); err != nil || r.Cases == 0 {
		return nil, fmt.Errorf("%s is no report of wca eval --save", path)
	}
	return &r, nil
}

func (c *command) printReport(r trial.Report, before *trial.Report, verbose bool) error {
	t := c.table()
	fmt.Fprintf(t, "questions\t%d\t\n", r.Cases)
	if r.Failed > 0 {
		fmt.Fprintf(t, "failed\t%d\t\n", r.Failed)
	}
	for i, f := range r.Figures() {
		value, was := figure(f), ""
		if before != nil {
			was = "was " + figure(before.Figures()[i])
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", f.Name, value, was)
	}
	if err := t.Flush(); err != nil || !verbose {
		return err
	}
	for _, o := range r.Outcomes {
		switch {
		case o.Error != "":
			fmt.Fprintf(c.out, "%s: %s\n  %s\n", o.ID, o.Question, o.Error)
		case !o.Right:
			fmt.Fprintf(c.out, "%s: %s\n  place %d, refused %v: %s\n", o.ID, o.Question, o.Rank, o.Refused, strings.Join(strings.Fields(o.Answer), " "))
		}
	}
	return nil
}

func figure(f trial.Figure) string {
	switch {
	case f.Value < 0:
		return "–"
	case f.Quality:
		return fmt.Sprintf("%.3f", f.Value)
	}
	return fmt.Sprintf("%.1f", f.Value)
}

// tried is a bot of this instance.
type tried struct {
	desk *conversation.Desk
	bot  bot.Bot
}

// Search implements trial.Bot.
func (t tried) Search(ctx context.Context, c trial.Case, k int) ([]trial.Found, error) {
	results, err := t.desk.Search(ctx, t.bot, retrieve.Query{Text: c.Question, Language: c.Language, K: k})
	if err != nil {
		return nil, err
	}
	var found []trial.Found
	for _, h := range results.Hits {
		found = append(found, trial.Found{Document: h.Passage.Address, Text: h.Text()})
	}
	return found, nil
}

// Ask implements trial.Bot.
func (t tried) Ask(ctx context.Context, c trial.Case) (trial.Answer, error) {
	language := c.Language
	if language == "" {
		language = bot.Languages[0]
	}
	var failure error
	m, err := t.desk.Answer(ctx, conversation.Question{Bot: t.bot, Text: c.Question, Language: language, Channel: "eval"}, func(e conversation.Event) error {
		if e.Kind == conversation.Failure {
			failure = e.Err
		}
		return nil
	})
	if err = errors.Join(err, failure); err != nil {
		return trial.Answer{}, err
	}
	a := trial.Answer{Text: m.Text, Refused: m.Refused, Claims: m.Trace.Claims, Supported: m.Trace.Supported, Evidence: m.Trace.Evidence}
	for _, cited := range m.Citations {
		a.Cited = append(a.Cited, cited.Document)
	}
	return a, nil
}
