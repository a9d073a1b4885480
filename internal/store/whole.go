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
)

// A backup of PostgreSQL is put back piece by piece: tables first, then their rows, primary keys and indexes after these, and
// the keys that refer to other tables at last. An index that is missing says nothing then. Who serves in between serves half of it, and would note of what was erased, and comes a moment
// later, that it is gone.

// Whole implements presence.Store. It gives an error that says what is missing while a backup is being put back, or when
// one was put back in part only. SQLite's file is replaced as a whole.
func (db *DB) Whole(ctx context.Context) error {
	if db.pool == nil {
		return nil
	}
	return db.whole(ctx, db.newest())
}

// newest is the last step of the schema that this program knows.
func (db *DB) newest() int64 { return db.steps[len(db.steps)-1].number }

// whole compares a database of PostgreSQL, which has taken the steps up to a number, with what these make.
func (db *DB) whole(ctx context.Context, have int64) error {
	var restoring bool
	if err := db.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pg_restore')").Scan(&restoring); err != nil {
		return fmt.Errorf("looking whether a backup is being put back: %w", err)
	}
	if restoring {
		return errors.New("pg_restore is putting a backup back")
	}
	tables, err := db.tables(ctx, db.read)
	if err != nil {
		return err
	}
	if have == 0 {
		return db.untouched(ctx, tables)
	}
	want, err := shape(ctx, db.steps, have)
	if err != nil {
		return err
	}
	want["table goose_db_version"] = 1
	got, err := db.shape(ctx)
	if err != nil {
		return err
	}
	var lacks []string
	for _, part := range slices.Sorted(maps.Keys(want)) {
		if got[part] < want[part] {
			lacks = append(lacks, part)
		}
	}
	if len(lacks) > 0 {
		return fmt.Errorf("the database lacks %s: a backup is being put back, or was put back in part only or from an earlier version, with which the server has to be started anew", listed(lacks))
	}
	return nil
}

// untouched reports whether a database that has taken no step has none of our tables either.
func (db *DB) untouched(ctx context.Context, tables map[string][]string) error {
	want, err := shape(ctx, db.steps, db.newest())
	if err != nil {
		return err
	}
	for table := range tables {
		if want["table "+table] > 0 {
			return fmt.Errorf("the database has the table %s, but does not say of which version: a backup is being put back, or was put back in part only", table)
		}
	}
	return nil
}

// listed names the first of many.
func listed(all []string) string {
	const most = 5
	if len(all) <= most {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:most], ", "), len(all)-most)
}

// shape is which tables and keys the steps of the schema up to a number make, and how many of each. They are the same on
// both databases, so that an empty one of SQLite is asked.
func shape(ctx context.Context, steps []migration, have int64) (parts map[string]int, err error) {
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
	return parted(ctx, scratch, `SELECT 'table ' || name FROM sqlite_master WHERE type = 'table'
		UNION ALL SELECT CASE l.origin WHEN 'pk' THEN 'the primary key of ' ELSE 'a unique key of ' END || m.name
			FROM sqlite_master m JOIN pragma_index_list(m.name) l WHERE m.type = 'table' AND l.origin IN ('pk', 'u')
		UNION ALL SELECT 'a foreign key of ' || m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.seq = 0`)
}

// shape is which of these a database of PostgreSQL has.
func (db *DB) shape(ctx context.Context) (map[string]int, error) {
	return parted(ctx, db.read, `SELECT 'table ' || relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
		UNION ALL SELECT CASE c.contype WHEN 'p' THEN 'the primary key of ' WHEN 'u' THEN 'a unique key of ' ELSE 'a foreign key of ' END || t.relname
			FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE t.relnamespace = current_schema()::regnamespace AND c.contype IN ('p', 'u', 'f') AND c.convalidated`)
}

// parted counts what a query names.
func parted(ctx context.Context, x querier, query string) (map[string]int, error) {
	r, err := x.QueryContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	defer r.Close()
	parts := map[string]int{}
	for r.Next() {
		var part string
		if err := r.Scan(&part); err != nil {
			return nil, fmt.Errorf("reading the schema: %w", err)
		}
		parts[part]++
	}
	return parts, r.Err()
}

// tableless reports whether an error of PostgreSQL says that a table or a column is not there.
func tableless(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "42P01" || pg.Code == "42703")
}
