package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// sampled are the columns of text whose values PostgreSQL may note down for its planner: ids and words of ours.
// What people write stands in others. An erasure does not reach the planner's notes, in which frequent
// values and some of all others would stay.
var sampled = []string{"workspace", "bot", "id", "session", "document", "source", "state", "kind", "role", "purpose"}

// keepUnsampled keeps all other columns out of PostgreSQL's notes and removes what is there already.
func (db *DB) keepUnsampled(ctx context.Context, conn *pgxpool.Conn) error {
	const columns = ` FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
		WHERE c.relnamespace = ` + namespace + ` AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
			AND a.atttypid IN ('text'::regtype, 'bytea'::regtype, 'jsonb'::regtype, 'jsonb[]'::regtype) AND a.attname <> ALL($1)`
	run := func(statements string) error {
		found, err := conn.Query(ctx, statements, sampled)
		if err != nil {
			return err
		}
		all, err := pgx.CollectRows(found, pgx.RowTo[string])
		for _, one := range all {
			if _, failed := conn.Exec(ctx, one); failed != nil {
				err = errors.Join(err, failed)
			}
		}
		return err
	}
	if err := run("SELECT format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 0', c.relname, a.attname)" + columns + " AND COALESCE(a.attstattarget, -1) <> 0"); err != nil {
		return fmt.Errorf("keeping text out of the planner's notes: %w", err)
	}
	// A column is given its own type anew: that removes the notes, and fails where somebody has made a view of it.
	if err := run("SELECT format('ALTER TABLE %I ALTER COLUMN %I TYPE %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod))" + columns +
		" AND EXISTS (SELECT 1 FROM pg_stats s WHERE s.schemaname = current_schema() AND s.tablename = c.relname AND s.attname = a.attname)"); err != nil {
		db.log.Warn("PostgreSQL's planner keeps values of columns, and with them text that may be erased later", "error", err)
	}
	return nil
}
