package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// Quote is a sentence, list item or table row worth showing as an answer.
type Quote struct {
	// Hit is the place in the hits given to Index.Quote.
	Hit int
	// Text is the quoted text, a part of Passage.Text.
	Text string
	// Passage is where it stands; Start and End are byte offsets in its Text.
	Passage    *Passage
	Start, End int
	// Score orders quotes, best first; about 0 to 1.
	Score float64
	// Item says that the text is a list item or a table row, which is shown
	// with the heading above it (the last of Passage.Headings).
	Item bool
}

// Quote picks at most max sentences, list items or table rows from the hits,
// best first, that answer q. Lines that hold opening hours or contact data and
// follow each other are quoted together where the question asks for them.
func (ix *Index) Quote(q Query, hits []Result, max int) []Quote {
	if max <= 0 || len(hits) == 0 {
		return nil
	}
	q = withContext(q)
	qu := ix.parse(q)
	m := sentenceMatcher{ix: ix, qu: qu}
	var all []Quote
	for i := range hits {
		if i >= quoteFrom {
			break
		}
		h := &hits[i]
		for _, p := range append([]*Passage{h.Passage}, h.Neighbours...) {
			all = m.quotes(all, p, i, h.Score)
		}
	}
	slices.SortStableFunc(all, func(a, b Quote) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return distinct(all, max)
}

// quoteFrom is how many hits are looked at for quotes.
const quoteFrom = 5

// distinct keeps the first of quotes with the same text.
func distinct(all []Quote, max int) []Quote {
	out := make([]Quote, 0, max)
	for _, q := range all {
		if len(out) == max {
			break
		}
		same := slices.ContainsFunc(out, func(o Quote) bool {
			return o.Passage == q.Passage && q.Start < o.End && o.Start < q.End || strings.EqualFold(o.Text, q.Text)
		})
		if !same {
			out = append(out, q)
		}
	}
	return out
}

// sentenceMatcher scores single sentences against a question.
type sentenceMatcher struct {
	ix *Index
	qu *question
}

func (m *sentenceMatcher) quotes(all []Quote, p *Passage, hit int, score float64) []Quote {
	spans := sentences(p.Text)
	for _, s := range m.units(p, spans) {
		text := p.Text[s.start:s.end]
		all = append(all, Quote{
			Hit: hit, Text: text, Passage: p, Start: s.start, End: s.end,
			Score: 0.5*score + 0.5*m.score(p, text),
			Item:  strings.HasPrefix(text, "• ") || strings.Contains(text, " · "),
		})
	}
	return all
}

// units joins neighbouring short lines of opening hours and contact data.
func (m *sentenceMatcher) units(p *Passage, spans []span) []span {
	wanted := m.qu.facts & (factTime | factWeekday | contact)
	if wanted == 0 || m.qu.day {
		return spans // who asks about one day wants that day's line
	}
	var out []span
	joined := false
	for _, s := range spans {
		text := p.Text[s.start:s.end]
		has := len(text) <= 120 && factsIn(text, word.Tokens(text, p.Language))&wanted != 0
		if has && joined && s.end-out[len(out)-1].start <= 600 {
			out[len(out)-1].end = s.end
			continue
		}
		out = append(out, s)
		joined = has
	}
	return out
}

func (m *sentenceMatcher) score(p *Passage, text string) float64 {
	ix, qu := m.ix, m.qu
	tokens := word.Tokens(text, p.Language)
	an := analyser{lang: p.Language, table: ix.table}
	if qu.stemNorm == 0 {
		return 0
	}
	met := make([]float32, len(qu.concepts))
	row := make([]int8, ix.dim)
	grams := map[uint32]bool{}
	for _, t := range tokens {
		word.Grams(t, func(h uint32) { grams[h>>8>>ix.gramShift] = true })
		term, parts := an.term(t)
		if term == 0 {
			continue
		}
		for k := -1; k < len(parts); k++ {
			h, most := term, float32(1)
			if k >= 0 {
				h, most = parts[k], 0.8
			}
			if id, ok := ix.vocabulary.find(h); ok {
				for i := range qu.concepts {
					for _, a := range qu.concepts[i].alts {
						if a.id == id {
							met[i] = max(met[i], most*a.weight)
						}
					}
				}
			}
		}
		r := ix.table.Row(p.Language, term)
		if r == table.None {
			continue
		}
		ix.table.Vector(r, row)
		scale := unitScale(row)
		for i := range qu.concepts {
			c := &qu.concepts[i]
			if c.vector == nil || met[i] >= relatedAtMost {
				continue
			}
			sim := float32(dot(c.vector, row)) * c.scale * scale
			if sim > similarFloor {
				met[i] = max(met[i], min(relatedAtMost, (sim-similarFloor)/(similarCeiling-similarFloor)))
			}
		}
	}
	var soft, gram float32
	for i := range met {
		soft += met[i] * qu.concepts[i].idf * qu.concepts[i].weight
	}
	soft /= qu.stemNorm
	for _, g := range qu.grams {
		if grams[g.key] {
			gram += g.idf
		}
	}
	if qu.gramNorm > 0 {
		gram /= qu.gramNorm
	}
	score := 0.5*soft + 0.4*gram
	if qu.facts != 0 && factsIn(text, tokens)&qu.facts != 0 {
		score += 0.1
	}
	return float64(score)
}
