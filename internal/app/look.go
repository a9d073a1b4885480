package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// LookCommand is the hidden command of this program that looks for texts in files.
const LookCommand = "look-child"

// look is what the child is asked; its answer are the names of files by text.
type look struct {
	Folder    string    `json:"folder"`    // the data directory
	Files     []string  `json:"files"`     // of the database, if they are elsewhere
	Temporary string    `json:"temporary"` // the system's folder for temporary files
	Since     time.Time `json:"since"`     // what was written there before is left alone
	Texts     []string  `json:"texts"`
}

// apart is more than the times of files differ from the clock: a file system may round them, or be another machine's.
const apart = time.Minute

// lookTime bounds a look through a folder.
const lookTime = time.Minute

// lookIn looks for texts in all files of a folder, in others, and in what may have been left in the system's folder for temporary
// files, in a process of its own: on closing any file of an SQLite database a process loses its locks on it (POSIX
// advisory locks), and others would change what it reads. See https://www.sqlite.org/howtocorrupt.html, section 2.2.
func lookIn(ctx context.Context, in look) (map[string][]string, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	in.Temporary = os.TempDir()
	asked, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(ctx, lookTime)
	defer stop()
	child := exec.CommandContext(ctx, program, LookCommand)
	child.Env = []string{}
	child.Stdin = bytes.NewReader(asked)
	var out, errs bytes.Buffer
	child.Stdout, child.Stderr = &out, &errs
	if err := child.Run(); err != nil {
		if ctx.Err() != nil { // that is why it was killed
			return nil, fmt.Errorf("looking through %s and %s: %w", in.Folder, in.Temporary, ctx.Err())
		}
		return nil, fmt.Errorf("%w: %s", err, errs.String())
	}
	var found map[string][]string
	if err := json.Unmarshal(out.Bytes(), &found); err != nil {
		return nil, fmt.Errorf("reading what was found: %w", err)
	}
	return found, nil
}

// Look is the child: it reads what to look for and writes what it found.
func Look(ctx context.Context, in io.Reader, out io.Writer) error {
	var asked look
	if err := json.NewDecoder(in).Decode(&asked); err != nil {
		return fmt.Errorf("reading what to look for: %w", err)
	}
	found := map[string][]string{}
	err := filepath.WalkDir(asked.Folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || err == nil && !entry.Type().IsRegular() {
			return nil
		}
		if err != nil {
			return err
		}
		name, err := filepath.Rel(asked.Folder, path)
		if err != nil {
			return err
		}
		held, err := holding(ctx, path, asked.Texts)
		for _, text := range held {
			found[text] = append(found[text], name)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("looking through %s: %w", asked.Folder, err)
	}
	for _, path := range asked.Files {
		held, err := holding(ctx, path, asked.Texts)
		if err != nil {
			return fmt.Errorf("looking through %s: %w", path, err)
		}
		for _, text := range held {
			found[text] = append(found[text], path)
		}
	}
	if err := asked.temporary(ctx, found); err != nil {
		return fmt.Errorf("looking through %s: %w", asked.Temporary, err)
	}
	return json.NewEncoder(out).Encode(found)
}

// mostTemporary is more than anything has that a check could leave behind: its uploads are texts of some lines. Others write
// large files here all the time.
const mostTemporary = 1 << 20

// temporary looks through what was written lately into the folder for temporary files: files, and files in a folder, as a
// program makes them there. Most of it is other programs', and what this user may not read was not left by this one.
func (l look) temporary(ctx context.Context, found map[string][]string) error {
	own, err := os.Stat(l.Folder)
	if err != nil {
		return err
	}
	var folder func(path string, deeper bool) error
	folder = func(path string, deeper bool) error {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, own) {
			return nil
		}
		entries, err := os.ReadDir(path)
		if foreign(err) {
			return nil
		}
		for _, entry := range entries {
			info, err := entry.Info()
			if err != nil || info.ModTime().Before(l.Since) {
				continue // gone, or too old
			}
			below := filepath.Join(path, entry.Name())
			switch {
			case info.IsDir() && deeper:
				if err := folder(below, false); err != nil {
					return err
				}
			case info.Mode().IsRegular() && info.Size() <= mostTemporary:
				held, err := holding(ctx, below, l.Texts)
				if err != nil && !foreign(err) {
					return err
				}
				for _, text := range held {
					found[text] = append(found[text], below)
				}
			}
		}
		return err
	}
	return folder(l.Temporary, true)
}

// foreign reports whether an error says that something is gone or another user's.
func foreign(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission)
}

// holding says which of the texts a file holds; it reads the file in pieces.
func holding(ctx context.Context, path string, texts []string) ([]string, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // logs of the database come and go
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	const piece, overlap = 1 << 20, 1 << 10 // no text is longer than the overlap
	seen := map[string]bool{}
	buffer, filled := make([]byte, piece+overlap), 0
	for {
		n, err := io.ReadFull(f, buffer[filled:])
		window := buffer[:filled+n]
		for _, text := range texts {
			seen[text] = seen[text] || bytes.Contains(window, []byte(text))
		}
		if err != nil {
			if err != io.EOF && err != io.ErrUnexpectedEOF {
				return nil, err
			}
			break
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		filled = copy(buffer, window[len(window)-overlap:])
	}
	var held []string
	for _, text := range texts {
		if seen[text] {
			held = append(held, text)
		}
	}
	return held, nil
}
