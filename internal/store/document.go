package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// DocumentHash implements source.Store.
func (db *DB) DocumentHash(ctx context.Context, ws, bot, id string) (string, error) {
	var hash string
	err := db.read.QueryRowContext(ctx, db.q("SELECT content_hash FROM document WHERE workspace = ? AND bot = ? AND id = ?"), ws, bot, id).Scan(&hash)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("reading a document's hash: %w", err)
	}
	return hash, nil
}

// replaceDocument writes a document and its passages in place of the former ones.
func (db *DB) replaceDocument(ctx context.Context, t transaction, d source.Document, passages []passage.Passage) error {
	_, err := t.ExecContext(ctx, db.q("DELETE FROM document WHERE workspace = ? AND bot = ? AND (id = ? OR (source = ? AND address = ?))"), d.Workspace, d.Bot, d.ID, d.Source, text(d.Address))
	if err != nil {
		return fmt.Errorf("removing the former document: %w", err)
	}
	_, err = t.ExecContext(ctx, db.q(`INSERT INTO document (workspace, bot, id, source, address, title, language, content_type, content_hash, bytes, pages, passages, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
		d.Workspace, d.Bot, d.ID, d.Source, text(d.Address), text(d.Title), d.Language, text(d.ContentType), d.ContentHash, d.Bytes, d.Pages, len(passages), micros(d.UpdatedAt))
	if err != nil {
		return fmt.Errorf("writing a document: %w", err)
	}
	if db.pool != nil {
		return db.writePassages(ctx, t, d, passages)
	}
	return db.insertPassages(ctx, t, d, 0, passages)
}

// insertPassages writes passages of a document to SQLite, with ordinals from the first on.
func (db *DB) insertPassages(ctx context.Context, t transaction, d source.Document, first int, passages []passage.Passage) error {
	if len(passages) == 0 {
		return nil
	}
	insert, err := t.PrepareContext(ctx, "INSERT INTO passage ("+passageColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
	if err != nil {
		return fmt.Errorf("writing passages: %w", err)
	}
	defer insert.Close()
	for i, p := range passages {
		headings, err := json.Marshal(p.Headings)
		if err != nil {
			return fmt.Errorf("encoding headings: %w", err)
		}
		if _, err := insert.ExecContext(ctx, d.Workspace, d.Bot, d.ID, first+i, text(string(headings)), text(p.Text), p.Language, p.Page, text(p.Anchor), p.Analysed); err != nil {
			return fmt.Errorf("writing a passage: %w", err)
		}
	}
	return nil
}

const passageColumns = "workspace, bot, document, ordinal, headings, text, language, page, anchor, analysed"

// writePassages writes the passages of a document to PostgreSQL, many with each statement: who writes something else in
// the workspace may wait for the end, and one by one a manual of 40,000 takes a quarter of a minute.
func (db *DB) writePassages(ctx context.Context, t transaction, d source.Document, passages []passage.Passage) error {
	const atOnce = 500
	first := 0
	for some := range slices.Chunk(passages, atOnce) {
		var texts [4][]string // headings, text, language and anchor
		var pages []int
		var analysed [][]byte
		for _, p := range some {
			headings, err := json.Marshal(p.Headings)
			if err != nil {
				return fmt.Errorf("encoding headings: %w", err)
			}
			for n, s := range []string{string(headings), p.Text, p.Language, p.Anchor} {
				texts[n] = append(texts[n], text(s))
			}
			pages, analysed = append(pages, p.Page), append(analysed, p.Analysed)
		}
		_, err := t.ExecContext(ctx, `INSERT INTO passage (`+passageColumns+`)
			SELECT $1, $2, $3, $4 + one.ordinal, one.headings, one.text, one.language, one.page, one.anchor, one.analysed
			FROM unnest(CAST($5 AS TEXT[]), CAST($6 AS TEXT[]), CAST($7 AS TEXT[]), CAST($8 AS TEXT[]), CAST($9 AS BIGINT[]), CAST($10 AS BYTEA[])) WITH ORDINALITY
				AS one (headings, text, language, anchor, page, analysed, ordinal)`,
			d.Workspace, d.Bot, d.ID, first-1, texts[0], texts[1], texts[2], texts[3], pages, analysed)
		if err != nil {
			return fmt.Errorf("writing passages: %w", err)
		}
		first += len(some)
	}
	return nil
}

const documentColumns = "workspace, bot, source, id, address, title, language, content_type, content_hash, bytes, pages, passages, updated_at"

func scanDocument(r scanner) (d source.Document, err error) {
	var at int64
	err = r.Scan(&d.Workspace, &d.Bot, &d.Source, &d.ID, &d.Address, &d.Title, &d.Language, &d.ContentType, &d.ContentHash, &d.Bytes, &d.Pages, &d.Passages, &at)
	d.UpdatedAt = moment(at)
	return d, err
}

// Documents implements source.Store.
func (db *DB) Documents(ctx context.Context, ws, bot string, limit, offset int) ([]source.Document, error) {
	return rows(ctx, db, "SELECT "+documentColumns+" FROM document WHERE workspace = ? AND bot = ? AND "+standsThere+" ORDER BY address, id LIMIT ? OFFSET ?", []any{ws, bot, limit, offset}, scanDocument)
}

// Document implements source.Store.
func (db *DB) Document(ctx context.Context, ws, bot, id string) (source.Document, error) {
	return row(ctx, db, "document", "SELECT "+documentColumns+" FROM document WHERE workspace = ? AND bot = ? AND id = ? AND "+standsThere, []any{ws, bot, id}, scanDocument)
}

// Passages reads all passages of a bot with their stored analysis and the vectors in use, in the order of document and
// ordinal. Title and address are shared by the passages of a document. SQLite, which would sort all that they say, takes the
// tables of a CROSS JOIN in their order.
func (db *DB) Passages(ctx context.Context, ws, bot string) ([]passage.Passage, error) {
	var embedder string
	if err := db.read.QueryRowContext(ctx, db.q("SELECT embedder FROM bot WHERE workspace = ? AND id = ?"), ws, bot).Scan(&embedder); err != nil {
		return nil, fmt.Errorf("reading whose vectors are in use: %w", err)
	}
	type shared struct{ address, title string }
	documents := map[string]shared{}
	_, err := rows(ctx, db, "SELECT id, address, title FROM document WHERE workspace = ? AND bot = ?", []any{ws, bot}, func(r scanner) (struct{}, error) {
		var id string
		var s shared
		err := r.Scan(&id, &s.address, &s.title)
		documents[id] = s
		return struct{}{}, err
	})
	if err != nil {
		return nil, err
	}
	vector, joined, given := "NULL", "", []any{ws, bot}
	if embedder != "" {
		vector, joined, given = "v.body", " LEFT JOIN vector v ON v.workspace = p.workspace AND v.bot = p.bot AND v.document = p.document AND v.ordinal = p.ordinal AND v.embedder = ?", []any{embedder, ws, bot}
	}
	statement := "SELECT p.document, p.ordinal - document.first, p.headings, p.text, p.language, p.page, p.anchor, p.analysed, " + vector + `
		FROM passage p CROSS JOIN document` + joined + ` WHERE p.workspace = ? AND p.bot = ? AND document.workspace = p.workspace AND document.bot = p.bot AND document.id = p.document AND ` + known + `
		ORDER BY p.document, p.ordinal`
	return rows(ctx, db, statement, given, func(r scanner) (p passage.Passage, err error) {
		var headings []byte
		if err := r.Scan(&p.Document, &p.Ordinal, &headings, &p.Text, &p.Language, &p.Page, &p.Anchor, &p.Analysed, &p.Embedded); err != nil {
			return p, err
		}
		d := documents[p.Document]
		p.Address, p.Title = d.address, source.Called(d.title, d.address)
		p.ID = fmt.Sprintf("%s#%d", p.Document, p.Ordinal)
		if len(headings) > 2 && string(headings) != "null" {
			err = json.Unmarshal(headings, &p.Headings)
		}
		return p, err
	})
}

// AnalysedOtherwise reports whether an analysis is stored of a passage of the bot that does not begin with the stamp of a version. All
// are looked at, some 10 µs for each: after an update servers of two versions may have written side by side.
func (db *DB) AnalysedOtherwise(ctx context.Context, ws, bot string, stamp []byte) (otherwise bool, err error) {
	err = db.read.QueryRowContext(ctx, db.q("SELECT EXISTS (SELECT 1 FROM passage WHERE workspace = ? AND bot = ? AND (analysed IS NULL OR substr(analysed, 1, ?) <> ?))"),
		ws, bot, len(stamp), stamp).Scan(&otherwise)
	if err != nil {
		return false, fmt.Errorf("looking which version has analysed passages: %w", err)
	}
	return otherwise, nil
}

// PutAnalyses stores what was analysed of passages anew. Those that were replaced or removed meanwhile stay as they are, and
// unless over is set those, too, of which a later version of the program has stored an analysis: it begins with a greater
// number.
func (db *DB) PutAnalyses(ctx context.Context, ws, bot string, renewed []passage.Passage, over bool) error {
	statement := "UPDATE passage SET analysed = ?, language = ? WHERE workspace = ? AND bot = ? AND document = ? AND ordinal = " + inTable + " AND text = ?"
	if !over {
		statement += " AND (analysed IS NULL OR substr(analysed, 1, 1) <= ?)"
	}
	for some := range slices.Chunk(renewed, 500) { // others may write between
		err := db.txBeside(ctx, ws, func(t transaction) error {
			for _, p := range some {
				given := []any{p.Analysed, p.Language, ws, bot, p.Document, ws, bot, p.Document, p.Ordinal, text(p.Text)}
				if !over {
					given = append(given, p.Analysed[:1])
				}
				if _, err := t.ExecContext(ctx, db.q(statement), given...); err != nil {
					return fmt.Errorf("storing what was analysed: %w", err)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// PutBlob implements source.Store. A large file takes seconds to arrive on PostgreSQL. It does not share the lock of the
// workspace for that time, since everybody else would wait behind an erasure that waits for it. It needs not: it waits for
// nobody while it holds the one row that it writes, and without its source, which is the last of it to be erased, that row
// is not kept. What has arrived of it then lies in PostgreSQL's files all the same.
func (db *DB) PutBlob(ctx context.Context, b source.Blob) error {
	err := db.tx(ctx, func(t transaction) error {
		if err := db.stainWhere(ctx, t, "blob", "source = ? AND name = ? AND body <> ?", b.Workspace, b.Bot, b.Source, text(b.Name), bytesOf(b)); err != nil {
			return err
		}
		return db.insertBlob(ctx, t, b)
	})
	if !sourceless(err) {
		return err
	}
	if err := db.tx(ctx, func(t transaction) error { return db.stain(ctx, t, "blob") }); err != nil {
		return err
	}
	return problem.Missing("source")
}

// sourceless reports whether an error says that what a row belongs to is not there.
func sourceless(err error) bool {
	var lite *sqlite.Error
	return sqlState(err) == "23503" || errors.As(err, &lite) && lite.Code() == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
}

func (db *DB) insertBlob(ctx context.Context, x executor, b source.Blob) error {
	_, err := x.ExecContext(ctx, db.q(`INSERT INTO blob (workspace, bot, source, name, content_type, body) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (workspace, bot, source, name) DO UPDATE SET content_type = excluded.content_type, body = excluded.body`),
		b.Workspace, b.Bot, b.Source, text(b.Name), text(b.ContentType), bytesOf(b))
	if err != nil {
		return fmt.Errorf("writing a file: %w", err)
	}
	return nil
}

// bytesOf are the bytes of a file; of an empty one there are none, but it is there.
func bytesOf(b source.Blob) []byte {
	if b.Body == nil {
		return []byte{}
	}
	return b.Body
}

// Blob implements source.Store.
func (db *DB) Blob(ctx context.Context, ws, bot, src, name string) (source.Blob, error) {
	return row(ctx, db, "file", "SELECT workspace, bot, source, name, content_type, body FROM blob WHERE workspace = ? AND bot = ? AND source = ? AND name = ?",
		[]any{ws, bot, src, text(name)}, func(r scanner) (b source.Blob, err error) {
			err = r.Scan(&b.Workspace, &b.Bot, &b.Source, &b.Name, &b.ContentType, &b.Body)
			return b, err
		})
}

// DeleteBlob implements source.Store.
func (db *DB) DeleteBlob(ctx context.Context, ws, bot, src, name string) error {
	if _, err := db.takeOut(ctx, ws, "blob", "DELETE FROM blob WHERE workspace = ? AND bot = ? AND source = ? AND name = ?", ws, bot, src, text(name)); err != nil {
		return fmt.Errorf("deleting a file: %w", err)
	}
	return nil
}
