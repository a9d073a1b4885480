package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/token"
)

// learned are the tables that hold what pages and files say: what they said before a reading has changed or removed it
// has to go, too.
var learned = []string{"document", "page", "passage", "vector"}

// stain notes, in the transaction that takes something out of tables or puts it otherwise, that the files of PostgreSQL
// may still hold it. (SQLite overwrites it; erasures remember their tables by their receipts.) So no process that is
// killed takes the knowledge with it, and what nobody touched is not written anew. Each has a row of its own: one that
// Clean has read before would not stand for what goes meanwhile, and who shares one waits for another's transaction.
func (db *DB) stain(ctx context.Context, t transaction, tables ...string) error {
	if db.pool == nil {
		return nil
	}
	if _, err := t.ExecContext(ctx, db.q("INSERT INTO stain (id, tables) VALUES (?, ?)"), token.ID("stn"), strings.Join(tables, ",")); err != nil {
		return fmt.Errorf("noting what is to be written anew: %w", err)
	}
	return nil
}

// stainWhere notes the table if a row of it, which is about to be put otherwise, holds something now. The first arguments
// are the workspace and the bot, of which nobody else puts such rows until the transaction has ended: what another is
// about to commit would not be seen, and overwritten all the same.
func (db *DB) stainWhere(ctx context.Context, t transaction, table, such string, args ...any) error {
	if db.pool == nil {
		return nil
	}
	if err := db.hold(ctx, t, exclusive, fmt.Sprint(table, args[:2])); err != nil {
		return err
	}
	var there bool
	if err := t.QueryRowContext(ctx, db.q("SELECT EXISTS (SELECT 1 FROM "+table+" WHERE workspace = ? AND bot = ? AND "+such+")"), args...).Scan(&there); err != nil {
		return fmt.Errorf("looking for what stood there before: %w", err)
	}
	if !there {
		return nil
	}
	return db.stain(ctx, t, table)
}

// takeOut runs a statement that takes something out of a table of a workspace, or of all if it is "", and says how many
// rows it changed.
func (db *DB) takeOut(ctx context.Context, ws, table, statement string, args ...any) (n int, err error) {
	err = db.txAlone(ctx, ws, func(t transaction) error {
		if n, err = db.changed(ctx, t, statement, args...); err != nil || n == 0 {
			return err
		}
		return db.stain(ctx, t, table)
	})
	return n, err
}

// Clean writes the files of stained tables anew, so that what went is gone from the disk, too. It keeps others from
// these tables for seconds: call it every hour.
func (db *DB) Clean(ctx context.Context) error {
	if db.pool == nil {
		return nil
	}
	var noted []string
	stained := map[string]int{} // as a receipt counts them
	_, err := rows(ctx, db, "SELECT id, tables FROM stain", nil, func(r scanner) (struct{}, error) {
		var id, tables string
		err := r.Scan(&id, &tables)
		noted = append(noted, id)
		for table := range strings.SplitSeq(tables, ",") {
			stained[table] = 1
		}
		return struct{}{}, err
	})
	if err != nil || len(noted) == 0 {
		return err
	}
	if _, err := db.Purge(ctx, stained); err != nil { // of those that are too large to be written anew at least the room is used again
		return fmt.Errorf("writing tables anew: %w", err)
	}
	if _, err := db.Rewrite(ctx, stained); err != nil {
		return fmt.Errorf("writing tables anew: %w", err)
	}
	if _, err := db.write.ExecContext(ctx, "DELETE FROM stain WHERE id = ANY($1)", noted); err != nil {
		return fmt.Errorf("noting what was written anew: %w", err)
	}
	return nil
}
