package store

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/url"
	"slices"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
)

// emptyCopies empties what others keep of a subject: the ledger, and answers that rest on a document that
// goes. It counts what it emptied by table and column.
func (db *DB) emptyCopies(ctx context.Context, t transaction, s erasure.Subject) (map[string]int, error) {
	switch s.Kind {
	case erasure.Session:
		return db.anonymiseLedger(ctx, t, "", "answer IN (SELECT id FROM message WHERE workspace = ? AND bot = ? AND session = ?)", s.Workspace, s.Bot, s.Workspace, s.Bot, s.ID)
	case erasure.Bot:
		return db.anonymiseLedger(ctx, t, botless, "purpose <> 'crawl'", s.Workspace, s.Bot)
	case erasure.Document, erasure.Source:
		documents, err := db.documentsOf(ctx, t, s)
		if err != nil {
			return nil, err
		}
		emptied := map[string]int{}
		if s.Kind == erasure.Document {
			if err := db.erasePages(ctx, t, s, documents, emptied); err != nil {
				return nil, err
			}
		}
		return emptied, db.emptyAnswers(ctx, t, s, documents, emptied)
	}
	return nil, nil
}

// botless takes the bot off an entry of the ledger.
const botless = ", bot = '', source = ''"

// anonymiseLedger leaves of a bot's entries that what left, for whom and on which day: the workspace has to be
// able to tell to whom personal data went (Art. 5(2), 19 and 30 GDPR), also when these are erased.
func (db *DB) anonymiseLedger(ctx context.Context, t transaction, besides, which string, given ...any) (map[string]int, error) {
	where := " WHERE workspace = ? AND bot = ? AND " + which
	bodies, err := db.changed(ctx, t, "UPDATE transfer SET body = NULL, returned = NULL"+where+" AND body IS NOT NULL", given...)
	if err != nil {
		return nil, err
	}
	entries, err := db.changed(ctx, t, anonymiseTransfers+besides+where, given...)
	return map[string]int{"transfer.body": bodies, "transfer.answer": entries}, err
}

// copied is what is needed of one to find its copies.
type copied struct{ id, source, address string }

func (db *DB) documentsOf(ctx context.Context, t transaction, s erasure.Subject) ([]copied, error) {
	column := "id"
	if s.Kind == erasure.Source {
		column = "source"
	}
	r, err := t.QueryContext(ctx, db.q("SELECT id, source, address FROM document WHERE workspace = ? AND bot = ? AND "+column+" = ?"), s.Workspace, s.Bot, s.ID)
	if err != nil {
		return nil, fmt.Errorf("reading documents: %w", err)
	}
	defer r.Close()
	var all []copied
	for r.Next() {
		var c copied
		if err := r.Scan(&c.id, &c.source, &c.address); err != nil {
			return nil, fmt.Errorf("reading documents: %w", err)
		}
		all = append(all, c)
	}
	return all, r.Err()
}

// erasePages removes where documents came from: the crawler's memory of the page, the file, and the
// path in the ledger of fetches.
func (db *DB) erasePages(ctx context.Context, t transaction, s erasure.Subject, documents []copied, counts map[string]int) error {
	for _, d := range documents {
		for _, one := range []struct{ table, statement string }{
			{"blob", "DELETE FROM blob WHERE workspace = ? AND bot = ? AND source = ? AND name = ?"},
			{"page", "DELETE FROM page WHERE workspace = ? AND bot = ? AND source = ? AND address = ?"},
		} {
			n, err := db.changed(ctx, t, one.statement, s.Workspace, s.Bot, d.source, d.address)
			if err != nil {
				return err
			}
			counts[one.table] += n
		}
		u, err := url.Parse(d.address)
		if err != nil || u.Host == "" {
			continue // a file
		}
		// Earlier versions wrote paths down decoded.
		n, err := db.changed(ctx, t, "UPDATE transfer SET path = '' WHERE workspace = ? AND bot = ? AND source = ? AND path IN (?, ?)", s.Workspace, s.Bot, d.source, u.EscapedPath(), text(u.Path))
		if err != nil {
			return err
		}
		counts["transfer.path"] += n
	}
	return nil
}

