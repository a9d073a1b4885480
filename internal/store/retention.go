package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/workspace"
)

// RetentionRules implements retention.Store.
func (db *DB) RetentionRules(ctx context.Context) ([]retention.Rule, error) {
	return rows(ctx, db, `SELECT s.workspace, s.bot, s.settings FROM bot_settings s JOIN bot ON bot.workspace = s.workspace AND bot.id = s.bot
		WHERE s.state = 'published' AND `+unerased+" ORDER BY s.workspace, s.bot", nil, func(r scanner) (rule retention.Rule, err error) {
		var settings string
		if err := r.Scan(&rule.Workspace, &rule.Bot, &settings); err != nil {
			return rule, err
		}
		var s bot.Settings
		err = json.Unmarshal([]byte(settings), &s)
		rule.Retention = s.Retention
		return rule, err
	})
}

// ExpireSessions implements retention.Store.
func (db *DB) ExpireSessions(ctx context.Context, r retention.Run, before time.Time, anonymise bool, n int) (c retention.Gone, err error) {
	ws, bot := r.Workspace, r.Bot
	err = db.txAlone(ctx, ws, func(t transaction) error {
		due, err := db.dueSessions(ctx, t, ws, bot, before, n)
		if err != nil || len(due) == 0 {
			return err
		}
		list, err := json.Marshal(due)
		if err != nil {
			return err
		}
		of := " WHERE workspace = ? AND bot = ? AND " + db.among("session")
		sessions := " WHERE workspace = ? AND bot = ? AND " + db.among("id")
		c.Sessions = len(due)
		answers := " (workspace, bot, answer) IN (SELECT workspace, bot, id FROM message" + of + ")"
		type step struct {
			statement string
			n         *int
		}
		steps := []step{
			{"UPDATE transfer SET body = NULL, returned = NULL WHERE body IS NOT NULL AND" + answers, &c.Bodies},
			{anonymiseTransfers + " WHERE" + answers, new(int)},
			{"DELETE FROM gap" + of, &c.Gaps},
			{"DELETE FROM contact" + of, &c.Contacts},
		}
		if anonymise {
			steps = append(steps, step{anonymiseMessages + of, &c.Messages}, step{db.anonymiseSessions() + sessions, new(int)})
		} else {
			steps = append(steps, step{"DELETE FROM message" + of, &c.Messages}, step{"DELETE FROM session" + sessions, new(int)})
		}
		for _, step := range steps {
			if *step.n, err = db.changed(ctx, t, step.statement, ws, bot, string(list)); err != nil {
				return err
			}
		}
		run := r
		run.Counts = r.Counts.Plus(c)
		if err := db.recordRetention(ctx, t, run); err != nil {
			return err
		}
		return db.stain(ctx, t, "contact", "gap", "message", "session", "transfer")
	})
	if err != nil {
		return retention.Gone{}, err
	}
	return c, nil
}

// among is the condition that a column is one of a list, given as JSON: so it is one value, and statements stay the
// same however many there are. As an array PostgreSQL looks for all at once.
func (db *DB) among(column string) string {
	if db.pool != nil {
		return column + " = ANY(ARRAY(SELECT json_array_elements_text(CAST(? AS JSON))))"
	}
	return column + " IN (SELECT value FROM json_each(?))"
}

// dueSessions finds sessions without a message since the time and keeps new ones off them until the
// transaction is over. What a visitor has restricted stays until they lift that.
func (db *DB) dueSessions(ctx context.Context, t transaction, ws, bot string, before time.Time, n int) (ids []string, err error) {
	statement := "SELECT id FROM session WHERE workspace = ? AND bot = ? AND anonymised_at = 0 AND restricted = 0 AND last_at < ? ORDER BY last_at LIMIT ?"
	if db.pool != nil {
		statement += " FOR UPDATE"
	}
	if ids, err = db.listed(ctx, t, statement, ws, bot, micros(before), n); err != nil {
		return nil, fmt.Errorf("looking for sessions that are over: %w", err)
	}
	return ids, nil
}

