// Package table holds the static bilingual table of word vectors: German stems
// and English stems in one space, so that related words are near each other
// within and across the two languages, and a small dictionary between them.
// Words of further languages lead to the English ones that mean the same.
//
// The table is read in place from the program's own image: opening it costs
// nothing, and only the pages that are looked at become memory. Package gen
// beneath this one makes it; NOTICE names its sources and their licences.
package table

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"sync"
	"unsafe"

	"github.com/webchatagent/wca/internal/resident"
)

// static is a string for its place in the program: constants, which leave memory while nobody needs them.
//
//go:embed static.bin
var static string

// Default is the table built into the program.
var Default = sync.OnceValue(func() *Table {
	data, further := bytesOf(static), bytesOf(abroad)
	t, err := Open(data)
	if err == nil {
		err = t.OpenAbroad(further)
	}
	if err != nil {
		panic("the built-in table is damaged: " + err.Error()) // a broken build, nothing a caller could do
	}
	resident.Sparsely(data)
	resident.Sparsely(further)
	return t
})

func bytesOf(constant string) []byte {
	return unsafe.Slice(unsafe.StringData(constant), len(constant))
}

// Table is immutable and safe for concurrent use. The nil Table is empty.
type Table struct {
	id      uint32
	dim     int
	rows    [2]int // German, English
	levels  []int8 // 16 per component
	evened  []int8 // the same, of components evened out
	keys    []byte
	weights []byte
	vectors []byte

	words, wordOffsets []byte
	wordCount          int
	phrases, offsets   []byte

	further map[string]vocabulary // words of other languages
	means   []byte                // of all of them
}

// None is the row of a word the table does not hold.
const None int32 = -1

// Open reads a table from the bytes the generator wrote, and keeps them.
func Open(data []byte) (*Table, error) {
	bad := errors.New("not a word table of this version")
	if len(data) < 24 || string(data[:8]) != Magic {
		return nil, bad
	}
	u32 := func(at int) int { return int(binary.LittleEndian.Uint32(data[at:])) }
	t := &Table{id: uint32(u32(8)), dim: u32(12), rows: [2]int{u32(16), u32(20)}}
	n := t.rows[0] + t.rows[1]
	if t.dim > 1024 || t.dim%2 != 0 || n > 1<<24 {
		return nil, bad
	}
	rest := data[24:]
	ok := true
	take := func(size int) []byte {
		if size < 0 || size > len(rest) {
			ok = false
			return nil
		}
		out := rest[:size]
		rest = rest[size:]
		return out
	}
	for _, l := range take(levels * t.dim) {
		t.levels = append(t.levels, int8(l))
	}
	for at := 0; at < len(t.levels); at += levels {
		t.evened = append(t.evened, even(t.levels[at:at+levels])...)
	}
	t.keys = take(4 * n)
	t.weights = take(n)
	t.vectors = take(n * t.dim / 2)
	head := take(12)
	if !ok {
		return nil, bad
	}
	t.wordCount = int(binary.LittleEndian.Uint32(head))
	t.wordOffsets = take((t.wordCount + wordBlock - 1) / wordBlock * 4)
	t.words = take(int(binary.LittleEndian.Uint32(head[4:])))
	t.offsets = take((n + rowBlock - 1) / rowBlock * 4)
	t.phrases = take(int(binary.LittleEndian.Uint32(head[8:])))
	if !ok || len(rest) != 0 {
		return nil, bad
	}
	return t, nil
}

// ID identifies the content of the table: analyses made with another one are
// outdated.
func (t *Table) ID() uint32 {
	if t == nil {
		return 0
	}
	return t.id
}

// Dim is the number of components of a vector, 0 for the empty table.
func (t *Table) Dim() int {
	if t == nil {
		return 0
	}
	return t.dim
}

// Rows is the number of German and English rows; they are numbered from 0. Those of words of further languages follow.
func (t *Table) Rows() int {
	if t == nil {
		return 0
	}
	return t.rows[0] + t.rows[1]
}

// English is how many of them are English; these come after the German ones.
func (t *Table) English() int {
	if t == nil {
		return 0
	}
	return t.rows[1]
}

// Row finds a word by language and the hash of its stem, or returns None.
func (t *Table) Row(lang string, term uint32) int32 {
	if t == nil {
		return None
	}
	switch lang {
	case "de":
		return place(t.keys[:4*t.rows[0]], term, 0)
	case "en":
		return place(t.keys[4*t.rows[0]:], term, int32(t.rows[0]))
	}
	v, ok := t.further[lang]
	if !ok {
		return None
	}
	return place(v.keys, term, v.first)
}

