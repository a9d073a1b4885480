package main

import (
	"fmt"
	"log"
	"maps"
	"math"
	"slices"
	"sort"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

// wordList is the words of a language, ascending by the hash of their stem.
type wordList struct {
	code    string
	entries []entry
}

type entry struct {
	key   uint32
	means []int32 // English rows, best first
	value float64 // how much it is worth keeping
	stem  string
}

// meanings say how much a word stands for English rows.
type meanings map[int32]float64

// dictionaries read what leads from words to English rows.
type dictionaries struct {
	root   string
	table  *table.Table
	pivots map[string]map[string]meanings // by language and stem
}

func newDictionaries(root string, t *table.Table) *dictionaries {
	return &dictionaries{root: root, table: t, pivots: map[string]map[string]meanings{}}
}

// ofPivot are languages that lead to English for others, under a name of their own where they are led there by these in turn.
var ofPivot = map[string]language{
	"ca": catalan,
	"ru": {"ru", []source{mueller()}},
	"se": {"sv", []source{freedict("swe-eng"), freedict("eng-swe")}},
	"dk": {"da", []source{freedict("dan-eng"), freedict("eng-dan")}},
	"sv": {"sv", []source{freedict("swe-eng"), freedict("eng-swe"), apertium("swe-dan", "swe-dan", "sv", "dk")}},
	"da": {"da", []source{freedict("dan-eng"), freedict("eng-dan"), apertium("swe-dan", "dan-swe", "da", "se")}},
}

// weightOf is what the translation at a place of so many counts.
func weightOf(place, of int) float64 { return 1 / (math.Sqrt(float64(of)) * (1 + 0.2*float64(place))) }

// ofGerman is what German words count that lead to English, and throughPivot those of a third language.
const ofGerman, throughPivot = 0.6, 0.8

// ofPhrase is what a word of a phrase counts that is translated as a whole.
const ofPhrase = 0.15

// meant adds up what the dictionaries of a language say its stems mean.
func (d *dictionaries) meant(l language) (map[string]meanings, error) {
	all := map[string]meanings{}
	for _, s := range l.sources {
		list, err := s.read(d, s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", l.code, err)
		}
		reversed := s.to == l.code
		other := s.to
		if reversed {
			other = s.from
		}
		for _, t := range list {
			own, others := t.from, t.to
			if reversed {
				own, others = t.to, t.from
			}
			rows, err := d.english(other, others)
			if err != nil {
				return nil, err
			}
			weight := t.weight
			if len(own) > 1 {
				weight *= ofPhrase
			}
			for _, w := range own {
				stem := stemOf(l.code, w)
				if all[stem] == nil {
					all[stem] = meanings{}
				}
				for _, row := range slices.Sorted(maps.Keys(rows)) {
					all[stem][row] += float64(weight * rows[row])
				}
			}
		}
	}
	return all, nil
}

func stemOf(lang, folded string) string {
	return word.Stem(lang, word.Token{Text: folded, Kind: word.Letters})
}

// english is what words of another language mean in English.
func (d *dictionaries) english(lang string, words []string) (meanings, error) {
	out := meanings{}
	switch lang {
	case "en":
		for _, w := range words {
			if row := d.table.Row("en", word.Hash(stemOf("en", w))); row != table.None {
				out[row] += 1 / float64(len(words)*len(words))
			}
		}
	case "de":
		if row := d.table.Row("de", word.Hash(stemOf("de", words[0]))); len(words) == 1 && row != table.None {
			for i, phrase := range d.table.Translations(row) {
				all := phraseRows(d.table, phrase)
				for _, r := range all {
					out[r] += ofGerman / float64((1+i)*len(all)*len(all))
				}
			}
		}
	default:
		if len(words) != 1 {
			return nil, nil
		}
		pivot, err := d.pivot(lang)
		if err != nil {
			return nil, err
		}
		of := pivot[stemOf(ofPivot[lang].code, words[0])]
		most := 0.0
		for _, x := range of {
			most = math.Max(most, x)
		}
		for row, x := range of {
			out[row] = throughPivot * x / most
		}
	}
	return out, nil
}

func phraseRows(t *table.Table, text string) (rows []int32) {
	for _, w := range phrase(text, "en") {
		if row := t.Row("en", word.Hash(stemOf("en", w))); row != table.None {
			rows = append(rows, row)
		}
	}
	return rows
}

func (d *dictionaries) pivot(lang string) (map[string]meanings, error) {
	if d.pivots[lang] == nil {
		m, err := d.meant(ofPivot[lang])
		if err != nil {
			return nil, err
		}
		d.pivots[lang] = m
	}
	return d.pivots[lang], nil
}

// words lists the words of a language that are most worth keeping.
func (d *dictionaries) words(l language, most int) (wordList, error) {
	all, err := d.meant(l)
	if err != nil {
		return wordList{}, err
	}
	var entries []entry
	for _, stem := range slices.Sorted(maps.Keys(all)) {
		e := entry{key: word.Hash(stem), stem: stem}
		if e.means, e.value = d.choose(all[stem]); len(e.means) > 0 && len(stem) > 1 {
			entries = append(entries, e)
		}
	}
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].value > entries[j].value })
	log.Printf("%s: %d words in all", l.code, len(entries))
	entries = entries[:min(most, len(entries))]
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].key < entries[j].key })
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return a.key == b.key })
	return wordList{l.code, entries}, nil
}