// listed reads texts, one from each row.
func (db *DB) listed(ctx context.Context, t transaction, statement string, given ...any) (all []string, err error) {
	r, err := t.QueryContext(ctx, db.q(statement), given...)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for r.Next() {
		var one string
		if err := r.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, r.Err()
}

// Of a message stay who wrote it, its length of 0, what the bot counted, thumbs up or down, and
// the day; of a session its channel, its language and the day. Nothing leads back to them: the hash
// of the visitor's secret is replaced by what no secret has for a hash.
const anonymiseMessages = `UPDATE message SET text = '', citations = '', client_id = '', at = at - at % 86400000000,
	feedback = CASE WHEN feedback LIKE '{"value":"up"%' THEN '{"value":"up"}' WHEN feedback LIKE '{"value":"down"%' THEN '{"value":"down"}' ELSE '' END`

// The ledger keeps what left for whom and on which day. With the answer's id or the second it would tell
// when the visitor asked. (In migrations/0010_anonymised.sql, too.)
const anonymiseTransfers = "UPDATE transfer SET answer = '', at = at - at % 86400000000"

func (db *DB) anonymiseSessions() string {
	hash := "CAST('anonymised ' || id AS BLOB)"
	if db.pool != nil {
		hash = "convert_to('anonymised ' || id, 'UTF8')"
	}
	return "UPDATE session SET anonymised_at = last_at - last_at % 86400000000, last_at = last_at - last_at % 86400000000, created_at = created_at - created_at % 86400000000, hash = " + hash
}

// Anonymised implements conversation.Store.
func (db *DB) Anonymised(ctx context.Context, ws, bot, session string) (bool, error) {
	return row(ctx, db, "session", "SELECT anonymised_at FROM session WHERE workspace = ? AND bot = ? AND id = ?", []any{ws, bot, session}, func(r scanner) (bool, error) {
		var at int64
		err := r.Scan(&at)
		return at != 0, err
	})
}

// changed runs a statement and says how many rows it changed.
func (db *DB) changed(ctx context.Context, x executor, statement string, args ...any) (int, error) {
	result, err := x.ExecContext(ctx, db.q(statement), args...)
	if err != nil {
		return 0, fmt.Errorf("changing rows: %w", named(err))
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// ExpireBodies implements retention.Store.
func (db *DB) ExpireBodies(ctx context.Context, r retention.Run, before time.Time, n int) (int, error) {
	ws, bot := r.Workspace, r.Bot
	return db.takeOutFor(ctx, r, func(n int) retention.Gone { return retention.Gone{Bodies: n} }, "UPDATE transfer SET body = NULL, returned = NULL WHERE "+db.these("transfer", `workspace = ? AND bot = ? AND body IS NOT NULL AND at < ?
		AND answer NOT IN `+restrictedAnswers+` ORDER BY at LIMIT ?`), ws, bot, micros(before), ws, bot, n)
}

// ExpireEntries implements retention.Store.
func (db *DB) ExpireEntries(ctx context.Context, r retention.Run, before time.Time, n int) (int, error) {
	of, given := "workspace = ?", []any{r.Workspace}
	if r.Bot != "" {
		of, given = of+" AND bot = ?", append(given, r.Bot)
	}
	return db.takeOutFor(ctx, r, func(n int) retention.Gone { return retention.Gone{Entries: n} }, "DELETE FROM transfer WHERE "+db.these("transfer t", of+` AND at < ?
		AND NOT (answer <> '' AND EXISTS (SELECT 1 FROM message m WHERE m.workspace = t.workspace AND m.bot = t.bot AND m.id = t.answer)) ORDER BY at LIMIT ?`), append(given, micros(before), n)...)
}

// takeOutFor runs a statement that takes something out of the ledger for a run, says how many rows it changed and writes that
// down.
func (db *DB) takeOutFor(ctx context.Context, r retention.Run, went func(n int) retention.Gone, statement string, args ...any) (n int, err error) {
	var changed int
	err = db.txAlone(ctx, r.Workspace, func(t transaction) error {
		if changed, err = db.changed(ctx, t, statement, args...); err != nil || changed == 0 {
			return err
		}
		if r.Bot != "" {
			run := r
			run.Counts = r.Counts.Plus(went(changed))
			if err := db.recordRetention(ctx, t, run); err != nil {
				return err
			}
		}
		return db.stain(ctx, t, "transfer")
	})
	if err != nil {
		return 0, err
	}
	return changed, nil
}

const retentionColumns = "workspace, bot, id, at, mode, days, ledger_days, sessions, messages, gaps, contacts, bodies, entries"

// RecordRetention implements retention.Store.
func (db *DB) RecordRetention(ctx context.Context, runs ...retention.Run) error {
	return db.tx(ctx, func(t transaction) error {
		for _, r := range runs {
			if err := db.recordRetention(ctx, t, r); err != nil {
				return err
			}
		}
		return nil
	})
}

// Due implements retention.Store.
func (db *DB) Due(ctx context.Context, r retention.Rule, sessions, bodies, entries time.Time) (due bool, err error) {
	err = db.read.QueryRowContext(db.brief(ctx), db.q(`SELECT EXISTS (SELECT 1 FROM session WHERE workspace = ? AND bot = ? AND anonymised_at = 0 AND restricted = 0 AND last_at < ?)
		OR EXISTS (SELECT 1 FROM transfer WHERE workspace = ? AND bot = ? AND body IS NOT NULL AND at < ?) OR EXISTS (SELECT 1 FROM transfer WHERE workspace = ? AND bot = ? AND at < ?)`),
		r.Workspace, r.Bot, micros(sessions), r.Workspace, r.Bot, micros(bodies), r.Workspace, r.Bot, micros(entries)).Scan(&due)
	if err != nil {
		return false, fmt.Errorf("looking whether something is over: %w", named(err))
	}
	return due, nil
}

// Ages implements retention.Store.
func (db *DB) Ages(ctx context.Context, ws, bot string, sessions, bodies retention.Span) (c retention.Gone, err error) {
	err = db.read.QueryRowContext(ctx, db.q(`SELECT (SELECT COUNT(*) FROM session WHERE workspace = ? AND bot = ? AND anonymised_at = 0 AND restricted = 0 AND last_at >= ? AND last_at < ?),
		(SELECT COUNT(*) FROM transfer WHERE workspace = ? AND bot = ? AND body IS NOT NULL AND at >= ? AND at < ? AND answer NOT IN `+restrictedAnswers+")"),
		ws, bot, micros(sessions.From), micros(sessions.To), ws, bot, micros(bodies.From), micros(bodies.To), ws, bot).Scan(&c.Sessions, &c.Bodies)
	if err != nil {
		return c, named(err)
	}
	return c, nil
}

// restrictedAnswers are those of conversations that visitors have restricted; its arguments are workspace and bot.
const restrictedAnswers = `(SELECT m.id FROM message m JOIN session s ON s.workspace = m.workspace AND s.bot = m.bot AND s.id = m.session
			WHERE s.workspace = ? AND s.bot = ? AND s.restricted = 1)`

func (db *DB) recordRetention(ctx context.Context, x executor, r retention.Run) error {
	_, err := x.ExecContext(ctx, db.q(`INSERT INTO retention_run (`+retentionColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (workspace, bot, id) DO UPDATE SET at = excluded.at, mode = excluded.mode, days = excluded.days, ledger_days = excluded.ledger_days,
			sessions = excluded.sessions, messages = excluded.messages, gaps = excluded.gaps, contacts = excluded.contacts, bodies = excluded.bodies, entries = excluded.entries`),
		r.Workspace, r.Bot, r.ID, micros(r.At), string(r.Mode), r.Days, r.LedgerDays, r.Counts.Sessions, r.Counts.Messages, r.Counts.Gaps, r.Counts.Contacts, r.Counts.Bodies, r.Counts.Entries)
	if err != nil {
		return fmt.Errorf("writing down what retention did: %w", err)
	}
	return nil
}

// Unlooked implements retention.Store.
func (db *DB) Unlooked(ctx context.Context, in retention.Span) (n int, err error) {
	err = db.read.QueryRowContext(ctx, db.q(`SELECT COUNT(*) FROM bot WHERE created_at < ? AND workspace NOT LIKE ? AND `+unerased+`
		AND NOT EXISTS (SELECT 1 FROM retention_run r WHERE r.workspace = bot.workspace AND r.bot = bot.id AND r.at >= ? AND r.at < ?)`), micros(in.From), workspace.TrialID+"%", micros(in.From), micros(in.To)).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("looking where retention has not looked: %w", named(err))
	}
	return n, nil
}

// RetentionRuns implements retention.Store.
func (db *DB) RetentionRuns(ctx context.Context, ws, bot string, limit, offset int) ([]retention.Run, error) {
	return rows(ctx, db, "SELECT "+retentionColumns+" FROM retention_run WHERE workspace = ? AND bot = ? ORDER BY at DESC, id LIMIT ? OFFSET ?", []any{ws, bot, limit, offset},
		func(r scanner) (run retention.Run, err error) {
			var at int64
			c := &run.Counts
			err = r.Scan(&run.Workspace, &run.Bot, &run.ID, &at, &run.Mode, &run.Days, &run.LedgerDays, &c.Sessions, &c.Messages, &c.Gaps, &c.Contacts, &c.Bodies, &c.Entries)
			run.At = moment(at)
			return run, err
		})
}
