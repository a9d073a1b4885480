package webpage_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
)

// A cell over several columns is said of each of them.
func TestACellOverColumnsIsSaidOfEach(t *testing.T) {
	body := `<html lang="de"><title>Zeiten</title><main><h1>Zeiten</h1><p>Das Büro ist so geöffnet, wie es in dieser Tabelle steht.</p>
		<table><tr><th>Zeitraum</th><th>Mo–Fr</th><th>Sa</th><th>So</th></tr>
		<tr><td>April</td><td>10–16 Uhr</td><td>10–14 Uhr</td><td>geschlossen</td></tr>
		<tr><td>Winter</td><td>10–12 Uhr</td><td colspan="2">nur telefonisch</td></tr>
		<tr><td colspan="4">Ostern ist zu</td></tr></table></main></html>`
	d := page(t, body)
	got := map[string]string{}
	for _, b := range d.Blocks {
		if b.Kind == document.KindRow {
			got[strings.Split(b.Text, "\t")[0]] = strings.Join(b.Header, "|")
		}
	}
	for row, want := range map[string]string{"April": "Zeitraum|Mo–Fr|Sa|So", "Winter": "Zeitraum|Mo–Fr|Sa, So|So"} {
		if got[row] != want {
			t.Errorf("the row %q has the header %q, want %q", row, got[row], want)
		}
	}
	// One over all columns is said of none of them.
	if i := slices.IndexFunc(d.Blocks, func(b document.Block) bool { return b.Text == "Ostern ist zu" }); i < 0 || d.Blocks[i].Kind != document.KindParagraph {
		t.Errorf("the line over all columns is read as %+v", d.Blocks)
	}
}
