package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// StartRun implements source.Store.
func (db *DB) StartRun(ctx context.Context, ws, bot, id string, run int64) error {
	_, err := db.write.ExecContext(ctx, db.q("UPDATE page SET state = 'pending', effect = '' WHERE workspace = ? AND bot = ? AND source = ? AND run < ?"), ws, bot, id, run)
	if err != nil {
		return fmt.Errorf("starting a run: %w", err)
	}
	return nil
}

// ForgetPages implements source.Store.
func (db *DB) ForgetPages(ctx context.Context, ws, bot, id string) error {
	return db.txBeside(ctx, ws, func(t transaction) error {
		if err := db.stain(ctx, t, "page"); err != nil {
			return err
		}
		for _, statement := range []string{
			"DELETE FROM page WHERE workspace = ? AND bot = ? AND source = ? AND state = 'gone' AND effect <> 'kept'",
			"UPDATE page SET etag = '', last_modified = '', content_hash = '' WHERE workspace = ? AND bot = ? AND source = ?",
			"UPDATE source SET left_by_pages = 0, left_by_depth = 0 WHERE workspace = ? AND bot = ? AND id = ?",
		} {
			if _, err := t.ExecContext(ctx, db.q(statement), ws, bot, id); err != nil {
				return fmt.Errorf("forgetting pages: %w", err)
			}
		}
		return nil
	})
}

// AddPages implements source.Store.
func (db *DB) AddPages(ctx context.Context, pages []source.Page) (added int, err error) {
	if len(pages) == 0 {
		return 0, nil
	}
	err = db.txBeside(ctx, pages[0].Workspace, func(t transaction) error {
		added, err = db.insertPages(ctx, t, pages)
		return err
	})
	return added, err
}

func (db *DB) insertPages(ctx context.Context, t transaction, pages []source.Page) (added int, err error) {
	if len(pages) == 0 {
		return 0, nil
	}
	insert, err := t.PrepareContext(ctx, db.q(`INSERT INTO page (workspace, bot, source, address, depth, state, run)
		VALUES (?, ?, ?, ?, ?, 'pending', ?) ON CONFLICT (workspace, bot, source, address) DO NOTHING`))
	if err != nil {
		return 0, fmt.Errorf("adding pages: %w", err)
	}
	defer insert.Close()
	for _, p := range pages {
		result, err := insert.ExecContext(ctx, p.Workspace, p.Bot, p.Source, text(p.Address), p.Depth, p.Run)
		if err != nil {
			return added, fmt.Errorf("adding a page: %w", err)
		}
		n, err := result.RowsAffected()
		if err != nil {
			return added, fmt.Errorf("adding a page: %w", err)
		}
		added += int(n)
	}
	return added, nil
}

