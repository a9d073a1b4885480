package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
)

// A bot of years is not erased in one transaction: everybody else would wait for its end. Most of it goes in many
// short ones before the last, which takes the rest and is the same as for anything small. A mark stands from the
// first to the last: it hides the bot, source or document, and says what went so far to whoever goes on after a crash.

// unerased is the condition that nobody is erasing a bot: one that is being erased is gone for everybody.
const unerased = "NOT EXISTS (SELECT 1 FROM erasing WHERE erasing.workspace = bot.workspace AND (erasing.kind = 'workspace' OR erasing.kind = 'bot' AND erasing.subject = bot.id))"

// Of a table with more rows than these a subject is erased in parts. A file may be large.
const (
	manyRows  = 2_000
	manyFiles = 10
)

// isLarge reports whether a subject is too large to be erased in one transaction.
func (db *DB) isLarge(ctx context.Context, s erasure.Subject) (bool, error) {
	if s.Kind == erasure.Session || s.Kind == erasure.Contact {
		return false, nil
	}
	places, err := db.places(ctx, db.read, s)
	if err != nil {
		return false, err
	}
	switch s.Kind {
	case erasure.Bot:
		places = append(places, sentFor(s))
	case erasure.Document, erasure.Source: // all answers of the bot are looked at
		places = append(places, place{table: "message", where: "workspace = ? AND bot = ?", given: []any{s.Workspace, s.Bot}})
	}
	for _, p := range places {
		most := manyRows
		if p.table == "blob" {
			most = manyFiles
		}
		var n int
		if err := db.read.QueryRowContext(ctx, db.q("SELECT COUNT(*) FROM (SELECT 1 FROM "+p.table+" WHERE "+p.where+" LIMIT ?) AS found"), append(p.given[:len(p.given):len(p.given)], most+1)...).Scan(&n); err != nil {
			return false, fmt.Errorf("looking how much there is to erase: %w", err)
		}
		if n > most {
			return true, nil
		}
	}
	return false, nil
}

// eraseParts erases most of a large subject, a part at a time; others write in between. What comes meanwhile is left
// to the last transaction: of conversations those with a message since a time.
func (db *DB) eraseParts(ctx context.Context, s erasure.Subject, r erasure.Receipt) (since time.Time, err error) {
	if err := db.mark(ctx, s, r); err != nil {
		return since, err
	}
	places, err := db.places(ctx, db.write, s)
	if err != nil {
		return since, err
	}
	part := pace{rows: 100}
	switch s.Kind {
	case erasure.Bot:
		err = part.each(ctx, db, s.Workspace, func(t transaction, n int) (int, error) { return db.anonymisePart(ctx, t, s, n) })
	case erasure.Document, erasure.Source:
		since, err = db.emptyAnswersInParts(ctx, s, &part)
	}
	if err != nil {
		return since, err
	}
	for _, p := range places {
		if p.own || s.Kind == erasure.Source && p.rank() >= rankDocument { // answers that rest on them are found by them
			continue
		}
		if err := part.each(ctx, db, s.Workspace, func(t transaction, n int) (int, error) { return db.erasePart(ctx, t, s, p, n) }); err != nil {
			return since, fmt.Errorf("erasing rows of %s: %w", p.table, err)
		}
	}
	return since, nil
}

// mark notes that a subject is being erased.
func (db *DB) mark(ctx context.Context, s erasure.Subject, r erasure.Receipt) error {
	return db.txAlone(ctx, s.Workspace, func(t transaction) error {
		var n int
		where, given := ofWorkspace(s.Kind, s.Workspace)
		if err := t.QueryRowContext(ctx, db.q("SELECT COUNT(*) FROM "+string(s.Kind)+" WHERE "+where+" AND id = ?"), append(given, s.ID)...).Scan(&n); err != nil {
			return fmt.Errorf("looking for what is to be erased: %w", err)
		}
		if n == 0 {
			return problem.Missing(string(s.Kind))
		}
		n, err := db.changed(ctx, t, "INSERT INTO erasing (workspace, kind, subject, bot, receipt, at, counts) VALUES (?, ?, ?, ?, ?, ?, '{}') ON CONFLICT DO NOTHING",
			s.Workspace, string(s.Kind), s.ID, s.Bot, r.ID, micros(r.At))
		if err != nil {
			return fmt.Errorf("marking what is being erased: %w", err)
		}
		if n == 1 && (s.Kind == erasure.Document || s.Kind == erasure.Source) {
			return raise(ctx, db, t, s.Workspace, s.Bot)
		}
		return nil
	})
}

