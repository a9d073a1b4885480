package table

import "encoding/binary"

// Magic begins the file and names the version of its format:
//
//	magic                  8 bytes
//	id                     u32: CRC-32 (IEEE) of everything after it
//	dim, German, English   3 × u32: components, rows of each language
//	levels                 dim × 16 × int8: what each 4-bit level means
//	keys                   u32 per row: hash of the stem, ascending per language
//	weights                u8 per row, 255 = 1
//	vectors                dim/2 bytes per row, two components per byte, low half first
//	dictionary             see AppendDictionary
//
// All numbers are little-endian; German rows come before English ones.
const Magic = "WCATAB02"

const (
	wordBlock = 16 // words per block of the word list
	rowBlock  = 64 // rows per block of the translations
	levels    = 16 // of a component
)

// AppendDictionary appends the words and translations of a table to b:
//
//	word count u32, bytes of words u32, bytes of translations u32
//	offset u32 per 16 words; the words: length shared with the word before u8, rest u8 + bytes
//	offset u32 per 64 rows; per row: phrase count u8, per phrase word count u8 and 3 bytes per word
//
// The generator calls it; number maps a word to its place in words, which are
// sorted.
func AppendDictionary(b []byte, words []string, perRow [][][]string, number map[string]int) []byte {
	var text, offsets []byte
	previous := ""
	for i, w := range words {
		shared := 0
		if i%wordBlock == 0 {
			offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(text)))
		} else {
			for shared < len(w) && shared < len(previous) && w[shared] == previous[shared] {
				shared++
			}
		}
		text = append(text, byte(shared), byte(len(w)-shared))
		text = append(text, w[shared:]...)
		previous = w
	}
	var rows, rowOffsets []byte
	for i, phrases := range perRow {
		if i%rowBlock == 0 {
			rowOffsets = binary.LittleEndian.AppendUint32(rowOffsets, uint32(len(rows)))
		}
		rows = append(rows, byte(len(phrases)))
		for _, p := range phrases {
			rows = append(rows, byte(len(p)))
			for _, w := range p {
				n := number[w]
				rows = append(rows, byte(n), byte(n>>8), byte(n>>16))
			}
		}
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(words)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(text)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(rows)))
	b = append(b, offsets...)
	b = append(b, text...)
	b = append(b, rowOffsets...)
	return append(b, rows...)
}
