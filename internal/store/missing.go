package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"
)

// Missing reports whether nothing was ever stored in the database that dsn names: the file is not there or has no bytes, or
// PostgreSQL has the database and none of our tables in it.
func Missing(ctx context.Context, dsn string) (bool, error) {
	if onPostgres(dsn) {
		return emptyPostgres(ctx, dsn)
	}
	info, err := os.Stat(strings.TrimPrefix(dsn, "sqlite:"))
	if err != nil {
		return errors.Is(err, fs.ErrNotExist), nil // what else is wrong is said where it is opened
	}
	return info.Mode().IsRegular() && info.Size() == 0, nil
}

func emptyPostgres(ctx context.Context, dsn string) (empty bool, err error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return false, unreached(err)
	}
	defer func() { err = errors.Join(err, conn.Close(ctx)) }()
	err = conn.QueryRow(ctx, "SELECT NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'goose_db_version')").Scan(&empty)
	if err != nil {
		return false, fmt.Errorf("looking for the tables: %w", err)
	}
	return empty, nil
}

// Name is how a person knows the database that dsn names: its path, or its name and machine.
func Name(dsn string) string {
	if !onPostgres(dsn) {
		return strings.TrimPrefix(dsn, "sqlite:")
	}
	at, err := pgx.ParseConfig(dsn)
	if err != nil {
		return "of PostgreSQL"
	}
	return at.Database + " at " + at.Host
}
