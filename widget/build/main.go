// Command build bundles the widget: go run ./widget/build writes widget/dist, which is committed.
// Nothing else in the project imports esbuild.
package main

import (
	"fmt"
	"os"
)

func main() {
	dir := "widget"
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := run(dir); err != nil {
		fmt.Fprintln(os.Stderr, "building the widget:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	built, err := Bundle(dir)
	if err != nil {
		return err
	}
	if err := write(dir+"/dist", built); err != nil {
		return err
	}
	for _, f := range built {
		fmt.Printf("%-24s %6d bytes, %5d gzip\n", f.Name, len(f.Content), zipped(f.Content))
	}
	return nil
}
