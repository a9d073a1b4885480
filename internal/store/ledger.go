package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/token"
)

// Record implements egress.Ledger. What goes to a model is on disk before Record returns; the
// fetches of the crawler, thousands of which may come in a minute and which carry nobody's data,
// are written every second.
func (db *DB) Record(ctx context.Context, t egress.Transfer) error {
	if t.Purpose == egress.Crawl {
		db.crawled.Lock()
		defer db.crawled.Unlock()
		db.buffered = append(db.buffered, t)
		return nil
	}
	return insertTransfer(ctx, db, db.write, t)
}

func insertTransfer(ctx context.Context, db *DB, x executor, t egress.Transfer) error {
	categories, err := json.Marshal(t.Categories)
	if err != nil {
		return fmt.Errorf("encoding categories: %w", err)
	}
	_, err = x.ExecContext(ctx, db.q(`INSERT INTO transfer (workspace, bot, id, at, purpose, legal_basis, answer, source, recipient, region, method, path, categories, bytes_out, bytes_in, status, error, duration, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
		t.Workspace, t.Bot, token.ID("tr"), micros(t.Time), string(t.Purpose), text(t.LegalBasis), t.Answer, t.Source, text(t.Recipient), text(t.Region),
		t.Method, text(t.Path), string(categories), t.BytesOut, t.BytesIn, t.Status, text(t.Error), t.Duration.Microseconds(), t.Body)
	if err != nil {
		return fmt.Errorf("writing the ledger: %w", err)
	}
	return nil
}

// flushCrawled writes the crawler's transfers every second until ctx ends, then the last ones.
func (db *DB) flushCrawled(ctx context.Context) {
	defer close(db.flushed)
	beat := time.NewTicker(time.Second)
	defer beat.Stop()
	for {
		select {
		case <-beat.C:
			db.flush(context.WithoutCancel(ctx))
		case <-ctx.Done():
			db.flush(context.WithoutCancel(ctx))
			return
		}
	}
}

func (db *DB) flush(ctx context.Context) {
	db.crawled.Lock()
	batch := db.buffered
	db.buffered = nil
	db.crawled.Unlock()
	if len(batch) == 0 {
		return
	}
	err := db.tx(ctx, func(t *sql.Tx) error {
		for _, one := range batch {
			if err := insertTransfer(ctx, db, t, one); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		db.log.Error("writing the crawler's part of the ledger", "transfers", len(batch), "error", err)
	}
}

// Transfers reads what left the server for an answer, oldest first.
func (db *DB) Transfers(ctx context.Context, ws, bot, answer string) ([]egress.Transfer, error) {
	return rows(ctx, db, `SELECT workspace, bot, at, purpose, legal_basis, answer, source, recipient, region, method, path, categories, bytes_out, bytes_in, status, error, duration, body
		FROM transfer WHERE workspace = ? AND bot = ? AND answer = ? ORDER BY at, id`, []any{ws, bot, text(answer)}, func(r scanner) (t egress.Transfer, err error) {
		var at, duration int64
		var categories string
		if err := r.Scan(&t.Workspace, &t.Bot, &at, &t.Purpose, &t.LegalBasis, &t.Answer, &t.Source, &t.Recipient, &t.Region, &t.Method, &t.Path, &categories,
			&t.BytesOut, &t.BytesIn, &t.Status, &t.Error, &duration, &t.Body); err != nil {
			return t, err
		}
		t.Time, t.Duration = moment(at), time.Duration(duration)*time.Microsecond
		return t, json.Unmarshal([]byte(categories), &t.Categories)
	})
}
