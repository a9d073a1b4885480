package store

import (
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// Hosts are the machines that may hold the database that dsn names, and whether the connection to each may be without
// encryption: without an sslmode it is where the database offers none. SQLite and sockets have none.
func Hosts(dsn string) (plain map[string]bool) {
	if !onPostgres(dsn) {
		return nil
	}
	at, err := pgconn.ParseConfig(dsn)
	if err != nil {
		return nil // then there is no connection either
	}
	plain = map[string]bool{}
	for _, s := range append(at.Fallbacks, &pgconn.FallbackConfig{Host: at.Host, TLSConfig: at.TLSConfig}) {
		if !strings.HasPrefix(s.Host, "/") { // a path is a socket of this machine
			plain[s.Host] = plain[s.Host] || s.TLSConfig == nil
		}
	}
	return plain
}
