package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// A manual of tens of thousands of passages takes seconds to be written. SQLite has one writer: everybody else would wait for
// the end. So its passages are written in parts behind the former ones, where nobody looks for them; one short transaction
// puts them in the place of these, which are then deleted in parts. Only while that goes on, or after it was cut short, does
// a document have other passages than its own. Outside of this package a document's ordinals begin at 0.

// manyPassages is from how many on a document is staged. Fewer are written in some 20 ms.
const manyPassages = 1_000

// unwritten is the condition that a document is only there for its first passages to be staged.
const unwritten = "(staged_at > 0 AND passages = 0 AND content_hash = '')"

// known is the condition that a passage p is one of its document and not only staged, or left over, or being erased.
const known = "p.ordinal >= document.first AND p.ordinal < document.first + document.passages AND " + staying

// inTable is the ordinal that a passage has in its table; its arguments are workspace, bot, document and ordinal.
const inTable = "(SELECT first FROM document WHERE workspace = ? AND bot = ? AND id = ?) + ?"

// window are passages of a document: so many, with ordinals from the first on.
type window struct{ first, count int }

// staging is how a document is written in parts.
type staging struct {
	at          int64 // staged_at of the document for as long as nobody else writes it or ends this, 0 if nothing is staged
	former, new window
}

func (s staging) underway() bool { return s.at > 0 }

// stageTime is when a staging begins, given when the one before did: no two of a document have the same.
func stageTime(before int64) int64 { return max(micros(time.Now()), before+1) }

// stage writes the passages of a document where nobody looks for them yet, if that is worth it.
func (db *DB) stage(ctx context.Context, p source.Page, d *source.Document, passages []passage.Passage) (s staging, err error) {
	if db.pool != nil || d == nil {
		return s, nil
	}
	err = db.tx(ctx, func(t transaction) error {
		if err := db.stillHeld(ctx, t, p); err != nil {
			return err
		}
		if err := db.stillWanted(ctx, t, p, d); err != nil {
			return err
		}
		s, err = db.beginStaging(ctx, t, d, len(passages))
		return err
	})
	if err != nil || !s.underway() {
		return s, err
	}
	if err := db.deleteOthers(ctx, d.Workspace, d.Bot, d.ID, s.at, s.former); err != nil { // of a staging that was cut short
		return s, err
	}
	part, written := pace{rows: 100}, 0
	err = part.each(ctx, db, d.Workspace, func(t transaction, n int) (int, error) {
		if err := db.stillStaging(ctx, t, *d, s); err != nil {
			return 0, err
		}
		some := passages[written:min(written+n, len(passages))]
		if err := db.insertPassages(ctx, t, *d, s.new.first+written, some); err != nil {
			return 0, err
		}
		written += len(some)
		return len(some), nil
	})
	return s, err
}

// stillStaging fails where a document was erased, or is written by somebody else, since its staging began.
func (db *DB) stillStaging(ctx context.Context, t transaction, d source.Document, s staging) error {
	var at int64
	err := t.QueryRowContext(ctx, "SELECT staged_at FROM document WHERE workspace = ? AND bot = ? AND id = ?", d.Workspace, d.Bot, d.ID).Scan(&at)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return documentErased()
	case err != nil:
		return fmt.Errorf("looking whether a document is still written: %w", err)
	case at != s.at:
		return errors.New("the document is written by somebody else, or its writing was taken for cut short")
	}
	return nil
}

