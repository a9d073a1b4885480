package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/test/postgres"
)

// later is a later version's folder of migrations: two steps that work, and one more.
func later(t testing.TB, last string) fs.FS {
	t.Helper()
	folder := fstest.MapFS{}
	files, err := fs.Glob(migrations, "migrations/*.sql")
	must(t, err)
	for _, name := range files {
		content, err := migrations.ReadFile(name)
		must(t, err)
		folder[filepath.Base(name)] = &fstest.MapFile{Data: content}
	}
	for name, statements := range map[string]string{
		"9001_one.sql": "CREATE TABLE later_one (id BIGINT);", "9002_two.sql": "UPDATE message SET text = 'migrated'; ALTER TABLE message ADD COLUMN later BIGINT NOT NULL DEFAULT 0;", "9003_three.sql": last,
	} {
		folder[name] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + statements + "\n-- +goose Down\nSELECT 1;\n")}
	}
	return folder
}

// asBefore looks whether the version of before can go on with its database.
func asBefore(t *testing.T, dsn, said string) {
	t.Helper()
	db, err := Open(t.Context(), dsn, Options{})
	must(t, err)
	defer func() { must(t, db.Close()) }()
	tables, err := db.tables(t.Context(), db.read)
	must(t, err)
	if tables["later_one"] != nil {
		t.Error("a step of the later version was kept")
	}
	if n := countIn(t, db, "message", said); n == 0 {
		t.Error("what was said is gone")
	}
	talk(t, db, "a", fmt.Sprint("after", time.Now().UnixNano()), said, now)
}

