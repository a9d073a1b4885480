package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/problem"
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