// UnknownAddresses implements source.Store.
func (db *DB) UnknownAddresses(ctx context.Context, ws, bot, id string, addresses []string) ([]string, error) {
	known := map[string]bool{}
	const atOnce = 100
	for part := range slices.Chunk(addresses, atOnce) {
		given := []any{ws, bot, id}
		for i := range atOnce { // always as many, so that it is one statement, which connections keep
			given = append(given, text(part[min(i, len(part)-1)]))
		}
		found, err := rows(ctx, db, "SELECT address FROM page WHERE workspace = ? AND bot = ? AND source = ? AND address IN (?"+strings.Repeat(", ?", atOnce-1)+")", given,
			func(r scanner) (a string, err error) {
				err = r.Scan(&a)
				return a, err
			})
		if err != nil {
			return nil, err
		}
		for _, a := range found {
			known[a] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(addresses), func(a string) bool { return known[text(a)] }), nil
}

const pageColumns = "workspace, bot, source, address, depth, state, status, code, reason, etag, last_modified, content_hash, run, at, effect, said"

func scanPage(r scanner) (p source.Page, err error) {
	var at int64
	var said string
	err = r.Scan(&p.Workspace, &p.Bot, &p.Source, &p.Address, &p.Depth, &p.State, &p.Status, &p.Code, &p.Reason, &p.ETag, &p.LastModified, &p.ContentHash, &p.Run, &at, &p.Effect, &said)
	p.At = moment(at)
	if err == nil && said != "" {
		err = json.Unmarshal([]byte(said), &p.Said)
	}
	return p, err
}

// PendingPages implements source.Store.
func (db *DB) PendingPages(ctx context.Context, ws, bot, id string, n int) ([]source.Page, error) {
	return rows(ctx, db, "SELECT "+pageColumns+` FROM page WHERE workspace = ? AND bot = ? AND source = ? AND state = 'pending'
		ORDER BY depth, address LIMIT ?`, []any{ws, bot, id, n}, scanPage)
}

// Pages implements source.Store.
func (db *DB) Pages(ctx context.Context, ws, bot, id string, some source.Some) ([]source.Page, error) {
	of, order, given := "", "address", []any{ws, bot, id}
	if some.Effect != "" {
		of, order, given = " AND effect = ?", "depth, address", append(given, string(some.Effect))
	}
	if some.State != "" {
		of, given = of+" AND state = ?", append(given, string(some.State))
	}
	return rows(ctx, db, "SELECT "+pageColumns+" FROM page WHERE workspace = ? AND bot = ? AND source = ?"+of+" ORDER BY "+order+" LIMIT ? OFFSET ?",
		append(given, some.Limit, some.Offset), scanPage)
}

// FinishPage implements source.Store.
func (db *DB) FinishPage(ctx context.Context, p source.Page, doc *source.Document, passages []passage.Passage) (effect source.Effect, err error) {
	said := ""
	if len(p.Said) > 0 {
		list, err := json.Marshal(p.Said)
		if err != nil {
			return "", fmt.Errorf("writing down why a page is not read: %w", err)
		}
		said = text(string(list))
	}
	var rest []emptied
	staged, err := db.stage(ctx, p, doc, passages)
	if err != nil {
		return "", err
	}
	err = db.txBeside(ctx, p.Workspace, func(t transaction) error {
		if err := db.stillHeld(ctx, t, p); err != nil {
			return err
		}
		if err := db.stillWanted(ctx, t, p, doc); err != nil {
			return err
		}
		if effect, err = db.effect(ctx, t, p, doc); err != nil {
			return err
		}
		err := one(ctx, db, t, "page", `UPDATE page SET state = ?, status = ?, code = ?, said = ?, reason = ?, etag = ?, last_modified = ?, content_hash = ?, run = ?, at = ?, effect = ?
			WHERE workspace = ? AND bot = ? AND source = ? AND address = ?`,
			string(p.State), p.Status, p.Code, said, text(p.Reason), text(p.ETag), text(p.LastModified), p.ContentHash, p.Run, micros(p.At), string(effect),
			p.Workspace, p.Bot, p.Source, text(p.Address))
		if err != nil {
			return err
		}
		if effect == source.Changed || effect == source.Removed {
			if err := db.stain(ctx, t, learned...); err != nil {
				return err
			}
		}
		switch {
		case staged.underway():
			return db.useStaged(ctx, t, *doc, staged)
		case doc != nil:
			return db.replaceDocument(ctx, t, *doc, passages)
		}
		if effect == source.Removed {
			rest, err = db.dropDocuments(ctx, t, "workspace = ? AND bot = ? AND source = ? AND address = ?", p.Workspace, p.Bot, p.Source, text(p.Address))
		}
		return err
	})
	if err == nil {
		db.settleEmptied(ctx, rest)
	}
	if err == nil && staged.underway() {
		if err := db.settle(ctx, p.Workspace, p.Bot, doc.ID, staged.at, staged.new); err != nil { // it is written all the same
			db.log.Warn("former passages of a document are deleted later", "error", err)
		}
	}
	return effect, err
}

// stillHeld fails where another than the page's holder has its source.
func (db *DB) stillHeld(ctx context.Context, t transaction, p source.Page) error {
	if p.Holder == "" {
		return nil
	}
	var holder string
	err := t.QueryRowContext(ctx, db.q("SELECT holder FROM source WHERE workspace = ? AND bot = ? AND id = ?"), p.Workspace, p.Bot, p.Source).Scan(&holder)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return problem.Missing("source")
	case err != nil:
		return fmt.Errorf("looking who has the source: %w", err)
	case holder != p.Holder:
		return source.ErrLost
	}
	return nil
}

