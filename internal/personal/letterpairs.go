package personal

import "strings"

// letterPairs are the pairs of bytes that stand side by side in a text, each byte by its lower five bits, so that a capital counts
// as the small letter: a set by which most words that do not stand in a text need not be looked for.
type letterPairs struct {
	pairs [1 << 10 / 64]uint64
	bytes [1 << 8 / 64]uint64 // those that stand in the text
}

// pairsOf notes those of a text.
func pairsOf(text string) (p letterPairs) {
	last := uint(0)
	for i := range len(text) {
		c := text[i]
		last = last<<5&(1<<10-1) | uint(c&31)
		p.pairs[last/64] |= 1 << (last % 64)
		p.bytes[c/64] |= 1 << (c % 64)
	}
	return p
}

// mayHold says of most words that do not stand in the text that they don't.
func (p *letterPairs) mayHold(words string) bool {
	for i := 1; i < len(words); i++ {
		if pair := uint(words[i-1]&31)<<5 | uint(words[i]&31); p.pairs[pair/64]>>(pair%64)&1 == 0 {
			return false
		}
	}
	return true
}

// has says whether a byte stands in the text, none of a capital.
func (p *letterPairs) has(c byte) bool { return p.bytes[c/64]>>(c%64)&1 != 0 }

// holds says whether words in small letters stand in the text.
func (s *scan) holds(words string) bool {
	return s.letters.mayHold(words) && strings.Contains(s.folded, words)
}
