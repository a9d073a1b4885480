package analysis

import (
	"reflect"
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/table"
)

// What is read back is what was stored; of bytes that are cut short, longer or of another version nothing is taken.
func TestStoredAnalysesAreReadBack(t *testing.T) {
	p := passage.Passage{
		Title: "Preise", Headings: []string{"Werkstatt", "Inspektion"}, Address: "https://rad.example/werkstatt/preise.html",
		Text: "Die Fahrradinspektion kostet 49 Euro. Wir öffnen montags um 9 Uhr.\nSeit 1998 in Kiel.",
	}
	a := Of(&p, table.Default())
	if p.Language != "de" || a.Facts == 0 || len(a.Topics) == 0 || a.Vector == nil {
		t.Fatalf("of a German text with prices and times it says %+v in %q", a, p.Language)
	}
	stored := a.Encode(table.Default())
	if !slices.Equal(stored[:len(Stamp(table.Default()))], Stamp(table.Default())) {
		t.Errorf("it begins with % x", stored[:8])
	}
	var back Analysis
	if err := back.Decode(stored, table.Default()); err != nil {
		t.Fatal(err)
	}
	if got := back.Encode(table.Default()); !slices.Equal(got, stored) || !reflect.DeepEqual(back.Words, a.Words) || !reflect.DeepEqual(back.Vector, a.Vector) {
		t.Errorf("read back: %+v, stored: %+v", back, *a)
	}
	for n := range stored {
		if back.Decode(stored[:n], table.Default()) == nil {
			t.Errorf("of %d bytes %d are enough", len(stored), n)
		}
	}
	if back.Decode(append(slices.Clone(stored), 0), table.Default()) == nil {
		t.Error("a byte too many does not matter")
	}
	other := slices.Clone(stored)
	other[0]++
	if back.Decode(other, table.Default()) == nil {
		t.Error("what another version stored is read")
	}
}
