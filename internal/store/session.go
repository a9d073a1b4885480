package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/problem"
)

// CreateSession implements proof.Conversations.
func (db *DB) CreateSession(ctx context.Context, s conversation.Session) error {
	return insertSession(ctx, db, db.write, &s)
}

func insertSession(ctx context.Context, db *DB, x executor, s *conversation.Session) error {
	_, err := x.ExecContext(ctx, db.q("INSERT INTO session (workspace, bot, id, hash, channel, language, created_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
		s.Workspace, s.Bot, s.ID, s.Hash, s.Channel, s.Language, micros(s.CreatedAt), micros(s.LastAt))
	if err != nil {
		return fmt.Errorf("writing a session: %w", err)
	}
	return nil
}

// SessionByHash implements conversation.Store.
func (db *DB) SessionByHash(ctx context.Context, ws, bot string, hash []byte) (conversation.Session, error) {
	return db.session(ctx, "hash = ?", ws, bot, hash)
}

// SessionByID implements conversation.Store.
func (db *DB) SessionByID(ctx context.Context, ws, bot, id string) (conversation.Session, error) {
	return db.session(ctx, "id = ?", ws, bot, id)
}

func (db *DB) session(ctx context.Context, which string, args ...any) (conversation.Session, error) {
	return row(ctx, db, "session", "SELECT workspace, bot, id, hash, channel, language, created_at, last_at, no_model, restricted FROM session WHERE workspace = ? AND bot = ? AND "+which,
		args, func(r scanner) (s conversation.Session, err error) {
			var created, last, noModel, restricted int64
			err = r.Scan(&s.Workspace, &s.Bot, &s.ID, &s.Hash, &s.Channel, &s.Language, &created, &last, &noModel, &restricted)
			s.CreatedAt, s.LastAt = moment(created), moment(last)
			s.Wishes = conversation.Wishes{NoModel: noModel != 0, Restricted: restricted != 0}
			return s, err
		})
}

const wishes = "UPDATE session SET no_model = COALESCE(?, no_model), restricted = COALESCE(?, restricted), wished_at = ? WHERE workspace = ? AND bot = ? AND id = ?"

// Wish implements conversation.Store.
func (db *DB) Wish(ctx context.Context, w conversation.Wished) error {
	return db.one(ctx, "session", wishes+" AND anonymised_at = 0", wished(w.NoModel), wished(w.Restricted), micros(w.At), w.Workspace, w.Bot, w.Session)
}

// WishAgain implements conversation.Store. Most sessions of an old journal are gone: those that are there are
// found by one statement.
func (db *DB) WishAgain(ctx context.Context, all []conversation.Wished) (done int, err error) {
	list, err := json.Marshal(all)
	if err != nil {
		return 0, fmt.Errorf("encoding wishes: %w", err)
	}
	among := "json_each(?) j"
	if db.pool != nil {
		among = "json_array_elements(CAST(? AS JSON)) j"
	}
	there := map[string]bool{}
	_, err = rows(ctx, db, "SELECT s.id FROM "+among+" JOIN session s ON s.workspace = j.value ->> 'workspace' AND s.bot = j.value ->> 'bot' AND s.id = j.value ->> 'session'",
		[]any{string(list)}, func(r scanner) (struct{}, error) {
			var id string
			err := r.Scan(&id)
			there[id] = true
			return struct{}{}, err
		})
	if err != nil || len(there) == 0 {
		return 0, err
	}
	locks := map[string]bool{}
	for _, w := range all {
		locks[rowsOf(w.Workspace)] = true
	}
	err = db.tx(ctx, func(t transaction) error {
		if err := db.hold(ctx, t, shared, slices.Sorted(maps.Keys(locks))...); err != nil {
			return err
		}
		for _, w := range all {
			if !there[w.Session] {
				continue
			}
			n, err := db.changed(ctx, t, wishes+" AND wished_at < ?",
				wished(w.NoModel), wished(w.Restricted), micros(w.At), w.Workspace, w.Bot, w.Session, micros(w.At))
			if err != nil {
				return fmt.Errorf("writing a wish again: %w", err)
			}
			done += n
		}
		return nil
	})
	return done, err
}

// WishesNoted implements conversation.Store.
func (db *DB) WishesNoted(ctx context.Context) iter.Seq2[conversation.Wished, error] {
	return stream(ctx, db, "SELECT workspace, bot, id, no_model, restricted, wished_at FROM session WHERE wished_at > 0", nil,
		func(r scanner) (w conversation.Wished, err error) {
			var noModel, restricted, at int64
			err = r.Scan(&w.Workspace, &w.Bot, &w.Session, &noModel, &restricted, &at)
			n, rest := noModel != 0, restricted != 0
			w.NoModel, w.Restricted, w.At = &n, &rest, moment(at)
			return w, err
		})
}

func wished(b *bool) *int64 {
	if b == nil {
		return nil
	}
	n := flag(*b)
	return &n
}

// flag is how a truth is stored.
func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// holdSession keeps retention and erasures off a session until the transaction is over. One that was anonymised since
// its visitor was let in is gone: what they say would stay in it for good.
func (db *DB) holdSession(ctx context.Context, t transaction, ws, bot, id string) error {
	statement := "SELECT 1 FROM session WHERE workspace = ? AND bot = ? AND id = ? AND anonymised_at = 0"
	if db.pool != nil {
		statement += " FOR KEY SHARE"
	}
	err := t.QueryRowContext(ctx, db.q(statement), ws, bot, id).Scan(new(int))
	if errors.Is(err, sql.ErrNoRows) {
		return problem.Missing("session")
	}
	if err != nil {
		return fmt.Errorf("looking for a session: %w", err)
	}
	return nil
}

// Sessions implements conversation.Store.
func (db *DB) Sessions(ctx context.Context, ws, bot, said string, limit, offset int) ([]conversation.Summary, error) {
	statement, given := "", []any{ws, bot}
	if said = text(said); said != "" {
		condition, values := saying(said)
		statement = " AND s.restricted = 0 AND (" + condition + ")"
		given = append(given, values...)
	}
	return rows(ctx, db, `SELECT s.id, s.channel, s.language, s.created_at, s.last_at, s.no_model, s.restricted, s.anonymised_at,
			(SELECT COUNT(*) FROM message m WHERE m.workspace = s.workspace AND m.bot = s.bot AND m.session = s.id),
			COALESCE(c.name, ''), COALESCE(c.email, ''), COALESCE(c.phone, '')
		FROM session s LEFT JOIN contact c ON c.workspace = s.workspace AND c.bot = s.bot AND c.session = s.id AND s.restricted = 0
		WHERE s.workspace = ? AND s.bot = ?`+statement+" ORDER BY s.last_at DESC, s.id LIMIT ? OFFSET ?", append(given, limit, offset),
		func(r scanner) (s conversation.Summary, err error) {
			var created, last, noModel, restricted, anonymised int64
			err = r.Scan(&s.ID, &s.Channel, &s.Language, &created, &last, &noModel, &restricted, &anonymised, &s.Messages, &s.Contact.Name, &s.Contact.Email, &s.Contact.Phone)
			s.CreatedAt, s.LastAt, s.Anonymised = moment(created), moment(last), anonymised != 0
			s.Wishes = conversation.Wishes{NoModel: noModel != 0, Restricted: restricted != 0}
			return s, err
		})
}

// saying is the condition that something was said in a session or stands in its contact data: as it is
// written, whatever the capitals, or if it is a phone number, in any notation.
func saying(said string) (condition string, given []any) {
	like := func(column, before string) string {
		given = append(given, before+within(said))
		return small(column, said) + " LIKE ? ESCAPE '!'"
	}
	condition = inMessage("(" + like("m.text", "") + " OR " + like("m.feedback", `%"text":"`) + ")")
	for _, column := range []string{"c.name", "c.email", "c.phone"} {
		condition += " OR " + like(column, "")
	}
	if core, ok := conversation.PhoneCore(said); ok {
		condition += " OR " + inMessage(unsigned("m.text")+" LIKE ?") + " OR " + unsigned("c.phone") + " LIKE ?"
		given = append(given, "%"+core+"%", "%"+core+"%")
	}
	return condition, given
}

// within is the pattern, with ! for an escape, of what has a text in it, in small letters.
func within(said string) string {
	return "%" + strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(strings.ToLower(text(said))) + "%"
}

// small is a column in small letters, as far as those of a text are concerned: SQLite, and PostgreSQL in the locale C,
// know no capitals beyond A to Z.
func small(column, said string) string {
	done := map[rune]bool{}
	for _, letter := range strings.ToLower(said) {
		if capital := unicode.ToUpper(letter); letter > unicode.MaxASCII && capital != letter && !done[letter] {
			column, done[letter] = "REPLACE("+column+", '"+string(capital)+"', '"+string(letter)+"')", true
		}
	}
	return "LOWER(" + column + ")"
}

func inMessage(condition string) string {
	return "EXISTS (SELECT 1 FROM message m WHERE m.workspace = s.workspace AND m.bot = s.bot AND m.session = s.id AND " + condition + ")"
}

// unsigned is a column without what people write between the digits of a phone number.
func unsigned(column string) string {
	for _, sign := range conversation.PhoneSigns {
		column = "REPLACE(" + column + ", '" + string(sign) + "', '')"
	}
	return column
}
