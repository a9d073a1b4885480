package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// particularise holds the lines of the quote against what only the very thing asked for has: its name, the number behind
// that, what is counted of it, and the length of time that its price is for.
func (h *holding) particularise(lines, heading []readLine, said, heads *reading) {
	g, qu := h.grounds, h.qu
	g[groundFocusLack], g[groundCounted], g[groundSized] = noneSuch, noneSuch, noneSuch
	for _, i := range qu.focus {
		g[groundFocusLack] = max(g[groundFocusLack], 1-max(said.met[i], heads.met[i]))
	}
	for i := range lines {
		g[groundLineMet] = max(g[groundLineMet], h.share(&lines[i].said, heads))
	}
	h.properNames(said, heads)
	h.numbered(lines, heading)
	if qu.spans != 0 {
		spans := spansIn(lines)
		g[groundSpan] = agreement(spans&qu.spans != 0, spans != 0)
	}
	switch {
	case qu.amount == stated.AmountCount && len(qu.focus) > 0:
		g[groundCounted] = h.counts(lines)
	case qu.amount != stated.AmountSize && qu.amount != stated.AmountFigure:
	case slices.ContainsFunc(lines, func(l readLine) bool { return stated.Sized(l.text, l.tokens) }):
		g[groundSized] = 1
	default:
		g[groundSized] = 0
	}
}

// share is how much of the words of a matter a line says, or what stands above it.
func (h *holding) share(said, heads *reading) float32 {
	var met, all float32
	for i := range h.qu.concepts {
		c := &h.qu.concepts[i]
		if !c.said() {
			continue
		}
		weight := c.counts()
		met, all = met+weight*max(said.met[i], heads.met[i]), all+weight
	}
	if all == 0 {
		return 0
	}
	return met / all
}

// properNames notes what proper names the quote has and lacks, and whether its document lacks them as well.
func (h *holding) properNames(said, heads *reading) {
	g, first, last := h.grounds, 0, -1
	for i := range h.qu.concepts {
		c := &h.qu.concepts[i]
		if !c.said() || !c.proper() {
			continue
		}
		met := max(said.met[i], heads.met[i])
		weight := c.counts()
		g[groundNameMet] = max(g[groundNameMet], weight*met)
		if lack := weight * (1 - met); lack > 0 {
			g[groundNameLack] = max(g[groundNameLack], lack)
			if last < 0 { // long documents have thousands of passages
				first, last = h.ix.documentOf(h.quote.number)
			}
			if !h.ix.within(c, first, last) {
				g[groundNameAway] = max(g[groundNameAway], lack)
			}
		}
	}
}

// proper says whether a word of a question looks like a proper name: of a person, a product, a setting.
func (c *concept) proper() bool {
	return c.name || len(c.word) > 2 && !('0' <= c.word[0] && c.word[0] <= '9') && !slices.ContainsFunc(c.rows, func(row int32) bool { return row != table.None })
}

// documentOf gives the first and the last passage of the document of a passage, as far as they stand side by side.
func (ix *Index) documentOf(doc int) (first, last int) {
	id := ix.passages[doc].Document
	for first = doc; first > 0 && ix.passages[first-1].Document == id; first-- {
	}
	for last = doc; last+1 < len(ix.passages) && ix.passages[last+1].Document == id; last++ {
	}
	return first, last
}

// within says whether a passage from first to last has a word of the concept.
func (ix *Index) within(c *concept, first, last int) bool {
	return slices.ContainsFunc(c.alts, func(a alternative) bool {
		list := ix.terms.list(a.id)
		at, _ := slices.BinarySearchFunc(list, uint32(first), func(entry, doc uint32) int { return int(entry>>8) - int(doc) })
		return at < len(list) && int(list[at]>>8) <= last
	})
}

// How many words before a figure and behind it say what it counts: "Plätze (max.): 25", "25 freie Plätze".
const countedBefore, countedBehind = 3, 3

// counts is how well a number in the lines counts what is asked for.
func (h *holding) counts(lines []readLine) (best float32) {
	an := h.analyser(h.quote.Passage.Language)
	rows := h.ix.rowsOf(h.quote.number)
	r := newReading(len(h.qu.concepts))
	for i := range lines {
		tokens := lines[i].tokens
		for k, t := range tokens {
			if t.Kind != word.Number && !stated.IsFigure(t.Text) {
				continue
			}
			clear(r.met)
			clear(r.exact)
			h.readTokens(&r, tokens[max(0, k-countedBefore):min(len(tokens), k+1+countedBehind)], &an, rows)
			for _, focus := range h.qu.focus {
				best = max(best, r.met[focus])
			}
		}
	}
	return best
}

// spansIn are the lengths of time that lines name.
func spansIn(lines []readLine) (spans uint8) {
	for i := range lines {
		for _, t := range lines[i].tokens {
			spans |= spanWords[t.Text]
		}
	}
	return spans
}
