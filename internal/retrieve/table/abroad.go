package table

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
)

// abroad holds words of further languages.
//
//go:embed abroad.bin
var abroad string

// MagicAbroad begins the file of words of further languages, which have no vectors of their own but those of the
// English words that mean the same:
//
//	magic       8 bytes
//	id          u32: CRC-32 (IEEE) of everything after it
//	table       u32: ID of the table whose rows it names
//	languages   u32
//	each        code of the language, 4 bytes, filled up with zeros; words u32
//	keys        u32 per word: hash of the stem, ascending per language
//	means       MostMeanings × u16 per word: English rows, counted from the first English one, best first; NoMeaning in
//	            the place of those that are missing
//
// All numbers are little-endian.
const MagicAbroad = "WCAABR01"

// MostMeanings is how many English rows a word of a further language has at most; NoMeaning stands for none.
const (
	MostMeanings = 3
	NoMeaning    = 1<<16 - 1
)

// meaningCounts is what the English rows of a word count, best first.
var meaningCounts = [MostMeanings]int32{5, 3, 2}

// vocabulary is the words of a further language.
type vocabulary struct {
	keys  []byte
	first int32 // row of its first word
}

// OpenAbroad adds the words of further languages from the bytes the generator wrote, and keeps them. It
// looks at no word, so that they stay where they are.
func (t *Table) OpenAbroad(data []byte) error {
	const head, each = 20, 8
	bad := errors.New("not a list of words of further languages for this table")
	if len(data) < head || string(data[:8]) != MagicAbroad {
		return bad
	}
	u32 := func(at int) int { return int(binary.LittleEndian.Uint32(data[at:])) }
	languages := u32(16)
	if t.further != nil || uint32(u32(12)) != t.id || languages > 100 || len(data) < head+each*languages {
		return bad
	}
	at, words := head+each*languages, 0
	further := make(map[string]vocabulary, languages)
	for l := range languages {
		code := data[head+each*l : head+each*l+4]
		for len(code) > 0 && code[len(code)-1] == 0 {
			code = code[:len(code)-1]
		}
		n := u32(head + each*l + 4)
		if n > (len(data)-at)/4 {
			return bad
		}
		further[string(code)] = vocabulary{keys: data[at : at+4*n], first: int32(t.Rows() + words)}
		at, words = at+4*n, words+n
	}
	if len(data)-at != 2*MostMeanings*words {
		return bad
	}
	t.further, t.means = further, data[at:]
	t.id ^= uint32(u32(8))
	return nil
}

// isAbroad says whether a row is of a word of a further language.
func (t *Table) isAbroad(row int32) bool { return int(row) >= t.rows[0]+t.rows[1] }

// Means are the rows of the English words that mean the same as a word of a further language, best first.
func (t *Table) Means(row int32) []int32 {
	if t == nil || row < 0 || !t.isAbroad(row) {
		return nil
	}
	at := 2 * MostMeanings * (int(row) - t.rows[0] - t.rows[1])
	if at >= len(t.means) {
		return nil
	}
	var out []int32
	for k := range MostMeanings {
		m := binary.LittleEndian.Uint16(t.means[at+2*k:])
		if m == NoMeaning {
			break
		}
		out = append(out, int32(t.rows[0])+int32(m))
	}
	return out
}

// Key is the hash of the stem of a German or English row.
func (t *Table) Key(row int32) uint32 { return binary.LittleEndian.Uint32(t.keys[4*row:]) }

// readAbroad writes the mean of the vectors that a word of a further language stands for.
func (t *Table) readAbroad(meanings []int8, row int32, dst []int8) {
	var sum [1024]int32
	all := int32(0)
	for k, m := range t.Means(row) {
		t.read(meanings, m, dst)
		for i, x := range dst[:t.dim] {
			sum[i] += meaningCounts[k] * int32(x)
		}
		all += meaningCounts[k]
	}
	for i := range dst[:t.dim] {
		dst[i] = int8(math.Round(float64(sum[i]) / float64(max(1, all))))
	}
}

// weightAbroad is the mean of the weights.
func (t *Table) weightAbroad(row int32) float32 {
	var sum, all float32
	for k, m := range t.Means(row) {
		sum += float32(meaningCounts[k]) * t.Weight(m)
		all += float32(meaningCounts[k])
	}
	return sum / max(1, all)
}
