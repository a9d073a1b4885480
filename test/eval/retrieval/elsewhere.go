package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

//go:embed testdata/elsewhere.*.txt testdata/native.*.txt testdata/abroad.*.txt testdata/firm.*.txt
var elsewhereFiles embed.FS

// elsewhereLanguages are those of the set of the same texts in many languages; German and English, which come first, show
// what the others could reach.
var elsewhereLanguages = []string{"de", "en", "es", "fr", "ru", "tr", "ar", "zh", "el", "hi", "th", "vi"}

// elsewhereWords is how large the pieces are: of the size of a sentence or two, so that a text has several.
const elsewhereWords = 25

// offTopic is the heading of questions that no text answers.
const offTopic = "off-topic"

// elsewhereCorpus reads texts and questions of one language from a file of a set; testdata/NOTICE describes the form.
func elsewhereCorpus(set, lang string) (c corpus, err error) {
	data, err := elsewhereFiles.ReadFile("testdata/" + set + "." + lang + ".txt")
	if err != nil {
		return c, err
	}
	topic, article, first := "", -1, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "# "); ok {
			topic, first = heading, len(c.passages)
			article++
			continue
		}
		question, ok := strings.CutPrefix(line, "? ")
		if !ok {
			for _, p := range passage.Split(document.Document{Blocks: []document.Block{{Text: line}}}, passage.Options{Words: elsewhereWords}) {
				p.ID = fmt.Sprint(len(c.passages))
				p.Document, p.Ordinal = p.ID, 0
				c.passages, c.article = append(c.passages, p), append(c.article, article)
			}
			continue
		}
		question, gold, _ := strings.Cut(question, " | ")
		it := item{question: question, gold: gold, relevant: -1, article: article, tuning: tuningHalf(topic)}
		for i := first; i < len(c.passages) && topic != offTopic; i++ {
			if strings.Contains(strings.ToLower(c.passages[i].Text), strings.ToLower(gold)) {
				it.relevant = i
				break
			}
		}
		if it.relevant < 0 && topic != offTopic {
			return c, fmt.Errorf("%s, %s: no text answers %q with %q", set, lang, question, gold)
		}
		c.items = append(c.items, it)
	}
	return c, nil
}

// asked sums up what two sites made of questions.
type asked struct {
	with, without []retrieve.Results // of questions that the site answers, and of others
	shown, right  int                // of the first, those that got a quote, and those whose quote answers
}

// everyOther are the passages of every other text, from the first on or from the second.
func (c corpus) everyOther(side int) (own []passage.Passage) {
	for i, p := range c.passages {
		if c.article[i]%2 == side {
			own = append(own, p)
		}
	}
	return own
}

// askSites makes two sites of every other text and asks each all questions; first those of the tuning half.
func askSites(c corpus) (t [2]asked) {
	for side := range 2 {
		ix := retrieve.Build(c.everyOther(side), retrieve.Options{})
		for _, it := range c.items {
			a := &t[1]
			if it.tuning {
				a = &t[0]
			}
			r := ix.Search(retrieve.Query{Text: it.question, K: 6})
			if it.relevant < 0 || it.article%2 != side {
				a.without = append(a.without, r)
				continue
			}
			a.with = append(a.with, r)
			if !r.Enough {
				continue
			}
			a.shown++
			if holds(ix.Quote(r, 1), it.gold) {
				a.right++
			}
		}
	}
	return t
}

// holds says whether the first quote holds an answer.
func holds(quotes []retrieve.Quote, gold string) bool {
	return len(quotes) > 0 && strings.Contains(strings.ToLower(quotes[0].Text), strings.ToLower(gold))
}

// elsewhere measures search, refusal and quotes in many languages. Of the texts two sites are made, each asked all
// questions: what one answers the other does not.
func elsewhere(string) error {
	var found, refused []string
	for _, lang := range elsewhereLanguages {
		c, err := elsewhereCorpus("elsewhere", lang)
		if err != nil {
			return err
		}
		h := ranks(retrieve.Build(c.passages, retrieve.Options{}), c, c)
		found = append(found, fmt.Sprintf("%s | %d | %s | %s", lang, len(c.passages), h.tuning, h.report))
		t := askSites(c)
		for half, name := range []string{"tuning", "report"} {
			refused = append(refused, fmt.Sprintf("%s, %s | %s | %s", lang, name, refusal(t[half].with, t[half].without), percent(t[half].right, t[half].shown)))
		}
	}
	table("The same texts in many languages", "language | pieces | tuning: R@1 | R@5 | MRR@10 | report: R@1 | R@5 | MRR@10", found)
	table("The same texts in many languages, sites of every other text", "language | answerable | unanswerable | answered at 10 % false answers | answered as set | false answers as set | of these answered, the answer is quoted", refused)
	return nil
}

// overBorders measures questions in other languages that are asked of the German and the English texts, and German ones of
// theirs. Of the texts two sites are made as above; what is quoted is in the language of the site.
func overBorders(string) error {
	corpora := map[string]corpus{}
	for _, lang := range elsewhereLanguages {
		c, err := elsewhereCorpus("elsewhere", lang)
		if err != nil {
			return err
		}
		corpora[lang] = c
	}
	var found, refused []string
	for _, way := range []struct {
		name string
		pair func(lang string) (asked, in string)
	}{
		{"→ de", func(lang string) (asked, in string) { return lang, "de" }},
		{"→ en", func(lang string) (asked, in string) { return lang, "en" }},
		{"de →", func(lang string) (asked, in string) { return "de", lang }},
	} {
		var all [2]asked
		for _, lang := range elsewhereLanguages[2:] {
			from, to := way.pair(lang)
			c := corpora[to]
			h := ranks(retrieve.Build(c.passages, retrieve.Options{}), corpora[from], c)
			found = append(found, fmt.Sprintf("%s → %s | %s | %s", from, to, h.tuning, h.report))
			c.items = slices.Clone(c.items)
			for i, it := range corpora[from].items {
				c.items[i].question = it.question
			}
			for half, t := range askSites(c) {
				all[half] = all[half].and(t)
			}
		}
		for half, name := range []string{"tuning", "report"} {
			refused = append(refused, fmt.Sprintf("%s, %s | %s | %s", way.name, name, refusal(all[half].with, all[half].without), percent(all[half].right, all[half].shown)))
		}
	}
	table("Questions in one language, the same texts in another", "question → text | tuning: R@1 | R@5 | MRR@10 | report: R@1 | R@5 | MRR@10", found)
	table("Questions in one language, sites of every other text in another", "question → text | answerable | unanswerable | answered at 10 % false answers | answered as set | false answers as set | of these answered, the answer is quoted", refused)
	return nil
}
