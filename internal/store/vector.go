package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/embedding"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Unembedded implements embedding.Store. It looks over all workspaces.
func (db *DB) Unembedded(ctx context.Context) ([]bot.Bot, error) {
	return rows(ctx, db, "SELECT "+botColumns+`
		FROM bot JOIN bot_settings s ON s.workspace = bot.workspace AND s.bot = bot.id AND s.state = 'published'
		WHERE (s.embedder <> bot.embedder OR (s.embedder <> '' AND bot.embedded_index <> bot.index_number)) AND `+unerased, nil, scanBot)
}

// PassagesWithout implements embedding.Store.
func (db *DB) PassagesWithout(ctx context.Context, ws, botID, embedder string, limit int) ([]passage.Passage, error) {
	return rows(ctx, db, `SELECT p.document, p.ordinal - document.first, document.title, p.headings, p.text
		FROM passage p JOIN document ON document.workspace = p.workspace AND document.bot = p.bot AND document.id = p.document
		WHERE p.workspace = ? AND p.bot = ? AND `+known+` AND NOT EXISTS (
			SELECT 1 FROM vector v WHERE v.workspace = p.workspace AND v.bot = p.bot AND v.document = p.document AND v.ordinal = p.ordinal AND v.embedder = ?)
		ORDER BY p.document, p.ordinal LIMIT ?`, []any{ws, botID, text(embedder), limit}, func(r scanner) (p passage.Passage, err error) {
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
			var ordinal int
			err := t.QueryRowContext(ctx, db.q("SELECT ordinal FROM passage WHERE workspace = ? AND bot = ? AND document = ? AND ordinal = "+inTable+" AND text = ?"),
				ws, botID, v.Passage.Document, ws, botID, v.Passage.Document, v.Passage.Ordinal, v.Passage.Text).Scan(&ordinal)
			if errors.Is(err, sql.ErrNoRows) {
				continue // read anew meanwhile
			}
			if err != nil {
				return fmt.Errorf("looking for the passage of a vector: %w", err)
			}
			_, err = t.ExecContext(ctx, db.q(`INSERT INTO vector (workspace, bot, document, ordinal, embedder, body) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (workspace, bot, document, ordinal, embedder) DO UPDATE SET body = excluded.body`),
				ws, botID, v.Passage.Document, ordinal, text(embedder), append([]byte{}, v.Body...))
			if err != nil {
				return fmt.Errorf("writing a vector: %w", err)
			}
		}
		return nil
	})
}

// UseVectors implements embedding.Store. Vectors of a bot with tens of thousands of passages take seconds to be deleted, so
// they go in parts, and whoever comes after a crash in between finds the bot listed by Unembedded and goes on.
func (db *DB) UseVectors(ctx context.Context, ws, botID, embedder string, index int64) (used bool, err error) {
	if embedder == "" { // as long as another one is named there is something to do, and if that one is wanted again, too
		if err := db.DoubtVectors(ctx, ws, botID); err != nil {
			return false, err
		}
		if err := db.deleteVectors(ctx, ws, botID, "embedder <> ?", ""); err != nil {
			return false, err
		}
	}
	err = db.write.QueryRowContext(ctx, db.q(`UPDATE bot SET embedder = ?, index_number = index_number + 1, embedded_index = ?
		WHERE workspace = ? AND id = ? AND index_number = ? RETURNING 1`), text(embedder), doubtful, ws, botID, index).Scan(new(int))
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("noting the embedder in use: %w", err)
	}
	if err := db.deleteVectors(ctx, ws, botID, "embedder <> ?", embedder); err != nil {
		return true, err
	}
	if _, err := db.write.ExecContext(ctx, db.q("UPDATE bot SET embedded_index = index_number WHERE workspace = ? AND id = ? AND embedder = ? AND index_number = ?"), ws, botID, text(embedder), index+1); err != nil {
		return true, fmt.Errorf("noting that vectors are complete: %w", err)
	}
	return true, nil
}

// doubtful stands where the number of the index stands for which a bot's vectors are complete.
const doubtful = -1

// deleteVectors deletes those vectors of a bot for which something holds, in parts.
func (db *DB) deleteVectors(ctx context.Context, ws, botID, such, embedder string) error {
	part := pace{rows: 100}
	err := part.each(ctx, db, ws, func(t transaction, n int) (int, error) {
		return db.changed(ctx, t, "DELETE FROM vector WHERE "+db.these("vector", "workspace = ? AND bot = ? AND "+such+" LIMIT ?"), ws, botID, text(embedder), n)
	})
	if err != nil {
		return fmt.Errorf("deleting vectors: %w", err)
	}
	return nil
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
	_, err := db.write.ExecContext(ctx, db.q("UPDATE bot SET embedder = '', index_number = index_number + 1 WHERE workspace = ? AND id = ? AND embedder = ?"), ws, botID, text(embedder))
	if err != nil {
		return fmt.Errorf("noting that vectors are not in use: %w", err)
	}
	return db.deleteVectors(ctx, ws, botID, "embedder = ?", embedder)
}

// DoubtVectors implements embedding.Store.
func (db *DB) DoubtVectors(ctx context.Context, ws, botID string) error {
	if _, err := db.write.ExecContext(ctx, db.q("UPDATE bot SET embedded_index = ? WHERE workspace = ? AND id = ?"), doubtful, ws, botID); err != nil {
		return fmt.Errorf("noting that vectors are to be looked at: %w", err)
	}
	return nil
}
