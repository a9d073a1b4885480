package main

import (
	"encoding/binary"
	"hash/crc32"

	"github.com/webchatagent/wca/internal/retrieve/table"
)

// encode writes the lists; package table describes the format.
func encode(t *table.Table, lists []wordList) []byte {
	b := []byte(table.MagicAbroad)
	u32 := func(v uint32) { b = binary.LittleEndian.AppendUint32(b, v) }
	u32(0) // the id, when all is known
	u32(t.ID())
	u32(uint32(len(lists)))
	for _, l := range lists {
		var code [4]byte
		copy(code[:], l.code)
		b = append(b, code[:]...)
		u32(uint32(len(l.entries)))
	}
	for _, l := range lists {
		for _, e := range l.entries {
			u32(e.key)
		}
	}
	first := int32(t.Rows() - t.English())
	for _, l := range lists {
		for _, e := range l.entries {
			for k := range table.MostMeanings {
				m := uint16(table.NoMeaning)
				if k < len(e.means) {
					m = uint16(e.means[k] - first)
				}
				b = binary.LittleEndian.AppendUint16(b, m)
			}
		}
	}
	binary.LittleEndian.PutUint32(b[8:], crc32.ChecksumIEEE(b[12:]))
	return b
}
