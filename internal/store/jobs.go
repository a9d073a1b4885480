package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"time"

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
		return alone(filepath.Dir(db.file), func() error { return named(f(ctx)) })
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
		return named(err)
	}
	return db.keepUnsampled(ctx, conn)
}

// takenUp makes running jobs available again, as if they had not been begun.
const takenUp = "state = 'available', attempt = CASE WHEN attempt > 0 THEN attempt - 1 ELSE 0 END WHERE state = 'running'"

// HoldJobs says, where several servers share the database, that the jobs are still being worked on.
func (db *DB) HoldJobs(ctx context.Context, ids []int64) error {
	if db.pool == nil || len(ids) == 0 {
		return nil
	}
	if _, err := db.pool.Exec(ctx, "UPDATE river_job SET attempted_at = now() WHERE state = 'running' AND id = ANY($1)", ids); err != nil {
		return fmt.Errorf("holding jobs: %w", err)
	}
	return nil
}

// HastenJobs lets jobs be done now that wait for longer than any job does: they were queued by a clock that was ahead.
func (db *DB) HastenJobs(ctx context.Context, longest time.Duration) error {
	clock, then, given := "datetime('now', 'subsec')", "datetime('now', ?)", any(fmt.Sprintf("+%.0f seconds", longest.Seconds()))
	if db.pool != nil {
		clock, then, given = "now()", "now() + make_interval(secs => $1)", longest.Seconds()
	}
	_, err := db.write.ExecContext(ctx, "UPDATE river_job SET scheduled_at = "+clock+" WHERE state IN ('available', 'retryable', 'scheduled') AND scheduled_at > "+then, given)
	if err != nil {
		return fmt.Errorf("looking for jobs that wait for too long: %w", err)
	}
	return nil
}

// RescueJobs makes jobs that a killed process left running available again: on SQLite, where the caller is the only
// server, all that run; on PostgreSQL, where others may be at work, those that nobody has held for so long.
func (db *DB) RescueJobs(ctx context.Context, unheld time.Duration) error {
	statement, given := "UPDATE river_job SET "+takenUp, []any{}
	if db.pool != nil {
		statement, given = statement+" AND attempted_at < now() - make_interval(secs => $1)", []any{unheld.Seconds()}
	}
	if _, err := db.write.ExecContext(ctx, statement, given...); err != nil {
		return fmt.Errorf("taking up abandoned jobs: %w", err)
	}
	return nil
}
