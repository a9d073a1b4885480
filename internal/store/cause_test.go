package store

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/workspace"
	"github.com/webchatagent/wca/test/postgres"
)

// Who runs a server whose database breaks, or cannot be written any more, reads once what happened and what to do (F34, F07).
func TestErrorsOfARunningDatabaseSayWhatToDo_F34_F07(t *testing.T) {
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "wca.db")
	db := open(t, path)
	fill(t, db, "a")
	said := func(err error, cause error) {
		t.Helper()
		if err == nil || !errors.Is(err, cause) || strings.Count(err.Error(), cause.Error()) != 1 {
			t.Errorf("it says %v", err)
		}
	}
	write := func(ctx context.Context) error {
		return db.tx(ctx, func(x transaction) error {
			return errOf(x.ExecContext(ctx, "UPDATE bot SET name = 'other'"))
		})
	}
	must(t, errOf(db.write.ExecContext(ctx, "PRAGMA query_only = ON")))
	said(write(ctx), errReadOnly)
	said(db.Exclusive(ctx, write), errReadOnly)
	must(t, errOf(db.write.ExecContext(ctx, "PRAGMA query_only = OFF; CREATE TABLE filler (t TEXT); PRAGMA max_page_count = 1")))
	said(db.Exclusive(ctx, func(ctx context.Context) error {
		return errOf(db.write.ExecContext(ctx, "INSERT INTO filler WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT printf('%05000d', i) FROM n"))
	}), problem.ErrNoRoom)

	must(t, db.Compact(ctx))
	content, err := os.ReadFile(path)
	must(t, err)
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	for at := int64(4096); at < int64(len(content)); at += 4096 {
		must(t, errOf(f.WriteAt([]byte(strings.Repeat("damaged ", 500)), at)))
	}
	must(t, errors.Join(f.Close(), db.Rest(ctx)))
	said(errOf(db.Bots(ctx, "a")), errDamaged)
	said(errOf(db.Bot(ctx, "a", "bot")), errDamaged)
}

// So does who has given PostgreSQL a database that this program cannot use.
func TestADatabaseThatCannotBeUsedSaysWhatToDo_F34(t *testing.T) {
	ctx, dsn := t.Context(), postgres.New(t)
	admin, err := pgx.Connect(ctx, dsn)
	must(t, err)
	defer func() { must(t, admin.Close(ctx)) }()
	name := admin.Config().Database
	for _, statement := range []string{
		"CREATE ROLE guest_of_" + name + " LOGIN", "CREATE ROLE crowd_of_" + name + " LOGIN CONNECTION LIMIT 0",
		"CREATE DATABASE latin_of_" + name + " ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
	} {
		_, err := admin.Exec(ctx, statement)
		must(t, err)
	}
	as := func(user, database string) string {
		at, err := url.Parse(dsn)
		must(t, err)
		at.User, at.Path = url.User(user), "/"+database
		return at.String()
	}
	for address, want := range map[string]error{
		as("guest_of_"+name, name): errMayNot, as("crowd_of_"+name, name): errTooMany, as(admin.Config().User, "latin_of_"+name): errEncoding,
	} {
		db, err := Open(ctx, address, Options{})
		if err == nil {
			must(t, db.Close())
		}
		if !errors.Is(err, want) {
			t.Errorf("%s: %v", address, err)
		}
	}
	must(t, open(t, dsn).Close())
	_, err = admin.Exec(ctx, "ALTER DATABASE "+name+" SET default_transaction_read_only = on")
	must(t, err)
	db, err := Open(ctx, dsn, Options{})
	if err == nil {
		err = errors.Join(db.CreateWorkspace(ctx, workspace.Workspace{ID: "a", Name: "a"}, workspace.Key{Workspace: "a", ID: "key", Hash: []byte("a"), Role: workspace.Owner}), db.Close())
	}
	if !errors.Is(err, errStandby) {
		t.Errorf("read only: %v", err)
	}
}
