package store

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
)

// emptyCopies empties what others keep of a subject: the ledger, and answers that rest on a document that
// goes, of conversations with a message since a time. It counts what it emptied by table and column.
func (db *DB) emptyCopies(ctx context.Context, t transaction, s erasure.Subject, since time.Time) (map[string]int, error) {
	switch s.Kind {
	case erasure.Session:
		return db.anonymiseLedger(ctx, t, "", "answer IN (SELECT id FROM message WHERE workspace = ? AND bot = ? AND session = ?)", s.Workspace, s.Bot, s.Workspace, s.Bot, s.ID)
	case erasure.Bot:
		return db.anonymiseLedger(ctx, t, botless, "purpose <> 'crawl'", s.Workspace, s.Bot)
	case erasure.Document, erasure.Source:
		documents, err := db.documentsOf(ctx, t, s)
		if err != nil {
			return nil, err
		}
		emptied := map[string]int{}
		if s.Kind == erasure.Document {
			if err := db.erasePages(ctx, t, s, documents, emptied); err != nil {
				return nil, err
			}
		}
		return emptied, db.emptyAnswers(ctx, t, s, documents, since, emptied)
	}
	return nil, nil
}

// botless takes the bot off an entry of the ledger.
const botless = ", bot = '', source = ''"

// anonymiseLedger leaves of a bot's entries that what left, for whom and on which day: the workspace has to be
// able to tell to whom personal data went (Art. 5(2), 19 and 30 GDPR), also when these are erased.
func (db *DB) anonymiseLedger(ctx context.Context, t transaction, besides, which string, given ...any) (map[string]int, error) {
	where := " WHERE workspace = ? AND bot = ? AND " + which
	bodies, err := db.changed(ctx, t, "UPDATE transfer SET body = NULL, returned = NULL"+where+" AND body IS NOT NULL", given...)
	if err != nil {
		return nil, err
	}
	entries, err := db.changed(ctx, t, anonymiseTransfers+besides+where, given...)
	return map[string]int{"transfer.body": bodies, "transfer.answer": entries}, err
}

// copied is what is needed of one to find its copies.
type copied struct{ id, source, address string }

func (db *DB) documentsOf(ctx context.Context, t querier, s erasure.Subject) ([]copied, error) {
	column := "id"
	if s.Kind == erasure.Source {
		column = "source"
	}
	r, err := t.QueryContext(ctx, db.q("SELECT id, source, address FROM document WHERE workspace = ? AND bot = ? AND "+column+" = ?"), s.Workspace, s.Bot, s.ID)
	if err != nil {
		return nil, fmt.Errorf("reading documents: %w", err)
	}
	defer r.Close()
	var all []copied
	for r.Next() {
		var c copied
		if err := r.Scan(&c.id, &c.source, &c.address); err != nil {
			return nil, fmt.Errorf("reading documents: %w", err)
		}
		all = append(all, c)
	}
	return all, r.Err()
}

// erasePages removes where documents came from: the crawler's memory of the page, the file, and the
// path in the ledger of fetches.
func (db *DB) erasePages(ctx context.Context, t transaction, s erasure.Subject, documents []copied, counts map[string]int) error {
	for _, d := range documents {
		for _, one := range []struct{ table, statement string }{
			{"blob", "DELETE FROM blob WHERE workspace = ? AND bot = ? AND source = ? AND name = ?"},
			{"page", "DELETE FROM page WHERE workspace = ? AND bot = ? AND source = ? AND address = ?"},
		} {
			n, err := db.changed(ctx, t, one.statement, s.Workspace, s.Bot, d.source, d.address)
			if err != nil {
				return err
			}
			counts[one.table] += n
		}
		u, err := url.Parse(d.address)
		if err != nil || u.Host == "" {
			continue // a file
		}
		// Earlier versions wrote paths down decoded.
		n, err := db.changed(ctx, t, "UPDATE transfer SET path = '' WHERE workspace = ? AND bot = ? AND source = ? AND path IN (?, ?)", s.Workspace, s.Bot, d.source, u.EscapedPath(), text(u.Path))
		if err != nil {
			return err
		}
		counts["transfer.path"] += n
	}
	return nil
}