// effect says what finishing a page is to its document. A page that is finished a second time in a run, as part
// of a circle, has lost its document in that run all the same.
func (db *DB) effect(ctx context.Context, t transaction, p source.Page, doc *source.Document) (source.Effect, error) {
	var documents int
	err := t.QueryRowContext(ctx, db.q("SELECT COUNT(*) FROM document WHERE workspace = ? AND bot = ? AND source = ? AND address = ? AND NOT "+unwritten),
		p.Workspace, p.Bot, p.Source, text(p.Address)).Scan(&documents)
	if err != nil {
		return "", fmt.Errorf("looking for the former document: %w", err)
	}
	leaves := p.State == source.PageGone || p.State == source.PageSkipped
	switch {
	case doc != nil && documents > 0:
		return source.Changed, nil
	case doc != nil:
		return source.New, nil
	case documents > 0 && p.State == source.PageUnchanged:
		return source.Unchanged, nil
	case documents > 0 && leaves && p.Keep:
		return source.Kept, nil
	case documents > 0 && leaves:
		return source.Removed, nil
	}
	var before string
	err = t.QueryRowContext(ctx, db.q("SELECT effect FROM page WHERE workspace = ? AND bot = ? AND source = ? AND address = ?"),
		p.Workspace, p.Bot, p.Source, text(p.Address)).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("looking what became of a page before: %w", err)
	}
	if source.Effect(before) == source.Removed {
		return source.Removed, nil
	}
	return "", nil
}

// RemoveKept implements source.Store. Documents go some at a time, each with its mark: after a crash the rest is still marked.
func (db *DB) RemoveKept(ctx context.Context, ws, bot, id string) (n int, err error) {
	part := pace{rows: 10}
	var rest []emptied
	err = part.each(ctx, db, ws, func(t transaction, most int) (int, error) {
		some, emptied, err := db.removeKept(ctx, t, ws, bot, id, most)
		n, rest = n+some, append(rest, emptied...)
		return some, err
	})
	if err == nil {
		db.settleEmptied(ctx, rest)
	}
	return n, err
}

func (db *DB) removeKept(ctx context.Context, t transaction, ws, bot, id string, most int) (n int, rest []emptied, err error) {
	addresses, err := db.listed(ctx, t, "SELECT address FROM page WHERE workspace = ? AND bot = ? AND source = ? AND effect = 'kept' LIMIT ?", ws, bot, id, most)
	if err != nil {
		return 0, nil, fmt.Errorf("looking for pages that are kept: %w", err)
	}
	if len(addresses) == 0 {
		return 0, nil, nil
	}
	list, err := json.Marshal(addresses)
	if err != nil {
		return 0, nil, err
	}
	of := "workspace = ? AND bot = ? AND source = ? AND " + db.among("address")
	if rest, err = db.dropDocuments(ctx, t, of, ws, bot, id, string(list)); err != nil {
		return 0, nil, err
	}
	if n, err = db.changed(ctx, t, "UPDATE page SET effect = 'removed' WHERE "+of, ws, bot, id, string(list)); err != nil {
		return n, nil, fmt.Errorf("noting which documents were removed: %w", err)
	}
	return n, rest, db.stain(ctx, t, learned...)
}
