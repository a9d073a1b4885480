package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// holding finds whether the best quote is about the very thing asked for or about one beside it: the price of another
// row, a sentence that has the noun but not the figure with it.
type holding struct {
	*matcher
	quote   *Quote
	grounds *grounds
}

// lacks notes how much the quote lacks of the i-th concept.
func (h *holding) lacks(i int, lack float32) {
	g := h.grounds
	g[groundLackSecond] = max(g[groundLackSecond], min(lack, g[groundLack])) // groundLack is that of the ones before
	at := groundLackOther
	if slices.ContainsFunc(h.qu.nouns, func(n named) bool { return n.concept == i }) {
		at = groundLackNoun
	}
	g[at] = max(g[at], lack)
}

// noneSuch stands for a share where there is nothing to have one of: no row, or no figure wanted or stated.
const noneSuch = -1

// compare holds the lines of the quote, and what stands above them, against the question.
func (h *holding) compare(lines []readLine, above *reading) {
	g, lang := h.grounds, h.quote.Passage.Language
	g[groundLabelMet], g[groundFigureNear] = noneSuch, noneSuch
	an := h.analyser(lang)
	var met, all float32
	for i := range lines {
		l := &lines[i]
		own := h.asked(l.tokens, &an)
		met, all = met+own.met, all+own.all
		g[groundSaidStrange] = max(g[groundSaidStrange], own.strange)
		if h.quote.Item {
			h.compareLabel(l.text, &an)
		}
		if h.qu.amount != stated.AmountNone && h.qu.amount.StatedIn(l.text, stated.SaidInGerman(l.text, l.tokens, lang)) {
			copy(h.met, l.said.met)
			g[groundFigureNear] = max(g[groundFigureNear], h.named(above.met))
		}
	}
	if all > 0 {
		g[groundSaidMet] = met / all
	}
}

// compareLabel holds what a row or an item is called by against the question. Of several the one that fits best counts.
func (h *holding) compareLabel(line string, an *analysis.Analyser) {
	name, _, cells := strings.Cut(line, stated.CellBreak)
	switch head, rest, ok := strings.Cut(name, ": "); {
	case ok && cells:
		name = rest
	case ok:
		name = head
	}
	own := h.asked(word.Tokens(name, an.Lang), an)
	if g := h.grounds; own.all > 0 && own.met/own.all > g[groundLabelMet] {
		g[groundLabelMet], g[groundLabelStrange] = own.met/own.all, own.strange
	}
}

// askedOf is the weight of the words of a text, how much of it the question has, itself or in related words, and the
// weight of the weightiest word that it has not.
type askedOf struct{ met, all, strange float32 }

func (h *holding) asked(tokens []word.Token, an *analysis.Analyser) (out askedOf) {
	rows := h.ix.rowsOf(h.quote.number)
	for _, t := range tokens {
		term, parts := an.Term(t)
		id, ok := h.ix.vocabulary.find(term)
		if term == 0 || t.Kind == word.Number || !ok {
			continue
		}
		var met float32
		switch {
		case h.concept[id] > 0:
			met = 1
		case slices.ContainsFunc(parts, h.hasTerm):
			met = partCounts
		}
		if met < 1 && rows != nil && rows[id] >= 0 {
			for _, similar := range h.relations.to(h.ix, int(rows[id])) {
				met = max(met, relatedness(similar, similarFloor))
			}
		}
		weight := h.ix.rareness[id]
		out.met, out.all, out.strange = out.met+weight*met, out.all+weight, max(out.strange, weight*(1-met))
	}
	return out
}

// hasTerm says whether the question has a term.
func (h *holding) hasTerm(term uint32) bool {
	id, ok := h.ix.vocabulary.find(term)
	return ok && h.concept[id] > 0
}
