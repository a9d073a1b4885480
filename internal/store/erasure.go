package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
)

// standing says, for each kind of subject, in which column its bot stands and in which since when it has
// stood there. The table is named as the kind. A document is no older than its source, though another server may have
// written it by another clock.
var standing = map[erasure.Kind]struct{ bot, since string }{
	erasure.Session: {"bot", "created_at"},
	erasure.Contact: {"bot", "at"},
	erasure.Document: {"bot", `COALESCE((SELECT CASE WHEN source.created_at > document.updated_at THEN source.created_at ELSE document.updated_at END
		FROM source WHERE source.workspace = document.workspace AND source.bot = document.bot AND source.id = document.source), document.updated_at)`},
	erasure.Source:    {"bot", "created_at"},
	erasure.Bot:       {"id", "created_at"},
	erasure.Workspace: {"''", "created_at"},
}

// ofWorkspace is the condition that rows of a kind belong to a workspace, and with its bots first, as in the
// primary key, that they are found by their id.
func ofWorkspace(kind erasure.Kind, ws string) (where string, given []any) {
	switch kind {
	case erasure.Workspace:
		return "id = ?", []any{ws}
	case erasure.Bot:
		return "workspace = ?", []any{ws}
	}
	return "workspace = ? AND bot IN (SELECT id FROM bot WHERE workspace = ?)", []any{ws, ws}
}

// Locate implements erasure.Store.
func (db *DB) Locate(ctx context.Context, ws string, kind erasure.Kind, id string) (erasure.Subject, time.Time, error) {
	s := erasure.Subject{Workspace: ws, Kind: kind, ID: id}
	columns, ok := standing[kind]
	if !ok {
		return s, time.Time{}, problem.New(problem.Invalid, "kind_unknown", "Only a session, its contact data, a document, a source, a bot or a workspace can be erased, no %q.", kind)
	}
	where, given := ofWorkspace(kind, ws)
	since, err := row(ctx, db, string(kind), "SELECT "+columns.bot+", "+columns.since+" FROM "+string(kind)+" WHERE "+where+" AND id = ?", append(given, text(id)), func(r scanner) (t time.Time, err error) {
		var at int64
		err = r.Scan(&s.Bot, &at)
		return moment(at), err
	})
	return s, since, err
}

// Named implements erasure.Store.
func (db *DB) Named(ctx context.Context, ws string, kind erasure.Kind, ids map[string]string) error {
	if _, ok := standing[kind]; !ok {
		return nil
	}
	for id, err := range db.IDs(ctx, ws, kind) {
		if err != nil {
			return err
		}
		if hash := erasure.Hash(id); ids[hash] == "" {
			if _, sought := ids[hash]; sought {
				ids[hash] = id
			}
		}
	}
	return nil
}

// IDs implements erasure.Store.
func (db *DB) IDs(ctx context.Context, ws string, kind erasure.Kind) iter.Seq2[string, error] {
	where, given := ofWorkspace(kind, ws)
	return stream(ctx, db, "SELECT id FROM "+string(kind)+" WHERE "+where, given, func(r scanner) (id string, err error) {
		err = r.Scan(&id)
		return id, err
	})
}

// place is where rows of a subject stand.
type place struct {
	table, where string
	given        []any
	own          bool // the subject's own row
}

