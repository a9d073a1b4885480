package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/problem"
)

// Record implements egress.Ledger. What goes to a model is on disk before Record returns; the
// fetches of the crawler, thousands of which may come in a minute and which carry nobody's data,
// are written every second.
func (db *DB) Record(ctx context.Context, t egress.Transfer) error {
	if t.Purpose == egress.Crawl {
		db.later(insertTransfer, t)
		return nil
	}
	if t.Bot == "" {
		return insertTransfer(ctx, db, db.write, t)
	}
	note, _ := ctx.Value(notingKey{}).(*noting)
	noted := note == nil || note.written.Load()
	err := db.txBeside(ctx, t.Workspace, func(tr transaction) error { // else the entry might outlive an erasure
		err := tr.QueryRowContext(ctx, db.q("SELECT 1 FROM bot WHERE workspace = ? AND id = ? AND "+unerased), t.Workspace, t.Bot).Scan(new(int))
		if errors.Is(err, sql.ErrNoRows) { // erased since its work began: nothing of it may leave any more
			return problem.Missing("bot")
		}
		if err != nil {
			return fmt.Errorf("looking for the bot: %w", err)
		}
		if !noted {
			if err := db.noteTrace(ctx, tr, note); err != nil {
				return err
			}
		}
		return insertTransfer(ctx, db, tr, t)
	})
	if err == nil && !noted {
		note.written.Store(true)
	}
	return err
}

// Complete implements egress.Ledger; the outcome is written within a second.
func (db *DB) Complete(_ context.Context, t egress.Transfer) error {
	t.Body = nil
	db.later(completeTransfer, t)
	return nil
}

// entry is something that the ledger learns within a second.
type entry struct {
	write    func(ctx context.Context, db *DB, x executor, t egress.Transfer) error
	transfer egress.Transfer
}

func (db *DB) later(write func(ctx context.Context, db *DB, x executor, t egress.Transfer) error, t egress.Transfer) {
	db.ledger.Lock()
	defer db.ledger.Unlock()
	db.buffered = append(db.buffered, entry{write, t})
}

func insertTransfer(ctx context.Context, db *DB, x executor, t egress.Transfer) error {
	categories, err := json.Marshal(t.Categories)
	if err != nil {
		return fmt.Errorf("encoding categories: %w", err)
	}
	_, err = x.ExecContext(ctx, db.q(`INSERT INTO transfer (workspace, bot, id, at, purpose, legal_basis, answer, source, recipient, region, method, path, categories, bytes_out, bytes_in, status, error, duration, body)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`), // one may be written again whose first time was not confirmed
		t.Workspace, t.Bot, t.ID, micros(t.Time), string(t.Purpose), text(t.LegalBasis), t.Answer, t.Source, text(t.Recipient), text(t.Region),
		t.Method, text(t.Path), string(categories), t.BytesOut, t.BytesIn, t.Status, text(t.Error), t.Duration.Microseconds(), t.Body)
	if err != nil {
		return fmt.Errorf("writing the ledger: %w", err)
	}
	return nil
}

func completeTransfer(ctx context.Context, db *DB, x executor, t egress.Transfer) error {
	// What came back is kept beside what was sent only: if that was erased meanwhile, it is as well.
	// The entry of a bot that was erased meanwhile names none any more.
	_, err := x.ExecContext(ctx, db.q(`UPDATE transfer SET bytes_in = ?, status = ?, error = ?, duration = ?, returned = CASE WHEN body IS NULL THEN returned ELSE ? END
		WHERE workspace = ? AND bot IN (?, '') AND id = ?`),
		t.BytesIn, t.Status, text(t.Error), t.Duration.Microseconds(), t.Returned, t.Workspace, t.Bot, t.ID)
	if err != nil {
		return fmt.Errorf("completing the ledger: %w", err)
	}
	return nil
}

// keepLedger writes what was left for later every second until ctx ends, then the last of it; and
// has an eye on SQLite's log.
func (db *DB) keepLedger(ctx context.Context) {
	defer close(db.flushed)
	beat := time.NewTicker(time.Second)
	defer beat.Stop()
	waiting := false // entries wait for the database, as the log says already
	for open := true; open; {
		select {
		case <-beat.C:
		case <-ctx.Done():
			open = false
		}
		err := db.Flush(context.WithoutCancel(ctx))
		still := errors.Is(err, errAway)
		if err != nil && !(still && waiting && open) {
			db.log.Error("keeping the ledger", "error", err)
		}
		waiting = still
		if err := db.copyLog(context.WithoutCancel(ctx)); err != nil {
			db.log.Error("keeping the database", "error", err)
		}
	}
}

