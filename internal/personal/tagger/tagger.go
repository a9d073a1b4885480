package tagger

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"hash/maphash"
	"math"
	"sync"
	"unsafe"

	"github.com/webchatagent/wca/internal/resident"
)

// Span is a name: the tokens from Start up to End.
type Span struct{ Start, End int }

// Labels of a token. Other are names of places, organisations and things: knowing them keeps them
// from being taken for persons.
const (
	outside = iota
	beginPerson
	insidePerson
	beginOther
	insideOther
	labels
)

// allowed says which label may follow which; -1 is the beginning of a sentence.
func allowed(before, after int) bool {
	switch after {
	case insidePerson:
		return before == beginPerson || before == insidePerson
	case insideOther:
		return before == beginOther || before == insideOther
	}
	return true
}

// The files are strings for their place in the program: constants, which leave memory while nobody needs them.
//
//go:embed model.bin
var modelFile string

//go:embed lexicon.bin
var lexiconFile string

// bytesOf gives the bytes of a file where they stand; they can't be written to.
func bytesOf(file string) []byte { return unsafe.Slice(unsafe.StringData(file), len(file)) }

// Tagger finds names. It never changes after it was read and may be used by many goroutines.
type Tagger struct {
	lexicon *Lexicon
	model   *Model
	common  *common
	seed    maphash.Seed // of the tables of words, so that nobody can make them slow
}

// Default is the tagger that comes with the program. It is read at its first use.
var Default = sync.OnceValue(func() *Tagger {
	lexicon, err := ReadLexicon(bytesOf(lexiconFile))
	if err != nil {
		panic(err) // the file is ours and tested
	}
	model, err := ReadModel(bytesOf(modelFile))
	if err != nil {
		panic(err)
	}
	resident.Done(bytesOf(modelFile))
	resident.Done(bytesOf(lexiconFile))
	resident.Sparsely(bytesOf(lexiconFile))
	return newTagger(lexicon, model, commonWords())
})

// New makes a tagger of its parts.
func New(l *Lexicon, m *Model) *Tagger { return newTagger(l, m, nil) }

func newTagger(l *Lexicon, m *Model, commonWords []string) *Tagger {
	t := &Tagger{lexicon: l, model: m, seed: maphash.MakeSeed()}
	t.common = newCommon(t, commonWords)
	return t
}

// Room is the working memory of Persons. The zero value works; it is for one goroutine at a time.
type Room struct {
	words  []*Word           // of the sentence, with two edges before and behind
	sides  []*sides          // of each of these
	own    [][labels]float32 // of each word of the sentence, without the moves
	scores [][labels]float32 // of the best path up to each word that gives it a label
	path   []int8
}

// Model holds the weights of a conditional random field.
type Model struct {
	checks *[slots]uint8           // of the feature that a slot holds, 0 where it holds none: small enough to stay near
	slots  *[slots + 1]slot        // the last is that of all features that the model does not know
	moves  [labels][labels]float32 // to a label from each; minus infinity where it may not follow
	first  [labels]float32         // of the first word
	scale  float32                 // of a weight's unit

	senses, clusters [1 << 8][places]sums // what it knows of the features about each sense and each cluster alone
}

// slot holds what the model knows of a feature, a byte each: the weights of the labels, to each of which
// bias was added, and a one. So the weights of many features are added up in a few steps.
type slot uint64

// bias makes a weight positive.
const bias = 128

// sums are the sums of the bytes of slots, two bytes each: those of the even bytes and of the odd ones.
// There is room for 257 slots.
type sums struct{ even, odd uint64 }

const evenBytes = 0x00ff00ff00ff00ff

// plus adds further sums.
func (s sums) plus(more sums) sums { return sums{s.even + more.even, s.odd + more.odd} }

// scores are the sums of the weights of the labels, in units of scale.
func (s sums) scores(scale float32) [labels]float32 {
	unbias := bias * int32(s.odd>>32&0xffff) // of the ones
	return [labels]float32{
		float32(int32(s.even&0xffff)-unbias) * scale,
		float32(int32(s.odd&0xffff)-unbias) * scale,
		float32(int32(s.even>>16&0xffff)-unbias) * scale,
		float32(int32(s.odd>>16&0xffff)-unbias) * scale,
		float32(int32(s.even>>32&0xffff)-unbias) * scale,
	}
}

