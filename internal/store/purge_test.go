package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/test/postgres"
)

// PostgreSQL leaves bytes of deleted rows in its files until their space is used again. Within an
// hour the files are written anew: then nothing stands in them.
func TestErasedBytesLeaveTheFilesOfPostgreSQL_K2(t *testing.T) {
	db := open(t, postgres.New(t))
	p := plant(t, db, "a")
	if inFiles(t, db, p.strings[erasure.Session][0]) == 0 {
		t.Fatal("the search for bytes finds nothing even before")
	}
	e := eraser(t, db)
	for kind, id := range map[erasure.Kind]string{erasure.Session: "ses", erasure.Source: "src"} {
		if r, err := e.Erase(t.Context(), "a", kind, id); err != nil || r.Disk != erasure.Vacuumed || !r.Verified() {
			t.Errorf("%+v, %v", r, err)
		}
	}
	must(t, e.Finish(t.Context()))
	for _, kind := range []erasure.Kind{erasure.Session, erasure.Source, erasure.Document} {
		for i, s := range p.strings[kind] {
			if n := inFiles(t, db, s); n != 0 {
				t.Errorf("string %d of the %s stands %d times in the files", i, kind, n)
			}
		}
	}
	receipts, err := db.Erasures(t.Context(), "a", 10, 0)
	if err != nil || len(receipts) != 2 || receipts[0].Disk != erasure.Rewritten || receipts[1].Disk != erasure.Rewritten {
		t.Errorf("the receipts: %+v, %v", receipts, err)
	}
}

// inFiles counts how often a text stands in the files of the database.
func inFiles(t *testing.T, db *DB, text string) (n int) {
	t.Helper()
	var dir, folder string
	must(t, db.write.QueryRow("SHOW data_directory").Scan(&dir))
	must(t, db.write.QueryRow("SELECT oid::text FROM pg_database WHERE datname = current_database()").Scan(&folder))
	must(t, errOf(db.write.Exec("CHECKPOINT")))
	files, err := filepath.Glob(filepath.Join(dir, "base", folder, "*"))
	must(t, err)
	for _, f := range files {
		content, err := os.ReadFile(f)
		if errors.Is(err, fs.ErrNotExist) { // PostgreSQL has removed it meanwhile, as it does with its own caches
			continue
		}
		must(t, err)
		n += bytes.Count(content, []byte(text))
	}
	return n
}

// PostgreSQL notes down values of columns for its planner, where no erasure finds them: of ids only, also in a
// database whose notes an earlier version has let it take.
func TestThePlannerNotesDownNoText_K2(t *testing.T) {
	dsn := postgres.New(t)
	db := open(t, dsn)
	_, err := db.write.Exec("ALTER TABLE message ALTER COLUMN text SET STATISTICS -1")
	must(t, err)
	p := plant(t, db, "a")
	must(t, db.Flush(t.Context()))
	must(t, errOf(db.write.Exec("ANALYZE")))
	noted := func() (n int) {
		for _, texts := range p.strings {
			for _, text := range texts {
				if countIn(t, db, "pg_stats", text) > 0 {
					n++
				}
			}
		}
		return n
	}
	if n := noted(); n == 0 {
		t.Error("nothing is noted down even without care")
	}
	open(t, dsn)
	must(t, errOf(db.write.Exec("ANALYZE")))
	if n := noted(); n != 0 {
		t.Errorf("%d texts are noted down", n)
	}
}
