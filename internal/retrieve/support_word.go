package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// supportReader reads texts for comparing them word by word.
type supportReader struct {
	table *table.Table
	row   []int8
	known map[spelling]*supportWord // what was read so far: an answer's words come again and again
}

// spelling is a folded word in a language.
type spelling struct{ lang, text string }

type supportWord struct {
	term       uint32
	parts      []uint32
	vector     []int8
	scale      float32
	weight     float32
	fixed      bool        // a weekday or month: only itself will do
	day        date.Days   // the weekday, if it is one
	month      date.Months // the month, if it is one
	asking     bool        // it says how a question is asked
	abroad     []uint32    // its translations, once translated
	translated bool
}

func newSupportReader() supportReader {
	t := table.Default()
	return supportReader{table: t, row: make([]int8, t.Dim()), known: map[spelling]*supportWord{}}
}

// words analyses a text for comparing. What is looked for in others has its translations.
func (s *supportReader) words(text, lang string, lookedFor bool) []supportWord {
	out := make([]supportWord, 0, len(text)/8+2)
	word.Each(text, lang, func(t word.Token) {
		if t.Kind == word.Number {
			return
		}
		key := spelling{lang, t.Text}
		w := s.known[key]
		if w == nil {
			w = s.word(t, lang)
			s.known[key] = w
		}
		if w.term == 0 {
			return
		}
		if lookedFor && !w.translated {
			w.abroad, w.translated = s.translations(lang, w.term), true
		}
		out = append(out, *w)
	})
	return out
}

// word analyses a word. Its term is 0 if it does not count.
func (s *supportReader) word(t word.Token, lang string) *supportWord {
	an := analysis.Analyser{Lang: lang, Table: s.table}
	term, parts := an.Term(t)
	if term == 0 {
		return &supportWord{}
	}
	w := &supportWord{term: term, parts: parts, weight: 1, fixed: stated.IsWeekday(t.Text) || stated.IsMonth(t.Text) || fixedTerms()[term], asking: askingWords[lang][t.Text]}
	if w.fixed {
		if w.day = stated.DayWord(t.Text); w.day == 0 {
			w.month = date.MonthSet(date.Month(t.Text))
		}
	}
	if row := analysis.RowOf(s.table, lang, term); row != table.None {
		w.vector, w.scale = s.vector(row)
		w.weight = 0.3 + 0.7*s.table.Weight(row)
	} else if len(parts) > 0 {
		w.vector, w.scale = s.partsVector(lang, parts)
	} else if name, plural := strings.CutSuffix(t.Text, "s"); plural && len(name) > 3 && tableLanguage(lang) >= 0 { // "Teslas" of "Tesla"
		w.parts = []uint32{word.Hash(word.Stem(lang, word.Token{Text: name, Kind: t.Kind, Capital: t.Capital}))}
	}
	return w
}

// translations are the terms of the other language that mean the same as a term.
func (s *supportReader) translations(lang string, term uint32) []uint32 {
	l := tableLanguage(lang)
	row := analysis.RowOf(s.table, lang, term)
	if l < 0 || row == table.None {
		return nil
	}
	var out []uint32
	other := tableLanguages[1-l]
	for _, translation := range s.table.Translations(row) {
		word.Each(translation, other, func(t word.Token) {
			out = append(out, word.Hash(word.Stem(other, t)))
		})
	}
	return out
}

// vector is that of a row and the factor that gives it length one.
func (s *supportReader) vector(row int32) ([]int8, float32) {
	v := make([]int8, len(s.row))
	s.table.Plain(row, v)
	return v, unitScale(v)
}

// partsVector is the sum of the vectors of a compound's parts.
func (s *supportReader) partsVector(lang string, parts []uint32) ([]int8, float32) {
	sum := make([]float32, len(s.row))
	known := false
	for _, part := range parts {
		if row := analysis.RowOf(s.table, lang, part); row != table.None {
			s.table.Plain(row, s.row)
			for k, v := range s.row {
				sum[k] += float32(v)
			}
			known = true
		}
	}
	if !known {
		return nil, 0
	}
	return analysis.Quantise(sum)
}

// metIn is how well a sentence says the word, 0 to 1.
func (w *supportWord) metIn(sentence []supportWord) float32 {
	var best float32
	for k := range sentence {
		o := &sentence[k]
		if o.term == w.term {
			return 1
		}
		if slices.Contains(w.abroad, o.term) {
			best = max(best, 0.95)
		}
		for _, part := range o.parts {
			if part == w.term {
				best = max(best, 0.9)
			}
			for _, own := range w.parts {
				if own == part {
					best = max(best, 0.7)
				}
			}
		}
		for _, own := range w.parts {
			if own == o.term {
				best = max(best, 0.8)
			}
		}
		if w.vector == nil || o.vector == nil || best >= relatedAtMost || w.fixed && o.fixed {
			continue
		}
		best = max(best, relatedness(float32(dot(w.vector, o.vector))*w.scale*o.scale, plainFloor))
	}
	return best
}
