package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/test/eval/material"
)

// quoting measures the answer without a model: whether the best sentence, or one of the best three,
// holds the answer that people gave.
func quoting(data string) error {
	var rows []string
	for _, lang := range []string{"de", "en"} {
		articles, err := readSquadFile(xquadFile(data, lang))
		if err != nil {
			return err
		}
		c := chunks(articles, lang, 50)
		ix := retrieve.Build(c.passages, retrieve.Options{})
		var n, one, three [2]int
		for _, it := range c.items {
			if it.relevant < 0 {
				continue
			}
			query := retrieve.Query{Text: it.question, K: 6}
			half := 0
			if !it.tuning {
				half = 1
			}
			n[half]++
			for i, q := range ix.Quote(ix.Search(query), 3) {
				if strings.Contains(strings.ToLower(q.Text), strings.ToLower(it.gold)) {
					if i == 0 {
						one[half]++
					}
					three[half]++
					break
				}
			}
		}
		for half, name := range []string{"tuning", "report"} {
			rows = append(rows, fmt.Sprintf("%s | %s | %s | %s", lang, name, percent(one[half], n[half]), percent(three[half], n[half])))
		}
	}
	table("Sentences quoted, XQuAD: they hold the answer", "language | half | best sentence | best three", rows)
	return nil
}

// refusing measures what is answered where the answer is in the sources and where it is not: off
// the topic (questions about other articles), and on it (SQuAD 2).
func refusing(data string) error {
	var rows []string
	for _, lang := range []string{"de", "en"} {
		articles, err := readSquadFile(xquadFile(data, lang))
		if err != nil {
			return err
		}
		c := chunks(articles, lang, 50)
		var own []passage.Passage
		for i, p := range c.passages {
			if c.article[i]%2 == 0 {
				own = append(own, p)
			}
		}
		for _, bare := range []bool{false, true} {
			name := "off-topic"
			if bare { // as in languages that the table does not know
				name += ", without the table"
			}
			ix := retrieve.Build(own, retrieve.Options{WithoutTable: bare})
			var with, without []retrieve.Results
			for _, it := range c.items {
				r := ix.Search(retrieve.Query{Text: it.question, K: 6})
				if it.article%2 == 0 {
					with = append(with, r)
				} else {
					without = append(without, r)
				}
			}
			rows = append(rows, "XQuAD "+lang+", "+name+" | "+refusal(with, without))
		}
	}
	for _, pair := range [][2]string{{"de", "en"}, {"en", "de"}} {
		with, without, err := refusingAcross(data, pair[0], pair[1])
		if err != nil {
			return err
		}
		for half, name := range []string{"tuning", "report"} {
			rows = append(rows, fmt.Sprintf("XQuAD %s → %s, off-topic, %s | %s", pair[0], pair[1], name, refusal(with[half], without[half])))
		}
	}
	for _, lang := range []string{"de", "en"} {
		articles, err := readSquadFile(xquadFile(data, lang))
		if err != nil {
			return err
		}
		with, without := smallSites(chunks(articles, lang, 50))
		for half, name := range []string{"tuning", "report"} {
			rows = append(rows, "XQuAD "+lang+", sites of one article, "+name+" | "+refusal(with[half], without[half]))
		}
	}
	articles, err := readGzipped(filepath.Join(data, "squad2", "squad2.json.gz"))
	if err != nil {
		return err
	}
	c := chunks(articles, "en", 50)
	ix := retrieve.Build(c.passages, retrieve.Options{})
	var with, without []retrieve.Results
	for _, it := range c.items {
		r := ix.Search(retrieve.Query{Text: it.question, K: 6})
		if it.relevant >= 0 {
			with = append(with, r)
		} else {
			without = append(without, r)
		}
	}
	rows = append(rows, "SQuAD 2, same topic | "+refusal(with, without))
	table("Refusing what the sources do not answer", "set | answerable | unanswerable | answered at 10 % false answers | answered as set | false answers as set", rows)
	return nil
}

// refusingAcross asks every second article of one language, by halves, what the questions in another
// language on these and on the other articles ask.
func refusingAcross(data, from, to string) (with, without [2][]retrieve.Results, err error) {
	asked, err := readSquadFile(xquadFile(data, from))
	if err != nil {
		return with, without, err
	}
	articles, err := readSquadFile(xquadFile(data, to))
	if err != nil {
		return with, without, err
	}
	c := chunks(articles, to, 50)
	var own []passage.Passage
	for i, p := range c.passages {
		if c.article[i]%2 == 0 {
			own = append(own, p)
		}
	}
	ix := retrieve.Build(own, retrieve.Options{})
	for _, it := range chunks(asked, from, 50).items {
		half := 1
		if it.tuning {
			half = 0
		}
		r := ix.Search(retrieve.Query{Text: it.question, K: 6})
		if it.article%2 == 0 {
			with[half] = append(with[half], r)
		} else {
			without[half] = append(without[half], r)
		}
	}
	return with, without, nil
}

