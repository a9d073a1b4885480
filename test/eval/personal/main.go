// Command personal measures how well personal data is found and prints Markdown tables.
//
// The corpus of structured data is made here, always the same, from the rules by which such values
// are built. Its halves have different sentences, labels, streets and towns; finders are tuned by
// looking at the misses of the half called "tuning" only, and -v shows no others. Public sets are
// read from the folder that WCA_SHARED names (default ../shared); a set that is not there is
// skipped with a line saying so.
//
//	go run ./test/eval/personal
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/webchatagent/wca/internal/personal"
)

// writtenIn is the year in which the texts are read, so that figures stay the same as years go by.
const writtenIn = 2026

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	folder := os.Getenv("WCA_SHARED")
	if folder == "" {
		folder = "../shared"
	}
	flag.StringVar(&folder, "shared", folder, "folder with the public sets")
	only := flag.String("only", "", "comma-separated names of the measurements to make: structured, written, persons, origins, notations, announced, presidio")
	verbose := flag.Bool("v", false, "print what was missed or wrong in the tuning half")
	flag.Parse()
	fmt.Println("## Personal data")
	for _, part := range []struct {
		name string
		run  func() error
	}{
		{"structured", func() error { structured(*verbose); return nil }},
		{"written", func() error { return written(*verbose) }},
		{"persons", func() error { return persons(folder, *verbose) }},
		{"origins", func() error { origins(*verbose); return nil }},
		{"notations", func() error { notationGrid(*verbose); return nil }},
		{"announced", func() error { announcedGrid(*verbose); return nil }},
		{"presidio", func() error { return presidio(folder, *verbose) }},
	} {
		if *only != "" && !strings.Contains(","+*only+",", ","+part.name+",") {
			continue
		}
		if err := part.run(); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return nil
}

func structured(verbose bool) {
	f := personal.New(personal.Options{Year: writtenIn})
	var scores [2]score
	for half := range scores {
		var show func(what, part string, x example)
		if verbose && half == tuning {
			show = func(what, part string, x example) { fmt.Printf("%s: %q in %q\n", what, part, x.text) }
		}
		scores[half] = measure(f, corpus(half), show)
	}
	tables(scores)
}
