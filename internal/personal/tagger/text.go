package tagger

import (
	"hash/maphash"
	"slices"
	"unicode/utf8"
)

// Text holds the words of one text. Each is looked up once, however often it stands there, and the common ones not at all. It
// is for one goroutine at a time.
type Text struct {
	tagger *Tagger
	own    vocabulary // words that are not common
	sides  []sides    // of each of these; made when first asked for
	list   []uint64
	near   byte // nothing but what was brought in adds up to
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

// Enter gives the number of a word, a number or a punctuation mark that is given as written. Words that are written alike have
// one number; behind those of the common words numbers count up. What they are, LookUp has to tell before anything else is asked.
func (x *Text) Enter(written string) int32 {
	t := x.tagger
	if len(written) == 1 && written[0] < utf8.RuneSelf {
		if i := t.common.single[written[0]]; i > 0 {
			return i
		}
	}
	hash := maphash.String(t.seed, written)
	if i := t.common.find(hash, written); i >= 0 {
		return i
	}
	i := x.own.find(hash, written)
	if i < 0 {
		i = x.own.add(hash, written, t.seed)
	}
	return i + int32(len(t.common.words))
}

// LookUp looks up the words that were entered and are not common, given in their order as Fold gives them. The lexicon is far
// from the processor: so that it brings in what all words need at once, each step is done for all of them before the next.
func (x *Text) LookUp(folded []string) {
	l, words := x.tagger.lexicon, x.own.words
	for i := range words {
		words[i].hash = words[i].hashes(folded[i])
	}
	for i := range words {
		x.near += l.near(words[i].hash)
	}
	for i := range words {
		l.lookUp(&words[i], x.own.written[i], folded[i])
	}
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
	var folded []string
	for i, w := range sentence {
		if ids[i] = x.Enter(w); len(x.own.words) > len(folded) {
			folded = append(folded, Fold(w))
		}
	}
	x.LookUp(folded)
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
	if !x.WorthALook(sentence) {
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

// WorthALook reports whether any word of a sentence may belong to a name: one with a capital that is in a list of names or in
// no dictionary. Where none does, Persons finds none.
func (x *Text) WorthALook(sentence []int32) bool {
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
	x.surround(sentence, room)
	room.own = slices.Grow(room.own[:0], n)[:n]
	for i := range n {
		room.own[i] = x.sum(room, i).scores(m.scale)
	}
}

// surround puts the words of a sentence into the room, between edges, so that each has two on both sides.
func (x *Text) surround(sentence []int32, room *Room) {
	x.growSides()
	room.words, room.sides = room.words[:0], room.sides[:0]
	put := func(id int32) {
		room.words, room.sides = append(room.words, x.word(id)), append(room.sides, x.side(id))
	}
	put(0)
	put(0)
	for _, id := range sentence {
		put(id)
	}
	put(0)
	put(0)
}

// decode finds the best path through the sentence that was weighed (Viterbi). It is valid until the room is used again.
func (x *Text) decode(room *Room, lean float32) []int8 {
	m, n := x.tagger.model, len(room.own)
	room.scores = slices.Grow(room.scores[:0], n)[:n]
	room.path = slices.Grow(room.path[:0], n)[:n]
	for i := range n {
		own, scores := &room.own[i], &room.scores[i]
		person, further := own[beginPerson]+lean, own[insidePerson]+lean
		if i == 0 {
			scores[outside] = m.first[outside] + own[outside]
			scores[beginPerson], scores[insidePerson] = m.first[beginPerson]+person, m.first[insidePerson]+further
			scores[beginOther], scores[insideOther] = m.first[beginOther]+own[beginOther], m.first[insideOther]+own[insideOther]
			continue
		}
		before := &room.scores[i-1]
		scores[outside] = best(before, &m.moves[outside]) + own[outside]
		scores[beginPerson] = best(before, &m.moves[beginPerson]) + person
		scores[insidePerson] = bestInside(before, &m.moves[insidePerson], beginPerson) + further
		scores[beginOther] = best(before, &m.moves[beginOther]) + own[beginOther]
		scores[insideOther] = bestInside(before, &m.moves[insideOther], beginOther) + own[insideOther]
	}
	last := 0
	for k, score := range room.scores[n-1] {
		if score > room.scores[n-1][last] {
			last = k
		}
	}
	for i := n - 1; ; i-- {
		room.path[i] = int8(last)
		if i == 0 {
			return room.path
		}
		last = bestFrom(&room.scores[i-1], &m.moves[last])
	}
}

// best is the highest score with which paths that end in the labels go on to the label of the moves.
func best(scores, moves *[labels]float32) float32 {
	most := scores[0] + moves[0]
	if s := scores[1] + moves[1]; s > most {
		most = s
	}
	if s := scores[2] + moves[2]; s > most {
		most = s
	}
	if s := scores[3] + moves[3]; s > most {
		most = s
	}
	if s := scores[4] + moves[4]; s > most {
		most = s
	}
	return most
}

// bestInside is the same for the moves to the label inside a name, to which only it and the one before it, begin, may go on.
func bestInside(scores, moves *[labels]float32, begin int) float32 {
	most := scores[begin] + moves[begin]
	if s := scores[begin+1] + moves[begin+1]; s > most {
		most = s
	}
	return most
}

// bestFrom is the first label from which a path goes on with the highest score.
func bestFrom(scores, moves *[labels]float32) (from int) {
	most := scores[0] + moves[0]
	for j := 1; j < labels; j++ {
		if s := scores[j] + moves[j]; s > most {
			from, most = j, s
		}
	}
	return from
}

// sum adds up what the model knows of the features of the i-th word of the sentence in the room.
func (x *Text) sum(room *Room, i int) sums {
	words, sides := (*[places]*Word)(room.words[i:]), (*[places]*sides)(room.sides[i:])
	w := words[itself]
	x.list = together(x.list[:0], words[0], words[1], w, words[3], words[4])
	if i == 0 {
		x.list = w.begins(x.list, 1)
	}
	s := x.tagger.model.sum(x.list)
	for k, side := range sides {
		s = s.plus(side.at[k])
	}
	if i > 0 {
		s = s.plus(sides[itself].inside)
	}
	return s
}

// growSides makes room for the sides of all words of the text.
func (x *Text) growSides() {
	before, all := len(x.sides), len(x.own.words)
	x.sides = slices.Grow(x.sides, all-before)[:all]
	for k := before; k < all; k++ {
		x.sides[k].made = false // of another text
	}
}

// side gives the sums of the features about a word alone.
func (x *Text) side(id int32) *sides {
	common := x.tagger.common.sides
	if int(id) < len(common) {
		return &common[id]
	}
	s := &x.sides[int(id)-len(common)]
	if !s.made {
		x.list = s.make(&x.own.words[int(id)-len(common)], x.tagger.model, x.list)
	}
	return s
}

// make adds up the features about a word alone; it uses the room of a list, and gives it back.
func (s *sides) make(w *Word, m *Model, list []uint64) []uint64 {
	s.made = true
	for k := range s.at {
		list = w.alone(list[:0], k)
		s.at[k] = m.sum(list).plus(m.senses[w.entry.Sense][k]).plus(m.clusters[w.entry.Cluster][k])
	}
	list = w.begins(list[:0], 0)
	s.inside = m.sum(list)
	return list
}
