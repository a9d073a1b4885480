// Command figures measures anew what docs/benchmarks.md shows: it runs the programs that the file
// names in its markers and puts what they print between them.
//
//	go run ./scripts/figures [-file docs/benchmarks.md] [program ...]
//
// Without programs all of the file's are run. Without the public test material, which is read from
// the folder that WCA_SHARED names (default ../shared), the tables are printed only: figures that
// were measured are not replaced by lines saying that nothing was.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"
)

func main() {
	file := flag.String("file", "docs/benchmarks.md", "the file whose figures are measured")
	flag.Parse()
	if err := run(context.Background(), *file, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "figures:", err)
		os.Exit(1)
	}
}

// block is a place in the file that a program's output fills.
var block = regexp.MustCompile(`(?s)(<!-- printed by (\S+) -->\n).*?(<!-- end -->)`)

// day is the line of the file that says when and where all was measured.
var day = regexp.MustCompile(`(?m)^Measured \d.*$`)

func run(ctx context.Context, file string, only []string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("reading the figures: %w", err)
	}
	var failed error
	changed := block.ReplaceAllFunc(text, func(old []byte) []byte {
		parts := block.FindSubmatch(old)
		program := string(parts[2])
		if failed != nil || len(only) > 0 && !slices.Contains(only, program) {
			return old
		}
		printed, err := measure(ctx, program)
		if err != nil {
			failed = err
			return old
		}
		return slices.Concat(parts[1], []byte("\n"), bytes.TrimSpace(printed), []byte("\n\n"), parts[3])
	})
	if failed != nil {
		return failed
	}
	for _, program := range only {
		if !bytes.Contains(text, []byte("<!-- printed by "+program+" -->")) {
			return fmt.Errorf("%s has no place for what %s prints", file, program)
		}
	}
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = "../shared"
	}
	if _, err := os.Stat(filepath.Join(shared, "data")); err != nil {
		fmt.Fprintf(os.Stderr, "figures: there is no test material in %s, so %s stays as it is (WCA_SHARED names the folder)\n", shared, file)
		return nil
	}
	changed = day.ReplaceAll(changed, []byte(machine()))
	if err := os.WriteFile(file, changed, 0o644); err != nil {
		return fmt.Errorf("writing the figures: %w", err)
	}
	return nil
}

// measure runs a program and returns what it prints, which the terminal shows, too.
func measure(ctx context.Context, program string) ([]byte, error) {
	var printed bytes.Buffer
	c := exec.CommandContext(ctx, "go", "run", program)
	c.Stdout, c.Stderr = io.MultiWriter(os.Stdout, &printed), os.Stderr
	if err := c.Run(); err != nil {
		return nil, fmt.Errorf("running %s: %w", program, err)
	}
	return printed.Bytes(), nil
}

func machine() string {
	cpu := runtime.GOARCH
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, after, ok := strings.Cut(string(info), "model name\t: "); ok {
			cpu, _, _ = strings.Cut(after, "\n")
		}
	}
	return fmt.Sprintf("Measured %s on %s, %d cores of %s, %s.", time.Now().Format(time.DateOnly), runtime.GOOS, runtime.NumCPU(), cpu, runtime.Version())
}
