package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// CreateSource implements source.Store. Whatever the clocks of servers say, it is younger than what was erased before: what is
// made anew is not what came back, and what it reads was erased for what was there before.
func (db *DB) CreateSource(ctx context.Context, s source.Source) error {
	rules, err := json.Marshal(s.Rules)
	if err != nil {
		return fmt.Errorf("encoding rules: %w", err)
	}
	return db.txBeside(ctx, s.Workspace, func(t transaction) error {
		if err := db.lockBot(ctx, t, s.Workspace, s.Bot); err != nil {
			return err
		}
		created, err := db.youngest(ctx, t, s)
		if err != nil {
			return err
		}
		_, err = t.ExecContext(ctx, db.q(`INSERT INTO source (workspace, bot, id, kind, address, rules, every, state, message, created_at, started_at, ended_at, due_at, run)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workspace, bot, id) DO NOTHING`),
			s.Workspace, s.Bot, s.ID, string(s.Kind), text(s.Address), text(string(rules)), s.Every.Microseconds(), string(s.State), text(s.Message),
			created, micros(s.StartedAt), micros(s.EndedAt), micros(s.DueAt), s.Run)
		if err != nil {
			return fmt.Errorf("writing a source: %w", err)
		}
		return nil
	})
}

// youngest is when a source is made: given by a server's clock, but after all erasures of the workspace.
func (db *DB) youngest(ctx context.Context, t transaction, s source.Source) (at int64, err error) {
	var erased int64
	var going int
	err = t.QueryRowContext(ctx, db.q("SELECT (SELECT COALESCE(MAX(at), 0) FROM erasure WHERE workspace = ?), (SELECT COUNT(*) FROM erasing WHERE workspace = ? AND kind = 'source' AND subject = ?)"),
		s.Workspace, s.Workspace, s.ID).Scan(&erased, &going)
	if err != nil {
		return 0, fmt.Errorf("looking what was erased before: %w", err)
	}
	if going > 0 {
		return 0, problem.New(problem.Conflict, "source_leaving", "This source is being removed. Please add it again in a moment.")
	}
	return max(micros(s.CreatedAt), erased+1), nil
}

const sourceColumns = `s.workspace, s.bot, s.id, s.kind, s.address, s.rules, s.every, s.state, s.message, s.created_at, s.started_at, s.ended_at, s.due_at, s.run, s.left_by_pages, s.left_by_depth, s.notice`

// sourceCounts sums up a source's pages and documents; they are counted, not kept, so they can't
// go wrong.
const sourceCounts = `,
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.state = 'pending'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.state IN ('done', 'unchanged')),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.state = 'skipped'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.state = 'failed'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.state = 'gone'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.effect = 'new'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.effect = 'changed'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.effect = 'unchanged'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.effect = 'removed'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.effect = 'kept'),
	(SELECT COUNT(*) FROM page p WHERE p.workspace = s.workspace AND p.bot = s.bot AND p.source = s.id AND p.code = 'scripts' AND p.state IN ('done', 'unchanged', 'skipped')),
	(SELECT COUNT(*) FROM document WHERE document.workspace = s.workspace AND document.bot = s.bot AND document.source = s.id AND ` + standsThere + `),
	(SELECT COALESCE(SUM(document.passages), 0) FROM document WHERE document.workspace = s.workspace AND document.bot = s.bot AND document.source = s.id AND ` + standsThere + `)`

// unerasedSource is the condition that nobody is erasing a source s: one that is being erased is gone for everybody.
const unerasedSource = "NOT EXISTS (SELECT 1 FROM erasing WHERE erasing.workspace = s.workspace AND erasing.kind = 'source' AND erasing.subject = s.id)"

func scanSource(r scanner, counts bool) (s source.Source, err error) {
	var rules, notice string
	var every, created, started, ended, due int64
	dest := []any{&s.Workspace, &s.Bot, &s.ID, &s.Kind, &s.Address, &rules, &every, &s.State, &s.Message, &created, &started, &ended, &due, &s.Run, &s.LeftOut.Pages, &s.LeftOut.Depth, &notice}
	if counts {
		c := &s.Counts
		dest = append(dest, &c.Pending, &c.Done, &c.Skipped, &c.Failed, &c.Gone, &c.New, &c.Changed, &c.Unchanged, &c.Removed, &c.Kept, &c.Scripted, &c.Documents, &c.Passages)
	}
	if err := r.Scan(dest...); err != nil {
		return s, err
	}
	if notice != "" {
		if err := json.Unmarshal([]byte(notice), &s.Notice); err != nil {
			return s, fmt.Errorf("decoding what is to be known of a reading: %w", err)
		}
	}
	s.Every = time.Duration(every) * time.Microsecond
	s.CreatedAt, s.StartedAt, s.EndedAt, s.DueAt = moment(created), moment(started), moment(ended), moment(due)
	return s, json.Unmarshal([]byte(rules), &s.Rules)
}

