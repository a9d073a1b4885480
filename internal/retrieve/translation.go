package retrieve

import (
	"cmp"
	"slices"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

// A site is asked in languages it is not in. Between German and English the table has translations; words of further
// languages it leads to English ones, and from there to German and to words of each other that lead to the same.

// nextCounts is what the next translation of a word counts, where the one before counts 1.
const nextCounts = 0.85

// addTranslations adds those of a row of the table into the languages of the index.
func (ix *Index) addTranslations(row int32, lang string, alt func(term uint32, weight float32)) {
	w := ix.rank.Translation
	means := ix.table.Means(row)
	switch {
	case lang == "en":
		ix.addTranslated(row, "de", w, alt)
	case lang == "de":
		ix.addTranslated(row, "en", w, alt)
	default:
		for i, m := range means {
			if slices.Contains(ix.langs, "en") {
				alt(ix.table.Key(m), w)
			}
			if i == 0 {
				ix.addTranslated(m, "de", w, alt)
			}
			w *= nextCounts
		}
	}
	if len(ix.meanings) > 0 {
		ix.addMeanings(row, lang, means, alt)
	}
}

// addTranslated adds the translations of a German or English row into the other one of the two, if the index has passages
// in it.
func (ix *Index) addTranslated(row int32, into string, w float32, alt func(term uint32, weight float32)) {
	if !slices.Contains(ix.langs, into) {
		return
	}
	for _, translation := range ix.table.Translations(row) {
		for _, t := range word.Tokens(translation, into) {
			if !word.Stop(into, t.Text) {
				alt(word.Hash(word.Stem(into, t)), w)
			}
		}
		w *= nextCounts
	}
}

// meaning is an English row that a term of the index stands for in a further language.
type meaning struct {
	row  int32
	id   uint32
	lang uint8
	next uint8 // how many the term stands for rather than for this one
}

// findMeanings lists those of all terms, by their rows.
func (b *builder) findMeanings() {
	ix := b.ix
	for l, lang := range ix.langs {
		if tableLanguage(lang) >= 0 || !ix.table.Knows(lang) {
			continue
		}
		for id, hash := range ix.vocabulary.hashes {
			for k, row := range ix.table.Means(ix.table.Row(lang, hash)) {
				ix.meanings = append(ix.meanings, meaning{row, uint32(id), uint8(l), uint8(k)})
			}
		}
	}
	slices.SortFunc(ix.meanings, func(a, b meaning) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.id, b.id)) })
	ix.meanings = slices.Clip(ix.meanings)
}

// addMeanings adds the terms of the further languages of the index that lead to the same English words as a row.
func (ix *Index) addMeanings(row int32, lang string, means []int32, alt func(term uint32, weight float32)) {
	switch lang {
	case "en":
		means = []int32{row}
	case "de":
		for _, translation := range ix.table.Translations(row) {
			if m := ix.table.Row("en", termOf("en", translation)); m != table.None {
				means = append(means, m)
			}
		}
	}
	w := ix.rank.Translation
	for _, row := range means {
		at, _ := slices.BinarySearchFunc(ix.meanings, row, func(m meaning, row int32) int { return cmp.Compare(m.row, row) })
		for ; at < len(ix.meanings) && ix.meanings[at].row == row; at++ {
			if m := ix.meanings[at]; ix.langs[m.lang] != lang {
				counts := w
				for range m.next {
					counts *= nextCounts
				}
				alt(ix.vocabulary.hashes[m.id], counts)
			}
		}
		w *= nextCounts
	}
}
