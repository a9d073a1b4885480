package main

import (
	"fmt"
	"testing"
)

func TestEntriesOfDictionariesAreRead(t *testing.T) {
	for _, c := range []struct{ head, body, from, to, want string }{
		{"goût /gu/ <n, masc>", "taste\n", "fr", "en", "[[gout]] [[taste]]"},
		{"grain /gʀɛ̃/ <n, masc>", "1. grain, granule (small)\n2. seed\n", "fr", "en", "[[grain]] [[grain] [granule] [seed]]"},
		{"incluido, incluida /x/ <adj>", "1. inklusive\n", "es", "de", "[[incluido] [incluida]] [[inklusive]]"},
		{"lord /lˈɔːd/ <V>", "1. अधिपत्य दिखाना\n      \"Because of their power the goons lord over us.\"\n", "en", "hi", "[[lord]] [[अधिपत्य दिखाना]]"},
	} {
		if got := fmt.Sprint(headwords(c.head, c.from), chunks(c.body, c.to)); got != c.want {
			t.Errorf("%s: %s, want %s", c.head, got, c.want)
		}
	}
}

// A word of Apertium's transducers ends where its tags begin, on either side.
func TestWordsOfTransducersAreRead(t *testing.T) {
	w := walk{
		r:    &transducerReader{both: [][2]int{{0, 0}, {'o', 'h'}, {'s', 'i'}, {-1, -1}}},
		arcs: [][]arc{{{1, 1}}, {{2, 2}}, {{3, 3}}, nil},
		on:   make([]bool, 4), seen: map[[2]string]bool{}, been: map[half]bool{},
	}
	w.from(0, nil, nil, false, false)
	if got := fmt.Sprint(w.r.pairs); got != "[[os hi]]" {
		t.Errorf("read %s", got)
	}
}
