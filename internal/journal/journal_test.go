package journal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

type entry struct {
	Name string `json:"name"`
}

func TestATornLineIsLeftOut(t *testing.T) {
	path := Journal(filepath.Join(t.TempDir(), "erasures.jsonl"))
	named := func(e entry) bool { return e.Name != "" }
	if all, err := Entries(path, named); len(all) != 0 || err != nil {
		t.Errorf("without a file: %v, %v", all, err)
	}
	add := func(e any) {
		if err := path.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	add(entry{"one"})
	f, err := os.OpenFile(string(path), os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = f.WriteString(`{"name":"to`)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	add(map[string]int{"another": 1})
	add(entry{"two"})
	if all, err := Entries(path, named); err != nil || !slices.Equal(all, []entry{{"one"}, {"two"}}) {
		t.Errorf("got %+v, %v", all, err)
	}
	if info, err := os.Stat(string(path)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info, err)
	}
}
