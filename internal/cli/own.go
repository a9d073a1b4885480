package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/store"
)

// ownFiles are the files and folders that a server works with: database, keys, logs, journal and configuration. No bot
// reads them, as it would tell every visitor what they say.
type ownFiles []fs.FileInfo

func (c *command) ownFiles(cfg config.Config) ownFiles {
	paths := append([]string{cfg.Data, cfg.Erasures, c.file, cfg.SecretFile}, cfg.KeyFiles...)
	database := store.Name(cfg.DSN())
	paths = append(paths, database, database+"-wal", database+"-shm")
	var own ownFiles
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			own = append(own, info)
		}
	}
	return own
}

// are reports whether the file or folder is one of them.
func (o ownFiles) are(info fs.FileInfo) bool {
	return slices.ContainsFunc(o, func(one fs.FileInfo) bool { return os.SameFile(one, info) })
}

// hold reports whether the file or folder is one of them or lies in one of them.
func (o ownFiles) hold(path string) bool {
	at, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	if resolved, err := filepath.EvalSymlinks(at); err == nil {
		at = resolved
	}
	for {
		if info, err := os.Stat(at); err == nil && o.are(info) {
			return true
		}
		above := filepath.Dir(at)
		if above == at {
			return false
		}
		at = above
	}
}
