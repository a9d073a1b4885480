package store

import (
	"context"
	"fmt"
	"time"
)

// SeeKey notes that a server works with a secret key, by its fingerprint, and counts the other keys that
// servers of this database were seen with since a time; older ones are forgotten. It belongs to no workspace.
func (db *DB) SeeKey(ctx context.Context, fingerprint string, at, since time.Time) (others int, err error) {
	// Not in one transaction with the counting: of two servers that start together, one sees the other.
	_, err = db.write.ExecContext(ctx, db.q("INSERT INTO server_key (fingerprint, seen_at) VALUES (?, ?) ON CONFLICT (fingerprint) DO UPDATE SET seen_at = excluded.seen_at"),
		fingerprint, micros(at))
	if err == nil {
		_, err = db.write.ExecContext(ctx, db.q("DELETE FROM server_key WHERE seen_at < ?"), micros(since))
	}
	if err != nil {
		return 0, fmt.Errorf("noting which secret key is in use: %w", err)
	}
	if err := db.write.QueryRowContext(ctx, db.q("SELECT COUNT(*) FROM server_key WHERE fingerprint <> ?"), fingerprint).Scan(&others); err != nil {
		return 0, fmt.Errorf("reading which secret keys are in use: %w", err)
	}
	return others, nil
}
