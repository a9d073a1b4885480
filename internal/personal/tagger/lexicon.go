package tagger

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	errModel   = errors.New("tagger: the model file is damaged")
	errLexicon = errors.New("tagger: the lexicon file is damaged")
)

// Marks of a word in the lexicon.
const (
	FirstName = 1 << iota
	LastName
	Place
	Common        // a German word that is no name
	CommonEnglish // an English one
	AnyName       // a first name or surname of somebody somewhere; many words are
	SmallEnglish  // an English word that its dictionary writes in small letters: "grant", and not "catherine"; the model does not know of this
)

// Entry is what the lexicon says about a word.
type Entry struct {
	Marks   uint8
	Cluster uint8 // of words that stand in the same places; 0 for none
	Sense   uint8 // of words of like meaning, by other vectors; 0 for none
}

// Lexicon knows names, places, common words, and which words stand in the same places.
type Lexicon struct {
	entries []byte              // three bytes each, the most frequent first
	words   []byte              // as they stand in the file
	from    []uint32            // by the upper 16 bits of a hash: where they begin
	heads   *[heads / 64]uint64 // a set of the hashes of words that may be the last part of a compound, shortened
}

// lexiconMagic begins the file of a lexicon and names its form:
//
//	entries  u32: how many
//	         3 bytes each: marks, cluster, sense; the most frequent first
//	sizes    u8 for each value of a hash's upper 16 bits: bytes of its words
//	words    by hash, ascending: its lower 16 bits, the number of its entry as a uvarint
//
// So a word takes 4 bytes and is found where it stands.
const lexiconMagic = "WCAL3\n"

// groups is how many values the upper half of a hash has.
const groups = 1 << 16

// ReadLexicon reads what AppendLexicon wrote, and keeps it.
func ReadLexicon(b []byte) (*Lexicon, error) {
	if len(b) < len(lexiconMagic)+4 || string(b[:len(lexiconMagic)]) != lexiconMagic {
		return nil, errLexicon
	}
	b = b[len(lexiconMagic):]
	kinds := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; len(b) < 3*kinds+groups {
		return nil, errLexicon
	}
	l := &Lexicon{entries: b[:3*kinds], words: b[3*kinds+groups:], from: make([]uint32, groups+1)}
	for top, size := range b[3*kinds : 3*kinds+groups] {
		l.from[top+1] = l.from[top] + uint32(size)
	}
	if int(l.from[groups]) != len(l.words) {
		return nil, errLexicon
	}
	l.noteHeads()
	return l, nil
}

// heads is how many shortened hashes there are: ten times as many as the lexicon has heads, so that nearly every part of
// a word that is none needs no search.
const heads = 1 << 20

// noteHeads notes the words that may be the last part of a compound.
func (l *Lexicon) noteHeads() {
	l.heads = new([heads / 64]uint64)
	for top := range uint32(groups) {
		for words := l.words[l.from[top]:l.from[top+1]]; len(words) > 2; {
			number, size := binary.Uvarint(words[2:])
			if isHead(l.entries[3*number]) {
				bit := (top<<16 | uint32(binary.LittleEndian.Uint16(words))) % heads
				l.heads[bit/64] |= 1 << (bit % 64)
			}
			words = words[2+size:]
		}
	}
}

// isHead says whether a word with such marks may be the last part of a compound.
func isHead(marks uint8) bool { return marks&Common != 0 && marks&(FirstName|LastName) == 0 }

// mayBeHead says of most words that are no last part of a compound that they are none.
func (l *Lexicon) mayBeHead(hash uint32) bool {
	bit := hash % heads
	return l.heads[bit/64]>>(bit%64)&1 != 0
}

// AppendLexicon writes words with their entries; the words are folded already.
func AppendLexicon(b []byte, words map[string]Entry) []byte {
	merged := map[uint32]Entry{}
	for w, e := range words {
		h := hashOf(w)
		old := merged[h]
		old.Marks |= e.Marks
		old.Cluster = max(old.Cluster, e.Cluster)
		old.Sense = max(old.Sense, e.Sense)
		merged[h] = old
	}
	return appendEntries(b, merged)
}