// smallSites asks sites that hold nothing but one article questions about it, and as many about
// others: most firms' sites are small, and what is rare on them is not what is rare in a language.
func smallSites(c corpus) (with, without [2][]retrieve.Results) {
	byArticle := map[int][]passage.Passage{}
	for i, p := range c.passages {
		byArticle[c.article[i]] = append(byArticle[c.article[i]], p)
	}
	articles := slices.Sorted(maps.Keys(byArticle))
	sites := map[int]*retrieve.Index{}
	for _, a := range articles {
		sites[a] = retrieve.Build(byArticle[a], retrieve.Options{})
	}
	for i, it := range c.items {
		half := 1
		if it.tuning {
			half = 0
		}
		query := retrieve.Query{Text: it.question, K: 6}
		with[half] = append(with[half], sites[it.article].Search(query))
		for step := 1 + i%7; ; step++ { // an article of the same half
			other := articles[(slices.Index(articles, it.article)+step)%len(articles)]
			if k := slices.IndexFunc(c.items, func(x item) bool { return x.article == other }); other != it.article && c.items[k].tuning == it.tuning {
				without[half] = append(without[half], sites[other].Search(query))
				break
			}
		}
	}
	return with, without
}

func refusal(with, without []retrieve.Results) string {
	var off []float64
	falsely, answered, atTen := 0, 0, 0
	for _, r := range without {
		off = append(off, r.Evidence)
		if r.Enough {
			falsely++
		}
	}
	slices.Sort(off)
	threshold := off[len(off)*9/10]
	for _, r := range with {
		if r.Enough {
			answered++
		}
		if r.Evidence > threshold {
			atTen++
		}
	}
	return fmt.Sprintf("%d | %d | %s | %s | %s", len(with), len(without), percent(atTen, len(with)), percent(answered, len(with)), percent(falsely, len(without)))
}

func readGzipped(path string) ([]article, error) {
	content, err := material.Read(path)
	if err != nil {
		return nil, err
	}
	return readSquad(content)
}

// others measures two sets of other kinds: long passages with questions from a search engine, and
// questions of public bodies with their answers.
func others(data string) error {
	var rows []string
	var clap corpus
	for _, name := range []string{"clapnq_answerable.jsonl", "clapnq_unanswerable.jsonl"} {
		err := eachLine(filepath.Join(data, "clapnq", name), func(line []byte) error {
			var x struct {
				Input    string
				Passages []struct{ Title, Text string }
			}
			if err := json.Unmarshal(line, &x); err != nil || len(x.Passages) == 0 {
				return err
			}
			it := item{question: x.Input, relevant: -1}
			if strings.Contains(name, "_answerable") {
				it.relevant = len(clap.passages)
			}
			clap.items = append(clap.items, it)
			for i, p := range x.Passages {
				clap.passages = append(clap.passages, passage.Passage{ID: fmt.Sprint(len(clap.passages), i), Document: fmt.Sprint(len(clap.passages)), Title: p.Title, Text: p.Text, Language: "en"})
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	h := ranks(retrieve.Build(clap.passages, retrieve.Options{}), clap, clap)
	rows = append(rows, fmt.Sprintf("ClapNQ, question → passage | %d | %s", len(clap.passages), h.report))
	for _, lang := range []string{"de", "en"} {
		var faq corpus
		err := eachLine(filepath.Join(data, "covid-faq", "faq.jsonl"), func(line []byte) error {
			var x struct{ Question, Answer, Lang string }
			if err := json.Unmarshal(line, &x); err != nil || x.Lang != lang {
				return err
			}
			faq.items = append(faq.items, item{question: x.Question, relevant: len(faq.passages)})
			faq.passages = append(faq.passages, passage.Passage{ID: fmt.Sprint(len(faq.passages)), Document: fmt.Sprint(len(faq.passages)), Text: x.Answer, Language: lang})
			return nil
		})
		if err != nil {
			return err
		}
		h := ranks(retrieve.Build(faq.passages, retrieve.Options{}), faq, faq)
		rows = append(rows, fmt.Sprintf("COVID FAQ %s, question → answer | %d | %s", lang, len(faq.passages), h.report))
	}
	table("Other sets, nothing of them looked at", "set | passages | R@1 | R@5 | MRR@10", rows)
	return nil
}

func eachLine(path string, do func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return eachLineOf(file, path, do)
}

func eachZippedLine(path string, do func(line []byte) error) error {
	content, err := material.Read(path)
	if err != nil {
		return err
	}
	return eachLineOf(bytes.NewReader(content), path, do)
}

func eachLineOf(r io.Reader, path string, do func(line []byte) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		if err := do(lines.Bytes()); err != nil {
			return fmt.Errorf("reading %s: %w", path, err)
		}
	}
	return lines.Err()
}
