package table

import (
	"slices"
	"testing"
)

// Rows that a file marks as header may be empty.
func TestEmptyHeaderRow(t *testing.T) {
	cell := func(text string) Cell { return Cell{Text: text} }
	g := Grid{Rows: [][]Cell{{}, {cell(""), cell("Preis")}, {cell("Suppe"), cell("5 €")}}, Headers: 2}
	if b := g.Blocks(0); len(b) != 1 || b[0].Text != "Suppe\t5 €" || !slices.Equal(b[0].Header, []string{"", "Preis"}) {
		t.Errorf("%+v", b)
	}
}