// Flush writes at once what the ledger was told and would write within a second. What another call is
// writing meanwhile is written, too, when it returns.
func (db *DB) Flush(ctx context.Context) error {
	db.flushing.Lock()
	defer db.flushing.Unlock()
	db.ledger.Lock()
	batch := db.buffered
	db.buffered = nil
	db.ledger.Unlock()
	if len(batch) == 0 {
		return nil
	}
	err := db.writeEntries(ctx, batch)
	if err == nil {
		return nil
	}
	if !refused(err) {
		db.again(batch)
		return fmt.Errorf("%d entries wait: %w: %w", len(batch), errAway, err)
	}
	lost := 0
	for i := range batch {
		alone := db.writeEntries(ctx, batch[i:i+1])
		switch {
		case alone == nil:
		case !refused(alone):
			db.again(batch[i:])
			return fmt.Errorf("%d entries wait: %w: %w", len(batch)-i, errAway, alone)
		default:
			err = alone
			lost++
		}
	}
	if lost == 0 {
		return nil
	}
	return fmt.Errorf("the last of %d entries that are lost: %w", lost, err)
}

// errAway says that the database takes nothing in at the moment: it is away, busy, full or read-only.
var errAway = errors.New("the database takes nothing in")

// refused reports whether it is what was written that the database does not take: then it never will.
func refused(err error) bool {
	var pg *pgconn.PgError
	var lite *sqlite.Error
	var encoding *json.UnsupportedValueError
	switch {
	case errors.As(err, &pg):
		return strings.HasPrefix(pg.Code, "22") || strings.HasPrefix(pg.Code, "23") // data, constraints
	case errors.As(err, &lite):
		code := lite.Code() & 0xff
		return code == sqlite3.SQLITE_CONSTRAINT || code == sqlite3.SQLITE_TOOBIG || code == sqlite3.SQLITE_MISMATCH
	}
	return errors.As(err, &encoding)
}

// mostWaiting is how many entries wait for a database that is away; nobody asks a model meanwhile, because
// what can't be written down does not leave.
const mostWaiting = 50_000

// again puts entries back in front of those that came meanwhile.
func (db *DB) again(batch []entry) {
	db.ledger.Lock()
	defer db.ledger.Unlock()
	db.buffered = append(batch, db.buffered...)
	if over := len(db.buffered) - mostWaiting; over > 0 {
		db.log.Error("the ledger lacks entries", "lost", over)
		db.buffered = db.buffered[over:]
	}
}

func (db *DB) writeEntries(ctx context.Context, batch []entry) error {
	// Each entry on its own would wait for others in another order than they do.
	batch = slices.Clone(batch)
	slices.SortStableFunc(batch, func(a, b entry) int { return cmp.Compare(a.transfer.ID, b.transfer.ID) })
	return db.tx(ctx, func(t transaction) error {
		left, err := db.withoutErased(ctx, t, batch)
		if err != nil {
			return err
		}
		for _, one := range left {
			if err := one.write(ctx, db, t, one.transfer); err != nil {
				return err
			}
		}
		return nil
	})
}

// withoutErased leaves out fetches for sources that were erased meanwhile: their paths would stay. Until the transaction
// is over nothing is erased.
func (db *DB) withoutErased(ctx context.Context, t transaction, batch []entry) ([]entry, error) {
	locks := map[string]bool{}
	for _, one := range batch {
		locks[rowsOf(one.transfer.Workspace)] = true
	}
	if err := db.hold(ctx, t, shared, slices.Sorted(maps.Keys(locks))...); err != nil {
		return nil, err
	}
	type key struct{ workspace, bot, source string }
	const statement = "SELECT 1 FROM source WHERE workspace = ? AND bot = ? AND id = ?"
	there := map[key]bool{}
	var left []entry
	for _, one := range batch {
		k := key{one.transfer.Workspace, one.transfer.Bot, one.transfer.Source}
		if k.source == "" {
			left = append(left, one)
			continue
		}
		exists, known := there[k]
		if !known {
			err := t.QueryRowContext(ctx, db.q(statement), k.workspace, k.bot, k.source).Scan(new(int))
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return nil, fmt.Errorf("looking for a source: %w", err)
			}
			exists = err == nil
			there[k] = exists
		}
		if exists {
			left = append(left, one)
		}
	}
	return left, nil
}

// ForgetAnswer implements conversation.Store. What came back may still be waiting to be written.
func (db *DB) ForgetAnswer(ctx context.Context, ws, bot, answer string) error {
	if err := db.Flush(ctx); err != nil {
		return err
	}
	return db.txAlone(ctx, ws, func(t transaction) error {
		_, err := db.changed(ctx, t, anonymiseTransfers+`, body = NULL, returned = NULL, bot = COALESCE((SELECT id FROM bot WHERE workspace = ? AND id = ?), '')
			WHERE workspace = ? AND bot = ? AND answer = ?`, ws, bot, ws, bot, answer)
		if err != nil {
			return err
		}
		_, err = db.changed(ctx, t, "DELETE FROM transfer WHERE workspace = ? AND NOT EXISTS (SELECT 1 FROM workspace WHERE id = ?)", ws, ws)
		return err
	})
}
