package main

import (
	"fmt"
	"path/filepath"

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
