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
	Folder string   `json:"folder"`
	Texts  []string `json:"texts"`
}

// lookTime bounds a look through a folder.
const lookTime = time.Minute

// lookIn looks for texts in all files of a folder, in a process of its own: on closing any file of an
// SQLite database a process loses its locks on it (POSIX advisory locks), and others would change
// what it reads. See https://www.sqlite.org/howtocorrupt.html, section 2.2.
func lookIn(ctx context.Context, folder string, texts []string) (map[string][]string, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	asked, err := json.Marshal(look{folder, texts})
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
	return json.NewEncoder(out).Encode(found)
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
