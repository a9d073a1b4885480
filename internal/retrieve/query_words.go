package retrieve

import (
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

const (
	// maxConcepts is how many words and parts of words of a question are looked for.
	maxConcepts = 48
	// borrowed is what a word of an earlier question counts, where one of the question itself counts 1.
	borrowed = 0.7
)

// addWords adds what the words of a question ask about.
func (ix *Index) addWords(qu *question, an *analysis.Analyser, tokens []word.Token, weight float32) {
	for i, t := range tokens {
		if len(qu.concepts) >= maxConcepts {
			return
		}
		asking := qu.asking(tokens, i)
		first := len(qu.concepts)
		capital := t.Capital && i > 0 && t.Kind == word.Letters && (qu.lang != "de" || !qu.bare)
		ix.addConcept(qu, an, t, weight*wordWeight(tokens, i, asking, qu.lang), asking, capital)
		if first < len(qu.concepts) {
			c := &qu.concepts[first]
			c.name = capital && (qu.lang != "de" || ix.table.Row("de", c.term) == table.None)
		}
	}
}

// addThings notes how a question is put, and adds its nouns and the thing of which it asks whether there is one.
func (ix *Index) addThings(qu *question, an *analysis.Analyser, t wording) {
	qu.thing.concept = -1
	qu.manner = mannerOf(t.text, t.ownAsked, qu.way)
	if qu.bare {
		qu.thing = ix.strangest(qu, an, t.own)
		return
	}
	qu.nouns = ix.nouns(qu, an, t.own, t.text)
	if i := thing(t.own, qu.lang); i >= 0 {
		qu.thing = ix.named(qu, an, t.own[i])
	}
}

// questionOrder notes the words of the question in reading order.
func (ix *Index) questionOrder(qu *question, an *analysis.Analyser, tokens []word.Token) {
	for _, t := range tokens[:min(len(tokens), maxConcepts)] {
		o := ordered{id: unknownTerm, weight: 1}
		term := an.Stem(t)
		if o.function = term == 0; o.function {
			term = word.Hash(t.Text)
		}
		if id, ok := ix.vocabulary.find(term); ok {
			o.id = id
			if !o.function {
				o.weight = ix.rareness[id]
			}
		} else if !o.function && !passes(t.Text, qu.lang) {
			o.weight = ix.rarity(0, 0)
		}
		qu.order = append(qu.order, o)
	}
}

func (ix *Index) addGrams(qu *question, tokens []word.Token, weight float32, text string) {
	for i, t := range tokens {
		w := weight * wordWeight(tokens, i, qu.asking(tokens, i), qu.lang)
		add := func(h uint32) {
			key := h >> 8 >> ix.gramShift
			for k := range qu.grams {
				if qu.grams[k].key == key {
					return
				}
			}
			df := len(ix.grams.list(key))
			g := gram{key: key, idf: ix.rarity(df, 0) * w}
			qu.gramNorm += g.idf
			qu.grams = append(qu.grams, g)
		}
		if qu.lang != "ja" || !word.Stop("ja", t.Text) { // most characters of "はどこにありますか" are in every text
			word.Grams(t, add)
		}
		if i > 0 {
			if c, ok := analysis.Couple(qu.lang, text, tokens[i-1], t); ok {
				analysis.CoupleGrams(c, add)
			}
		}
	}
}