// places finds all tables with rows of a subject by their columns: a table that a later version
// adds is covered without being named here.
func (db *DB) places(ctx context.Context, x querier, s erasure.Subject) ([]place, error) {
	tables, err := db.tables(ctx, x)
	if err != nil {
		return nil, err
	}
	var places []place
	for table, columns := range tables {
		has := func(names ...string) bool {
			return !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(columns, n) })
		}
		p := place{table: table}
		switch {
		case table == "erasure", table == "erasing": // the receipts, the marks
		case table == string(s.Kind) && s.Kind == erasure.Workspace:
			p.where, p.given, p.own = "id = ?", []any{s.ID}, true
		case table == string(s.Kind):
			p.where, p.given, p.own = "workspace = ? AND id = ?", []any{s.Workspace, s.ID}, true
		case s.Kind == erasure.Workspace && has("workspace"):
			p.where, p.given = "workspace = ?", []any{s.Workspace}
		case s.Kind == erasure.Bot && has("workspace", "bot"):
			p.where, p.given = "workspace = ? AND bot = ?", []any{s.Workspace, s.Bot}
		case has("workspace", "bot", string(s.Kind)):
			p.where, p.given = "workspace = ? AND bot = ? AND "+string(s.Kind)+" = ?", []any{s.Workspace, s.Bot, s.ID}
		case s.Kind == erasure.Source && has("workspace", "bot", "document"):
			p.where, p.given = "workspace = ? AND bot = ? AND document IN (SELECT id FROM document WHERE workspace = ? AND bot = ? AND source = ?)",
				[]any{s.Workspace, s.Bot, s.Workspace, s.Bot, s.ID}
		}
		if p.where != "" {
			places = append(places, p)
		}
	}
	if p := jobs(s); p.where != "" && tables[p.table] != nil {
		places = append(places, p)
	}
	// The subject's own row goes last, before it what others are found by or would go with.
	slices.SortFunc(places, func(a, b place) int { return a.rank() - b.rank() })
	return places, nil
}

// rankDocument is from where on rows are those that others are found by, or go with.
const rankDocument = 2

func (p place) rank() int {
	switch {
	case p.own:
		return 5
	case p.table == "passage":
		return 1
	case p.table == "document":
		return rankDocument
	case p.table == "session", p.table == "source":
		return 3
	case p.table == "bot":
		return 4
	}
	return 0
}

// jobs are those of the queue that wait for their turn or are over. A running one ends by itself
// when it finds nothing, and names only ids.
func jobs(s erasure.Subject) place {
	p := place{table: "river_job"}
	switch s.Kind {
	case erasure.Source:
		p.where, p.given = "args ->> 'Workspace' = ? AND args ->> 'Bot' = ? AND args ->> 'Subject' = ?", []any{s.Workspace, s.Bot, s.ID}
	case erasure.Bot:
		p.where, p.given = "args ->> 'Workspace' = ? AND args ->> 'Bot' = ?", []any{s.Workspace, s.Bot}
	case erasure.Workspace:
		p.where, p.given = "args ->> 'Workspace' = ?", []any{s.Workspace}
	default:
		return p
	}
	p.where += " AND state <> 'running'"
	return p
}

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// tables lists the columns of all tables.
func (db *DB) tables(ctx context.Context, x querier) (map[string][]string, error) {
	if db.pool != nil {
		return parted(ctx, x, "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()")
	}
	return parted(ctx, x, "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'")
}

// count counts the rows of places, by table; tables without any are left out.
func (db *DB) count(ctx context.Context, x querier, places []place) (map[string]int, error) {
	counts := map[string]int{}
	for _, p := range places {
		var n int
		if err := x.QueryRowContext(ctx, db.q("SELECT COUNT(*) FROM "+p.table+" WHERE "+p.where), p.given...).Scan(&n); err != nil {
			return nil, fmt.Errorf("counting rows of %s: %w", p.table, err)
		}
		if n > 0 {
			counts[p.table] = n
		}
	}
	return counts, nil
}

// Erase implements erasure.Store.
func (db *DB) Erase(ctx context.Context, s erasure.Subject, r erasure.Receipt) (counts map[string]int, err error) {
	if err := db.Flush(ctx); err != nil { // what the ledger would write in a second must not come after
		return nil, err
	}
	large, err := db.isLarge(ctx, s)
	if err != nil {
		return nil, err
	}
	var since time.Time
	if large {
		if since, err = db.eraseParts(ctx, s, r); err != nil {
			return nil, err
		}
	}
	return db.eraseRest(ctx, s, r, since)
}

