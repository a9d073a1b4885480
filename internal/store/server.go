package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/webchatagent/wca/internal/presence"
	"github.com/webchatagent/wca/internal/problem"
)

// clock is the time of the database in microseconds: of several servers each may have another.
func (db *DB) clock() string {
	if db.pool != nil {
		return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)"
	}
	return "CAST(unixepoch('subsec') * 1000000 AS INTEGER)"
}

// Appear implements presence.Store.
func (db *DB) Appear(ctx context.Context, server string, mark int64) error {
	_, err := db.changed(ctx, db.write, "INSERT INTO server (id, mark, seen_at, asked) VALUES (?, ?, "+db.clock()+", '') ON CONFLICT (id) DO UPDATE SET mark = excluded.mark, seen_at = excluded.seen_at",
		server, mark)
	return err
}

// Beat implements presence.Store.
func (db *DB) Beat(ctx context.Context, server string, known int64, asked string) (mark int64, err error) {
	if err := db.replaced(); err != nil {
		return 0, err
	}
	err = db.write.QueryRowContext(ctx, db.q("UPDATE server SET mark = mark + 1, seen_at = "+db.clock()+", asked = ? WHERE id = ? AND mark >= ? RETURNING mark"), asked, server, known).Scan(&mark)
	if errors.Is(err, sql.ErrNoRows) || tableless(err) {
		return 0, problem.Missing("server")
	}
	if err != nil {
		return 0, fmt.Errorf("writing a server: %w", named(err))
	}
	return mark, nil
}

// Mark implements presence.Store.
func (db *DB) Mark(ctx context.Context, server string) (int64, error) {
	if err := db.replaced(); err != nil {
		return 0, err
	}
	mark, err := row(ctx, db, "server", "SELECT mark FROM server WHERE id = ?", []any{server}, func(r scanner) (mark int64, err error) {
		err = r.Scan(&mark)
		return mark, err
	})
	if tableless(err) {
		return 0, problem.Missing("server")
	}
	return mark, err
}

// Alive implements presence.Store.
func (db *DB) Alive(ctx context.Context, server string, dead time.Duration) (map[string]string, error) {
	if _, err := db.changed(ctx, db.write, "DELETE FROM server WHERE seen_at < "+db.clock()+" - ?", (24 * time.Hour).Microseconds()); err != nil {
		return nil, err
	}
	told := map[string]string{}
	_, err := rows(ctx, db, "SELECT id, asked FROM server WHERE id <> ? AND seen_at >= "+db.clock()+" - ?", []any{server, dead.Microseconds()}, func(r scanner) (struct{}, error) {
		var id, asked string
		err := r.Scan(&id, &asked)
		told[id] = asked
		return struct{}{}, err
	})
	return told, err
}

// FailAnswersOfDead implements presence.Store.
func (db *DB) FailAnswersOfDead(ctx context.Context, server string, dead time.Duration) (int, error) {
	return db.failEach(ctx, "server NOT IN ('', ?) AND server NOT IN (SELECT id FROM server WHERE seen_at >= "+db.clock()+" - ?)", server, dead.Microseconds())
}

// Vanish implements presence.Store.
func (db *DB) Vanish(ctx context.Context, server string) error {
	_, err := db.changed(ctx, db.write, "DELETE FROM server WHERE id = ?", server)
	return err
}

// replaced reports whether another file has the name of SQLite's database: what is open has none any more.
func (db *DB) replaced() error {
	if db.pool != nil {
		return nil
	}
	named, err := os.Stat(db.file)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("looking for the database's file: %w", err) // a disk that cannot be asked now says nothing of it
	case err != nil || !os.SameFile(named, db.opened):
		return errors.Join(presence.ErrReplaced, err)
	}
	return nil
}
