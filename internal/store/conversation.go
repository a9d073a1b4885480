package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/problem"
)

const messageColumns = "workspace, bot, session, id, client_id, reply_to, role, state, text, language, refused, citations, trace, feedback, at"

func scanMessage(r scanner) (m conversation.Message, err error) {
	var refused, at int64
	var citations, trace, feedback string
	if err = r.Scan(&m.Workspace, &m.Bot, &m.Session, &m.ID, &m.ClientID, &m.ReplyTo, &m.Role, &m.State, &m.Text, &m.Language, &refused, &citations, &trace, &feedback, &at); err != nil {
		return m, err
	}
	m.Refused, m.At = refused != 0, moment(at)
	for _, part := range []struct {
		from string
		to   any
	}{{citations, &m.Citations}, {trace, &m.Trace}, {feedback, &m.Feedback}} {
		if part.from != "" {
			if err := json.Unmarshal([]byte(part.from), part.to); err != nil {
				return m, fmt.Errorf("decoding a message: %w", err)
			}
		}
	}
	return m, nil
}

// BeginAnswer implements conversation.Store. Messages are ordered by a place that is counted in
// the same transaction, under the lock of the session's row.
func (db *DB) BeginAnswer(ctx context.Context, opened *conversation.Session, question, answer *conversation.Message) (fresh bool, err error) {
	err = db.txBeside(ctx, question.Workspace, func(t transaction) error {
		if opened == nil {
			fresh, err = db.continueSession(ctx, t, question, answer)
			return err
		}
		fresh = true
		if err := insertSession(ctx, db, t, opened); err != nil {
			return err
		}
		return db.insertExchange(ctx, t, 0, question, answer)
	})
	return fresh && err == nil, err
}

// continueSession takes up a question that a session has already, or writes it behind its messages.
func (db *DB) continueSession(ctx context.Context, t transaction, question, answer *conversation.Message) (fresh bool, err error) {
	if err := one(ctx, db, t, "session", "UPDATE session SET last_at = ? WHERE workspace = ? AND bot = ? AND id = ? AND anonymised_at = 0",
		micros(question.At), question.Workspace, question.Bot, question.Session); err != nil {
		return false, err
	}
	known, err := scanMessage(t.QueryRowContext(ctx, db.q("SELECT "+messageColumns+" FROM message WHERE workspace = ? AND bot = ? AND session = ? AND client_id = ?"),
		question.Workspace, question.Bot, question.Session, text(question.ClientID)))
	if err == nil {
		return db.takeUp(ctx, t, known, question, answer)
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return false, fmt.Errorf("looking for the question: %w", err)
	}
	var places int64
	if err := t.QueryRowContext(ctx, db.q("SELECT COALESCE(MAX(place), 0) FROM message WHERE workspace = ? AND bot = ? AND session = ?"),
		question.Workspace, question.Bot, question.Session).Scan(&places); err != nil {
		return false, fmt.Errorf("counting messages: %w", err)
	}
	return true, db.insertExchange(ctx, t, places, question, answer)
}

// takeUp puts a known question and its answer in their place. An answer that failed begins anew, if it may.
func (db *DB) takeUp(ctx context.Context, t transaction, known conversation.Message, question, answer *conversation.Message) (anew bool, err error) {
	again := *answer
	if *answer, err = scanMessage(t.QueryRowContext(ctx, db.q("SELECT "+messageColumns+" FROM message WHERE workspace = ? AND bot = ? AND session = ? AND reply_to = ?"),
		known.Workspace, known.Bot, known.Session, known.ID)); err != nil {
		return false, fmt.Errorf("reading the answer of before: %w", err)
	}
	known.Unstored, answer.Unstored = question.Unstored, question.Unstored
	*question = known
	tries := max(1, answer.Trace.Tries)
	if answer.State != conversation.Failed || tries >= conversation.MaxTries {
		return false, nil
	}
	again.ID, again.ReplyTo, again.Trace.Tries = answer.ID, known.ID, tries+1
	if answer.ByModel() { // it has seen the question, whatever comes of this try
		again.Trace.Provider, again.Trace.Model, again.Trace.Replaced = answer.Trace.Provider, answer.Trace.Model, answer.Trace.Replaced
	}
	*answer = again
	trace, err := json.Marshal(answer.Trace)
	if err != nil {
		return false, fmt.Errorf("encoding the trace: %w", err)
	}
	return true, one(ctx, db, t, "message", `UPDATE message SET state = ?, text = '', language = ?, refused = 0, citations = '', trace = ?, at = ?, server = ?
		WHERE workspace = ? AND bot = ? AND session = ? AND id = ?`,
		string(answer.State), answer.Language, string(trace), micros(answer.At), answer.Server, answer.Workspace, answer.Bot, answer.Session, answer.ID)
}

