package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

// takenOut asks each question that a site answers once more where nothing of the site says the answer. Unlike the
// questions that a site does not answer, these are put like those that it does: what tells them apart is the site alone.
func takenOut(ctx context.Context, folders, tuning []string, verbose bool) error {
	desk, closed, err := openDesk(ctx)
	if err != nil {
		return err
	}
	sites := make([][]gap, len(folders))
	failed := make([]error, len(folders))
	var all sync.WaitGroup
	turns := make(chan struct{}, runtime.NumCPU())
	for i, folder := range folders {
		all.Go(func() {
			turns <- struct{}{}
			defer func() { <-turns }()
			sites[i], failed[i] = desk.gaps(ctx, folder)
		})
	}
	all.Wait()
	if err := errors.Join(append(failed, closed())...); err != nil {
		return err
	}
	fmt.Print("\n### With the answer taken out\n\n",
		"Each question that a site answers, asked where its sentences, rows and items that say the answer are missing.\n\n",
		"| part | questions | refused | refused, with what comes nearest | answered, not as sure | answered as sure | with it in place: answered, not as sure | of these rightly | answered as sure | of these rightly |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for _, part := range parts {
		var gaps []gap
		for i, folder := range folders {
			if (part == "tuning") == slices.Contains(tuning, filepath.Base(folder)) {
				gaps = append(gaps, sites[i]...)
			}
		}
		fmt.Printf("| %s | %s |\n", part, sumOf(gaps))
		if verbose && part == "tuning" {
			for _, g := range gaps {
				g.print()
			}
		}
	}
	return nil
}

// gap is a question of a site that lacks the answer.
type gap struct {
	site  string
	asked trial.Case
	whole trial.Answer // where the answer stands
	said  trial.Answer // where it does not
}

// outcome is what became of a question.
type outcome int

const (
	refused outcome = iota
	nearest         // refused, but what comes nearest is shown
	unsure
	sure
	outcomes
)

// Openings of refusals that show something, and of answers that are not given as sure, in German and English.
var (
	nearestLead = []string{"Eine sichere Antwort darauf", "I did not find a sure answer"}
	unsureLead  = []string{"Das könnte Ihre Frage beantworten", "This may answer your question"}
)

func outcomeOf(a trial.Answer) outcome {
	opens := func(leads []string) bool {
		return slices.ContainsFunc(leads, func(lead string) bool { return strings.Contains(a.Text, lead) })
	}
	switch {
	case a.Refused && opens(nearestLead):
		return nearest
	case a.Refused:
		return refused
	case opens(unsureLead):
		return unsure
	}
	return sure
}

func (g *gap) print() {
	became := [outcomes]string{"refused", "nearest", "unsure", "sure"}[outcomeOf(g.said)]
	fmt.Printf("  %s %.2f (%s) %s [%s]\n    %s\n", became, g.said.Evidence, g.site, g.asked.Question, g.asked.Text, strings.ReplaceAll(g.said.Text, "\n", "\n    "))
}

func sumOf(gaps []gap) string {
	var out, whole, rightly [outcomes]int
	for i := range gaps {
		g := &gaps[i]
		out[outcomeOf(g.said)]++
		became := outcomeOf(g.whole)
		whole[became]++
		if trial.Holds(g.whole.Text, g.asked.Text) {
			rightly[became]++
		}
	}
	share := func(n, of int) string { return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(max(of, 1))) }
	cells := []string{fmt.Sprint(len(gaps))}
	for _, n := range out {
		cells = append(cells, share(n, len(gaps)))
	}
	for _, o := range []outcome{unsure, sure} {
		cells = append(cells, share(whole[o], len(gaps)), share(rightly[o], whole[o]))
	}
	return strings.Join(cells, " | ")
}

// desk is where a bot without a model answers from any index.
type desk struct {
	app *app.App
	bot bot.Bot
}

func openDesk(ctx context.Context) (d desk, closed func() error, err error) {
	dir, err := os.MkdirTemp("", "wca-taken-out-")
	if err != nil {
		return d, nil, err
	}
	c, err := config.Load(config.Sources{Flags: map[string]string{"data": dir}})
	if err != nil {
		return d, nil, err
	}
	if d.app, err = app.Open(ctx, c, app.Options{Log: slog.New(slog.DiscardHandler)}); err != nil {
		return d, nil, err
	}
	w, _, err := d.app.Keys.FirstStart(ctx)
	if err != nil {
		return d, nil, err
	}
	d.bot, err = d.app.NewBot(ctx, w.ID, "taken out")
	return d, func() error { return errors.Join(d.app.Close(), os.RemoveAll(dir)) }, err
}

// only is the index of all bots.
type only struct{ index *retrieve.Index }

// Index implements conversation.Indexes.
func (o only) Index(context.Context, bot.Bot) (*retrieve.Index, error) { return o.index, nil }

// gaps asks the questions of a site that lose their answer.
func (d desk) gaps(ctx context.Context, folder string) (out []gap, err error) {
	f, err := os.Open(filepath.Join(folder, "questions.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cases, err := trial.Read(f)
	if err != nil {
		return nil, err
	}
	site, err := material.ReadSite(filepath.Base(folder))
	if err != nil {
		return nil, err
	}
	whole := retrieve.Build(site.Passages(), retrieve.Options{})
	for _, c := range cases {
		if c.Text == "" {
			continue
		}
		rest, ok := site.Without(c.Text)
		if !ok {
			continue
		}
		g := gap{site: filepath.Base(folder), asked: c}
		if g.whole, err = d.ask(ctx, whole, c.Question); err != nil {
			return nil, err
		}
		if g.said, err = d.ask(ctx, retrieve.Build(rest, retrieve.Options{}), c.Question); err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, nil
}

// ask gives the answer from an index.
func (d desk) ask(ctx context.Context, index *retrieve.Index, question string) (trial.Answer, error) {
	beside := d.app.Desk.Unkept()
	beside.Indexes = only{index}
	var failure error
	m, err := beside.Answer(ctx, conversation.Question{Bot: d.bot, Text: question, Language: bot.Languages[0], Channel: "eval"}, func(e conversation.Event) error {
		if e.Kind == conversation.Failure {
			failure = e.Err
		}
		return nil
	})
	return trial.Answer{Text: m.Text, Refused: m.Refused, Evidence: m.Trace.Evidence}, errors.Join(err, failure)
}
