package config

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
)

// Secret reads the secret key of the instance, and makes it at the first start: 32 random bytes outside the database,
// from which keys for single purposes are derived.
func Secret(dir string) ([]byte, error) {
	path := filepath.Join(dir, "secret.key")
	key, err := os.ReadFile(path)
	if err == nil {
		if len(key) != 32 {
			return nil, fmt.Errorf("the secret key in %s has %d bytes instead of 32: put the right file back or, on a new instance, remove it", path, len(key))
		}
		return key, nil
	}
	if !os.IsNotExist(err) {
		return nil, fmt.Errorf("reading the secret key: %w", err)
	}
	key = make([]byte, 32)
	rand.Read(key)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if os.IsExist(err) { // another process was first
		return Secret(dir)
	}
	if err != nil {
		return nil, fmt.Errorf("writing the secret key: %w", err)
	}
	if _, err := f.Write(key); err != nil {
		f.Close()
		return nil, fmt.Errorf("writing the secret key: %w", err)
	}
	return key, f.Close()
}
