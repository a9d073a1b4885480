package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/workspace"
)

// CreateBot implements bot.Store.
func (db *DB) CreateBot(ctx context.Context, b bot.Bot, s bot.Settings) error {
	settings, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("encoding settings: %w", err)
	}
	return db.txBeside(ctx, b.Workspace, func(t transaction) error {
		_, err := t.ExecContext(ctx, db.q("INSERT INTO bot (workspace, id, public_id, name, created_at, index_number) VALUES (?, ?, ?, ?, ?, ?)"),
			b.Workspace, b.ID, b.PublicID, text(b.Name), micros(b.CreatedAt), b.Index)
		if taken(err) {
			return nameTaken(b.Name)
		}
		if err != nil {
			return fmt.Errorf("writing a bot: %w", err)
		}
		_, err = t.ExecContext(ctx, db.q("INSERT INTO bot_settings (workspace, bot, number, state, settings, embedder, created_at) VALUES (?, ?, 1, ?, ?, ?, ?)"),
			b.Workspace, b.ID, string(bot.Published), text(string(settings)), text(s.Embedding.ID()), micros(b.CreatedAt))
		if err != nil {
			return fmt.Errorf("writing settings: %w", err)
		}
		return nil
	})
}

func nameTaken(name string) error {
	return problem.New(problem.Conflict, "bot_name_taken", "There is already a bot named %q.", name)
}

// taken reports whether a unique key refused the row.
func taken(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "23505"
	}
	var lite *sqlite.Error
	return errors.As(err, &lite) && (lite.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || lite.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}

// botColumns are what scanBot reads, with their table for queries that join others.
const botColumns = "bot.workspace, bot.id, bot.public_id, bot.name, bot.created_at, bot.index_number, bot.embedder"

func scanBot(r scanner) (b bot.Bot, err error) {
	var at int64
	err = r.Scan(&b.Workspace, &b.ID, &b.PublicID, &b.Name, &at, &b.Index, &b.Embedder)
	b.CreatedAt = moment(at)
	return b, err
}

// Bot implements bot.Store.
func (db *DB) Bot(ctx context.Context, ws, id string) (bot.Bot, error) {
	return row(ctx, db, "bot", "SELECT "+botColumns+" FROM bot WHERE workspace = ? AND id = ? AND "+unerased, []any{ws, id}, scanBot)
}

// BotByName implements bot.Store.
func (db *DB) BotByName(ctx context.Context, ws, name string) (bot.Bot, error) {
	return row(ctx, db, "bot", "SELECT "+botColumns+" FROM bot WHERE workspace = ? AND name = ? AND "+unerased, []any{ws, text(name)}, scanBot)
}

// BotByPublicID implements bot.Store.
func (db *DB) BotByPublicID(ctx context.Context, publicID string) (b bot.Bot, v bot.Version, err error) {
	v, err = row(ctx, db, "bot", "SELECT "+botColumns+`, s.number, s.state, s.settings, s.created_at
		FROM bot JOIN bot_settings s ON s.workspace = bot.workspace AND s.bot = bot.id AND s.state = 'published' WHERE bot.public_id = ? AND `+unerased, []any{text(publicID)},
		func(r scanner) (v bot.Version, err error) {
			var settings string
			var made, at int64
			if err = r.Scan(&b.Workspace, &b.ID, &b.PublicID, &b.Name, &made, &b.Index, &b.Embedder, &v.Number, &v.State, &settings, &at); err != nil {
				return v, err
			}
			b.CreatedAt = moment(made)
			v.Workspace, v.Bot, v.CreatedAt = b.Workspace, b.ID, moment(at)
			return v, json.Unmarshal([]byte(settings), &v.Settings)
		})
	return b, v, err
}

// Bots implements bot.Store.
func (db *DB) Bots(ctx context.Context, ws string) ([]bot.Bot, error) {
	return rows(ctx, db, "SELECT "+botColumns+" FROM bot WHERE workspace = ? AND "+unerased+" ORDER BY created_at, id", []any{ws}, scanBot)
}

// SomeBots implements bot.Store.
func (db *DB) SomeBots(ctx context.Context, some bot.Some) ([]bot.Bot, error) {
	of, given := "bot.workspace = ?", []any{some.Workspace}
	if some.Workspace == "" {
		of, given = "bot.workspace NOT LIKE ?", []any{workspace.TrialID + "%"}
	}
	if some.Named != "" {
		of, given = of+" AND "+small("bot.name", some.Named)+" LIKE ? ESCAPE '!'", append(given, within(some.Named))
	}
	return rows(ctx, db, "SELECT "+botColumns+" FROM bot JOIN workspace w ON w.id = bot.workspace WHERE "+of+" AND "+unerased+
		" ORDER BY w.created_at, w.id, bot.created_at, bot.id LIMIT ? OFFSET ?", append(given, some.Limit, some.Offset), scanBot)
}

// RenameBot implements bot.Store.
func (db *DB) RenameBot(ctx context.Context, ws, id, name string) error {
	err := db.one(ctx, "bot", "UPDATE bot SET name = ? WHERE workspace = ? AND id = ?", text(name), ws, id)
	if taken(err) {
		return nameTaken(name)
	}
	return err
}

