package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/webchatagent/wca/internal/retrieve"
)

func xquadFile(data, lang string) string {
	return filepath.Join(data, "xquad", "xquad."+lang+".json")
}

// xquad measures German on German and English on English, whole paragraphs and
// pieces of at most 50 words, these alone and in their paragraphs.
func xquad(data string) error {
	var rows []string
	for _, set := range []struct {
		name     string
		size     int
		together bool
		noTable  bool // as in languages that the table does not know
	}{{"paragraphs", 0, false, false}, {"≤ 50 words", 50, false, false}, {"≤ 50 words, in their paragraphs", 50, true, false}, {"≤ 50 words, without the table", 50, false, true}} {
		for _, lang := range []string{"de", "en"} {
			articles, err := readSquadFile(xquadFile(data, lang))
			if err != nil {
				return err
			}
			c := pieces(articles, lang, set.size, set.together)
			h := ranks(retrieve.Build(c.passages, retrieve.Options{WithoutTable: set.noTable}), c, c)
			rows = append(rows, fmt.Sprintf("%s %s | %d | tuning | %s", lang, set.name, len(c.passages), h.tuning),
				fmt.Sprintf("%s %s | %d | report | %s", lang, set.name, len(c.passages), h.report))
		}
	}
	table("XQuAD", "set | passages | half | R@1 | R@5 | MRR@10", rows)
	return nil
}

// crossLingual asks German questions of the English text and the reverse.
func crossLingual(data string) error {
	var rows []string
	for _, pair := range [][2]string{{"de", "en"}, {"en", "de"}} {
		from, err := readSquadFile(xquadFile(data, pair[0]))
		if err != nil {
			return err
		}
		to, err := readSquadFile(xquadFile(data, pair[1]))
		if err != nil {
			return err
		}
		asked, in := chunks(from, pair[0], 50), chunks(to, pair[1], 50)
		h := ranks(retrieve.Build(in.passages, retrieve.Options{}), asked, in)
		rows = append(rows, fmt.Sprintf("%s → %s | tuning | %s", pair[0], pair[1], h.tuning),
			fmt.Sprintf("%s → %s | report | %s", pair[0], pair[1], h.report))
	}
	table("Question in one language, pieces of at most 50 words in the other", "direction | half | R@1 | R@5 | MRR@10", rows)
	return nil
}

// bilingual asks a text that is there in two languages, as many sites are, but every other article of it in the
// other language only: of the first a visitor wants what he can read, of the second that it is found at all.
func bilingual(data string) error {
	var rows []string
	for _, pair := range [][2]string{{"de", "en"}, {"en", "de"}} {
		var asked, other corpus
		for i, c := range []*corpus{&asked, &other} {
			articles, err := readSquadFile(xquadFile(data, pair[i]))
			if err != nil {
				return err
			}
			*c = chunks(articles, pair[i], 50)
		}
		both := slices.Clone(other.passages)
		at := map[int]int{} // where passages in the language of the questions stand in both
		for i, p := range asked.passages {
			if asked.article[i]%2 == 0 {
				at[i] = len(both)
				both = append(both, p)
			}
		}
		ix := retrieve.Build(both, retrieve.Options{})
		var own, only [2]score
		var readable [2]int
		for i, it := range asked.items {
			if it.relevant < 0 || other.items[i].relevant < 0 {
				continue
			}
			half := 0
			if !it.tuning {
				half = 1
			}
			hits := ix.Search(retrieve.Query{Text: it.question, K: 10}).Hits
			if it.article%2 != 0 {
				only[half].add(rankOf(hits, &both[other.items[i].relevant]))
				continue
			}
			own[half].add(rankOf(hits, &both[at[it.relevant]]))
			if len(hits) > 0 && hits[0].Passage.Language == pair[0] {
				readable[half]++
			}
		}
		for half, name := range []string{"tuning", "report"} {
			rows = append(rows, fmt.Sprintf("%s | %s | %s | %s | %s", pair[0], name, percent(readable[half], own[half].n), own[half], only[half]))
		}
	}
	table("Text in two languages, some articles in the other one only", "asked in | half | in both: first hit in the language asked in | in both: R@1 | R@5 | MRR@10 | in the other only: R@1 | R@5 | MRR@10", rows)
	return nil
}
