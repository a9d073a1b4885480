package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// An operator reads what is wrong with a file or its disk, and what to do (F34).
func TestWhatIsWrongWithAFileIsSaid_F34(t *testing.T) {
	folder := t.TempDir()
	there, fresh := filepath.Join(folder, "secret.key"), filepath.Join(folder, "erasures.jsonl.1")
	if err := os.WriteFile(there, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for want, of := range map[string]fs.PathError{
		"doing: this user may not open the file " + there + ": allow it to the user that runs wca":                      {Op: "open", Path: there, Err: syscall.EACCES},
		"doing: this user may not write in " + folder + ": give the folder and what is in it to the user that runs wca": {Op: "open", Path: fresh, Err: syscall.EACCES},
		"doing: this user may not write in " + folder + ": give the folder and what is in it to the user":               {Op: "mkdir", Path: fresh, Err: syscall.EACCES},
		"doing: there is no file " + fresh:                                                  {Op: "open", Path: fresh, Err: syscall.ENOENT},
		"doing: the disk of " + there + " is read-only: mount it so that it can be written": {Op: "open", Path: there, Err: syscall.EROFS},
		"doing: there is no room left on the disk of " + there + ": make some":              {Op: "write", Path: there, Err: syscall.ENOSPC},
		"doing: " + fresh + " is not a directory, or lies in what is none":                  {Op: "mkdir", Path: fresh, Err: syscall.ENOTDIR},
		"doing: sync " + there: {Op: "sync", Path: there, Err: syscall.EIO},
	} {
		if got := sentence(fmt.Errorf("doing: %w", &of)); !strings.HasPrefix(got, want) {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}
