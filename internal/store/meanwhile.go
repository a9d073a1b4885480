package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
)

// withdrawErased takes out of an answer that comes to its end what was erased while it was being written: a sentence
// stands in its place then, and the bytes that were sent for it go. The erasure found neither, and here or at another
// server the answer was begun with what was known before.
func (db *DB) withdrawErased(ctx context.Context, t transaction, m *conversation.Message) error {
	erased, err := db.erasedSince(ctx, t, m.Workspace, m.At.Add(-erasure.AtMost))
	if err != nil || !erased {
		return err
	}
	rest, err := db.restsOnGone(ctx, t, m)
	if err != nil {
		return err
	}
	answer, bytes := rest.look(answered{Message: *m})
	if answer {
		m.Text, m.Citations = erasure.Withdrawn(m.Language), nil
	}
	if bytes {
		if err := db.orderly(ctx, t, m); err != nil {
			return err
		}
		_, err = db.changed(ctx, t, "UPDATE transfer SET body = NULL, returned = NULL WHERE workspace = ? AND bot = ? AND answer = ?", m.Workspace, m.Bot, m.ID)
	}
	return err
}

// orderly takes the entries of an answer in the order in which the ledger is written: another server may be about to
// complete them.
func (db *DB) orderly(ctx context.Context, t transaction, m *conversation.Message) error {
	if db.pool == nil { // there is one writer only
		return nil
	}
	_, err := db.changed(ctx, t, "SELECT 1 FROM transfer WHERE workspace = ? AND bot = ? AND answer = ? ORDER BY id FOR UPDATE", m.Workspace, m.Bot, m.ID)
	return err
}

// erasedSince reports whether a document or a source of a workspace was erased since a time.
func (db *DB) erasedSince(ctx context.Context, x querier, ws string, since time.Time) (bool, error) {
	var n int
	err := x.QueryRowContext(ctx, db.q("SELECT COUNT(*) FROM erasure WHERE workspace = ? AND at >= ? AND kind IN ('document', 'source')"), ws, micros(since)).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for erasures: %w", err)
	}
	return n > 0, nil
}

// restsOnGone is what an answer was made from that is no longer there.
func (db *DB) restsOnGone(ctx context.Context, t transaction, m *conversation.Message) (*resting, error) {
	gone := restingOn(nil)
	for _, id := range slices.Concat(m.Trace.Documents, m.Trace.Contact) {
		gone.ids[id] = true
	}
	for _, c := range m.Citations {
		gone.addresses[c.Document] = true
	}
	if err := errors.Join(db.withoutThere(ctx, t, m.Workspace, m.Bot, "id", gone.ids), db.withoutThere(ctx, t, m.Workspace, m.Bot, "address", gone.addresses)); err != nil {
		return nil, err
	}
	heard, err := json.Marshal(m.Heard)
	if err != nil || len(m.Heard) == 0 {
		return gone, err
	}
	var withdrawn int
	if err := t.QueryRowContext(ctx, db.q("SELECT COUNT(*) FROM message WHERE workspace = ? AND bot = ? AND session = ? AND text IN (?, ?) AND "+db.among("id")),
		m.Workspace, m.Bot, m.Session, erasure.Withdrawn("de"), erasure.Withdrawn("en"), string(heard)).Scan(&withdrawn); err != nil {
		return nil, fmt.Errorf("looking at earlier answers: %w", err)
	}
	if withdrawn > 0 {
		gone.told = m.Session
	}
	return gone, nil
}

// withoutThere takes out of what is sought in a column of a bot's documents what is there and stays: of two erasures at
// once at least one has to see that a document of the other's goes.
func (db *DB) withoutThere(ctx context.Context, x querier, ws, bot, column string, sought map[string]bool) error {
	encoded, err := json.Marshal(slices.Collect(maps.Keys(sought)))
	if err != nil || len(sought) == 0 {
		return err
	}
	r, err := x.QueryContext(ctx, db.q("SELECT "+column+" FROM document WHERE workspace = ? AND bot = ? AND "+staying+" AND "+db.among(column)), ws, bot, string(encoded))
	if err != nil {
		return fmt.Errorf("looking for documents: %w", err)
	}
	defer r.Close()
	for r.Next() {
		var there string
		if err := r.Scan(&there); err != nil {
			return fmt.Errorf("looking for documents: %w", err)
		}
		delete(sought, there)
	}
	return r.Err()
}

// staying is the condition that a document is not being erased.
const staying = `NOT EXISTS (SELECT 1 FROM erasing WHERE erasing.workspace = document.workspace AND erasing.bot = document.bot
	AND (erasing.kind = 'document' AND erasing.subject = document.id OR erasing.kind = 'source' AND erasing.subject = document.source))`

// standsThere is the condition that a document is there for everybody: it was written and is not being erased.
const standsThere = "NOT " + unwritten + " AND " + staying

// Gone implements conversation.Store.
func (db *DB) Gone(ctx context.Context, ws, bot string, ids, addresses map[string]bool, since time.Time) error {
	erased, err := db.erasedSince(ctx, db.read, ws, since.Add(-erasure.AtMost))
	if err != nil {
		return err
	}
	if !erased {
		clear(ids)
		clear(addresses)
	}
	return errors.Join(db.withoutThere(ctx, db.read, ws, bot, "id", ids), db.withoutThere(ctx, db.read, ws, bot, "address", addresses))
}
