// Command extraction measures how well the main text of web pages is found and
// what becomes of PDF and office files, and prints Markdown tables.
//
// The public sets are read from the folder that WCA_SHARED names (default
// ../shared); a set that is not there is skipped with a line saying so. Web pages
// are scored as their sets prescribe: words in any order, counted, the mean over
// the pages. What decides about main text was learned on the halves of these sets
// called "tuning" and on no other page.
//
//	go run ./test/eval/extraction
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/test/eval/program"
)

func main() {
	program.ReadApart()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() (err error) {
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = "../shared"
	}
	flag.StringVar(&shared, "shared", shared, "folder with the public sets")
	only := flag.String("only", "", "comma-separated names of the measurements to make: web, shops, files")
	verbose := flag.Bool("v", false, "print a line for each page or file")
	flag.Parse()
	cache, err := os.MkdirTemp("", "wca-eval")
	if err != nil {
		return fmt.Errorf("making a folder for the cache: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(cache)) }()
	e := extract.New(extract.Options{CacheDir: cache})
	defer func() { err = errors.Join(err, e.Close()) }()
	m := measurement{data: filepath.Join(shared, "data"), extractor: e, verbose: *verbose}
	fmt.Println("## Extraction")
	for _, part := range []struct {
		name string
		run  func(context.Context) error
	}{{"web", m.web}, {"shops", m.shops}, {"files", m.files}} {
		if *only != "" && !strings.Contains(","+*only+",", ","+part.name+",") {
			continue
		}
		if err := part.run(context.Background()); err != nil {
			return fmt.Errorf("measuring %s: %w", part.name, err)
		}
	}
	return nil
}

type measurement struct {
	data      string
	extractor *extract.Extractor
	verbose   bool
}

// skipped says so where a set is not there.
func skipped(set string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Printf("\n(%s skipped: %v)\n", set, err)
		return nil
	}
	return err
}
