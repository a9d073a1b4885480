package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
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
			c.passages = append(c.passages, passage.Passage{ID: topic, Document: topic, Text: line})
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
	table("Everyday questions to a site with half of the texts", "site | answerable | unanswerable | answered at 10 % false answers | answered as set | false answers as set",
		append(refusingEveryday("de", de), refusingEveryday("en", en)...))
	return nil
}

// refusingEveryday asks sites with one half of the texts about the other half, too.
func refusingEveryday(lang string, c corpus) (rows []string) {
	for half, name := range map[bool]string{true: "tuning", false: "report"} {
		var own []passage.Passage
		for _, p := range c.passages {
			if tuningHalf(p.Document) == half {
				own = append(own, p)
			}
		}
		ix := retrieve.Build(own, retrieve.Options{})
		var with, without []retrieve.Results
		for _, it := range c.items {
			if r := ix.Search(retrieve.Query{Text: it.question, K: 6}); it.tuning == half {
				with = append(with, r)
			} else {
				without = append(without, r)
			}
		}
		rows = append(rows, lang+", "+name+" | "+refusal(with, without))
	}
	slices.Sort(rows)
	return rows
}