// insertExchange writes a question and its answer behind so many messages.
func (db *DB) insertExchange(ctx context.Context, t transaction, places int64, question, answer *conversation.Message) error {
	answer.ReplyTo = question.ID
	var values []any
	for i, m := range []*conversation.Message{question, answer} {
		values = append(values, m.Workspace, m.Bot, m.Session, m.ID, places+int64(i)+1, text(m.ClientID), m.ReplyTo, string(m.Role), string(m.State), text(m.Text), m.Language, micros(m.At), m.Server)
	}
	_, err := t.ExecContext(ctx, db.q(`INSERT INTO message (workspace, bot, session, id, place, client_id, reply_to, role, state, text, language, at, server)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`), values...)
	if err != nil {
		return fmt.Errorf("writing the messages: %w", err)
	}
	return nil
}

// FinishAnswer implements conversation.Store.
func (db *DB) FinishAnswer(ctx context.Context, m *conversation.Message) error {
	if len(m.Trace.Documents)+len(m.Trace.Contact)+len(m.Citations)+len(m.Heard) == 0 { // it rests on nothing that could have been erased
		return db.writeAnswer(ctx, db.write, m)
	}
	return db.txBeside(ctx, m.Workspace, func(t transaction) error {
		if err := db.withdrawErased(ctx, t, m); err != nil {
			return err
		}
		return db.writeAnswer(ctx, t, m)
	})
}

func (db *DB) writeAnswer(ctx context.Context, x executor, m *conversation.Message) error {
	citations, err := json.Marshal(m.Citations)
	if err != nil {
		return fmt.Errorf("encoding citations: %w", err)
	}
	trace, err := json.Marshal(m.Trace)
	if err != nil {
		return fmt.Errorf("encoding the trace: %w", err)
	}
	return db.ofTry(ctx, x, m, `UPDATE message SET state = ?, text = ?, language = ?, refused = ?, citations = ?, trace = ?
		WHERE workspace = ? AND bot = ? AND session = ? AND id = ? AND at = ?`,
		string(m.State), text(m.Text), m.Language, flag(m.Refused), text(string(citations)), string(trace))
}

// ofTry changes an answer if it is still the try that m belongs to. A try is known by when it began; of what was
// anonymised only the day is left, so that nothing is written into it any more.
func (db *DB) ofTry(ctx context.Context, x executor, m *conversation.Message, statement string, given ...any) error {
	n, err := db.changed(ctx, x, statement, append(given, m.Workspace, m.Bot, m.Session, m.ID, micros(m.At))...)
	if err != nil || n > 0 {
		return err
	}
	if _, err := db.Message(ctx, m.Workspace, m.Bot, m.Session, m.ID); err != nil {
		return err
	}
	return problem.New(problem.Conflict, "answer_superseded", "This answer was begun anew meanwhile.")
}

type notingKey struct{}

// noting is the trace of an answer that is to be written with a transfer.
type noting struct {
	answer  *conversation.Message
	trace   string
	written atomic.Bool
}

// Noting implements conversation.Store.
func (db *DB) Noting(ctx context.Context, m *conversation.Message) (context.Context, error) {
	trace, err := json.Marshal(m.Trace)
	if err != nil {
		return nil, fmt.Errorf("encoding the trace: %w", err)
	}
	return context.WithValue(ctx, notingKey{}, &noting{answer: m, trace: string(trace)}), nil
}

// noteTrace writes the trace that waits for a transfer.
func (db *DB) noteTrace(ctx context.Context, x executor, n *noting) error {
	return db.ofTry(ctx, x, n.answer, "UPDATE message SET trace = ? WHERE workspace = ? AND bot = ? AND session = ? AND id = ? AND at = ?", n.trace)
}

// Streaming implements conversation.Store.
func (db *DB) Streaming(ctx context.Context) (map[string]conversation.Wishes, error) {
	out := map[string]conversation.Wishes{}
	_, err := rows(ctx, db, `SELECT m.id, s.no_model, s.restricted FROM message m
		JOIN session s ON s.workspace = m.workspace AND s.bot = m.bot AND s.id = m.session
		WHERE m.state = 'streaming'`, nil, func(r scanner) (struct{}, error) {
		var id string
		var noModel, restricted int64
		err := r.Scan(&id, &noModel, &restricted)
		out[id] = conversation.Wishes{NoModel: noModel != 0, Restricted: restricted != 0}
		return struct{}{}, err
	})
	return out, err
}

