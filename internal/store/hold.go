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

// txBeside runs f in a transaction that writes several rows of a workspace, beside others that do. On PostgreSQL what
// takes out rows of all kinds, in an order of its own, waits for it, or is waited for: else each might wait for the other,
// and PostgreSQL would let one of them fail. Who comes second sees what the first has written.
func (db *DB) txBeside(ctx context.Context, ws string, f func(t transaction) error) error {
	return db.txHolding(ctx, ws, shared, f)
}

// txAlone runs f in a transaction that takes rows of all kinds out of a workspace, and lets nobody else who writes several
// in between. It has to be short.
func (db *DB) txAlone(ctx context.Context, ws string, f func(t transaction) error) error {
	return db.txHolding(ctx, ws, exclusive, f)
}

func (db *DB) txHolding(ctx context.Context, ws string, how holding, f func(t transaction) error) error {
	return db.tx(ctx, func(t transaction) error {
		if err := db.hold(ctx, t, how, rowsOf(ws)); err != nil {
			return err
		}
		return f(t)
	})
}

// rowsOf is the lock of all rows of a workspace. It is taken before any other.
func rowsOf(ws string) string { return "rows of " + ws }

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
