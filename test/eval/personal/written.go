package main

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

// The texts were written for this project by people who had not read its rules.
//
//go:embed testdata/written_*.jsonl
var writtenFiles embed.FS

// writtenSets are the files, each with the region of the bot that reads it.
var writtenSets = []struct {
	name, region string
	unseen       bool // nobody who works on the rules has looked at it
}{
	{name: "de", region: "DE"}, {name: "en", region: "US"}, {name: "de2", region: "DE"}, {name: "en2", region: "US"}, {name: "de3", region: "DE"}, {name: "en3", region: "US"},
	{name: "de4", region: "DE"}, {name: "en4", region: "US"},
	{name: "de5", region: "DE"}, {name: "en5", region: "US"},
	{name: "de6", region: "DE"}, {name: "en6", region: "US"},
	{name: "de7", region: "DE"}, {name: "en7", region: "US"},
	{name: "de8", region: "DE"}, {name: "en8", region: "US"},
	{name: "de9", region: "DE"}, {name: "en9", region: "US"},
	{name: "de10", region: "DE"}, {name: "en10", region: "US"},
	{name: "de11", region: "DE"}, {name: "en11", region: "US"},
	{name: "de12", region: "DE"}, {name: "en12", region: "US"},
	{name: "de13", region: "DE"}, {name: "en13", region: "US"},
	{name: "de14", region: "DE"}, {name: "en14", region: "US", unseen: true},
	{name: "de15", region: "DE"}, {name: "en15", region: "US"},
	{name: "de16", region: "DE"}, {name: "en16", region: "US", unseen: true},
	{name: "de17", region: "DE"}, {name: "en17", region: "US", unseen: true},
	{name: "de18", region: "DE"}, {name: "en18", region: "US"},
}

// unmarked are types that are not marked in the texts: what is found of them there is neither right nor wrong.
var unmarked = []personal.Type{personal.Username, personal.Device, personal.VIN, personal.Wallet}

// writtenText is one of them, with the values in the order in which they stand.
type writtenText struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Values []struct {
		Type string `json:"type"`
		Text string `json:"text"`
	} `json:"values"`
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

// readWritten reads a file of texts.
func readWritten(name string) (texts []example, err error) {
	file, err := writtenFiles.Open("testdata/written_" + name + ".jsonl")
	if err != nil {
		return nil, fmt.Errorf("opening the texts: %w", err)
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var w writtenText
		if err := json.Unmarshal(lines.Bytes(), &w); err != nil {
			return nil, fmt.Errorf("reading a text of %s: %w", name, err)
		}
		x, err := w.example()
		if err != nil {
			return nil, err
		}
		texts = append(texts, x)
	}
	return texts, lines.Err()
}

// written measures on texts that follow no generator.
func written(verbose bool) error {
	for _, set := range writtenSets {
		texts, err := readWritten(set.name)
		if err != nil {
			return err
		}
		var show func(what, part string, x example)
		if verbose && !set.unseen {
			show = func(what, part string, x example) { fmt.Printf("%s: %q in %q\n", what, part, x.text) }
		}
		seen := measure(personal.New(personal.Options{Region: set.region, Year: writtenIn, Off: unmarked}), texts, show)
		state := "looked at since"
		if set.unseen {
			state = "not looked at yet"
		}
		fmt.Printf("\n### Structured types, written by people who had not read the rules, %s: %s\n\n", state, set.name)
		fmt.Print("| type | cases | recall | precision |\n|---|---|---|---|\n")
		for _, t := range personal.Types() {
			if of := seen.of(t); of.gold+of.found > 0 {
				fmt.Printf("| %s | %d | %s | %s |\n", strings.ToLower(string(t)), of.gold, of.recall(), of.precision())
			}
		}
		fmt.Printf("| all | %d | %s | %s |\n", seen.clean.gold, seen.clean.recall(), seen.clean.precision())
		fmt.Printf("\nTexts without personal data altered: %d of %d.\n", seen.altered, seen.texts)
	}
	return nil
}

// of gives what was counted for a type: its values, and what was found as it.
func (s score) of(t personal.Type) tally {
	gold, found := count(s.kinds, string(t)), count(s.types, t)
	return tally{gold: gold.gold, hit: gold.hit, found: found.found, right: found.right}
}