// beginStaging notes that passages are being staged, and says where.
func (db *DB) beginStaging(ctx context.Context, t transaction, d *source.Document, passages int) (s staging, err error) {
	var former, others int
	var before int64
	err = t.QueryRowContext(ctx, "SELECT COUNT(*), COUNT(CASE WHEN id <> ? THEN 1 END), COALESCE(MAX(first), 0), COALESCE(MAX(passages), 0), COALESCE(MAX(staged_at), 0) FROM document WHERE workspace = ? AND bot = ? AND (id = ? OR (source = ? AND address = ?))",
		d.ID, d.Workspace, d.Bot, d.ID, d.Source, text(d.Address)).Scan(&former, &others, &s.former.first, &s.former.count, &before)
	if err != nil {
		return s, fmt.Errorf("looking for the former document: %w", err)
	}
	if others > 0 || before == 0 && max(s.former.count, passages) <= manyPassages {
		return staging{}, nil
	}
	s.at, s.new = stageTime(before), window{s.former.first + s.former.count, passages}
	if s.former.first >= passages {
		s.new.first = 0
	}
	if former == 0 {
		_, err = t.ExecContext(ctx, `INSERT INTO document (workspace, bot, id, source, address, title, language, content_type, content_hash, bytes, pages, passages, updated_at, staged_at)
			VALUES (?, ?, ?, ?, ?, '', '', '', '', 0, 0, 0, ?, ?)`, d.Workspace, d.Bot, d.ID, d.Source, text(d.Address), micros(d.UpdatedAt), s.at)
	} else {
		_, err = t.ExecContext(ctx, "UPDATE document SET staged_at = ? WHERE workspace = ? AND bot = ? AND id = ?", s.at, d.Workspace, d.Bot, d.ID)
	}
	if err != nil {
		return s, fmt.Errorf("noting that a document is written: %w", err)
	}
	return s, nil
}

// useStaged puts staged passages in the place of the former ones.
func (db *DB) useStaged(ctx context.Context, t transaction, d source.Document, s staging) error {
	if err := db.stillStaging(ctx, t, d, s); err != nil {
		return err
	}
	return one(ctx, db, t, "document", `UPDATE document SET source = ?, address = ?, title = ?, language = ?, content_type = ?, content_hash = ?, bytes = ?, pages = ?, passages = ?, updated_at = ?, first = ?
		WHERE workspace = ? AND bot = ? AND id = ?`,
		d.Source, text(d.Address), text(d.Title), d.Language, text(d.ContentType), d.ContentHash, d.Bytes, d.Pages, s.new.count, micros(d.UpdatedAt), s.new.first, d.Workspace, d.Bot, d.ID)
}

// deleteOthers deletes, in parts, the passages of a document that are not its own, for as long as its staging is the one that
// began at a time.
func (db *DB) deleteOthers(ctx context.Context, ws, bot, id string, at int64, own window) error {
	part := pace{rows: 100}
	err := part.each(ctx, db, ws, func(t transaction, n int) (int, error) {
		return db.changed(ctx, t, "DELETE FROM passage WHERE "+db.these("passage", "workspace = ? AND bot = ? AND document = ? AND (ordinal < ? OR ordinal >= ?) AND "+
			"EXISTS (SELECT 1 FROM document WHERE workspace = ? AND bot = ? AND id = ? AND staged_at = ?) LIMIT ?"),
			ws, bot, id, own.first, own.first+own.count, ws, bot, id, at, n)
	})
	if err != nil {
		return fmt.Errorf("deleting former passages: %w", err)
	}
	return nil
}

// settle ends the staging, begun at a time, of a document that has the passages of a window.
func (db *DB) settle(ctx context.Context, ws, bot, id string, at int64, own window) error {
	if err := db.deleteOthers(ctx, ws, bot, id, at, own); err != nil {
		return err
	}
	return db.txBeside(ctx, ws, func(t transaction) error {
		if _, err := db.changed(ctx, t, "DELETE FROM document WHERE workspace = ? AND bot = ? AND id = ? AND staged_at = ? AND "+unwritten, ws, bot, id, at); err != nil {
			return err
		}
		_, err := db.changed(ctx, t, "UPDATE document SET staged_at = 0 WHERE workspace = ? AND bot = ? AND id = ? AND staged_at = ?", ws, bot, id, at)
		return err
	})
}

