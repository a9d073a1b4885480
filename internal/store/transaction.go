package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/webchatagent/wca/internal/problem"
)

// transaction is what statements of one writing transaction run on.
type transaction interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// The statements around a transaction on SQLite; a connection keeps them parsed.
const (
	begin    = "BEGIN IMMEDIATE"
	commit   = "COMMIT"
	rollback = "ROLLBACK"
)

// tx runs f in one writing transaction.
func (db *DB) tx(ctx context.Context, f func(t transaction) error) error {
	if db.pool == nil {
		return named(db.sqliteTx(ctx, f))
	}
	return named(db.postgresTx(ctx, f))
}

// What an error of the database comes from, and what to do about it, where that is known.
var (
	errBusy     = errors.New("another program has kept the database locked for too long")
	errDamaged  = errors.New("the file of the database is damaged: stop the server, put a backup in its place, and remove what lies beside it with -wal and -shm at the end")
	errReadOnly = errors.New("the database cannot be written: its disk or its folder is read-only, or another user's")

	errStandby  = errors.New("PostgreSQL lets nobody write into this database: it is a standby, or set to be read only; name the server that takes what is written in the setting database")
	errMayNot   = errors.New("the user of the setting database may not do this in PostgreSQL: make that user the owner of the database (ALTER DATABASE … OWNER TO …)")
	errTooMany  = errors.New("PostgreSQL takes no more connections: raise max_connections, or the limit of its user or database, or end other programs")
	errEncoding = errors.New("the database of PostgreSQL cannot hold all letters: make one with ENCODING 'UTF8' TEMPLATE template0")
)

// postgresCauses are those of errors of PostgreSQL, by their codes (its manual, appendix A).
var postgresCauses = map[string]error{"53100": problem.ErrNoRoom, "25006": errStandby, "42501": errMayNot, "53300": errTooMany, "22P05": errEncoding}

// named says of an error of the database what it comes from.
func named(err error) error {
	cause := causeOf(err)
	if cause == nil || errors.Is(err, cause) {
		return err
	}
	return fmt.Errorf("%w: %w", cause, err)
}

func causeOf(err error) error {
	var pg *pgconn.PgError
	var lite *sqlite.Error
	switch {
	case errors.As(err, &pg):
		return postgresCauses[pg.Code]
	case !errors.As(err, &lite):
		return nil
	case lite.Code() == sqlite3.SQLITE_FULL, lite.Code() == sqlite3.SQLITE_IOERR_SHMSIZE:
		return problem.ErrNoRoom
	}
	switch lite.Code() & 0xff { // without what it is in particular
	case sqlite3.SQLITE_BUSY:
		return errBusy
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return errDamaged
	case sqlite3.SQLITE_READONLY:
		return errReadOnly
	}
	return nil
}

func (db *DB) postgresTx(ctx context.Context, f func(t transaction) error) (err error) {
	t, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	defer func() { err = errors.Join(err, ignoreDone(t.Rollback())) }() // also behind a panic; nothing behind a commit
	if err := f(t); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		return fmt.Errorf("committing: %w", err)
	}
	return nil
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// sqliteTx does what database/sql would do, without the goroutine that it starts for each
// transaction and without parsing the statements around it anew.
func (db *DB) sqliteTx(ctx context.Context, f func(t transaction) error) (err error) {
	conn, err := db.write.Conn(ctx)
	if err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	defer conn.Close() // gives it back to the pool
	if _, err := conn.ExecContext(ctx, begin); err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	open := true
	defer func() { // also behind a panic
		if open {
			err = errors.Join(err, undo(conn))
		}
	}()
	if err := f(conn); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("committing: %w", err)
	}
	if _, err := conn.ExecContext(context.WithoutCancel(ctx), commit); err != nil {
		return fmt.Errorf("committing: %w", err)
	}
	open = false
	return nil
}

// undo rolls back; a connection that can't is thrown away, and with it its transaction.
func undo(conn *sql.Conn) error {
	_, err := conn.ExecContext(context.Background(), rollback)
	if err == nil || strings.Contains(err.Error(), "no transaction is active") { // SQLite did so itself, as on a full disk
		return nil
	}
	_ = conn.Raw(func(any) error { return driver.ErrBadConn }) // that is how one says so
	return fmt.Errorf("rolling back: %w", err)
}
