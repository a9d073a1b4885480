package tagger

import (
	"hash/maphash"
	"slices"
)

// Text holds the words of one text. Each is looked up once, however often it stands there, and the common ones not at all. It
// is for one goroutine at a time.
type Text struct {
	tagger *Tagger
	own    vocabulary // words that are not common
	sides  []sides    // of each of these; made when first asked for
	list   []uint64
}

// sides are the sums of the features about a word alone, by the places it can stand at.
type sides struct {
	at     [places]sums
	inside sums // of the word itself where no sentence begins with it
	made   bool
}

// Text makes room for a text of about so many words.
func (t *Tagger) Text(words int) *Text {
	x := new(Text)
	x.Begin(t, words)
	return x
}

// Begin makes x hold the words of another text, of about so many, in the same memory.
func (x *Text) Begin(t *Tagger, words int) {
	x.tagger = t
	x.own.begin(words)
	x.sides = x.sides[:0]
}

// Forget drops the words of the text. Their room stays.
func (x *Text) Forget() { clear(x.own.written) }

// Word gives the number of a word, a number or a punctuation mark that is given as written and as Fold
// gives it. Words that are written alike have one number; behind those of the common words numbers count up.
func (x *Text) Word(written, folded string) int32 {
	t := x.tagger
	hash := maphash.String(t.seed, written)
	if i := t.common.find(hash, written); i >= 0 {
		return i
	}
	i := x.own.find(hash, written)
	if i < 0 {
		i = x.own.add(hash, written, t.lexicon.word(written, folded), t.seed)
	}
	return i + int32(len(t.common.words))
}

// word gives the word of a number.
func (x *Text) word(id int32) *Word {
	if common := x.tagger.common.words; int(id) < len(common) {
		return &common[id]
	}
	return &x.own.words[int(id)-len(x.tagger.common.words)]
}

// Read gives a sentence as a text and the numbers of its words.
func (t *Tagger) Read(sentence []string) (*Text, []int32) {
	x := t.Text(len(sentence))
	ids := make([]int32, len(sentence))
	for i, w := range sentence {
		ids[i] = x.Word(w, Fold(w))
	}
	return x, ids
}

// Known is what the lexicon says about a word, as a set of marks.
func (x *Text) Known(id int32) uint8 { return x.word(id).known }

// Compound reports whether the lexicon knows a word only by its last part, as it knows a
// Verbandsdirektor by Direktor.
func (x *Text) Compound(id int32) bool { return x.word(id).compound }

// Persons finds the names in a sentence, given as the numbers of its words and punctuation marks. The
// certainty that it asks for before it takes a word for a part of a name is lean: 0 is what the training
// found best, more finds more.
func (x *Text) Persons(sentence []int32, room *Room, lean float32) []Span {
	if !x.worthALook(sentence) {
		return nil
	}
	x.weigh(sentence, room)
	return x.Again(room, lean)
}

// Again finds the names in the sentence that the room was last used for, with another lean.
func (x *Text) Again(room *Room, lean float32) []Span {
	path := x.decode(room, lean)
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
func (x *Text) worthALook(sentence []int32) bool {
	for _, id := range sentence {
		w := x.word(id)
		if w.capital && (w.entry.Marks&(FirstName|LastName) != 0 || w.entry.Marks&(Common|CommonEnglish) == 0) {
			return true
		}
	}
	return false
}

// weigh notes what the model knows of each word of a sentence.
func (x *Text) weigh(sentence []int32, room *Room) {
	m, n := x.tagger.model, len(sentence)
	room.own = slices.Grow(room.own[:0], n)[:n]
	for i := range n {
		sum := x.sum(sentence, i)
		unbias := bias * sum.at(labels)
		for k := range labels {
			room.own[i][k] = float32(sum.at(k)-unbias) * m.scale
		}
	}
}

// decode finds the best path through the sentence that was weighed (Viterbi). It is valid until the room is used again.
func (x *Text) decode(room *Room, lean float32) []int8 {
	m, n := x.tagger.model, len(room.own)
	room.scores = slices.Grow(room.scores[:0], n)[:n]
	room.back = slices.Grow(room.back[:0], n)[:n]
	room.path = slices.Grow(room.path[:0], n)[:n]
	scores, back := room.scores, room.back
	for i := range n {
		own := room.own[i]
		own[beginPerson] += lean
		own[insidePerson] += lean
		if i == 0 {
			for k := range labels {
				scores[0][k], back[0][k] = m.first[k]+own[k], -1
			}
			continue
		}
		before := &scores[i-1]
		for k := range labels {
			best, from := before[0]+m.moves[0][k], int8(0)
			for j := 1; j < labels; j++ {
				if s := before[j] + m.moves[j][k]; s > best {
					best, from = s, int8(j)
				}
			}
			scores[i][k], back[i][k] = best+own[k], from
		}
	}
	last := 0
	for k := range labels {
		if scores[n-1][k] > scores[n-1][last] {
			last = k
		}
	}
	for i := n - 1; i >= 0; i-- {
		room.path[i] = int8(last)
		last = int(back[i][last])
	}
	return room.path
}

// sum adds up what the model knows of the features of the i-th word of a sentence.
func (x *Text) sum(sentence []int32, i int) (s sums) {
	var ids [places]int32 // 0 is the edge
	for k := range ids {
		if at := i + k - itself; at >= 0 && at < len(sentence) {
			ids[k] = sentence[at]
		}
		s.plus(x.side(ids[k]).at[k])
	}
	w := x.word(ids[itself])
	x.list = x.list[:0]
	if i == 0 {
		x.list = w.begins(x.list, 1)
	} else {
		s.plus(x.side(ids[itself]).inside)
	}
	x.list = together(x.list, x.word(ids[0]), x.word(ids[1]), w, x.word(ids[3]), x.word(ids[4]))
	s.plus(x.tagger.model.sum(x.list))
	return s
}

// side gives the sums of the features about a word alone.
func (x *Text) side(id int32) *sides {
	common := x.tagger.common.sides
	if int(id) < len(common) {
		return &common[id]
	}
	i := int(id) - len(common)
	if len(x.sides) < len(x.own.words) {
		x.sides = slices.Grow(x.sides, len(x.own.words)-len(x.sides))
		before := len(x.sides)
		x.sides = x.sides[:len(x.own.words)]
		for k := before; k < len(x.sides); k++ {
			x.sides[k].made = false // of another text
		}
	}
	s := &x.sides[i]
	if !s.made {
		x.list = s.make(&x.own.words[i], x.tagger.model, x.list)
	}
	return s
}

// make adds up the features about a word alone; it uses the room of a list, and gives it back.
func (s *sides) make(w *Word, m *Model, list []uint64) []uint64 {
	s.made = true
	for k := range s.at {
		list = w.alone(list[:0], k)
		s.at[k] = m.sum(list)
	}
	list = w.begins(list[:0], 0)
	s.inside = m.sum(list)
	return list
}
