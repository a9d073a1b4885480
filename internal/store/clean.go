package store

import (
	"context"
	"fmt"
	"sync"
)

// stained are tables in whose files on PostgreSQL there may still be what was deleted or put otherwise. (SQLite
// overwrites it; erasures remember their tables by their receipts.)
type stained struct {
	mu     sync.Mutex
	tables map[string]int // as a receipt counts them
}

// stain notes that something was taken out of tables.
func (s *stained) stain(tables ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.tables == nil {
		s.tables = map[string]int{}
	}
	for _, table := range tables {
		s.tables[table] = 1
	}
}

func (s *stained) take() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	tables := s.tables
	s.tables = nil
	return tables
}

// spoken are the tables that hold what visitors said and what was answered. What a process that was killed took out of
// them nobody remembers, so each begins with all of them, and with those of what is learned.
var spoken = []string{"contact", "gap", "message", "pair", "session", "transfer"}

// learned are the tables that hold what pages and files say: what they said before a reading has changed or removed it
// has to go, too.
var learned = []string{"blob", "document", "page", "passage", "vector"}

// Clean writes the files of stained tables anew, so that what went is gone from the disk, too. It keeps others from
// these tables for seconds: call it every hour.
func (db *DB) Clean(ctx context.Context) error {
	tables := db.stained.take()
	if db.pool == nil || len(tables) == 0 {
		return nil
	}
	_, err := db.Purge(ctx, tables) // of those that are too large to be written anew at least the room is used again
	if err == nil {
		_, err = db.Rewrite(ctx, tables)
	}
	if err != nil {
		for table := range tables {
			db.stained.stain(table)
		}
		return fmt.Errorf("writing tables anew: %w", err)
	}
	return nil
}
