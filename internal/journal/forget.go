package journal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Forget takes out of the journal what the kinds say is over and the database does not know any more, and says how
// much that was. A crash leaves either the old file or the new one.
func (path Journal) Forget(ctx context.Context, kinds ...side) (gone int, err error) {
	if _, err := os.Stat(string(path)); errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	held, err := path.open() // nobody adds anything meanwhile
	if err != nil {
		return 0, fmt.Errorf("opening the journal: %w", err)
	}
	defer held.Close()
	for _, k := range kinds {
		if err := k.begin(ctx); err != nil {
			return 0, fmt.Errorf("reading what the database knows of the journal: %w", err)
		}
	}
	fresh, err := os.CreateTemp(filepath.Dir(string(path)), filepath.Base(string(path))+".*") // for the owner only
	if err != nil {
		return 0, fmt.Errorf("writing the journal anew: %w", err)
	}
	defer os.Remove(fresh.Name()) // if it does not take the other's place
	w := bufio.NewWriter(fresh)
	err = path.read(func(line []byte) error {
		for _, k := range kinds {
			if k.over(line) {
				gone++
				return nil
			}
		}
		_, err := w.Write(line)
		return errors.Join(err, ctx.Err())
	})
	if err = errors.Join(err, w.Flush(), fresh.Sync(), fresh.Close()); err != nil || gone == 0 {
		return 0, err
	}
	if err := os.Rename(fresh.Name(), string(path)); err != nil {
		return 0, fmt.Errorf("putting the new journal in place: %w", err)
	}
	return gone, nil
}
