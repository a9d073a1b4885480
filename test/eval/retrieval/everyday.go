package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
)

//go:embed testdata/everyday.de.txt testdata/everyday.en.txt
var everydayFiles embed.FS

// everydayCorpus reads texts and questions written for this project; testdata/NOTICE
// describes the form.
func everydayCorpus(lang string) (corpus, error) {
	var c corpus
	data, err := everydayFiles.ReadFile("testdata/everyday." + lang + ".txt")
	if err != nil {
		return c, err
	}
	topic := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			topic = line[2:]
		case strings.HasPrefix(line, "? "):
			c.items = append(c.items, item{question: line[2:], relevant: len(c.passages) - 1, article: len(c.passages) - 1, tuning: tuningHalf(topic)})
		default:
			c.passages = append(c.passages, retrieve.Passage{ID: topic, Document: topic, Text: line})
			c.article = append(c.article, len(c.passages)-1)
		}
	}
	return c, nil
}

// everyday measures the everyday questions, among their own passages and among
// those of the other language as well.
func everyday(string) error {
	var rows []string
	de, err := everydayCorpus("de")
	if err != nil {
		return err
	}
	en, err := everydayCorpus("en")
	if err != nil {
		return err
	}
	for _, m := range []struct {
		name      string
		asked, in corpus
	}{{"de", de, de}, {"en", en, en}, {"de → en", de, en}, {"en → de", en, de}} {
		h := ranks(retrieve.Build(m.in.passages, retrieve.Options{}), m.asked, m.in)
		rows = append(rows, fmt.Sprintf("%s | %d | tuning (%d) | %s", m.name, len(m.in.passages), h.tuning.n, h.tuning),
			fmt.Sprintf("%s | %d | report (%d) | %s", m.name, len(m.in.passages), h.report.n, h.report))
	}
	table("Everyday questions (few words in common with the answer)", "questions → passages | passages | half | R@1 | R@5 | MRR@10", rows)
	return nil
}
