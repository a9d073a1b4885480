package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/webchatagent/wca/internal/presence"
)

// A backup of PostgreSQL is put back piece by piece: tables first, then their rows, primary keys and indexes after these, and
// the keys that refer to other tables at last. An index that is missing says nothing then. Who serves in between serves half
// of it, and would note of what was erased, and comes a moment later, that it is gone.

// Whole implements presence.Store. SQLite's file is replaced as a whole.
func (db *DB) Whole(ctx context.Context) error {
	if db.pool == nil {
		return nil
	}
	have, err := db.schema(ctx, db.read)
	if err != nil {
		return err
	}
	newest := db.newest()
	switch {
	case have > newest:
		return db.newer(have, newest)
	case have == 0: // it has taken all steps before
		have = newest
	}
	return db.whole(ctx, have)
}

// Renew brings the schema of a backup of an earlier version that was put back up to date, as Open does.
func (db *DB) Renew(ctx context.Context) error {
	if db.pool == nil { // its file cannot be replaced beneath a program
		return nil
	}
	return db.Exclusive(ctx, func(ctx context.Context) error { return db.change(ctx, db.steps) })
}

// newest is the last step of the schema that this program knows.
func (db *DB) newest() int64 { return db.steps[len(db.steps)-1].number }

// whole compares a database of PostgreSQL, which has taken the steps up to a number, with what these make. A lack is told
// with the statements that mend it: somebody may have dropped a key of a database of which no backup was ever put back.
func (db *DB) whole(ctx context.Context, have int64) error {
	if err := db.restoring(ctx); err != nil {
		return err
	}
	if have == 0 {
		return db.untouched(ctx)
	}
	want, err := shape(ctx, db.steps, have)
	if err != nil {
		return err
	}
	want["table goose_db_version"] = []string{""}
	got, err := db.shape(ctx)
	if err != nil {
		return err
	}
	var lacks, mend []string
	for _, part := range slices.Sorted(maps.Keys(want)) {
		if len(got[part]) < len(want[part]) {
			lacks, mend = append(lacks, part), append(mend, want[part]...)
		}
	}
	if len(lacks) == 0 {
		return nil
	}
	way := ""
	if mend = slices.DeleteFunc(mend, func(s string) bool { return s == "" }); len(lacks) <= mostNamed && len(mend) > 0 {
		way = ". If somebody has dropped that, this makes it anew: " + strings.Join(mend, "; ")
	}
	return fmt.Errorf("%w: the database lacks %s%s", presence.ErrHalf, listed(lacks), way)
}

// restoring looks whether pg_restore works on the database. Who may not look relies on the keys, which come last.
func (db *DB) restoring(ctx context.Context) error {
	var process int
	err := db.read.QueryRowContext(ctx, "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pg_restore' ORDER BY backend_start LIMIT 1").Scan(&process)
	switch {
	case errors.Is(err, sql.ErrNoRows), sqlState(err) == "42501":
		return nil
	case err != nil:
		return fmt.Errorf("looking whether a backup is being put back: %w", err)
	}
	return fmt.Errorf("%w: pg_restore is at work; if it was left behind, SELECT pg_terminate_backend(%d) ends it", presence.ErrHalf, process)
}

// untouched reports whether a database that has taken no step has none of our tables either.
func (db *DB) untouched(ctx context.Context) error {
	tables, err := db.tables(ctx, db.read)
	if err != nil {
		return err
	}
	want, err := shape(ctx, db.steps, db.newest())
	if err != nil {
		return err
	}
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		if want["table "+table] != nil {
			return fmt.Errorf("%w: the database has the table %s, but does not say of which version. If that is another program's, give wca a database or a schema of its own", presence.ErrHalf, table)
		}
	}
	return nil
}

// mostNamed is how many parts that are missing are named.
const mostNamed = 5

// listed names the first of many.
func listed(all []string) string {
	if len(all) <= mostNamed {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:mostNamed], ", "), len(all)-mostNamed)
}

// shape is which tables and keys the steps of the schema up to a number make, each part with the statements that make its
// keys. They are the same on both databases, so that an empty one of SQLite is asked.
func shape(ctx context.Context, steps []migration, have int64) (parts map[string][]string, err error) {
	scratch, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, fmt.Errorf("opening an empty database: %w", err)
	}
	defer func() { err = errors.Join(err, scratch.Close()) }()
	scratch.SetMaxOpenConns(1) // each has a memory of its own
	for _, one := range steps {
		if one.number > have {
			break
		}
		if _, err := scratch.ExecContext(ctx, one.up); err != nil {
			return nil, fmt.Errorf("taking the step %d of the schema in an empty database: %w", one.number, err)
		}
	}
	return parted(ctx, scratch, `SELECT 'table ' || name, '' FROM sqlite_master WHERE type = 'table'
		UNION ALL SELECT CASE l.origin WHEN 'pk' THEN 'the primary key of ' ELSE 'a unique key of ' END || m.name,
				'ALTER TABLE ' || m.name || CASE l.origin WHEN 'pk' THEN ' ADD PRIMARY KEY (' ELSE ' ADD UNIQUE (' END || (SELECT group_concat(i.name, ', ' ORDER BY i.seqno) FROM pragma_index_info(l.name) i) || ')'
			FROM sqlite_master m JOIN pragma_index_list(m.name) l WHERE m.type = 'table' AND l.origin IN ('pk', 'u')
		UNION ALL SELECT 'a foreign key of ' || m.name,
				'ALTER TABLE ' || m.name || ' ADD FOREIGN KEY (' || group_concat(f."from", ', ' ORDER BY f.seq) || ') REFERENCES ' || f."table" || ' (' || group_concat(f."to", ', ' ORDER BY f.seq) || ') ON DELETE ' || f.on_delete
			FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' GROUP BY m.name, f.id`)
}

// shape is which of these a database of PostgreSQL has. A key whose former rows nobody has looked through holds for all that
// come, and takes out what refers to what goes.
func (db *DB) shape(ctx context.Context) (map[string][]string, error) {
	return parted(ctx, db.read, `SELECT 'table ' || relname, '' FROM pg_class WHERE relnamespace = `+namespace+` AND relkind IN ('r', 'p')
		UNION ALL SELECT CASE c.contype WHEN 'p' THEN 'the primary key of ' WHEN 'u' THEN 'a unique key of ' ELSE 'a foreign key of ' END || t.relname, ''
			FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE t.relnamespace = `+namespace+` AND c.contype IN ('p', 'u', 'f')`)
}

// namespace is the schema of our tables, whatever its name: a cast would read that as one that is typed.
const namespace = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())"

// parted reads what a query names of the schema, and what it says of each.
func parted(ctx context.Context, x querier, query string) (map[string][]string, error) {
	r, err := x.QueryContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	defer r.Close()
	parts := map[string][]string{}
	for r.Next() {
		var part, said string
		if err := r.Scan(&part, &said); err != nil {
			return nil, fmt.Errorf("reading the schema: %w", err)
		}
		parts[part] = append(parts[part], said)
	}
	return parts, r.Err()
}

// tableless reports whether an error of PostgreSQL says that a table or a column is not there.
func tableless(err error) bool {
	state := sqlState(err)
	return state == "42P01" || state == "42703"
}

// sqlState is the code of an error of PostgreSQL, "" of any other.
func sqlState(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}