// erasePart erases at most n rows of a place.
func (db *DB) erasePart(ctx context.Context, t transaction, s erasure.Subject, p place, n int) (gone int, err error) {
	if gone, err = db.changed(ctx, t, "DELETE FROM "+p.table+" WHERE "+db.these(p.table, p.where+" LIMIT ?"), append(p.given[:len(p.given):len(p.given)], n)...); err != nil {
		return gone, err
	}
	return gone, db.countErased(ctx, t, s, map[string]int{p.table: gone})
}

// these is the condition that a row is one of those of its table for which something holds. PostgreSQL finds them once,
// and not anew for each row, which it would without statistics.
func (db *DB) these(table, where string) string {
	if db.pool != nil {
		return "ctid = ANY(ARRAY(SELECT ctid FROM " + table + " WHERE " + where + "))"
	}
	return "rowid IN (SELECT rowid FROM " + table + " WHERE " + where + ")"
}

// sentFor is what left for a bot: it stays without the bot.
func sentFor(s erasure.Subject) place {
	return place{table: "transfer", where: "workspace = ? AND bot = ? AND purpose <> 'crawl'", given: []any{s.Workspace, s.Bot}}
}

// anonymisePart takes a bot's name, and with it all that could tell whose they were, off at most n entries of the
// ledger.
func (db *DB) anonymisePart(ctx context.Context, t transaction, s erasure.Subject, n int) (done int, err error) {
	these, bodies, err := db.entriesOf(ctx, t, s, n)
	if err != nil || len(these) == 0 {
		return 0, err
	}
	list, err := json.Marshal(these)
	if err != nil {
		return 0, err
	}
	among := " WHERE rowid IN (SELECT value FROM json_each(?))"
	if db.pool != nil {
		among = " WHERE ctid = ANY(ARRAY(SELECT CAST(one AS TID) FROM json_array_elements_text(CAST(? AS JSON)) one))"
	}
	if done, err = db.changed(ctx, t, anonymiseTransfers+botless+", body = NULL, returned = NULL"+among, string(list)); err != nil {
		return done, err
	}
	return done, db.countErased(ctx, t, s, map[string]int{"transfer.body": bodies, "transfer.answer": done})
}

// entriesOf are the places of at most n entries of the ledger that name a bot, and how many of them have a body.
func (db *DB) entriesOf(ctx context.Context, t transaction, s erasure.Subject, n int) (these []string, bodies int, err error) {
	p := sentFor(s)
	column := "rowid"
	if db.pool != nil {
		column = "ctid"
	}
	r, err := t.QueryContext(ctx, db.q("SELECT CAST("+column+" AS TEXT), CASE WHEN body IS NULL THEN 0 ELSE 1 END FROM "+p.table+" WHERE "+p.where+" LIMIT ?"), append(p.given, n)...)
	if err != nil {
		return nil, 0, fmt.Errorf("reading the ledger: %w", err)
	}
	defer r.Close()
	for r.Next() {
		var one string
		var body int
		if err := r.Scan(&one, &body); err != nil {
			return nil, 0, fmt.Errorf("reading the ledger: %w", err)
		}
		these, bodies = append(these, one), bodies+body
	}
	return these, bodies, r.Err()
}

