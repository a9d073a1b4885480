package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migration is a step of the schema: a file NUMBER_NAME.sql with what is done behind "-- +goose Up". What would undo
// it, behind "-- +goose Down", is there to be read.
type migration struct {
	number int64
	up     string
}

// steps reads the migrations of a folder, in their order.
func steps(folder fs.FS) ([]migration, error) {
	files, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return nil, err
	}
	var all []migration
	for _, name := range files {
		number, _, _ := strings.Cut(name, "_")
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("the migration %s has no number: %w", name, err)
		}
		content, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		up, _, _ := strings.Cut(string(content), "-- +goose Down")
		all = append(all, migration{n, up})
	}
	return all, nil
}

// migrate brings the schema up to date in one transaction: whatever comes between, a mistake in a step, a full disk or
// a kill, the database stays as it was, and the version of before goes on with it.
func (db *DB) migrate(ctx context.Context, folder fs.FS) error {
	all, err := steps(folder)
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	db.steps = all
	have, err := db.schema(ctx, db.write)
	if err != nil {
		return err
	}
	newest := all[len(all)-1].number
	if have > newest {
		return db.newer(have, newest)
	}
	if db.pool != nil {
		if err := db.whole(ctx, have); err != nil {
			return err
		}
	}
	if have == newest {
		return nil
	}
	if have == 0 || db.pool != nil {
		return db.change(ctx, all)
	}
	return db.unserved(func() error {
		if err := db.copyFile(ctx, have); err != nil {
			return err
		}
		return db.change(ctx, all)
	})
}

// unserved changes the schema of an SQLite database while no server uses it: one of the version before would go on with what it
// does not know, and take what is only staged of a document for what it says.
func (db *DB) unserved(change func() error) error {
	release, err := db.lockFile()
	if errors.Is(err, errServed) {
		return fmt.Errorf("a wca serve of an earlier version uses %s: stop it before the first start of this one, which brings the database up to date. Nothing was changed", db.file)
	}
	if err != nil {
		return err
	}
	return errors.Join(change(), release())
}

// On PostgreSQL a change of the schema waits so long for a table that others use, and then lets those through who wait behind
// it: a backup of an hour must not keep servers from answering, which run on during an update. It is less than the second after
// which PostgreSQL looks for those who wait for each other (deadlock_timeout), and lets one of them fail: who writes to two
// tables of which the change has one is to get through, and the change is what is tried again.
const (
	changeWait  = 500 * time.Millisecond
	changePause = 3 * time.Second
)

// change takes the steps that are missing, as soon as nobody uses the tables that they change.
func (db *DB) change(ctx context.Context, all []migration) error {
	for told := false; ; told = true {
		err := db.tx(ctx, func(t transaction) error {
			if db.pool != nil {
				if _, err := t.ExecContext(ctx, fmt.Sprintf("SET LOCAL lock_timeout = %d", changeWait.Milliseconds())); err != nil {
					return fmt.Errorf("bounding how long others wait: %w", err)
				}
			}
			return db.apply(ctx, t, all)
		})
		if state := sqlState(err); state != lockTimeout && state != deadlock {
			return err
		}
		if !told {
			db.log.Warn("the update of the database waits for others who use its tables, such as a backup (pg_dump) or a long erasure; servers that run go on answering meanwhile")
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(changePause):
		}
	}
}

// What PostgreSQL says of who has waited for too long, or for each other.
const (
	lockTimeout = "55P03"
	deadlock    = "40P01"
)

// newer says of a database that only a later program knows it, and what is the way back to before.
func (db *DB) newer(have, newest int64) error {
	way := "The way back is a backup from before the update"
	if db.pool == nil {
		if copied := db.copyBefore(newest); copied != "" {
			way = "The way back is the copy that the update made of it, " + copied
		}
		way += ", in place of " + filepath.Base(db.file) + ", " + filepath.Base(db.file) + "-wal and -shm"
	}
	return fmt.Errorf("the database was written by a newer version of wca (schema %d, this one knows %d): please run the newer one. %s, while no wca runs: what was written since is lost, and what was erased since is erased again as long as erasures.jsonl stays", have, newest, way)
}

