package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/webchatagent/wca/internal/egress"
)

const transferColumns = "workspace, bot, id, at, purpose, legal_basis, answer, source, recipient, region, method, path, categories, bytes_out, bytes_in, status, error, duration"

func scanTransfer(r scanner, bodies ...any) (t egress.Transfer, err error) {
	var at, duration int64
	var categories string
	into := []any{&t.Workspace, &t.Bot, &t.ID, &at, &t.Purpose, &t.LegalBasis, &t.Answer, &t.Source, &t.Recipient, &t.Region, &t.Method, &t.Path, &categories,
		&t.BytesOut, &t.BytesIn, &t.Status, &t.Error, &duration}
	if err := r.Scan(append(into, bodies...)...); err != nil {
		return t, err
	}
	t.Time, t.Duration = moment(at), time.Duration(duration)*time.Microsecond
	t.Categories = map[string]int{} // nothing replaced is no null
	if categories == "null" {
		return t, nil
	}
	return t, json.Unmarshal([]byte(categories), &t.Categories)
}

// Transfers reads what left the server for an answer, oldest first; of a restricted session counts
// only.
func (db *DB) Transfers(ctx context.Context, ws, bot, answer string) ([]egress.Transfer, error) {
	if err := db.Flush(ctx); err != nil { // who looks right after an answer sees all that was sent for it
		return nil, err
	}
	hidden, err := db.restricts(ctx, ws, bot, answer)
	if err != nil {
		return nil, err
	}
	return rows(ctx, db, "SELECT "+transferColumns+", body, returned FROM transfer WHERE workspace = ? AND bot = ? AND answer = ? ORDER BY at, id",
		[]any{ws, bot, text(answer)}, func(r scanner) (egress.Transfer, error) {
			var body, returned []byte
			t, err := scanTransfer(r, &body, &returned)
			if !hidden {
				t.Body, t.Returned = body, returned
			}
			return t, err
		})
}

// Ledger lists what left the server for a workspace, the latest first, without bodies.
func (db *DB) Ledger(ctx context.Context, ws string, f egress.Filter, limit, offset int) ([]egress.Transfer, error) {
	if err := db.Flush(ctx); err != nil {
		return nil, err
	}
	where, args := ledgerWhere(ws, f)
	return rows(ctx, db, "SELECT "+transferColumns+" FROM transfer WHERE "+where+" ORDER BY at DESC, id LIMIT ? OFFSET ?", append(args, limit, offset),
		func(r scanner) (egress.Transfer, error) { return scanTransfer(r) })
}

// LedgerSums adds up what left for a workspace since a time, by purpose and recipient.
func (db *DB) LedgerSums(ctx context.Context, ws string, f egress.Filter, since time.Time) ([]egress.Sum, error) {
	if err := db.Flush(ctx); err != nil {
		return nil, err
	}
	where, args := ledgerWhere(ws, f)
	return rows(ctx, db, `SELECT purpose, recipient, region, COUNT(*), CAST(SUM(bytes_out) AS BIGINT), CAST(SUM(bytes_in) AS BIGINT), MAX(at) FROM transfer
		WHERE `+where+" AND at >= ? GROUP BY purpose, recipient, region ORDER BY purpose DESC, COUNT(*) DESC, recipient LIMIT 200", append(args, micros(since)),
		scanSum)
}

func scanSum(r scanner) (s egress.Sum, err error) {
	var last int64
	err = r.Scan(&s.Purpose, &s.Recipient, &s.Region, &s.Transfers, &s.BytesOut, &s.BytesIn, &last)
	s.Last = moment(last)
	return s, err
}

// SentFor adds up what left for the answers of a session, by purpose and recipient, the earliest first.
func (db *DB) SentFor(ctx context.Context, ws, bot, session string) ([]egress.Sum, error) {
	if err := db.Flush(ctx); err != nil { // who looks right after an answer is told of it
		return nil, err
	}
	return rows(ctx, db, `SELECT purpose, recipient, region, COUNT(*), CAST(SUM(bytes_out) AS BIGINT), CAST(SUM(bytes_in) AS BIGINT), MAX(at) FROM transfer
		WHERE workspace = ? AND bot = ? AND answer IN (SELECT id FROM message WHERE workspace = ? AND bot = ? AND session = ?)
		GROUP BY purpose, recipient, region ORDER BY MIN(at), recipient LIMIT 200`, []any{ws, bot, ws, bot, session}, scanSum)
}

func ledgerWhere(ws string, f egress.Filter) (where string, args []any) {
	where, args = "workspace = ?", []any{ws}
	if f.Bot != "" {
		where, args = where+" AND bot = ?", append(args, text(f.Bot))
	}
	if f.Purpose != "" {
		where, args = where+" AND purpose = ?", append(args, text(string(f.Purpose)))
	}
	return where, args
}
