package erasure

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// Tombstone is what is kept of an erasure outside the database.
type Tombstone struct {
	Receipt string    `json:"receipt"`
	At      time.Time `json:"at"`
	Subject Subject   `json:"subject"`
}

func (t Tombstone) receipt() Receipt {
	return Receipt{ID: t.Receipt, At: t.At, Kind: t.Subject.Kind, Workspace: t.Subject.Workspace, Subject: Hash(t.Subject.ID), Counts: map[string]int{}, Remaining: map[string]int{}}
}

// Tombstones is the path of a file with one tombstone a line. It lies beside the database and not
// in it, because it has to outlive a restored backup. It only ever grows, by some 200 bytes each.
type Tombstones string

// Add writes a tombstone; it is on the disk when Add returns.
func (path Tombstones) Add(t Tombstone) error {
	line, err := json.Marshal(t)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(string(path), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("noting an erasure: %w", err)
	}
	// The leading line break keeps a line apart from one that a crash tore.
	_, err = f.Write(append(append([]byte{'\n'}, line...), '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("noting an erasure: %w", err)
	}
	return nil
}

// All reads the tombstones, oldest first. Without a file there are none; a torn line is left out:
// what it noted had not begun.
func (path Tombstones) All() ([]Tombstone, error) {
	f, err := os.Open(string(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading earlier erasures: %w", err)
	}
	defer f.Close()
	var all []Tombstone
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var t Tombstone
		if json.Unmarshal(lines.Bytes(), &t) == nil && t.Receipt != "" {
			all = append(all, t)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading earlier erasures: %w", err)
	}
	return all, nil
}
