// Command load measures the running program from outside and prints the figures of
// docs/benchmarks.md: size, start, memory, crawling, the share of the time to the first token
// that is ours, many streams at once. It builds wca, runs it on loopback and stops by itself.
//
//	go run ./test/load [-quick]
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"time"
)

func main() {
	quick := flag.Bool("quick", false, "smaller numbers, for trying the tool itself")
	to := flag.String("relay", "", "be nothing but a relay to this address (used by the tool itself)")
	flag.Parse()
	if *to != "" {
		log.Fatal(relay(*to))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *quick); err != nil {
		log.Fatal(err)
	}
}

// row is a line of the table.
type row struct{ what, bar, measured string }

func run(ctx context.Context, quick bool) error {
	dir, err := os.MkdirTemp("", "wca-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	pages, streams, idle, answers := 400, 2_000, 10_000, 1_000
	if quick {
		pages, streams, idle, answers = 350, 50, 100, 100
	}
	raiseFileLimit()

	var rows []row
	binary := filepath.Join(dir, "wca")
	size, err := build(ctx, binary)
	if err != nil {
		return err
	}
	rows = append(rows, row{"binary", "≤ 60 MB", megabytes(size)})

	model := startModel(20)
	defer model.stop()
	server, err := start(ctx, binary, filepath.Join(dir, "data"), model.url)
	if err != nil {
		return err
	}
	defer server.stop()
	atStart := server.memory()
	if err := server.checked(ctx); err != nil {
		return err
	}
	rows = append(rows,
		row{"start to ready", "≤ 0.5 s", fmt.Sprintf("%.2f s", server.ready.Seconds())},
		row{"idle memory (RSS), at the start and after the first check of the promises", "≤ 50 MB", megabytes(atStart) + ", " + megabytes(server.memory())},
		row{"idle processor use", "–", fmt.Sprintf("%.2f %%", server.idleCPU(5*time.Second)*100)})

	crawled, err := crawl(ctx, server, pages)
	if err != nil {
		return err
	}
	rows = append(rows, row{fmt.Sprintf("crawl and index a static site, %d pages", pages), "≥ 100 pages/s", crawled})

	first, err := firstToken(ctx, server, model, answers)
	if err != nil {
		return err
	}
	rows = append(rows, first...)
	many, err := manyStreams(ctx, server, model, streams)
	if err != nil {
		return err
	}
	rows = append(rows, many)
	server.stop() // what many streams needed must not count for the next
	if err := server.serve(ctx); err != nil {
		return err
	}
	sleeping, err := idleConnections(ctx, server, idle)
	if err != nil {
		return err
	}
	rows = append(rows, sleeping)

	fmt.Printf("Measured %s on %s/%s, %d cores, %s.\n\n", time.Now().Format("2006-01-02"), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), processor())
	fmt.Println("| what | bar | measured |\n|---|---|---|")
	for _, r := range rows {
		fmt.Printf("| %s | %s | %s |\n", r.what, r.bar, r.measured)
	}
	return nil
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }
