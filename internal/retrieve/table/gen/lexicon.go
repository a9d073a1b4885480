package main

import (
	"math"
	"slices"
	"sort"

	"github.com/webchatagent/wca/internal/word"
)

// side numbers the stems of one language.
type side struct {
	words []string  // stems
	full  []string  // the most frequent full word of each
	count []float64 // weighted occurrences in the dictionary
	byID  map[string]int
	forms []map[string]float64
	known map[string]string // full word to stem
}

func newSide() *side { return &side{byID: map[string]int{}, known: map[string]string{}} }

func (s *side) add(lang, full string, weight float64) int32 {
	text, ok := s.known[full]
	if !ok {
		text = word.Stem(lang, word.Token{Text: full})
		s.known[full] = text
	}
	id, ok := s.byID[text]
	if !ok {
		id = len(s.words)
		s.byID[text] = id
		s.words = append(s.words, text)
		s.count = append(s.count, 0)
		s.forms = append(s.forms, map[string]float64{})
	}
	s.count[id] += weight
	s.forms[id][full] += weight
	return int32(id)
}

// done picks each stem's most frequent form; the shorter, then the first in
// the alphabet, where two are equal.
func (s *side) done() {
	s.full = make([]string, len(s.words))
	for id, forms := range s.forms {
		best := ""
		for full, n := range forms {
			switch b := forms[best]; {
			case best == "", n > b, n == b && (len(full) < len(best) || len(full) == len(best) && full < best):
				best = full
			}
		}
		s.full[id] = best
	}
	s.forms, s.known = nil, nil
}

// link is a German and an English stem that stand in a pair together.
type link struct {
	german, english int32
	forward         float64 // probability of the English word given the German
	backward        float64 // and the reverse
}

// phrase is a dictionary entry for one German or English word.
type phrase struct {
	words  []int32
	weight float64
}

// lexicon is what the dictionary says about words.
type lexicon struct {
	german, english *side
	links           []link
	byGerman        [][]int32 // links of each German stem
	byEnglish       [][]int32
	cells           []cell
	pairs           []weighted
	toEnglish       [][]phrase // entries whose German side is one word
	toGerman        [][]phrase
}

// weighted is a pair of phrases as stems; its links are cells[first:first+len(g)*len(e)].
type weighted struct {
	g, e   []int32
	weight float64
	first  int
}

type cell = int32

func newLexicon(pairs []pair) *lexicon {
	lex := &lexicon{german: newSide(), english: newSide()}
	index := map[uint64]int32{}
	for _, p := range pairs {
		weight := 1 / math.Sqrt(float64(p.alternatives))
		w := weighted{weight: weight, first: len(lex.cells)}
		for _, g := range p.german {
			w.g = append(w.g, lex.german.add("de", g, weight))
		}
		for _, e := range p.english {
			w.e = append(w.e, lex.english.add("en", e, weight))
		}
		for _, g := range w.g {
			for _, e := range w.e {
				key := uint64(g)<<32 | uint64(e)
				at, ok := index[key]
				if !ok {
					at = int32(len(lex.links))
					index[key] = at
					lex.links = append(lex.links, link{german: g, english: e})
				}
				lex.cells = append(lex.cells, at)
			}
		}
		lex.pairs = append(lex.pairs, w)
	}
	lex.german.done()
	lex.english.done()
	lex.byGerman = make([][]int32, len(lex.german.words))
	lex.byEnglish = make([][]int32, len(lex.english.words))
	for i, l := range lex.links {
		lex.byGerman[l.german] = append(lex.byGerman[l.german], int32(i))
		lex.byEnglish[l.english] = append(lex.byEnglish[l.english], int32(i))
	}
	lex.toEnglish = make([][]phrase, len(lex.german.words))
	lex.toGerman = make([][]phrase, len(lex.english.words))
	for i, p := range lex.pairs {
		weight := p.weight
		if !pairs[i].headword {
			weight *= 0.5
		}
		if len(p.g) == 1 && len(p.e) <= 3 {
			lex.toEnglish[p.g[0]] = addPhrase(lex.toEnglish[p.g[0]], p.e, weight)
		}
		if len(p.e) == 1 && len(p.g) <= 2 {
			lex.toGerman[p.e[0]] = addPhrase(lex.toGerman[p.e[0]], p.g, weight)
		}
	}
	return lex
}

func addPhrase(list []phrase, words []int32, weight float64) []phrase {
	for i := range list {
		if slices.Equal(list[i].words, words) {
			list[i].weight += weight
			return list
		}
	}
	return append(list, phrase{words, weight})
}

// align estimates which word of a phrase translates which, by expectation
// maximisation (Brown et al. 1993, model 1), in both directions.
func (lex *lexicon) align(rounds int) {
	for _, list := range lex.byGerman {
		for _, l := range list {
			lex.links[l].forward = 1 / float64(len(list))
		}
	}
	for _, list := range lex.byEnglish {
		for _, l := range list {
			lex.links[l].backward = 1 / float64(len(list))
		}
	}
	forward, backward := make([]float64, len(lex.links)), make([]float64, len(lex.links))
	for range rounds {
		clear(forward)
		clear(backward)
		for _, p := range lex.pairs {
			ng, ne := len(p.g), len(p.e)
			at := lex.cells[p.first : p.first+ng*ne]
			for j := range ne {
				sum := 0.0
				for i := range ng {
					sum += lex.links[at[i*ne+j]].forward
				}
				for i := range ng {
					forward[at[i*ne+j]] += float64(p.weight * lex.links[at[i*ne+j]].forward / sum)
				}
			}
			for i := range ng {
				sum := 0.0
				for j := range ne {
					sum += lex.links[at[i*ne+j]].backward
				}
				for j := range ne {
					backward[at[i*ne+j]] += float64(p.weight * lex.links[at[i*ne+j]].backward / sum)
				}
			}
		}
		for _, list := range lex.byGerman {
			sum := 0.0
			for _, l := range list {
				sum += forward[l]
			}
			for _, l := range list {
				lex.links[l].forward = forward[l] / math.Max(sum, 1e-12)
			}
		}
		for _, list := range lex.byEnglish {
			sum := 0.0
			for _, l := range list {
				sum += backward[l]
			}
			for _, l := range list {
				lex.links[l].backward = backward[l] / math.Max(sum, 1e-12)
			}
		}
	}
}

// best sorts phrases by weight, those with fewer words first among equals.
func best(list []phrase) []phrase {
	out := slices.Clone(list)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].weight/float64(len(out[i].words)), out[j].weight/float64(len(out[j].words))
		return a > b
	})
	return out
}
