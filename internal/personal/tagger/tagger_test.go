package tagger

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestTheModelThatComesWithTheProgram(t *testing.T) {
	var room Room
	words := strings.Fields("Gestern hat Angela Kasner mit Herrn Bronsky in Hamburg telefoniert .")
	persons := func(t *Tagger, sentence []string, lean float32) []Span {
		x, ids := t.Read(sentence)
		return x.Persons(ids, &room, lean)
	}
	got := persons(Default(), words, 0.5)
	if !slices.Contains(got, Span{2, 4}) || slices.Contains(got, Span{8, 9}) {
		t.Errorf("found %v", got)
	}
	if got := persons(Default(), strings.Fields("kein wort ist groß geschrieben"), 0.5); got != nil {
		t.Errorf("found %v", got)
	}
	if got := persons(Default(), nil, 0); got != nil {
		t.Errorf("found %v in nothing", got)
	}
}

// What is known of common words ahead, and what a text left in its memory, must change nothing.
func TestCommonWordsAndUsedMemoryChangeNothing(t *testing.T) {
	with := Default()
	without := New(with.lexicon, with.model)
	var used Text
	var room Room
	for _, line := range []string{
		"Die Werkstatt hat gestern Angela Kasner angerufen , und sie kommt am Freitag .", "We asked Fiona Bradshaw and her brother for the key of the house .",
		"Der Anruf war von Bronsky , nicht von uns .", "Die Die Die Kasner Kasner", "Angela", "und",
	} {
		words := strings.Fields(line)
		plain, plainIDs := without.Read(words)
		used.Begin(with, len(words))
		var ids []int32
		var own []string
		for _, w := range words {
			id := used.Enter(w)
			if ids = append(ids, id); int(id) == len(with.Common())+len(own) {
				own = append(own, Fold(w))
			}
		}
		used.LookUp(own)
		for i, w := range words {
			id := ids[i]
			if used.Known(id) != plain.Known(plainIDs[i]) || used.Compound(id) != plain.Compound(plainIDs[i]) {
				t.Errorf("%q is known otherwise", w)
			}
		}
		for _, lean := range []float32{-0.5, 0.3, 2} {
			want := plain.Persons(plainIDs, &room, lean)
			if got := used.Persons(ids, &room, lean); !slices.Equal(got, want) {
				t.Errorf("in %q found %v, want %v", line, got, want)
			}
			if want != nil {
				if got, want := used.Again(&room, 1), plain.Persons(plainIDs, &room, 1); !slices.Equal(got, want) {
					t.Errorf("in %q found %v again, want %v", line, got, want)
				}
			}
		}
		used.Forget()
		if kept := strings.Join(used.own.written, ""); kept != "" {
			t.Errorf("kept %q", kept)
		}
	}
}

func TestLearningIsRepeatableAndWorks(t *testing.T) {
	lexicon, err := ReadLexicon(AppendLexicon(nil, map[string]Entry{"eva": {Marks: FirstName}, "uwe": {Marks: FirstName}, "rom": {Marks: Place}}))
	if err != nil {
		t.Fatal(err)
	}
	var examples []Example
	for range 20 {
		examples = append(examples,
			Example{Words: strings.Fields("Heute kommt Eva Xander zu uns"), Names: "..Pp.."},
			Example{Words: strings.Fields("Heute kommt Uwe zu uns"), Names: "..P.."},
			Example{Words: strings.Fields("Wir fahren nach Rom"), Names: "...O"})
	}
	how := Learning{Passes: 5, Rate: 0.1, Ridge: 1e-4, Rarest: 1, Forget: 0.3}
	first, second := Learn(lexicon, examples, how), Learn(lexicon, examples, how)
	if !bytes.Equal(first, second) {
		t.Error("the same examples gave another model")
	}
	m, err := ReadModel(first)
	if err != nil {
		t.Fatal(err)
	}
	var room Room
	text, ids := New(lexicon, m).Read(strings.Fields("Heute kommt Uwe Xander nach Rom"))
	if got := text.Persons(ids, &room, 0); !slices.Equal(got, []Span{{2, 4}}) {
		t.Errorf("found %v", got)
	}
}

func TestALexiconGivesBackWhatWasWritten(t *testing.T) {
	words := map[string]Entry{}
	for i := range 100_000 { // so many that several stand together, and more kinds than a byte has numbers for
		words[fmt.Sprint("w", i)] = Entry{Marks: uint8(i % 7), Cluster: uint8(1 + i%11), Sense: uint8(i % 13)}
	}
	b := AppendLexicon(nil, words)
	if again := AppendLexicon(nil, words); !bytes.Equal(b, again) {
		t.Error("the same words gave another file")
	}
	l, err := ReadLexicon(b)
	if err != nil {
		t.Fatal(err)
	}
	shared := map[uint32]int{}
	for w := range words {
		shared[hashOf(w)]++
	}
	for w, e := range words {
		if got := l.find(hashOf(w)); got != e && shared[hashOf(w)] == 1 {
			t.Fatalf("%s is %+v, not %+v", w, got, e)
		}
	}
	for i := range 100_000 {
		if h := hashOf(fmt.Sprint("v", i)); shared[h] == 0 && l.find(h) != (Entry{}) {
			t.Fatalf("v%d was found", i)
		}
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	if _, err := ReadModel(bytesOf(modelFile[:len(modelFile)-1])); err == nil {
		t.Error("a model that is cut off was read")
	}
	if _, err := ReadLexicon(bytesOf(lexiconFile[:len(lexiconFile)-1])); err == nil {
		t.Error("a lexicon that is cut off was read")
	}
	if _, err := ReadLexicon(nil); err == nil {
		t.Error("nothing was read as a lexicon")
	}
}
