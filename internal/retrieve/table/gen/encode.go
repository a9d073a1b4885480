package main

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"sort"

	"github.com/webchatagent/wca/internal/retrieve/table"
)

// encode writes the table; package table describes the format.
func (sp *space) encode(lex *lexicon, s settings) []byte {
	b := []byte(table.Magic)
	u32 := func(v int) { b = binary.LittleEndian.AppendUint32(b, uint32(v)) }
	u32(0) // the id, when all is known
	u32(s.dim)
	u32(len(sp.german))
	u32(len(sp.english))
	// One step of int8 per component and level.
	largest := 0.0
	for _, sd := range sp.scales {
		largest = math.Max(largest, sd)
	}
	step := largest * levels[len(levels)-1] / 127
	for _, sd := range sp.scales {
		for _, l := range signedLevels() {
			b = append(b, byte(int8(math.Round(l*sd/step))))
		}
	}
	both := [][]row{sp.german, sp.english}
	for _, rows := range both {
		for _, r := range rows {
			b = binary.LittleEndian.AppendUint32(b, r.hash)
		}
	}
	for _, rows := range both {
		for _, r := range rows {
			b = append(b, byte(math.Round(255*math.Min(1, r.weight))))
		}
	}
	for _, rows := range both {
		for _, r := range rows {
			for k := 0; k < s.dim; k += 2 {
				b = append(b, level(r.vector[k]/sp.scales[k])|level(r.vector[k+1]/sp.scales[k+1])<<4)
			}
		}
	}
	b = sp.translations(b, lex)
	binary.LittleEndian.PutUint32(b[8:], crc32.ChecksumIEEE(b[12:]))
	return b
}

// levels are the positive values of the 16-level quantiser with the least
// squared error for a normal distribution (Max 1960).
var levels = []float64{0.1284, 0.3881, 0.6568, 0.9424, 1.256, 1.618, 2.069, 2.733}

func signedLevels() []float64 {
	out := make([]float64, 0, 16)
	for i := len(levels) - 1; i >= 0; i-- {
		out = append(out, -levels[i])
	}
	return append(out, levels...)
}

// level is the number of the level nearest to x.
func level(x float64) byte {
	all := signedLevels()
	i := sort.SearchFloat64s(all, x)
	if i == 0 {
		return 0
	}
	if i == len(all) || x-all[i-1] <= all[i]-x {
		return byte(i - 1)
	}
	return byte(i)
}

// maxTranslations per word.
const maxTranslations = 3

// translations appends, for every row, up to three phrases of the other
// language, and the words they are made of.
func (sp *space) translations(b []byte, lex *lexicon) []byte {
	perRow := make([][][]string, 0, len(sp.german)+len(sp.english))
	used := map[string]int{}
	take := func(list []phrase, other *side, own string) {
		var texts [][]string
		ranked := best(list)
		for _, p := range ranked {
			if len(texts) == maxTranslations || len(texts) > 0 && p.weight < 0.15*ranked[0].weight {
				break
			}
			var words []string
			same := len(p.words) == 1
			for _, w := range p.words {
				words = append(words, other.full[w])
				same = same && other.words[w] == own
			}
			if same { // a word that is the same in both languages is found anyway
				continue
			}
			texts = append(texts, words)
		}
		for _, words := range texts {
			for _, w := range words {
				used[w]++
			}
		}
		perRow = append(perRow, texts)
	}
	for _, r := range sp.german {
		take(lex.toEnglish[r.id], lex.english, r.stem)
	}
	for _, r := range sp.english {
		if r.id < 0 {
			perRow = append(perRow, nil)
			continue
		}
		take(lex.toGerman[r.id], lex.german, r.stem)
	}
	words := make([]string, 0, len(used))
	for w := range used {
		words = append(words, w)
	}
	sort.Strings(words)
	number := map[string]int{}
	for i, w := range words {
		number[w] = i
	}
	return table.AppendDictionary(b, words, perRow, number)
}
