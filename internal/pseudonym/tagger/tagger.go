package tagger

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
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

//go:embed model.bin
var modelFile []byte

//go:embed lexicon.bin
var lexiconFile []byte

// Tagger finds names. It never changes after it was read and may be used by many goroutines.
type Tagger struct {
	lexicon *Lexicon
	model   *Model
}

// Default is the tagger that comes with the program. It is read at its first use.
var Default = sync.OnceValue(func() *Tagger {
	lexicon, err := ReadLexicon(lexiconFile)
	if err != nil {
		panic(err) // the file is ours and tested
	}
	model, err := ReadModel(modelFile)
	if err != nil {
		panic(err)
	}
	return New(lexicon, model)
})

// New makes a tagger of its parts.
func New(l *Lexicon, m *Model) *Tagger { return &Tagger{lexicon: l, model: m} }

// Room is the working memory of Persons. The zero value works; it is for one goroutine at a time.
type Room struct {
	words  []wordView
	scores [][labels]float32
	back   [][labels]int8
}

// Persons finds the names in a sentence, given as its words and punctuation marks. The certainty
// that it asks for before it takes a word for a part of a name is lean: 0 is what the training found
// best, more finds more.
func (t *Tagger) Persons(sentence []string, room *Room, lean float32) []Span {
	if len(sentence) == 0 {
		return nil
	}
	room.words = t.lexicon.views(sentence, room.words[:0])
	if !worthALook(room.words) {
		return nil
	}
	path := t.model.decode(room, lean)
	var out []Span
	for i := 0; i < len(path); i++ {
		if path[i] != beginPerson && path[i] != insidePerson {
			continue
		}
		end := i + 1
		for end < len(path) && path[end] == insidePerson {
			end++
		}
		out = append(out, Span{i, end})
		i = end - 1
	}
	return out
}

// worthALook reports whether any word may belong to a name: one in capitals that is in a list of names
// or in no dictionary.
func worthALook(words []wordView) bool {
	for i := range words {
		marks := words[i].entry.Marks
		if words[i].capital && (marks&(FirstName|LastName) != 0 || marks&(Common|CommonEnglish) == 0) {
			return true
		}
	}
	return false
}

// Model holds the weights of a conditional random field.
type Model struct {
	checks      []uint8        // per slot: upper bits of the feature's hash, 0 for an empty slot
	weights     [][labels]int8 // per slot
	transitions [labels][labels]float32
	scale       float32 // of a weight's unit
}

// slots is how many features a model holds at most.
const (
	slotBits = 18
	slots    = 1 << slotBits
)

// modelMagic begins a model file.
const modelMagic = "WCAT1\n"

// ReadModel reads what WriteModel wrote.
func ReadModel(b []byte) (*Model, error) {
	if len(b) != len(modelMagic)+4+4*labels*labels+slots*(1+labels) || string(b[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	b = b[len(modelMagic):]
	f32 := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return v
	}
	m := &Model{scale: f32(), weights: make([][labels]int8, slots)}
	for i := range m.transitions {
		for k := range m.transitions[i] {
			m.transitions[i][k] = f32()
		}
	}
	m.checks, b = b[:slots], b[slots:]
	for i := range m.weights {
		for k := range m.weights[i] {
			m.weights[i][k] = int8(b[labels*i+k])
		}
	}
	return m, nil
}

// add adds the weights of a feature to the scores of a word.
func (m *Model) add(feature uint64, to *[labels]int32) {
	slot, check := place(feature)
	if m.checks[slot] != check {
		if slot ^= 1; m.checks[slot] != check {
			return
		}
	}
	w := &m.weights[slot]
	for k := range to {
		to[k] += int32(w[k])
	}
}

// place is where a feature's weights stand, or in the slot beside it.
func place(feature uint64) (slot uint32, check uint8) {
	feature *= 0x9E3779B97F4A7C15
	return uint32(feature >> (64 - slotBits)), uint8(feature>>20)%255 + 1
}

// decode finds the best path (Viterbi).
func (m *Model) decode(room *Room, lean float32) []int8 {
	n := len(room.words)
	room.scores = append(room.scores[:0], make([][labels]float32, n)...)
	room.back = append(room.back[:0], make([][labels]int8, n)...)
	var found features
	for i := range n {
		found.of(room.words, i)
		var sum [labels]int32
		for _, f := range found.list {
			m.add(f, &sum)
		}
		var own [labels]float32
		for k := range own {
			own[k] = float32(sum[k]) * m.scale
		}
		own[beginPerson] += lean
		own[insidePerson] += lean
		for k := range labels {
			best, from := float32(math.Inf(-1)), int8(-1)
			if i == 0 {
				if allowed(-1, k) {
					best = m.transitions[outside][k]
				}
			} else {
				for j := range labels {
					if s := room.scores[i-1][j] + m.transitions[j][k]; allowed(j, k) && s > best {
						best, from = s, int8(j)
					}
				}
			}
			room.scores[i][k], room.back[i][k] = best+own[k], from
		}
	}
	path := make([]int8, n)
	last := 0
	for k := range labels {
		if room.scores[n-1][k] > room.scores[n-1][last] {
			last = k
		}
	}
	for i := n - 1; i >= 0; i-- {
		path[i] = int8(last)
		last = int(room.back[i][last])
	}
	return path
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
	for i := range table {
		for k := range table[i] {
			b = append(b, byte(table[i][k]))
		}
	}
	return b
}

// Known is what the lexicon says about a word, as a set of marks.
func (t *Tagger) Known(w string) uint8 { return t.lexicon.find(hashOf(Fold(w))).Marks }

// Compound reports whether the lexicon knows a word only by its last part, as it knows a
// Verbandsdirektor by Direktor.
func (t *Tagger) Compound(w string) bool { return t.lexicon.view(w).compound }
