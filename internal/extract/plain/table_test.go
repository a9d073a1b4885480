package plain

import (
	"strings"
	"testing"
)

// A cell that many lines go on is cut into several: adding each to all before takes time that grows with the square.
func TestCellsOfPlainTextEnd(t *testing.T) {
	d := Text("Anker    Stahl,\nBoot     Holz,\n" + strings.Repeat("         Eisen,\n", 2000))
	for _, b := range d.Blocks {
		if len(b.Text) > longestCell+maxTableLine {
			t.Fatalf("a row has %d bytes", len(b.Text))
		}
	}
	if text := d.Text(); strings.Count(text, "Eisen") != 2000 {
		t.Errorf("%d lines are read", strings.Count(text, "Eisen"))
	}
}
