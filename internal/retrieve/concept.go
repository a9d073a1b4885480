package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// concept is one thing the question asks about: a word and what may stand for
// it.
type concept struct {
	word   string
	term   uint32
	alts   []alternative
	weight float32 // by role: whole word 1, part of a compound less
	idf    float32
	part   bool         // it is a part of the compound before it
	whole  uint32       // of a verb in two parts, "stellen … ein", the whole one
	asking bool         // it says how the question is asked, not what about
	lacked float32      // its weight where the index lacks it: of a compound, the share of parts it lacks, too
	fact   stated.Facts // what a sentence states that says the word without having it: "kostet" and "5 €"
	rows   []int32      // table rows of the word, or of its parts where the table lacks the whole
	known  bool         // some alternative occurs in the index
	spoken bool         // the index speaks of the topic that it stands for: of "Deutschland" where it ships abroad
	name   bool         // it looks like a name
	couple bool         // it is two of the others together
	vector []int8
	scale  float32
}

// alternative is a term that may stand for a concept.
type alternative struct {
	id     uint32
	weight float32
}

// strangePair is what two neighbouring characters count that the index does not have.
const strangePair = 0.7

// addConcept adds what a word of the question asks about, and the parts of a compound.
func (ix *Index) addConcept(qu *question, an *analysis.Analyser, t word.Token, weight float32, asking, name bool) {
	term, parts := an.Term(t)
	if term == 0 || slices.ContainsFunc(qu.concepts, func(c concept) bool { return c.word == t.Text }) {
		return
	}
	pieces := parts
	if qu.lang != "de" {
		parts = nil // who types tones means this word, and pieces stand for it only where nothing else does
	}
	c := concept{word: t.Text, term: term, weight: weight, fact: factWords[stated.InGerman(t.Text, qu.lang)], asking: asking}
	row := analysis.RowOf(ix.table, qu.lang, term)
	if row != table.None {
		c.rows = append(c.rows, row)
	}
	ix.addAlternatives(&c, t, qu.lang)
	if len(c.alts) == 0 && t.Kind == word.Letters {
		ix.addPieces(&c, t, qu.lang)
	}
	if qu.lang != "de" && len(c.rows) == 0 {
		c.rows = ix.pieceRow(qu.lang, pieces)
	}
	if c.known = len(c.alts) > 0; !c.known && (passes(t.Text, qu.lang) || t.Kind == word.Number && len(t.Text) <= 2) {
		return
	}
	most := 0
	for _, a := range c.alts {
		most = max(most, len(ix.terms.list(a.id)))
	}
	c.idf = ix.rarity(most, ix.wordShare(qu.lang, term, t, row, name))
	if t.Kind == word.Ideographs && !c.known {
		c.weight *= strangePair // it may be the end of one word with the beginning of the next
	}
	if c.lacked = c.weight; len(parts) > 0 && !c.known {
		c.weight *= 0.3
	}
	qu.concepts = append(qu.concepts, c)
	ix.addParts(qu, parts)
}

// pieceRow is the row of the first piece of a word that the table has: the longest last part of a compound.
func (ix *Index) pieceRow(lang string, pieces []uint32) []int32 {
	for _, piece := range pieces {
		if row := analysis.RowOf(ix.table, lang, piece); row != table.None {
			return []int32{row}
		}
	}
	return nil
}

// addParts adds the parts of the compound that was added last.
func (ix *Index) addParts(qu *question, parts []uint32) {
	at := len(qu.concepts) - 1
	whole := qu.concepts[at]
	for _, part := range parts {
		row := analysis.RowOf(ix.table, qu.lang, part)
		if len(whole.rows) == 0 && row != table.None {
			qu.concepts[at].rows = append(qu.concepts[at].rows, row)
		}
		if id, ok := ix.vocabulary.find(part); ok {
			p := concept{weight: whole.lacked * ix.rank.Part, alts: []alternative{{id, 1}}, known: true, part: true}
			p.idf = ix.rarity(len(ix.terms.list(id)), ix.share(row))
			if row != table.None {
				p.rows = append(p.rows, row)
			}
			qu.concepts = append(qu.concepts, p)
		}
	}
	if n := len(parts); n > 0 {
		has := float32(len(qu.concepts)-at-1) / float32(n)
		qu.concepts[at].lacked = max(whole.weight, whole.lacked*(1-has))
	}
}

// addAlternatives adds what of the index may stand for a word of the question: the word, its forms and spellings, the
// same in other languages.
func (ix *Index) addAlternatives(c *concept, t word.Token, lang string) {
	alt := func(term uint32, weight float32) {
		id, ok := ix.vocabulary.find(term)
		if !ok {
			return
		}
		if i := slices.IndexFunc(c.alts, func(a alternative) bool { return a.id == id }); i >= 0 {
			c.alts[i].weight = max(c.alts[i].weight, weight)
			return
		}
		c.alts = append(c.alts, alternative{id, weight})
	}
	alt(c.term, 1)
	for _, form := range relatives()[lang][c.term] {
		alt(form, irregularCounts)
	}
	switch {
	case lang == "de" && len(c.alts) == 0:
		ix.addForms(t, alt)
	case lang == "en":
		for _, spelt := range otherSpellings(t.Text) {
			alt(termOf("en", spelt), otherSpellingCounts)
		}
	}
	ix.addNumerals(t, alt)
	for _, other := range ix.langs {
		if other != lang && !word.Stop(other, t.Text) {
			alt(word.Hash(word.Stem(other, t)), 1)
		}
	}
	if len(c.rows) > 0 && ix.rank.Translation > 0 {
		ix.addTranslations(c.rows[0], lang, alt)
	}
}

// addVerb adds the whole verb to what stands for its first part, which by itself says nothing of the matter:
// pages seldom have it.
func (ix *Index) addVerb(qu *question, an *analysis.Analyser, first, whole word.Token) {
	id, ok := ix.wordID(an, whole)
	for i := range qu.concepts {
		c := &qu.concepts[i]
		switch {
		case c.word != first.Text:
			continue
		case ok:
			c.alts, c.known = append(c.alts, alternative{id, 1}), true
		case !c.known:
			c.asking = true
		}
		c.whole = an.Stem(whole)
	}
}

// addPieces adds what stands for a word of which the index has neither the stem nor a form: words that begin as it
// does, and the last part of a compound.
func (ix *Index) addPieces(c *concept, t word.Token, lang string) {
	add := func(piece string) bool {
		term := word.Hash(piece)
		id, ok := ix.vocabulary.find(term)
		if !ok || len(ix.terms.list(id)) == 0 {
			return false
		}
		c.alts = append(c.alts, alternative{id, analysis.PieceCounts})
		return true
	}
	if b := word.Beginning(lang, t.Text); b != "" {
		add(b)
	}
	if v := word.Verb(lang, t.Text); v != "" && add(v) {
		return
	}
	for last := range word.Lasts(lang, t.Text) {
		if add(last) {
			return
		}
	}
}

// is says whether a term of the index is the concept's word in some form, and not one of like meaning.
func (c *concept) is(id uint32) bool {
	return slices.ContainsFunc(c.alts, func(a alternative) bool { return a.id == id && a.weight > sameWord })
}
