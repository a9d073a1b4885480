package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// firmLanguages have an invented site of a firm each, all for tuning: what visitors of such sites ask in German and
// English is measured in test/eval/sites.
var firmLanguages = []string{"nl", "pl", "fr", "es", "it", "cs", "tr", "ko", "fi"}

// firmSite reads such a site; a question that it does not answer has no gold.
func firmSite(lang string) (passages []passage.Passage, questions []item, err error) {
	data, err := elsewhereFiles.ReadFile("testdata/firm." + lang + ".txt")
	if err != nil {
		return nil, nil, err
	}
	var doc document.Document
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if question, ok := strings.CutPrefix(line, "? "); ok {
			question, gold, _ := strings.Cut(question, " | ")
			questions = append(questions, item{question: question, gold: gold})
			continue
		}
		b := document.Block{Text: strings.TrimLeft(line, "# ")}
		if b.Level = len(line) - len(strings.TrimLeft(line, "#")); b.Level > 0 {
			b.Kind = document.KindHeading
		}
		doc.Blocks = append(doc.Blocks, b)
	}
	passages = passage.Split(doc, passage.Options{Document: lang})
	for i := range passages {
		passages[i].ID = fmt.Sprint(i)
		retrieve.Analyse(&passages[i])
	}
	for _, q := range questions {
		if q.gold != "" && !slices.ContainsFunc(passages, func(p passage.Passage) bool { return strings.Contains(p.Text, q.gold) }) {
			return nil, nil, fmt.Errorf("firm, %s: no text answers %q with %q", lang, q.question, q.gold)
		}
	}
	return passages, questions, nil
}

// firms measures search, refusal and quotes on them.
func firms(string) error {
	var rows []string
	var all asked
	for _, lang := range firmLanguages {
		passages, questions, err := firmSite(lang)
		if err != nil {
			return err
		}
		ix := retrieve.Build(passages, retrieve.Options{})
		var t asked
		first := 0
		for _, q := range questions {
			r := ix.Search(retrieve.Query{Text: q.question, K: 6})
			if q.gold == "" {
				t.without = append(t.without, r)
				continue
			}
			t.with = append(t.with, r)
			if len(r.Hits) > 0 && strings.Contains(r.Hits[0].Text(), q.gold) {
				first++
			}
			if r.Enough {
				t.shown++
				if holds(ix.Quote(r, 1), q.gold) {
					t.right++
				}
			}
		}
		all = all.and(t)
		rows = append(rows, fmt.Sprintf("%s | %s | %s | %s", lang, percent(first, len(t.with)), refusal(t.with, t.without), percent(t.right, t.shown)))
	}
	rows = append(rows, fmt.Sprintf("all | | %s | %s", refusal(all.with, all.without), percent(all.right, all.shown)))
	table("Sites of firms in other languages", "language | R@1 | answerable | unanswerable | answered at 10 % false answers | answered as set | false answers as set | of these answered, the answer is quoted", rows)
	return nil
}

// doubtsOfOthers are all questions for tuning in languages that the table does not know.
func doubtsOfOthers(rankings [folds]*forest.Forest) ([]doubt, error) {
	all, err := doubtsOfFirms(rankings)
	if err != nil {
		return nil, err
	}
	native, err := doubtsOfTexts("native", nativeTuning, rankings)
	if err != nil {
		return nil, err
	}
	further, err := doubtsOfTexts("abroad", abroadLanguages, rankings)
	if err != nil {
		return nil, err
	}
	same, err := doubtsOfTexts("elsewhere", elsewhereLanguages[2:], rankings)
	if err != nil {
		return nil, err
	}
	over, err := doubtsOverBorders(rankings)
	return slices.Concat(all, native, further, same, over), err
}

