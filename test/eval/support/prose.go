package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify"
	"github.com/webchatagent/wca/test/eval/material"
)

const (
	// sentencesASite is how many sentences of a site are put otherwise at most, variantsEach how many variants of a kind
	// each has.
	sentencesASite, variantsEach = 20, 3
	// fewestWords is how many words a sentence has at least that is put otherwise.
	fewestWords = 4
)

// prose is a sentence of a page, with the next of its paragraph, "" behind the last, and those of the page.
type prose struct {
	text, next, language string
	others               []string
}

// rewriting is a way to put a sentence otherwise: rightly, or so that it is wrong.
type rewriting struct {
	kind string
	of   func(prose) []string
}

// rewritten measures sentences of the sites' pages, which pass as they stand there, put otherwise by rule.
func rewritten() error {
	fmt.Print("\nSentences from the running text of the invented sites that pass as they stand, put otherwise by rule: so that they say the same, and so that they are wrong.\n\n")
	fmt.Println("| sites | put otherwise | sentences | right ones that pass | wrong ones that are caught |")
	fmt.Println("|---|---|---|---|---|")
	return eachPart(func(part string, sites []string) error {
		counts := map[string]*exchanged{}
		for _, site := range sites {
			if err := rewrittenOf(site, counts, part == "tuning" && os.Getenv("SHOW") != ""); err != nil {
				return err
			}
		}
		for _, language := range []string{"de", "en"} {
			for _, r := range slices.Concat(rightly, rightFigures, wrongly, wrongFigures) {
				if n := counts[language+", "+r.kind]; n != nil {
					fmt.Printf("| %s | %s, %s | %d | %s | %s |\n", part, language, r.kind, n.own+n.others, percent(n.passed, n.own), percent(n.caught, n.others))
				}
			}
		}
		return nil
	})
}

func rewrittenOf(site string, counts map[string]*exchanged, show bool) error {
	passages, err := material.SitePassages(site)
	if err != nil {
		return err
	}
	index, all := retrieve.Build(passages, retrieve.Options{}), siteProse(passages, site[:2])
	for i := 0; i < len(all); i += 1 + len(all)/sentencesASite {
		p := all[i]
		g, ok := index.Ground(retrieve.Query{Text: p.text, K: 6})
		if !ok {
			continue
		}
		c := verify.New(index, g.Hits, verify.Said{}, p.language)
		if v := c.Sentence(p.text); !v.Claim || !v.Supported {
			continue
		}
		for right, list := range map[bool][]rewriting{true: slices.Concat(rightly, rightFigures), false: slices.Concat(wrongly, wrongFigures)} {
			for _, r := range list {
				key := p.language + ", " + r.kind
				if counts[key] == nil {
					counts[key] = &exchanged{}
				}
				counts[key].rewrite(c, p, r, right, show)
			}
		}
	}
	return nil
}

func (n *exchanged) rewrite(c *verify.Checker, p prose, r rewriting, right, show bool) {
	variants := r.of(p)
	for _, text := range variants[:min(len(variants), variantsEach)] {
		v := c.Sentence(text)
		n.count(v, right)
		if show && v.Supported != right {
			fmt.Printf("- %s, %s: %s\n  %s %s\n", p.language, r.kind, text, v.Reason, p.text)
		}
	}
}

// siteProse are the sentences of a site's running text, each with those of its page.
func siteProse(passages []passage.Passage, language string) (all []prose) {
	var page []string
	from := 0 // the first sentence of the page
	end := func() {
		for i := range all[from:] {
			all[from+i].others = page
		}
		page, from = nil, len(all)
	}
	for i, p := range passages {
		if i > 0 && p.Document != passages[i-1].Document {
			end()
		}
		for line := range strings.Lines(p.Text) {
			if strings.Contains(line, stated.CellBreak) || strings.HasPrefix(line, "• ") {
				continue
			}
			first := len(all)
			for _, at := range sentence.In(line) {
				if text := line[at.Start:at.End]; strings.HasSuffix(text, ".") && len(strings.Fields(text)) >= fewestWords {
					page, all = append(page, text), append(all, prose{text: text, language: language})
				}
			}
			for i := first; i+1 < len(all); i++ {
				all[i].next = all[i+1].text
			}
		}
	}
	end()
	return all
}