func eachDSN(t *testing.T, test func(t *testing.T, dsn string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "wca.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, postgres.New(t)) })
}

// before makes a database of this version in which something was said.
func before(t *testing.T, dsn string) {
	t.Helper()
	db, err := Open(t.Context(), dsn, Options{})
	must(t, err)
	fill(t, db, "a")
	talk(t, db, "a", "talk", "kanarie", now)
	must(t, db.Flush(t.Context()))
	must(t, db.Close())
}

// An update whose last step fails, or for which there is no room, takes none of them: the version of before goes on.
func TestAFailedUpdateLeavesTheDatabaseAsItWas_F03(t *testing.T) {
	for name, last := range map[string]string{
		"mistake": "CREATE TABLE later_three (id BIGINT); INSERT INTO no_such_table VALUES (1);",
		"full":    "PRAGMA max_page_count = 1; CREATE TABLE later_three (t TEXT); INSERT INTO later_three WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT printf('%05000d', i) FROM n;",
	} {
		t.Run(name, func(t *testing.T) {
			eachDSN(t, func(t *testing.T, dsn string) {
				if name == "full" && strings.HasPrefix(dsn, "postgres") {
					t.Skip("its disk is not ours to fill")
				}
				before(t, dsn)
				for range 2 {
					_, err := openWith(t.Context(), dsn, Options{}, later(t, last))
					if err == nil || !strings.Contains(err.Error(), "step 9003") {
						t.Fatalf("got %v", err)
					}
					if name == "full" && !strings.Contains(err.Error(), "full") {
						t.Errorf("got %v", err)
					}
					asBefore(t, dsn, "kanarie")
				}
				db, err := openWith(t.Context(), dsn, Options{}, later(t, "CREATE TABLE later_three (id BIGINT);"))
				must(t, err)
				defer func() { must(t, db.Close()) }()
				if have, err := db.schema(t.Context(), db.read); err != nil || have != 9003 {
					t.Errorf("when the mistake is mended the schema is %d, %v", have, err)
				}
				if n := countIn(t, db, "message", "kanarie"); n == countIn(t, db, "message", "migrated") {
					t.Error("the steps were not taken")
				}
			})
		})
	}
}

// The same for an update that is killed in the midst of its last step.
func TestAnUpdateThatIsKilledLeavesTheDatabaseAsItWas_F03(t *testing.T) {
	eachDSN(t, func(t *testing.T, dsn string) {
		before(t, dsn)
		for _, wait := range []time.Duration{50 * time.Millisecond, 300 * time.Millisecond, time.Second} {
			update, said := updating(t, dsn, 0)
			if said != "begun" {
				t.Fatalf("the other process says %q", said)
			}
			time.Sleep(wait)
			must(t, update.Process.Kill())
			_ = update.Wait()
			asBefore(t, dsn, "kanarie")
		}
	})
}

// Where there is no room for the copy nothing is changed, and what was written of it is removed.
func TestAnUpdateWithoutRoomForTheCopyChangesNothing_F07(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wca.db")
	before(t, path)
	update, said := updating(t, path, 64<<10)
	_ = update.Wait()
	if !strings.Contains(said, "nothing was changed") {
		t.Errorf("the other process says %q", said)
	}
	if left := copies(t, path); len(left) != 0 {
		t.Errorf("left are %q", left)
	}
	asBefore(t, path, "kanarie")
}

func copies(t *testing.T, path string) []string {
	t.Helper()
	left, err := filepath.Glob(path + ".schema-*")
	must(t, err)
	return left
}

// Before an update the database is copied, for who wants to go back; the copy is as private as the database, and is
// gone when a server has started, or with the first erasure, because nothing erases in it.
func TestTheCopyOfAnUpdateDoesNotOutliveAnErasure_K2(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wca.db")
	before(t, path)
	must(t, os.WriteFile(path+".schema-3", []byte("of an earlier update"), 0o600))
	must(t, os.WriteFile(path+".schema-9.part", []byte("of a killed one"), 0o600))
	db, err := openWith(t.Context(), path, Options{}, later(t, "CREATE TABLE later_three (id BIGINT);"))
	must(t, err)
	defer func() { must(t, db.Close()) }()
	left := copies(t, path)
	newest, err := steps(later(t, ""))
	must(t, err)
	if want := fmt.Sprint(path, ".schema-", newest[len(newest)-4].number); len(left) != 1 || left[0] != want {
		t.Fatalf("copies: %q instead of %s", left, want)
	}
	if info, err := os.Stat(left[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy has mode %v, %v", info.Mode(), err)
	}
	restored := filepath.Join(t.TempDir(), "wca.db")
	content, err := os.ReadFile(left[0])
	must(t, err)
	must(t, os.WriteFile(restored, content, 0o600))
	asBefore(t, restored, "kanarie")

	erase(t, db, "a", erasure.Session, "talk")
	if left := copies(t, path); len(left) != 0 {
		t.Errorf("after an erasure there is %q", left)
	}
	if n := count(t, path, "kanarie"); n != 0 {
		t.Errorf("what was erased stands %d times in the files", n)
	}
}

// Several commands may be the first of a new version at the same time.
func TestCommandsThatUpdateAtTheSameTimeDoNotDisturbEachOther(t *testing.T) {
	eachDSN(t, func(t *testing.T, dsn string) {
		before(t, dsn)
		var all sync.WaitGroup
		for range 6 {
			all.Go(func() {
				db, err := openWith(context.Background(), dsn, Options{}, later(t, "CREATE TABLE later_three (id BIGINT);"))
				if err != nil {
					t.Error(err)
					return
				}
				if err := db.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
	})
}

// A new database has nothing to be copied, nor has one whose schema stays.
func TestOnlyAnUpdateCopiesTheDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wca.db")
	before(t, path)
	again, err := Open(t.Context(), path, Options{})
	must(t, err)
	must(t, again.Close())
	if left := copies(t, path); len(left) != 0 {
		t.Errorf("there is %q", left)
	}
}

// updating starts another process that brings a database to a later version, whose last step takes long; with room
// it may write no more than that to a file. It returns the first line that the process says.
func updating(t *testing.T, dsn string, room int) (*exec.Cmd, string) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run", "^TestUpdatingProcess$")
	c.Env = append(os.Environ(), "WCA_TEST_UPDATE="+dsn, fmt.Sprint("WCA_TEST_ROOM=", room))
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	t.Cleanup(func() { _ = c.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	must(t, err)
	return c, strings.TrimSpace(line)
}

// TestUpdatingProcess is the other process of updating.
func TestUpdatingProcess(t *testing.T) {
	dsn := os.Getenv("WCA_TEST_UPDATE")
	if dsn == "" {
		t.Skip("it is started by other tests")
	}
	last := "SELECT pg_sleep(3);" // PostgreSQL notices at its end that nobody waits for it
	if !strings.HasPrefix(dsn, "postgres") {
		last = "CREATE TABLE later_three (t TEXT); INSERT INTO later_three WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT printf('%050d', i) FROM n;"
	}
	var room uint64
	if _, err := fmt.Sscan(os.Getenv("WCA_TEST_ROOM"), &room); err != nil {
		t.Fatal(err)
	}
	if room > 0 {
		signal.Ignore(syscall.SIGXFSZ)
		must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: room, Max: room}))
	} else {
		fmt.Println("begun")
	}
	_, err := openWith(context.Background(), dsn, Options{}, later(t, last))
	fmt.Println(strings.ReplaceAll(fmt.Sprint(err), "\n", " "))
}

// While a server of an earlier version uses an SQLite database, nothing of a later one changes its schema beneath it.
func TestAServerOfBeforeIsNotUpdatedBeneathIt(t *testing.T) {
	dsn := filepath.Join(t.TempDir(), "wca.db")
	before(t, dsn)
	server, err := Open(t.Context(), dsn, Options{})
	must(t, err)
	release, err := server.Lock()
	must(t, err)
	_, err = openWith(t.Context(), dsn, Options{}, later(t, "SELECT 1;"))
	if err == nil || !strings.Contains(err.Error(), "a wca serve of an earlier version uses "+dsn+": stop it") || !strings.Contains(err.Error(), "Nothing was changed") {
		t.Errorf("the later version says %v", err)
	}
	if tables, err := server.tables(t.Context(), server.read); err != nil || tables["later_one"] != nil {
		t.Errorf("a step was taken: %v", err)
	}
	if found, err := filepath.Glob(dsn + ".schema-*"); err != nil || len(found) != 0 {
		t.Errorf("copies: %q, %v", found, err)
	}
	must(t, errors.Join(release(), server.Close()))
	updated, err := openWith(t.Context(), dsn, Options{}, later(t, "SELECT 1;"))
	must(t, err)
	must(t, errOf(updated.Lock())) // it is free again
	must(t, updated.Close())
}

func TestANewerSchemaIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wca.db")
	db, err := Open(t.Context(), path, Options{})
	must(t, err)
	_, err = db.write.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	must(t, err)
	must(t, db.Close())
	refused := func(way string) {
		t.Helper()
		if _, err := Open(t.Context(), path, Options{}); err == nil || !strings.Contains(err.Error(), "newer version") || !strings.Contains(err.Error(), "The way back is "+way) {
			t.Errorf("got %v", err)
		}
	}
	must(t, os.WriteFile(path+".schema-9998", nil, 0o600)) // too new as well
	refused("a backup")
	must(t, os.WriteFile(path+".schema-9", nil, 0o600))
	must(t, os.WriteFile(path+".schema-12", nil, 0o600))
	refused("the copy that the update made of it, " + path + ".schema-12, in place of wca.db, wca.db-wal and -shm")
}

// What the version before took out of tables is written over on PostgreSQL after the update, too: it noted nothing of it.
func TestWhatTheVersionBeforeTookOutIsWrittenOver_K2(t *testing.T) {
	eachDSN(t, func(t *testing.T, dsn string) {
		folder := later(t, "").(fstest.MapFS)
		for name := range folder {
			if name >= "0019_" {
				delete(folder, name)
			}
		}
		old, err := openWith(t.Context(), dsn, Options{}, folder)
		must(t, err)
		fill(t, old, "a")
		must(t, errOf(old.write.Exec("INSERT INTO message (workspace, bot, session, id, place, client_id, reply_to, role, state, text, language, at) VALUES ('a', 'bot', 'ses', 'm', 1, '', '', 'user', 'done', 'kanarie', 'de', 1)")))
		must(t, errOf(old.write.Exec("DELETE FROM message WHERE workspace = 'a'")))
		must(t, old.Close())

		db, err := Open(t.Context(), dsn, Options{})
		must(t, err)
		defer func() { must(t, db.Close()) }()
		var noted string
		must(t, db.read.QueryRow("SELECT tables FROM stain").Scan(&noted))
		for table := range strings.SplitSeq(noted, ",") {
			must(t, errOf(db.read.Exec("SELECT 1 FROM "+table)))
		}
		if db.pool == nil {
			return // SQLite overwrites at once
		}
		file := func() (name string) {
			must(t, db.read.QueryRow("SELECT pg_relation_filenode('message'::regclass)::text").Scan(&name))
			return name
		}
		before := file()
		must(t, db.Clean(t.Context()))
		if file() == before {
			t.Error("the messages were not written anew")
		}
		var left int
		must(t, db.read.QueryRow("SELECT COUNT(*) FROM stain").Scan(&left))
		if left > 0 {
			t.Errorf("%d notes are left", left)
		}
	})
}

// An update that has to wait for somebody who reads, as a backup does for hours, does not keep the servers that run from
// answering, and comes to its end when that is over.
func TestAnUpdateThatWaitsKeepsNobodyElseWaiting(t *testing.T) {
	dsn := postgres.New(t)
	before(t, dsn)
	running, err := Open(t.Context(), dsn, Options{})
	must(t, err)
	defer func() { must(t, running.Close()) }()
	backup, err := running.pool.Begin(t.Context())
	must(t, err)
	defer func() { _ = backup.Rollback(context.WithoutCancel(t.Context())) }()
	_, err = backup.Exec(t.Context(), "LOCK TABLE message IN ACCESS SHARE MODE")
	must(t, err)
	updated := make(chan error, 1)
	go func() {
		db, err := openWith(t.Context(), dsn, Options{}, later(t, ""))
		if err == nil {
			err = db.Close()
		}
		updated <- err
	}()
	for began := time.Now(); time.Since(began) < 3*(changeWait+changePause)/2; time.Sleep(100 * time.Millisecond) {
		asked := time.Now()
		countIn(t, running, "message", "kanarie")
		if took := time.Since(asked); took > changeWait+2*time.Second {
			t.Fatalf("who reads beside an update waits %v", took)
		}
		select {
		case err := <-updated:
			t.Fatalf("the update ended beside a reader: %v", err)
		default:
		}
	}
	must(t, backup.Commit(t.Context()))
	select {
	case err := <-updated:
		must(t, err)
	case <-time.After(time.Minute):
		t.Fatal("the update does not come to its end")
	}
}

// Who uses a table that an update needs next, and then one that it has changed already, gets through: the update is tried
// again, instead of PostgreSQL letting one of the two fail.
func TestAnUpdateLetsNobodyFailWhoWaitsForIt(t *testing.T) {
	dsn := postgres.New(t)
	before(t, dsn)
	running, err := Open(t.Context(), dsn, Options{})
	must(t, err)
	defer func() { must(t, running.Close()) }()
	writer, err := running.pool.Begin(t.Context())
	must(t, err)
	defer func() { _ = writer.Rollback(context.WithoutCancel(t.Context())) }()
	_, err = writer.Exec(t.Context(), "LOCK TABLE contact IN ROW EXCLUSIVE MODE")
	must(t, err)
	updated := make(chan error, 1)
	go func() {
		db, err := openWith(t.Context(), dsn, Options{}, later(t, "SELECT pg_sleep(0.2); ALTER TABLE contact ADD COLUMN later BIGINT NOT NULL DEFAULT 0;"))
		if err == nil {
			err = db.Close()
		}
		updated <- err
	}()
	for began := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		var n int
		must(t, running.pool.QueryRow(t.Context(), "SELECT COUNT(*) FROM pg_locks WHERE relation = to_regclass('message') AND mode = 'AccessExclusiveLock' AND granted").Scan(&n))
		if n > 0 {
			break
		}
		if time.Since(began) > time.Minute {
			t.Fatal("nothing changes the table")
		}
	}
	if _, err := writer.Exec(t.Context(), "SELECT COUNT(*) FROM message"); err != nil {
		t.Errorf("who writes beside an update fails: %v", err)
	}
	must(t, writer.Commit(t.Context()))
	select {
	case err := <-updated:
		must(t, err)
	case <-time.After(time.Minute):
		t.Fatal("the update does not come to its end")
	}
}
