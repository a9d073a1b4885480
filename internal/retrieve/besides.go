package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// "Und die andere Ärztin?" asks the same of the one of which nothing was told yet, and which stands beside the other.

// otherWords is how many words such a question has at most.
const otherWords = 8

var (
	theWords   = wordlist.Set("der die das den dem the")
	otherNames = wordlist.Set("andere anderen anderer anderes other")
	// noOther follow "the other" where it says where, when or how and means nothing that was told: "auf der anderen Seite",
	// "the other day".
	noOther = wordlist.Set("seite strassenseite ufer ende richtung weg halfte side end way hand day night week month direction half")
)

// AsksOther says whether a question asks for the other one: "und der andere?", "what about the other barn?"
func (q Query) AsksOther() bool {
	tokens := word.Tokens(q.Text, q.namedIn())
	if len(q.Context) == 0 || len(tokens) > otherWords {
		return false
	}
	for i := 1; i < len(tokens); i++ {
		if otherNames[tokens[i].Text] && theWords[tokens[i-1].Text] {
			return i+1 == len(tokens) || !noOther[tokens[i+1].Text]
		}
	}
	return false
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
			if slices.Contains(addresses, alone.Passage.Address) {
				for _, quote := range ix.Quote(found.of(alone), 1) {
					quote.Hit = i
					quotes = append(quotes, quote)
				}
			}
		}
	}
	if own := ix.own(q); len(own) > 0 { // "die andere Ärztin" is none of the doctors who are men
		quotes = slices.DeleteFunc(quotes, func(quote Quote) bool {
			n, _ := ix.tells(own, quote.Passage, quote.Passage.Text)
			return n == 0
		})
	}
	byScore(quotes)
	for _, quote := range quotes {
		if quote.Silent || quote.Passage.Heading() == quote.Passage.Title || toldOf(quote.Passage, told) {
			continue
		}
		one := found.Hits[quote.Hit]
		one.Passage, one.Neighbours, one.number, one.beside = quote.Passage, nil, quote.number, nil
		found.Enough = true
		return found.of(one)
	}
	return Results{}
}

// toldOf says whether an answer has told some of a passage.
func toldOf(p *passage.Passage, told string) bool {
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
