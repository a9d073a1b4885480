package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/webchatagent/wca/internal/passage"
)

// judged is a sentence of an answer, passages of a firm's website, and whether they support it.
type judged struct {
	ID        int
	Language  string // of the sentence
	Source    string // language of the passages
	Kind      string // of what was changed, or of how it is put
	Passages  []string
	Answer    string
	Supported string // "yes" or "no"
}

// firms measures sentences about passages of firms' websites, with what they say changed a little or put
// otherwise. Even ids are for tuning, odd ones for the report.
func firms() error {
	files, err := filepath.Glob(filepath.Join("test", "eval", "support", "testdata", "*.jsonl"))
	if err != nil {
		return fmt.Errorf("looking for judged sentences: %w", err)
	}
	fmt.Print("\nSentences as models write them about passages of firms' websites, written for this project: put otherwise than in the passages, or with a number, day, condition, name or the like changed. SHOW=1 prints what goes wrong in the tuning half.\n\n")
	fmt.Println("| set | sentence → passages | half | sentences | right ones that pass | wrong ones that are caught |")
	fmt.Println("|---|---|---|---|---|---|")
	for _, file := range files {
		all, err := judgements(file)
		if err != nil {
			return err
		}
		for half, name := range []string{"tuning", "report"} {
			for _, pair := range [][2]string{{"de", "de"}, {"en", "en"}, {"en", "de"}, {"de", "en"}} {
				measureFirms(filepath.Base(file), all, pair, half, name)
			}
		}
	}
	return nil
}

func judgements(file string) ([]judged, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading judged sentences: %w", err)
	}
	var out []judged
	for line := range bytes.Lines(data) {
		var j judged
		if err := json.Unmarshal(line, &j); err != nil {
			return nil, fmt.Errorf("reading %s: %w", file, err)
		}
		out = append(out, j)
	}
	return out, nil
}

func measureFirms(set string, all []judged, pair [2]string, half int, name string) {
	var right, passed, wrong, caught int
	for _, j := range all {
		if j.ID%2 != half || j.Language != pair[0] || j.Source != pair[1] {
			continue
		}
		var passages []passage.Passage
		for i, text := range j.Passages {
			passages = append(passages, passage.Passage{ID: fmt.Sprint(i), Document: fmt.Sprint(i), Text: text, Language: j.Source})
		}
		v := checker(passages, j.Language).Sentence(j.Answer)
		fits := v.Supported
		if j.Supported == "yes" {
			right++
			if fits {
				passed++
			}
		} else {
			wrong++
			if fits = !v.Supported; fits {
				caught++
			}
		}
		if !fits && half == 0 && os.Getenv("SHOW") != "" {
			fmt.Printf("- %d %s: %s %s %.2f %s\n", j.ID, j.Supported, j.Kind, v.Reason, v.Share, j.Answer)
		}
	}
	if right+wrong > 0 {
		fmt.Printf("| %s | %s → %s | %s | %d | %s | %s |\n", set, pair[0], pair[1], name, right+wrong, percent(passed, right), percent(caught, wrong))
	}
}
