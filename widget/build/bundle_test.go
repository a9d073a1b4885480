package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// What is committed in dist must be what the sources give, else a change would not reach visitors.
func TestDistIsAFreshBuild(t *testing.T) {
	built, err := Bundle("..")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir("../dist")
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(built) {
		t.Errorf("dist holds %d files, a fresh build gives %d: run go run ./widget/build", len(entries), len(built))
	}
	for _, f := range built {
		committed, err := os.ReadFile(filepath.Join("../dist", f.Name))
		if err != nil || !bytes.Equal(committed, f.Content) {
			t.Errorf("dist/%s differs from a fresh build: run go run ./widget/build", f.Name)
		}
	}
}

// The limits are those of the design: what a visitor of a website pays before and after the click, and for the data sheet
// when opening it.
func TestSizes(t *testing.T) {
	built, err := Bundle("..")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../panel.html")
	if err != nil {
		t.Fatal(err)
	}
	loader := zipped(built[0].Content)
	panel := zipped(built[1].Content) + zipped(built[2].Content) + zipped(page)
	if loader > 3_000 {
		t.Errorf("the loader has %d bytes gzip, allowed are 3000", loader)
	}
	if sheet := zipped(built[3].Content); sheet > 4_000 {
		t.Errorf("the data sheet has %d bytes gzip, allowed are 4000", sheet)
	}
	if panel > 25_000 {
		t.Errorf("the panel has %d bytes gzip, allowed are 25000", panel)
	}
	t.Logf("gzip: loader %d bytes, panel %d bytes", loader, panel)
}
