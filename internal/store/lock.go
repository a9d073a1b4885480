package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Lock keeps a second server off a database of SQLite, whichever data directory and whichever link to it that has. The system releases it when the
// process dies. Commands do not lock: they may work beside the server. Of PostgreSQL several servers share one.
func (db *DB) Lock() (release func() error, err error) {
	if db.Shared() {
		return func() error { return nil }, nil
	}
	release, err = db.lockFile()
	if errors.Is(err, errServed) {
		err = fmt.Errorf("another wca serve already uses %s: stop it, or give this one a directory of its own with --data, and a database of its own", db.file)
	}
	return release, err
}

// errServed says that a server uses the database.
var errServed = errors.New("a wca serve uses the database")

func (db *DB) lockFile() (release func() error, err error) {
	file, err := filepath.EvalSymlinks(db.file)
	if err != nil {
		return nil, fmt.Errorf("locking the database: %w", err)
	}
	dir, name := filepath.Split(file)
	if name = strings.TrimPrefix(name+".serve.lock", "wca.db."); dir == "" {
		dir = "."
	}
	f, err := os.OpenFile(filepath.Join(dir, name), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("locking the database: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errServed
		}
		return nil, fmt.Errorf("locking the database: %w", err)
	}
	return f.Close, nil
}

// alone runs f while no other process does so for the same directory. The directory itself is locked: to lock the
// database's file would take SQLite's own locks off it.
func alone(dir string, f func() error) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("waiting for other commands: %w", err)
	}
	defer d.Close() // and with it the lock goes
	if err := syscall.Flock(int(d.Fd()), syscall.LOCK_EX); err != nil {
		return fmt.Errorf("waiting for other commands: %w", err)
	}
	return f()
}
