package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// outcome counts what became of the files of a set.
type outcome struct {
	files, readable, crashed, timeouts int
	refused                            map[string]int // by code
	recall                             float64        // of expected texts
	expected                           int
	slowest                            time.Duration
}

func (m measurement) files(ctx context.Context) error {
	fmt.Println("\n### PDF, office and other files")
	fmt.Println("\nRecall is of the words of a text that another program was accepted to read from the file; it is no human's.")
	fmt.Println("\n| set | files | readable | refused with a reason | crashed its reader | timeouts | recall (files) | slowest |\n|---|---|---|---|---|---|---|---|")
	for _, set := range []string{"docling-docs", "german-forms", "pypdf-samples", "pdfjs-pdfs", "poi-office", "poi-malicious", "patt-xxe"} {
		o, err := m.folder(ctx, filepath.Join(m.data, set))
		if err != nil {
			if err := skipped(set, err); err != nil {
				return err
			}
			continue
		}
		recall := "–"
		if o.expected > 0 {
			recall = fmt.Sprintf("%.3f (%d)", o.recall/float64(o.expected), o.expected)
		}
		var reasons []string
		refused := 0
		for code, n := range o.refused {
			reasons = append(reasons, fmt.Sprintf("%s %d", code, n))
			refused += n
		}
		slices.Sort(reasons)
		fmt.Printf("| %s | %d | %d | %d (%s) | %d | %d | %s | %v |\n", set, o.files, o.readable, refused, strings.Join(reasons, ", "), o.crashed, o.timeouts, recall, o.slowest.Round(time.Millisecond))
	}
	return nil
}

func (m measurement) folder(ctx context.Context, dir string) (outcome, error) {
	o := outcome{refused: map[string]int{}}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".expected.md") || d.Name() == "SOURCE.txt" || d.Name() == "files.json" {
			return err
		}
		return m.file(ctx, path, &o)
	})
	if err != nil {
		return o, fmt.Errorf("reading a set: %w", err)
	}
	return o, nil
}

func (m measurement) file(ctx context.Context, path string, o *outcome) error {
	body, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading a file: %w", err)
	}
	began := time.Now()
	d, err := m.extractor.Extract(ctx, extract.Input{Name: filepath.Base(path), Body: body})
	took := time.Since(began)
	o.files++
	o.slowest = max(o.slowest, took)
	state := "readable"
	var refused *refusal.Error
	switch {
	case errors.As(err, &refused):
		state = refused.Code + ": " + fmt.Sprint(refused.Err)
		switch {
		case refused.Code == refusal.CodeTimeout:
			o.timeouts++
		case refused.Err != nil && strings.Contains(refused.Err.Error(), "broke down"):
			o.crashed++
		default:
			o.refused[refused.Code]++
		}
	case err != nil:
		return fmt.Errorf("extracting %s: %w", path, err)
	default:
		o.readable++
	}
	if expected, err := os.ReadFile(path + ".expected.md"); err == nil && len(words(string(expected))) > 0 {
		_, recall := overlap(d.Text(), strings.NewReplacer("<!-- image -->", "", "&amp;", "&", "\\_", "_").Replace(string(expected)))
		o.expected++
		o.recall += recall
		state += fmt.Sprintf(" recall %.3f", recall)
	}
	if m.verbose {
		fmt.Printf("%s: %v %s\n", filepath.Base(path), took.Round(time.Millisecond), state)
	}
	return nil
}