// countErased adds to what the mark of a subject counts.
func (db *DB) countErased(ctx context.Context, t transaction, s erasure.Subject, more map[string]int) error {
	counts, err := db.erasedSoFar(ctx, t, s)
	if err != nil {
		return err
	}
	for name, n := range more {
		if n > 0 {
			counts[name] += n
		}
	}
	encoded, err := json.Marshal(counts)
	if err != nil {
		return err
	}
	_, err = db.changed(ctx, t, "UPDATE erasing SET counts = ? WHERE workspace = ? AND kind = ? AND subject = ?", string(encoded), s.Workspace, string(s.Kind), s.ID)
	return err
}

// erasedSoFar is what went of a subject in earlier transactions. It keeps others from counting at the same time.
func (db *DB) erasedSoFar(ctx context.Context, t transaction, s erasure.Subject) (map[string]int, error) {
	statement := "SELECT counts FROM erasing WHERE workspace = ? AND kind = ? AND subject = ?"
	if db.pool != nil {
		statement += " FOR UPDATE"
	}
	counts := map[string]int{}
	var encoded string
	err := t.QueryRowContext(ctx, db.q(statement), s.Workspace, string(s.Kind), s.ID).Scan(&encoded)
	if errors.Is(err, sql.ErrNoRows) {
		return counts, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading what was erased so far: %w", err)
	}
	return counts, json.Unmarshal([]byte(encoded), &counts)
}

// unmark takes the mark of a subject away, and those of what belonged to it.
func (db *DB) unmark(ctx context.Context, t transaction, s erasure.Subject) error {
	where, given := "workspace = ?", []any{s.Workspace}
	switch s.Kind {
	case erasure.Workspace:
	case erasure.Bot:
		where, given = where+" AND bot = ?", append(given, s.Bot)
	default:
		where, given = where+" AND kind = ? AND subject = ?", append(given, string(s.Kind), s.ID)
	}
	_, err := db.changed(ctx, t, "DELETE FROM erasing WHERE "+where, given...)
	return err
}

// Begun implements erasure.Store.
func (db *DB) Begun(ctx context.Context, before time.Time) ([]erasure.Tombstone, error) {
	return rows(ctx, db, "SELECT workspace, kind, subject, bot, receipt, at FROM erasing WHERE at < ? OR at > ? ORDER BY at", []any{micros(before), micros(before.Add(erasure.AtMost))}, func(r scanner) (t erasure.Tombstone, err error) {
		var at int64
		err = r.Scan(&t.Subject.Workspace, &t.Subject.Kind, &t.Subject.ID, &t.Subject.Bot, &t.Receipt, &at)
		t.At = moment(at)
		return t, err
	})
}

// pace is how many rows a transaction takes: so many that others wait for moments only.
type pace struct {
	rows int
	slow time.Duration // that a transaction took after which it was to be fewer, 0 if the last one did not
}

// short is how long a transaction may take that others wait for.
const short = 25 * time.Millisecond

// each calls part, alone with the workspace's rows, until it finds fewer rows than it might take. In between it leaves the
// database to others for as long as it has held it. How long it waited for them says nothing of its own pace.
func (p *pace) each(ctx context.Context, db *DB, ws string, part func(t transaction, rows int) (int, error)) error {
	for {
		var n int
		var began time.Time
		err := db.txAlone(ctx, ws, func(t transaction) (err error) {
			began = time.Now()
			n, err = part(t, p.rows)
			return err
		})
		if err != nil || n < p.rows {
			return err
		}
		took := time.Since(began)
		p.after(took)
		select {
		case <-time.After(min(took, short)):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// after says how many rows the next transaction takes, by how long the last one took. Where fewer rows have taken as long as
// more, it is not the rows that take the time: with ever fewer of them it would only be spent more often.
func (p *pace) after(took time.Duration) {
	switch {
	case took < short/2, p.slow > 0 && took > short && took > p.slow*3/4:
		p.rows, p.slow = p.rows*2, 0
	case took > short:
		p.rows, p.slow = max(1, p.rows/2), took
	default:
		p.slow = 0
	}
}
