package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// dialogue is what somebody asked last in a conversation of MT-RAG-UN, what was said before, and
// which passages answer it; none where nothing does.
type dialogue struct {
	earlier  []string // questions, oldest first
	question string
	relevant []int
	kind     string // "follow-up", "clarification" or "new"
	tuning   bool
}

// subject is the question that the conversation began with.
func (d *dialogue) subject() string {
	if len(d.earlier) > 0 {
		return d.earlier[0]
	}
	return d.question
}

// readDialogues gives the dialogues and the passages of all of them.
func readDialogues(data string) (all []dialogue, passages []passage.Passage, err error) {
	number := map[string]int{}
	err = eachZippedLine(filepath.Join(data, "mtrag-un", "reference.jsonl.gz"), func(line []byte) error {
		var x struct {
			Conversation string `json:"conversation_id"`
			Contexts     []struct {
				Document    string `json:"document_id"`
				Title, Text string
			}
			Input      []struct{ Speaker, Text string }
			Answerable []string `json:"answerability"`
			Kind       []string `json:"Multi-Turn"`
		}
		if err := json.Unmarshal(line, &x); err != nil {
			return err
		}
		d := dialogue{tuning: tuningHalf(x.Conversation), kind: "new"}
		if len(x.Kind) > 0 && x.Kind[0] != "N/A" {
			d.kind = strings.ToLower(x.Kind[0])
		}
		for _, turn := range x.Input {
			if turn.Speaker == "user" {
				d.earlier = append(d.earlier, turn.Text)
			}
		}
		d.question, d.earlier = d.earlier[len(d.earlier)-1], d.earlier[:len(d.earlier)-1]
		for _, c := range x.Contexts {
			n, ok := number[c.Document]
			if !ok {
				n = len(passages)
				number[c.Document] = n
				passages = append(passages, passage.Passage{ID: c.Document, Document: c.Document, Title: c.Title, Text: c.Text, Language: "en"})
			}
			if x.Answerable[0] == "ANSWERABLE" || x.Answerable[0] == "PARTIAL" {
				d.relevant = append(d.relevant, n)
			}
		}
		all = append(all, d)
		return nil
	})
	return all, passages, err
}

// dialogues measures follow-up questions: what is found for the last question alone, with what the
// conversation lends it, and for all questions at once.
func dialogues(data string) error {
	all, passages, err := readDialogues(data)
	if err != nil {
		return err
	}
	ix := retrieve.Build(passages, retrieve.Options{})
	var rows []string
	for _, mode := range []struct {
		name  string
		query func(d dialogue) retrieve.Query
	}{
		{"the question alone", func(d dialogue) retrieve.Query { return retrieve.Query{Text: d.question} }},
		{"in its conversation", func(d dialogue) retrieve.Query { return retrieve.Query{Text: d.question, Context: d.earlier} }},
		{"all questions as one", func(d dialogue) retrieve.Query {
			return retrieve.Query{Text: strings.Join(append(d.earlier, d.question), "\n")}
		}},
	} {
		for _, kind := range []string{"follow-up", "clarification"} {
			var h halves
			for _, d := range all {
				if len(d.relevant) == 0 || d.kind != kind {
					continue
				}
				query := mode.query(d)
				query.K = 10
				hits := ix.Search(query).Hits
				best := 0
				for _, n := range d.relevant {
					if r := rankOf(hits, &passages[n]); r > 0 && (best == 0 || r < best) {
						best = r
					}
				}
				h.add(d.tuning, best)
			}
			rows = append(rows, fmt.Sprintf("%s | %s | tuning (%d) | %s", mode.name, kind, h.tuning.n, h.tuning), fmt.Sprintf("%s | %s | report (%d) | %s", mode.name, kind, h.report.n, h.report))
		}
	}
	table(fmt.Sprintf("Follow-up questions, MT-RAG-UN, %d passages", len(passages)), "searched for | kind | half | R@1 | R@5 | MRR@10", rows)
	return nil
}

// changes measures everyday questions asked after two about other things: what was said before must
// not lead astray.
func changes(string) error {
	var rows []string
	for _, lang := range []string{"de", "en"} {
		c, err := everydayCorpus(lang)
		if err != nil {
			return err
		}
		ix := retrieve.Build(c.passages, retrieve.Options{})
		var alone, after halves
		for i, it := range c.items {
			query := retrieve.Query{Text: it.question, K: 10}
			alone.add(it.tuning, rankOf(ix.Search(query).Hits, &c.passages[it.relevant]))
			for _, step := range []int{17, 29, 41} {
				before, last := c.items[(i+step)%len(c.items)], c.items[(i+2*step)%len(c.items)]
				query := retrieve.Query{Text: it.question, Context: []string{before.question, last.question}, K: 10}
				after.add(it.tuning, rankOf(ix.Search(query).Hits, &c.passages[it.relevant]))
			}
		}
		rows = append(rows, fmt.Sprintf("%s alone | tuning | %s", lang, alone.tuning), fmt.Sprintf("%s alone | report | %s", lang, alone.report),
			fmt.Sprintf("%s after others | tuning | %s", lang, after.tuning), fmt.Sprintf("%s after others | report | %s", lang, after.report))
	}
	table("Everyday questions after two about other things", "asked | half | R@1 | R@5 | MRR@10", rows)
	return nil
}
