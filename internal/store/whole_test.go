package store

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/test/postgres"
)

// A database of this version is whole; without any one of its tables and keys it is not, and no program starts with it. An
// index that somebody dropped keeps nobody from starting.
func TestADatabaseIsWholeWithAllOfItsParts_K2(t *testing.T) {
	dsn := postgres.New(t)
	db := reopen(t, dsn)
	defer func() { must(t, db.Close()) }()
	must(t, db.Whole(t.Context()))
	lacking := func(what, broken, mended string) {
		t.Helper()
		must(t, errOf(db.write.Exec(broken)))
		if err := db.Whole(t.Context()); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("without %s: %v", what, err)
		}
		if other, err := Open(t.Context(), dsn, Options{}); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("opened without %s: %v, %v", what, other, err)
		}
		must(t, errOf(db.write.Exec(mended)))
		must(t, db.Whole(t.Context()))
	}
	lacking("the primary key of stain", "ALTER TABLE stain DROP CONSTRAINT stain_pkey", "ALTER TABLE stain ADD PRIMARY KEY (id)")
	lacking("a foreign key of message", "ALTER TABLE message DROP CONSTRAINT message_workspace_bot_session_fkey", "ALTER TABLE message ADD FOREIGN KEY (workspace, bot, session) REFERENCES session (workspace, bot, id) ON DELETE CASCADE")
	lacking("table server", "ALTER TABLE server RENAME TO elsewhere", "ALTER TABLE elsewhere RENAME TO server")
	lacking("table goose_db_version", "ALTER TABLE goose_db_version RENAME TO elsewhere; CREATE VIEW goose_db_version AS SELECT * FROM elsewhere", "DROP VIEW goose_db_version; ALTER TABLE elsewhere RENAME TO goose_db_version")
	must(t, errOf(db.write.Exec("DROP INDEX gap_session")))
	must(t, reopen(t, dsn).Close())
	must(t, errOf(db.write.Exec("DROP TABLE goose_db_version")))
	if other, err := Open(t.Context(), dsn, Options{}); err == nil || !strings.Contains(err.Error(), "does not say of which version") {
		t.Errorf("opened without its version: %v, %v", other, err)
	}
}

// A server without its table has no mark, as one whose database was put back.
func TestWithoutATableThereIsNoMark_K2(t *testing.T) {
	db := reopen(t, postgres.New(t))
	defer func() { must(t, db.Close()) }()
	must(t, db.Appear(t.Context(), "srv", 7))
	must(t, errOf(db.write.Exec("ALTER TABLE server RENAME TO elsewhere")))
	if _, err := db.Mark(t.Context(), "srv"); !problem.Is(err, problem.NotFound) {
		t.Errorf("its mark: %v", err)
	}
	if _, err := db.Beat(t.Context(), "srv", 7, ""); !problem.Is(err, problem.NotFound) {
		t.Errorf("its sign: %v", err)
	}
}

// At each step of the schema a database of PostgreSQL has what an empty one of SQLite has then.
func TestTheShapeIsThatOfEachStep(t *testing.T) {
	db := reopen(t, postgres.New(t))
	defer func() { must(t, db.Close()) }()
	must(t, errOf(db.write.Exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public; "+db.stepTable())))
	for _, one := range db.steps {
		must(t, errOf(db.write.Exec(one.up)))
		if err := db.whole(t.Context(), one.number); err != nil {
			t.Errorf("step %d: %v", one.number, err)
		}
	}
}

// dumped is an archive of a database.
func dumped(t *testing.T, dsn string) (archive string) {
	t.Helper()
	archive = filepath.Join(t.TempDir(), "backup")
	if out, err := exec.Command("pg_dump", "--format=custom", "--file", archive, plain(dsn)).CombinedOutput(); err != nil {
		t.Fatalf("pg_dump: %v %s", err, out)
	}
	return archive
}

var parameters = regexp.MustCompile(`\?.*$`)

func plain(dsn string) string { return parameters.ReplaceAllString(dsn, "") }

// What pg_restore has put back is whole, what it has put back up to its keys is not, and neither is anything while it runs.
func TestWhatPgRestoreHasPutBackIsWhole_K2(t *testing.T) {
	if _, err := exec.LookPath("pg_restore"); err != nil {
		t.Skip("no pg_restore here")
	}
	dsn := postgres.New(t)
	db := reopen(t, dsn)
	fill(t, db, "a")
	must(t, db.Close())
	archive, target := dumped(t, dsn), postgres.New(t)
	restore := func(sections ...string) {
		t.Helper()
		if out, err := exec.Command("pg_restore", append(sections, "--dbname", plain(target), archive)...).CombinedOutput(); err != nil {
			t.Fatalf("pg_restore: %v %s", err, out)
		}
	}
	half := func(after string) {
		t.Helper()
		if other, err := Open(t.Context(), target, Options{}); err == nil || !strings.Contains(err.Error(), "backup") {
			t.Errorf("after %s: %v, %v", after, other, err)
		}
	}
	restore("--section=pre-data")
	half("tables")
	restore("--section=data")
	half("rows")
	restore("--section=post-data")
	back := reopen(t, target)
	must(t, back.Whole(t.Context()))
	must(t, back.Close())
	other, err := pgx.Connect(t.Context(), target+"&application_name=pg_restore")
	must(t, err)
	half("all, while it still runs")
	must(t, other.Close(t.Context()))
}
