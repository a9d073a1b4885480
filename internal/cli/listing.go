package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"
)

// listing prints what a command lists, a thing a row: for reading as a table, for programs as lines of JSON.
type listing struct {
	table *tabwriter.Writer
	json  *json.Encoder // nil for a table
}

func (c *command) listing(asJSON bool) listing {
	if asJSON {
		return listing{table: c.table(), json: json.NewEncoder(c.out)}
	}
	return listing{table: c.table()}
}

// row prints a thing: v is its JSON, format with values its row of the table, with tabs between the cells.
func (l listing) row(v any, format string, values ...any) error {
	if l.json != nil {
		return l.json.Encode(v)
	}
	_, err := fmt.Fprintf(l.table, format+"\n", values...)
	return err
}

// end prints the table.
func (l listing) end() error { return l.table.Flush() }

// table lines up what is written to it at its tabs, once it is flushed.
func (c *command) table() *tabwriter.Writer { return tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0) }
