// Package store keeps everything in SQLite or PostgreSQL: one set of statements, one set of
// migrations, one conformance suite. It is the only package that sees SQL. Every statement names
// its workspace; where a method looks over all of them, its interface says so.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// DB is an open database. It implements the stores of all subjects and the ledger of egress.
type DB struct {
	read   *sql.DB // on SQLite several readers beside the one writer; on PostgreSQL the same as write
	write  *sql.DB
	pool   *pgxpool.Pool // PostgreSQL only
	file   string        // SQLite only
	opened os.FileInfo   // of that file
	steps  []migration   // of the schema
	log    *slog.Logger

	written   atomic.Int64 // statements on SQLite that may have written
	copied    int64        // of them those before the last copying of its log
	copying   sync.Mutex   // SQLite's log is copied by one at a time, the other would fail
	ledger    sync.Mutex   // guards buffered
	flushing  sync.Mutex   // is held while it is written
	buffered  []entry
	flushStop context.CancelFunc
	flushed   chan struct{}
}

// Options of opening a database.
type Options struct {
	Log *slog.Logger // nil means slog.Default
}

// Open opens the database that dsn names (sqlite:PATH, a path, or postgres://…) and brings its
// schema up to date. A schema newer than this program is refused.
func Open(ctx context.Context, dsn string, o Options) (*DB, error) {
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return openWith(ctx, dsn, o, folder)
}

// openWith opens a database whose migrations stand in a folder.
func openWith(ctx context.Context, dsn string, o Options, folder fs.FS) (*DB, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	db := &DB{log: o.Log, flushed: make(chan struct{})}
	var err error
	if onPostgres(dsn) {
		err = db.openPostgres(ctx, dsn)
	} else {
		err = db.openSQLite(strings.TrimPrefix(dsn, "sqlite:"))
	}
	if err == nil {
		err = db.unusable(db.Exclusive(ctx, func(ctx context.Context) error { return db.migrate(ctx, folder) }))
	}
	if err != nil {
		return nil, errors.Join(err, db.closePools())
	}
	flush, stop := context.WithCancel(context.Background())
	db.flushStop = stop
	go db.keepLedger(flush)
	return db, nil
}

// Shared reports whether several servers may work on the database.
func (db *DB) Shared() bool { return db.pool != nil }

func onPostgres(dsn string) bool {
	return strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://")
}

// readers are how many read SQLite at once.
const readers = 4

func (db *DB) openSQLite(path string) error {
	db.file = path
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making the directory of the database: %w", err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) // before the driver makes it with a wider mode
	if err != nil {
		return fmt.Errorf("opening the database file: %w", err)
	}
	if db.opened, err = f.Stat(); err != nil {
		return errors.Join(fmt.Errorf("opening the database file: %w", err), f.Close())
	}
	f.Close()
	pragmas := url.Values{"_pragma": {"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)", "secure_delete(ON)", "foreign_keys(ON)", "temp_store(MEMORY)"}}
	// In a file: address "#", "?" and "%" of a path would mean something else.
	file := "file:" + strings.NewReplacer("%", "%25", "#", "%23", "?", "%3f").Replace(path) + "?"
	db.read = openPrepared(file+pragmas.Encode(), &db.written)
	db.read.SetMaxOpenConns(readers)
	db.read.SetMaxIdleConns(readers) // else some are opened anew again and again, which takes as long as twenty reads
	pragmas.Set("_txlock", "immediate")
	pragmas.Add("_pragma", fmt.Sprintf("wal_autocheckpoint(%d)", maxLogged)) // copyLog mostly comes first
	db.write = openPrepared(file+pragmas.Encode(), &db.written)
	db.write.SetMaxOpenConns(1) // SQLite has one writer; queueing here is kinder than busy errors
	return nil
}

