package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/workspace"
)

// CreateWorkspace implements proof.Workspaces.
func (db *DB) CreateWorkspace(ctx context.Context, w workspace.Workspace, k workspace.Key) error {
	return db.tx(ctx, func(t transaction) error { return db.insertWorkspace(ctx, t, w, k) })
}

// CreateFirst implements workspace.Store.
func (db *DB) CreateFirst(ctx context.Context, w workspace.Workspace, k workspace.Key) (created bool, err error) {
	if some, err := db.anyWorkspace(ctx, db.read); err != nil || some {
		return false, err // mostly so: without waiting for who writes
	}
	err = db.tx(ctx, func(t transaction) error {
		if db.pool != nil { // two servers may start at once
			if _, err := t.ExecContext(ctx, "LOCK TABLE workspace IN EXCLUSIVE MODE"); err != nil {
				return fmt.Errorf("locking workspaces: %w", err)
			}
		}
		if some, err := db.anyWorkspace(ctx, t); err != nil || some {
			return err
		}
		created = true
		return db.insertWorkspace(ctx, t, w, k)
	})
	return created && err == nil, err
}

// anyWorkspace reports whether there is a workspace besides those of the checks.
func (db *DB) anyWorkspace(ctx context.Context, x querier) (some bool, err error) {
	err = x.QueryRowContext(ctx, db.q("SELECT EXISTS (SELECT 1 FROM workspace WHERE id NOT LIKE ?)"), workspace.TrialID+"%").Scan(&some)
	if err != nil {
		return false, fmt.Errorf("looking for workspaces: %w", err)
	}
	return some, nil
}

func (db *DB) insertWorkspace(ctx context.Context, t transaction, w workspace.Workspace, k workspace.Key) error {
	if _, err := t.ExecContext(ctx, db.q("INSERT INTO workspace (id, name, created_at) VALUES (?, ?, ?)"), w.ID, text(w.Name), micros(w.CreatedAt)); err != nil {
		return fmt.Errorf("writing a workspace: %w", err)
	}
	return db.insertKey(ctx, t, k)
}

type executor interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

func (db *DB) insertKey(ctx context.Context, x executor, k workspace.Key) error {
	_, err := x.ExecContext(ctx, db.q(`INSERT INTO api_key (workspace, id, label, prefix, hash, role, created_at, last_used_at, revoked_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
		k.Workspace, k.ID, text(k.Label), k.Prefix, k.Hash, string(k.Role), micros(k.CreatedAt), micros(k.LastUsedAt), micros(k.RevokedAt))
	if err != nil {
		return fmt.Errorf("writing a key: %w", err)
	}
	return nil
}

// Workspaces implements workspace.Store.
func (db *DB) Workspaces(ctx context.Context) ([]workspace.Workspace, error) {
	return rows(ctx, db, "SELECT id, name, created_at FROM workspace ORDER BY created_at, id", nil, func(r scanner) (w workspace.Workspace, err error) {
		var at int64
		err = r.Scan(&w.ID, &w.Name, &at)
		w.CreatedAt = moment(at)
		return w, err
	})
}

const keyColumns = "workspace, id, label, prefix, hash, role, created_at, last_used_at, revoked_at"

func scanKey(r scanner) (k workspace.Key, err error) {
	var created, used, revoked int64
	err = r.Scan(&k.Workspace, &k.ID, &k.Label, &k.Prefix, &k.Hash, &k.Role, &created, &used, &revoked)
	k.CreatedAt, k.LastUsedAt, k.RevokedAt = moment(created), moment(used), moment(revoked)
	return k, err
}

// KeyByHash implements workspace.Store.
func (db *DB) KeyByHash(ctx context.Context, hash []byte) (workspace.Key, error) {
	return row(ctx, db, "key", "SELECT "+keyColumns+" FROM api_key WHERE hash = ?", []any{hash}, scanKey)
}

// CreateKey implements workspace.Store.
func (db *DB) CreateKey(ctx context.Context, k workspace.Key) error {
	return db.insertKey(ctx, db.write, k)
}

// Keys implements workspace.Store.
func (db *DB) Keys(ctx context.Context, ws string) ([]workspace.Key, error) {
	return rows(ctx, db, "SELECT "+keyColumns+" FROM api_key WHERE workspace = ? ORDER BY created_at, id", []any{ws}, scanKey)
}

// RevokeKey implements workspace.Store.
func (db *DB) RevokeKey(ctx context.Context, ws, id string, at time.Time) error {
	return db.one(ctx, "key", "UPDATE api_key SET revoked_at = ? WHERE workspace = ? AND id = ?", micros(at), ws, id)
}

// TouchKey implements workspace.Store.
func (db *DB) TouchKey(ctx context.Context, ws, id string, at time.Time) error {
	return db.one(ctx, "key", "UPDATE api_key SET last_used_at = ? WHERE workspace = ? AND id = ?", micros(at), ws, id)
}

// scanner is a row being read.
type scanner interface{ Scan(dest ...any) error }

// row reads one row; no row is problem.NotFound of what.
func row[T any](ctx context.Context, db *DB, what, query string, args []any, scan func(scanner) (T, error)) (T, error) {
	v, err := scan(db.read.QueryRowContext(db.brief(ctx), db.q(query), args...))
	if errors.Is(err, sql.ErrNoRows) {
		var zero T
		return zero, problem.Missing(what)
	}
	if err != nil {
		return v, fmt.Errorf("reading a %s: %w", what, named(err))
	}
	return v, nil
}

// brief is the context of a statement that ends by itself in a moment. For one that may be
// interrupted SQLite's driver and database/sql start a goroutine each; over a network it must be.
func (db *DB) brief(ctx context.Context) context.Context {
	if db.pool != nil || ctx.Err() != nil {
		return ctx
	}
	return context.WithoutCancel(ctx)
}

// rows reads all rows.
func rows[T any](ctx context.Context, db *DB, query string, args []any, scan func(scanner) (T, error)) (out []T, err error) {
	for v, err := range stream(ctx, db, query, args, scan) {
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// stream reads rows one by one, for where they are too many to be held. Of an error, which is the last, the
// row says nothing.
func stream[T any](ctx context.Context, db *DB, query string, args []any, scan func(scanner) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		r, err := db.read.QueryContext(ctx, db.q(query), args...)
		if err != nil {
			yield(none, fmt.Errorf("querying: %w", named(err)))
			return
		}
		defer r.Close()
		for r.Next() {
			v, err := scan(r)
			if err != nil {
				yield(none, fmt.Errorf("reading a row: %w", err))
				return
			}
			if !yield(v, nil) {
				return
			}
		}
		if err := r.Err(); err != nil {
			yield(none, fmt.Errorf("reading rows: %w", named(err)))
		}
	}
}

// one runs a statement that must change exactly one row; none is problem.NotFound of what.
func (db *DB) one(ctx context.Context, what, statement string, args ...any) error {
	return one(ctx, db, db.write, what, statement, args...)
}

func one(ctx context.Context, db *DB, x executor, what, statement string, args ...any) error {
	result, err := x.ExecContext(ctx, db.q(statement), args...)
	if err != nil {
		return fmt.Errorf("writing a %s: %w", what, err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		return fmt.Errorf("writing a %s: %w", what, err)
	}
	if n == 0 {
		return problem.Missing(what)
	}
	return nil
}