// Knows says whether the table has words of a language.
func (t *Table) Knows(lang string) bool {
	if t == nil {
		return false
	}
	_, ok := t.further[lang]
	return ok || lang == "de" || lang == "en"
}

// place is where a term stands among ascending keys, counted from first; None if it does not.
func place(keys []byte, term uint32, first int32) int32 {
	// Hashes are spread evenly: a guess by value lands within a few places.
	key := func(i int) uint32 { return binary.LittleEndian.Uint32(keys[4*i:]) }
	to := len(keys) / 4
	at := int(uint64(to) * uint64(term) >> 32)
	step := 64
	low, high := max(0, at-step), min(to, at+step)
	for low > 0 && key(low) > term {
		step *= 4
		low = max(0, low-step)
	}
	for step = 64; high < to && key(high-1) < term; {
		step *= 4
		high = min(to, high+step)
	}
	for low < high {
		mid := (low + high) / 2
		if key(mid) < term {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < to && key(low) == term {
		return first + int32(low)
	}
	return None
}

// Vector writes the vector of a row into dst, which has Dim components. They are evened out, each multiplied
// by its spread to the power of -3/4: in the strongest ones all words of a kind agree, whatever they mean,
// and they would drown the rest.
func (t *Table) Vector(row int32, dst []int8) { t.read(t.evened, row, dst) }

// Plain is Vector with its components as strong as they are. By it words are told to say the same where a
// mistake is worse than in a search.
func (t *Table) Plain(row int32, dst []int8) { t.read(t.levels, row, dst) }

func (t *Table) read(meanings []int8, row int32, dst []int8) {
	if t.isAbroad(row) {
		t.readAbroad(meanings, row, dst)
		return
	}
	half := t.dim / 2
	packed := t.vectors[int(row)*half : (int(row)+1)*half]
	for i, b := range packed {
		dst[2*i] = meanings[2*levels*i+int(b&15)]
		dst[2*i+1] = meanings[2*levels*i+levels+int(b>>4)]
	}
}

// even gives what the levels of a component mean when it is evened out. The last level is the highest.
func even(of []int8) (out []int8) {
	most := math.Sqrt(max(1, float64(of[len(of)-1])) / 127)
	by := 1 / (most * math.Sqrt(most))
	for _, l := range of {
		out = append(out, int8(math.Round(float64(l)*by)))
	}
	return out
}

// Weight is how much a word says about a text, 0 (a function word) to 1 (rare): the smooth inverse
// frequency of Arora, Liang, Ma (2017).
func (t *Table) Weight(row int32) float32 {
	if t.isAbroad(row) {
		return t.weightAbroad(row)
	}
	return float32(t.weights[row]) / 255
}

// Share is how much of all words of ordinary text a word makes up, 0 to 1.
func (t *Table) Share(row int32) float64 {
	const a = 1e-3 // as in the generator
	if t.isAbroad(row) {
		return a * (1/math.Max(1.0/255, float64(t.weightAbroad(row))) - 1)
	}
	return a * (255/math.Max(1, float64(t.weights[row])) - 1)
}

// Translations are words or short phrases of the other language that mean the
// same, best first, folded but not stemmed, words separated by spaces; at most
// three. Words of further languages have none of their own, see Means.
func (t *Table) Translations(row int32) []string {
	if t == nil || row < 0 || t.isAbroad(row) {
		return nil
	}
	block := int(row) / rowBlock
	at := int(binary.LittleEndian.Uint32(t.offsets[4*block:]))
	for skip := int(row) % rowBlock; skip > 0; skip-- {
		phrases := int(t.phrases[at])
		at++
		for range phrases {
			at += 1 + 3*int(t.phrases[at])
		}
	}
	phrases := int(t.phrases[at])
	at++
	var out []string
	for range phrases {
		words := int(t.phrases[at])
		at++
		text := ""
		for range words {
			if text != "" {
				text += " "
			}
			text += t.word(int(t.phrases[at]) | int(t.phrases[at+1])<<8 | int(t.phrases[at+2])<<16)
			at += 3
		}
		out = append(out, text)
	}
	return out
}

// word reads the n-th word of the word list.
func (t *Table) word(n int) string {
	at := int(binary.LittleEndian.Uint32(t.wordOffsets[4*(n/wordBlock):]))
	var buffer [64]byte
	b := buffer[:0]
	for i := 0; ; i++ {
		shared, rest := int(t.words[at]), int(t.words[at+1])
		b = append(b[:shared], t.words[at+2:at+2+rest]...)
		if i == n%wordBlock {
			return string(b)
		}
		at += 2 + rest
	}
}