// considered is how many rows of a word are held against each other, and farBehind what share of the best one's score the
// last of those has that are kept.
const considered, farBehind = 8, 0.25

// choose takes the English rows that a word stands for, the usual ones and those that agree with the others first, and
// tells how much the word is worth keeping: as much as the most usual of them is a part of ordinary text.
func (d *dictionaries) choose(of meanings) (rows []int32, value float64) {
	type scored struct {
		row   int32
		score float64
	}
	var list []scored
	for _, row := range slices.Sorted(maps.Keys(of)) {
		usual := math.Log10(d.table.Share(row) + 1e-8)
		list = append(list, scored{row, of[row] * math.Min(2, math.Max(0.4, 1+0.25*(usual+5.5)))})
	}
	byScore := func(a, b int) bool { return list[a].score > list[b].score }
	sort.SliceStable(list, byScore)
	list = list[:min(considered, len(list))]
	if len(list) == 0 {
		return nil, 0
	}
	center := make([]float64, d.table.Dim())
	vectors := make([][]float64, len(list))
	for i, s := range list {
		vectors[i] = d.unit(s.row)
		for k, x := range vectors[i] {
			center[k] += float64(s.score * x)
		}
	}
	length := math.Sqrt(inner(center, center))
	for i := range list {
		list[i].score *= 0.3 + math.Max(0, inner(center, vectors[i])/math.Max(length, 1e-9))
	}
	sort.SliceStable(list, byScore)
	for _, s := range list[:min(table.MostMeanings, len(list))] {
		if s.score < farBehind*list[0].score {
			break
		}
		rows = append(rows, s.row)
		value = math.Max(value, d.table.Share(s.row)*math.Min(1, of[s.row]/certain))
	}
	return rows, value
}

// certain is what a translation counts at least that is one of few, and no word of a longer phrase.
const certain = 0.4

func (d *dictionaries) unit(row int32) []float64 {
	v := make([]int8, d.table.Dim())
	d.table.Vector(row, v)
	out := make([]float64, len(v))
	for i, x := range v {
		out[i] = float64(x)
	}
	length := math.Sqrt(inner(out, out))
	for i := range out {
		out[i] /= math.Max(length, 1e-9)
	}
	return out
}

// inner converts to keep compilers from fusing, which would give other bytes on other processors.
func inner(a, b []float64) (sum float64) {
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}