// emptyAnswers takes out of conversations what rests on documents that go: the answers that cite
// them, or may quote them without saying so, get a sentence instead. Of all requests that showed them
// to a model the bytes go, and of those that came later in the conversation, which held its answers.
func (db *DB) emptyAnswers(ctx context.Context, t transaction, s erasure.Subject, documents []copied, counts map[string]int) error {
	ids, addresses := map[string]bool{}, map[string]bool{}
	for _, d := range documents {
		ids[d.id], addresses[d.address] = true, true
	}
	told := "" // the last session in which an answer has rested on them
	for m, err := range db.answers(ctx, t, s) {
		if err != nil {
			return err
		}
		cites := slices.ContainsFunc(m.Citations, func(c conversation.Citation) bool { return addresses[c.Document] })
		shown := slices.ContainsFunc(m.Trace.Documents, func(id string) bool { return ids[id] })
		if cites || (shown || told == m.Session) && m.Unattributed() {
			n, err := db.changed(ctx, t, "UPDATE message SET text = ?, citations = '' WHERE workspace = ? AND bot = ? AND session = ? AND id = ?",
				erasure.Withdrawn(m.Language), s.Workspace, s.Bot, m.Session, m.ID)
			if err != nil {
				return err
			}
			counts["message.text"] += n
			told = m.Session
		}
		if shown || told == m.Session {
			n, err := db.changed(ctx, t, "UPDATE transfer SET body = NULL, returned = NULL WHERE workspace = ? AND bot = ? AND answer = ? AND body IS NOT NULL", s.Workspace, s.Bot, m.ID)
			if err != nil {
				return err
			}
			counts["transfer.body"] += n
		}
	}
	return nil
}

// answersAtOnce is how many answers, of some kilobytes each, are held in memory.
const answersAtOnce = 1000

// answers are all of a bot, those of a conversation in their order. They may be changed meanwhile.
func (db *DB) answers(ctx context.Context, t transaction, s erasure.Subject) iter.Seq2[conversation.Message, error] {
	return func(yield func(conversation.Message, error) bool) {
		session, place := "", int64(-1)
		for {
			var some []conversation.Message
			var err error
			if some, place, err = db.answersAfter(ctx, t, s, session, place); err != nil {
				yield(conversation.Message{}, err)
				return
			}
			for _, m := range some {
				session = m.Session
				if !yield(m, nil) {
					return
				}
			}
			if len(some) < answersAtOnce {
				return
			}
		}
	}
}

// answersAfter are the next ones behind a place in a session, and the place of the last of them.
func (db *DB) answersAfter(ctx context.Context, t transaction, s erasure.Subject, session string, place int64) (some []conversation.Message, last int64, err error) {
	r, err := t.QueryContext(ctx, db.q(`SELECT session, place, id, language, refused, citations, trace FROM message
		WHERE workspace = ? AND bot = ? AND role = 'assistant' AND session >= ? AND (session > ? OR place > ?) ORDER BY session, place LIMIT ?`),
		s.Workspace, s.Bot, session, session, place, answersAtOnce)
	if err != nil {
		return nil, 0, fmt.Errorf("reading answers: %w", err)
	}
	defer r.Close()
	for r.Next() {
		var m conversation.Message
		var refused int64
		var citations, trace string
		if err := r.Scan(&m.Session, &last, &m.ID, &m.Language, &refused, &citations, &trace); err != nil {
			return nil, 0, fmt.Errorf("reading answers: %w", err)
		}
		m.Refused = refused != 0
		if citations != "" {
			err = json.Unmarshal([]byte(citations), &m.Citations)
		}
		if trace != "" && err == nil {
			err = json.Unmarshal([]byte(trace), &m.Trace)
		}
		if err != nil {
			return nil, 0, fmt.Errorf("decoding an answer: %w", err)
		}
		some = append(some, m)
	}
	return some, last, r.Err()
}
