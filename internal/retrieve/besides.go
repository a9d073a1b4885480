package retrieve

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
)

// "Und die andere Ärztin?" asks the same of the one of which nothing was told yet, and which stands beside the other.

// theOther finds that; otherWords is how many words such a question has at most.
var theOther = regexp.MustCompile(`(?i)(?:^|\s)(?:der|die|das|den|dem|the)\s+(?:andere[nrs]?|other)(?:[\s?.!,]|$)`)

const otherWords = 8

// AsksOther says whether a question asks for the other one: "und der andere?", "what about the other barn?"
func (q Query) AsksOther() bool {
	return len(q.Context) > 0 && len(strings.Fields(q.Text)) <= otherWords && theOther.MatchString(q.Text)
}

// besidesFrom is how many quotes are looked at for the other one.
const besidesFrom = 30

// Besides finds what the documents that were cited, by their addresses, say of the other one: what answers the question before
// under another heading than all that was told.
func (ix *Index) Besides(q Query, told string, addresses []string) Results {
	q.K = max(q.K, besidesFrom)
	found := ix.Search(q)
	told = plainly(told)
	var quotes []Quote
	for i, r := range found.Hits {
		for _, number := range r.numbers() {
			alone := r
			alone.Passage, alone.Neighbours, alone.number, alone.beside = &ix.passages[number], nil, number, nil
			one := found
			one.Hits = []Result{alone}
			if slices.Contains(addresses, alone.Passage.Address) {
				for _, quote := range ix.Quote(one, 1) {
					quote.Hit = i
					quotes = append(quotes, quote)
				}
			}
		}
	}
	of := func(quote *Quote) bool {
		n, _ := ix.namedIn(&Quote{Text: quote.Passage.Text, Passage: quote.Passage}, q)
		return n > 0
	}
	for i := range quotes { // "die andere Ärztin" is none of the doctors who are men
		if of(&quotes[i]) {
			quotes[i].Score++
		}
	}
	byScore(quotes)
	for _, quote := range quotes {
		if quote.Silent || quote.Passage.Heading() == quote.Passage.Title || toldOf(quote.Passage, told) {
			continue
		}
		one := found.Hits[quote.Hit]
		one.Passage, one.Neighbours, one.number, one.beside = quote.Passage, nil, quote.number, nil
		found.Hits, found.Enough = []Result{one}, true
		return found
	}
	return Results{}
}

// toldOf says whether an answer has told some of a passage.
func toldOf(p *Passage, told string) bool {
	return slices.ContainsFunc(sentence.In(p.Text), func(s sentence.Span) bool {
		said := plainly(p.Text[s.Start:s.End])
		if label, _, ok := strings.Cut(said, stated.CellBreak); ok {
			_, said, _ = strings.Cut(label, ": ")
		}
		return len(said) > 1 && strings.Contains(told, said)
	})
}

// plainly is a text without marks of Markdown.
func plainly(text string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("*", "", "• ", "", "\\", "").Replace(text)), " ")
}
