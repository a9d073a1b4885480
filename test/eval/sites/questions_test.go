package main

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

var (
	unseen = regexp.MustCompile(`(?s)<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>`)
	tag    = regexp.MustCompile(`<[^>]*>`)
)

// A question whose answer stands on no page of its site measures nothing: whoever answers it is counted as wrong.
func TestEveryAnswerStandsOnAPageOfItsSite(t *testing.T) {
	files, err := filepath.Glob("testdata/*/questions.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no sites:", err)
	}
	for _, file := range files {
		said := everythingSaid(t, filepath.Dir(file))
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
			said := everythingSaid(t, folder)
			for cell := range strings.SplitSeq(q.Text, "|") {
				if !trial.Holds(said, cell) {
					t.Errorf("%s about %s: %q stands on no page", part, q.Site, cell)
				}
			}
		}
	}
}

// everythingSaid is the text of all pages of a folder, with and without spaces where tags stand.
func everythingSaid(t *testing.T, folder string) string {
	pages, err := material.SitePages(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, page := range pages {
		body, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		text := unseen.ReplaceAllString(string(body), "")
		for _, between := range []string{"", " "} {
			all.WriteString(strings.ReplaceAll(html.UnescapeString(tag.ReplaceAllString(text, between)), "\u00ad", "") + "\n")
		}
	}
	return all.String()
}
