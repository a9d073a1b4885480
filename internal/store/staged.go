package store

import (
	"context"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
)

// A manual of tens of thousands of passages takes seconds to be written. SQLite has one writer: everybody else would wait for
// the end. So its passages are written in parts behind the former ones, where nobody looks for them; one short transaction
// puts them in the place of these, which are then deleted in parts. Only while that goes on, or after it was cut short, does
// a document have other passages than its own.

// manyPassages is from how many on a document is staged. Fewer are written in some 20 ms.
const manyPassages = 1_000

// unwritten is the condition that a document is only there for its first passages to be staged.
const unwritten = "(staged_at > 0 AND passages = 0 AND content_hash = '')"

// window are passages of a document: so many, with ordinals from the first on.
type window struct{ first, count int }

// staging is how a document is written in parts.
type staging struct {
	underway    bool
	former, new window
}

// stage writes the passages of a document where nobody looks for them yet, if that is worth it.
func (db *DB) stage(ctx context.Context, p source.Page, d *source.Document, passages []retrieve.Passage) (s staging, err error) {
	if db.pool != nil || d == nil {
		return s, nil
	}
	err = db.tx(ctx, func(t transaction) error {
		if err := db.stillWanted(ctx, t, p, d); err != nil {
			return err
		}
		s, err = db.beginStaging(ctx, t, d, len(passages))
		return err
	})
	if err != nil || !s.underway {
		return s, err
	}
	if err := db.deleteOthers(ctx, d.Workspace, d.Bot, d.ID, s.former); err != nil { // of a staging that was cut short
		return s, err
	}
	part, written := pace{rows: 100}, 0
	err = part.each(ctx, db, d.Workspace, func(t transaction, n int) (int, error) {
		some := passages[written:min(written+n, len(passages))]
		if err := db.insertPassages(ctx, t, *d, s.new.first+written, some); err != nil {
			return 0, err
		}
		written += len(some)
		return len(some), nil
	})
	if sourceless(err) {
		return s, documentErased()
	}
	return s, err
}

// beginStaging notes that passages are being staged, and says where.
func (db *DB) beginStaging(ctx context.Context, t transaction, d *source.Document, passages int) (s staging, err error) {
	var former, others int
	err = t.QueryRowContext(ctx, "SELECT COUNT(*), COUNT(CASE WHEN id <> ? THEN 1 END), COALESCE(MAX(first), 0), COALESCE(MAX(passages), 0) FROM document WHERE workspace = ? AND bot = ? AND (id = ? OR (source = ? AND address = ?))",
		d.ID, d.Workspace, d.Bot, d.ID, d.Source, text(d.Address)).Scan(&former, &others, &s.former.first, &s.former.count)
	if err != nil {
		return s, fmt.Errorf("looking for the former document: %w", err)
	}
	if others > 0 || max(s.former.count, passages) <= manyPassages {
		return staging{}, nil
	}
	s.underway, s.new = true, window{s.former.first + s.former.count, passages}
	if s.former.first >= passages {
		s.new.first = 0
	}
	now := micros(time.Now())
	if former == 0 {
		_, err = t.ExecContext(ctx, `INSERT INTO document (workspace, bot, id, source, address, title, language, content_type, content_hash, bytes, pages, passages, updated_at, staged_at)
			VALUES (?, ?, ?, ?, ?, '', '', '', '', 0, 0, 0, ?, ?)`, d.Workspace, d.Bot, d.ID, d.Source, text(d.Address), micros(d.UpdatedAt), now)
	} else {
		_, err = t.ExecContext(ctx, "UPDATE document SET staged_at = ? WHERE workspace = ? AND bot = ? AND id = ?", now, d.Workspace, d.Bot, d.ID)
	}
	if err != nil {
		return s, fmt.Errorf("noting that a document is written: %w", err)
	}
	return s, nil
}

// useStaged puts staged passages in the place of the former ones.
func (db *DB) useStaged(ctx context.Context, t transaction, d source.Document, s staging) error {
	err := one(ctx, db, t, "document", `UPDATE document SET source = ?, address = ?, title = ?, language = ?, content_type = ?, content_hash = ?, bytes = ?, pages = ?, passages = ?, updated_at = ?, first = ?
		WHERE workspace = ? AND bot = ? AND id = ?`,
		d.Source, text(d.Address), text(d.Title), d.Language, text(d.ContentType), d.ContentHash, d.Bytes, d.Pages, s.new.count, micros(d.UpdatedAt), s.new.first, d.Workspace, d.Bot, d.ID)
	if problem.Is(err, problem.NotFound) {
		return documentErased()
	}
	return err
}

// deleteOthers deletes, in parts, the passages of a document that are not its own.
func (db *DB) deleteOthers(ctx context.Context, ws, bot, id string, own window) error {
	part := pace{rows: 100}
	err := part.each(ctx, db, ws, func(t transaction, n int) (int, error) {
		return db.changed(ctx, t, "DELETE FROM passage WHERE "+db.these("passage", "workspace = ? AND bot = ? AND document = ? AND (ordinal < ? OR ordinal >= ?) LIMIT ?"),
			ws, bot, id, own.first, own.first+own.count, n)
	})
	if err != nil {
		return fmt.Errorf("deleting former passages: %w", err)
	}
	return nil
}

// settle ends the staging of a document that has the passages of a window.
func (db *DB) settle(ctx context.Context, ws, bot, id string, own window) error {
	if err := db.deleteOthers(ctx, ws, bot, id, own); err != nil {
		return err
	}
	return db.txBeside(ctx, ws, func(t transaction) error {
		if _, err := db.changed(ctx, t, "DELETE FROM document WHERE workspace = ? AND bot = ? AND id = ? AND "+unwritten, ws, bot, id); err != nil {
			return err
		}
		_, err := db.changed(ctx, t, "UPDATE document SET staged_at = 0 WHERE workspace = ? AND bot = ? AND id = ?", ws, bot, id)
		return err
	})
}

// Settle ends what was cut short of documents that were being written before a time. Call it after the start and every hour.
func (db *DB) Settle(ctx context.Context, before time.Time) error {
	type open struct {
		ws, bot, id string
		own         window
	}
	all, err := rows(ctx, db, "SELECT workspace, bot, id, first, passages FROM document WHERE staged_at > 0 AND staged_at < ?", []any{micros(before)}, func(r scanner) (o open, err error) {
		err = r.Scan(&o.ws, &o.bot, &o.id, &o.own.first, &o.own.count)
		return o, err
	})
	if err != nil {
		return fmt.Errorf("looking for documents whose writing was cut short: %w", err)
	}
	for _, o := range all {
		if err := db.settle(ctx, o.ws, o.bot, o.id, o.own); err != nil {
			return err
		}
	}
	return nil
}

// stillWanted fails where a document was erased since its page was looked at.
func (db *DB) stillWanted(ctx context.Context, t transaction, p source.Page, d *source.Document) error {
	if d == nil || p.Unerased.IsZero() {
		return nil
	}
	erased, err := db.documentErased(ctx, t, p.Workspace, d.ID, p.Unerased)
	if err == nil && erased {
		err = documentErased()
	}
	return err
}

func documentErased() error {
	return problem.New(problem.Gone, "document_erased", "This document was erased.")
}