// versionColumns are what scanVersion reads, of bot_settings called s.
const versionColumns = "s.workspace, s.bot, s.number, s.state, s.settings, s.created_at"

func scanVersion(r scanner) (v bot.Version, err error) {
	var settings string
	var at int64
	if err = r.Scan(&v.Workspace, &v.Bot, &v.Number, &v.State, &settings, &at); err != nil {
		return v, err
	}
	v.CreatedAt = moment(at)
	return v, json.Unmarshal([]byte(settings), &v.Settings)
}

// PublishedSettings implements bot.Store.
func (db *DB) PublishedSettings(ctx context.Context, ws, id string) (bot.Version, error) {
	return row(ctx, db, "bot", "SELECT "+versionColumns+" FROM bot_settings s WHERE s.workspace = ? AND s.bot = ? AND s.state = 'published'", []any{ws, id}, scanVersion)
}

// Versions implements bot.Store.
func (db *DB) Versions(ctx context.Context, ws, id string) ([]bot.Version, error) {
	versions, err := rows(ctx, db, "SELECT "+versionColumns+" FROM bot_settings s WHERE s.workspace = ? AND s.bot = ? ORDER BY s.number DESC", []any{ws, id}, scanVersion)
	if err == nil && len(versions) == 0 {
		return nil, problem.Missing("bot")
	}
	return versions, err
}

// SaveDraft implements bot.Store.
func (db *DB) SaveDraft(ctx context.Context, ws, id string, s bot.Settings, at time.Time) (bot.Version, error) {
	settings, err := json.Marshal(s)
	if err != nil {
		return bot.Version{}, fmt.Errorf("encoding settings: %w", err)
	}
	v := bot.Version{Workspace: ws, Bot: id, State: bot.Draft, Settings: s, CreatedAt: at.UTC()}
	err = db.txBeside(ctx, ws, func(t transaction) error {
		if err := db.lockBot(ctx, t, ws, id); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, db.q("DELETE FROM bot_settings WHERE workspace = ? AND bot = ? AND state = 'draft'"), ws, id); err != nil {
			return fmt.Errorf("replacing the draft: %w", err)
		}
		err := t.QueryRowContext(ctx, db.q(`INSERT INTO bot_settings (workspace, bot, number, state, settings, embedder, created_at)
			SELECT ?, ?, COALESCE(MAX(number), 0) + 1, 'draft', ?, ?, CAST(? AS BIGINT) FROM bot_settings WHERE workspace = ? AND bot = ?
			RETURNING number`), ws, id, text(string(settings)), text(s.Embedding.ID()), micros(at), ws, id).Scan(&v.Number)
		if err != nil {
			return fmt.Errorf("writing the draft: %w", err)
		}
		return nil
	})
	return v, err
}

// lockBot keeps others from changing the bot's settings in this transaction.
func (db *DB) lockBot(ctx context.Context, t transaction, ws, id string) error {
	return one(ctx, db, t, "bot", "UPDATE bot SET name = name WHERE workspace = ? AND id = ? AND "+unerased, ws, id)
}

// Publish implements bot.Store.
func (db *DB) Publish(ctx context.Context, ws, id string, number int) error {
	return db.txBeside(ctx, ws, func(t transaction) error {
		if err := db.lockBot(ctx, t, ws, id); err != nil {
			return err
		}
		_, err := t.ExecContext(ctx, db.q("UPDATE bot_settings SET state = 'archived' WHERE workspace = ? AND bot = ? AND state = 'published' AND number <> ?"), ws, id, number)
		if err != nil {
			return fmt.Errorf("archiving settings: %w", err)
		}
		return one(ctx, db, t, "version", "UPDATE bot_settings SET state = 'published' WHERE workspace = ? AND bot = ? AND number = ?", ws, id, number)
	})
}

// AllPublished implements bot.Store.
func (db *DB) AllPublished(ctx context.Context) iter.Seq2[bot.Version, error] {
	return stream(ctx, db, "SELECT "+versionColumns+" FROM bot_settings s JOIN bot ON bot.workspace = s.workspace AND bot.id = s.bot WHERE s.state = 'published' AND "+unerased, nil, scanVersion)
}

// PublishedNumbers implements bot.Store.
func (db *DB) PublishedNumbers(ctx context.Context) (map[string]int, error) {
	numbers := map[string]int{}
	_, err := rows(ctx, db, "SELECT workspace, bot, number FROM bot_settings WHERE state = 'published'", nil, func(r scanner) (struct{}, error) {
		var ws, id string
		var n int
		err := r.Scan(&ws, &id, &n)
		numbers[ws+"/"+id] = n
		return struct{}{}, err
	})
	return numbers, err
}

// IndexNumbers gives the number of each bot's index by WORKSPACE/BOT, over all workspaces.
func (db *DB) IndexNumbers(ctx context.Context) (map[string]int64, error) {
	numbers := map[string]int64{}
	_, err := rows(ctx, db, "SELECT workspace, id, index_number FROM bot WHERE "+unerased, nil, func(r scanner) (struct{}, error) {
		var ws, id string
		var n int64
		err := r.Scan(&ws, &id, &n)
		numbers[ws+"/"+id] = n
		return struct{}{}, err
	})
	return numbers, err
}
