// Package journal keeps, in a file beside the database, what has to outlive a restored backup: that
// something was erased, that a visitor objected. What an older database does not know of it is
// done again at the next start.
package journal

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Journal is the path of a file with one entry a line. It only ever grows, by some 200 bytes each.
type Journal string

// Add writes an entry, which has to encode to a JSON object; it is on the disk when Add returns.
func (path Journal) Add(entry any) error {
	line, err := json.Marshal(entry)
	if err != nil {
		return fmt.Errorf("encoding an entry of the journal: %w", err)
	}
	f, err := os.OpenFile(string(path), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("opening the journal: %w", err)
	}
	// The leading line break keeps a line apart from one that a crash tore.
	_, err = f.Write(append(append([]byte{'\n'}, line...), '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("writing the journal: %w", err)
	}
	return nil
}

// Writable makes the file if there is none, and reports whether entries can be added.
func (path Journal) Writable() error {
	f, err := os.OpenFile(string(path), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("opening the journal of erasures and objections: %w", err)
	}
	return f.Close()
}

// longestEntry is more than the bytes of any.
const longestEntry = 64 << 10

// Entries decodes those entries that is accepts, oldest first. Without a file there are none; a torn
// line is left out: what it noted had not begun.
func Entries[E any](path Journal, is func(E) bool) ([]E, error) {
	f, err := os.Open(string(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("opening the journal: %w", err)
	}
	defer f.Close()
	var all []E
	lines := bufio.NewReaderSize(f, longestEntry)
	for {
		line, err := lines.ReadSlice('\n')
		for errors.Is(err, bufio.ErrBufferFull) { // damaged: no entry is as long
			line = nil
			_, err = lines.ReadSlice('\n')
		}
		var e E
		if json.Unmarshal(line, &e) == nil && is(e) {
			all = append(all, e)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading the journal: %w", err)
		}
	}
	return all, nil
}
