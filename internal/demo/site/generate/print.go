package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// priceList gives the PDF of preisliste-2026.html. content/preisliste-2026.sum
// holds the digest of the page that was printed last; while it fits, the
// present PDF stays.
func priceList(ctx context.Context, content, public string) ([]byte, error) {
	source := filepath.Join(content, "preisliste-2026.html")
	record := filepath.Join(content, "preisliste-2026.sum")
	target := filepath.Join(public, "downloads", "preisliste-2026.pdf")

	page, err := os.ReadFile(source)
	if err != nil {
		return nil, err
	}
	digest := sha256.Sum256(page)
	sum := hex.EncodeToString(digest[:])
	printed, err := os.ReadFile(record)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	if strings.TrimSpace(string(printed)) == sum {
		if pdf, err := os.ReadFile(target); err == nil {
			return pdf, nil
		}
	}

	absolute, err := filepath.Abs(source)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "print")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	output := filepath.Join(folder, "out.pdf")
	browser := exec.CommandContext(ctx, "chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer",
		"--user-data-dir="+folder, "--print-to-pdf="+output, "file://"+absolute)
	if message, err := browser.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("chromium (scripts/setup installs it): %w: %s", err, message)
	}
	pdf, err := os.ReadFile(output)
	if err != nil {
		return nil, err
	}
	return pdf, os.WriteFile(record, []byte(sum+"\n"), 0o644)
}
