package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

// A question whose answer stands on no page of its site measures nothing: whoever answers it is counted as wrong.
func TestEveryAnswerStandsOnAPageOfItsSite(t *testing.T) {
	files, err := filepath.Glob("testdata/*/questions.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no sites:", err)
	}
	for _, file := range files {
		said, err := material.SiteSays(filepath.Dir(file))
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		cases, err := trial.Read(f)
		f.Close()
		if err != nil {
			t.Fatal(file, err)
		}
		for _, c := range cases {
			for cell := range strings.SplitSeq(c.Text, "|") {
				if !trial.Holds(said, cell) {
					t.Errorf("%s, question %s: %q stands on no page", file, c.ID, cell)
				}
			}
		}
	}
}

func TestTypedQuestionsAreOfASiteOfTheirPart(t *testing.T) {
	t.Chdir("../../..")
	tuning, err := material.TuningSites()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range parts {
		questions, err := readTyped(part)
		if err != nil || len(questions) == 0 {
			t.Fatal("no questions:", err)
		}
		for _, q := range questions {
			folder := filepath.Join(material.SiteFolder, q.Site)
			if slices.Contains(tuning, q.Site) != (part == "tuning") {
				t.Errorf("%s asks %s, which is of the other part", part, q.Site)
			}
			if q.Question == "" || q.Original == "" || q.Manner == "" || q.Refuse == (q.Text != "" || q.Document != "") {
				t.Errorf("%s: a question about %s is not whole", part, q.Site)
			}
			said, err := material.SiteSays(folder)
			if err != nil {
				t.Fatal(err)
			}
			for cell := range strings.SplitSeq(q.Text, "|") {
				if !trial.Holds(said, cell) {
					t.Errorf("%s about %s: %q stands on no page", part, q.Site, cell)
				}
			}
		}
	}
}