func scanCounted(r scanner) (source.Source, error)   { return scanSource(r, true) }
func scanUncounted(r scanner) (source.Source, error) { return scanSource(r, false) }

// Source implements source.Store.
func (db *DB) Source(ctx context.Context, ws, bot, id string) (source.Source, error) {
	return row(ctx, db, "source", "SELECT "+sourceColumns+sourceCounts+" FROM source s WHERE s.workspace = ? AND s.bot = ? AND s.id = ? AND "+unerasedSource, []any{ws, bot, id}, scanCounted)
}

// Sources implements source.Store.
func (db *DB) Sources(ctx context.Context, ws, bot string) ([]source.Source, error) {
	return rows(ctx, db, "SELECT "+sourceColumns+sourceCounts+" FROM source s WHERE s.workspace = ? AND s.bot = ? AND "+unerasedSource+" ORDER BY s.created_at, s.id", []any{ws, bot}, scanCounted)
}

// UpdateSource implements source.Store.
func (db *DB) UpdateSource(ctx context.Context, s source.Source) error {
	rules, err := json.Marshal(s.Rules)
	if err != nil {
		return fmt.Errorf("encoding rules: %w", err)
	}
	notice, err := json.Marshal(s.Notice)
	if err != nil {
		return fmt.Errorf("encoding what is to be known of a reading: %w", err)
	}
	return db.one(ctx, "source", `UPDATE source SET rules = ?, every = ?, state = ?, message = ?, started_at = ?, ended_at = ?, due_at = ?, run = ?, notice = ?
		WHERE workspace = ? AND bot = ? AND id = ?`,
		text(string(rules)), s.Every.Microseconds(), string(s.State), text(s.Message), micros(s.StartedAt), micros(s.EndedAt), micros(s.DueAt), s.Run, text(string(notice)),
		s.Workspace, s.Bot, s.ID)
}

// LeaveOut implements source.Store.
func (db *DB) LeaveOut(ctx context.Context, ws, bot, id string, n crawl.LeftOut) error {
	return db.one(ctx, "source", `UPDATE source SET
			left_by_pages = CASE WHEN left_by_pages < ? THEN ? ELSE left_by_pages END,
			left_by_depth = CASE WHEN left_by_depth < ? THEN ? ELSE left_by_depth END
		WHERE workspace = ? AND bot = ? AND id = ?`, n.Pages, n.Pages, n.Depth, n.Depth, ws, bot, id)
}

// DueSources implements source.Store: sources that wait, whose schedule has come, or whose worker
// has died.
func (db *DB) DueSources(ctx context.Context, now time.Time, n int) ([]source.Source, error) {
	return rows(ctx, db, "SELECT "+sourceColumns+` FROM source s
		WHERE held_until < `+db.clock()+` AND (state IN ('queued', 'running') OR (state IN ('ready', 'failed') AND due_at > 0 AND due_at <= ?)) AND `+unerasedSource+`
		ORDER BY due_at, created_at LIMIT ?`, []any{micros(now), n}, scanUncounted)
}

// Lease implements source.Store.
func (db *DB) Lease(ctx context.Context, l source.Lease) (bool, error) {
	result, err := db.write.ExecContext(ctx, db.q("UPDATE source SET holder = ?, held_until = "+db.clock()+` + ?
		WHERE workspace = ? AND bot = ? AND id = ? AND (holder = ? OR held_until < `+db.clock()+")"),
		l.Holder, l.For.Microseconds(), l.Workspace, l.Bot, l.Source, l.Holder)
	if err != nil {
		return false, fmt.Errorf("leasing a source: %w", err)
	}
	n, err := result.RowsAffected()
	return n == 1, err
}

// Release implements source.Store. Releasing what another holds does nothing.
func (db *DB) Release(ctx context.Context, l source.Lease) error {
	_, err := db.write.ExecContext(ctx, db.q("UPDATE source SET holder = '', held_until = 0 WHERE workspace = ? AND bot = ? AND id = ? AND holder = ?"), l.Workspace, l.Bot, l.Source, l.Holder)
	if err != nil {
		return fmt.Errorf("releasing a source: %w", err)
	}
	return nil
}

// raise makes a bot's index out of date.
func raise(ctx context.Context, db *DB, t transaction, ws, bot string) error {
	return one(ctx, db, t, "bot", "UPDATE bot SET index_number = index_number + 1 WHERE workspace = ? AND id = ?", ws, bot)
}

// RaiseIndex implements source.Store.
func (db *DB) RaiseIndex(ctx context.Context, ws, bot string) error {
	return db.txBeside(ctx, ws, func(t transaction) error { return raise(ctx, db, t, ws, bot) })
}
