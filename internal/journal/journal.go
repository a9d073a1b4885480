// Package journal keeps, in a file beside the database, what has to outlive a restored backup: that
// something was erased, that a visitor objected. At each start the two are brought to the same
// knowledge: what an older database does not know is done again, what a lost file does not know is
// written anew.
package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/webchatagent/wca/internal/problem"
)

// Journal is the path of a file with one entry a line, of some 200 bytes each. It grows until Forget takes out
// those whose time is over.
type Journal string

// Add writes entries, which have to encode to JSON objects; they are on the disk when Add returns.
func (path Journal) Add(entries ...any) error {
	var lines bytes.Buffer
	for _, entry := range entries {
		line, err := json.Marshal(entry)
		if err != nil {
			return fmt.Errorf("encoding an entry of the journal: %w", err)
		}
		// The leading line break keeps a line apart from one that a crash tore.
		fmt.Fprintf(&lines, "\n%s\n", line)
	}
	f, err := path.open()
	if err != nil {
		return fmt.Errorf("opening the journal: %w", roomless(err))
	}
	_, err = f.Write(lines.Bytes())
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("writing the journal: %w", roomless(err))
	}
	return nil
}

// roomless says of an error that a full disk is its cause, if it is.
func roomless(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fullDisk{err}
	}
	return err
}

// fullDisk is an error of a full disk, which need not be that of the database: it is told by the
// journal's own path.
type fullDisk struct{ error }

func (e fullDisk) Unwrap() error { return e.error }

// Is reports that nothing can be stored.
func (e fullDisk) Is(target error) bool { return target == problem.ErrNoRoom }

// open opens the file to write at its end and keeps other processes from doing so until it is closed.
func (path Journal) open() (*os.File, error) {
	for {
		f, err := os.OpenFile(string(path), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
		if err != nil {
			return nil, err
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		opened, err := f.Stat()
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if named, err := os.Stat(string(path)); err == nil && os.SameFile(opened, named) {
			return f, nil
		}
		if err := f.Close(); err != nil { // Forget has put another in its place meanwhile
			return nil, err
		}
	}
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

// read gives each line to take, the oldest first; it is good until take returns. Without a file there
// are none.
func (path Journal) read(take func(line []byte) error) error {
	f, err := os.Open(string(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("opening the journal: %w", err)
	}
	defer f.Close()
	lines := bufio.NewReaderSize(f, longestEntry)
	for {
		line, err := lines.ReadSlice('\n')
		for errors.Is(err, bufio.ErrBufferFull) { // damaged: no entry is as long
			line = nil
			_, err = lines.ReadSlice('\n')
		}
		if failed := take(line); failed != nil {
			return failed
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading the journal: %w", err)
		}
	}
}
