package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// told writes the rows of a sheet with the names of their columns, as "name=cell".
func told(sheet string) string {
	var rows [][]string
	for _, line := range strings.Split(sheet, "\n") {
		rows = append(rows, strings.Split(line, ";"))
	}
	var out []string
	for _, b := range Rows(rows, 0) {
		var cells []string
		for i, c := range strings.Split(b.Text, "\t") {
			if i < len(b.Header) {
				c = b.Header[i] + "=" + c
			}
			cells = append(cells, c)
		}
		out = append(out, strings.Join(cells, " "))
	}
	return strings.Join(out, "\n")
}

func TestSeveralTablesOnASheet(t *testing.T) {
	for name, c := range map[string]struct{ sheet, want string }{
		"below": {"Zimmer;Preis\nEinzel;50 €\nDoppel;80 €\n;\nWellness;Dauer;Kosten\nMassage;30 min;40 €",
			"Zimmer=Einzel Preis=50 €\nZimmer=Doppel Preis=80 €\nWellness=Massage Dauer=30 min Kosten=40 €"},
		"below its title": {"Zimmer;Preis\nEinzel;50 €\nDoppel;80 €\n;\nWellness\nArt;Kosten\nMassage;40 €",
			"Zimmer=Einzel Preis=50 €\nZimmer=Doppel Preis=80 €\nWellness\nArt=Massage Kosten=40 €"},
		"rows that go on": {"Zimmer;Preis\nEinzel;50 €\nDoppel;80 €\n;\nSuite;auf Anfrage\nHütte;30 €",
			"Zimmer=Einzel Preis=50 €\nZimmer=Doppel Preis=80 €\nZimmer=Suite Preis=auf Anfrage\nZimmer=Hütte Preis=30 €"},
		"beside": {"Getränk;Preis;;Speise;Preis\nCola;3 €;;Suppe;5 €\nBier;4 €;;Salat;7 €",
			"Getränk=Cola Preis=3 €\nGetränk=Bier Preis=4 €\nSpeise=Suppe Preis=5 €\nSpeise=Salat Preis=7 €"},
		"beside and longer": {"Kurs;Tag;;Raum;Platz\nYoga;Mo;;Saal;20\nTanz;Di;;Turm;9\n;;;Keller;5",
			"Kurs=Yoga Tag=Mo\nKurs=Tanz Tag=Di\nRaum=Saal Platz=20\nRaum=Turm Platz=9\nRaum=Keller Platz=5"},
		"an empty column": {"Name;Größe;;Farbe;Preis\nHemd;M;;rot;20 €\nHose;L;;blau;40 €",
			"Name=Hemd Größe=M Farbe=rot Preis=20 €\nName=Hose Größe=L Farbe=blau Preis=40 €"},
		"values that are addresses": {"Meier;Kiel;meier@firma.example\nSchulz;Bremen;schulz@firma.example",
			"Meier Kiel meier@firma.example\nSchulz Bremen schulz@firma.example"},
	} {
		if got := told(c.sheet); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// Each piece of a wide row tells what it is about, and no cell is lost.
func TestWideRows(t *testing.T) {
	head, row := []string{"Nummer", "Artikel"}, []string{"4711", "Rasenmäher Turbo"}
	for i := range 30 {
		head = append(head, fmt.Sprintf("Eigenschaft Nummer %d", i))
		row = append(row, fmt.Sprintf("ein langer Wert %d", i))
	}
	blocks := Rows([][]string{head, row}, 0)
	all := ""
	for _, b := range blocks {
		cells := strings.Split(b.Text, "\t")
		if !slices.Equal(cells[:2], row[:2]) || len(strings.Fields(b.Text)) > pieceWords || !slices.Equal(b.Header, head) {
			t.Errorf("%q", b.Text)
		}
		all += b.Text + "\t"
	}
	for _, c := range row {
		if !strings.Contains(all, c+"\t") {
			t.Errorf("%q is lost", c)
		}
	}
	if len(blocks) < 3 {
		t.Errorf("%d pieces", len(blocks))
	}
}
