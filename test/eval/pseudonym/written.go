package main

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/webchatagent/wca/internal/pseudonym"
)

// The texts were written for this project by people who had not read its rules.
//
//go:embed testdata/written_de.jsonl testdata/written_en.jsonl
var writtenFiles embed.FS

// writtenSets are the files, each with the region of the bot that reads it.
var writtenSets = []struct{ name, region string }{{"de", "DE"}, {"en", "US"}}

// writtenText is one of them, with the values in the order in which they stand.
type writtenText struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Values []struct {
		Type string `json:"type"`
		Text string `json:"text"`
	} `json:"values"`
}

// half says which half of the set a text belongs to.
func (w writtenText) half() int {
	h := fnv.New32a()
	h.Write([]byte(w.ID))
	if h.Sum32()>>8%2 == 1 {
		return report
	}
	return tuning
}

// example finds the places of the values.
func (w writtenText) example() (example, error) {
	x := example{text: w.Text}
	from := 0
	for _, v := range w.Values {
		at := strings.Index(w.Text[from:], v.Text)
		if at < 0 {
			return example{}, fmt.Errorf("%s: %q does not stand in the text, or not in this order", w.ID, v.Text)
		}
		start := from + at
		from = start + len(v.Text)
		x.values = append(x.values, value{start: start, end: from, kind: v.Type})
	}
	return x, nil
}

// readWritten reads a file of texts into halves.
func readWritten(name string) (halves [2][]example, err error) {
	file, err := writtenFiles.Open("testdata/written_" + name + ".jsonl")
	if err != nil {
		return halves, fmt.Errorf("opening the texts: %w", err)
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var w writtenText
		if err := json.Unmarshal(lines.Bytes(), &w); err != nil {
			return halves, fmt.Errorf("reading a text of %s: %w", name, err)
		}
		x, err := w.example()
		if err != nil {
			return halves, err
		}
		halves[w.half()] = append(halves[w.half()], x)
	}
	return halves, lines.Err()
}

// written measures on texts that follow no generator.
func written(verbose bool) error {
	for _, set := range writtenSets {
		texts, err := readWritten(set.name)
		if err != nil {
			return err
		}
		f := pseudonym.New(pseudonym.Options{Region: set.region})
		var scores [2]score
		for half := range scores {
			var show func(what, part string, x example)
			if verbose && half == tuning {
				show = func(what, part string, x example) { fmt.Printf("%s: %q in %q\n", what, part, x.text) }
			}
			scores[half] = measure(f, texts[half], show)
		}
		fmt.Printf("\n### Structured types, texts written by people who had not read the rules: %s\n\n", set.name)
		fmt.Print("| type | cases tuning | recall | precision | cases report | recall | precision |\n|---|---|---|---|---|---|---|\n")
		for _, t := range pseudonym.Types() {
			a, b := of(scores[tuning], t), of(scores[report], t)
			if a.gold+b.gold+a.found+b.found > 0 {
				fmt.Printf("| %s | %d | %s | %s | %d | %s | %s |\n", strings.ToLower(string(t)), a.gold, a.recall(), a.precision(), b.gold, b.recall(), b.precision())
			}
		}
		a, b := scores[tuning].clean, scores[report].clean
		fmt.Printf("| all | %d | %s | %s | %d | %s | %s |\n", a.gold, a.recall(), a.precision(), b.gold, b.recall(), b.precision())
		fmt.Printf("\nTexts without personal data altered: %d of %d (tuning), %d of %d (report).\n", scores[tuning].altered, scores[tuning].texts, scores[report].altered, scores[report].texts)
	}
	return nil
}

// of gives what was counted for a type: its values, and what was found as it.
func of(s score, t pseudonym.Type) tally {
	gold, found := count(s.kinds, string(t)), count(s.types, t)
	return tally{gold: gold.gold, hit: gold.hit, found: found.found, right: found.right}
}
