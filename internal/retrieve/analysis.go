package retrieve

import (
	"encoding/binary"
	"errors"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
)

// Marks in analysis.words: parts of compounds, function words, numbers and words that are
// capitalised inside a sentence follow theirs.
const (
	partMark     = 1
	functionMark = 2
	capitalMark  = 3
	numberMark   = 4
	yearMark     = 5
	marksEnd     = 6
)

// analysisVersion changes whenever stored analyses of the same text would
// differ; older ones are then made anew.
const analysisVersion = 21

// field says where in a passage a term comes from. How much each counts is
// decided when the index is built, so that tuning needs no new analysis.
type field uint8

const (
	fieldText field = iota
	fieldPart       // a part of a German compound in the text; its terms stand in words
	fieldHeading
	fieldTitle
	fieldPath
	fields
)

// analysis is everything search needs to know of one passage.
type analysis struct {
	lang   string
	facts  stated.Facts
	topics []topicStrength
	// length is the number of words of the text, function words included.
	length int
	// words are the stems of the text in reading order; 0 stands for the end of
	// a sentence, a mark says what the next one is: a part of the compound before
	// it, a function word, a number, a word capitalised inside its sentence.
	words []uint32
	// extra are the stems of the fields other than the text.
	extra [fields][]uint32
	// grams are distinct 24-bit gram hashes of the text by how often they
	// occur (once, twice, three times, four or more), then those of headings
	// and title.
	grams [gramGroups][]uint32
	// vector is the weighted mean of the table's vectors, as int8; nil when no
	// word is known. Its true length is scale times that of the bytes.
	vector []int8
	scale  float32
}

const (
	gramHeading = 4
	gramTitle   = 5
	gramGroups  = 6
)

// encode packs the analysis into bytes for storage:
//
//	version u8, id of table and topics u32, language length u8 + bytes, facts u16, topics u8 count + 2 bytes each, length uvarint,
//	words uvarint count + u32 each, extra per field the same,
//	grams per group uvarint count + 3 bytes each,
//	scale f32 bits, vector uvarint length + bytes
func (a *analysis) encode(id uint32) []byte {
	size := 64 + 4*len(a.words) + len(a.vector)
	for _, e := range a.extra {
		size += 4*len(e) + 2
	}
	for _, g := range a.grams {
		size += 3*len(g) + 3
	}
	b := make([]byte, 0, size)
	b = append(b, analysisVersion)
	b = binary.LittleEndian.AppendUint32(b, id)
	b = append(b, byte(len(a.lang)))
	b = append(b, a.lang...)
	b = binary.LittleEndian.AppendUint16(b, uint16(a.facts))
	b = append(b, byte(len(a.topics)))
	for _, t := range a.topics {
		b = append(b, t.topic, t.strength)
	}
	b = binary.AppendUvarint(b, uint64(a.length))
	b = appendTerms(b, a.words)
	for _, e := range a.extra {
		b = appendTerms(b, e)
	}
	for _, g := range a.grams {
		b = binary.AppendUvarint(b, uint64(len(g)))
		for _, v := range g {
			b = append(b, byte(v), byte(v>>8), byte(v>>16))
		}
	}
	b = binary.LittleEndian.AppendUint32(b, floatBits(a.scale))
	b = binary.AppendUvarint(b, uint64(len(a.vector)))
	for _, v := range a.vector {
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

// analysisID changes with the word table and the topics.
func analysisID(t *table.Table) uint32 { return t.ID() ^ knownTopics().id }

var errAnalysis = errors.New("retrieve: stored analysis is damaged or of another version")

// decode unpacks stored bytes into a, reusing its slices. It refuses bytes of
// another version, table or list of topics, and never reads past their end.
func (a *analysis) decode(b []byte, id uint32, dim int) error {
	r := reader{b: b}
	if r.byte() != analysisVersion || r.u32() != id {
		return errAnalysis
	}
	lang := r.bytes(int(r.byte()))
	if string(lang) != a.lang {
		a.lang = string(lang)
	}
	a.facts = stated.Facts(r.u16())
	a.topics = a.topics[:0]
	for n := r.byte(); n > 0 && !r.bad; n-- {
		t := topicStrength{r.byte(), r.byte()}
		a.topics = append(a.topics, t)
	}
	a.length = r.count(1 << 20)
	a.words = r.terms(a.words[:0])
	for f := range a.extra {
		a.extra[f] = r.terms(a.extra[f][:0])
	}
	for g := range a.grams {
		n := r.count(len(r.b) / 3)
		raw := r.bytes(3 * n)
		out := a.grams[g][:0]
		for ; len(raw) >= 3; raw = raw[3:] {
			out = append(out, uint32(raw[0])|uint32(raw[1])<<8|uint32(raw[2])<<16)
		}
		a.grams[g] = out
	}
	a.scale = bitsFloat(r.u32())
	n := r.count(len(r.b))
	raw := r.bytes(n)
	a.vector = a.vector[:0]
	for _, v := range raw {
		a.vector = append(a.vector, int8(v))
	}
	if r.bad || len(r.b) != 0 || n != 0 && n != dim {
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
