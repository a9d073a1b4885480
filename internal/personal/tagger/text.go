package tagger

import (
	"hash/maphash"
	"slices"
)

// Text holds the words of one text. Each is looked up once, however often it stands there. It is for
// one goroutine at a time.
type Text struct {
	tagger  *Tagger
	words   []Word // the first is the edge
	written []string
	table   []int32 // open addressing; 0 is free
	sides   []sides // of each word; made when first asked for
	list    []uint64
}

// sides are the sums of the features about a word alone, by the places it can stand at.
type sides struct {
	at     [places]sums
	inside sums // of the word itself where no sentence begins with it
	made   bool
}

// Text makes room for a text of about so many words.
func (t *Tagger) Text(words int) *Text {
	size := 16
	for size < 2*words {
		size *= 2
	}
	return &Text{tagger: t, words: append(make([]Word, 0, words/3+2), edge), written: append(make([]string, 0, words/3+2), ""), table: make([]int32, size)}
}

// Word gives the number of a word, a number or a punctuation mark that is given as written and as Fold
// gives it. Words that are written alike have one number; numbers count up from 1.
func (x *Text) Word(written, folded string) int32 {
	mask := uint64(len(x.table) - 1)
	at := maphash.String(x.tagger.seed, written) & mask
	for ; x.table[at] != 0; at = (at + 1) & mask {
		if id := x.table[at]; x.written[id] == written {
			return id
		}
	}
	id := int32(len(x.words))
	x.table[at] = id
	x.words, x.written = append(x.words, x.tagger.lexicon.word(written, folded)), append(x.written, written)
	if 2*len(x.words) > len(x.table) {
		x.grow()
	}
	return id
}

func (x *Text) grow() {
	x.table = make([]int32, 2*len(x.table))
	mask := uint64(len(x.table) - 1)
	for id := 1; id < len(x.written); id++ {
		at := maphash.String(x.tagger.seed, x.written[id]) & mask
		for x.table[at] != 0 {
			at = (at + 1) & mask
		}
		x.table[at] = int32(id)
	}
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
func (x *Text) Known(id int32) uint8 { return x.words[id].known }

// Compound reports whether the lexicon knows a word only by its last part, as it knows a
// Verbandsdirektor by Direktor.
func (x *Text) Compound(id int32) bool { return x.words[id].compound }

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
		w := &x.words[id]
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
	w := x.words
	x.list = x.list[:0]
	if i == 0 {
		x.list = w[ids[itself]].begins(x.list, 1)
	} else {
		s.plus(x.side(ids[itself]).inside)
	}
	x.list = together(x.list, &w[ids[0]], &w[ids[1]], &w[ids[2]], &w[ids[3]], &w[ids[4]])
	s.plus(x.tagger.model.sum(x.list))
	return s
}

// side gives the sums of the features about a word alone.
func (x *Text) side(id int32) *sides {
	if len(x.sides) < len(x.words) {
		x.sides = append(x.sides, make([]sides, len(x.words)-len(x.sides))...)
	}
	s := &x.sides[id]
	if !s.made {
		s.made = true
		for k := range s.at {
			x.list = x.words[id].alone(x.list[:0], k)
			s.at[k] = x.tagger.model.sum(x.list)
		}
		x.list = x.words[id].begins(x.list[:0], 0)
		s.inside = x.tagger.model.sum(x.list)
	}
	return s
}
