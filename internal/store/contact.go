package store

import (
	"context"
	"fmt"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/problem"
)

// Contact implements conversation.Store.
func (db *DB) Contact(ctx context.Context, ws, bot, session string) (conversation.Contact, error) {
	return row(ctx, db, "contact", "SELECT workspace, bot, id, session, name, email, phone, at FROM contact WHERE workspace = ? AND bot = ? AND session = ?",
		[]any{ws, bot, session}, func(r scanner) (c conversation.Contact, err error) {
			var at int64
			err = r.Scan(&c.Workspace, &c.Bot, &c.ID, &c.Session, &c.Name, &c.Email, &c.Phone, &at)
			c.At = moment(at)
			return c, err
		})
}

// PutContact implements conversation.Store.
func (db *DB) PutContact(ctx context.Context, c conversation.Contact) error {
	return db.txBeside(ctx, c.Workspace, func(t transaction) error {
		if err := db.holdSession(ctx, t, c.Workspace, c.Bot, c.Session); err != nil {
			return err
		}
		if err := db.stainWhere(ctx, t, "contact", "session = ?", c.Workspace, c.Bot, c.Session); err != nil {
			return err
		}
		_, err := t.ExecContext(ctx, db.q(`INSERT INTO contact (workspace, bot, id, session, name, email, phone, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (workspace, bot, session) DO UPDATE SET id = excluded.id, name = excluded.name, email = excluded.email, phone = excluded.phone, at = excluded.at`),
			c.Workspace, c.Bot, c.ID, c.Session, text(c.Name), text(c.Email), text(c.Phone), micros(c.At))
		if err != nil {
			return fmt.Errorf("writing contact data: %w", err)
		}
		return nil
	})
}

// restricts reports whether an answer belongs to a session that its visitor has restricted.
func (db *DB) restricts(ctx context.Context, ws, bot, answer string) (bool, error) {
	var n int
	err := db.read.QueryRowContext(ctx, db.q(`SELECT COUNT(*) FROM message m JOIN session s ON s.workspace = m.workspace AND s.bot = m.bot AND s.id = m.session
		WHERE m.workspace = ? AND m.bot = ? AND m.id = ? AND s.restricted = 1`), ws, bot, text(answer)).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for a restriction: %w", err)
	}
	return n > 0, nil
}

func withheld() error {
	return problem.New(problem.Forbidden, "session_restricted", "The visitor has restricted the processing of this conversation: it is stored for them and not shown.")
}