// copyBefore is the latest copy of SQLite's database that a schema not above the newest has and that is still there, "" if none is.
func (db *DB) copyBefore(newest int64) (path string) {
	files, err := os.ReadDir(filepath.Dir(db.file))
	if err != nil {
		return ""
	}
	latest := int64(-1)
	for _, f := range files {
		number, copied := strings.CutPrefix(f.Name(), filepath.Base(db.file)+".schema-")
		if n, err := strconv.ParseInt(number, 10, 64); copied && err == nil && n > latest && n <= newest {
			latest, path = n, filepath.Join(filepath.Dir(db.file), f.Name())
		}
	}
	return path
}

// apply runs the steps that the database has not taken.
func (db *DB) apply(ctx context.Context, t transaction, all []migration) error {
	have, err := db.schema(ctx, t) // on SQLite a command may have been faster
	if err != nil {
		return err
	}
	if have == 0 {
		if _, err := t.ExecContext(ctx, db.stepTable()); err != nil {
			return fmt.Errorf("preparing the schema: %w", err)
		}
	}
	for _, one := range all {
		if one.number <= have {
			continue
		}
		if _, err := t.ExecContext(ctx, one.up); err != nil {
			return fmt.Errorf("bringing the schema up to date (step %d): %w; the database was left as it was", one.number, err)
		}
		if _, err := t.ExecContext(ctx, db.q("INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)"), one.number, true); err != nil {
			return fmt.Errorf("noting the step %d of the schema: %w", one.number, err)
		}
	}
	return nil
}

// stepTable makes the table of steps that were taken. It is that of goose, with which earlier versions of wca migrated:
// they read it.
func (db *DB) stepTable() string {
	if db.pool != nil {
		return "CREATE TABLE IF NOT EXISTS goose_db_version (id INTEGER PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, version_id BIGINT NOT NULL, is_applied BOOLEAN NOT NULL, tstamp TIMESTAMP NOT NULL DEFAULT now());" +
			"INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, TRUE)"
	}
	return "CREATE TABLE IF NOT EXISTS goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')));" +
		"INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1)"
}

// schema is the last step that the database has taken, 0 for a new one.
func (db *DB) schema(ctx context.Context, x querier) (have int64, err error) {
	tables, err := db.tables(ctx, x)
	if err == nil && tables["goose_db_version"] != nil {
		err = x.QueryRowContext(ctx, "SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version").Scan(&have)
	}
	if err != nil {
		return 0, fmt.Errorf("reading the version of the schema: %w", named(err))
	}
	return have, nil
}

// copyFile copies the SQLite database beside itself before its schema changes, for who wants to go back to the version
// of before because the new one does not start. The copy is a second place of everything that is stored: it goes with
// the next Compact, which is when a server has started or something is erased.
func (db *DB) copyFile(ctx context.Context, schema int64) error {
	if err := db.dropCopies(); err != nil {
		return err
	}
	part := fmt.Sprintf("%s.schema-%d.part", db.file, schema)
	err := db.writeCopy(ctx, part)
	if err == nil {
		err = os.Rename(part, strings.TrimSuffix(part, ".part"))
	}
	if err == nil {
		return nil
	}
	if gone := os.Remove(part); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return fmt.Errorf("the schema has to change, and the copy of the database that is made before failed; nothing was changed. Is there room for a second %s? %w", filepath.Base(db.file), err)
}

func (db *DB) writeCopy(ctx context.Context, path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600) // SQLite would make it with a wider mode
	if err != nil {
		return err
	}
	if _, err := db.read.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return errors.Join(err, f.Close())
	}
	return errors.Join(f.Sync(), f.Close())
}

// dropCopies removes the copies that were made before the schema changed.
func (db *DB) dropCopies() error {
	dir, name := filepath.Split(db.file)
	files, err := os.ReadDir(filepath.Clean(dir + "."))
	if err != nil {
		return fmt.Errorf("looking for copies of the database: %w", err)
	}
	for _, f := range files {
		if !strings.HasPrefix(f.Name(), name+".schema-") {
			continue
		}
		if err := os.Remove(filepath.Join(dir, f.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing a copy of the database: %w", err)
		}
	}
	return nil
}
