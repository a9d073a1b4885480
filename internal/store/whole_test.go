package store

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/webchatagent/wca/internal/presence"
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

// A healthy database keeps nobody from starting, however its owner has arranged it: a schema with any name, a key whose former
// rows nobody has looked through, renamed keys and further ones, and a user that may not see who else is connected.
func TestAHealthyDatabaseIsWholeHoweverItIsArranged(t *testing.T) {
	dsn := postgres.New(t)
	db := reopen(t, dsn)
	defer func() { must(t, db.Close()) }()
	must(t, errOf(db.write.Exec(`ALTER TABLE message DROP CONSTRAINT message_workspace_bot_session_fkey;
		ALTER TABLE message ADD CONSTRAINT "of ours" FOREIGN KEY (workspace, bot, session) REFERENCES session (workspace, bot, id) ON DELETE CASCADE NOT VALID;
		ALTER TABLE stain RENAME CONSTRAINT stain_pkey TO another; ALTER TABLE stain ADD UNIQUE (tables);
		CREATE TABLE theirs (id INT PRIMARY KEY); CREATE SCHEMA "Web.Chat"; CREATE SCHEMA other; CREATE TABLE other.message (id INT)`)))
	must(t, db.Whole(t.Context()))
	must(t, reopen(t, dsn).Close())
	for range 2 {
		must(t, reopen(t, dsn+"&search_path=%22Web.Chat%22").Close())
	}
	narrow, role := postgres.New(t), fmt.Sprint("narrow", time.Now().UnixNano())
	owner := reopen(t, narrow)
	must(t, errOf(owner.write.Exec("CREATE ROLE "+role+" LOGIN; CREATE SCHEMA narrow AUTHORIZATION "+role+"; REVOKE SELECT ON pg_stat_activity FROM PUBLIC")))
	must(t, owner.Close())
	for range 2 {
		must(t, reopen(t, narrow+"&user="+role+"&search_path=narrow").Close())
	}
}

// Who has dropped a key reads in the error how it is made anew.
func TestWhatADatabaseLacksIsToldWithItsMending(t *testing.T) {
	db := reopen(t, postgres.New(t))
	defer func() { must(t, db.Close()) }()
	dropped, err := parted(t.Context(), db.read, "SELECT format('ALTER TABLE %s DROP CONSTRAINT %s', conrelid::regclass, conname), '' FROM pg_constraint WHERE contype = 'f' OR contype = 'p' AND conrelid = 'stain'::regclass")
	must(t, err)
	if len(dropped) < 10 {
		t.Fatalf("only %d keys", len(dropped))
	}
	for drop := range dropped {
		if strings.Contains(drop, "river_") {
			continue
		}
		must(t, errOf(db.write.Exec(drop)))
		err := db.Whole(t.Context())
		if !errors.Is(err, presence.ErrHalf) {
			t.Errorf("%s: %v", drop, err)
			continue
		}
		_, mend, _ := strings.Cut(err.Error(), "makes it anew: ")
		must(t, errOf(db.write.Exec(mend)))
		must(t, db.Whole(t.Context()))
	}
}

// A backup of another version is not half back: one of an earlier version is brought up to date, a later one's is not touched.
func TestABackupOfAnotherVersionIsToldAsSuch(t *testing.T) {
	db := reopen(t, postgres.New(t))
	defer func() { must(t, db.Close()) }()
	must(t, errOf(db.write.Exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public; "+db.stepTable())))
	for _, one := range db.steps[:len(db.steps)-2] {
		must(t, errOf(db.write.Exec(one.up)))
		must(t, errOf(db.write.Exec(db.q("INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)"), one.number, true)))
	}
	must(t, db.Whole(t.Context()))
	must(t, db.Renew(t.Context()))
	if have, err := db.schema(t.Context(), db.read); err != nil || have != db.newest() {
		t.Errorf("the backup of an earlier version has the schema %d, %v", have, err)
	}
	must(t, db.Whole(t.Context()))
	must(t, errOf(db.write.Exec("UPDATE goose_db_version SET version_id = version_id + 1")))
	if err := db.Whole(t.Context()); err == nil || errors.Is(err, presence.ErrHalf) || !strings.Contains(err.Error(), "newer version") {
		t.Errorf("a later version's: %v", err)
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
