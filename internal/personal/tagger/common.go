package tagger

import (
	_ "embed"
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"
)

// commonText lists the words and marks that stand most often in German and in English, as they are written: the highest means
// of their shares in news, an encyclopedia and the messages that the evaluation has.
//
//go:embed common.txt
var commonText string

// common are words that every text knows from its beginning: two thirds of the words of a short text are among them. They never
// change, so that all texts share them.
type common struct {
	vocabulary
	sides  []sides
	single [utf8.RuneSelf]int32 // of one character, by that; 0 for those that are not common
}

// newCommon looks words up. The first, with the number 0, is the edge.
func newCommon(t *Tagger, list []string) *common {
	c := &common{}
	c.begin(len(list))
	c.words, c.written = append(c.words, edge), append(c.written, "")
	for _, w := range list {
		if h := maphash.String(t.seed, w); c.find(h, w) < 0 {
			c.add(h, w, t.seed)
			c.words[len(c.words)-1] = t.lexicon.word(w, Fold(w))
		}
	}
	for i, w := range c.written {
		if len(w) == 1 && w[0] < utf8.RuneSelf {
			c.single[w[0]] = int32(i)
		}
	}
	c.sides = make([]sides, len(c.words))
	var room []uint64
	for i := range c.words {
		room = c.sides[i].make(&c.words[i], t.model, room)
	}
	return c
}

// Common gives the words that every text knows from its beginning, by their numbers. The first is none.
func (t *Tagger) Common() []string { return t.common.written }

// commonWords reads the list.
func commonWords() []string { return strings.Fields(commonText) }

// vocabulary holds words, each once.
type vocabulary struct {
	words   []Word
	written []string
	table   []entered // open addressing
}

// entered says where a word stands in a vocabulary.
type entered struct {
	after int32  // one more than that; 0 is free
	tag   uint32 // of its hash, so that hardly another word is compared with it
}

// tagOf gives the upper half of a hash.
func tagOf(hash uint64) uint32 { return uint32(hash >> 32) }

// begin empties a vocabulary and makes room for about so many words.
func (v *vocabulary) begin(words int) {
	size := 16
	for size < 2*words {
		size *= 2
	}
	v.words, v.written = slices.Grow(v.words[:0], words/3+2), slices.Grow(v.written[:0], words/3+2)
	v.table = slices.Grow(v.table[:0], size)[:size]
	clear(v.table)
}

// find gives the place of a word with its hash, -1 if it is not there.
func (v *vocabulary) find(hash uint64, written string) int32 {
	mask := uint64(len(v.table) - 1)
	for at := hash & mask; v.table[at].after != 0; at = (at + 1) & mask {
		if p := v.table[at]; p.tag == tagOf(hash) && v.written[p.after-1] == written {
			return p.after - 1
		}
	}
	return -1
}

// add adds a word that is not there, of which nothing is known yet, and gives its place.
func (v *vocabulary) add(hash uint64, written string, seed maphash.Seed) int32 {
	v.words, v.written = append(v.words, Word{}), append(v.written, written)
	if 2*len(v.words) >= len(v.table) {
		v.table = make([]entered, 2*len(v.table))
		for i, known := range v.written[:len(v.written)-1] {
			v.enter(maphash.String(seed, known), int32(i))
		}
	}
	i := int32(len(v.words) - 1)
	v.enter(hash, i)
	return i
}

// enter notes where a word stands.
func (v *vocabulary) enter(hash uint64, i int32) {
	mask := uint64(len(v.table) - 1)
	at := hash & mask
	for v.table[at].after != 0 {
		at = (at + 1) & mask
	}
	v.table[at] = entered{after: i + 1, tag: tagOf(hash)}
}
