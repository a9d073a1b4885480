package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/test/eval/material"
)

// persons measures names of people on sentences that nothing was trained on: the share of the words
// of names that are replaced, and of the replaced words that are names.
func persons(folder string, verbose bool) error {
	f := personal.New(personal.Options{Off: allBut(personal.Person), Year: writtenIn})
	fmt.Printf("\n### Names of persons\n\nWords of names. Nothing of these sets was trained on or looked at.\n\n| set | sentences | words of names | precision | recall | F1 |\n|---|---|---|---|---|---|\n")
	for _, set := range []struct {
		name, path string
		column     int
		person     func(label string) bool
	}{
		{"GermEval 2014 dev (German)", "germeval2014/NER-de-dev.tsv.gz", 2, func(l string) bool { return l == "B-PER" || l == "I-PER" }},
		{"Legal entities dev (German judgments: parties, judges, lawyers)", "german-ler/ler_dev.conll.gz", 1, func(l string) bool {
			return strings.HasSuffix(l, "-PER") || strings.HasSuffix(l, "-RR") || strings.HasSuffix(l, "-AN")
		}},
	} {
		sentences, err := readTagged(filepath.Join(folder, "data", set.path), set.column)
		if os.IsNotExist(err) {
			fmt.Printf("| %s: skipped, %v | | | | | |\n", set.name, err)
			continue
		}
		if err != nil {
			return err
		}
		var found, right, wanted int
		for _, s := range sentences {
			text, at := s.text()
			var is = make([]bool, len(s.words))
			for _, e := range f.Find(text) {
				for i, span := range at {
					is[i] = is[i] || e.Start < span[1] && span[0] < e.End
				}
			}
			for i, label := range s.labels {
				person := set.person(label)
				if person {
					wanted++
				}
				if is[i] {
					found++
				}
				if person && is[i] {
					right++
				}
			}
		}
		p, r := float64(right)/float64(max(1, found)), float64(right)/float64(max(1, wanted))
		fmt.Printf("| %s | %d | %d | %.3f | %.3f | %.3f |\n", set.name, len(sentences), wanted, p, r, 2*p*r/max(1e-9, p+r))
	}
	if err := synthetic(f, folder, verbose); err != nil {
		return err
	}
	return plain(f, verbose)
}

// synthetic measures names in English sentences made from templates. Figures are of the half of the
// templates that was not looked at.
func synthetic(f *personal.Finder, folder string, verbose bool) error {
	const name = "presidio-synth (English, names from many countries)"
	samples, err := readPresidio(filepath.Join(folder, "data", "presidio-synth", "synth_dataset_v2.json.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Printf("| %s: skipped, %v | | | | | |\n", name, err)
		return nil
	}
	if err != nil {
		return err
	}
	var sentences, found, right, wanted int
	for _, s := range samples {
		half := s.part()
		if half == tuning && !verbose {
			continue
		}
		sentences++
		person := make([]bool, len(s.Text))
		offsets := s.offsets()
		for _, span := range s.Spans {
			for i := offsets[span.Start]; i < offsets[span.End]; i++ {
				person[i] = person[i] || span.Type == "PERSON"
			}
		}
		is := make([]bool, len(s.Text))
		for _, e := range f.Find(s.Text) {
			for i := e.Start; i < e.End; i++ {
				is[i] = true
			}
		}
		for start, end := range words(s.Text) {
			if person[start] {
				wanted++
			}
			if is[start] {
				found++
			}
			if person[start] && is[start] {
				right++
			}
			if verbose && half == tuning && person[start] != is[start] {
				fmt.Printf("name %v, taken for one %v: %q in %q\n", person[start], is[start], s.Text[start:end], s.Text)
			}
		}
	}
	p, r := float64(right)/float64(max(1, found)), float64(right)/float64(max(1, wanted))
	fmt.Printf("| %s | %d | %d | %.3f | %.3f | %.3f |\n", name, sentences, wanted, p, r, 2*p*r/max(1e-9, p+r))
	return nil
}

// words yields where the words of a text begin and end.
func words(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		start := -1
		for i, r := range text + " " {
			switch letter := unicode.IsLetter(r) || r == '-' || r == '\'' || r == '’'; {
			case letter && start < 0:
				start = i
			case !letter && start >= 0:
				if !yield(start, i) {
					return
				}
				start = -1
			}
		}
	}
}

// plainSentences are about products and services, plainHeadings stand in menus, headings and lists.
//
//go:embed testdata/plain.txt
var plainSentences string

//go:embed testdata/headings.txt
var plainHeadings string

// plain measures how many lines that name nobody are altered.
func plain(f *personal.Finder, verbose bool) error {
	fmt.Print("\n| names nobody | tuning | altered | report | altered |\n|---|---|---|---|---|\n")
	unnamed(f, "sentences about products and services", plainSentences, verbose)
	unnamed(f, "headings, menus and lists", plainHeadings, verbose)
	return nil
}

// unnamed measures one set of lines. Every second one is for tuning.
func unnamed(f *personal.Finder, what, set string, verbose bool) {
	var n, altered [2]int
	lines := strings.Split(strings.TrimSpace(set), "\n")
	for i, line := range lines {
		half := i % 2
		n[half]++
		if found := f.Find(line); len(found) > 0 {
			altered[half]++
			if verbose && half == 0 {
				fmt.Printf("altered: %q in %q\n", found[0].Text, line)
			}
		}
	}
	fmt.Printf("| %s | %d | %.1f %% | %d | %.1f %% |\n", what, n[0], 100*float64(altered[0])/float64(n[0]), n[1], 100*float64(altered[1])/float64(n[1]))
}

// allBut are all types but one.
func allBut(one personal.Type) []personal.Type {
	var out []personal.Type
	for _, t := range personal.Types() {
		if t != one {
			out = append(out, t)
		}
	}
	return out
}

// tagged is a sentence of a corpus.
type tagged struct{ words, labels []string }

// text joins the words as people write them and says where each stands.
func (s tagged) text() (string, [][2]int) {
	var b strings.Builder
	at := make([][2]int, len(s.words))
	open := false
	for i, w := range s.words {
		glued := i == 0 || strings.Contains(".,;:!?)]“’", w) || open
		open = w == "(" || w == "[" || w == "„"
		if !glued {
			b.WriteByte(' ')
		}
		at[i][0] = b.Len()
		b.WriteString(w)
		at[i][1] = b.Len()
	}
	return b.String(), at
}

// readTagged reads lines of a word and its labels; the label of interest is in the given column, the
// word in the one before.
func readTagged(path string, column int) ([]tagged, error) {
	b, err := material.Read(path)
	if err != nil {
		return nil, err
	}
	var out []tagged
	var s tagged
	end := func() {
		if len(s.words) > 0 {
			out, s = append(out, s), tagged{}
		}
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) <= column || fields[0] == "#" && column > 1 {
			end()
			continue
		}
		s.words, s.labels = append(s.words, fields[column-1]), append(s.labels, fields[column])
	}
	end()
	return out, lines.Err()
}
