package journal

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

type entry struct {
	Name string `json:"name"`
}

// reconciled compares the entries of a file with what a database knows, and returns what was done again.
func reconciled(t *testing.T, path Journal, known ...string) (again []string, k *Kind[entry]) {
	t.Helper()
	k = &Kind[entry]{
		ID: func(e entry) string { return e.Name },
		Known: func(context.Context) iter.Seq2[entry, error] {
			return func(yield func(entry, error) bool) {
				for _, name := range known {
					if !yield(entry{name}, nil) {
						return
					}
				}
			}
		},
		Again: func(_ context.Context, unknown []entry) (int, error) {
			if len(unknown) > atOnce {
				t.Errorf("%d at once", len(unknown))
			}
			for _, e := range unknown {
				again = append(again, e.Name)
			}
			return len(unknown), nil
		},
	}
	if err := path.Reconcile(t.Context(), k); err != nil {
		t.Fatal(err)
	}
	return again, k
}

func TestATornLineIsLeftOut(t *testing.T) {
	path := Journal(filepath.Join(t.TempDir(), "erasures.jsonl"))
	if all, _ := reconciled(t, path); all != nil {
		t.Errorf("without a file: %v", all)
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
	if all, _ := reconciled(t, path); !slices.Equal(all, []string{"one", "two"}) {
		t.Errorf("got %+v", all)
	}
	if info, err := os.Stat(string(path)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info, err)
	}
}

// What one side lacks comes to it from the other, also where there is more than is held at once; then both
// know the same.
func TestBothSidesLearnWhatTheyLack(t *testing.T) {
	path := Journal(filepath.Join(t.TempDir(), "erasures.jsonl"))
	var known, unknown []string
	var entries []any
	for n := range atOnce + 5 {
		known, unknown = append(known, fmt.Sprint("known", n)), append(unknown, fmt.Sprint("unknown", n))
		entries = append(entries, entry{unknown[n]})
	}
	if err := path.Add(append(entries, entry{known[0]}, entry{known[0]})...); err != nil {
		t.Fatal(err)
	}
	again, k := reconciled(t, path, known...)
	if !slices.Equal(again, unknown) || k.Done != len(unknown) || k.Renewed != len(known)-1 {
		t.Errorf("done again %d and %d, renewed %d", len(again), k.Done, k.Renewed)
	}
	if again, k := reconciled(t, path, append(known, unknown...)...); again != nil || k.Done+k.Renewed != 0 {
		t.Errorf("a second time: %d, %+v", len(again), k.Renewed)
	}
}