// slots is how many features a model holds at most.
const (
	slotBits = 18
	slots    = 1 << slotBits
)

// modelMagic begins a model file and names its form:
//
//	scale    f32
//	moves    labels × labels × f32
//	checks   u8 per slot, 0 where there is no feature
//	weights  labels × int8 for each slot that holds a feature
const modelMagic = "WCAT2\n"

// ReadModel reads what appendModel wrote.
func ReadModel(b []byte) (*Model, error) {
	const head = len(modelMagic) + 4 + 4*labels*labels
	if len(b) < head+slots || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	held := slots - bytes.Count(b[head:head+slots], []byte{0})
	if len(b) != head+slots+labels*held {
		return nil, errModel
	}
	b = b[len(modelMagic):]
	f32 := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return v
	}
	m := &Model{scale: f32(), checks: new([slots]uint8), slots: new([slots + 1]slot)}
	for i := range labels {
		for k := range labels {
			m.moves[k][i] = f32()
		}
	}
	for k := range labels {
		m.first[k] = m.moves[k][outside]
		if !allowed(-1, k) {
			m.first[k] = float32(math.Inf(-1))
		}
		for i := range labels {
			if !allowed(i, k) {
				m.moves[k][i] = float32(math.Inf(-1))
			}
		}
	}
	weights := b[copy(m.checks[:], b):]
	for i, check := range m.checks {
		if check == 0 {
			continue
		}
		w := slot(1) << (8 * labels)
		for k := range labels {
			w |= slot(int(int8(weights[k]))+bias) << (8 * k)
		}
		m.slots[i] = w
		weights = weights[labels:]
	}
	for kind := range uint32(1 << 8) {
		for k := range places {
			m.senses[kind][k] = m.sum([]uint64{one(senseFeature[k], kind)})
			if f := clusterFeature[k]; f > 0 {
				m.clusters[kind][k] = m.sum([]uint64{one(f, kind)})
			}
		}
	}
	return m, nil
}

// sum adds up what the model knows of features.
func (m *Model) sum(features []uint64) sums {
	checks, all := m.checks, m.slots
	var even, odd uint64 // not in s, so that they stay in registers
	for _, f := range features {
		w := uint64(all[find(checks, f)])
		even += w & evenBytes
		odd += w >> 8 & evenBytes
	}
	return sums{even, odd}
}

// find gives the slot of a feature, the last if the model does not know it.
func find(checks *[slots]uint8, feature uint64) uint64 {
	at, check := place(feature)
	switch check {
	case checks[at]:
		return at
	case checks[at^1]:
		return at ^ 1
	}
	return slots
}

// place is where a feature's weights stand, or in the slot beside it, and its check, a byte that is not 0.
func place(feature uint64) (slot uint64, check uint8) {
	feature *= 0x9E3779B97F4A7C15
	if check = uint8(feature>>20 + 1); check == 0 {
		check = 1
	}
	return feature >> (64 - slotBits), check
}

// appendModel writes a model; weights are by feature, rarer ones give way where two want one slot.
func appendModel(b []byte, scale float32, transitions [labels][labels]float32, order []uint64, weights map[uint64][labels]int8) []byte {
	checks := make([]uint8, slots)
	table := make([][labels]int8, slots)
	for _, feature := range order { // the most frequent first
		slot, check := place(feature)
		if checks[slot] != 0 {
			slot ^= 1
		}
		if checks[slot] != 0 {
			continue
		}
		checks[slot], table[slot] = check, weights[feature]
	}
	b = append(b, modelMagic...)
	f32 := func(v float32) { b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v)) }
	f32(scale)
	for i := range transitions {
		for k := range transitions[i] {
			f32(transitions[i][k])
		}
	}
	b = append(b, checks...)
	for i, check := range checks {
		if check == 0 {
			continue
		}
		for _, w := range table[i] {
			b = append(b, byte(w))
		}
	}
	return b
}

// Known is what the lexicon says about a word, as a set of marks.
func (t *Tagger) Known(w string) uint8 { return t.lexicon.find(hashOf(Fold(w))).Marks }