// appendEntries writes the entries of words by their hashes.
func appendEntries(b []byte, merged map[uint32]Entry) []byte {
	often := map[Entry]int{}
	for _, e := range merged {
		often[e]++
	}
	entries := slices.SortedFunc(maps.Keys(often), func(x, y Entry) int {
		return cmp.Or(often[y]-often[x], int(x.Marks)-int(y.Marks), int(x.Cluster)-int(y.Cluster), int(x.Sense)-int(y.Sense))
	})
	b = append(b, lexiconMagic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(entries)))
	number := make(map[Entry]uint64, len(entries))
	for i, e := range entries {
		number[e] = uint64(i)
		b = append(b, e.Marks, e.Cluster, e.Sense)
	}
	var sizes [groups]byte
	var all []byte
	for _, h := range slices.Sorted(maps.Keys(merged)) {
		before := len(all)
		all = binary.LittleEndian.AppendUint16(all, uint16(h))
		all = binary.AppendUvarint(all, number[merged[h]])
		sizes[h>>16] += byte(len(all) - before) // hashes are spread evenly: a dozen words at most, fifty bytes
	}
	return append(append(b, sizes[:]...), all...)
}

// near reads where a word with such a hash would stand.
func (l *Lexicon) near(hash uint32) byte {
	if at := l.from[hash>>16]; int(at) < len(l.words) {
		return l.words[at]
	}
	return 0
}

func (l *Lexicon) find(hash uint32) Entry {
	top, low := hash>>16, uint16(hash)
	for words := l.words[l.from[top]:l.from[top+1]]; len(words) > 2; {
		word := binary.LittleEndian.Uint16(words)
		if word == low {
			number, _ := binary.Uvarint(words[2:])
			e := l.entries[3*number:][:3]
			return Entry{e[0], e[1], e[2]}
		}
		if word > low {
			break
		}
		next := 3 // bytes of a number before its last have the highest bit
		for next < len(words) && words[next-1] >= 0x80 {
			next++
		}
		words = words[next:]
	}
	return Entry{}
}

const (
	hashSeed  uint32 = 2166136261
	hashPrime uint32 = 16777619
)

// hashOf is FNV-1a over the bytes of a folded word.
func hashOf[T string | []byte](w T) uint32 {
	h := hashSeed
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * hashPrime
	}
	return h
}

// Fold brings a word to the form under which the lexicon knows it.
func Fold(w string) string { return strings.ToLower(w) }

// Word is a word, a number or a punctuation mark as the tagger sees it.
type Word struct {
	hash     uint32 // of the folded word
	prefix   [2]uint32
	suffix   [3]uint32
	shape    uint32
	marks    uint32 // of the entry, with what the letters say
	entry    Entry
	known    uint8 // the marks of the word as it is written
	capital  bool
	compound bool // the lexicon knows only its last part
}

// word looks a word up that is given as written and folded.
func (l *Lexicon) word(written, folded string) (w Word) {
	w.hash = w.hashes(folded)
	l.lookUp(&w, written, folded)
	return w
}

// lookUp tells of a word of which the hashes are known what it is.
func (l *Lexicon) lookUp(w *Word, written, folded string) {
	first, _ := utf8.DecodeRuneInString(written)
	w.capital, w.shape = unicode.IsUpper(first), shapeOf(written)
	w.entry = l.find(w.hash)
	w.known = w.entry.Marks
	w.entry.Marks &^= SmallEnglish
	if w.capital && w.entry.Marks&(FirstName|LastName) == 0 {
		w.entry.Marks |= l.inflected(folded)
	}
	if w.capital && w.entry.Marks&AnyName == 0 {
		var buf [64]byte
		if other := appendPlain(buf[:0], folded); string(other) != folded {
			w.entry.Marks |= l.find(hashOf(other)).Marks & AnyName
		}
	}
	if w.entry.Marks == 0 && w.entry.Cluster == 0 {
		w.entry, w.compound = l.head(folded)
	}
	w.marks = w.packMarks()
}

// appendWords looks up the words of a sentence.
func (l *Lexicon) appendWords(to []Word, sentence []string) []Word {
	for _, w := range sentence {
		to = append(to, l.word(w, Fold(w)))
	}
	return to
}

