package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestAnyPathWillDo(t *testing.T) {
	for _, name := range []string{"a#b.db", "a?b.db", "100%25.db", "mit Leerzeichen und Ümlaut.db"} {
		path := filepath.Join(t.TempDir(), name)
		fill(t, open(t, "sqlite:"+path), "a")
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFilesAreForTheirOwnerOnly_Q02(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "wca.db")
	open(t, path)
	for name, want := range map[string]os.FileMode{filepath.Dir(path): 0o700, path: 0o600} {
		info, err := os.Stat(name)
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode().Perm(), want)
		}
	}
}

func TestOneServerPerDirectory_F29(t *testing.T) {
	dir := t.TempDir()
	release, err := Lock(dir)
	must(t, err)
	if _, err := Lock(dir); err == nil {
		t.Error("a second server was let in")
	}
	must(t, release())
	release, err = Lock(dir)
	must(t, err)
	must(t, release())
}

func TestReady(t *testing.T) {
	each(t, func(t *testing.T, db *DB) { must(t, db.Ready(context.Background())) })
}
