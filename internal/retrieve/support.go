package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// Support finds where passages say what a statement says, word by word: the same stem, a part of a
// compound, a translation, or a word of like meaning. It knows nothing of numbers and negations.
// Make one per answer; it must not be used by several goroutines at once.
type Support struct {
	table     *table.Table
	passages  int
	sentences []supportSentence
	row       []int8
}

type supportSentence struct {
	passage int
	text    string
	words   []supportWord
	heading bool // counts for the sentences below it, not by itself
}

type supportWord struct {
	term   uint32
	parts  []uint32
	vector []int8
	scale  float32
	weight float32
	fixed  bool     // a weekday or month: only itself will do
	asking bool     // it says how a question is asked
	abroad []uint32 // its translations
}

// Backing is the sentence of a passage that says most of a statement.
type Backing struct {
	// Passage is the place among the passages, -1 where nothing is alike.
	Passage int
	// Share is how much of the statement the passage says in some sentences that stand together, 0
	// to 1.
	Share float64
	// Shares is the same for each passage.
	Shares []float64
	// Sentence is the single sentence, of any passage, that says most of the statement, and Single
	// how much.
	Sentence string
	Single   float64
}

// NewSupport reads the passages.
func NewSupport(passages []*Passage) *Support {
	s := &Support{table: table.Default(), passages: len(passages)}
	s.row = make([]int8, s.table.Dim())
	for i, p := range passages {
		lang := p.Language
		add := func(text string, heading bool) {
			if words := s.words(text, lang); len(words) > 0 {
				s.sentences = append(s.sentences, supportSentence{passage: i, text: text, words: words, heading: heading})
			}
		}
		if n := len(p.Headings); n > 0 {
			add(p.Headings[n-1], true)
		} else if p.Title != "" {
			add(p.Title, true)
		}
		for _, span := range sentences(p.Text) {
			add(p.Text[span.start:span.end], false)
		}
	}
	return s
}

// words analyses a text for comparing.
func (s *Support) words(text, lang string) []supportWord {
	an := analyser{lang: lang, table: s.table}
	var out []supportWord
	for _, t := range word.Tokens(text, lang) {
		if t.Kind == word.Number {
			continue
		}
		term, parts := an.term(t)
		if term == 0 {
			continue
		}
		w := supportWord{term: term, parts: parts, weight: 1, fixed: weekdays[t.Text] || months[t.Text], asking: askingWords[lang][t.Text]}
		if row := rowOf(s.table, lang, term); row != table.None {
			w.vector = make([]int8, len(s.row))
			s.table.Vector(row, w.vector)
			w.scale = unitScale(w.vector)
			w.weight = 0.3 + 0.7*s.table.Weight(row)
			if l := tableLanguage(lang); l >= 0 {
				other := tableLanguages[1-l]
				for _, translation := range s.table.Translations(row) {
					for _, t := range word.Tokens(translation, other) {
						w.abroad = append(w.abroad, word.Hash(word.Stem(other, t)))
					}
				}
			}
		} else if len(parts) > 0 {
			w.vector, w.scale = s.partsVector(lang, parts)
		}
		out = append(out, w)
	}
	return out
}

// partsVector is the sum of the vectors of a compound's parts.
func (s *Support) partsVector(lang string, parts []uint32) ([]int8, float32) {
	sum := make([]float32, len(s.row))
	known := false
	for _, part := range parts {
		if row := rowOf(s.table, lang, part); row != table.None {
			s.table.Vector(row, s.row)
			for k, v := range s.row {
				sum[k] += float32(v)
			}
			known = true
		}
	}
	if !known {
		return nil, 0
	}
	return quantise(sum)
}

// Find looks for the passage that says most of a statement.
func (s *Support) Find(statement, lang string) Backing {
	best := Backing{Passage: -1, Shares: make([]float64, s.passages)}
	words := s.words(statement, lang)
	var all float64
	for _, w := range words {
		all += float64(w.weight)
	}
	if all == 0 {
		return best
	}
	// met[i][j] is how well word j of the statement is met in sentence i.
	met := make([][]float32, len(s.sentences))
	for i := range s.sentences {
		met[i] = make([]float32, len(words))
		for j := range words {
			met[i][j] = s.meets(&words[j], s.sentences[i].words)
		}
	}
	for i, sentence := range s.sentences {
		if sentence.heading {
			continue
		}
		var single, around float64
		for j, w := range words {
			single += float64(w.weight * met[i][j])
			around += float64(w.weight * s.near(met, i, j))
			if w.fixed && met[i][j] < 0.9 {
				single -= 0.5 * all // about another day
			}
		}
		single, around = single/all, around/all
		best.Shares[sentence.passage] = max(best.Shares[sentence.passage], around)
		if around > best.Share+1e-9 {
			best.Passage, best.Share = sentence.passage, around
		}
		if single > best.Single {
			best.Sentence, best.Single = sentence.text, single
		}
	}
	return best
}

// near is how well a word is met in a sentence, its neighbours, or its heading; what stands beside
// counts a little less.
func (s *Support) near(met [][]float32, i, j int) float32 {
	const beside = 0.9
	best := met[i][j]
	for k := i - 1; k >= 0 && s.sentences[k].passage == s.sentences[i].passage; k-- {
		if k >= i-2 || s.sentences[k].heading {
			best = max(best, beside*met[k][j])
		}
	}
	for k := i + 1; k <= i+2 && k < len(s.sentences) && s.sentences[k].passage == s.sentences[i].passage; k++ {
		best = max(best, beside*met[k][j])
	}
	return best
}

func (s *Support) meets(w *supportWord, in []supportWord) float32 {
	var best float32
	for k := range in {
		o := &in[k]
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
		if sim := float32(dot(w.vector, o.vector)) * w.scale * o.scale; sim > similarFloor {
			best = max(best, min(relatedAtMost, (sim-similarFloor)/(similarCeiling-similarFloor)))
		}
	}
	return best
}
