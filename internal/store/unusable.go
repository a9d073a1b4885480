package store

import (
	"errors"
	"fmt"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// unusable says of an error by which a database of SQLite could not be opened what to do about it, where that is known.
func (db *DB) unusable(err error) error {
	err = named(err)
	var lite *sqlite.Error
	if !errors.As(err, &lite) {
		return err
	}
	switch lite.Code() & 0xff { // without what it is in particular
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("the file %s is damaged or no database of wca: put a backup in its place, and remove what lies beside it with -wal and -shm at the end (%w)", db.file, lite)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("this user may not write in %s, where the database needs files beside it: give the folder and what is in it to the user that runs wca (%w)", filepath.Dir(db.file), lite)
	}
	return err
}
