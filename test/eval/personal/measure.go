package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal"
)

// tally counts for one kind of value or one type.
type tally struct{ gold, hit, found, right int }

func (t tally) recall() string    { return share(t.hit, t.gold) }
func (t tally) precision() string { return share(t.right, t.found) }

func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", float64(part)/float64(whole))
}

func (t *tally) add(o tally) {
	t.gold, t.hit, t.found, t.right = t.gold+o.gold, t.hit+o.hit, t.found+o.found, t.right+o.right
}

// score is what was measured on a part of the corpus.
type score struct {
	kinds     map[string]*tally        // recall by kind, clean
	types     map[personal.Type]*tally // precision by type, clean texts and texts without data
	disguises map[string]*tally        // recall by disguise
	clean     tally
	hidden    tally
	texts     int // without personal data
	altered   int // of them
}

func count[K comparable](m map[K]*tally, key K) *tally {
	if m[key] == nil {
		m[key] = &tally{}
	}
	return m[key]
}

// measure runs the finder over examples. Misses are shown where show is not nil.
func measure(f *personal.Finder, examples []example, show func(what, part string, x example)) score {
	s := score{kinds: map[string]*tally{}, types: map[personal.Type]*tally{}, disguises: map[string]*tally{}}
	for _, x := range examples {
		found := f.Find(x.text)
		for _, v := range x.values {
			into, all := count(s.kinds, v.kind), &s.clean
			if x.disguise != "" {
				into, all = count(s.disguises, x.disguise), &s.hidden
			}
			one := tally{gold: 1}
			if hides(x.text, found, v.start, v.end) {
				one.hit = 1
			} else if show != nil {
				show("missed "+v.kind+" "+x.disguise, x.text[v.start:v.end], x)
			}
			into.add(one)
			all.add(one)
		}
		if x.disguise != "" {
			continue
		}
		altered := false
		for _, e := range found {
			if e.Type == personal.Person {
				continue // measured apart
			}
			one := tally{found: 1}
			if slices.ContainsFunc(x.values, func(v value) bool { return within(x.text, e, v.start, v.end) }) {
				one.right = 1
			} else {
				altered = true
				if show != nil {
					show("wrong "+string(e.Type), e.Text, x)
				}
			}
			count(s.types, e.Type).add(one)
			s.clean.add(one)
		}
		if len(x.values) == 0 {
			s.texts++
			if altered {
				s.altered++
			}
		}
	}
	return s
}

// hides says whether nothing that can be read of text[start:end] stays.
func hides(text string, found []personal.Entity, start, end int) bool {
	for i, r := range text[start:end] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		at, covered := start+i, false
		for _, e := range found {
			covered = covered || e.Start <= at && at < e.End
		}
		if !covered {
			return false
		}
	}
	return true
}

// within says whether a find lies in the value: at most two letters or digits stand outside.
func within(text string, e personal.Entity, start, end int) bool {
	if e.Start >= end || e.End <= start {
		return false
	}
	outside := 0
	for i, r := range text[e.Start:e.End] {
		if at := e.Start + i; (at < start || at >= end) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			outside++
		}
	}
	return outside <= 2
}

// tables prints what was measured on both halves.
func tables(scores [2]score) {
	fmt.Println("\n### Structured types, clean text: recall by kind")
	fmt.Print("\n| kind | cases tuning | recall tuning | cases report | recall report |\n|---|---|---|---|---|\n")
	for _, k := range kinds {
		a, b := count(scores[tuning].kinds, k.name), count(scores[report].kinds, k.name)
		fmt.Printf("| %s | %d | %s | %d | %s |\n", k.name, a.gold, a.recall(), b.gold, b.recall())
	}
	fmt.Println("\n### Structured types: precision by type, clean text and text without personal data")
	fmt.Print("\n| type | found tuning | precision tuning | found report | precision report |\n|---|---|---|---|---|\n")
	shown := map[personal.Type]bool{}
	for _, k := range kinds {
		if shown[k.typ] {
			continue
		}
		shown[k.typ] = true
		a, b := count(scores[tuning].types, k.typ), count(scores[report].types, k.typ)
		fmt.Printf("| %s | %d | %s | %d | %s |\n", strings.ToLower(string(k.typ)), a.found, a.precision(), b.found, b.precision())
	}
	fmt.Println("\n### Structured types, obfuscated: recall by disguise")
	fmt.Print("\n| disguise | cases tuning | recall tuning | cases report | recall report |\n|---|---|---|---|---|\n")
	listed := map[string]bool{}
	for _, k := range append(slices.Clone(kinds), kind{hidden: []string{"small letters"}}) {
		for _, how := range k.hidden {
			if listed[how] {
				continue
			}
			listed[how] = true
			a, b := count(scores[tuning].disguises, how), count(scores[report].disguises, how)
			fmt.Printf("| %s | %d | %s | %d | %s |\n", how, a.gold, a.recall(), b.gold, b.recall())
		}
	}
	fmt.Println("\n### Structured types, all")
	fmt.Print("\n| half | clean cases | recall | precision | obfuscated cases | recall | texts without data | altered |\n|---|---|---|---|---|---|---|---|\n")
	for i, s := range scores {
		fmt.Printf("| %s | %d | %s | %s | %d | %s | %d | %s |\n", halves[i], s.clean.gold, s.clean.recall(), s.clean.precision(), s.hidden.gold, s.hidden.recall(), s.texts, share(s.altered, s.texts))
	}
}
