package store

import (
	"testing"
	"time"
)

func TestOtherSecretKeysAreSeenForAWhile(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		see := func(key string, at time.Time, want int) {
			t.Helper()
			others, err := db.SeeKey(t.Context(), key, at, at.Add(-time.Hour))
			must(t, err)
			if others != want {
				t.Errorf("%s sees %d other keys, want %d", key, others, want)
			}
		}
		see("a", now, 0)
		see("a", now.Add(time.Minute), 0)
		see("b", now.Add(2*time.Minute), 1)
		see("a", now.Add(30*time.Minute), 1)
		see("a", now.Add(63*time.Minute), 0) // b is gone
		see("b", now.Add(64*time.Minute), 1) // and comes back
	})
}
