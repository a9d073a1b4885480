package store

import (
	"context"
	"fmt"
)

// SQLite writes into a log (WAL) and copies it into the database now and then, with a sync of both
// files. By default whoever writes the thousandth page does so and waits for the disk: a visitor. Here
// it is done in the background, beside readers and the writer. While somebody writes all the time, the log grows
// all the same: it begins anew only where all of it was copied, and at the end of a copy there is more already. So a
// writer has to finish it now and then, with a short rest to copy, and everybody waits for that.

const (
	minWritten = 800    // statements before the log is copied
	maxLogged  = 16_000 // pages (64 MB) in the log at which a writer copies it after all
)

// copyLog copies SQLite's log into the database if something has been written.
func (db *DB) copyLog(ctx context.Context) error {
	written := db.written.Load()
	if db.pool != nil || written-db.copied < minWritten {
		return nil
	}
	db.copying.Lock()
	defer db.copying.Unlock()
	var busy, logged, done int
	if err := db.read.QueryRowContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)").Scan(&busy, &logged, &done); err != nil {
		return fmt.Errorf("copying the log of the database: %w", err)
	}
	db.copied = written
	return nil
}
