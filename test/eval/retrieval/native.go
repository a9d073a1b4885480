package main

import (
	"fmt"
	"slices"

	"github.com/webchatagent/wca/internal/retrieve"
)

// Each language has texts of its own, too: of encyclopaedias and firms, three on each matter, so that the next ones lie
// near. What is changed for other languages is tried on nativeTuning; of nativeReport only the figures are looked at.
var (
	nativeTuning = []string{"it", "pl", "sv", "ja", "uk", "hu", "es", "ar", "zh", "hi", "vi"}
	nativeReport = []string{"nl", "pt", "ro", "cs", "da", "ko", "fr", "ru", "tr", "el", "th"}
)

// half is some languages of a set and what they are for.
type half struct {
	name  string
	langs []string
}

// native measures search, quotes and refusal on them.
func native(string) error {
	return textsOf("native", "Texts of their own in many languages", half{"tuning", nativeTuning}, half{"report", nativeReport})
}

// abroadLanguages are those of further texts as of firms and encyclopaedias, all for tuning, whose questions are put as
// visitors put them: in other words, and some without accents.
var abroadLanguages = []string{"nl", "fr", "pl", "tr", "pt"}

// abroad measures the same on these.
func abroad(string) error {
	return textsOf("abroad", "Further texts in five languages", half{"tuning", abroadLanguages})
}

// textsOf measures search, quotes and refusal on the texts of a set, and prints two tables.
func textsOf(set, title string, halves ...half) error {
	var found, refused []string
	for _, half := range halves {
		var place score
		var all asked
		quoted, pieces := 0, 0
		for _, lang := range half.langs {
			c, err := elsewhereCorpus(set, lang)
			if err != nil {
				return err
			}
			var own score
			hold := 0
			ix := retrieve.Build(c.passages, retrieve.Options{})
			for _, it := range c.items {
				if it.relevant < 0 {
					continue
				}
				r := ix.Search(retrieve.Query{Text: it.question, K: 10})
				rank := rankOf(r.Hits, &c.passages[it.relevant])
				own.add(rank)
				place.add(rank)
				if holds(ix.Quote(r, 1), it.gold) {
					hold++
				}
			}
			sides := askSites(c)
			t := sides[0].and(sides[1])
			all = all.and(t)
			quoted, pieces = quoted+hold, pieces+len(c.passages)
			found = append(found, fmt.Sprintf("%s, %s | %d | %d | %s | %s", lang, half.name, len(c.passages), own.n, own, percent(hold, own.n)))
			refused = append(refused, fmt.Sprintf("%s, %s | %s | %s", lang, half.name, refusal(t.with, t.without), percent(t.right, t.shown)))
		}
		found = append(found, fmt.Sprintf("all, %s | %d | %d | %s | %s", half.name, pieces, place.n, place, percent(quoted, place.n)))
		refused = append(refused, fmt.Sprintf("all, %s | %s | %s", half.name, refusal(all.with, all.without), percent(all.right, all.shown)))
	}
	table(title, "language | pieces | questions | R@1 | R@5 | MRR@10 | the first quote holds the answer", found)
	table(title+", sites of every other text", "language | answerable | unanswerable | answered at 10 % false answers | answered as set | false answers as set | of these answered, the answer is quoted", refused)
	return nil
}

func (a asked) and(b asked) asked {
	return asked{slices.Concat(a.with, b.with), slices.Concat(a.without, b.without), a.shown + b.shown, a.right + b.right}
}
