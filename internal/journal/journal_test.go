package journal

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

type entry struct {
	Name string    `json:"name"`
	At   time.Time `json:"at,omitzero"`
}

// reconciled compares the entries of a file with what a database knows, and returns what was done again.
func reconciled(t *testing.T, path Journal, known ...string) (again []string, k *Kind[entry]) {
	t.Helper()
	k = &Kind[entry]{
		ID: func(e entry) string { return e.Name },
		At: func(e entry) time.Time { return e.At },
		Known: func(context.Context) iter.Seq2[entry, error] {
			return func(yield func(entry, error) bool) {
				for _, name := range known {
					if !yield(entry{Name: name}, nil) {
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
	add(entry{Name: "one"})
	f, err := os.OpenFile(string(path), os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = f.WriteString(`{"name":"to`)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	add(map[string]int{"another": 1})
	add(entry{Name: "two"})
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
		entries = append(entries, entry{Name: unknown[n]})
	}
	if err := path.Add(append(entries, entry{Name: known[0]}, entry{Name: known[0]})...); err != nil {
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

// What is over goes, what the database still knows or another kind wrote stays, and of who adds something
// meanwhile nothing is lost. Until it goes it is not done again.
func TestWhatIsOverIsForgotten(t *testing.T) {
	path := Journal(filepath.Join(t.TempDir(), "erasures.jsonl"))
	since := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	old := since.Add(-time.Hour)
	if err := path.Add(entry{"old", old}, entry{"old and known", old}, map[string]int{"another": 1}, entry{"new", since}); err != nil {
		t.Fatal(err)
	}
	var again []string
	kind := func() *Kind[entry] {
		return &Kind[entry]{
			ID: func(e entry) string { return e.Name }, At: func(e entry) time.Time { return e.At }, Since: since,
			Known: func(context.Context) iter.Seq2[entry, error] {
				return func(yield func(entry, error) bool) { yield(entry{"old and known", old}, nil) }
			},
			Again: func(_ context.Context, unknown []entry) (int, error) {
				for _, e := range unknown {
					again = append(again, e.Name)
				}
				return len(unknown), nil
			},
		}
	}
	if err := path.Reconcile(t.Context(), kind()); err != nil || !slices.Equal(again, []string{"new"}) {
		t.Errorf("done again: %v, %v", again, err)
	}
	var adding sync.WaitGroup
	for n := range 50 {
		adding.Go(func() {
			if err := path.Add(entry{fmt.Sprint("meanwhile", n), since}); err != nil {
				t.Error(err)
			}
		})
	}
	gone, err := path.Forget(t.Context(), kind())
	if err != nil || gone != 1 {
		t.Errorf("%d are gone, %v", gone, err)
	}
	adding.Wait()
	content, err := os.ReadFile(string(path))
	if err != nil {
		t.Fatal(err)
	}
	if text := string(content); strings.Contains(text, `"old"`) || !strings.Contains(text, `"old and known"`) || !strings.Contains(text, "another") || !strings.Contains(text, `"new"`) || strings.Count(text, "meanwhile") != 50 {
		t.Errorf("the journal says\n%s", text)
	}
	if info, err := os.Stat(string(path)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info, err)
	}
	if gone, err := path.Forget(t.Context(), kind()); err != nil || gone != 0 {
		t.Errorf("once more: %d, %v", gone, err)
	}
	if left, err := filepath.Glob(string(path) + "*"); err != nil || len(left) != 1 {
		t.Errorf("files: %v, %v", left, err)
	}
}
