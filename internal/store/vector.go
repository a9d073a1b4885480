package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/embedding"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Unembedded implements embedding.Store. It looks over all workspaces.
func (db *DB) Unembedded(ctx context.Context) ([]bot.Bot, error) {
	return rows(ctx, db, `SELECT bot.workspace, bot.id, bot.public_id, bot.name, bot.created_at, bot.index_number, bot.embedder
		FROM bot JOIN bot_settings s ON s.workspace = bot.workspace AND s.bot = bot.id AND s.state = 'published'
		WHERE (s.embedder <> bot.embedder OR (s.embedder <> '' AND bot.embedded_index <> bot.index_number)) AND `+unerased, nil, scanBot)
}

// PassagesWithout implements embedding.Store.
func (db *DB) PassagesWithout(ctx context.Context, ws, botID, embedder string, limit int) ([]retrieve.Passage, error) {
	return rows(ctx, db, `SELECT p.document, p.ordinal, d.title, p.headings, p.text
		FROM passage p JOIN document d ON d.workspace = p.workspace AND d.bot = p.bot AND d.id = p.document
		WHERE p.workspace = ? AND p.bot = ? AND NOT EXISTS (
			SELECT 1 FROM vector v WHERE v.workspace = p.workspace AND v.bot = p.bot AND v.document = p.document AND v.ordinal = p.ordinal AND v.embedder = ?)
		ORDER BY p.document, p.ordinal LIMIT ?`, []any{ws, botID, text(embedder), limit}, func(r scanner) (p retrieve.Passage, err error) {
		var headings []byte
		if err := r.Scan(&p.Document, &p.Ordinal, &p.Title, &headings, &p.Text); err != nil {
			return p, err
		}
		return p, json.Unmarshal(headings, &p.Headings)
	})
}

// PutVectors implements embedding.Store.
func (db *DB) PutVectors(ctx context.Context, ws, botID, embedder string, vectors []embedding.Vector) error {
	return db.txBeside(ctx, ws, func(t transaction) error {
		for _, v := range vectors {
			err := t.QueryRowContext(ctx, db.q("SELECT 1 FROM passage WHERE workspace = ? AND bot = ? AND document = ? AND ordinal = ? AND text = ?"),
				ws, botID, v.Passage.Document, v.Passage.Ordinal, v.Passage.Text).Scan(new(int))
			if errors.Is(err, sql.ErrNoRows) {
				continue // read anew meanwhile
			}
			if err != nil {
				return fmt.Errorf("looking for the passage of a vector: %w", err)
			}
			_, err = t.ExecContext(ctx, db.q(`INSERT INTO vector (workspace, bot, document, ordinal, embedder, body) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (workspace, bot, document, ordinal, embedder) DO UPDATE SET body = excluded.body`),
				ws, botID, v.Passage.Document, v.Passage.Ordinal, text(embedder), append([]byte{}, v.Body...))
			if err != nil {
				return fmt.Errorf("writing a vector: %w", err)
			}
		}
		return nil
	})
}

// UseVectors implements embedding.Store.
func (db *DB) UseVectors(ctx context.Context, ws, botID, embedder string, index int64) (used bool, err error) {
	err = db.txBeside(ctx, ws, func(t transaction) error {
		err := t.QueryRowContext(ctx, db.q(`UPDATE bot SET embedder = ?, index_number = index_number + 1, embedded_index = index_number + 1
			WHERE workspace = ? AND id = ? AND index_number = ? RETURNING 1`), text(embedder), ws, botID, index).Scan(new(int))
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("noting the embedder in use: %w", err)
		}
		used = true
		if _, err := t.ExecContext(ctx, db.q("DELETE FROM vector WHERE workspace = ? AND bot = ? AND embedder <> ?"), ws, botID, text(embedder)); err != nil {
			return fmt.Errorf("deleting vectors of another model: %w", err)
		}
		return nil
	})
	return used, err
}

// VectorLength implements embedding.Store.
func (db *DB) VectorLength(ctx context.Context, ws, botID, embedder string) (int, error) {
	var body []byte
	err := db.read.QueryRowContext(ctx, db.q("SELECT body FROM vector WHERE workspace = ? AND bot = ? AND embedder = ? AND length(body) > 0 LIMIT 1"),
		ws, botID, text(embedder)).Scan(&body)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("reading a vector: %w", err)
	}
	return retrieve.VectorLength(embedder, body), nil
}

// DropVectors implements embedding.Store.
func (db *DB) DropVectors(ctx context.Context, ws, botID, embedder string) error {
	return db.txBeside(ctx, ws, func(t transaction) error {
		_, err := t.ExecContext(ctx, db.q("UPDATE bot SET embedder = '', index_number = index_number + 1 WHERE workspace = ? AND id = ? AND embedder = ?"), ws, botID, text(embedder))
		if err != nil {
			return fmt.Errorf("noting that vectors are not in use: %w", err)
		}
		if _, err := t.ExecContext(ctx, db.q("DELETE FROM vector WHERE workspace = ? AND bot = ? AND embedder = ?"), ws, botID, text(embedder)); err != nil {
			return fmt.Errorf("deleting vectors: %w", err)
		}
		return nil
	})
}

// DoubtVectors implements embedding.Store.
func (db *DB) DoubtVectors(ctx context.Context, ws, botID string) error {
	if _, err := db.write.ExecContext(ctx, db.q("UPDATE bot SET embedded_index = -1 WHERE workspace = ? AND id = ?"), ws, botID); err != nil {
		return fmt.Errorf("noting that vectors are to be looked at: %w", err)
	}
	return nil
}
