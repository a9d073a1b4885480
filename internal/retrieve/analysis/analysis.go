// Package analysis does the language work on a passage that is too costly for every question, and packs what it found
// into bytes that are stored beside the passage (analysis.go): stems, the parts of German compounds (compound.go), couples
// of what languages without spaces or with syllables write (couple.go), 4-grams, a vector, facts and topics (topics.go).
// A question's words are read by the same rules: Analyser, TopicFinder.
package analysis

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
)

// Marks in Analysis.Words: parts of compounds, function words, numbers and words that are
// capitalised inside a sentence follow theirs.
const (
	PartMark     = 1
	FunctionMark = 2
	CapitalMark  = 3
	NumberMark   = 4
	YearMark     = 5
	MarksEnd     = 6
)

// version changes whenever stored analyses of the same text would
// differ; older ones are then made anew.
const version = 22

// field says where in a passage a term comes from. How much each counts is
// decided when the index is built, so that tuning needs no new analysis.
type field uint8

const (
	FieldText field = iota
	FieldPart       // a part of a German compound in the text; its terms stand in words
	FieldHeading
	FieldTitle
	FieldPath
	fields
)

// Analysis is everything search needs to know of one passage.
type Analysis struct {
	Lang   string
	Facts  stated.Facts
	Topics []TopicStrength
	// Length is the number of words of the text, function words included.
	Length int
	// Words are the stems of the text in reading order; 0 stands for the end of
	// a sentence, a mark says what the next one is: a part of the compound before
	// it, a function word, a number, a word capitalised inside its sentence.
	Words []uint32
	// Extra are the stems of the fields other than the text.
	Extra [fields][]uint32
	// Grams are distinct 24-bit gram hashes of the text by how often they
	// occur (once, twice, three times, four or more), then those of headings
	// and title.
	Grams [gramGroups][]uint32
	// Vector is the weighted mean of the table's vectors, as int8; nil when no
	// word is known. Its true length is Scale times that of the bytes.
	Vector []int8
	Scale  float32
}

// The groups of Analysis.Grams behind those of the text.
const (
	GramHeading = 4
	GramTitle   = 5
	gramGroups  = 6
)

// Encode packs the analysis into bytes for storage:
//
//	version u8, id of table and topics u32, language length u8 + bytes, facts u16, topics u8 count + 2 bytes each, length uvarint,
//	words uvarint count + u32 each, extra per field the same,
//	grams per group uvarint count + 3 bytes each,
//	scale f32 bits, vector uvarint length + bytes
func (a *Analysis) Encode(t *table.Table) []byte {
	size := 64 + 4*len(a.Words) + len(a.Vector)
	for _, e := range a.Extra {
		size += 4*len(e) + 2
	}
	for _, g := range a.Grams {
		size += 3*len(g) + 3
	}
	b := make([]byte, 0, size)
	b = append(b, version)
	b = binary.LittleEndian.AppendUint32(b, id(t))
	b = append(b, byte(len(a.Lang)))
	b = append(b, a.Lang...)
	b = binary.LittleEndian.AppendUint16(b, uint16(a.Facts))
	b = append(b, byte(len(a.Topics)))
	for _, t := range a.Topics {
		b = append(b, t.Topic, t.Strength)
	}
	b = binary.AppendUvarint(b, uint64(a.Length))
	b = appendTerms(b, a.Words)
	for _, e := range a.Extra {
		b = appendTerms(b, e)
	}
	for _, g := range a.Grams {
		b = binary.AppendUvarint(b, uint64(len(g)))
		for _, v := range g {
			b = append(b, byte(v), byte(v>>8), byte(v>>16))
		}
	}
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(a.Scale))
	b = binary.AppendUvarint(b, uint64(len(a.Vector)))
	for _, v := range a.Vector {
		b = append(b, byte(v))
	}
	return b
}

func appendTerms(b []byte, terms []uint32) []byte {
	b = binary.AppendUvarint(b, uint64(len(terms)))
	for _, t := range terms {
		b = binary.LittleEndian.AppendUint32(b, t)
	}
	return b
}

// id changes with the word table and the topics.
func id(t *table.Table) uint32 { return t.ID() ^ knownTopics().id }

var errAnalysis = errors.New("analysis: stored analysis is damaged or of another version")

// Decode unpacks stored bytes into a, reusing its slices. It refuses bytes of
// another version, table or list of topics, and never reads past their end.
func (a *Analysis) Decode(b []byte, t *table.Table) error {
	r := reader{b: b}
	if r.byte() != version || r.u32() != id(t) {
		return errAnalysis
	}
	lang := r.bytes(int(r.byte()))
	if string(lang) != a.Lang {
		a.Lang = string(lang)
	}
	a.Facts = stated.Facts(r.u16())
	a.Topics = a.Topics[:0]
	for n := r.byte(); n > 0 && !r.bad; n-- {
		t := TopicStrength{r.byte(), r.byte()}
		a.Topics = append(a.Topics, t)
	}
	a.Length = r.count(1 << 20)
	a.Words = r.terms(a.Words[:0])
	for f := range a.Extra {
		a.Extra[f] = r.terms(a.Extra[f][:0])
	}
	for g := range a.Grams {
		n := r.count(len(r.b) / 3)
		raw := r.bytes(3 * n)
		out := a.Grams[g][:0]
		for ; len(raw) >= 3; raw = raw[3:] {
			out = append(out, uint32(raw[0])|uint32(raw[1])<<8|uint32(raw[2])<<16)
		}
		a.Grams[g] = out
	}
	a.Scale = math.Float32frombits(r.u32())
	n := r.count(len(r.b))
	raw := r.bytes(n)
	a.Vector = a.Vector[:0]
	for _, v := range raw {
		a.Vector = append(a.Vector, int8(v))
	}
	if r.bad || len(r.b) != 0 || n != 0 && n != t.Dim() {
		return errAnalysis
	}
	return nil
}

// reader takes numbers off the front of b and remembers when there were none.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) u16() uint16 {
	if b := r.bytes(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) u32() uint32 {
	if b := r.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) count(limit int) int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > uint64(limit) {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) terms(out []uint32) []uint32 {
	n := r.count(len(r.b) / 4)
	raw := r.bytes(4 * n)
	for ; len(raw) >= 4; raw = raw[4:] {
		out = append(out, binary.LittleEndian.Uint32(raw))
	}
	return out
}