// doubtsOverBorders are the questions of the tuning half of the same texts in many languages, asked of sites of the German
// and of the English ones.
func doubtsOverBorders(rankings [folds]*forest.Forest) (out []doubt, err error) {
	for _, site := range elsewhereLanguages[:2] {
		c, err := elsewhereCorpus("elsewhere", site)
		if err != nil {
			return nil, err
		}
		for _, lang := range elsewhereLanguages[2:] {
			asked, err := elsewhereCorpus("elsewhere", lang)
			if err != nil {
				return nil, err
			}
			fold := foldOf(lang)
			for side := range 2 {
				out = append(out, doubtsOfSide(c, asked, side, "questions over borders", rankings[fold], fold)...)
			}
		}
	}
	return out, nil
}

// doubtsOfSide asks a site of every other text of a corpus the questions of the tuning half that asked has in its language.
func doubtsOfSide(c, asked corpus, side int, set string, trees *forest.Forest, fold int) (out []doubt) {
	ix := retrieve.Build(c.everyOther(side), retrieve.Options{Trees: trees})
	for i, it := range c.items {
		if !it.tuning {
			continue
		}
		var right func(*passage.Passage) bool
		if it.relevant >= 0 && it.article%2 == side {
			right = isPassage(c.passages[it.relevant].ID)
		}
		if d, ok := doubtOf(ix, asked.items[i].question, right); ok {
			d.set, d.weight, d.fold = set, 0.5, fold
			out = append(out, d)
		}
	}
	return out
}

// doubtsOfFirms are their questions.
func doubtsOfFirms(rankings [folds]*forest.Forest) (out []doubt, err error) {
	for _, lang := range firmLanguages {
		passages, questions, err := firmSite(lang)
		if err != nil {
			return nil, err
		}
		fold := foldOf(lang)
		ix := retrieve.Build(passages, retrieve.Options{Trees: rankings[fold]})
		for _, q := range questions {
			var right func(*passage.Passage) bool
			if q.gold != "" {
				right = func(p *passage.Passage) bool { return strings.Contains(p.Text, q.gold) }
			}
			if d, ok := doubtOf(ix, q.question, right); ok {
				d.set, d.site, d.weight, d.fold = "firms of other languages", true, 1.5, fold
				out = append(out, d)
			}
			if q.gold != "" {
				out = appendTakenOut(out, passages, q, rankings[fold], fold)
			}
		}
	}
	return out, nil
}

// doubtsOfTexts are the questions of the tuning half of a set of texts in other languages, of which two sites are made.
func doubtsOfTexts(set string, langs []string, rankings [folds]*forest.Forest) (out []doubt, err error) {
	for _, lang := range langs {
		c, err := elsewhereCorpus(set, lang)
		if err != nil {
			return nil, err
		}
		fold := foldOf(lang)
		for side := range 2 {
			own := c.everyOther(side)
			ix := retrieve.Build(own, retrieve.Options{Trees: rankings[fold]})
			for _, it := range c.items {
				if set == "elsewhere" && !it.tuning {
					continue
				}
				var right func(*passage.Passage) bool
				if it.relevant >= 0 && it.article%2 == side {
					right = isPassage(c.passages[it.relevant].ID)
				}
				if d, ok := doubtOf(ix, it.question, right); ok {
					d.set, d.weight, d.fold = set+" texts in other languages", 1.5, fold
					out = append(out, d)
				}
				if right != nil {
					out = appendTakenOut(out, own, it, rankings[fold], fold)
				}
			}
		}
	}
	return out, nil
}

// appendTakenOut adds a question asked where the passages are left out that hold its answer.
func appendTakenOut(out []doubt, passages []passage.Passage, q item, trees *forest.Forest, fold int) []doubt {
	rest := slices.DeleteFunc(slices.Clone(passages), func(p passage.Passage) bool {
		return strings.Contains(strings.ToLower(p.Text), strings.ToLower(q.gold))
	})
	if d, ok := doubtOf(retrieve.Build(rest, retrieve.Options{Trees: trees}), q.question, nil); ok {
		d.set, d.takenOut, d.fold = "other languages, answers taken out", true, fold
		out = append(out, d)
	}
	return out
}
