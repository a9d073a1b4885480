package app

import (
	"context"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"time"
)

// otherKeyFor is for how long a key that no server works with any more is told of: who has lost theirs
// cannot do anything about it.
const otherKeyFor = 30 * 24 * time.Hour

// seeKey says in the log when servers of one database work with different secret keys: they write
// different placeholders for one name, within one conversation. Each makes a key at its first start, and
// nothing else tells that they should have the same.
func (a *App) seeKey(ctx context.Context) error {
	now := a.now()
	others, err := a.DB.SeeKey(ctx, a.fingerprint, now, now.Add(-otherKeyFor))
	if err != nil {
		return fmt.Errorf("looking which secret keys servers work with: %w", err)
	}
	if others == a.otherKeys {
		return nil
	}
	if others > a.otherKeys {
		a.Log.Warn("servers have used this database with different secret keys: one name gets different placeholders, even within a conversation; copy secret.key of one server to the data directory of all and start them again",
			"file", filepath.Join(a.Config.Data, "secret.key"), "other_keys", others)
	}
	a.otherKeys = others
	return nil
}

// fingerprint tells a secret key from others and gives nothing away of it.
func fingerprint(secret []byte) string { return hex.EncodeToString(derive(secret, "fingerprint")[:8]) }
