package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"

	"github.com/jackc/pgx/v5/pgxpool"
)

// Pools gives the job queue, which brings its own statements, the connection to work on: one of
// the two is nil.
func (db *DB) Pools() (sqlite *sql.DB, postgres *pgxpool.Pool) {
	if db.pool != nil {
		return nil, db.pool
	}
	return db.write, nil
}

// Exclusive runs f, which changes the schema, while no other process does: two servers, or commands, may start at once.
func (db *DB) Exclusive(ctx context.Context, f func(ctx context.Context) error) error {
	if db.pool == nil {
		return alone(filepath.Dir(db.file), func() error { return f(ctx) })
	}
	conn, err := db.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("waiting for other servers: %w", err)
	}
	defer conn.Release()
	const lock = 0x776361 // any number that is ours alone
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", lock); err != nil {
		return fmt.Errorf("waiting for other servers: %w", err)
	}
	defer func() { _, _ = conn.Exec(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", lock) }()
	if err := f(ctx); err != nil {
		return err
	}
	return db.keepUnsampled(ctx, conn)
}

// takenUp makes running jobs available again, as if they had not been begun.
const takenUp = "state = 'available', attempt = CASE WHEN attempt > 0 THEN attempt - 1 ELSE 0 END WHERE state = 'running'"

// ReviveJob makes a running job whose worker is dead available again.
func (db *DB) ReviveJob(ctx context.Context, task, workspace, subject string) error {
	statement := "UPDATE river_job SET " + takenUp + " AND args ->> 'Task' = ? AND args ->> 'Workspace' = ? AND args ->> 'Subject' = ?"
	if _, err := db.write.ExecContext(ctx, db.q(statement), task, workspace, subject); err != nil {
		return fmt.Errorf("taking up an abandoned job: %w", err)
	}
	return nil
}

// RescueJobs makes jobs that a killed process left running available again. Only on SQLite, where
// the caller is the only server; on PostgreSQL other nodes may be at work, and the queue finds
// abandoned jobs by their time.
func (db *DB) RescueJobs(ctx context.Context) error {
	if db.pool != nil {
		return nil
	}
	if _, err := db.write.ExecContext(ctx, "UPDATE river_job SET "+takenUp); err != nil {
		return fmt.Errorf("taking up abandoned jobs: %w", err)
	}
	return nil
}
