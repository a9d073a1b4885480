package tagger

import (
	"encoding/binary"
	"errors"
	"sort"
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
)

// Entry is what the lexicon says about a word.
type Entry struct {
	Marks   uint8
	Cluster uint8 // of words that stand in the same places; 0 for none
	Sense   uint8 // of words of like meaning, by other vectors; 0 for none
}

// Lexicon knows names, places, common words, and which words stand in the same places.
type Lexicon struct {
	hashes  []uint32 // sorted
	entries []Entry
	from    []uint32 // by the upper 16 bits of a hash: where they begin
}

const lexiconMagic = "WCAL2\n"

// ReadLexicon reads what AppendLexicon wrote.
func ReadLexicon(b []byte) (*Lexicon, error) {
	if len(b) < len(lexiconMagic)+4 || string(b[:len(lexiconMagic)]) != lexiconMagic {
		return nil, errLexicon
	}
	b = b[len(lexiconMagic):]
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; len(b) != 7*n {
		return nil, errLexicon
	}
	l := &Lexicon{hashes: make([]uint32, n), entries: make([]Entry, n), from: make([]uint32, 1<<16+1)}
	for i := range n {
		l.hashes[i] = binary.LittleEndian.Uint32(b[4*i:])
		l.entries[i] = Entry{b[4*n+i], b[5*n+i], b[6*n+i]}
	}
	at := 0
	for top := range l.from {
		for at < n && int(l.hashes[at]>>16) < top {
			at++
		}
		l.from[top] = uint32(at)
	}
	return l, nil
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
	hashes := make([]uint32, 0, len(merged))
	for h := range merged {
		hashes = append(hashes, h)
	}
	sort.Slice(hashes, func(i, j int) bool { return hashes[i] < hashes[j] })
	b = append(b, lexiconMagic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(hashes)))
	for _, h := range hashes {
		b = binary.LittleEndian.AppendUint32(b, h)
	}
	for _, h := range hashes {
		b = append(b, merged[h].Marks)
	}
	for _, h := range hashes {
		b = append(b, merged[h].Cluster)
	}
	for _, h := range hashes {
		b = append(b, merged[h].Sense)
	}
	return b
}

func (l *Lexicon) find(hash uint32) Entry {
	top := hash >> 16
	for i := l.from[top]; i < l.from[top+1]; i++ {
		if l.hashes[i] == hash {
			return l.entries[i]
		}
	}
	return Entry{}
}

// hashOf is FNV-1a over the bytes of a folded word.
func hashOf(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h
}

// Fold brings a word to the form under which the lexicon knows it.
func Fold(w string) string { return strings.ToLower(w) }

// wordView is a word as the features see it.
type wordView struct {
	hash     uint32 // of the folded word
	prefix   [2]uint32
	suffix   [3]uint32
	shape    uint32
	entry    Entry
	capital  bool
	genitive bool // the lexicon knows it without its s
	compound bool // the lexicon knows only its last part
}

func (l *Lexicon) views(sentence []string, out []wordView) []wordView {
	for _, w := range sentence {
		out = append(out, l.view(w))
	}
	return out
}

func (l *Lexicon) view(w string) wordView {
	first, _ := utf8.DecodeRuneInString(w)
	v := wordView{capital: unicode.IsUpper(first), shape: shapeOf(w)}
	folded := w
	if hasUpper(w) {
		folded = Fold(w)
	}
	v.hash = hashOf(folded)
	v.entry = l.find(v.hash)
	if v.entry.Marks&(FirstName|LastName) == 0 && v.capital {
		bare := strings.TrimSuffix(strings.TrimSuffix(folded, "s"), "'")
		if len(bare) >= 4 && len(bare) < len(folded) {
			if e := l.find(hashOf(bare)); e.Marks&(FirstName|LastName) != 0 {
				v.genitive = true
				v.entry.Marks |= e.Marks & (FirstName | LastName)
			}
		}
		if i := strings.LastIndexByte(folded, '-'); i > 0 { // Müller-Lüdenscheidt, Karl-Heinz
			v.entry.Marks |= l.find(hashOf(folded[:i])).Marks & (FirstName | LastName) & (l.find(hashOf(folded[i+1:])).Marks | LastName)
		}
	}
	if v.capital && v.entry.Marks&AnyName == 0 {
		if other := plain(folded); other != folded {
			v.entry.Marks |= l.find(hashOf(other)).Marks & AnyName
		}
	}
	if v.entry.Marks == 0 && v.entry.Cluster == 0 {
		v.entry, v.compound = l.head(folded)
	}
	n := 0
	for i := range folded {
		if n == 3 {
			v.prefix[0] = hashOf(folded[:i])
		}
		if n == 4 {
			v.prefix[1] = hashOf(folded[:i])
		}
		n++
	}
	at := len(folded)
	for k := 1; k <= 4 && at > 0; k++ {
		_, size := utf8.DecodeLastRuneInString(folded[:at])
		at -= size
		if k >= 2 {
			v.suffix[k-2] = hashOf(folded[at:])
		}
	}
	return v
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
		if e := l.find(hashOf(folded[at:])); e.Marks&Common != 0 && e.Marks&(FirstName|LastName) == 0 {
			return Entry{Cluster: e.Cluster, Sense: e.Sense}, true
		}
	}
	return Entry{}, false
}

// plain is a word as registers without umlauts write it, without the s of the genitive.
func plain(folded string) string {
	if !ascii(folded) {
		folded = umlauts.Replace(folded)
	}
	if len(folded) > 4 {
		folded = strings.TrimSuffix(folded, "s")
	}
	return folded
}

func ascii(w string) bool {
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "è", "e", "ć", "c", "č", "c", "š", "s", "ž", "z", "ł", "l", "ø", "o", "å", "a", "á", "a", "í", "i", "ó", "o", "ñ", "n", "ç", "c", "ş", "s", "ğ", "g", "ı", "i")

func hasUpper(w string) bool {
	for _, r := range w {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// shapeOf packs the kinds of a word's letters, runs shortened: "Müller" is Xx, "GmbH" XxX, "12." 9.
func shapeOf(w string) uint32 {
	h, last := uint32(17), rune(0)
	for _, r := range w {
		c := '.'
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r == '-':
			c = '-'
		case r == '\'', r == '’':
			c = '\''
		}
		if c != last {
			h = h*31 + uint32(c)
		}
		last = c
	}
	if utf8.RuneCountInString(w) == 1 {
		h = h*31 + 1
	}
	return h
}
