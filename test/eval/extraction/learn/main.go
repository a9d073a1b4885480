// Command learn makes the weights by which package webpage tells the content of
// a web page from what is around it: internal/extract/webpage/content.bin.
//
// It learns from pages whose main text, or pieces of it, people have written down,
// on the halves called "tuning" of wcxb, article-extraction-benchmark and
// trafilatura-de only, by boosted decision trees. The same pages give the same bytes.
//
//	go run ./test/eval/extraction/learn            # writes the file
//	go run ./test/eval/extraction/learn -check     # cross-validates, writes nothing
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = "../shared"
	}
	flag.StringVar(&shared, "shared", shared, "folder with the public sets")
	out := flag.String("out", "internal/extract/webpage/content.bin", "file to write")
	check := flag.Bool("check", false, "cross-validate on the tuning halves instead of writing")
	o := options{}
	flag.IntVar(&o.Trees, "trees", 250, "number of trees")
	flag.IntVar(&o.bags, "bags", 6, "how many forests are averaged")
	flag.IntVar(&o.Depth, "depth", 4, "depth of a tree")
	flag.Float64Var(&o.Rate, "rate", 0.05, "how much a tree may change")
	flag.Float64Var(&o.Least, "least", 0.3, "weight of pages that a leaf must see")
	flag.Float64Var(&o.Columns, "columns", 0.25, "share of the numbers a tree may look at")
	flag.Float64Var(&o.Calm, "calm", 0.5, "how strongly small leaves are held back")
	flag.Parse()
	if err := run(filepath.Join(shared, "data"), *out, *check, o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(data, out string, check bool, o options) error {
	pages, err := load(data)
	if err != nil {
		return err
	}
	if check {
		validate(pages, o)
		return nil
	}
	j := teach(pages, o, 5)
	if err := os.WriteFile(out, j.pack(), 0o644); err != nil {
		return fmt.Errorf("writing the weights: %w", err)
	}
	fmt.Printf("%d pages, %d trees, %d bytes\n", len(pages), len(j.first.Trees)+len(j.second.Trees), len(j.pack()))
	return nil
}
