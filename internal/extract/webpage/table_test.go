package webpage_test

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
)

// A table may be made of boxes that say what they are.
func TestHTML_TablesOfBoxes(t *testing.T) {
	d := page(t, `<html lang="de"><body><main><h1>Räder leihen</h1><p>Wir verleihen Räder für die Stadt und fürs Land, mit Schloss und Licht, auch an Gruppen.</p>
		<div role="table" class="g"><div role="rowgroup"><div role="row"><div role="columnheader">Rad</div><div role="columnheader">Tag</div><div role="columnheader">Woche</div></div></div>
		<div role="rowgroup"><div role="row"><div role="rowheader">Stadtrad</div><div role="cell">12 €</div><div role="cell">60 €</div></div><div role="row"><div role="rowheader">E-Rad</div><div role="cell">29 €</div><div role="cell">150 €</div></div></div></div></main></body></html>`)
	var rows []string
	for _, b := range d.Blocks {
		if b.Kind == document.KindRow {
			rows = append(rows, strings.Join(b.Header, "|")+": "+strings.ReplaceAll(b.Text, "\t", "|"))
		}
	}
	if got := strings.Join(rows, "; "); got != "Rad|Tag|Woche: Stadtrad|12 €|60 €; Rad|Tag|Woche: E-Rad|29 €|150 €" {
		t.Errorf("%s\n%s", got, d.Text())
	}
}

// A table in a cell of a table of boxes is one only if it is sound itself.
func TestHTML_TablesInTablesOfBoxes(t *testing.T) {
	d := page(t, `<html lang="de"><body><main><h1>Räder leihen</h1><p>Wir verleihen Räder für die Stadt und fürs Land, auch an Gruppen.</p><div role="table"><div role="row"><div role="cell">Stadtrad</div>
		<div role="cell"><div role="table"><div role="row"><div role="cell">Tag</div><div role="cell">12 €</div></div><p>Mit Schloss und Licht.</p></div></div></div></div></main></body></html>`)
	for _, want := range []string{"Stadtrad", "12 €", "Mit Schloss und Licht."} {
		if !strings.Contains(d.Text(), want) {
			t.Errorf("lost %q in:\n%s", want, d.Text())
		}
	}
}

// What a table has no place for is not lost: boxes around rows without a role, links, notes.
func TestHTML_BoxesThatAreNoTableStay(t *testing.T) {
	for name, rows := range map[string]string{
		"rows in a box":  `<div role="row"><div role="columnheader">Rad</div><div role="columnheader">Tag</div></div><div class="body"><div role="row"><div role="cell">Stadtrad</div><div role="cell">12 €</div></div><div role="row"><div role="cell">E-Rad</div><div role="cell">29 €</div></div></div>`,
		"cells in a box": `<div role="row"><div role="cell">Stadtrad</div><div><div role="cell">12 €</div></div></div><div role="row"><div role="cell">E-Rad</div><div><div role="cell">29 €</div></div></div>`,
		"rows that link": `<a role="row" href="/stadtrad"><div role="cell">Stadtrad</div><div role="cell">12 €</div></a><a role="row" href="/e-rad"><div role="cell">E-Rad</div><div role="cell">29 €</div></a>`,
		"a note":         `<div role="row"><div role="cell">Stadtrad</div><div role="cell">12 €</div></div><div role="row"><div role="cell">E-Rad</div><div role="cell">29 €</div></div><p>Mit Schloss und Licht.</p>`,
	} {
		d := page(t, `<html lang="de"><body><main><h1>Räder leihen</h1><p>Wir verleihen Räder für die Stadt und fürs Land, auch an Gruppen.</p><div role="table">`+rows+`</div></main></body></html>`)
		for _, want := range []string{"Stadtrad", "12 €", "E-Rad", "29 €"} {
			if !strings.Contains(d.Text(), want) {
				t.Errorf("%s: lost %q in:\n%s", name, want, d.Text())
			}
		}
		if name == "a note" && !strings.Contains(d.Text(), "Mit Schloss") {
			t.Errorf("lost the note in:\n%s", d.Text())
		}
		if n := len(d.Links.Hrefs); name == "rows that link" && n != 2 {
			t.Errorf("%d links", n)
		}
	}
}
