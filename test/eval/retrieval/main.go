// Command retrieval measures search, quoting and refusal on public question
// sets and on the everyday questions in testdata, and prints Markdown tables.
//
// Weights are tuned on one half of each set and reported on the other; halves
// are made of whole articles. Public sets are read from the folder that
// WCA_SHARED names (default ../shared); a set that is not there is skipped with
// a line saying so.
//
//	go run ./test/eval/retrieval
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = "../shared"
	}
	flag.StringVar(&shared, "shared", shared, "folder with the public sets")
	only := flag.String("only", "", "comma-separated names of the measurements to make")
	ranking := flag.String("ranking", "", "file to write a newly grown forest for the ranking to, instead of measuring")
	quotes := flag.String("quotes", "", "file to write a newly grown forest for quotes to, instead of measuring")
	evidence := flag.String("evidence", "", "file to write a newly grown forest for the evidence to, instead of measuring")
	bare := flag.Bool("bare", false, "grow the evidence from texts read as if the table knew none of their languages")
	flag.Parse()
	data := filepath.Join(shared, "data")
	if *ranking != "" {
		if err := learnRanking(data, *ranking); err != nil {
			fmt.Fprintln(os.Stderr, "learning the ranking:", err)
			os.Exit(1)
		}
		return
	}
	if *quotes != "" {
		if err := learnQuotes(data, *quotes); err != nil {
			fmt.Fprintln(os.Stderr, "learning the order of quotes:", err)
			os.Exit(1)
		}
		return
	}
	if *evidence != "" {
		learn := learnEvidence
		if *bare {
			learn = learnBareEvidence
		}
		if err := learn(data, *evidence); err != nil {
			fmt.Fprintln(os.Stderr, "learning the evidence:", err)
			os.Exit(1)
		}
		return
	}
	fmt.Println("## Retrieval")
	fmt.Println("\nOffline, default configuration. \"tuning\" is the half of the articles weights were tuned on, \"report\" the other.")
	failed := false
	for _, m := range []struct {
		name string
		run  func(data string) error
	}{
		{"xquad", xquad}, {"cross", crossLingual}, {"bilingual", bilingual}, {"everyday", everyday}, {"elsewhere", elsewhere}, {"borders", overBorders}, {"native", native}, {"abroad", abroad}, {"firms", firms}, {"long", long}, {"quoting", quoting}, {"refusing", refusing}, {"others", others}, {"dialogues", dialogues}, {"changes", changes}, {"topics", topics}, {"embedded", embedded},
	} {
		if *only != "" && !strings.Contains(","+*only+",", ","+m.name+",") {
			continue
		}
		err := m.run(data)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			fmt.Printf("\n(%s skipped: %v)\n", m.name, err)
		case err != nil:
			fmt.Fprintf(os.Stderr, "%s: %v\n", m.name, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}
