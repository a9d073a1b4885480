package store

import (
	"os"
	"path/filepath"
	"testing"
)

func TestVisitorsDoNotWaitForTheLogToBeCopied(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wca.db")
	db := open(t, path)
	_, err := db.write.ExecContext(t.Context(), "CREATE TABLE said (i INTEGER PRIMARY KEY, word BLOB NOT NULL)")
	must(t, err)
	const each, times = 60 * 4096, 100 // few statements: the background has nothing to do yet
	for i := range times {
		_, err := db.write.ExecContext(t.Context(), "INSERT INTO said (i, word) VALUES (?, ?)", i, make([]byte, each))
		must(t, err)
	}
	log, err := os.Stat(path + "-wal")
	must(t, err)
	if log.Size() < each*times { // else it began anew, after a writer had copied it and waited for the disk
		t.Errorf("after %d MB the log has %d: a writer has copied it", each*times>>20, log.Size()>>20)
	}
}
