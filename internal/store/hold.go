package store

import (
	"context"
	"fmt"
)

// holding is how a transaction holds a lock: with others that share it, or alone.
type holding string

const (
	shared    holding = "pg_advisory_xact_lock_shared"
	exclusive holding = "pg_advisory_xact_lock"
)

// hold makes a transaction on PostgreSQL wait for those of other servers that hold one of the locks, unless all share it, and
// holds them until it ends. SQLite has one writer only.
func (db *DB) hold(ctx context.Context, t transaction, how holding, locks ...string) error {
	if db.pool == nil {
		return nil
	}
	for _, lock := range locks {
		if _, err := t.ExecContext(ctx, db.q("SELECT "+string(how)+"(hashtextextended(?, 0))"), lock); err != nil {
			return fmt.Errorf("waiting for others that write: %w", err)
		}
	}
	return nil
}