func (db *DB) openPostgres(ctx context.Context, dsn string) error {
	settings, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return unreached(err)
	}
	// Where the server's or the database's default is another one, transactions fail that wait for each other here.
	settings.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, "SET default_transaction_isolation = 'read committed'")
		return err
	}
	pool, err := pgxpool.NewWithConfig(ctx, settings)
	if err != nil {
		return unreached(err)
	}
	db.pool = pool
	var encoding string
	if err := pool.QueryRow(ctx, "SHOW server_encoding").Scan(&encoding); err != nil {
		return unreached(err)
	}
	if encoding != "UTF8" {
		return fmt.Errorf("%w, not %s", errEncoding, encoding)
	}
	db.write = stdlib.OpenDBFromPool(pool)
	db.read = db.write
	return nil
}

// unreached says what to look at where PostgreSQL did not let us in.
func unreached(err error) error {
	if cause := causeOf(err); cause != nil {
		return fmt.Errorf("connecting to PostgreSQL: %w", named(err))
	}
	return fmt.Errorf("connecting to PostgreSQL: %w (does it run, and are address, database, user and password of the setting database right?)", err)
}

// Ready reports whether the database answers.
func (db *DB) Ready(ctx context.Context) error {
	var one int
	if err := db.read.QueryRowContext(ctx, "SELECT 1").Scan(&one); err != nil {
		return fmt.Errorf("asking the database: %w", err)
	}
	return nil
}

// Rest gives back what SQLite's connections hold of the database in memory, some 2 MB each. Who asks next reads it again. Call
// it when nobody is asking: it waits for those who do.
func (db *DB) Rest(ctx context.Context) error {
	if db.pool != nil {
		return nil
	}
	if err := errors.Join(shrink(ctx, db.read), shrink(ctx, db.write)); err != nil { // who reads does not wait for who writes
		return fmt.Errorf("giving memory of the database back: %w", err)
	}
	return nil
}

// shrink gives back what the open connections of a pool hold.
func shrink(ctx context.Context, pool *sql.DB) error {
	for range pool.Stats().OpenConnections { // each of those that are held is another one
		conn, err := pool.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close() // gives it back to the pool
		if _, err := conn.ExecContext(ctx, "PRAGMA shrink_memory"); err != nil {
			return err
		}
	}
	return nil
}

// Close writes what is buffered and closes the database.
func (db *DB) Close() error {
	db.flushStop()
	<-db.flushed
	return db.closePools()
}

func (db *DB) closePools() error {
	var errs []error
	if db.write != nil {
		errs = append(errs, db.write.Close())
	}
	if db.read != nil && db.read != db.write {
		errs = append(errs, db.read.Close())
	}
	if db.pool != nil {
		db.pool.Close()
	}
	return errors.Join(errs...)
}

// Compact makes SQLite write its log into the database and empty it, so that deleted text is
// gone from the disk (secure_delete overwrites it), and removes the copy that an update has made. On PostgreSQL it does
// nothing: vacuuming is the operator's.
func (db *DB) Compact(ctx context.Context) error {
	if db.pool != nil {
		return nil
	}
	if err := db.dropCopies(); err != nil {
		return err
	}
	db.copying.Lock()
	defer db.copying.Unlock()
	var busy, logged, done int
	if err := db.write.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &logged, &done); err != nil {
		return fmt.Errorf("emptying the log of the database: %w", err)
	}
	if busy != 0 {
		return errors.New("emptying the log of the database: a reader held it")
	}
	return nil
}

// tidy empties SQLite's log after a deletion; a reader in the way only delays it.
func (db *DB) tidy(ctx context.Context) error {
	if err := db.Compact(ctx); err != nil {
		db.log.Warn("deleted text stays in the database's log until the next checkpoint", "error", err)
	}
	return nil
}

// q brings a statement written with ? to the dialect.
func (db *DB) q(statement string) string {
	if db.pool == nil {
		return statement
	}
	var b strings.Builder
	n := 0
	for _, r := range statement {
		if r == '?' {
			n++
			fmt.Fprintf(&b, "$%d", n)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Times are stored as microseconds since 1970, 0 for the zero time.

func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func moment(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

// text drops what PostgreSQL can't store: NUL bytes and broken UTF-8.
func text(s string) string {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	return strings.ToValidUTF8(s, "�")
}
