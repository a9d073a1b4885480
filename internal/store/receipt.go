package store

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/workspace"
)

const erasureColumns = "id, at, kind, workspace, subject, counts, remaining, disk, replayed_at"

// PutErasure implements erasure.Store.
func (db *DB) PutErasure(ctx context.Context, r erasure.Receipt) error {
	return db.putErasure(ctx, db.write, r)
}

// NoteErasures implements erasure.Store.
func (db *DB) NoteErasures(ctx context.Context, receipts []erasure.Receipt) error {
	if len(receipts) == 0 {
		return nil
	}
	return db.tx(ctx, func(t transaction) error {
		for _, r := range receipts {
			if err := db.insertErasure(ctx, t, r, "NOTHING"); err != nil {
				return err
			}
		}
		return nil
	})
}

func (db *DB) putErasure(ctx context.Context, x executor, r erasure.Receipt) error {
	return db.insertErasure(ctx, x, r, "UPDATE SET counts = excluded.counts, remaining = excluded.remaining, disk = excluded.disk")
}

// insertErasure writes a receipt; known is what becomes of one that is there already.
func (db *DB) insertErasure(ctx context.Context, x executor, r erasure.Receipt, known string) error {
	counts, err := json.Marshal(r.Counts)
	if err != nil {
		return fmt.Errorf("encoding a receipt: %w", err)
	}
	remaining, err := json.Marshal(r.Remaining)
	if err != nil {
		return fmt.Errorf("encoding a receipt: %w", err)
	}
	var replayed int64
	if r.ReplayedAt != nil {
		replayed = micros(*r.ReplayedAt)
	}
	_, err = x.ExecContext(ctx, db.q("INSERT INTO erasure ("+erasureColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO "+known),
		r.ID, micros(r.At), string(r.Kind), r.Workspace, r.Subject, string(counts), string(remaining), r.Disk, replayed)
	if err != nil {
		return fmt.Errorf("writing a receipt: %w", err)
	}
	return nil
}

func scanErasure(r scanner) (e erasure.Receipt, err error) {
	var at, replayed int64
	var counts, remaining string
	if err := r.Scan(&e.ID, &at, &e.Kind, &e.Workspace, &e.Subject, &counts, &remaining, &e.Disk, &replayed); err != nil {
		return e, err
	}
	e.At = moment(at)
	if replayed != 0 {
		t := moment(replayed)
		e.ReplayedAt = &t
	}
	if err := json.Unmarshal([]byte(counts), &e.Counts); err != nil {
		return e, err
	}
	return e, json.Unmarshal([]byte(remaining), &e.Remaining)
}

// Erasures implements erasure.Store.
func (db *DB) Erasures(ctx context.Context, ws string, limit, offset int) ([]erasure.Receipt, error) {
	return rows(ctx, db, "SELECT "+erasureColumns+" FROM erasure WHERE workspace = ? ORDER BY at DESC, id LIMIT ? OFFSET ?", []any{ws, limit, offset}, scanErasure)
}

// ErasureOf implements erasure.Store.
func (db *DB) ErasureOf(ctx context.Context, ws string, kind erasure.Kind, hash string, since time.Time) (erasure.Receipt, error) {
	return row(ctx, db, "erasure", "SELECT "+erasureColumns+" FROM erasure WHERE workspace = ? AND kind = ? AND subject = ? AND at >= ? ORDER BY at DESC LIMIT 1",
		[]any{ws, string(kind), hash, micros(since)}, scanErasure)
}

// Receipts implements erasure.Store.
func (db *DB) Receipts(ctx context.Context) iter.Seq2[erasure.Receipt, error] {
	return stream(ctx, db, "SELECT id, at, kind, workspace, subject FROM erasure", nil, func(r scanner) (e erasure.Receipt, err error) {
		var at int64
		err = r.Scan(&e.ID, &at, &e.Kind, &e.Workspace, &e.Subject)
		e.At = moment(at)
		return e, err
	})
}

// ExpireErasures implements erasure.Store.
func (db *DB) ExpireErasures(ctx context.Context, before time.Time) (int, error) {
	return db.takeOut(ctx, "", "erasure", `DELETE FROM erasure WHERE at < ? AND NOT (kind = 'document' AND EXISTS (
		SELECT 1 FROM source s WHERE s.workspace = erasure.workspace AND s.created_at <= erasure.at))`, micros(before))
}

// LastKept is when retention last looked at any bot of a customer, the zero time if it never did: so long ago the
// database was in use. What it did by a clock that was more than a day ahead of now does not count.
func (db *DB) LastKept(ctx context.Context, now time.Time) (time.Time, error) {
	var at int64
	if err := db.read.QueryRowContext(ctx, db.q("SELECT COALESCE(MAX(at), 0) FROM retention_run WHERE workspace NOT LIKE ? AND at <= ?"), workspace.TrialID+"%", micros(now.Add(24*time.Hour))).Scan(&at); err != nil || at == 0 {
		return time.Time{}, err
	}
	return moment(at), nil
}

// ErasuresOfGone lists the receipts of all workspaces that are no longer there, newest first: nobody
// has a key of them, so they are for who runs the server.
func (db *DB) ErasuresOfGone(ctx context.Context) ([]erasure.Receipt, error) {
	return rows(ctx, db, "SELECT "+erasureColumns+" FROM erasure WHERE workspace NOT IN (SELECT id FROM workspace) ORDER BY at DESC, id", nil, scanErasure)
}

// Unfinished implements erasure.Store.
func (db *DB) Unfinished(ctx context.Context, since time.Time) ([]erasure.Receipt, error) {
	return rows(ctx, db, "SELECT "+erasureColumns+" FROM erasure WHERE disk = '' OR (disk = 'vacuumed' AND at >= ?) ORDER BY at", []any{micros(since)}, scanErasure)
}

// ErasedSessions gives the hashes of the ids of sessions that were erased since a time, over all
// workspaces.
func (db *DB) ErasedSessions(ctx context.Context, since time.Time) (map[string]bool, error) {
	hashes := map[string]bool{}
	_, err := rows(ctx, db, "SELECT subject FROM erasure WHERE kind = 'session' AND at >= ?", []any{micros(since)}, func(r scanner) (struct{}, error) {
		var hash string
		err := r.Scan(&hash)
		hashes[hash] = true
		return struct{}{}, err
	})
	return hashes, err
}

// DocumentErased implements source.Store.
func (db *DB) DocumentErased(ctx context.Context, ws, id string, since time.Time) (bool, error) {
	at, err := db.lastErasure(ctx, db.read, ws, id)
	return at > 0 && at >= micros(since), err
}

// lastErasure is when a document was last erased as such, in microseconds, 0 if it never was.
func (db *DB) lastErasure(ctx context.Context, x querier, ws, id string) (at int64, err error) {
	err = x.QueryRowContext(ctx, db.q("SELECT COALESCE(MAX(at), 0) FROM erasure WHERE workspace = ? AND subject = ? AND kind = 'document'"), ws, erasure.Hash(id)).Scan(&at)
	if err != nil {
		return 0, fmt.Errorf("looking whether a document was erased: %w", err)
	}
	return at, nil
}