// Settle ends what was cut short of documents whose staging began before a time. A writer that is at it all the same, on a
// machine that slept, fails. Call it after the start and every hour.
func (db *DB) Settle(ctx context.Context, before time.Time) error {
	type open struct {
		ws, bot, id string
		at          int64
	}
	all, err := rows(ctx, db, "SELECT workspace, bot, id, staged_at FROM document WHERE staged_at > 0 AND staged_at < ?", []any{micros(before)}, func(r scanner) (o open, err error) {
		err = r.Scan(&o.ws, &o.bot, &o.id, &o.at)
		return o, err
	})
	if err != nil {
		return fmt.Errorf("looking for documents whose writing was cut short: %w", err)
	}
	var errs []error
	for _, o := range all {
		errs = append(errs, db.takeOver(ctx, o.ws, o.bot, o.id, o.at))
	}
	return errors.Join(errs...)
}

// takeOver settles the staging, begun at a time, of a document, unless somebody writes that anew. Whoever began it can't use
// it any more: part of it may be gone already.
func (db *DB) takeOver(ctx context.Context, ws, bot, id string, began int64) error {
	at := stageTime(began)
	var own window
	err := db.write.QueryRowContext(ctx, db.q("UPDATE document SET staged_at = ? WHERE workspace = ? AND bot = ? AND id = ? AND staged_at = ? RETURNING first, passages"),
		at, ws, bot, id, began).Scan(&own.first, &own.count)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("taking over a document whose writing was cut short: %w", err)
	}
	return db.settle(ctx, ws, bot, id, at, own)
}

// emptied is a document that is gone for everybody, whose passages go in parts.
type emptied struct {
	ws, bot, id string
	at          int64 // staged_at
	first       int
}

// dropDocuments takes documents away for which something holds. Of those with very many passages these stay for settleEmptied,
// as if the document had never been written.
func (db *DB) dropDocuments(ctx context.Context, t transaction, such string, given ...any) (rest []emptied, err error) {
	if db.pool == nil {
		if rest, err = emptyDocuments(ctx, t, such, given); err != nil {
			return nil, fmt.Errorf("emptying documents: %w", err)
		}
	}
	if _, err := db.changed(ctx, t, "DELETE FROM document WHERE staged_at = 0 AND "+such, given...); err != nil {
		return nil, fmt.Errorf("removing documents: %w", err)
	}
	return rest, nil
}

func emptyDocuments(ctx context.Context, t transaction, such string, given []any) (rest []emptied, err error) {
	r, err := t.QueryContext(ctx, `UPDATE document SET title = '', language = '', content_type = '', content_hash = '', bytes = 0, pages = 0, passages = 0, staged_at = MAX(?, staged_at + 1)
		WHERE (staged_at > 0 OR passages > ?) AND `+such+" RETURNING workspace, bot, id, staged_at, first", append([]any{stageTime(0), manyPassages}, given...)...)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for r.Next() {
		var e emptied
		if err := r.Scan(&e.ws, &e.bot, &e.id, &e.at, &e.first); err != nil {
			return nil, err
		}
		rest = append(rest, e)
	}
	return rest, r.Err()
}

// settleEmptied deletes what is left of documents. What fails is done later (Settle).
func (db *DB) settleEmptied(ctx context.Context, rest []emptied) {
	for _, e := range rest {
		if err := db.settle(ctx, e.ws, e.bot, e.id, e.at, window{first: e.first}); err != nil {
			db.log.Warn("passages of a document that was removed are deleted later", "error", err)
		}
	}
}

// stillWanted fails where a document was erased since its page was looked at. One that is wanted all the same is younger than
// its erasure, whatever clocks say: else it would be taken for what came back.
func (db *DB) stillWanted(ctx context.Context, t transaction, p source.Page, d *source.Document) error {
	if d == nil {
		return nil
	}
	erased, err := db.lastErasure(ctx, t, p.Workspace, d.ID)
	if err != nil {
		return err
	}
	if !p.Unerased.IsZero() && erased >= micros(p.Unerased) {
		return documentErased()
	}
	if erased >= micros(d.UpdatedAt) { // by another clock
		d.UpdatedAt = moment(erased + 1)
	}
	return nil
}

func documentErased() error {
	return problem.New(problem.Gone, "document_erased", "This document was erased.")
}