// inflected is what the lexicon says about names of which a word is the genitive, or that it joins:
// "Müllers", "Müller-Lüdenscheidt", "Karl-Heinz".
func (l *Lexicon) inflected(folded string) (marks uint8) {
	const names = FirstName | LastName
	bare := strings.TrimSuffix(strings.TrimSuffix(folded, "s"), "'")
	if len(bare) >= 4 && len(bare) < len(folded) {
		marks = l.find(hashOf(bare)).Marks & names
	}
	if i := strings.LastIndexByte(folded, '-'); i > 0 {
		marks |= l.find(hashOf(folded[:i])).Marks & names & (l.find(hashOf(folded[i+1:])).Marks | LastName)
	}
	return marks
}

// hashes notes the hashes of the first and the last letters of a folded word and returns that of the
// whole.
func (w *Word) hashes(folded string) uint32 {
	h, letters := hashSeed, 0
	for i := range len(folded) {
		if utf8.RuneStart(folded[i]) {
			switch letters {
			case 3:
				w.prefix[0] = h
			case 4:
				w.prefix[1] = h
			}
			letters++
		}
		h = (h ^ uint32(folded[i])) * hashPrime
	}
	at := len(folded)
	for k := 1; k <= 4 && at > 0; k++ {
		size := 1
		if folded[at-1] >= utf8.RuneSelf {
			_, size = utf8.DecodeLastRuneInString(folded[:at])
		}
		at -= size
		if k >= 2 {
			w.suffix[k-2] = hashOf(folded[at:])
		}
	}
	return h
}

// head looks for what a compound is: a Verbandsdirektor is a Direktor.
func (l *Lexicon) head(folded string) (Entry, bool) {
	const least, longest = 4, 40 // bytes of a part, of a word
	if len(folded) > longest {
		return Entry{}, false
	}
	at := least
	for at < len(folded) && !utf8.RuneStart(folded[at]) {
		at++
	}
	for ; len(folded)-at >= least; at++ {
		if !utf8.RuneStart(folded[at]) {
			continue
		}
		hash := hashOf(folded[at:])
		if !l.mayBeHead(hash) {
			continue
		}
		if e := l.find(hash); isHead(e.Marks) {
			return Entry{Cluster: e.Cluster, Sense: e.Sense}, true
		}
	}
	return Entry{}, false
}

// appendPlain appends a word as registers without umlauts write it, without the s of the genitive.
func appendPlain(to []byte, folded string) []byte {
	for _, r := range folded {
		if r >= utf8.RuneSelf {
			if plain, ok := umlauts[r]; ok {
				to = append(to, plain...)
				continue
			}
		}
		to = utf8.AppendRune(to, r)
	}
	if n := len(to); n > 4 && to[n-1] == 's' {
		to = to[:n-1]
	}
	return to
}

var umlauts = map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss", 'é': "e", 'è': "e", 'ć': "c", 'č': "c", 'š': "s", 'ž': "z", 'ł': "l", 'ø': "o", 'å': "a", 'á': "a", 'í': "i", 'ó': "o", 'ñ': "n", 'ç': "c", 'ş': "s", 'ğ': "g", 'ı': "i"}

// shapeOf packs the kinds of a word's letters, runs shortened: "Müller" is Xx, "GmbH" XxX, "12." 9.
func shapeOf(w string) uint32 {
	h, last, letters := uint32(17), byte(0), 0
	for _, r := range w {
		c := byte('.')
		switch {
		case r < utf8.RuneSelf:
			c = shapeOfASCII[r]
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r == '’':
			c = '\''
		}
		if c != last {
			h = h*31 + uint32(c)
		}
		last = c
		letters++
	}
	if letters == 1 {
		h = h*31 + 1
	}
	return h
}

// shapeOfASCII are the kinds of the ASCII characters.
var shapeOfASCII = func() (m [utf8.RuneSelf]byte) {
	for c := range m {
		switch {
		case c >= 'a' && c <= 'z':
			m[c] = 'x'
		case c >= 'A' && c <= 'Z':
			m[c] = 'X'
		case c >= '0' && c <= '9':
			m[c] = '9'
		case c == '-', c == '\'':
			m[c] = byte(c)
		default:
			m[c] = '.'
		}
	}
	return m
}()
