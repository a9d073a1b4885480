package main

import (
	"strings"
	"unicode"
)

// words are runs of letters, marks, digits and low lines in lower case: what
// Python's \w+ finds, with which the sets are scored.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// overlap compares two texts as bags of words.
func overlap(got, want string) (precision, recall float64) {
	g, w := words(got), words(want)
	if len(w) == 0 {
		if len(g) == 0 {
			return 1, 1
		}
		return 0, 0
	}
	if len(g) == 0 {
		return 0, 0
	}
	left := map[string]int{}
	for _, x := range w {
		left[x]++
	}
	shared := 0
	for _, x := range g {
		if left[x] > 0 {
			left[x]--
			shared++
		}
	}
	return float64(shared) / float64(len(g)), float64(shared) / float64(len(w))
}

// share is how many of the snippets a text holds, spaces and case aside.
func share(text string, snippets []string) float64 {
	if len(snippets) == 0 {
		return 1
	}
	text = flat(text)
	n := 0
	for _, s := range snippets {
		if strings.Contains(text, flat(s)) {
			n++
		}
	}
	return float64(n) / float64(len(snippets))
}

func flat(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
