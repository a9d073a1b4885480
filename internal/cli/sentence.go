package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/webchatagent/wca/internal/problem"
)

// sentence is what a person at the terminal needs to read of an error.
func sentence(err error) string {
	var p *problem.Error
	if errors.As(err, &p) && p.Kind != problem.Internal {
		return p.Message
	}
	var file *fs.PathError
	if errors.As(err, &file) {
		if plain := plainly(file); plain != "" {
			return strings.Replace(err.Error(), file.Error(), plain, 1)
		}
	}
	return err.Error()
}

// plainly says what is wrong with a file, and what to do, "" where that is not known.
func plainly(file *fs.PathError) string {
	const allow = "give the folder and what is in it to the user that runs wca"
	switch {
	case errors.Is(file, syscall.EROFS):
		return fmt.Sprintf("the disk of %s is read-only: mount it so that it can be written, or name another place with --data", file.Path)
	case errors.Is(file, syscall.ENOSPC), errors.Is(file, syscall.EDQUOT):
		return fmt.Sprintf("there is no room left on the disk of %s: make some, then try again", file.Path)
	case errors.Is(file, syscall.ENOTDIR):
		return fmt.Sprintf("%s is not a directory, or lies in what is none: name another place", file.Path)
	case errors.Is(file, fs.ErrPermission) && file.Op == "mkdir":
		return fmt.Sprintf("this user may not write in %s: %s", filepath.Dir(file.Path), allow)
	case file.Op != "open":
		return ""
	case errors.Is(file, fs.ErrNotExist):
		return fmt.Sprintf("there is no file %s", file.Path)
	case errors.Is(file, fs.ErrPermission):
		if _, err := os.Lstat(file.Path); errors.Is(err, fs.ErrNotExist) { // it was to be made
			return fmt.Sprintf("this user may not write in %s: %s", filepath.Dir(file.Path), allow)
		}
		return fmt.Sprintf("this user may not open the file %s: allow it to the user that runs wca", file.Path)
	}
	return ""
}