// StopAnswer implements conversation.Store.
func (db *DB) StopAnswer(ctx context.Context, ws, bot, session, answer string) error {
	return db.one(ctx, "message", `UPDATE message SET state = CASE state WHEN 'streaming' THEN 'stopped' ELSE state END
		WHERE workspace = ? AND bot = ? AND session = ? AND id = ? AND role = 'assistant'`, ws, bot, session, text(answer))
}

// Messages implements conversation.Store.
func (db *DB) Messages(ctx context.Context, ws, bot, session string) ([]conversation.Message, error) {
	return rows(ctx, db, "SELECT "+messageColumns+" FROM message WHERE workspace = ? AND bot = ? AND session = ? ORDER BY place", []any{ws, bot, session}, scanMessage)
}

// WithoutText implements conversation.Store.
func (db *DB) WithoutText(ctx context.Context, ws, bot, session string) ([]string, error) {
	return rows(ctx, db, "SELECT id FROM message WHERE workspace = ? AND bot = ? AND session = ? AND state = 'done' AND text = '' ORDER BY place", []any{ws, bot, session},
		func(r scanner) (id string, err error) {
			err = r.Scan(&id)
			return id, err
		})
}

// Message implements conversation.Store.
func (db *DB) Message(ctx context.Context, ws, bot, session, id string) (conversation.Message, error) {
	return row(ctx, db, "message", "SELECT "+messageColumns+" FROM message WHERE workspace = ? AND bot = ? AND session = ? AND id = ?", []any{ws, bot, session, text(id)}, scanMessage)
}

// Exchange implements conversation.Store.
func (db *DB) Exchange(ctx context.Context, ws, bot, answer string) (question, said conversation.Message, err error) {
	said, err = row(ctx, db, "answer", "SELECT "+messageColumns+" FROM message WHERE workspace = ? AND bot = ? AND id = ? AND role = 'assistant'", []any{ws, bot, text(answer)}, scanMessage)
	if err != nil {
		return question, said, err
	}
	hidden, err := db.restricts(ctx, ws, bot, said.ID)
	if err == nil && hidden {
		err = withheld()
	}
	if err != nil {
		return question, conversation.Message{}, err
	}
	question, err = db.Message(ctx, ws, bot, said.Session, said.ReplyTo)
	return question, said, err
}

// SetFeedback implements conversation.Store.
func (db *DB) SetFeedback(ctx context.Context, ws, bot, session, message string, f conversation.Feedback) error {
	feedback, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("encoding feedback: %w", err)
	}
	return db.txBeside(ctx, ws, func(t transaction) error {
		if err := db.holdSession(ctx, t, ws, bot, session); err != nil {
			return err
		}
		if err := db.stainWhere(ctx, t, "message", "session = ? AND id = ? AND feedback NOT IN ('', ?)", ws, bot, session, text(message), text(string(feedback))); err != nil {
			return err
		}
		return one(ctx, db, t, "message", "UPDATE message SET feedback = ? WHERE workspace = ? AND bot = ? AND session = ? AND id = ? AND role = 'assistant'",
			text(string(feedback)), ws, bot, session, text(message))
	})
}