// eraseRest erases what is left of a subject, usually all, and writes the receipt. Conversations without a message
// since the time were looked at before.
func (db *DB) eraseRest(ctx context.Context, s erasure.Subject, r erasure.Receipt, since time.Time) (counts map[string]int, err error) {
	err = db.txAlone(ctx, s.Workspace, func(t transaction) error {
		if err := db.arrived(ctx, t, s); err != nil {
			return err
		}
		places, err := db.places(ctx, t, s)
		if err != nil {
			return err
		}
		emptied, err := db.emptyCopies(ctx, t, s, since)
		if err != nil {
			return err
		}
		if counts, err = db.count(ctx, t, places); err != nil {
			return err
		}
		before, err := db.erasedSoFar(ctx, t, s)
		if err != nil {
			return err
		}
		for _, more := range []map[string]int{emptied, before} {
			for name, n := range more {
				if n > 0 {
					counts[name] += n
				}
			}
		}
		for _, p := range places {
			n, err := db.changed(ctx, t, "DELETE FROM "+p.table+" WHERE "+p.where, p.given...)
			if err != nil {
				return fmt.Errorf("erasing rows of %s: %w", p.table, err)
			}
			if p.own && n == 0 {
				return problem.Missing(string(s.Kind))
			}
		}
		if s.Kind == erasure.Document || s.Kind == erasure.Source {
			if err := raise(ctx, db, t, s.Workspace, s.Bot); err != nil {
				return err
			}
		}
		if err := db.unmark(ctx, t, s); err != nil {
			return err
		}
		r.Counts = counts
		return db.putErasure(ctx, t, r)
	})
	return counts, err
}

// arrived waits for the files that are written to the sources of a subject at this moment, beside the lock of the workspace
// (PutBlob), and lets no further one in: else one might go with its source without being counted, and its table would not be
// cleaned.
func (db *DB) arrived(ctx context.Context, t transaction, s erasure.Subject) error {
	if db.pool == nil { // there is one writer only
		return nil
	}
	where, given := "workspace = ?", []any{s.Workspace}
	switch s.Kind {
	case erasure.Workspace:
	case erasure.Bot:
		where, given = where+" AND bot = ?", append(given, s.ID)
	case erasure.Source:
		where, given = where+" AND bot = ? AND id = ?", append(given, s.Bot, s.ID)
	default:
		return nil
	}
	_, err := db.changed(ctx, t, "SELECT 1 FROM source WHERE "+where+" ORDER BY bot, id FOR UPDATE", given...)
	return err
}

// Remaining implements erasure.Store. Rows whose document is gone count, too: nothing would find
// them by their source any more. Jobs are not counted but removed, as often as one looks.
func (db *DB) Remaining(ctx context.Context, s erasure.Subject) (map[string]int, error) {
	places, err := db.places(ctx, db.write, s)
	if err != nil {
		return nil, err
	}
	if s.Kind == erasure.Source || s.Kind == erasure.Document {
		for _, table := range []string{"passage", "vector"} {
			places = append(places, place{table: table, given: []any{s.Workspace, s.Bot, s.Workspace, s.Bot},
				where: "workspace = ? AND bot = ? AND document NOT IN (SELECT id FROM document WHERE workspace = ? AND bot = ?)"})
		}
	}
	waiting := jobs(s)
	if n := slices.IndexFunc(places, func(p place) bool { return p.table == waiting.table }); n >= 0 {
		// What was running has ended meanwhile, and more may end at any time: such a row names ids only.
		if _, err := db.changed(ctx, db.write, "DELETE FROM "+waiting.table+" WHERE "+waiting.where, waiting.given...); err != nil {
			return nil, err
		}
		places = slices.Delete(places, n, n+1)
	}
	return db.count(ctx, db.write, places)
}
