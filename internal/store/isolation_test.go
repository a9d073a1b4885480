package store

import (
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/webchatagent/wca/test/postgres"
)

// A database whose owner has chosen another isolation of transactions for all that use it serves as any other.
func TestManyAskWhereTransactionsAreSerializable(t *testing.T) {
	dsn := postgres.New(t)
	conn, err := pgx.Connect(t.Context(), dsn)
	must(t, err)
	_, err = conn.Exec(t.Context(), "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_isolation = serializable', current_database()); END $$")
	must(t, err)
	must(t, conn.Close(t.Context()))
	db := open(t, dsn)
	fill(t, db, "a")
	var isolation string
	must(t, db.read.QueryRowContext(t.Context(), "SHOW transaction_isolation").Scan(&isolation))
	if isolation != "read committed" {
		t.Errorf("transactions are %s", isolation)
	}
	var all sync.WaitGroup
	for n := range 30 {
		all.Go(func() { talk(t, db, "a", string(rune('A'+n)), "x", now.Add(time.Duration(n)*time.Second)) })
	}
	all.Wait()
	if sessions, err := db.Sessions(t.Context(), "a", "bot", "", 100, 0); err != nil || len(sessions) != 31 {
		t.Errorf("%d conversations, %v", len(sessions), err)
	}
}