// RecordGap implements conversation.Store.
func (db *DB) RecordGap(ctx context.Context, g conversation.Gap) error {
	_, err := db.write.ExecContext(ctx, db.q("INSERT INTO gap (workspace, bot, id, session, message, question, language, evidence, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
		g.Workspace, g.Bot, g.ID, g.Session, g.Message, text(g.Question), g.Language, g.Evidence, micros(g.At))
	if err != nil {
		return fmt.Errorf("writing a gap: %w", err)
	}
	return nil
}

// Gaps implements conversation.Store.
func (db *DB) Gaps(ctx context.Context, ws, bot string, limit, offset int) ([]conversation.Gap, error) {
	return rows(ctx, db, `SELECT workspace, bot, id, session, message, question, language, evidence, at FROM gap
		WHERE workspace = ? AND bot = ? AND session NOT IN (SELECT id FROM session WHERE workspace = ? AND bot = ? AND restricted = 1)
		ORDER BY at DESC, id LIMIT ? OFFSET ?`, []any{ws, bot, ws, bot, limit, offset}, func(r scanner) (g conversation.Gap, err error) {
		var at int64
		err = r.Scan(&g.Workspace, &g.Bot, &g.ID, &g.Session, &g.Message, &g.Question, &g.Language, &g.Evidence, &at)
		g.At = moment(at)
		return g, err
	})
}

// DeleteGaps implements conversation.Store.
func (db *DB) DeleteGaps(ctx context.Context, ws, bot string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	return db.txBeside(ctx, ws, func(t transaction) error {
		if err := db.stain(ctx, t, "gap"); err != nil {
			return err
		}
		for _, id := range ids {
			if _, err := t.ExecContext(ctx, db.q("DELETE FROM gap WHERE workspace = ? AND bot = ? AND id = ?"), ws, bot, id); err != nil {
				return fmt.Errorf("removing a gap: %w", err)
			}
		}
		return nil
	})
}

// PutPair implements conversation.Store.
func (db *DB) PutPair(ctx context.Context, p conversation.Pair) error {
	return db.txBeside(ctx, p.Workspace, func(t transaction) error {
		if err := db.stainWhere(ctx, t, "pair", "id = ?", p.Workspace, p.Bot, p.ID); err != nil {
			return err
		}
		if err := raise(ctx, db, t, p.Workspace, p.Bot); err != nil {
			return err
		}
		_, err := t.ExecContext(ctx, db.q(`INSERT INTO pair (workspace, bot, id, question, answer, language, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (workspace, bot, id) DO UPDATE SET question = excluded.question, answer = excluded.answer, language = excluded.language`),
			p.Workspace, p.Bot, p.ID, text(p.Question), text(p.Answer), p.Language, micros(p.CreatedAt))
		if err != nil {
			return fmt.Errorf("writing a pair: %w", err)
		}
		return nil
	})
}

// DeletePair implements conversation.Store.
func (db *DB) DeletePair(ctx context.Context, ws, bot, id string) error {
	err := db.txBeside(ctx, ws, func(t transaction) error {
		if err := db.stain(ctx, t, "pair"); err != nil {
			return err
		}
		if err := raise(ctx, db, t, ws, bot); err != nil { // before the pair, as PutPair does
			return err
		}
		return one(ctx, db, t, "pair", "DELETE FROM pair WHERE workspace = ? AND bot = ? AND id = ?", ws, bot, id)
	})
	if err != nil {
		return err
	}
	return db.tidy(ctx)
}

// Pairs implements conversation.Store.
func (db *DB) Pairs(ctx context.Context, ws, bot string) ([]conversation.Pair, error) {
	return rows(ctx, db, `SELECT workspace, bot, id, question, answer, language, created_at FROM pair
		WHERE workspace = ? AND bot = ? ORDER BY created_at, id`, []any{ws, bot}, func(r scanner) (p conversation.Pair, err error) {
		var at int64
		err = r.Scan(&p.Workspace, &p.Bot, &p.ID, &p.Question, &p.Answer, &p.Language, &at)
		p.CreatedAt = moment(at)
		return p, err
	})
}

// FailStreaming marks answers begun before the time, which a killed process was writing, as failed and counts them.
func (db *DB) FailStreaming(ctx context.Context, before time.Time) (int, error) {
	return db.failEach(ctx, "at < ?", micros(before))
}

// failEach marks the answers that are being written, and for which something holds, as failed and counts them. One by one:
// who holds several would let what erases conversations wait in a circle.
func (db *DB) failEach(ctx context.Context, such string, given ...any) (n int, err error) {
	type key struct{ workspace, bot, session, id string }
	found, err := rows(ctx, db, "SELECT workspace, bot, session, id FROM message WHERE state = 'streaming' AND "+such, given, func(r scanner) (k key, err error) {
		err = r.Scan(&k.workspace, &k.bot, &k.session, &k.id)
		return k, err
	})
	for _, k := range found {
		one, failed := db.changed(ctx, db.write, "UPDATE message SET state = 'failed' WHERE workspace = ? AND bot = ? AND session = ? AND id = ? AND state = 'streaming' AND "+such,
			append([]any{k.workspace, k.bot, k.session, k.id}, given...)...)
		n, err = n+one, errors.Join(err, failed)
	}
	if err != nil {
		return n, fmt.Errorf("closing abandoned answers: %w", err)
	}
	return n, nil
}
