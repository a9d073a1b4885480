package store

import (
	"context"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// Holding names the tables of a PostgreSQL database in which one of the texts stands, in whatever
// column, by text: it reads every row. Of SQLite it says nothing: there the files say more.
func (db *DB) Holding(ctx context.Context, texts ...string) (map[string][]string, error) {
	if db.pool == nil {
		return nil, nil
	}
	tables, err := db.tables(ctx, db.read)
	if err != nil {
		return nil, err
	}
	found := map[string][]string{}
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		for _, text := range texts {
			var n int
			// Bytes are written as hexadecimal digits in the text of a row.
			err := db.read.QueryRowContext(ctx,
				"SELECT COUNT(*) FROM "+table+" t WHERE position($1 IN t::text) > 0 OR position($2 IN t::text) > 0",
				text, hex.EncodeToString([]byte(text))).Scan(&n)
			if err != nil {
				return nil, fmt.Errorf("looking through %s: %w", table, err)
			}
			if n > 0 {
				found[text] = append(found[text], "table "+table)
			}
		}
	}
	return found, nil
}
