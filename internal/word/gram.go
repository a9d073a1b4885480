package word

import "unicode/utf8"

// gramSize is the length of character grams. Four letters did best on German
// and English (three and five are up to two points of recall worse).
const gramSize = 4

// syllableGram is that of words whose letters are syllables, Korean ones and those that Japanese has from abroad.
const syllableGram = 2

// firstKana is where the scripts begin of which a character says something by itself. The pairs are terms already, so
// the grams are single characters: 爆发 and 喷发 have one in common.
const firstKana = 0x3000

// Grams calls yield with the hash of every character 4-gram of a folded word,
// with a mark at both ends so that beginnings and endings differ from middles:
// "bad" gives "_bad", "bad_". Words shorter than three letters give one gram.
func Grams(t Token, yield func(uint32)) {
	if t.Kind == Ideographs {
		if r, _ := utf8.DecodeRuneInString(t.Text); r >= firstKana && !katakana(t.Text) {
			var character [utf8.UTFMax]byte
			for _, r := range t.Text {
				yield(hashBytes(utf8.AppendRune(character[:0], r)))
			}
			return
		}
	}
	var buffer [96]byte
	b := append(buffer[:0], '_')
	text := Bare(t.Text)
	if len(text) > 80 {
		text = text[:80]
	}
	b = append(b, text...)
	b = append(b, '_')
	length := gramSize
	if r, _ := utf8.DecodeRuneInString(t.Text); hangul(r) || katakana(t.Text) {
		length = syllableGram
	}
	if len(b) <= length {
		yield(hashBytes(b))
		return
	}
	// Offsets of rune starts, walked as a window.
	var starts [gramSize + 1]int
	n := 0
	for i := 0; i <= len(b); {
		if n < length {
			starts[n] = i
			n++
		} else {
			yield(hashBytes(b[starts[0]:i]))
			copy(starts[:], starts[1:length])
			starts[length-1] = i
		}
		if i == len(b) {
			break
		}
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, size := utf8.DecodeRune(b[i:])
		i += size
	}
	if n < length { // fewer letters than bytes
		yield(hashBytes(b))
	}
}

func hashBytes(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	return h
}
