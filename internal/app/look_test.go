package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Of the folder for temporary files, which belongs to all programs, is read what this one may have left lately.
func TestWhatWasLeftInTheFolderForTemporaryFilesIsFound_K2(t *testing.T) {
	temporary := t.TempDir()
	data := filepath.Join(temporary, "wca-demo")
	write := func(age time.Duration, parts ...string) string {
		path := filepath.Join(append([]string{temporary}, parts...)...)
		at := time.Now().Add(-age)
		for _, err := range []error{
			os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("before kanarie after"), 0o600), os.Chtimes(path, at, at),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		return path
	}
	write(0, "wca-demo", "wca.db")
	want := []string{"wca.db", write(0, "folder-2", "part"), write(0, "multipart-1")}
	write(2*time.Hour, "multipart-0")
	if err := os.Truncate(write(0, "large"), 5<<20); err != nil { // as other programs write there all the time
		t.Fatal(err)
	}
	write(0, "others", "of", "another")
	if err := os.Symlink(want[2], filepath.Join(temporary, "link")); err != nil {
		t.Fatal(err)
	}
	var files []string
	find := func(temporary string) []string {
		asked, err := json.Marshal(look{data, files, temporary, time.Now().Add(-time.Hour), []string{"kanarie"}})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := Look(t.Context(), bytes.NewReader(asked), &out); err != nil {
			t.Fatal(err)
		}
		var found map[string][]string
		if err := json.Unmarshal(out.Bytes(), &found); err != nil {
			t.Fatal(err)
		}
		return found["kanarie"]
	}
	if got := find(temporary); !slices.Equal(got, want) {
		t.Errorf("found in %q, want %q", got, want)
	}
	if got := find(filepath.Join(temporary, "not here")); !slices.Equal(got, want[:1]) {
		t.Errorf("without such a folder found in %q", got)
	}
	elsewhere := filepath.Join(t.TempDir(), "elsewhere.db-wal")
	if err := os.WriteFile(elsewhere, []byte("kanarie"), 0o600); err != nil {
		t.Fatal(err)
	}
	files = []string{elsewhere, elsewhere + "-gone"}
	if got := find(filepath.Join(temporary, "not here")); !slices.Equal(got, []string{"wca.db", elsewhere}) {
		t.Errorf("with a database elsewhere found in %q", got)
	}
}
