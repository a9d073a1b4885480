package store

import (
	"maps"
	"testing"
)

func TestTheHostsOfADatabaseAreToldWithTheirEncryption(t *testing.T) {
	for dsn, want := range map[string]map[string]bool{
		"": nil, "sqlite:/var/lib/wca/wca.db": nil, "wca.db": nil, "postgres:///wca?host=/run/postgresql": nil,
		"postgres://wca@db.example.com/wca": {"db.example.com": true}, "postgres://wca@db.example.com/wca?sslmode=disable": {"db.example.com": true}, "postgres://wca@db.example.com/wca?sslmode=prefer": {"db.example.com": true},
		"postgres://wca@db.example.com/wca?sslmode=require": {"db.example.com": false}, "postgresql://wca@db.example.com/wca?sslmode=verify-full": {"db.example.com": false},
		"postgres://wca@db,db.example.com/wca": {"db": true, "db.example.com": true},
	} {
		if got := Hosts(dsn); !maps.Equal(got, want) {
			t.Errorf("%q: %v, want %v", dsn, got, want)
		}
	}
}
