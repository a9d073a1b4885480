package plain_test

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestCSV(t *testing.T) {
	for name, body := range map[string]string{
		"comma": "Artikel,Preis,Menge\n\"Schlauch, 28 Zoll\",\"7,90\",3\n",
		"excel": "sep=;\r\nArtikel;Preis;Menge\r\nSchlauch, 28 Zoll;7,90;3\r\n",
		"tabs":  "Artikel\tPreis\tMenge\nSchlauch, 28 Zoll\t7,90\t3\n",
	} {
		d := extracttest.File(t, "preise.csv", body)
		if len(d.Blocks) != 1 || d.Blocks[0].Text != "Schlauch, 28 Zoll\t7,90\t3" || !slices.Equal(d.Blocks[0].Header, []string{"Artikel", "Preis", "Menge"}) {
			t.Errorf("%s: %+v", name, d.Blocks)
		}
	}
	d := extracttest.File(t, "zahlen.csv", "1,2\n3,4\n")
	if len(d.Blocks) != 2 || d.Blocks[0].Header != nil {
		t.Errorf("numbers: %+v", d.Blocks)
	}
}

// A first row whose values return below names no columns, and a column without a name has none.
func TestCSVWithoutNames(t *testing.T) {
	for body, want := range map[string][]string{
		"Anna Lind,Hamburg,Trainerin\nBert Meier,Bremen,Trainer\nCarla Kern,Hamburg,Leitung\nDora Ast,Hamburg,Kasse\n": nil,
		"Name,Ort,Aufgabe\nBert Meier,Bremen,Trainer\nName,Ort,Aufgabe\nCarla Kern,Kiel,Leitung\nName,Ort,Aufgabe\n":   {"Name", "Ort", "Aufgabe"},
		"Frage,Ja,Nein\nHunde,Ja,\nKatzen,,Nein\nVögel,Ja,\n":                                                          {"Frage", "Ja", "Nein"},
		"Raum,Name,,Ort\n,Anna,Leitung,Kiel\nKüche,Carla,Koch,Bremen\n":                                                {"Raum", "Name", "", "Ort"},
	} {
		d := extracttest.File(t, "team.csv", body)
		if last := d.Blocks[len(d.Blocks)-1]; !slices.Equal(last.Header, want) || want == nil && len(d.Blocks) != 4 {
			t.Errorf("%q: names %q, %d blocks", body, last.Header, len(d.Blocks))
		}
	}
}

// Empty lines divide tables; those within a cell do not.
func TestCSVWithTwoTables(t *testing.T) {
	d := extracttest.File(t, "preise.csv", "Zimmer;Preis\n\"Einzel\n\nHof\";50 €\nDoppel;80 €\n\nWellness;Dauer;Kosten\nMassage;30 min;40 €\n")
	if len(d.Blocks) != 3 || d.Blocks[1].Header[0] != "Zimmer" || !slices.Equal(d.Blocks[2].Header, []string{"Wellness", "Dauer", "Kosten"}) {
		t.Errorf("%+v", d.Blocks)
	}
}
