package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
)

// Purge implements erasure.Store. On SQLite a reader may hold the log for a moment, so it is tried
// for some seconds.
func (db *DB) Purge(ctx context.Context, counts map[string]int) (string, error) {
	if db.pool != nil {
		return erasure.Vacuumed, db.vacuum(ctx, "VACUUM ", counts, nil)
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	beat := time.NewTicker(50 * time.Millisecond)
	defer beat.Stop()
	for {
		err := db.Compact(ctx)
		if err == nil {
			return erasure.Overwritten, nil
		}
		select {
		case <-beat.C:
		case <-ctx.Done():
			return "", errors.Join(err, ctx.Err())
		}
	}
}

// maxRewrite is the size of a table with its indexes, in bytes, that PostgreSQL writes anew within a
// few seconds; nobody reads or writes it meanwhile.
const maxRewrite = 256 << 20

// Rewrite implements erasure.Store.
func (db *DB) Rewrite(ctx context.Context, counts map[string]int) (string, error) {
	if db.pool == nil {
		return db.Purge(ctx, counts)
	}
	disk := erasure.Rewritten
	err := db.vacuum(ctx, "VACUUM FULL ", counts, func(table string) (bool, error) {
		var size int64
		if err := db.read.QueryRowContext(ctx, "SELECT pg_total_relation_size(to_regclass($1))", table).Scan(&size); err != nil {
			return false, fmt.Errorf("looking for the size of %s: %w", table, err)
		}
		if size > maxRewrite {
			disk = erasure.Vacuumed
		}
		return size <= maxRewrite, nil
	})
	return disk, err
}

// vacuum runs a statement for each table that counts name and fit, if given, agrees to. It waits
// two seconds for others to leave a table: they must not queue up behind it.
func (db *DB) vacuum(ctx context.Context, statement string, counts map[string]int, fit func(table string) (bool, error)) error {
	tables, err := db.tables(ctx, db.read)
	if err != nil {
		return err
	}
	touched := map[string]bool{}
	for name := range counts {
		table, _, _ := strings.Cut(name, ".")
		touched[table] = tables[table] != nil
	}
	conn, err := db.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("vacuuming: %w", err)
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "SET lock_timeout = '2s'"); err != nil {
		return fmt.Errorf("vacuuming: %w", err)
	}
	defer func() { _, _ = conn.Exec(context.WithoutCancel(ctx), "RESET lock_timeout") }()
	for table, there := range touched {
		if there && fit != nil {
			if there, err = fit(table); err != nil {
				return err
			}
		}
		if !there {
			continue
		}
		if _, err := conn.Exec(ctx, statement+table); err != nil {
			return fmt.Errorf("vacuuming %s: %w", table, err)
		}
	}
	return nil
}
