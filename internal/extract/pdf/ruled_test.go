package pdf_test

import (
	"fmt"
	"strings"
	"testing"
)

// cells draws a table with rules: its columns begin at places of xs, rows at ys; a cell that reaches over columns is written
// as "text>". Lines of a cell are parted by "/".
func (s *sheet) cells(xs, ys []float64, rows ...string) {
	line := func(x, y, toX, toY float64) { fmt.Fprintf(s, "%g %g m %g %g l S\n", x, y, toX, toY) }
	for i, row := range rows {
		line(xs[0], ys[i], xs[len(xs)-1], ys[i])
		line(xs[0], ys[i+1], xs[len(xs)-1], ys[i+1])
		line(xs[0], ys[i], xs[0], ys[i+1])
		column := 0
		for _, cell := range strings.Split(row, "|") {
			font, text := f1, strings.TrimRight(cell, ">")
			if bold, is := strings.CutPrefix(text, "*"); is {
				font, text = f2, bold
			}
			for k, l := range strings.Split(text, "/") {
				s.left(xs[column]+2, ys[i]-10-float64(k)*11, 9, font, l)
			}
			column += 1 + strings.Count(cell, ">")
			line(xs[column], ys[i], xs[column], ys[i+1])
		}
	}
}

// Rules around the cells of a table tell its columns, however near these are and however many lines a cell has.
func TestTable_Ruled(t *testing.T) {
	var s sheet
	s.left(50, 790, 18, f2, "Preisliste 2027")
	s.cells([]float64{50, 85, 260, 292, 330, 372}, []float64{760, 734, 706, 690, 664, 648, 632},
		"*Art.-/Nr.|*Bezeichnung|*Einheit|*Preis/netto|*Preis/brutto",
		"1001|Rollrasen, Spiel- und Sportrasen,/inklusive Lieferung bis 20 km|m²|4,20 €|5,00 €",
		"1002|Mutterboden, gesiebt|m³|22,00 €|26,18 €",
		"1003|Rindenmulch/Körnung 10–40 mm|m³|38,00 €|45,22 €",
		"*Arbeiten>>>>",
		"2001|Hecke schneiden|Stunde|46,00 €|54,74 €")
	s.left(50, 600, 11, f1, "Alle Preise gelten bis zum 31.12.2027.")
	const head = "Art.-Nr.|Bezeichnung|Einheit|Preis netto|Preis brutto: "
	saysRows(t, pdfOf(s.String()), head+"1001 | Rollrasen, Spiel- und Sportrasen, inklusive Lieferung bis 20 km | m² | 4,20 € | 5,00 €", head+"1002 | Mutterboden, gesiebt | m³ | 22,00 € | 26,18 €",
		head+"1003 | Rindenmulch Körnung 10–40 mm | m³ | 38,00 € | 45,22 €", "Arbeiten", head+"2001 | Hecke schneiden | Stunde | 46,00 € | 54,74 €", "Alle Preise gelten bis zum 31.12.2027.")
}

// A frame around text and a form with empty fields are no tables of data.
func TestTable_FramesAreNone(t *testing.T) {
	var s sheet
	s.cells([]float64{50, 300, 550}, []float64{760, 700, 640}, "Unsere Werkstatt ist von Montag bis Freitag/von acht bis siebzehn Uhr geöffnet,/am Samstag bis zwölf.|", "Name|")
	s.left(50, 600, 11, f1, "Bitte rufen Sie vorher an.")
	text := readText(t, pdfOf(s.String()))
	if !strings.Contains(text, "Unsere Werkstatt ist von Montag bis Freitag von acht") || strings.Contains(text, "|") {
		t.Errorf("read as\n%s", text)
	}
}
